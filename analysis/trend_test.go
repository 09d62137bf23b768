package analysis

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"thematic/corpus"
)

// yearly returns a matrix of one theme: counts[i] of totals[i] reviews of the
// year 2010+i have it.
func yearly(counts, totals []int) *Matrix {
	m := &Matrix{Themes: []Theme{{ID: "t"}}}
	for i, n := range totals {
		for k := range n {
			status := CellAbsent
			if k < counts[i] {
				status = CellDecidedPresent
			}
			m.Cases = append(m.Cases, corpus.Case{Year: 2010 + i})
			m.Cells = append(m.Cells, []Cell{{Status: status}})
		}
	}
	return m
}

func TestTrend(t *testing.T) {
	got := yearly([]int{83, 90, 129, 70}, []int{86, 93, 136, 82}).trends(yearScale)[0]
	if math.Abs(got.Z.Value*got.Z.Value-8.2249) > .5e-4 || math.Abs(got.P.Value-0.004132) > .5e-6 || got.Q != got.P {
		t.Errorf("got %+v, want χ² 8.2249 and p 0.004132", got)
	}
	if got.Slope.Value >= 0 || got.First != 2010 || got.Last != 2013 || got.Values != 4 || got.Share != Proportion(372, 397) || got.Warning != "" {
		t.Errorf("got %+v", got)
	}
	steady := yearly([]int{1, 2, 3, 4}, []int{10, 10, 10, 10}).trends(yearScale)[0]
	if math.Abs(steady.Slope.Value-10) > 1e-9 {
		t.Errorf("10%%, 20%%, 30%%, 40%%: got a slope of %v points a year, want 10", steady.Slope.Value)
	}
}

func TestNoTrendWithoutMeaning(t *testing.T) {
	for _, c := range []struct {
		name            string
		counts, totals  []int
		reason, warning string
	}{
		{"nothing", nil, nil, "of 0 reviews", ""},
		{"few reviews", []int{1, 1, 2}, []int{3, 3, 3}, "of 9 reviews, fewer than 10", ""},
		{"few years", []int{1, 5}, []int{10, 10}, "of 2 years, fewer than 3", ""},
		{"five with it", []int{0, 1, 4}, []int{5, 5, 5}, "", ""},
		{"in none", []int{0, 0, 0}, []int{5, 5, 5}, "in none", ""},
		{"in all", []int{5, 5, 5}, []int{5, 5, 5}, "in all", ""},
		{"too rare", []int{1, 0, 0}, []int{5, 5, 5}, "even the steepest", ""},
		{"just enough reviews", []int{0, 0, 4}, []int{3, 3, 4}, "", "small numbers"},
		{"small numbers", []int{0, 0, 4}, []int{5, 5, 5}, "", "small numbers"},
		{"small numbers without it", []int{1, 5, 5}, []int{5, 5, 5}, "", "small numbers"},
	} {
		got := yearly(c.counts, c.totals).trends(yearScale)[0]
		if (got.Warning == "") != (c.warning == "") {
			t.Errorf("%s: got the warning %q, want %q", c.name, got.Warning, c.warning)
		}
		if got.P.Defined != (c.reason == "") || !strings.Contains(got.P.Reason, c.reason) || got.Slope.Defined != got.P.Defined ||
			!strings.Contains(got.Warning, c.warning) {
			t.Errorf("%s: got %+v, want the reason %q and the warning %q", c.name, got, c.reason, c.warning)
		}
	}
}

// TestSteepest tries every way to place the theme.
func TestSteepest(t *testing.T) {
	totals, scores := []int{3, 2, 4}, []float64{2010, 2011, 2015}
	random := rand.New(rand.NewPCG(17, 18))
	for range 200 {
		counts, have := make([]int, 3), 0
		for i, n := range totals {
			counts[i] = random.IntN(n + 1)
			have += counts[i]
		}
		if got, ok := CochranArmitage(counts, totals, scores); ok && got.P < steepest(have, totals, scores)-1e-12 {
			t.Fatalf("%v of %v: p %v is below the least, %v", counts, totals, got.P, steepest(have, totals, scores))
		}
	}
}

func TestTrendTable(t *testing.T) {
	got := csvOf(t, analysed(t, fixtureInput()), "trend")
	want := "voice,Voice of the child,2012,2017,2,1,3,33.3,6.1,79.2,n/a,n/a,n/a,n/a,0,\"not tested: the year is known of 3 reviews, fewer than 10\"\n"
	if !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant it to hold\n%s", got, want)
	}
}
