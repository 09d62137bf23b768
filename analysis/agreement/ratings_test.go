package agreement

import (
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// all are the coefficients that correct for chance.
var all = map[string]func(Ratings) Coefficient{
	"Cohen": Cohen, "Fleiss": Fleiss, "alpha": Alpha, "AC1": AC1, "Brennan-Prediger": BrennanPrediger,
}

// TestNoVariation: where all ratings are the same there is nothing to correct.
func TestNoVariation(t *testing.T) {
	for _, r := range []Ratings{
		{Categories: 2, Values: [][]int{{0, 0}, {0, 0}, {0, 0}}},
		{Categories: 2, Values: [][]int{{1, 1}, {1, 1}, {1, Missing}}},
		{Categories: 5, Values: [][]int{{3, 3}, {3, 3}, {1, Missing}}}, // 1 is in no pair
	} {
		for name, coefficient := range all {
			if got := coefficient(r); got.Defined || got.Reason != noVariation || got.Value != 0 || got.Interval != "" {
				t.Errorf("%s of %v: got %+v, want %q", name, r.Values, got, noVariation)
			}
		}
		if got := Percent(r); !got.Defined || got.Value != 1 || got.Low >= 1 {
			t.Errorf("percent of %v: got %+v, want 1 with a lower bound", r.Values, got)
		}
	}
}

// TestJSONHasNoFalseZero: what is undefined is null.
func TestJSONHasNoFalseZero(t *testing.T) {
	got, err := json.Marshal(Figure{MeasureAlpha, undefined(noVariation)})
	if want := `{"name":"alpha","value":null,"low":null,"high":null,"reason":"` + noVariation + `"}`; err != nil || string(got) != want {
		t.Errorf("got %s, error %v, want %s", got, err, want)
	}
}

func TestNoPairs(t *testing.T) {
	for _, r := range []Ratings{
		{Categories: 2},
		{Categories: 2, Values: [][]int{{Missing, 1}, {0, Missing}}},
		{Categories: 2, Values: [][]int{{Missing, Missing}}},
	} {
		for name, coefficient := range all {
			want := noPairs
			if name == "Cohen" && len(r.Values) == 0 {
				want = notTwo
			}
			if got := coefficient(r); got.Defined || got.Reason != want {
				t.Errorf("%s of %v: got %+v, want %q", name, r.Values, got, want)
			}
		}
		if got := Percent(r); got.Defined || got.Reason != noPairs {
			t.Errorf("percent of %v: got %+v", r.Values, got)
		}
	}
}

func TestPositive(t *testing.T) {
	r := fromTable([][]int{{90, 2}, {3, 5}}) // 2·5/(2·5+2+3)
	printed(t, "positive agreement", Positive(r).Value, "0.6667")
	if got := Positive(Ratings{Categories: 2, Values: [][]int{{0, 0}}}); got.Defined || got.Reason != "nothing was marked" {
		t.Errorf("got %+v, want undefined", got)
	}
}

func randomRatings(random *rand.Rand) Ratings {
	r := Ratings{Categories: 2 + random.IntN(4)}
	coders := 2 + random.IntN(4)
	for range 1 + random.IntN(30) {
		values := make([]int, coders)
		for c := range values {
			values[c] = random.IntN(r.Categories+1) - 1
		}
		r.Values = append(r.Values, values)
	}
	return r
}

// TestProperties: the order of units and of coders makes no difference, nor do
// the names of categories; no value is NaN or above 1, an interval holds its
// value, and it ends where the scale does.
func TestProperties(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 28))
	for range 500 {
		r := randomRatings(random)
		other := Ratings{Categories: r.Categories}
		names, places := random.Perm(r.Categories), random.Perm(r.coders())
		for _, values := range r.Values {
			moved := make([]int, len(values))
			for c, v := range values {
				if v != Missing {
					v = names[v]
				}
				moved[places[c]] = v
			}
			other.Values = append(other.Values, moved)
		}
		slices.Reverse(other.Values)
		for name, coefficient := range all {
			a, b := coefficient(r), coefficient(other)
			if a.Defined != b.Defined || math.Abs(a.Value-b.Value) > 1e-9 || math.Abs(a.Low-b.Low) > 1e-6 {
				t.Errorf("%s of %v: got %+v, and %+v after moving things about", name, r.Values, a, b)
			}
			if math.IsNaN(a.Value+a.Low+a.High+a.SE+a.NullSE) || math.Max(a.Value, a.High) > 1 || a.Value >= -1 && a.Low < -1 || a.Interval != "" && (a.Low > a.Value || a.High < a.Value) {
				t.Errorf("%s of %v: got %+v", name, r.Values, a)
			}
		}
	}
}

// TestAlphaByPairs computes alpha again from its definition, pair by pair.
func TestAlphaByPairs(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 12))
	for range 300 {
		r := randomRatings(random)
		var pool []int
		within, n := 0.0, 0.0
		for u, values := range r.Values {
			_, judged := r.counts(u)
			if judged < 2 {
				continue
			}
			for i, v := range values {
				if v == Missing {
					continue
				}
				n++
				pool = append(pool, v)
				for j, w := range values {
					if i != j && w != Missing && v != w {
						within += 1 / (judged - 1)
					}
				}
			}
		}
		differ := 0.0
		for i, v := range pool {
			for j, w := range pool {
				if i != j && v != w {
					differ++
				}
			}
		}
		got := Alpha(r)
		if got.Defined != (differ > 0) {
			t.Errorf("%v: got %+v", r.Values, got)
			continue
		}
		if want := 1 - within/n/(differ/(n*(n-1))); got.Defined && math.Abs(got.Value-want) > 1e-12 {
			t.Errorf("%v: got %v, want %v", r.Values, got.Value, want)
		}
	}
}

// TestTwoCodersWithoutMissing: Fleiss' kappa is then Scott's pi, and alpha
// exceeds it by (1-pi)/2n.
func TestTwoCodersWithoutMissing(t *testing.T) {
	r := fromTable([][]int{{13, 0, 0}, {0, 20, 7}, {0, 4, 56}})
	pi, alpha := Fleiss(r).Value, Alpha(r).Value
	if want := pi + (1-pi)/200; math.Abs(alpha-want) > 1e-12 {
		t.Errorf("got alpha %v, want %v", alpha, want)
	}
}

// TestBootstrap: the same seed gives the same interval, the interval holds the
// value, and reviews that are alike throughout leave none.
func TestBootstrap(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	r, cluster := Ratings{Categories: 2}, []string(nil)
	for u := range 200 {
		a := random.IntN(2)
		b := a
		if random.IntN(5) == 0 {
			b = 1 - a
		}
		r.Values = append(r.Values, []int{a, b})
		cluster = append(cluster, fmt.Sprint(u/8))
	}
	measures := []formula{(*tally).cohen, (*tally).alpha, (*tally).percent}
	first, again := newBootstrap(r, cluster, 7).intervals(measures), newBootstrap(r, cluster, 7).intervals(measures)
	if !slices.Equal(first, again) {
		t.Errorf("got %+v and %+v from one seed", first, again)
	}
	for i, want := range []Coefficient{Cohen(r), Alpha(r), Percent(r)} {
		got := first[i]
		if math.Abs(got.Value-want.Value) > 1e-12 || got.Low > got.Value || got.High < got.Value || got.Interval != Resampled {
			t.Errorf("got %+v, want the value of %+v inside an interval", got, want)
		}
		if want.Interval != "" && (math.Abs(got.Low-want.Low) > 0.05 || math.Abs(got.High-want.High) > 0.05) {
			t.Errorf("independent units: got %.3f to %.3f, the formula gives %.3f to %.3f", got.Low, got.High, want.Low, want.High)
		}
	}
	same := Ratings{Categories: 2, Values: [][]int{{0, 0}, {1, 1}, {0, 0}, {1, 1}}}
	if got := newBootstrap(same, []string{"a", "a", "b", "b"}, 7).intervals(measures[:1])[0]; got.Value != 1 || got.Interval != "" {
		t.Errorf("got %+v, want 1 without an interval", got)
	}
}
