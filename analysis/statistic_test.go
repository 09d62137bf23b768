package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestBenjaminiHochberg(t *testing.T) {
	// Benjamini and Hochberg (1995), section 3.2.
	p := []float64{.0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528, .7590, 1}
	want := []float64{.0015, .003, .0095, .035625, .0603, .063857, .063857, .0645, .0765, .486, .581182, .714875, .753231, .813214, 1}
	got := BenjaminiHochberg(p)
	for i := range want {
		if math.Abs(got[i]-want[i]) > .5e-6 {
			t.Errorf("q of %v: got %.7f, want %v", p[i], got[i], want[i])
		}
	}
}

func TestBenjaminiHochbergIsMonotone(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for range 300 {
		p := make([]float64, random.IntN(40))
		for i := range p {
			p[i] = float64(random.IntN(21)) / 20
		}
		q := BenjaminiHochberg(p)
		for i := range p {
			if q[i] < p[i] || q[i] > 1 {
				t.Fatalf("p %v has q %v", p[i], q[i])
			}
			for j := range p {
				if p[i] < p[j] && q[i] > q[j] || p[i] == p[j] && q[i] != q[j] {
					t.Fatalf("p %v and %v have q %v and %v", p[i], p[j], q[i], q[j])
				}
			}
		}
	}
}

func TestAdjustLeavesOutWhatIsUndefined(t *testing.T) {
	type test struct{ p, q Statistic }
	family := []test{{p: statistic(.04)}, {p: noStatistic("too few")}, {p: statistic(.01)}}
	adjust(family, func(t *test) (p, q *Statistic) { return &t.p, &t.q })
	want := []test{
		{statistic(.04), statistic(.04)}, {noStatistic("too few"), noStatistic("too few")}, {statistic(.01), statistic(.02)},
	}
	if !slices.Equal(family, want) {
		t.Errorf("got %v, want %v", family, want)
	}
}

func TestProbabilityIsNeverZero(t *testing.T) {
	for _, c := range []struct {
		s    Statistic
		want string
	}{
		{statistic(0), "0.000001"}, {statistic(1e-40), "0.000001"}, {statistic(.0123456789), "0.012346"},
		{statistic(1), "1"}, {noStatistic("none"), "n/a"},
	} {
		if got := c.s.probability().String(); got != c.want {
			t.Errorf("%v: got %s, want %s", c.s, got, c.want)
		}
	}
}

func ExampleBenjaminiHochberg() {
	fmt.Println(BenjaminiHochberg([]float64{0.01, 0.5, 0.02}))
	// Output: [0.03 0.5 0.03]
}

func TestPrinted(t *testing.T) {
	for want, s := range map[string]Statistic{
		"<0.001": statistic(0.00001), "0.001": statistic(0.001), "0.020": statistic(0.0199), "<0.05": statistic(0.04993), "0.050": statistic(0.05), "1.000": statistic(1), "n/a": noStatistic("too few"),
	} {
		if got := s.Printed(); got != want {
			t.Errorf("%+v: got %q, want %q", s, got, want)
		}
	}
}
