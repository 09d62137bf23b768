package analysis

import "math"

// Tendency is how a proportion changes over groups that have an order.
type Tendency struct {
	// Slope is the change of the proportion with one unit of the score: the
	// weighted least squares line through the proportions of the groups.
	Slope float64
	Z     float64 // standard normal where there is no trend; its sign is the slope's
	P     float64 // two-sided
}

// CochranArmitage tests whether a proportion rises or falls with the score of
// the groups: counts[i] of totals[i] have the property in the group of
// scores[i]. With r the counts, n the totals, N and p total and proportion
// over all groups and d the scores less their mean over all N,
//
//	Z = Σ d·r / √(p(1-p)·Σ n·d²)
//
// and Z² is the χ² of R's prop.trend.test: W. G. Cochran, "Some methods for
// strengthening the common χ² tests", Biometrics 10 (1954), 417-451; P.
// Armitage, "Tests for linear trends in proportions and frequencies",
// Biometrics 11 (1955), 375-386. P comes from the normal distribution and is
// approximate where few have the property, or few have it not. It reports false
// where a count is not between 0 and its total, where all or none have the
// property, and where all scores are the same.
func CochranArmitage(counts, totals []int, scores []float64) (t Tendency, ok bool) {
	if len(counts) != len(totals) || len(counts) != len(scores) {
		return Tendency{}, false
	}
	have, of, sum := 0, 0, 0.0
	for i, n := range totals {
		if counts[i] < 0 || counts[i] > n {
			return Tendency{}, false
		}
		have += counts[i]
		of += n
		sum += float64(n) * scores[i]
	}
	if have == 0 || have == of {
		return Tendency{}, false
	}
	mean, p := sum/float64(of), float64(have)/float64(of)
	along, spread := 0.0, 0.0
	for i, n := range totals {
		d := scores[i] - mean
		along += d * float64(counts[i])
		spread += d * d * float64(n)
	}
	if spread == 0 {
		return Tendency{}, false
	}
	t = Tendency{Slope: along / spread, Z: along / math.Sqrt(p*(1-p)*spread)}
	t.P = twoSided(t.Z)
	return t, true
}
