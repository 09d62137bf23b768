package model

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/optimize"
)

// outcome is one theme and label of one sentence that the factors were not
// trained on: what they and the rules say, and whether a reader coded it.
type outcome struct {
	label         int
	product       float64 // log odds of the product of the factors
	counted, held bool
	coded         bool
}

// leastProduct leaves out of the calibration what is hopeless, unless the rules
// speak for it.
const leastProduct = 0.01

// outcomes appends what m says of texts that it was not trained on. Texts on
// which the rules were tuned say nothing of their worth.
func (m *Model) outcomes(out []outcome, texts []*Text) []outcome {
	w := m.begin()
	for _, t := range texts {
		if t.Tuned {
			continue
		}
		for i := range t.Sentences {
			s := &t.Sentences[i]
			if !m.score(&s.Evidence, w) {
				continue
			}
			for l, label := range labels {
				for k, theme := range m.Themes {
					counted, held := ruling(&s.Evidence, theme, label)
					product := odds(w.finding[l]) * odds(w.theme[k])
					if product < leastProduct && !counted && !held {
						continue
					}
					out = append(out, outcome{l, logit(product), counted, held, slices.Contains(s.Codes, Code{theme, label})})
				}
			}
		}
	}
	return out
}

// calibrate fits the chance of each label on the outcomes.
func (m *Model) calibrate(all []outcome) {
	for l := range labels {
		m.chance[l] = calibration{Product: 1}
		x := []float64{0, 1, 0, 0}
		loss := func(x, g []float64) float64 { return calibrationLoss(all, l, x, g) }
		result, _ := optimize.Minimize(optimize.Problem{
			Func: func(x []float64) float64 { return loss(x, nil) },
			Grad: func(g, x []float64) { loss(x, g) },
		}, x, &optimize.Settings{MajorIterations: iterations}, &optimize.LBFGS{})
		if result != nil {
			m.chance[l] = calibration{result.X[0], result.X[1], result.X[2], result.X[3]}
		}
	}
}

// calibrationLoss is the log loss of the outcomes of one label, with a little
// weight on small coefficients so that it has a least value; g, where it is not
// nil, becomes its gradient.
func calibrationLoss(all []outcome, label int, x, g []float64) float64 {
	clear(g)
	total := 0.0
	for i, w := range x {
		total += 0.005 * w * w
		if g != nil {
			g[i] += 0.01 * w
		}
	}
	for _, o := range all {
		if o.label != label {
			continue
		}
		in := [4]float64{1, o.product, indicator(o.counted), indicator(o.held)}
		z := x[0]*in[0] + x[1]*in[1] + x[2]*in[2] + x[3]*in[3]
		total += softplus(z) - indicator(o.coded)*z
		if g != nil {
			d := 1/(1+math.Exp(-z)) - indicator(o.coded)
			for i := range in {
				g[i] += d * in[i]
			}
		}
	}
	return total
}

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
