package analysis

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"thematic/corpus"
)

// Prevalence is how often one theme is present among a set of reviews.
type Prevalence struct {
	Theme    Theme    `json:"theme"`
	Share    Estimate `json:"share"`     // reviews in which it is present
	WithHeld int      `json:"with_held"` // reviews if every held passage were counted
	// GoodPractice is the number of reviews with a counted passage of good
	// practice; a review may show both.
	GoodPractice int `json:"good_practice_reviews"`
	Passages     int `json:"passages"` // counted deficit passages
	// Sections says where they stand, the kind with most first; only for all
	// reviews together.
	Sections []SectionPassages `json:"sections,omitempty"`
}

// SectionPassages is a number of passages in sections of one kind.
type SectionPassages struct {
	Section  corpus.SectionKind `json:"section"`
	Passages int                `json:"passages"`
}

// SectionList is Sections as a table has them: "findings 12; analysis 3".
func (p Prevalence) SectionList() string {
	list := make([]string, len(p.Sections))
	for i, s := range p.Sections {
		list[i] = fmt.Sprintf("%s %d", s.Section, s.Passages)
	}
	return strings.Join(list, listSeparator)
}

// Group is the prevalence of every theme among the reviews of one area or
// year. Year is 0 and Area empty where that is not known, or not the grouping.
type Group struct {
	Area    string `json:"area,omitempty"`
	Year    int    `json:"year,omitempty"`
	Reviews int    `json:"reviews"`
	// Prevalence is in the order of the codebook.
	Prevalence []Prevalence `json:"prevalence"`
}

// prevalence counts each theme among the reviews that keep accepts, in the
// order of the codebook.
func (m *Matrix) prevalence(keep func(corpus.Case) bool) []Prevalence {
	list := make([]Prevalence, len(m.Themes))
	for j, t := range m.Themes {
		p := Prevalence{Theme: t}
		present, reviews := 0, 0
		for i, c := range m.Cases {
			if !keep(c) {
				continue
			}
			reviews++
			cell := m.Cells[i][j]
			p.Passages += cell.Counted
			if cell.Status.Present() {
				present++
			}
			if cell.withHeld() {
				p.WithHeld++
			}
			if cell.GoodPractice > 0 {
				p.GoodPractice++
			}
		}
		p.Share = Proportion(present, reviews)
		list[j] = p
	}
	return list
}

// ranked returns the prevalence of all reviews, the leading theme first and equal
// ones in the order of the codebook. Sections are the passages that make each
// theme present, by the kind of their section.
func (m *Matrix) ranked(sections []map[corpus.SectionKind]int) []Prevalence {
	list := m.prevalence(func(corpus.Case) bool { return true })
	for j := range list {
		list[j].Sections = sectionPassages(sections[j])
	}
	slices.SortStableFunc(list, func(a, b Prevalence) int { return cmp.Compare(b.Share.Count, a.Share.Count) })
	return list
}

// sectionPassages lists numbers of passages, the kind of section with most first.
func sectionPassages(counts map[corpus.SectionKind]int) []SectionPassages {
	var list []SectionPassages
	for section, n := range counts {
		list = append(list, SectionPassages{section, n})
	}
	slices.SortFunc(list, func(a, b SectionPassages) int {
		return cmp.Or(cmp.Compare(b.Passages, a.Passages), cmp.Compare(a.Section, b.Section))
	})
	return list
}

// byArea groups the reviews by area in alphabetical order, those without one
// last.
func (m *Matrix) byArea() []Group {
	return groupsBy(m, func(c corpus.Case) string { return c.Area }, func(area string) Group { return Group{Area: area} })
}

// byYear groups the reviews by year of publication, those without one last.
func (m *Matrix) byYear() []Group {
	return groupsBy(m, func(c corpus.Case) int { return c.Year }, func(year int) Group { return Group{Year: year} })
}

// groupsBy returns a group for each value that key takes, in the order of [KnownFirst].
func groupsBy[T cmp.Ordered](m *Matrix, key func(corpus.Case) T, named func(T) Group) []Group {
	groups := []Group{}
	for _, value := range distinct(m.Cases, key) {
		g := named(value)
		g.Prevalence = m.prevalence(func(c corpus.Case) bool { return key(c) == value })
		if len(g.Prevalence) > 0 {
			g.Reviews = g.Prevalence[0].Share.Of
		}
		groups = append(groups, g)
	}
	return groups
}

// distinct returns the values that key takes, in the order of [KnownFirst].
func distinct[T cmp.Ordered](cases []corpus.Case, key func(corpus.Case) T) []T {
	var values []T
	for _, c := range cases {
		values = append(values, key(c))
	}
	slices.SortFunc(values, KnownFirst[T])
	return slices.Compact(values)
}

// KnownFirst orders areas, years and the like, what is not known, the zero value, last.
func KnownFirst[T cmp.Ordered](a, b T) int {
	var unknown T
	switch {
	case a == b:
		return 0
	case a == unknown:
		return 1
	case b == unknown:
		return -1
	}
	return cmp.Compare(a, b)
}

func (r *Result) prevalenceTable() Table {
	t := Table{Name: "prevalence", Header: []string{
		"theme_id", "theme", "reviews", "of", "percent", "low", "high", "with_held", "good_practice_reviews",
		"passages", "sections",
	}}
	for _, p := range r.Prevalence {
		t.Rows = append(t.Rows, append(p.values(), Number(p.GoodPractice), Number(p.Passages), Text(p.SectionList())))
	}
	return t
}

// values returns theme_id, theme, reviews, of, percent, low, high and
// with_held.
func (p Prevalence) values() []Value {
	percent, low, high := p.Share.Rounded()
	return []Value{
		Text(p.Theme.ID), Text(p.Theme.Label), Number(p.Share.Count), Number(p.Share.Of),
		percent, low, high, Number(p.WithHeld),
	}
}

func (r *Result) byAreaTable() Table {
	return groupTable("by_area", "area", r.ByArea, func(g Group) Value { return Text(g.Area) })
}

func (r *Result) byYearTable() Table {
	return groupTable("by_year", "year", r.ByYear, func(g Group) Value { return Known(g.Year) })
}

// groupTable has one row for each group and theme.
func groupTable(name, key string, groups []Group, value func(Group) Value) Table {
	t := Table{Name: name, Header: []string{
		key, "theme_id", "theme", "reviews", "of", "percent", "low", "high", "with_held",
	}}
	for _, g := range groups {
		for _, p := range g.Prevalence {
			t.Rows = append(t.Rows, append([]Value{value(g)}, p.values()...))
		}
	}
	return t
}
