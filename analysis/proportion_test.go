package analysis

import (
	"fmt"
	"math"
	"testing"
)

func TestWilson(t *testing.T) {
	// R, binom::binom.confint(method = "wilson"); the last four from Newcombe
	// (1998), table I, which prints four decimals.
	for _, c := range []struct {
		count, n  int
		low, high float64
		digits    int
	}{
		{18, 20, 0.6989664, 0.9721335, 7},
		{4, 20, 0.0806577, 0.4160174, 7},
		{4, 200, 0.0078044, 0.0502871, 7},
		{190, 200, 0.9104219, 0.9726174, 7},
		{1, 30, 0.0059086, 0.1667039, 7},
		{0, 30, 0, 0.1135134, 7},
		{30, 30, 0.8864866, 1, 7},
		{81, 263, .2553, .3662, 4},
		{15, 148, .0624, .1605, 4},
		{0, 20, 0, .1611, 4},
		{1, 29, .0061, .1718, 4},
	} {
		low, high, ok := Wilson(c.count, c.n)
		within := 0.5001 * math.Pow10(-c.digits)
		if !ok || math.Abs(low-c.low) > within || math.Abs(high-c.high) > within {
			t.Errorf("Wilson(%d, %d) = %.8f, %.8f, %v, want %v, %v", c.count, c.n, low, high, ok, c.low, c.high)
		}
	}
}

func TestWilsonHoldsTheProportion(t *testing.T) {
	for n := 1; n <= 60; n++ {
		for count := 0; count <= n; count++ {
			low, high, _ := Wilson(count, n)
			p := float64(count) / float64(n)
			if !(0 <= low && low <= p && p <= high && high <= 1) {
				t.Errorf("Wilson(%d, %d) = %v, %v does not hold %v", count, n, low, high, p)
			}
			mirrorLow, mirrorHigh, _ := Wilson(n-count, n)
			if math.Abs(low-(1-mirrorHigh)) > 1e-12 || math.Abs(high-(1-mirrorLow)) > 1e-12 {
				t.Errorf("Wilson(%d, %d) is not the mirror of its complement", count, n)
			}
		}
	}
}

func TestProportionUndefined(t *testing.T) {
	for _, c := range []struct{ count, of int }{{0, 0}, {1, 0}, {-1, 5}, {6, 5}} {
		e := Proportion(c.count, c.of)
		want := Estimate{Count: c.count, Of: c.of}
		if e != want {
			t.Errorf("Proportion(%d, %d) = %+v, want it undefined", c.count, c.of, e)
		}
	}
	if got, want := Proportion(0, 0).String(), "n/a (0 of 0)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := Proportion(1023, 2000).String(), "51% (1,023 of 2,000)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := Proportion(0, 0).Interval(" to "), "n/a"; got != want {
		t.Errorf("got the interval %q, want %q", got, want)
	}
}

func TestRoundedHalves(t *testing.T) {
	for _, c := range []struct {
		count, of int
		want      string
	}{{1, 16, "6.3"}, {3, 2000, "0.2"}, {1, 3, "33.3"}, {23, 27, "85.2"}, {17, 27, "63"}, {5, 5, "100"}, {0, 9, "0"}} {
		percent, _, _ := Proportion(c.count, c.of).Rounded()
		if got := percent.String(); got != c.want {
			t.Errorf("%d of %d = %s%%, want %s", c.count, c.of, got, c.want)
		}
	}
}

func TestWholePercent(t *testing.T) {
	for _, c := range []struct {
		count, of int
		want      string
	}{{15, 24, "63%"}, {1, 8, "13%"}, {23, 27, "85%"}, {1, 250, "<1%"}, {1, 200, "1%"}, {2, 300, "1%"}, {1, 201, "<1%"}, {199, 200, ">99%"}, {249, 250, ">99%"}, {298, 300, "99%"}, {0, 9, "0%"}, {9, 9, "100%"}, {0, 0, "n/a"}} {
		if got := Proportion(c.count, c.of).Whole(); got != c.want {
			t.Errorf("%d of %d is %s, want %s", c.count, c.of, got, c.want)
		}
	}
}

func ExampleProportion() {
	e := Proportion(23, 27)
	fmt.Println(e)
	fmt.Printf("95%% interval %.1f to %.1f\n", e.Low, e.High)
	// Output:
	// 85% (23 of 27)
	// 95% interval 67.5 to 94.1
}
