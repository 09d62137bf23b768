package analysis

// fourfold is a number of reviews split by two properties, each of which a
// review has or has not.
//
//	          second  not
//	first       a      b
//	not         c      d
type fourfold struct{ a, b, c, d int }

func (t fourfold) of() int { return t.a + t.b + t.c + t.d }

// span returns the least and the greatest value that a can take while the
// margins stay as they are.
func (t fourfold) span() (least, greatest int) {
	return max(0, t.a-t.d), min(t.a+t.b, t.a+t.c)
}

// valid reports whether there is anything to test: no count is negative, and
// the margins leave more than one table possible.
func (t fourfold) valid() bool {
	least, greatest := t.span()
	return min(t.a, t.b, t.c, t.d) >= 0 && least < greatest
}

// sameProbability is how much more probable than the table observed another
// may be and still count as equally probable; only rounding parts them.
const sameProbability = 1 + 1e-7

// Fisher returns the two-sided p value of Fisher's exact test of a fourfold
// table with the rows a, b and c, d: among all tables with the same margins,
// whose probabilities are hypergeometric, the sum of those that are at most as
// probable as the one observed (R. A. Fisher, "The logic of inductive
// inference", Journal of the Royal Statistical Society 98 (1935), 39-82). It
// reports false where a count is negative or the margins leave one table only.
func Fisher(a, b, c, d int) (p float64, ok bool) {
	t := fourfold{a, b, c, d}
	if !t.valid() {
		return 0, false
	}
	least, _ := t.span()
	weights := t.weights()
	return tail(weights, a-least), true
}

// tail returns the share of the weights that are at most weights[observed].
func tail(weights []float64, observed int) float64 {
	within, all := 0.0, 0.0
	for _, w := range weights {
		all += w
		if w <= weights[observed]*sameProbability {
			within += w
		}
	}
	return min(within/all, 1)
}

// weights returns the probability of every table with the margins of t, by a
// from least to greatest, relative to the most probable one. Each follows from
// its neighbour by the ratio
//
//	P(a+1)/P(a) = b·c / ((a+1)·(d+1))
//
// of four counts, so that nothing cancels or overflows, whatever the size of
// the table; weights too small for a float64 are zero.
func (t fourfold) weights() []float64 {
	least, greatest := t.span()
	weights := make([]float64, greatest-least+1)
	ratio := func(a int) float64 { // P(a+1)/P(a)
		shift := a - t.a
		return float64(t.b-shift) * float64(t.c-shift) / (float64(a+1) * float64(t.d+shift+1))
	}
	mode := least
	for mode < greatest && ratio(mode) > 1 {
		mode++
	}
	weights[mode-least] = 1
	for a := mode; a < greatest; a++ {
		weights[a-least+1] = weights[a-least] * ratio(a)
	}
	for a := mode - 1; a >= least; a-- {
		weights[a-least] = weights[a-least+1] / ratio(a)
	}
	return weights
}

// leastP returns the smallest p value that any table with the margins of t can
// have. Where it is above the level wanted, the test could find nothing: R. E.
// Tarone, "A modified Bonferroni method for discrete data", Biometrics 46
// (1990), 515-522. It depends on the margins alone, so that leaving such tests
// out of a family favours no result.
func (t fourfold) leastP() float64 {
	weights := t.weights()
	return min(tail(weights, 0), tail(weights, len(weights)-1))
}

// leastExpected returns the smallest of the four counts that would be expected
// if the two properties were independent.
func (t fourfold) leastExpected() float64 {
	rows, columns := min(t.a+t.b, t.c+t.d), min(t.a+t.c, t.b+t.d)
	return float64(rows) * float64(columns) / float64(t.of())
}
