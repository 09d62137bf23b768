package analysis

import (
	"cmp"
	"fmt"
	"slices"

	"thematic/corpus"
)

// Comparison sets groups of reviews beside one another, theme by theme. Where
// there are two groups the first is compared with the second; where there are
// more, each is compared with all the others together.
type Comparison struct {
	By     string      `json:"by"` // what parts the groups: "area", "period", "kind" or a column of cases.csv
	Groups []GroupSize `json:"groups"`
	// LeftOut is how many included reviews are in no group, such as those
	// whose area is not known.
	LeftOut int `json:"left_out"`
	// Contrasts are by theme in the order of the codebook, then by group; none
	// where fewer than two groups have a review.
	Contrasts []Contrast `json:"contrasts"`
	Tests     int        `json:"tests"` // made, the family over which Q is adjusted
	// Trends are by theme in the order of the codebook; nil where the groups
	// have no order.
	Trends []Trend `json:"trends,omitempty"`
	// NoNumber is the first value that is no number of a column which holds
	// mostly numbers, and whose every value is a group because of it.
	NoNumber string `json:"no_number,omitempty"`
}

// GroupSize is the name of a group and the number of reviews in it.
type GroupSize struct {
	Name    string `json:"name"`
	Reviews int    `json:"reviews"`
}

// AllOthers names the reviews of all groups but one.
const AllOthers = "all others"

// Contrast compares how often one theme is present in two groups of reviews, A
// and B. Warning says why the figures should be read with care, and is empty
// where there is nothing to say.
type Contrast struct {
	Theme string   `json:"theme"` // id
	A     string   `json:"a"`
	B     string   `json:"b"` // [AllOthers] where there are more than two groups
	InA   Estimate `json:"in_a"`
	InB   Estimate `json:"in_b"`
	// Difference is A less B.
	Difference Difference `json:"difference"`
	P          Statistic  `json:"p"` // of [Fisher], two-sided
	Q          Statistic  `json:"q"` // of [BenjaminiHochberg], over the comparison
	Warning    string     `json:"warning,omitempty"`
}

// fewestInGroup is the number of reviews below which a group is not tested: a
// single review more or less would move its percentages by 20 points or more.
const fewestInGroup = 5

// Enough reports whether both groups have as many reviews as a test asks for.
func (t Contrast) Enough() bool { return min(t.InA.Of, t.InB.Of) >= fewestInGroup }

// fewestExpected is the expected count below which the numbers are small
// enough to warn of.
const fewestExpected = 5

// compare sets the reviews of the groups named beside one another. The function
// group says to which of them a review belongs; what it returns for a review
// that belongs to none must not be among groups.
//
// A test is made only where it can say something: both groups have at least
// five reviews, the theme is present in some reviews of the two and not in all,
// and the most uneven split of those reviews would reach p = 0.05. All of this
// depends on the size of the groups and the number of reviews with the theme,
// never on how they are split.
func (m *Matrix) compare(by string, groups []string, group func(corpus.Case) string) Comparison {
	c := Comparison{By: by, LeftOut: len(m.Cases), Groups: []GroupSize{}, Contrasts: []Contrast{}}
	sets := make([]rowSet, len(groups))
	for g, name := range groups {
		sets[g] = newRowSet(len(m.Cases))
		for i, review := range m.Cases {
			if group(review) == name {
				sets[g].add(i)
			}
		}
		size := sets[g].count()
		c.Groups = append(c.Groups, GroupSize{name, size})
		c.LeftOut -= size
	}
	if c.peopled() < 2 {
		return c
	}
	if len(groups) == 2 {
		groups = groups[:1] // the second mirrors the first
	}
	for j, present := range m.present() {
		for g := range groups {
			c.Contrasts = append(c.Contrasts, c.contrast(g, m.Themes[j].ID, present, sets))
		}
	}
	c.adjust()
	return c
}

// peopled is the number of groups that have a review.
func (c *Comparison) peopled() (n int) {
	for _, g := range c.Groups {
		if g.Reviews > 0 {
			n++
		}
	}
	return n
}

// contrast compares group g with the others.
func (c *Comparison) contrast(g int, theme string, present rowSet, sets []rowSet) Contrast {
	t := Contrast{Theme: theme, A: c.Groups[g].Name, B: AllOthers}
	if len(c.Groups) == 2 {
		t.B = c.Groups[1].Name
	}
	count, of := 0, 0
	for other, set := range sets {
		if other != g {
			count += present.shared(set)
			of += c.Groups[other].Reviews
		}
	}
	t.InA = Proportion(present.shared(sets[g]), c.Groups[g].Reviews)
	t.InB = Proportion(count, of)
	t.Difference = Subtract(t.InA, t.InB)
	t.test()
	return t
}

// test sets P and the warning.
func (t *Contrast) test() {
	table := fourfold{t.InA.Count, t.InA.Of - t.InA.Count, t.InB.Count, t.InB.Of - t.InB.Count}
	switch present := t.InA.Count + t.InB.Count; {
	case t.InA.Of < fewestInGroup:
		t.P = noStatistic(tooFew(t.A, t.InA.Of))
	case t.InB.Of < fewestInGroup:
		t.P = noStatistic(tooFew(t.B, t.InB.Of))
	case present == 0:
		t.P = noStatistic(themeInNone)
	case present == t.InA.Of+t.InB.Of:
		t.P = noStatistic(themeInAll)
	default:
		if t.P = table.test(); t.P.Defined && table.leastExpected() < fewestExpected {
			t.Warning = "small numbers: go by the interval, not by the difference alone"
		}
	}
}

const (
	themeInNone = "not tested: the theme is in none of these reviews"
	themeInAll  = "not tested: the theme is in all of these reviews"
)

func tooFew(group string, reviews int) string {
	return fmt.Sprintf("not tested: %s has %s, fewer than %d", group, corpus.Quantity(reviews, "review"), fewestInGroup)
}

// test returns the p value of [Fisher] for a table with no empty margin, undefined
// where even the most uneven one with these margins would not reach the level.
func (t fourfold) test() Statistic {
	if least := t.leastP(); least > level {
		return noStatistic(unreachable(least))
	}
	p, _ := Fisher(t.a, t.b, t.c, t.d)
	return statistic(p)
}

func unreachable(least float64) string {
	return fmt.Sprintf("not tested: too few reviews, even the most uneven split would have p = %.2f", least)
}

// adjust sets the q values of the contrasts and counts the tests.
func (c *Comparison) adjust() {
	adjust(c.Contrasts, func(t *Contrast) (p, q *Statistic) { return &t.P, &t.Q })
	c.Tests = tested(c.Contrasts, func(t Contrast) Statistic { return t.P })
}

// FullReports names the group of full reports, whatever the arrangements they
// were made under: those of the kinds review and practice_review.
const FullReports = string(corpus.KindReview + " and " + corpus.KindPractice)

// comparisons returns the comparison by area, by period, which are two halves of
// the years, and of [FullReports] with executive summaries. Reviews whose area or
// year is not known are left out of the first two, other kinds of document out
// of the third.
func (m *Matrix) comparisons() []Comparison {
	area := func(c corpus.Case) string { return c.Area }
	kind := func(c corpus.Case) string {
		if fullReport(c.Kind) {
			return FullReports
		}
		return string(c.Kind)
	}
	return []Comparison{
		m.compare("area", known(m.Cases, area), area),
		m.compareBands("period", halves(yearScale.values(m.Cases)), yearScale),
		m.compare("kind", []string{FullReports, string(corpus.KindSummary)}, kind),
	}
}

// known returns the values that key takes, in order, without the zero value.
func known[T cmp.Ordered](cases []corpus.Case, key func(corpus.Case) T) []T {
	var zero T
	return slices.DeleteFunc(distinct(cases, key), func(v T) bool { return v == zero })
}

// contrastHeader is that of a table with one row for each contrast.
var contrastHeader = []string{
	"theme_id", "theme", "group_a", "reviews_a", "of_a", "percent_a", "low_a", "high_a",
	"group_b", "reviews_b", "of_b", "percent_b", "low_b", "high_b",
	"difference", "difference_low", "difference_high", "p", "q", "tests", "note",
}

// comparisonTable has one row for each contrast.
func (r *Result) comparisonTable(c Comparison) Table {
	t := Table{Name: "compare_" + c.By, Header: contrastHeader}
	labels := r.labels()
	for _, k := range c.Contrasts {
		t.Rows = append(t.Rows, k.values(labels, c.Tests))
	}
	return t
}

// values are those under [contrastHeader].
func (t Contrast) values(labels map[string]string, tests int) []Value {
	difference, low, high := t.Difference.Rounded()
	row := []Value{Text(t.Theme), Text(labels[t.Theme])}
	row = append(row, groupValues(t.A, t.InA)...)
	row = append(row, groupValues(t.B, t.InB)...)
	return append(row, difference, low, high,
		t.P.probability(), t.Q.probability(), Number(tests), Text(notes(t.P.Reason, t.Warning)))
}

// groupValues returns name, reviews, of, percent, low and high.
func groupValues(name string, e Estimate) []Value {
	percent, low, high := e.Rounded()
	return []Value{Text(name), Number(e.Count), Number(e.Of), percent, low, high}
}
