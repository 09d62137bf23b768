package analysis

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Alongside is a published figure and that of the project for the same theme.
type Alongside struct {
	Reference Reference `json:"reference"`
	Theme     string    `json:"theme,omitempty"` // id; empty where the codebook has none
	// Theirs is undefined where no count is published, or one that is no share
	// of the reviews; Ours where the codebook has no such theme.
	Theirs Estimate `json:"theirs"`
	Ours   Estimate `json:"ours"`
	// Difference is ours less theirs. Its interval takes the two for different
	// reviews.
	Difference Difference `json:"difference"`
	// Warnings say what stands against the comparison.
	Warnings []string `json:"warnings"`
}

// LayAlongside lays each published figure beside the project's own. Where the
// theme of a figure is several ids joined by &, that is the reviews with all of
// these.
func (r *Result) LayAlongside(references []Reference) []Alongside {
	own := make(map[string]Prevalence, 3*len(r.Prevalence))
	for _, p := range r.Prevalence {
		own[letters(p.Theme.Label)], own[letters(p.Theme.Short)] = p, p
	}
	for _, p := range r.Prevalence { // an id outranks a label
		own[letters(p.Theme.ID)] = p
	}
	years := yearScale.values(r.Matrix.Cases)
	list := make([]Alongside, len(references))
	for i, reference := range references {
		a := Alongside{Reference: reference, Warnings: []string{}}
		a.settleTheirs()
		name := cmp.Or(reference.Theme, reference.Measure)
		switch p, ok := own[letters(name)]; {
		case strings.Contains(reference.Theme, themeSeparator):
			all, err := r.together(reference.Theme)
			if err != nil {
				a.warn("%v", err)
			} else {
				a.Theme, a.Ours = reference.Theme, all
			}
		case ok && letters(name) != "":
			a.Theme, a.Ours = p.Theme.ID, p.Share
		default:
			a.warn("%s", NoTheme(name, r.Themes, "name one by its id in a column theme_id"))
		}
		if a.Theme != "" {
			a.warnOfPeriod(years)
		}
		a.Difference = Subtract(a.Ours, a.Theirs)
		list[i] = a
	}
	return list
}

// together is the share of reviews with all of several themes, whose ids are
// joined by &.
func (r *Result) together(joined string) (Estimate, error) {
	ids := strings.Split(joined, themeSeparator)
	for i := range ids {
		ids[i] = strings.TrimSpace(ids[i])
	}
	regions, err := r.Matrix.Regions(ids)
	if err != nil {
		return Estimate{}, err
	}
	all := slices.IndexFunc(regions, func(region Region) bool { return len(region.Themes) == len(ids) })
	return Proportion(len(regions[all].Inclusive), regions[all].Of), nil
}

func (a *Alongside) warn(format string, args ...any) {
	a.Warnings = append(a.Warnings, fmt.Sprintf(format, args...))
}

// settleTheirs sets the published share, if what is published is one of
// reviews, and says why where it is not.
func (a *Alongside) settleTheirs() {
	r := a.Reference
	percent, place, printed := r.percent()
	exact := 100 * float64(r.Count) / float64(max(r.Of, 1))
	switch {
	case r.Unit != "" && strings.TrimSuffix(strings.ToLower(r.Unit), "s") != "review":
		a.warn("the units differ: the published figure counts %s, the project counts reviews", r.Unit)
	case r.Of == 0:
		a.warn("the number of reviews is not published")
	case !r.Counted:
		a.warn("no count is published, so that there is no interval")
	case r.Count > r.Of:
		a.warn("the units differ: %d of %d reviews is no share, so that the published figure counts something else", r.Count, r.Of)
	case printed && math.Abs(percent-exact) >= place:
		a.warn("the units differ: %s is not %d of %d reviews (%.1f%%), so that the published figure is a share of something else", r.Published, r.Count, r.Of, exact)
	default:
		a.Theirs = Proportion(r.Count, r.Of)
	}
	if kind := strings.ToLower(r.Kind); strings.HasPrefix(kind, "child") {
		a.warn("the units may differ: the published figure is about children, and one review may be about several")
	}
}

// warnOfPeriod says whether the years of the project, in order, are others than
// those published, or so much the same that reviews may be in both.
func (a *Alongside) warnOfPeriod(years []float64) {
	theirs, ok := a.Reference.period()
	if !ok || len(years) == 0 {
		return
	}
	ours := Band{years[0], years[len(years)-1]}
	if ours.Last < theirs.First || theirs.Last < ours.First {
		a.warn("the years differ: %s published, %s in the project", theirs, ours)
		return
	}
	if a.Theirs.Defined {
		a.warn("some reviews may be in both, which the interval of the difference does not allow for")
	}
}

// AlongsideTable has one row for each published figure.
func AlongsideTable(list []Alongside) Table {
	t := Table{Name: "published", Header: []string{
		"source", "period", "measure", "kind", "published", "published_reviews", "published_of", "published_low", "published_high",
		"theme_id", "reviews", "of", "percent", "low", "high", "difference", "difference_low", "difference_high", "note",
	}}
	for _, a := range list {
		r := a.Reference
		percent, low, high := a.Ours.Rounded()
		_, theirLow, theirHigh := a.Theirs.Rounded()
		difference, least, most := a.Difference.Rounded()
		t.Rows = append(t.Rows, []Value{
			Text(r.Source), Text(r.Period), Text(r.Measure), Text(r.Kind), Text(r.Published),
			Decimal(float64(r.Count), r.Counted, 0), Decimal(float64(r.Of), r.Of > 0, 0), theirLow, theirHigh,
			Text(a.Theme), Decimal(float64(a.Ours.Count), a.Ours.Defined, 0), Decimal(float64(a.Ours.Of), a.Ours.Defined, 0),
			percent, low, high, difference, least, most, Text(notes(strings.Join(a.Warnings, listSeparator), r.Note)),
		})
	}
	return t
}
