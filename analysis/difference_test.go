package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

func TestNewcombe(t *testing.T) {
	// Newcombe (1998), table II, method 10.
	for _, c := range []struct {
		count1, n1, count2, n2 int
		low, high              float64
	}{
		{56, 70, 48, 80, .0524, .3339},
		{9, 10, 3, 10, .1705, .8090},
		{6, 7, 2, 7, .0582, .8062},
		{5, 56, 0, 29, -.0381, .1926},
		{0, 10, 0, 20, -.1611, .2775},
		{0, 10, 0, 10, -.2775, .2775},
		{10, 10, 0, 20, .6791, 1},
		{10, 10, 0, 10, .6075, 1},
	} {
		low, high, ok := Newcombe(c.count1, c.n1, c.count2, c.n2)
		if !ok || math.Abs(low-c.low) > .50001e-4 || math.Abs(high-c.high) > .50001e-4 {
			t.Errorf("Newcombe(%d/%d, %d/%d) = %.5f, %.5f, %v, want %v, %v",
				c.count1, c.n1, c.count2, c.n2, low, high, ok, c.low, c.high)
		}
	}
}

func TestSubtractHoldsTheDifference(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		n1, n2 := 1+random.IntN(60), 1+random.IntN(60)
		a, b := Proportion(random.IntN(n1+1), n1), Proportion(random.IntN(n2+1), n2)
		d, mirror := Subtract(a, b), Subtract(b, a)
		if !d.Defined || !(-100 <= d.Low && d.Low <= d.Points && d.Points <= d.High && d.High <= 100) {
			t.Fatalf("%v less %v = %+v", a, b, d)
		}
		if math.Abs(d.Low+mirror.High) > 1e-9 || math.Abs(d.High+mirror.Low) > 1e-9 {
			t.Fatalf("%v less %v = %+v, the other way round %+v", a, b, d, mirror)
		}
	}
	if got := Subtract(Proportion(1, 2), Proportion(0, 0)); got != (Difference{}) {
		t.Errorf("less a share of nothing: got %+v, want it undefined", got)
	}
}

func ExampleNewcombe() {
	low, high, _ := Newcombe(56, 70, 48, 80)
	fmt.Printf("%.4f to %.4f\n", low, high)
	// Output: 0.0524 to 0.3339
}
