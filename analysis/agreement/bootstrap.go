package agreement

import (
	"math/rand/v2"
	"slices"

	"thematic/analysis"
)

// bootstrapStream is the second half of the state of the generator, so that a
// seed is one number.
const bootstrapStream = 0x61677265

// formula computes a coefficient from a tally, or says why there is none.
type formula func(*tally) (float64, string)

// bootstrap gives intervals to coefficients by drawing reviews again, as many
// as there are and each any number of times: the middle 95% of what the
// coefficient is in [analysis.Samples] draws (B. Efron, Annals of Statistics 7 (1979), 1-26).
// Units of one review are not independent of one another; drawn together they
// need not be. Draws in which the coefficient is undefined are left out, and
// there is no interval where that is more than half of them.
type bootstrap struct {
	clusters []*tally // of the units of each review
	seed     uint64
}

// newBootstrap parts the units of r into clusters; cluster[u] is that of unit u.
func newBootstrap(r Ratings, cluster []string, seed uint64) bootstrap {
	b := bootstrap{seed: seed}
	of := make(map[string]*tally)
	for u := range r.Values {
		t := of[cluster[u]]
		if t == nil {
			t = newTally(r.Categories, r.coders())
			of[cluster[u]] = t
			b.clusters = append(b.clusters, t)
		}
		t.count(r, u)
	}
	return b
}

// intervals returns for each formula the value over all reviews and its
// interval.
func (b bootstrap) intervals(formulas []formula) []Coefficient {
	list := make([]Coefficient, len(formulas))
	if len(b.clusters) == 0 {
		for i := range list {
			list[i] = undefined(noPairs)
		}
		return list
	}
	sum := newTally(b.clusters[0].categories, b.clusters[0].coders)
	for _, t := range b.clusters {
		sum.add(t)
	}
	for i, m := range formulas {
		list[i] = plain(m(sum))
	}
	if len(b.clusters) < 2 {
		return list
	}
	random := rand.New(rand.NewPCG(b.seed, bootstrapStream))
	drawn := make([][]float64, len(formulas))
	for range analysis.Samples {
		sum.reset()
		for range b.clusters {
			sum.add(b.clusters[random.IntN(len(b.clusters))])
		}
		for i, m := range formulas {
			if x, reason := m(sum); reason == "" {
				drawn[i] = append(drawn[i], x)
			}
		}
	}
	for i := range list {
		list[i].resample(drawn[i])
	}
	return list
}

// resample sets the interval from the values drawn. As with other intervals
// there is none where every value is the same.
func (c *Coefficient) resample(drawn []float64) {
	if !c.Defined || len(drawn) < analysis.Samples/2 {
		return
	}
	slices.Sort(drawn)
	last := len(drawn) - 1
	if left := len(drawn) / 40; drawn[0] < drawn[last] {
		c.Low, c.High, c.Interval = drawn[left], drawn[last-left], Resampled
	}
}
