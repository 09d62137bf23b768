package analysis

import (
	"fmt"
	"math"

	"thematic/corpus"
)

// Z95 is the 0.975 quantile of the standard normal distribution.
const Z95 = 1.959963984540054

// Estimate is a count out of a total with its percentage and the 95% interval
// of that percentage. Percent, Low and High lie in 0 to 100 and are zero and
// without meaning unless Defined.
type Estimate struct {
	Count   int     `json:"reviews"`
	Of      int     `json:"of"`
	Defined bool    `json:"defined"`
	Percent float64 `json:"percent"`
	Low     float64 `json:"low"`
	High    float64 `json:"high"`
}

// Proportion returns the estimate for count out of of, with the interval of
// [Wilson]. It is undefined where of is zero or count is not between 0 and of.
func Proportion(count, of int) Estimate {
	e := Estimate{Count: count, Of: of}
	low, high, ok := Wilson(count, of)
	if !ok {
		return e
	}
	e.Defined = true
	e.Percent = 100 * float64(count) / float64(of)
	e.Low, e.High = 100*low, 100*high
	return e
}

// String gives the estimate as a report cites it: "85% (23 of 27)".
func (e Estimate) String() string {
	if !e.Defined {
		return fmt.Sprintf("%s (%s)", undefined, e.Fraction())
	}
	return fmt.Sprintf("%s (%s)", e.Whole(), e.Fraction())
}

// Fraction gives the counts alone: "23 of 27", "1,023 of 2,000".
func (e Estimate) Fraction() string { return corpus.Digits(e.Count) + " of " + corpus.Digits(e.Of) }

// Whole gives the share in whole per cent, a half rounded up, "n/a" where there
// is none: few is never 0% and nearly all is never 100%.
func (e Estimate) Whole() string {
	k, n := e.Count, e.Of
	switch {
	case !e.Defined:
		return undefined
	case k > 0 && 200*k < n:
		return "<1%"
	case k < n && 200*(n-k) <= n:
		return ">99%"
	}
	return fmt.Sprintf("%d%%", (200*k+n)/(2*n))
}

// Interval gives the ends of the interval in whole per cent with what stands
// between them, "n/a" where there is none.
func (e Estimate) Interval(between string) string {
	if !e.Defined {
		return undefined
	}
	return fmt.Sprintf("%.0f%s%.0f%%", math.Round(e.Low), between, math.Round(e.High))
}

// Wilson returns the 95% score interval of a binomial proportion, as
// proportions from 0 to 1. With p = count/n and z = 1.959964 its ends are
//
//	(p + z²/2n ± z·√(p(1-p)/n + z²/4n²)) / (1 + z²/n)
//
// without continuity correction: E. B. Wilson, "Probable inference, the law of
// succession, and statistical inference", Journal of the American Statistical
// Association 22 (1927), 209-212; method 3 of R. G. Newcombe, Statistics in
// Medicine 17 (1998), 857-872. It reports false where n is zero or count is
// not between 0 and n.
func Wilson(count, n int) (low, high float64, ok bool) {
	if n <= 0 || count < 0 || count > n {
		return 0, 0, false
	}
	size := float64(n)
	p := float64(count) / size
	centre := p + Z95*Z95/(2*size)
	margin := Z95 * math.Sqrt(p*(1-p)/size+Z95*Z95/(4*size*size))
	scale := 1 + Z95*Z95/size
	low, high = (centre-margin)/scale, (centre+margin)/scale
	// At the ends the exact bounds are 0 and 1; rounding leaves them off by
	// one unit in the last place.
	if count == 0 {
		low = 0
	}
	if count == n {
		high = 1
	}
	return low, high, true
}

// Rounded returns percent, low and high as the tables have them, with one
// decimal. The percentage is rounded in whole numbers, so that a half is always
// a half.
func (e Estimate) Rounded() (percent, low, high Value) {
	if !e.Defined {
		u := Value{Kind: UndefinedValue, Decimals: 1}
		return u, u, u
	}
	tenths := (2000*e.Count + e.Of) / (2 * e.Of)
	percent = Value{Kind: NumberValue, Decimals: 1, Number: float64(tenths) / 10}
	return percent, Decimal(e.Low, true, 1), Decimal(e.High, true, 1)
}
