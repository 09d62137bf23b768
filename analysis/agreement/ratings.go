package agreement

// Missing stands where a coder did not judge a unit.
const Missing = -1

// Ratings are what coders said of units: Values[u][c] is the category that
// coder c gave to unit u, from 0 to Categories-1, or [Missing]. Every unit has
// as many values as there are coders: no other ratings can be measured.
type Ratings struct {
	Categories int
	Values     [][]int
}

// counts returns how many coders gave unit u each category, and how many
// judged it.
func (r Ratings) counts(u int) (each []float64, judged float64) {
	each = make([]float64, r.Categories)
	for _, v := range r.Values[u] {
		if v != Missing {
			each[v]++
			judged++
		}
	}
	return each, judged
}

// coders returns how many there are.
func (r Ratings) coders() int {
	if len(r.Values) == 0 {
		return 0
	}
	return len(r.Values[0])
}

// tally is all that the coefficients need to know of a set of units. Those of
// two sets can be added, which makes drawing reviews again cheap.
type tally struct {
	categories, coders int
	units              float64   // judged by somebody
	pairable           float64   // judged by two coders or more
	agreed             float64   // sum over pairable units of the share of pairs that agree
	shares             []float64 // by category: sum over units of the share of coders who gave it
	matched            []float64 // by category: sum over pairable units of its pairs per coder
	ratings            []float64 // by category: ratings of pairable units
	joint              []float64 // of two coders: units by the category of each
}

func newTally(categories, coders int) *tally {
	return &tally{
		categories: categories, coders: coders,
		shares: make([]float64, categories), matched: make([]float64, categories),
		ratings: make([]float64, categories), joint: make([]float64, categories*categories),
	}
}

// tallied returns the tally of all units of r.
func tallied(r Ratings) *tally {
	t := newTally(r.Categories, r.coders())
	for u := range r.Values {
		t.count(r, u)
	}
	return t
}

// count takes in unit u of r.
func (t *tally) count(r Ratings, u int) {
	each, judged := r.counts(u)
	if judged == 0 {
		return
	}
	t.units++
	for k, n := range each {
		t.shares[k] += n / judged
	}
	if judged < 2 {
		return
	}
	t.pairable++
	for k, n := range each {
		t.agreed += n * (n - 1) / (judged * (judged - 1))
		t.matched[k] += n * (n - 1) / (judged - 1)
		t.ratings[k] += n
	}
	if t.coders == 2 {
		t.joint[r.Values[u][0]*t.categories+r.Values[u][1]]++
	}
}

// add takes in the units of another tally.
func (t *tally) add(o *tally) {
	t.units += o.units
	t.pairable += o.pairable
	t.agreed += o.agreed
	addTo(t.shares, o.shares)
	addTo(t.matched, o.matched)
	addTo(t.ratings, o.ratings)
	addTo(t.joint, o.joint)
}

// addTo adds to each number of sum the one of part at its place.
func addTo(sum, part []float64) {
	for i, x := range part {
		sum[i] += x
	}
}

// reset makes the tally one of no units.
func (t *tally) reset() {
	t.units, t.pairable, t.agreed = 0, 0, 0
	clear(t.shares)
	clear(t.matched)
	clear(t.ratings)
	clear(t.joint)
}

// The reasons why a coefficient has no value.
const (
	noVariation = "no variation: all ratings are the same"
	noPairs     = "no unit was judged by two coders"
	notTwo      = "it compares two coders"
)

// comparable says why chance cannot be corrected for, or nothing.
func (t *tally) comparable() string {
	if t.pairable == 0 {
		return noPairs
	}
	given := 0
	for _, n := range t.ratings {
		if n > 0 {
			given++
		}
	}
	if given < 2 {
		return noVariation
	}
	return ""
}

// observed is the mean share of pairs of coders who agree.
func (t *tally) observed() float64 { return t.agreed / t.pairable }

// beyond returns the agreement beyond a chance, or says why there is none.
func (t *tally) beyond(chance func(*tally) float64) (float64, string) {
	if reason := t.comparable(); reason != "" {
		return 0, reason
	}
	return corrected(t.observed(), chance(t)), ""
}

// corrected returns the agreement beyond chance, (observed-chance)/(1-chance).
func corrected(observed, chance float64) float64 { return (observed - chance) / (1 - chance) }
