package analysis

import (
	"fmt"
	"iter"
	"slices"

	"thematic/corpus"
)

// Trend is how often a theme is present from year to year, over the reviews
// whose year of publication is known.
type Trend struct {
	Theme  string   `json:"theme"` // id
	Period Period   `json:"period"`
	Years  int      `json:"years"` // different ones with a review
	Share  Estimate `json:"share"`
	// Slope is the change in percentage points a year, by weighted least
	// squares; Z and P are those of [CochranArmitage].
	Slope Statistic `json:"slope"`
	Z     Statistic `json:"z"`
	P     Statistic `json:"p"`
	Q     Statistic `json:"q"` // of [BenjaminiHochberg], over the themes
	// Warning says why the figures should be read with care.
	Warning string `json:"warning,omitempty"`
}

// The least that a trend is tested in: with fewer years it is a comparison of
// two groups, with fewer reviews one of them makes the trend.
const (
	fewestInTrend = 10
	fewestYears   = 3
)

// Trends returns the trend of each theme in the order of the codebook. It is
// tested only over at least ten reviews of at least three years, and where the
// theme is present in so many of them, and not in all, that the steepest trend
// possible would reach p = 0.05.
func (m *Matrix) Trends() []Trend {
	years := known(m.Cases, func(c corpus.Case) int { return c.Year })
	trends := make([]Trend, len(m.Themes))
	family := make([]Statistic, len(m.Themes))
	for j, present := range m.present() {
		trends[j] = m.trend(j, present, years)
		family[j] = trends[j].P
	}
	for j, q := range adjust(family) {
		trends[j].Q = q
	}
	return trends
}

func (m *Matrix) trend(theme int, present reviewSet, years []int) Trend {
	counts, totals, scores := make([]int, len(years)), make([]int, len(years)), make([]float64, len(years))
	yearAt := make(map[int]int, len(years))
	for k, y := range years {
		yearAt[y], scores[k] = k, float64(y)
	}
	have, of := 0, 0
	for i, c := range m.Cases {
		if k, known := yearAt[c.Year]; known {
			totals[k]++
			of++
			if present.has(i) {
				counts[k]++
				have++
			}
		}
	}
	t := Trend{Theme: m.Themes[theme].ID, Years: len(years), Share: Proportion(have, of)}
	if len(years) > 0 {
		t.Period = Period{years[0], years[len(years)-1]}
	}
	t.test(counts, totals, scores)
	return t
}

// test sets Slope, Z and P, or the reason why there are none, and the warning.
func (t *Trend) test(counts, totals []int, scores []float64) {
	if reason := t.untestable(totals, scores); reason != "" {
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
func (t *Trend) untestable(totals []int, scores []float64) string {
	switch have, of := t.Share.Count, t.Share.Of; {
	case of < fewestInTrend:
		return fmt.Sprintf("not tested: the year is known of %s, fewer than %d", counted(of, "review"), fewestInTrend)
	case t.Years < fewestYears:
		return fmt.Sprintf("not tested: the reviews are of %s, fewer than %d", counted(t.Years, "year"), fewestYears)
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
	labels, tests := r.labels(), 0
	for _, k := range r.Trends {
		if k.P.Defined {
			tests++
		}
	}
	for _, k := range r.Trends {
		percent, low, high := k.Share.Rounded()
		t.Rows = append(t.Rows, []Value{
			text(k.Theme), text(labels[k.Theme]), year(k.Period.First), year(k.Period.Last), number(k.Years),
			number(k.Share.Count), number(k.Share.Of), percent, low, high,
			k.Slope.rounded(2), k.Z.rounded(3), k.P.probability(), k.Q.probability(), number(tests),
			text(notes(k.P.Reason, k.Warning)),
		})
	}
	return t
}
