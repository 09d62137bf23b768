package analysis

// Cooccurrence is how often two themes stand in the same review.
type Cooccurrence struct {
	A       string `json:"theme_a"`
	B       string `json:"theme_b"`
	Both    int    `json:"both"`
	OnlyA   int    `json:"only_a"`
	OnlyB   int    `json:"only_b"`
	Neither int    `json:"neither"`
}

// Of returns the number of reviews.
func (c Cooccurrence) Of() int { return c.Both + c.OnlyA + c.OnlyB + c.Neither }

// Either returns the number of reviews with one of the themes or both.
func (c Cooccurrence) Either() int { return c.Both + c.OnlyA + c.OnlyB }

// Jaccard returns both/either, from 0 to 1 (P. Jaccard, 1901). It reports
// false where neither theme stands in any review.
func (c Cooccurrence) Jaccard() (float64, bool) {
	if c.Either() == 0 {
		return 0, false
	}
	return float64(c.Both) / float64(c.Either()), true
}

// Expected returns the number of reviews that would hold both themes if they
// were independent, a·b/n. It reports false where there is no review.
func (c Cooccurrence) Expected() (float64, bool) {
	if c.Of() == 0 {
		return 0, false
	}
	return float64((c.Both+c.OnlyA)*(c.Both+c.OnlyB)) / float64(c.Of()), true
}

// Lift returns both/expected: above 1 the themes stand together more often
// than chance would have it. It reports false where one of them stands in no
// review.
func (c Cooccurrence) Lift() (float64, bool) {
	expected, ok := c.Expected()
	if !ok || expected == 0 {
		return 0, false
	}
	return float64(c.Both) / expected, true
}

// Cooccurrences returns every pair of themes in the order of the codebook.
func (m *Matrix) Cooccurrences() []Cooccurrence {
	pairs := []Cooccurrence{}
	for j := range m.Themes {
		for k := j + 1; k < len(m.Themes); k++ {
			pairs = append(pairs, m.cooccurrence(j, k))
		}
	}
	return pairs
}

func (m *Matrix) cooccurrence(j, k int) Cooccurrence {
	c := Cooccurrence{A: m.Themes[j].ID, B: m.Themes[k].ID}
	for _, row := range m.Cells {
		a, b := row[j].Status.Present(), row[k].Status.Present()
		switch {
		case a && b:
			c.Both++
		case a:
			c.OnlyA++
		case b:
			c.OnlyB++
		default:
			c.Neither++
		}
	}
	return c
}
