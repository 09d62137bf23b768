package euler

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// Shape is what the outlines of sets may be.
type Shape int

// The shapes. Circles are easier to read, ellipses fit more.
const (
	Circles Shape = iota
	Ellipses
)

// maxSets is the most sets a diagram can have; beyond three, few are honest.
const maxSets = 8

// Bounds of the work: starts of a fit for each set, steps of a descent.
const (
	startsPerSet = 6
	mostSteps    = 150
)

// exactFit is a sum of squares at which no error can be seen or printed.
const exactFit = 1e-18

// Fit places one ellipse for each set. Counts are by region, as in the package
// comment; index 0, the outside, is not drawn. It is an error if their number
// is not a power of two, there are no or more than [maxSets] sets, or a count
// is negative or not a number.
func Fit(counts []float64, shape Shape) (Diagram, error) {
	sets := 0
	for 1<<sets < len(counts) {
		sets++
	}
	if 1<<sets != len(counts) || sets < 1 || sets > maxSets {
		return Diagram{}, fmt.Errorf("euler: %d regions are not those of 1 to %d sets", len(counts), maxSets)
	}
	total := 0.0
	for mask, c := range counts {
		if c < 0 || math.IsNaN(c) || math.IsInf(c, 0) {
			return Diagram{}, fmt.Errorf("euler: region %d has the count %g", mask, c)
		}
		if mask > 0 {
			total += c
		}
	}
	d := Diagram{Ellipses: make([]Ellipse, sets), Areas: make([]float64, len(counts))}
	if total == 0 {
		return d, nil
	}
	g := grouped(counts, sets)
	targets := make([]float64, 1<<len(g.members))
	for mask, c := range counts {
		targets[g.mask(mask)] += c / total
	}
	shapes := arrange(best(targets, len(g.members), shape))
	scale := math.Sqrt(total)
	for k, members := range g.members {
		e := shapes[k]
		e.X, e.Y, e.A, e.B = e.X*scale, e.Y*scale, e.A*scale, e.B*scale
		for _, set := range members {
			d.Ellipses[set] = e
		}
	}
	d.judge(counts, total)
	return d, nil
}

// groups are the sets to be drawn: empty ones left out, identical ones as one.
type groups struct{ members [][]int }

func grouped(counts []float64, sets int) (g groups) {
	for i := range sets {
		if total, _ := apartFrom(counts, i, i); total == 0 {
			continue
		}
		same := slices.IndexFunc(g.members, func(members []int) bool {
			_, differ := apartFrom(counts, i, members[0])
			return !differ
		})
		if same < 0 {
			g.members = append(g.members, []int{i})
		} else {
			g.members[same] = append(g.members[same], i)
		}
	}
	return g
}

// apartFrom is the size of set i, and whether anything is in only one of i and j.
func apartFrom(counts []float64, i, j int) (total float64, differ bool) {
	for mask, c := range counts {
		if mask>>i&1 == 1 {
			total += c
		}
		if mask>>i&1 != mask>>j&1 && c > 0 {
			differ = true
		}
	}
	return total, differ
}

// mask is the region of the groups that a region of the sets belongs to.
func (g groups) mask(of int) (mask int) {
	for k, members := range g.members {
		mask |= of >> members[0] & 1 << k
	}
	return mask
}

// best is the best of several fits; of those that are exact, one in which every
// region is of one piece, and of these the roundest.
func best(targets []float64, sets int, shape Shape) []Ellipse {
	radii := make([]float64, sets)
	for i := range radii {
		size, _ := apartFrom(targets, i, i)
		radii[i] = math.Sqrt(size / math.Pi)
	}
	random := rand.New(rand.NewPCG(20, 26))
	bonds := bondsOf(targets, radii)
	kept := candidate{loss: math.Inf(1)}
	for start := range startsPerSet * sets {
		settled := start%2 == 0 // from the best circles, or from any places
		descents := 1
		if settled {
			descents = 4
		}
		round := problem{targets: targets, sets: sets, perShape: 3}
		from := circlesAt(bonds.place(random, radii, descents), radii)
		x, loss := descend(round, from, mostSteps)
		kept.hear(round, x, loss)
		if kept.loss == 0 { // exact circles
			break
		}
		if shape == Ellipses {
			free := problem{targets: targets, sets: sets, perShape: parameters}
			if settled {
				from = x
			}
			x = shaken(random, round.shapes(from), 0.05*float64(1+start/4))
			if settled { // and so wish to stay round, and give that up by and by
				x, loss = free.rounded(x, 0.03, 0.003, 0.0003)
			} else {
				x, loss = free.loose(x)
			}
			kept.hear(free, x, loss)
		}
		if kept.whole > 3 {
			break
		}
	}
	return kept.shapes
}

// candidate is the best of the fits that were tried so far.
type candidate struct {
	shapes []Ellipse
	loss   float64
	whole  int // of those tried, how many are exact and without a region in pieces
}

// hear takes in one more fit. Of exact ones the loss says how they are preferred.
func (c *candidate) hear(p problem, x []float64, loss float64) {
	shapes := p.shapes(x)
	if loss < exactFit {
		loss = exactFit * flatness(shapes) / (1 + flatness(shapes))
		if torn(shapes, p.targets) != nil {
			loss += exactFit
		} else {
			c.whole++
		}
	}
	if loss < c.loss {
		c.shapes, c.loss = shapes, loss
	}
}

// flatness is how far from circles ellipses are: 0 for circles.
func flatness(shapes []Ellipse) (sum float64) {
	for _, e := range shapes {
		sum += math.Pow(math.Log(e.A/e.B), 2)
	}
	return sum
}

func circlesAt(centres, radii []float64) (x []float64) {
	for i, r := range radii {
		x = append(x, centres[2*i], centres[2*i+1], math.Log(r))
	}
	return x
}

// problem is the areas of regions to be met. Parameters are, for each shape,
// its centre and the logarithm of its radius or of its half axes and the angle.
type problem struct {
	targets  []float64
	sets     int
	perShape int
	// round is the weight of an added term for each ellipse that is 0 for a circle.
	round float64
}

// shaken are the parameters of circles made ellipses: each moved and stretched at
// random by about a part of its radius.
func shaken(random *rand.Rand, circles []Ellipse, part float64) (x []float64) {
	for _, e := range circles {
		x = append(x, e.X+part*e.A*random.NormFloat64(), e.Y+part*e.A*random.NormFloat64(),
			math.Log(e.A)+part*random.NormFloat64(), math.Log(e.B)+part*random.NormFloat64(),
			math.Pi*random.Float64())
	}
	return x
}

// loose descends without a wish to stay round; from ellipses that fit, that wish then
// leads to the roundest nearby.
func (p problem) loose(x []float64) ([]float64, float64) {
	x, loss := descend(p, x, mostSteps)
	if loss > exactFit {
		return x, loss
	}
	if rounder, again := p.rounded(x, 0.001, 0.0003, 0.0001); again < exactFit {
		return rounder, again
	}
	return x, loss
}

// rounded descends with the given weights for staying round, and then without.
func (p problem) rounded(x []float64, weights ...float64) ([]float64, float64) {
	for _, p.round = range weights {
		x, _ = descend(p, x, 40)
	}
	p.round = 0
	return descend(p, x, mostSteps)
}

func (p problem) shapes(x []float64) []Ellipse {
	shapes := make([]Ellipse, p.sets)
	for i := range shapes {
		v := x[p.perShape*i:]
		e := Ellipse{X: v[0], Y: v[1], A: math.Exp(v[2])}
		e.B = e.A
		if p.perShape == parameters {
			e.B, e.Phi = math.Exp(v[3]), v[4]
		}
		shapes[i] = e
	}
	return shapes
}

func (p problem) residuals() int {
	if p.round > 0 {
		return len(p.targets) - 1 + p.sets
	}
	return len(p.targets) - 1
}

func (p problem) evaluate(x, r []float64, jacobian *mat.Dense) {
	shapes := p.shapes(x)
	g := regions{areas: make([]float64, len(p.targets)), gradient: make([][]float64, len(p.targets))}
	for mask := range g.gradient {
		g.gradient[mask] = make([]float64, parameters*p.sets)
	}
	g.measure(shapes)
	jacobian.Zero()
	for mask := 1; mask < len(p.targets); mask++ {
		r[mask-1] = g.areas[mask] - p.targets[mask]
		for i, e := range shapes {
			by, to := g.gradient[mask][parameters*i:], jacobian.RawRowView(mask - 1)[p.perShape*i:]
			to[0], to[1] = by[0], by[1]
			if p.perShape == parameters {
				to[2], to[3], to[4] = by[2]*e.A, by[3]*e.B, by[4]
			} else {
				to[2] = (by[2] + by[3]) * e.A
			}
		}
	}
	if p.round > 0 {
		for i, e := range shapes {
			row := len(p.targets) - 1 + i
			r[row] = p.round * math.Log(e.A/e.B)
			jacobian.Set(row, parameters*i+2, p.round)
			jacobian.Set(row, parameters*i+3, -p.round)
		}
	}
}
