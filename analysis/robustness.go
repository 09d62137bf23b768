package analysis

import (
	"cmp"
	"slices"
)

// Robustness is how far the percentage of one theme rests on single reviews,
// sections and rules, and on which reviews happened to be published.
type Robustness struct {
	Theme string   `json:"theme"` // id
	Share Estimate `json:"share"`
	// OneOut is the range of the percentage when any one review is left out.
	OneOut Range `json:"one_out"`
	// Bootstrap and Rank are the middle 95% of percentage and place among the
	// themes when the reviews are drawn again, as many, each any number of
	// times. The most frequent theme has place 1, and so has each of two that
	// are equally frequent.
	Bootstrap Range `json:"bootstrap"`
	Rank      Range `json:"rank"`
	// Sections and Rules are those without which some review would no longer
	// show the theme; the one whose loss takes most reviews first.
	Sections []LeftOut `json:"sections"`
	Rules    []LeftOut `json:"rules"`
}

// Range is two ends, both of which belong to it. They are zero and without
// meaning unless Defined.
type Range struct {
	Defined bool    `json:"defined"`
	Low     float64 `json:"low"`
	High    float64 `json:"high"`
}

// LeftOut is what a theme would lose if the passages of one section kind, or of
// one rule, were not counted.
type LeftOut struct {
	Name string `json:"name"` // of the section kind, or id of the rule
	Lost int    `json:"lost"` // reviews that would no longer show the theme
	// Share is what would be left.
	Share Estimate `json:"share"`
}

// robustness returns one entry for each theme in the order of the codebook.
func (m *Matrix) robustness(bySection, byRule soleKeys, seed uint64) []Robustness {
	sections, rules := m.leaveOut(bySection), m.leaveOut(byRule)
	draws := m.bootstrap(seed)
	list := make([]Robustness, len(m.Themes))
	for j, present := range m.present() {
		share := Proportion(present.count(), len(m.Cases))
		list[j] = Robustness{
			Theme: m.Themes[j].ID, Share: share, OneOut: oneOut(share),
			Bootstrap: draws.percent(j), Rank: draws.rank(j),
			Sections: sections[j], Rules: rules[j],
		}
	}
	return list
}

// oneOut returns the range of a percentage when one review is left out: of n-1
// reviews either all that have the theme remain, or all but one. It is
// undefined for fewer than two reviews.
func oneOut(e Estimate) Range {
	if !e.Defined || e.Of < 2 {
		return Range{}
	}
	rest := float64(e.Of - 1)
	r := Range{Defined: true, Low: 100 * float64(e.Count) / rest, High: 100 * float64(e.Count) / rest}
	if e.Count > 0 {
		r.Low = 100 * float64(e.Count-1) / rest
	}
	if e.Count == e.Of {
		r.High = 100
	}
	return r
}

// leaveOut returns for each theme the keys without whose passages some review
// would no longer show it: all of its counted passages have that key, and no
// person has decided on the theme in the review.
func (m *Matrix) leaveOut(sole soleKeys) [][]LeftOut {
	lists := make([][]LeftOut, len(m.Themes))
	for j := range m.Themes {
		lost, have := make(map[string]int), 0
		for i := range m.Cases {
			status := m.Cells[i][j].Status
			if status.Present() {
				have++
			}
			if key, ok := sole.key(i*len(m.Themes) + j); ok && status == CellCounted {
				lost[key]++
			}
		}
		lists[j] = losses(lost, have, len(m.Cases))
	}
	return lists
}

// losses lists what is lost, the greatest loss first.
func losses(lost map[string]int, have, of int) []LeftOut {
	list := []LeftOut{}
	for name, n := range lost {
		list = append(list, LeftOut{Name: name, Lost: n, Share: Proportion(have-n, of)})
	}
	slices.SortFunc(list, func(a, b LeftOut) int {
		return cmp.Or(cmp.Compare(b.Lost, a.Lost), cmp.Compare(a.Name, b.Name))
	})
	return list
}

// robustnessTable has one row for each theme. Of the section kinds and rules it
// names the one without which the theme would lose most reviews, and what would
// be left; where none would lose any, the cells are empty.
func (r *Result) robustnessTable() Table {
	t := Table{Name: "robustness", Header: []string{
		"theme_id", "theme", "reviews", "of", "percent", "one_out_low", "one_out_high",
		"bootstrap_low", "bootstrap_high", "rank_low", "rank_high",
		"section", "without_section", "percent_without_section", "rule", "without_rule", "percent_without_rule",
	}}
	labels := r.labels()
	for _, k := range r.Robustness {
		percent, _, _ := k.Share.Rounded()
		row := []Value{Text(k.Theme), Text(labels[k.Theme]), Number(k.Share.Count), Number(k.Share.Of), percent}
		row = append(row, k.OneOut.values(1)...)
		row = append(row, k.Bootstrap.values(1)...)
		row = append(row, k.Rank.values(0)...)
		row = append(row, worst(k.Sections)...)
		t.Rows = append(t.Rows, append(row, worst(k.Rules)...))
	}
	return t
}

// values returns both ends with the number of decimals given.
func (r Range) values(decimals uint8) []Value {
	return []Value{Decimal(r.Low, r.Defined, decimals), Decimal(r.High, r.Defined, decimals)}
}

// worst returns name, reviews and percent of the first of list.
func worst(list []LeftOut) []Value {
	if len(list) == 0 {
		return make([]Value, 3)
	}
	percent, _, _ := list[0].Share.Rounded()
	return []Value{Text(list[0].Name), Number(list[0].Share.Count), percent}
}
