package project

import (
	"fmt"
	"slices"

	"thematic/analysis"
	"thematic/corpus"
)

// Selection narrows results to some themes, one area or some years. The zero
// Selection is everything.
type Selection struct {
	Themes   []string // ids or names; these become the ones whose overlaps are shown
	Area     string
	From, To int // years of publication, 0 for no bound
}

func (sel Selection) apply(in *analysis.Input) error {
	elsewhere := func(c corpus.Case) bool { return sel.Area != "" && !analysis.SameArea(c.Area, sel.Area) }
	areas := names(in.Cases, areaIfCounted)
	for i, c := range in.Cases {
		if elsewhere(c) || sel.From != 0 && c.Year < sel.From || sel.To != 0 && (c.Year == 0 || c.Year > sel.To) {
			in.Cases[i].Include = false
			in.Aside = append(in.Aside, c.ID)
		}
	}
	if sel.Area != "" && !slices.ContainsFunc(in.Cases, func(c corpus.Case) bool { return !elsewhere(c) }) {
		return noSelection("no review is from %q%s", sel.Area, corpus.Instead(sel.Area, areas))
	}
	chosen, err := analysis.ThemeIDs(sel.Themes, in.Themes)
	if err != nil {
		return &SelectionError{err.Error()}
	}
	in.Chosen = chosen
	return nil
}

// areaIfCounted is the area of a review that counts: others are not offered.
func areaIfCounted(c corpus.Case) string {
	if !c.Include {
		return ""
	}
	return c.Area
}

// SelectionError says that something was asked of the results which they do not
// have: a theme, an area, a kind of chart, a format.
type SelectionError struct{ Reason string }

// Error gives the reason, with what there is to choose from.
func (e *SelectionError) Error() string { return e.Reason }

func noSelection(format string, args ...any) error {
	return &SelectionError{fmt.Sprintf(format, args...)}
}

// names lists what name gives for each of list, once and in order.
func names[T any](list []T, name func(T) string) []string {
	var all []string
	for _, item := range list {
		if n := name(item); n != "" {
			all = append(all, n)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
