package analysis

import "math"

// Difference is one percentage less another, in percentage points, with its
// 95% interval. Points, Low and High lie in -100 to 100 and are zero and
// without meaning unless Defined.
type Difference struct {
	Defined bool    `json:"defined"`
	Points  float64 `json:"points"`
	Low     float64 `json:"low"`
	High    float64 `json:"high"`
}

// Subtract returns a less b for two groups of which no review is in both, with
// the interval of [Newcombe]. It is undefined where a or b is.
func Subtract(a, b Estimate) Difference {
	low, high, ok := Newcombe(a.Count, a.Of, b.Count, b.Of)
	if !ok {
		return Difference{}
	}
	return Difference{Defined: true, Points: a.Percent - b.Percent, Low: 100 * low, High: 100 * high}
}

// Newcombe returns the 95% hybrid score interval of the difference between two
// independent binomial proportions, p = count1/n1 less q = count2/n2, each end
// from -1 to 1. With (l, u) and (m, v) the intervals of [Wilson] of p and q its
// ends are
//
//	p - q - √((p-l)² + (v-q)²)  and  p - q + √((u-p)² + (q-m)²)
//
// method 10 of R. G. Newcombe, "Interval estimation for the difference between
// independent proportions", Statistics in Medicine 17 (1998), 873-890. It
// reports false where one of the proportions is undefined.
func Newcombe(count1, n1, count2, n2 int) (low, high float64, ok bool) {
	l, u, ok1 := Wilson(count1, n1)
	m, v, ok2 := Wilson(count2, n2)
	if !ok1 || !ok2 {
		return 0, 0, false
	}
	p, q := float64(count1)/float64(n1), float64(count2)/float64(n2)
	low = p - q - math.Hypot(p-l, v-q)
	high = p - q + math.Hypot(u-p, q-m)
	return max(low, -1), min(high, 1), true
}

// Rounded returns points, low and high as the tables have them, with one
// decimal.
func (d Difference) Rounded() (points, low, high Value) {
	return Decimal(d.Points, d.Defined, 1), Decimal(d.Low, d.Defined, 1), Decimal(d.High, d.Defined, 1)
}
