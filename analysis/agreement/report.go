package agreement

import (
	"cmp"
	"encoding/json"
)

// Report is how far coders agree.
type Report struct {
	Coders  []Party  `json:"coders"`
	Reviews []string `json:"reviews"` // compared
	Themes  []string `json:"themes"`  // compared
	Notes   []string `json:"notes"`   // what the reader has to know of the comparison
	// ByReview has the theme in a review as its unit, ByPassage one passage and
	// one theme of which it may speak.
	ByReview      Level          `json:"by_review"`
	ByPassage     Level          `json:"by_passage"`
	Disagreements []Disagreement `json:"disagreements"`

	called map[string]string // what themes are called, by id, where a coder says
}

// name is what a theme is called, its id where no coder says.
func (r *Report) name(theme string) string { return cmp.Or(r.called[theme], theme) }

// Party is what is said of a coder.
type Party struct {
	Name    string `json:"name"`
	Reviews int    `json:"reviews"` // that the coder was given
	Marks   int    `json:"marks"`   // passages marked
	Decided int    `json:"decided"` // passages that a person decided, of those listed
	Listed  int    `json:"listed"`
}

// Level is the agreement at one level.
type Level struct {
	Overall Line   `json:"overall"` // over all themes
	Themes  []Line `json:"themes"`
	Pairs   []Line `json:"pairs"` // of two coders over all themes, where there are more than two
}

// Line is the agreement on a set of units.
type Line struct {
	Name    string   `json:"name"`  // of the theme or the pair
	Units   int      `json:"units"` // that two coders or more judged
	Marked  []int    `json:"marked"`
	Judged  []int    `json:"judged"` // by each coder, of all units
	Figures []Figure `json:"figures"`

	ratings, marks int // of the units that two coders or more judged
}

// Prevalence returns the share of marks among what was said of the units that two coders
// or more judged; there is none where no unit was.
func (l Line) Prevalence() (share float64, ok bool) {
	if l.ratings == 0 {
		return 0, false
	}
	return float64(l.marks) / float64(l.ratings), true
}

// Figure is one coefficient by its name.
type Figure struct {
	Name Measure `json:"name"`
	Coefficient
}

// MarshalJSON writes what has no value as null, and never as 0.
func (f Figure) MarshalJSON() ([]byte, error) {
	known := func(x float64, is bool) *float64 {
		if !is {
			return nil
		}
		return &x
	}
	return json.Marshal(struct {
		Name     Measure  `json:"name"`
		Value    *float64 `json:"value"`
		Low      *float64 `json:"low"`
		High     *float64 `json:"high"`
		Interval Method   `json:"interval,omitempty"`
		SE       float64  `json:"se,omitempty"`
		NullSE   float64  `json:"null_se,omitempty"`
		Reason   string   `json:"reason,omitempty"`
	}{
		f.Name, known(f.Value, f.Defined), known(f.Low, f.Interval != ""), known(f.High, f.Interval != ""),
		f.Interval, f.SE, f.NullSE, f.Reason,
	})
}

// Measure names a coefficient.
type Measure string

// The measures, in the order in which they are shown.
const (
	MeasurePercent  Measure = "percent"
	MeasurePositive Measure = "positive"
	MeasureCohen    Measure = "cohen"
	MeasureFleiss   Measure = "fleiss"
	MeasureAlpha    Measure = "alpha"
	MeasureAC1      Measure = "ac1"
	MeasureBrennan  Measure = "brennan_prediger"
)

// measures are all of them, with how each is computed: from the units, with an
// interval by formula where there is one, and from a tally.
var measures = []struct {
	name  Measure
	units func(Ratings) Coefficient
	sums  formula
}{
	{MeasurePercent, Percent, (*tally).percent},
	{MeasurePositive, Positive, (*tally).positive},
	{MeasureCohen, Cohen, (*tally).cohen},
	{MeasureFleiss, Fleiss, (*tally).fleiss},
	{MeasureAlpha, Alpha, (*tally).alpha},
	{MeasureAC1, AC1, (*tally).ac1},
	{MeasureBrennan, BrennanPrediger, (*tally).brennanPrediger},
}

// design is how units came to be, which decides what can be measured of them.
type design int

const (
	independent design = iota // one of each review: intervals by formula, where a measure has one
	clustered                 // several of a review: intervals from drawing reviews again
	freely                    // the same, and chosen by the coders: positive agreement alone is known
)

// unmarked is said of the measures that need passages which nobody marked.
const unmarked = "coders chose the passages: those that none marked are not known"

// unit is one line of ratings, with what is said of it in a list.
type unit struct {
	mark   Mark // ID, Review, File, Page, Theme and the longest Quote
	values []int
}

// line measures units of a design.
func (c *comparison) line(name string, units []unit, of design) Line {
	l := Line{Name: name, Marked: make([]int, len(c.coders)), Judged: make([]int, len(c.coders)), Figures: []Figure{}}
	r := Ratings{Categories: 2}
	var cluster []string
	for _, u := range units {
		r.Values = append(r.Values, u.values)
		cluster = append(cluster, u.mark.Review)
		ratings, marks := 0, 0
		for coder, v := range u.values {
			if v != Missing {
				l.Judged[coder]++
				l.Marked[coder] += v
				ratings, marks = ratings+1, marks+v
			}
		}
		if ratings > 1 {
			l.ratings, l.marks = l.ratings+ratings, l.marks+marks
		}
	}
	l.Units = int(tallied(r).pairable)
	l.Figures = figures(r, cluster, c.seed, of)
	return l
}

// figures computes every measure of r; cluster[u] is the review of unit u.
func figures(r Ratings, cluster []string, seed uint64, of design) []Figure {
	var sums []formula
	for _, m := range measures {
		sums = append(sums, m.sums)
	}
	drawn := newBootstrap(r, cluster, seed).intervals(sums)
	list := make([]Figure, len(measures))
	for i, m := range measures {
		list[i] = Figure{m.name, drawn[i]}
		switch {
		case of == freely && m.name != MeasurePositive:
			list[i].Coefficient = undefined(unmarked)
		case of == independent:
			if exact := m.units(r); exact.Interval != "" {
				list[i].Coefficient = exact
			}
		}
	}
	return list
}
