package analysis

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Statistic is a number that may be undefined. Value is zero and without
// meaning unless Defined; Reason then says, in words, why there is none.
type Statistic struct {
	Value   float64 `json:"value"`
	Defined bool    `json:"defined"`
	Reason  string  `json:"reason,omitempty"`
}

func statistic(x float64) Statistic { return Statistic{Value: x, Defined: true} }

func noStatistic(reason string) Statistic { return Statistic{Reason: reason} }

// Stands reports whether a q value is below 0.05: what is said to differ, or to
// rise or fall, goes by it.
func (s Statistic) Stands() bool { return s.Defined && s.Value < level }

// level is the significance that a test must be able to reach to be made.
const level = 0.05

// BenjaminiHochberg returns the q value of each p value of a family of tests:
// the smallest share of false discoveries among those rejected at which its
// hypothesis is rejected. With the m values in ascending order that of the
// i-th is
//
//	min over j ≥ i of m·p(j)/j, at most 1
//
// Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", Journal
// of the Royal Statistical Society B 57 (1995), 289-300. The share is held to
// for tests that are independent or depend on one another positively; for tests
// that share reviews or themes, as here, it is a guide.
func BenjaminiHochberg(p []float64) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	q := make([]float64, len(p))
	least := 1.0
	for rank := len(p); rank > 0; rank-- {
		i := order[rank-1]
		least = min(least, p[i]*(float64(len(p))/float64(rank))) // never below p[i]
		q[i] = least
	}
	return q
}

// adjust sets the q value of each of a family of tests, undefined where its p value
// is and for the same reason; of gives where a test keeps the two.
func adjust[T any](family []T, of func(*T) (p, q *Statistic)) {
	var defined []float64
	for i := range family {
		if p, _ := of(&family[i]); p.Defined {
			defined = append(defined, p.Value)
		}
	}
	adjusted := BenjaminiHochberg(defined)
	for i := range family {
		p, q := of(&family[i])
		if *q = *p; p.Defined {
			q.Value, adjusted = adjusted[0], adjusted[1:]
		}
	}
}

// tested is how many of a list have a p value.
func tested[T any](list []T, p func(T) Statistic) (n int) {
	for _, item := range list {
		if p(item).Defined {
			n++
		}
	}
	return n
}

// leastShown is the smallest probability that a table gives: below it the
// value stands for "at most this".
const leastShown = 0.000001

// probability returns a p or q value with six decimals, never as zero.
func (s Statistic) probability() Value {
	return Decimal(max(s.Value, leastShown), s.Defined, 6)
}

// Printed returns a p or q value with three decimals, "<0.001" below the least of
// these, "<0.05" where they would hide that it [Statistic.Stands], and "n/a" where
// there is none.
func (s Statistic) Printed() string {
	switch {
	case !s.Defined:
		return undefined
	case s.Value < 0.001:
		return "<0.001"
	}
	if text := fmt.Sprintf("%.3f", s.Value); text != "0.050" || !s.Stands() {
		return text
	}
	return "<0.05"
}

// rounded returns the value with the number of decimals given.
func (s Statistic) rounded(decimals uint8) Value { return Decimal(s.Value, s.Defined, decimals) }

// twoSided returns the probability that a standard normal variable lies as far
// from zero as z, on either side.
func twoSided(z float64) float64 { return math.Erfc(math.Abs(z) / math.Sqrt2) }
