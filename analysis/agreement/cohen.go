package agreement

import (
	"math"

	"thematic/analysis"
)

// Cohen returns the kappa of two coders, (po-pe)/(1-pe), with po the share of
// units on which they agree and pe the share on which they would if each
// spread their categories as they did and by chance:
// J. Cohen, "A coefficient of agreement for nominal scales", Educational and
// Psychological Measurement 20 (1960), 37-46. Units that only one judged are
// left out.
//
// SE, which gives the interval, and NullSE are those of J. L. Fleiss, J. Cohen
// and B. S. Everitt, "Large sample standard errors of kappa and weighted kappa",
// Psychological Bulletin 72 (1969), 323-327.
func Cohen(r Ratings) Coefficient {
	t := tallied(r)
	kappa, reason := t.cohen()
	if reason != "" {
		return undefined(reason)
	}
	c := Coefficient{Value: kappa, Defined: true}
	c.SE, c.NullSE = t.cohenErrors()
	return c.within(analysis.Z95, Normal)
}

// margins returns the share of each category with either coder.
func (t *tally) margins() (first, second []float64) {
	first, second = make([]float64, t.categories), make([]float64, t.categories)
	for i := range t.categories {
		for j := range t.categories {
			p := t.joint[i*t.categories+j] / t.pairable
			first[i] += p
			second[j] += p
		}
	}
	return first, second
}

func (t *tally) cohen() (float64, string) {
	if t.coders != 2 {
		return 0, notTwo
	}
	return t.beyond((*tally).cohenChance)
}

func (t *tally) cohenChance() float64 {
	chance := 0.0
	first, second := t.margins()
	for k := range first {
		chance += first[k] * second[k]
	}
	return chance
}

// cohenErrors returns the standard error, and that under the hypothesis of no
// agreement beyond chance.
func (t *tally) cohenErrors() (se, null float64) {
	first, second := t.margins()
	po, pe := t.observed(), t.cohenChance()
	spread, nullSpread := 0.0, 0.0
	for i := range first {
		for j := range second {
			p, byChance := t.joint[i*t.categories+j]/t.pairable, first[i]*second[j]
			margin := second[i] + first[j]
			if i == j {
				spread += p * math.Pow((1-pe)-margin*(1-po), 2)
				nullSpread += byChance * math.Pow(1-margin, 2)
				continue
			}
			spread += p * math.Pow(margin*(1-po), 2)
			nullSpread += byChance * margin * margin
		}
	}
	spread -= math.Pow(po*pe-2*pe+po, 2)
	se = math.Sqrt(math.Max(0, spread)/t.pairable) / math.Pow(1-pe, 2)
	null = math.Sqrt(math.Max(0, nullSpread-pe*pe)/t.pairable) / (1 - pe)
	if se < 1e-12 {
		se = 0 // only rounding parts it from 0
	}
	return se, null
}
