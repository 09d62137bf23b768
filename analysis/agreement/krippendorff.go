package agreement

import "math"

// Alpha returns Krippendorff's coefficient for nominal data, 1-Do/De, for any
// number of coders and with ratings missing. With n the ratings of the units
// that two coders or more judged and n(k) those of category k,
//
//	De = 1 - sum of n(k)(n(k)-1) / (n(n-1))
//
// and Do is the share of pairs within units that differ, a pair of a unit with
// m ratings counting 1/(m-1): K. Krippendorff, Content Analysis, 4th edition,
// 2018, chapter 12.
//
// The standard error is Gwet's (Handbook of Inter-Rater Reliability, 4th
// edition, 2014), as his package irrCAC 1.0 computes it. The interval is that of
// Student's t, of the units that two coders or more judged.
func Alpha(r Ratings) Coefficient {
	t := tallied(r)
	alpha, reason := t.alpha()
	if reason != "" {
		return undefined(reason)
	}
	c := Coefficient{Value: alpha, Defined: true, SE: t.alphaError(r)}
	return c.within(studentT(t.pairable), StudentT)
}

func (t *tally) alpha() (float64, string) {
	if reason := t.comparable(); reason != "" {
		return 0, reason
	}
	same := 0.0
	n, matched := t.given()
	for _, given := range t.ratings {
		same += given * (given - 1)
	}
	return corrected(matched/n, same/(n*(n-1))), ""
}

// given returns the ratings of the units that two coders or more judged, and
// how many of them, pair by pair, agree.
func (t *tally) given() (ratings, matched float64) {
	for k, given := range t.ratings {
		ratings += given
		matched += t.matched[k]
	}
	return ratings, matched
}

// alphaError returns the standard error of alpha, that of the mean over units of
//
//	(a - po·s - pe)/(1-pe) - 2(1-alpha')·(e - pe·s - pe)/(1-pe)
//
// for a unit with m ratings, m̄ on average: a is the sum of its pairs that agree,
// each 1/(m-1), by m̄; e is the sum over its ratings of the share of their
// category among all ratings, by m̄; s is m/m̄ - 1. pe is the sum of the squared
// shares of the categories, alpha' is alpha without the correction for few
// ratings, and po the agreement with it.
func (t *tally) alphaError(r Ratings) float64 {
	n, matched := t.given()
	mean, chance := n/t.pairable, 0.0
	for _, given := range t.ratings {
		chance += given / n * given / n
	}
	alpha := corrected(matched/n, chance)
	observed := (1-1/n)*matched/n + 1/n
	sum := 0.0
	for u := range r.Values {
		each, judged := r.counts(u)
		if judged < 2 {
			continue
		}
		size, agreed, e := judged/mean-1, 0.0, 0.0
		for k, given := range each {
			agreed += given * (given - 1) / (judged - 1) / mean
			e += given / mean * t.ratings[k] / n
		}
		x := corrected(agreed-observed*size, chance) - 2*(1-alpha)*(e-chance*size-chance)/(1-chance)
		sum += (x - alpha) * (x - alpha)
	}
	if t.pairable < 2 || sum < noSpread {
		return 0
	}
	return math.Sqrt(sum / (t.pairable * (t.pairable - 1)))
}
