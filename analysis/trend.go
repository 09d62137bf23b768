package analysis

import (
	"fmt"
	"iter"
	"slices"

	"thematic/corpus"
)

// scale orders reviews by a number.
type scale struct {
	noun string // of one value
	of   func(corpus.Case) (value float64, known bool)
}

// yearScale is the year of publication.
var yearScale = scale{"year", func(c corpus.Case) (float64, bool) { return float64(c.Year), c.Year != 0 }}

// values are those of the reviews of which one is known, in ascending order.
func (s scale) values(cases []corpus.Case) []float64 {
	var values []float64
	for _, c := range cases {
		if v, known := s.of(c); known {
			values = append(values, v)
		}
	}
	slices.Sort(values)
	return values
}

// Trend is how often a theme is present as the year of publication rises, or
// another number that orders the reviews, over those of which it is known.
type Trend struct {
	Theme string `json:"theme"` // id
	// First and Last are the least and the greatest number, 0 where none is
	// known, and Values how many different ones there are.
	First  float64  `json:"first"`
	Last   float64  `json:"last"`
	Values int      `json:"values"`
	Share  Estimate `json:"share"`
	// Slope is the change in percentage points with each one more, by weighted
	// least squares; Z and P are those of [CochranArmitage].
	Slope Statistic `json:"slope"`
	Z     Statistic `json:"z"`
	P     Statistic `json:"p"`
	Q     Statistic `json:"q"` // of [BenjaminiHochberg], over the themes
	// Warning says why the figures should be read with care.
	Warning string `json:"warning,omitempty"`
}

// The least that a trend is tested in: with fewer values it is a comparison of
// two groups, with fewer reviews one of them makes the trend.
const (
	fewestInTrend = 10
	fewestValues  = 3
)

// trends returns the trend of each theme over a scale, in the order of the
// codebook. It is tested only over at least ten reviews of at least three values,
// and where the theme is present in so many of them, and not in all, that the
// steepest trend possible would reach p = 0.05.
func (m *Matrix) trends(s scale) []Trend {
	values := slices.Compact(s.values(m.Cases))
	trends := make([]Trend, len(m.Themes))
	for j, present := range m.present() {
		trends[j] = m.trend(j, present, s, values)
	}
	adjust(trends, func(t *Trend) (p, q *Statistic) { return &t.P, &t.Q })
	return trends
}

func (m *Matrix) trend(theme int, present rowSet, s scale, values []float64) Trend {
	counts, totals := make([]int, len(values)), make([]int, len(values))
	have, of := 0, 0
	for i, c := range m.Cases {
		v, known := s.of(c)
		if !known {
			continue
		}
		k, _ := slices.BinarySearch(values, v)
		totals[k]++
		of++
		if present.has(i) {
			counts[k]++
			have++
		}
	}
	t := Trend{Theme: m.Themes[theme].ID, Values: len(values), Share: Proportion(have, of)}
	if len(values) > 0 {
		t.First, t.Last = values[0], values[len(values)-1]
	}
	t.test(s.noun, counts, totals, values)
	return t
}

// test sets Slope, Z and P, or the reason why there are none, and the warning.
func (t *Trend) test(noun string, counts, totals []int, scores []float64) {
	if reason := t.untestable(noun, totals, scores); reason != "" {
		t.Slope, t.Z, t.P = noStatistic(reason), noStatistic(reason), noStatistic(reason)
		return
	}
	tendency, _ := CochranArmitage(counts, totals, scores)
	t.Slope, t.Z, t.P = statistic(100*tendency.Slope), statistic(tendency.Z), statistic(tendency.P)
	if min(t.Share.Count, t.Share.Of-t.Share.Count) < fewestExpected {
		t.Warning = fmt.Sprintf("small numbers: fewer than %d reviews with the theme, or without it, so that p is rough", fewestExpected)
	}
}

// untestable says why there is no trend to test; it is empty where there is
// one.
func (t *Trend) untestable(noun string, totals []int, scores []float64) string {
	switch have, of := t.Share.Count, t.Share.Of; {
	case of < fewestInTrend:
		return fmt.Sprintf("not tested: the %s is known of %s, fewer than %d", noun, corpus.Quantity(of, "review"), fewestInTrend)
	case t.Values < fewestValues:
		return fmt.Sprintf("not tested: the reviews are of %s, fewer than %d", corpus.Quantity(t.Values, noun), fewestValues)
	case have == 0:
		return themeInNone
	case have == of:
		return themeInAll
	}
	if least := steepest(t.Share.Count, totals, scores); least > level {
		return fmt.Sprintf("not tested: too few reviews, even the steepest trend would have p = %.2f", least)
	}
	return ""
}

// steepest returns the smallest p value that the trend could have if the theme
// were in as many reviews, but in those of the last years, or of the first.
func steepest(have int, totals []int, scores []float64) float64 {
	least := 1.0
	for _, order := range []iter.Seq2[int, int]{slices.All(totals), slices.Backward(totals)} {
		counts, left := make([]int, len(totals)), have
		for k, n := range order {
			counts[k] = min(n, left)
			left -= counts[k]
		}
		if t, ok := CochranArmitage(counts, totals, scores); ok {
			least = min(least, t.P)
		}
	}
	return least
}

// trendTable has one row for each theme.
func (r *Result) trendTable() Table {
	t := Table{Name: "trend", Header: []string{
		"theme_id", "theme", "first", "last", "years", "reviews", "of", "percent", "low", "high",
		"points_per_year", "z", "p", "q", "tests", "note",
	}}
	labels, tests := r.labels(), tested(r.Trends, func(t Trend) Statistic { return t.P })
	for _, k := range r.Trends {
		percent, low, high := k.Share.Rounded()
		t.Rows = append(t.Rows, []Value{
			Text(k.Theme), Text(labels[k.Theme]), Known(int(k.First)), Known(int(k.Last)), Number(k.Values),
			Number(k.Share.Count), Number(k.Share.Of), percent, low, high,
			k.Slope.rounded(2), k.Z.rounded(3), k.P.probability(), k.Q.probability(), Number(tests),
			Text(notes(k.P.Reason, k.Warning)),
		})
	}
	return t
}
