package analysis

import "math"

// Cooccurrence is how often two themes stand in the same review.
type Cooccurrence struct {
	A       string `json:"theme_a"`
	B       string `json:"theme_b"`
	Both    int    `json:"both"`
	OnlyA   int    `json:"only_a"`
	OnlyB   int    `json:"only_b"`
	Neither int    `json:"neither"`
	// P is that of [Fisher], two-sided, for the two themes being independent;
	// it is undefined where one of them is in no review or in all, or where no
	// overlap could reach p = 0.05. Q is that of [BenjaminiHochberg] over all
	// pairs.
	P Statistic `json:"p"`
	Q Statistic `json:"q"`
}

// Of returns the number of reviews.
func (c Cooccurrence) Of() int { return c.Both + c.OnlyA + c.OnlyB + c.Neither }

// either returns the number of reviews with one of the themes or both.
func (c Cooccurrence) either() int { return c.Both + c.OnlyA + c.OnlyB }

// jaccard returns both/either, from 0 to 1 (P. Jaccard, 1901). It reports
// false where neither theme stands in any review.
func (c Cooccurrence) jaccard() (float64, bool) {
	if c.either() == 0 {
		return 0, false
	}
	return float64(c.Both) / float64(c.either()), true
}

// expected returns the number of reviews that would hold both themes if they
// were independent, a·b/n. It reports false where there is no review.
func (c Cooccurrence) expected() (float64, bool) {
	if c.Of() == 0 {
		return 0, false
	}
	return float64((c.Both+c.OnlyA)*(c.Both+c.OnlyB)) / float64(c.Of()), true
}

// lift returns both/expected: above 1 the themes stand together more often
// than chance would have it. It reports false where one of them stands in no
// review.
func (c Cooccurrence) lift() (float64, bool) {
	expected, ok := c.expected()
	if !ok || expected == 0 {
		return 0, false
	}
	return float64(c.Both) / expected, true
}

// phi returns the correlation of the two themes, from -1 to 1: with a both, b
// and c one of them and d neither,
//
//	(ad - bc) / √((a+b)(c+d)(a+c)(b+d))
//
// whose square times n is the χ² of the table (G. U. Yule, "On the methods of
// measuring association between two attributes", Journal of the Royal
// Statistical Society 75 (1912), 579-652). It reports false where a theme is in
// no review or in all.
func (c Cooccurrence) phi() (float64, bool) {
	a, b := float64(c.Both+c.OnlyA), float64(c.Both+c.OnlyB)
	of := float64(c.Of())
	margins := a * (of - a) * b * (of - b)
	if margins == 0 {
		return 0, false
	}
	return float64(c.Both*c.Neither-c.OnlyA*c.OnlyB) / math.Sqrt(margins), true
}

// oddsRatio returns how many times greater the odds of one theme are in reviews
// that have the other, ad/bc with the letters of [Cooccurrence.phi]. It reports
// false where a theme never stands without the other, so that the ratio is not
// finite.
func (c Cooccurrence) oddsRatio() (float64, bool) {
	if c.OnlyA == 0 || c.OnlyB == 0 {
		return 0, false
	}
	return float64(c.Both*c.Neither) / float64(c.OnlyA*c.OnlyB), true
}

// test returns the p value, or the reason why there is none.
func (c Cooccurrence) test() Statistic {
	a, b, of := c.Both+c.OnlyA, c.Both+c.OnlyB, c.Of()
	switch {
	case a == 0 || b == 0:
		return noStatistic("not tested: a theme is in none of the reviews")
	case a == of || b == of:
		return noStatistic("not tested: a theme is in all of the reviews")
	}
	return fourfold{c.Both, c.OnlyA, c.OnlyB, c.Neither}.test()
}

// note says in words what is undefined and why.
func (c Cooccurrence) note() string {
	infinite := ""
	if _, ok := c.oddsRatio(); !ok && c.P.Defined {
		infinite = "no odds ratio: a theme never stands without the other"
	}
	return notes(c.P.Reason, infinite)
}

// cooccurrences returns every pair of themes in the order of the codebook.
func (m *Matrix) cooccurrences() []Cooccurrence {
	pairs := []Cooccurrence{}
	present := m.present()
	for j := range m.Themes {
		for k := j + 1; k < len(m.Themes); k++ {
			c := Cooccurrence{A: m.Themes[j].ID, B: m.Themes[k].ID, Both: present[j].shared(present[k])}
			c.OnlyA, c.OnlyB = present[j].count()-c.Both, present[k].count()-c.Both
			c.Neither = len(m.Cases) - c.either()
			c.P = c.test()
			pairs = append(pairs, c)
		}
	}
	adjust(pairs, func(c *Cooccurrence) (p, q *Statistic) { return &c.P, &c.Q })
	return pairs
}

func (r *Result) cooccurrenceTable() Table {
	t := Table{Name: "cooccurrence", Header: []string{
		"theme_a", "theme_b", "both", "either", "only_a", "only_b", "neither", "of", "expected", "jaccard", "lift",
		"phi", "odds_ratio", "p", "q", "tests", "note",
	}}
	tests := tested(r.Pairs, func(c Cooccurrence) Statistic { return c.P })
	for _, c := range r.Pairs {
		expected, isExpected := c.expected()
		jaccard, isJaccard := c.jaccard()
		lift, isLift := c.lift()
		phi, isPhi := c.phi()
		odds, isOdds := c.oddsRatio()
		t.Rows = append(t.Rows, []Value{
			Text(c.A), Text(c.B), Number(c.Both), Number(c.either()), Number(c.OnlyA), Number(c.OnlyB),
			Number(c.Neither), Number(c.Of()), Decimal(expected, isExpected, 2),
			Decimal(jaccard, isJaccard, 3), Decimal(lift, isLift, 3), Decimal(phi, isPhi, 3), Decimal(odds, isOdds, 2),
			c.P.probability(), c.Q.probability(), Number(tests), Text(c.note()),
		})
	}
	return t
}
