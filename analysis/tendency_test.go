package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

func TestCochranArmitage(t *testing.T) {
	fromOne := []float64{1, 2, 3, 4, 5}
	for _, c := range []struct {
		name           string
		counts, totals []int
		scores         []float64
		square, p      float64
		within         float64 // of both
	}{
		{"R, smokers", []int{83, 90, 129, 70}, []int{86, 93, 136, 82}, fromOne[:4], 8.2249, 0.004132, .5e-4},
		{"R, smokers, 0 0 0 1", []int{83, 90, 129, 70}, []int{86, 93, 136, 82}, []float64{0, 0, 0, 1}, 12.173, 0.0004848, .5e-3},
		{"DescTools, dose", []int{0, 1, 0, 3}, []int{10, 10, 10, 10}, fromOne[:4], 1.8856 * 1.8856, 0.05935, 2e-4},
		{"lung tumour", []int{2, 7, 15}, []int{40, 50, 48}, fromOne[:3], 3.2735 * 3.2735, 0.00106, 4e-4},
		{"Rosner, age at first birth", []int{320, 1206, 1011, 463, 220}, []int{1742, 5638, 3904, 1555, 626}, fromOne, 129.01, 0, .5e-2},
		{"Agresti, malformation", []int{48, 38, 5, 1, 1}, []int{17114, 14502, 793, 127, 38}, []float64{0, .5, 1.5, 4, 7}, 6.570, 0.0104, .5e-3},
	} {
		got, ok := CochranArmitage(c.counts, c.totals, c.scores)
		if !ok || math.Abs(got.Z*got.Z-c.square) > c.within || math.Abs(got.P-c.p) > min(c.within, .5e-4) {
			t.Errorf("%s: got χ² %.6f, p %.7f, %v, want %v, %v", c.name, got.Z*got.Z, got.P, ok, c.square, c.p)
		}
	}
}

// TestSlope has snoring and heart disease, with scores that are not evenly spaced (A.
// Agresti, An Introduction to Categorical Data Analysis, 2nd edition, 2007, table 3.1),
// and the slope and z that statsmodels 0.15 gives: of WLS, and of its test of ordinal
// association, whose variance is over one less.
func TestSlope(t *testing.T) {
	got, ok := CochranArmitage([]int{24, 35, 21, 30}, []int{1379, 638, 213, 254}, []float64{0, 2, 4, 5})
	if !ok || math.Abs(got.Slope-0.020038004) > .5e-8 || math.Abs(got.Z*math.Sqrt(2483.0/2484)-8.5240145) > .5e-6 {
		t.Errorf("got the slope %.9f, z %.7f, %v, want 0.020038004 and 8.525731", got.Slope, got.Z, ok)
	}
}

// TestTendencyOfScores shifts, stretches and turns the scores: the test does
// not change but for its sign, and the slope only by the stretch.
func TestTendencyOfScores(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 14))
	for range 300 {
		var counts, totals []int
		var scores, shifted, turned []float64
		for i := range 2 + random.IntN(8) {
			n := random.IntN(12)
			totals, counts = append(totals, n), append(counts, random.IntN(n+1))
			scores = append(scores, float64(i))
			shifted, turned = append(shifted, 2010+2*float64(i)), append(turned, -float64(i))
		}
		a, ok := CochranArmitage(counts, totals, scores)
		b, _ := CochranArmitage(counts, totals, shifted)
		c, _ := CochranArmitage(counts, totals, turned)
		if !ok {
			continue
		}
		if a.P < 0 || a.P > 1 || math.Abs(a.Z-b.Z) > 1e-9 || math.Abs(a.Z+c.Z) > 1e-9 || math.Abs(a.Slope-2*b.Slope) > 1e-9 {
			t.Fatalf("%v of %v: %+v, shifted %+v, turned %+v", counts, totals, a, b, c)
		}
	}
}

func TestTendencyUndefined(t *testing.T) {
	for _, c := range []struct {
		name           string
		counts, totals []int
		scores         []float64
	}{
		{"nothing", nil, nil, nil},
		{"none", []int{0, 0}, []int{3, 4}, []float64{1, 2}},
		{"all", []int{3, 4}, []int{3, 4}, []float64{1, 2}},
		{"one score", []int{1, 2}, []int{3, 4}, []float64{2, 2}},
		{"one group with reviews", []int{1, 0}, []int{3, 0}, []float64{1, 2}},
		{"more than there are", []int{4, 1}, []int{3, 4}, []float64{1, 2}},
		{"negative", []int{-1, 1}, []int{3, 4}, []float64{1, 2}},
		{"fewer counts", []int{1}, []int{3, 4}, []float64{1, 2}},
		{"fewer totals", []int{1, 2}, []int{3}, []float64{1, 2}},
		{"fewer scores", []int{1, 2}, []int{3, 4}, []float64{1}},
	} {
		if got, ok := CochranArmitage(c.counts, c.totals, c.scores); ok {
			t.Errorf("%s: got %+v, want it undefined", c.name, got)
		}
	}
}

func ExampleCochranArmitage() {
	t, _ := CochranArmitage([]int{83, 90, 129, 70}, []int{86, 93, 136, 82}, []float64{1, 2, 3, 4})
	fmt.Printf("χ² %.4f, p %.6f\n", t.Z*t.Z, t.P)
	// Output: χ² 8.2249, p 0.004132
}
