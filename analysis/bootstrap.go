package analysis

import "math/rand/v2"

// histogram has at each number how often it was drawn.
type histogram []int

// draws are how many reviews had each theme, and which place it took, in each
// of many samples of the reviews.
type draws struct {
	counts, ranks []histogram // by theme
	of            int         // reviews in a sample
}

// Samples is how many times the reviews are drawn again.
const Samples = 2000

// bootstrapStream is the second half of the state of the generator, so that a
// seed is one number.
const bootstrapStream = 0x74686d61

// bootstrap draws as many reviews as there are, each any number of times, again
// and again: B. Efron, "Bootstrap methods: another look at the jackknife",
// Annals of Statistics 7 (1979), 1-26. The same matrix and seed give the same
// draws.
func (m *Matrix) bootstrap(seed uint64) draws {
	random := rand.New(rand.NewPCG(seed, bootstrapStream))
	reviews, themes := len(m.Cases), len(m.Themes)
	d := draws{of: reviews, counts: make([]histogram, themes), ranks: make([]histogram, themes)}
	if reviews == 0 {
		return d
	}
	for j := range themes {
		d.counts[j], d.ranks[j] = make(histogram, reviews+1), make(histogram, themes+1)
	}
	shown := m.themesOf()
	sample, above := make([]int, themes), make([]int, reviews+1)
	for range Samples {
		clear(sample)
		for range reviews {
			for _, j := range shown[random.IntN(reviews)] {
				sample[j]++
			}
		}
		countAbove(sample, above)
		for j, n := range sample {
			d.counts[j][n]++
			d.ranks[j][1+above[n]]++
		}
	}
	return d
}

// themesOf returns for each review the themes present in it.
func (m *Matrix) themesOf() [][]int {
	shown := make([][]int, len(m.Cases))
	for i, row := range m.Cells {
		for j, c := range row {
			if c.Status.Present() {
				shown[i] = append(shown[i], j)
			}
		}
	}
	return shown
}

// countAbove sets above[n] to how many of counts are greater than n.
func countAbove(counts, above []int) {
	clear(above)
	for _, n := range counts {
		above[n]++
	}
	total := 0
	for n := len(above) - 1; n >= 0; n-- {
		above[n], total = total, total+above[n]
	}
}

// percent returns the middle 95% of the percentages of theme j.
func (d draws) percent(j int) Range {
	r := d.counts[j].middle()
	if r.Defined {
		r.Low, r.High = 100*r.Low/float64(d.of), 100*r.High/float64(d.of)
	}
	return r
}

// rank returns the middle 95% of the places of theme j.
func (d draws) rank(j int) Range { return d.ranks[j].middle() }

// middle returns the smallest and the greatest number drawn after leaving out
// 2.5% of the draws at each end.
func (h histogram) middle() Range {
	total := 0
	for _, n := range h {
		total += n
	}
	if total == 0 {
		return Range{}
	}
	low, high := 0, len(h)-1
	for left := total/40 - h[low]; left >= 0; left -= h[low] {
		low++
	}
	for left := total/40 - h[high]; left >= 0; left -= h[high] {
		high--
	}
	return Range{Defined: true, Low: float64(low), High: float64(high)}
}
