package analysis

import (
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

func TestFisher(t *testing.T) {
	for _, c := range []struct {
		name       string
		a, b, c, d int
		want       float64
		within     float64
	}{
		{"Fisher 1935, tea", 3, 1, 1, 3, 0.4857, 0.5e-4},
		{"R, Convictions", 2, 15, 10, 3, 0.0005367, 0.5e-7},
		{"scipy", 8, 2, 1, 5, 0.03497, 0.5e-5},
		{"Wikipedia", 1, 9, 11, 3, 0.002759, 0.5e-6},
	} {
		got, ok := Fisher(c.a, c.b, c.c, c.d)
		if !ok || math.Abs(got-c.want) > c.within {
			t.Errorf("%s: got %.8f, %v, want %v", c.name, got, ok, c.want)
		}
	}
}

// TestOneSided checks the probabilities behind the test by tables whose
// one-sided p is published.
func TestOneSided(t *testing.T) {
	for _, c := range []struct {
		table   fourfold
		greater bool
		want    float64
		within  float64
	}{
		{fourfold{3, 1, 1, 3}, true, 0.2429, 0.5e-4},
		{fourfold{2, 15, 10, 3}, false, 0.0004652, 0.5e-7},
	} {
		least, _ := c.table.span()
		sum, all := 0.0, 0.0
		for i, w := range c.table.weights() {
			all += w
			if a := least + i; c.greater && a >= c.table.a || !c.greater && a <= c.table.a {
				sum += w
			}
		}
		if got := sum / all; math.Abs(got-c.want) > c.within {
			t.Errorf("%v: got %.8f, want %v", c.table, got, c.want)
		}
	}
}

// exactFisher counts the ways in which each table can come about.
func exactFisher(t fourfold) float64 {
	ways := func(a int) *big.Int {
		first := new(big.Int).Binomial(int64(t.a+t.c), int64(a))
		return first.Mul(first, new(big.Int).Binomial(int64(t.b+t.d), int64(t.a+t.b-a)))
	}
	observed, within, all := ways(t.a), new(big.Int), new(big.Int)
	for a, greatest := t.span(); a <= greatest; a++ {
		w := ways(a)
		all.Add(all, w)
		if w.Cmp(observed) <= 0 {
			within.Add(within, w)
		}
	}
	p, _ := new(big.Rat).SetFrac(within, all).Float64()
	return p
}

func TestFisherIsExact(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for _, most := range []int{4, 15, 60, 250} {
		for range 100 {
			table := fourfold{random.IntN(most), random.IntN(most), random.IntN(most), random.IntN(most)}
			got, ok := Fisher(table.a, table.b, table.c, table.d)
			if !ok {
				continue
			}
			if want := exactFisher(table); math.Abs(got-want) > 1e-12*want {
				t.Fatalf("%v: got %v, want %v", table, got, want)
			}
			turned, _ := Fisher(table.a, table.c, table.b, table.d)
			mirror, _ := Fisher(table.b, table.a, table.d, table.c)
			if math.Abs(turned-got) > 1e-12*got || math.Abs(mirror-got) > 1e-12*got {
				t.Fatalf("%v: got %v, turned %v, mirrored %v", table, got, turned, mirror)
			}
		}
	}
}

func TestFisherOfLargeTables(t *testing.T) {
	for _, c := range []fourfold{{5000, 0, 0, 5000}, {0, 200000, 200000, 0}, {100000, 100000, 100000, 100000}} {
		p, ok := Fisher(c.a, c.b, c.c, c.d)
		if !ok || math.IsNaN(p) || p < 0 || p > 1 {
			t.Errorf("%v: got %v, %v", c, p, ok)
		}
	}
}

func TestFisherUndefined(t *testing.T) {
	for _, c := range []fourfold{{}, {3, 0, 4, 0}, {0, 0, 2, 5}, {0, 3, 0, 4}, {1, 2, 0, 0}, {-1, 2, 3, 4}, {2, 2, -2, 4}} {
		if p, ok := Fisher(c.a, c.b, c.c, c.d); ok {
			t.Errorf("%v: got %v, want it undefined", c, p)
		}
	}
}

// TestLeastP has two present of 27, split 13 to 14: the widest split has the
// probability 78/351 by one side and 91/351 by the other.
func TestLeastP(t *testing.T) {
	if got, want := (fourfold{1, 12, 1, 13}).leastP(), 78.0/351; math.Abs(got-want) > 1e-12 {
		t.Errorf("got %v, want %v", got, want)
	}
	random := rand.New(rand.NewPCG(9, 10))
	for range 200 {
		table := fourfold{random.IntN(9), random.IntN(9), random.IntN(9), random.IntN(9)}
		if p, ok := Fisher(table.a, table.b, table.c, table.d); ok && table.leastP() > p*sameProbability {
			t.Fatalf("%v: the least p %v is above %v", table, table.leastP(), p)
		}
	}
}

// TestLeastExpected has the least of row times column over all: 12·13/30, 18·13/30,
// 12·17/30 and 18·17/30 of the first table.
func TestLeastExpected(t *testing.T) {
	for _, c := range []struct {
		table fourfold
		want  float64
	}{
		{fourfold{10, 2, 3, 15}, 12.0 * 13 / 30}, {fourfold{3, 15, 10, 2}, 12.0 * 13 / 30}, {fourfold{15, 3, 2, 10}, 12.0 * 13 / 30},
		{fourfold{3, 1, 1, 3}, 2},
	} {
		if got := c.table.leastExpected(); math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%v: got %v, want %v", c.table, got, c.want)
		}
	}
}

func ExampleFisher() {
	p, _ := Fisher(3, 1, 1, 3) // the lady who tasted tea
	fmt.Printf("%.4f\n", p)
	// Output: 0.4857
}
