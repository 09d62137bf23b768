package agreement

import "thematic/analysis"

// Percent returns the share of pairs of coders who agree on a unit, averaged
// over the units that two or more judged; of two coders, the share of units on
// which they agree. It is not corrected for chance. The interval is that of
// [analysis.Wilson] for two coders, and that of Gwet for more: see [AC1].
func Percent(r Ratings) Coefficient {
	t := tallied(r)
	if t.pairable == 0 {
		return undefined(noPairs)
	}
	if t.coders != 2 {
		return gwet(r, t, func(*tally) float64 { return 0 }, nil)
	}
	c := Coefficient{Value: t.observed(), Defined: true}
	c.Low, c.High, _ = analysis.Wilson(int(t.agreed+0.5), int(t.pairable))
	c.Interval = Score
	return c
}

func (t *tally) percent() (float64, string) {
	if t.pairable == 0 {
		return 0, noPairs
	}
	return t.observed(), ""
}

// Positive returns how far coders agree on the units that were marked, those of
// category 1: the pairs of ratings that are both 1 as a share of the pairs in
// which one is, each weighed by its marks. Of two coders it is
//
//	2a / (2a + b + c)
//
// with a units marked by both and b and c by one only, the measure of Dice, and
// the same as the F1 of one coder against the other. Units that nobody marked
// do not enter, so it has a meaning where coders chose their own passages:
// G. Hripcsak and A. S. Rothschild, "Agreement, the F-measure, and reliability
// in information retrieval", Journal of the American Medical Informatics
// Association 12 (2005), 296-298. It has no interval of its own.
func Positive(r Ratings) Coefficient { return plain(tallied(r).positive()) }

func (t *tally) positive() (float64, string) {
	switch {
	case t.pairable == 0:
		return 0, noPairs
	case t.categories < 2 || t.ratings[1] == 0:
		return 0, "nothing was marked"
	}
	return t.matched[1] / t.ratings[1], ""
}
