package model

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/optimize"

	"thematic/themes"
)

// outcome is a look at a sentence that the factors were not trained on, and
// whether a reader coded it so.
type outcome struct {
	look
	label, theme, kind int
	coded              bool
	weight             float64
}

// outcomes appends what m says of texts that it was not trained on. Texts on
// which the rules were tuned say nothing of their worth, and sentences written
// alone nothing of how common findings are.
func (m *Model) outcomes(out []outcome, texts []*Text) []outcome {
	w := m.begin()
	for _, t := range texts {
		if t.Tuned || t.Alone || t.Foreign {
			continue
		}
		kind, weight := 0, t.Weights.Other
		if t.Story {
			kind, weight = 1, t.Weights.Story
		}
		var recent [2][]themes.View
		for i := range t.Sentences {
			s := &t.Sentences[i]
			s.Evidence.Recent = recent
			var lent []themes.View
			m.eachLook(&s.Evidence, w, [len(labels)]float64{}, func(l, k int, seen look) {
				if lends := seen.lends(); lends > 0 {
					lent = append(lent, themes.View{Theme: m.Themes[k], Label: labels[l], Lends: lends})
				}
				out = append(out, outcome{seen, l, k, kind, slices.Contains(s.Codes, Code{m.Themes[k], labels[l]}), weight})
			})
			recent = [2][]themes.View{lent, recent[0]}
		}
	}
	return out
}

// calibrate fits the chance of each label and kind of text on the outcomes. Where
// there are none of a kind it goes by the product of the factors alone.
func (m *Model) calibrate(all []outcome) {
	for at := range len(labels) * kinds {
		l, kind := at/kinds, at%kinds
		loss := func(x, g []float64) float64 { return calibrationLoss(all, l, kind, x, g) }
		start := m.chance[l][kind]
		start[0] = 1
		if !slices.ContainsFunc(all, func(o outcome) bool { return o.label == l && o.kind == kind }) {
			continue
		}
		result, _ := optimize.Minimize(optimize.Problem{
			Func: func(x []float64) float64 { return loss(x, nil) },
			Grad: func(g, x []float64) { loss(x, g) },
		}, start, &optimize.Settings{MajorIterations: iterations}, &optimize.LBFGS{})
		if result != nil {
			m.chance[l][kind] = result.X
		}
	}
}

// What a coefficient costs in the fit of a calibration: hardly anything, so that the
// loss has a least value, and for a theme as much as a few outcomes tell of it.
const (
	inputPenalty   = 0.01
	ofThemePenalty = 10.0
)

// calibrationLoss is the log loss of the outcomes of one label and kind, with the
// penalties of x; g, where it is not nil, becomes its gradient.
func calibrationLoss(all []outcome, label, kind int, x calibration, g []float64) float64 {
	clear(g)
	total := 0.0
	for i, w := range x {
		penalty := inputPenalty
		if i >= ofThemes {
			penalty = ofThemePenalty
		}
		total += penalty / 2 * w * w
		if g != nil {
			g[i] += penalty * w
		}
	}
	for _, o := range all {
		if o.label != label || o.kind != kind {
			continue
		}
		in := o.inputs()
		z := x.logOdds(in, o.theme)
		total += o.weight * (softplus(z) - indicator(o.coded)*z)
		if g != nil {
			d := o.weight * (1/(1+math.Exp(-z)) - indicator(o.coded))
			floats.AddScaled(g[:inputs], d, in[:])
			g[bias] += d
			g[ofThemes+o.theme] += d
		}
	}
	return total
}
