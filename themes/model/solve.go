package model

import (
	"fmt"
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/optimize"
)

// problem is a logistic regression with several outputs that share the features
// of their rows: each minimises the weighted log loss of its outputs plus half of
// the penalties times the squared weights.
type problem struct {
	outputs, features int
	penalty           float64   // of a weight, on average
	byRarity          bool      // whether the rarer a feature is the cheaper its weights are
	penalties         []float64 // of the weights of each feature
	rows              []row
	values            []value
	targets           []int
}

// row is one sentence: ranges of values and targets up to the ends given here.
type row struct {
	values, targets int
	weight          float64
}

const iterations = 120

// add appends a row with the outputs that are true of it.
func (p *problem) add(weight float64, targets []int, groups ...[]value) {
	for _, g := range groups {
		p.values = append(p.values, g...)
	}
	p.targets = append(p.targets, targets...)
	p.rows = append(p.rows, row{len(p.values), len(p.targets), weight})
}

// solve fits the weights by L-BFGS from zero and rounds them. It stops after a
// fixed number of iterations at the latest, where little is left to gain.
func (p *problem) solve() (table, error) {
	p.normalise()
	p.weighPenalties()
	start := make([]float64, (p.features+1)*p.outputs)
	p.prior(start[p.features*p.outputs:])
	at, gradient := slices.Clone(start), make([]float64, len(start))
	loss := p.loss(at, gradient)
	move := func(x []float64) {
		if !floats.Equal(at, x) {
			copy(at, x)
			loss = p.loss(at, gradient)
		}
	}
	result, err := optimize.Minimize(optimize.Problem{
		Func: func(x []float64) float64 { move(x); return loss },
		Grad: func(g, x []float64) { move(x); copy(g, gradient) },
	}, start, &optimize.Settings{
		MajorIterations: iterations,
		Converger:       &optimize.FunctionConverge{Relative: 1e-6, Iterations: 5},
	}, &optimize.LBFGS{Store: 6})
	if result == nil {
		return table{}, fmt.Errorf("fit %d outputs: %w", p.outputs, err)
	}
	return p.round(result.X), nil
}

// normalise makes the weights of the rows one on average.
func (p *problem) normalise() {
	sum := 0.0
	for _, r := range p.rows {
		sum += r.weight
	}
	for i := range p.rows {
		p.rows[i].weight *= float64(len(p.rows)) / sum
	}
}

// commonest is the least logarithm that a feature of nearly all rows counts with.
const commonest = 0.5

// weighPenalties fills the penalties: all the same, or by the square of the
// logarithm of how many rows there are to one that has the feature. "Of" says
// little of a theme, and "midwife" much.
func (p *problem) weighPenalties() {
	p.penalties = slices.Repeat([]float64{p.penalty}, p.features)
	if !p.byRarity {
		return
	}
	counts := make([]float64, p.features)
	for _, v := range p.values {
		counts[v.id]++
	}
	mean := 0.0
	for i, n := range counts {
		p.penalties[i] = max(math.Log(float64(len(p.rows))/max(n, 1)), commonest)
		mean += p.penalties[i] / float64(p.features)
	}
	for i, rarity := range p.penalties {
		p.penalties[i] = p.penalty * mean * mean / (rarity * rarity)
	}
}

// prior fills bias with the log odds of each output.
func (p *problem) prior(bias []float64) {
	sum := 0.0
	from := 0
	for _, r := range p.rows {
		sum += r.weight
		for _, k := range p.targets[from:r.targets] {
			bias[k] += r.weight
		}
		from = r.targets
	}
	for k := range bias {
		bias[k] = logit(min(max(bias[k]/sum, 1e-4), 1-1e-4))
	}
}

// loss returns the loss at x and fills the gradient.
func (p *problem) loss(x, gradient []float64) float64 {
	clear(gradient)
	n := p.features * p.outputs
	total := 0.0
	z := make([]float64, p.outputs)
	from := row{}
	for _, r := range p.rows {
		values, targets := p.values[from.values:r.values], p.targets[from.targets:r.targets]
		from = r
		copy(z, x[n:])
		for _, v := range values {
			w := x[int(v.id)*p.outputs:][:len(z)]
			addScaled(z, float64(v.weight), w)
		}
		for _, k := range targets {
			total -= r.weight * z[k]
		}
		for k := range z {
			e := math.Exp(-math.Abs(z[k]))
			total += r.weight * (max(z[k], 0) + math.Log1p(e))
			if z[k] < 0 {
				z[k] = r.weight * e / (1 + e)
			} else {
				z[k] = r.weight / (1 + e)
			}
		}
		for _, k := range targets {
			z[k] -= r.weight
		}
		floats.Add(gradient[n:], z)
		for _, v := range values {
			g := gradient[int(v.id)*p.outputs:][:len(z)]
			addScaled(g, float64(v.weight), z)
		}
	}
	for i, penalty := range p.penalties {
		for k := range p.outputs {
			at := i*p.outputs + k
			total += penalty / 2 * x[at] * x[at]
			gradient[at] += penalty * x[at]
		}
	}
	return total
}

// addScaled adds a times s to sum. Of many numbers two are added at a time.
func addScaled(sum []float64, a float64, s []float64) {
	if len(sum) > 4 {
		floats.AddScaled(sum, a, s)
		return
	}
	for k := range sum {
		sum[k] += a * s[k]
	}
}

// softplus is log(1+e^z) without overflow.
func softplus(z float64) float64 { return max(z, 0) + math.Log1p(math.Exp(-math.Abs(z))) }

// round makes a table of weights: the greatest of an output becomes 127.
func (p *problem) round(x []float64) table {
	weights, units, bias := make([]int8, p.features*p.outputs), make([]float32, p.outputs), make([]float32, p.outputs)
	for k := range p.outputs {
		greatest := 1e-9
		for i := range p.features {
			greatest = max(greatest, math.Abs(x[i*p.outputs+k]))
		}
		units[k] = float32(greatest / math.MaxInt8)
		for i := range p.features {
			weights[i*p.outputs+k] = int8(math.Round(x[i*p.outputs+k] / greatest * math.MaxInt8))
		}
		bias[k] = float32(x[p.features*p.outputs+k])
	}
	return newTable(weights, units, bias)
}

// beside returns a table of the outputs of t and then those of o, which has the
// same features.
func (t *table) beside(o *table) table {
	weights := make([]int8, 0, t.features()*(t.outputs+o.outputs))
	for id := range t.features() {
		for _, of := range []*table{t, o} {
			for k := range of.outputs {
				weights = append(weights, of.weight(id, k))
			}
		}
	}
	return newTable(weights, slices.Concat(t.units, o.units), slices.Concat(t.bias, o.bias))
}
