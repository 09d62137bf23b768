package agreement

import "math"

// AC1 returns Gwet's first coefficient. Chance is the mean over categories of
// p(1-p), times the number of categories over that number less one, with p the
// share of a category, so that a rare category does not pull the coefficient
// down: K. L. Gwet, "Computing inter-rater reliability and its variance in the
// presence of high agreement", British Journal of Mathematical and Statistical
// Psychology 61 (2008), 29-48.
//
// With n units, of which m were judged by two coders or more, the standard
// error is that of the mean of the n values
//
//	(n/m)·(a-pe)/(1-pe) - 2(1-AC1)·(e-pe)/(1-pe)
//
// a being the share of pairs that agree on a unit, e its part in chance; the
// first term is 0 for a unit that one coder judged (K. L. Gwet, Handbook of
// Inter-Rater Reliability, 4th edition, 2014). The interval is that of
// Student's t.
func AC1(r Ratings) Coefficient {
	t := tallied(r)
	if reason := t.comparable(); reason != "" {
		return undefined(reason)
	}
	return gwet(r, t, (*tally).ac1Chance, func(share, p float64) float64 {
		return share * (1 - p) / float64(r.Categories-1)
	})
}

func (t *tally) ac1() (float64, string) { return t.beyond((*tally).ac1Chance) }

func (t *tally) ac1Chance() float64 {
	chance := 0.0
	for _, n := range t.shares {
		p := n / t.units
		chance += p * (1 - p)
	}
	return chance / float64(t.categories-1)
}

// Fleiss returns the kappa of any number of coders, whose chance is the sum of
// the squared shares of the categories: J. L. Fleiss, "Measuring nominal scale
// agreement among many raters", Psychological Bulletin 76 (1971), 378-382. Where
// units were judged by different numbers of coders it is the generalisation of
// Gwet's Handbook, whose standard error and interval it has: see [AC1].
//
// NullSE is that of J. L. Fleiss, J. C. M. Nee and J. R. Landis, "Large sample
// variance of kappa in the case of different sets of raters", Psychological
// Bulletin 86 (1979), 974-977; 0 where a unit was not judged by all.
func Fleiss(r Ratings) Coefficient {
	t := tallied(r)
	if reason := t.comparable(); reason != "" {
		return undefined(reason)
	}
	c := gwet(r, t, (*tally).fleissChance, func(share, p float64) float64 { return share * p })
	c.NullSE = t.fleissNull()
	return c
}

func (t *tally) fleiss() (float64, string) { return t.beyond((*tally).fleissChance) }

func (t *tally) fleissChance() float64 {
	chance := 0.0
	for _, n := range t.shares {
		chance += n / t.units * n / t.units
	}
	return chance
}

func (t *tally) fleissNull() float64 {
	coders, ratings := float64(t.coders), 0.0
	for _, n := range t.ratings {
		ratings += n
	}
	if ratings != t.units*coders {
		return 0
	}
	sum, skew := 0.0, 0.0
	for _, n := range t.shares {
		p := n / t.units
		sum += p * (1 - p)
		skew += p * (1 - p) * (1 - 2*p)
	}
	return math.Sqrt(2*(sum*sum-skew)/(t.units*coders*(coders-1))) / sum
}

// BrennanPrediger returns the coefficient whose chance is one over the number
// of categories, used or not: R. L. Brennan and D. J. Prediger, "Coefficient
// kappa: some uses, misuses, and alternatives", Educational and Psychological
// Measurement 41 (1981), 687-699. The interval is as for [AC1].
func BrennanPrediger(r Ratings) Coefficient {
	t := tallied(r)
	if reason := t.comparable(); reason != "" {
		return undefined(reason)
	}
	return gwet(r, t, (*tally).evenChance, nil)
}

func (t *tally) brennanPrediger() (float64, string) { return t.beyond((*tally).evenChance) }

func (t *tally) evenChance() float64 { return 1 / float64(t.categories) }

// noSpread is what only rounding parts from no spread at all: a sum of squares.
const noSpread = 1e-18

// gwet returns the agreement corrected for chance with Gwet's standard error.
// part is what the share of a category on one unit adds to chance, given the
// share of the category on all units; nil where chance is fixed.
func gwet(r Ratings, t *tally, chance func(*tally) float64, part func(share, p float64) float64) Coefficient {
	pe := chance(t)
	c := Coefficient{Value: corrected(t.observed(), pe), Defined: true}
	sum := 0.0
	for u := range r.Values {
		each, judged := r.counts(u)
		if judged == 0 {
			continue
		}
		agreed, e := 0.0, pe
		if part != nil {
			e = 0
		}
		for k, n := range each {
			if judged > 1 {
				agreed += n * (n - 1) / (judged * (judged - 1))
			}
			if part != nil {
				e += part(n/judged, t.shares[k]/t.units)
			}
		}
		x := -2 * (1 - c.Value) * (e - pe) / (1 - pe)
		if judged > 1 {
			x += t.units / t.pairable * corrected(agreed, pe)
		}
		sum += (x - c.Value) * (x - c.Value)
	}
	if t.units > 1 && sum > noSpread {
		c.SE = math.Sqrt(sum / (t.units * (t.units - 1)))
	}
	return c.within(studentT(t.units), StudentT)
}
