package analysis

import (
	"cmp"
	"slices"

	"thematic/corpus"
)

// Change is a passage that one codebook codes otherwise than another. Before is
// nil where the passage appears, After where it vanishes; else the verdict on it
// changes.
type Change struct {
	Before, After *corpus.Coding
}

// The kinds of change, as the tables name them.
const (
	changeAppears  = "appears"
	changeVanishes = "vanishes"
	changeVerdict  = "changes"
)

// Kind says what became of the passage: appears, vanishes or changes.
func (c Change) Kind() string {
	switch {
	case c.Before == nil:
		return changeAppears
	case c.After == nil:
		return changeVanishes
	}
	return changeVerdict
}

// Coding returns the one that is there, the later of two.
func (c Change) Coding() *corpus.Coding {
	if c.After == nil {
		return c.Before
	}
	return c.After
}

// Changes compares the codings of two codebooks over the same texts. A coding is
// the same where document, theme and passage are; its verdict is its label and
// status. What neither codebook counts or holds is left out. The order is that
// of the passages: by case, file, start and theme.
func Changes(before, after []corpus.Coding) []Change {
	type place struct {
		document corpus.ID
		theme    string
		span     corpus.Span
	}
	at := func(c corpus.Coding) place { return place{c.Document, c.Theme, c.Span} }
	open := make(map[place][]*corpus.Coding)
	// take gives the first coding of a place that fits and takes it away.
	take := func(at place, fits func(*corpus.Coding) bool) *corpus.Coding {
		i := slices.IndexFunc(open[at], fits)
		if i < 0 {
			return nil
		}
		b := open[at][i]
		open[at] = slices.Delete(open[at], i, i+1)
		return b
	}
	for i, c := range before {
		open[at(c)] = append(open[at(c)], &before[i])
	}
	var changes []Change
	var fresh []*corpus.Coding
	for i, c := range after { // the same label first, then whatever is left of the place
		b := take(at(c), func(b *corpus.Coding) bool { return b.Label == c.Label })
		switch {
		case b == nil:
			fresh = append(fresh, &after[i])
		case b.Status != c.Status:
			changes = append(changes, Change{b, &after[i]})
		}
	}
	for _, c := range fresh {
		changes = append(changes, Change{take(at(*c), func(*corpus.Coding) bool { return true }), c})
	}
	for _, left := range open {
		for _, b := range left {
			changes = append(changes, Change{b, nil})
		}
	}
	changes = slices.DeleteFunc(changes, func(c Change) bool { return !matters(c.Before) && !matters(c.After) })
	slices.SortFunc(changes, func(a, b Change) int {
		return cmp.Or(comparePassages(Passage{Coding: a.Coding()}, Passage{Coding: b.Coding()}), cmp.Compare(a.Coding().Label, b.Coding().Label))
	})
	return changes
}

func matters(c *corpus.Coding) bool { return c != nil && c.Status != corpus.Rejected }

// ChangesTable has one row for each change, with the verdict before and after.
func ChangesTable(changes []Change) Table {
	t := Table{Name: "changes", Header: []string{
		"change", "case_id", "file", "page", "theme_id", "before", "before_reason", "after", "after_reason", "quote", "passage_id",
	}}
	for _, c := range changes {
		of := c.Coding()
		t.Rows = append(t.Rows, []Value{
			Text(c.Kind()), Text(of.CaseID), Text(of.File), Known(of.Page), Text(of.Theme),
			Text(Verdict(c.Before)), Text(reason(c.Before)), Text(Verdict(c.After)), Text(reason(c.After)),
			Text(of.Quote), Text(of.PassageID),
		})
	}
	return t
}

// Verdict names status and label of a coding, "" for none.
func Verdict(c *corpus.Coding) string {
	if c == nil {
		return ""
	}
	return string(c.Status) + " " + string(c.Label)
}

func reason(c *corpus.Coding) string {
	if c == nil {
		return ""
	}
	return c.Reason
}

// CountChange is how many reviews show a theme by one codebook and by another.
type CountChange struct {
	Theme                 Theme
	Before, After         Estimate // undefined where the codebook has no such theme
	HeldBefore, HeldAfter int      // reviews if every held passage were counted
}

// CountChanges compares two results over the same reviews: every theme whose
// count differs, with or without what is held, or that only one has, those of
// the first in the order of its codebook and then the others.
func CountChanges(before, after *Result) []CountChange {
	byTheme := func(r *Result) map[string]Prevalence {
		m := make(map[string]Prevalence)
		for _, p := range r.Prevalence {
			m[p.Theme.ID] = p
		}
		return m
	}
	first, second := byTheme(before), byTheme(after)
	var list []CountChange
	change := func(t Theme) {
		b, a := first[t.ID], second[t.ID]
		list = append(list, CountChange{t, b.Share, a.Share, b.WithHeld, a.WithHeld})
	}
	for _, t := range before.Themes {
		b := first[t.ID]
		if a, ok := second[t.ID]; !ok || b.Share != a.Share || b.WithHeld != a.WithHeld {
			change(t)
		}
	}
	for _, t := range after.Themes {
		if _, ok := first[t.ID]; !ok {
			change(t)
		}
	}
	return list
}
