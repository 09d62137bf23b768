package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestOneOut leaves out every review in turn.
func TestOneOut(t *testing.T) {
	for of := range 30 {
		for count := range of + 1 {
			got := oneOut(Proportion(count, of))
			if of < 2 {
				if got.Defined {
					t.Errorf("%d of %d: got %+v, want it undefined", count, of, got)
				}
				continue
			}
			low, high := math.Inf(1), math.Inf(-1)
			for i := range of {
				left := count
				if i < count {
					left--
				}
				percent := 100 * float64(left) / float64(of-1)
				low, high = min(low, percent), max(high, percent)
			}
			if want := (Range{true, low, high}); got != want {
				t.Errorf("%d of %d: got %+v, want %+v", count, of, got, want)
			}
		}
	}
}

// TestLeaveOut takes the passages of each section and each rule away and
// counts again.
func TestLeaveOut(t *testing.T) {
	random := rand.New(rand.NewPCG(29, 30))
	sections := []corpus.SectionKind{corpus.SectionFindings, corpus.SectionAnalysis, corpus.SectionLessons}
	for range 100 {
		in := randomInput(random)
		for i := range in.Codings {
			in.Codings[i].Section = sections[random.IntN(len(sections))]
			in.Codings[i].Rule = fmt.Sprint(random.IntN(4))
		}
		if len(in.Cases) > 0 && len(in.Themes) > 0 {
			yes := true
			in.Decisions = []corpus.Decision{{CaseID: in.Cases[0].ID, Theme: in.Themes[0].ID, Present: &yes}}
		}
		r := analysed(t, in)
		for j, k := range r.Robustness {
			checkLeftOut(t, in, j, k.Share, k.Sections, func(c corpus.Coding) string { return string(c.Section) })
			checkLeftOut(t, in, j, k.Share, k.Rules, func(c corpus.Coding) string { return c.Rule })
		}
	}
}

func checkLeftOut(t *testing.T, in Input, theme int, share Estimate, list []LeftOut, key func(corpus.Coding) string) {
	t.Helper()
	got := make(map[string]Estimate)
	for _, l := range list {
		got[l.Name] = l.Share
		if l.Lost <= 0 || l.Lost+l.Share.Count != share.Count {
			t.Fatalf("%+v of %+v", l, share)
		}
	}
	for _, name := range []string{"findings", "analysis", "lessons", "0", "1", "2", "3"} {
		rest := in
		rest.Codings = slices.DeleteFunc(slices.Clone(in.Codings), func(c corpus.Coding) bool { return key(c) == name })
		left := analysed(t, rest).Robustness[theme].Share
		if want, lost := got[name]; lost && left != want || !lost && left != share {
			t.Fatalf("theme %d without %s: %+v are left, but %+v of %+v were said to be", theme, name, left, want, share)
		}
	}
}

// TestBootstrap compares the percentiles with the binomial distribution that
// drawing reviews again has: 17 of 27, and 270 of 500.
func TestBootstrap(t *testing.T) {
	for _, c := range []struct{ have, of int }{{17, 27}, {270, 500}} {
		m := matrixOf(sized{"A", c.have, c.of})
		got := m.bootstrap(1).percent(0)
		low, high := binomialPercentiles(c.have, c.of)
		const reviewsOff = 2 // by chance, with 2,000 samples
		within := 100 * reviewsOff / float64(c.of)
		if math.Abs(got.Low-low) > within || math.Abs(got.High-high) > within {
			t.Errorf("%d of %d: got %.1f to %.1f, want about %.1f to %.1f", c.have, c.of, got.Low, got.High, low, high)
		}
	}
}

// binomialPercentiles returns the 2.5th and 97.5th percentile, in percent, of
// the number drawn from of with the probability have/of.
func binomialPercentiles(have, of int) (low, high float64) {
	p := float64(have) / float64(of)
	choose := func(k int) float64 {
		n, _ := math.Lgamma(float64(of + 1))
		a, _ := math.Lgamma(float64(k + 1))
		b, _ := math.Lgamma(float64(of - k + 1))
		return n - a - b
	}
	sum := 0.0
	for k := 0; k <= of; k++ {
		before := sum
		sum += math.Exp(choose(k) + float64(k)*math.Log(p) + float64(of-k)*math.Log(1-p))
		if before < 0.025 && sum >= 0.025 {
			low = 100 * float64(k) / float64(of)
		}
		if before < 0.975 && sum >= 0.975 {
			high = 100 * float64(k) / float64(of)
		}
	}
	return low, high
}

func TestBootstrapIsRepeatable(t *testing.T) {
	m := randomMatrix(rand.New(rand.NewPCG(31, 32)), 30, 8)
	if a, b := m.bootstrap(7), m.bootstrap(7); !reflect.DeepEqual(a, b) {
		t.Error("the same seed gave other draws")
	}
	if a, b := m.bootstrap(7), m.bootstrap(8); reflect.DeepEqual(a, b) {
		t.Error("another seed gave the same draws")
	}
}

func TestMiddle(t *testing.T) {
	for _, c := range []struct {
		h    histogram
		want Range
	}{
		{nil, Range{}},
		{histogram{0, 0}, Range{}},
		{histogram{0, 0, 5}, Range{true, 2, 2}},
		{histogram{1, 38, 1}, Range{true, 1, 1}},
		{histogram{2, 37, 1}, Range{true, 0, 1}},
		{histogram{0, 10, 10, 0, 20, 0}, Range{true, 1, 4}},
	} {
		if got := c.h.middle(); got != c.want {
			t.Errorf("%v: got %+v, want %+v", c.h, got, c.want)
		}
	}
}

func TestRanks(t *testing.T) {
	m := drawn("a xxxxxxxx", "b xxxxxxxx", "c ........")
	d := m.bootstrap(1)
	for j, want := range []Range{{true, 1, 1}, {true, 1, 1}, {true, 3, 3}} {
		if got := d.rank(j); got != want {
			t.Errorf("%s: got %+v, want %+v", m.Themes[j].ID, got, want)
		}
	}
}

func TestRobustnessTable(t *testing.T) {
	got := csvOf(t, analysed(t, fixtureInput()), "robustness")
	want := "theme_id,theme,reviews,of,percent,one_out_low,one_out_high,bootstrap_low,bootstrap_high,rank_low,rank_high," +
		"section,without_section,percent_without_section,rule,without_rule,percent_without_rule\n" +
		"assessment,Poor or absent assessment,2,4,50,33.3,66.7,0,100,1,2,findings,0,0,assessment.1,0,0\n"
	if !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant it to begin\n%s", got, want)
	}
	if got := csvOf(t, analysed(t, fixtureInput()), "robustness"); !strings.Contains(got, "voice,Voice of the child,2,4,50,33.3,66.7,0,100,1,3,findings,1,25,voice.1,1,25\n") {
		t.Errorf("voice, which a person decided in one review: got\n%s", got)
	}
	nothing := csvOf(t, analysed(t, Input{Themes: fixtureInput().Themes}), "robustness")
	if want := "voice,Voice of the child,0,0,n/a,n/a,n/a,n/a,n/a,n/a,n/a,,,,,,\n"; !strings.Contains(nothing, want) {
		t.Errorf("of nothing: got\n%s\nwant it to hold\n%s", nothing, want)
	}
}
