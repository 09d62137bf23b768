package model

import (
	"thematic/themes"
)

// A sentence that turns round may praise one thing and find another lacking: "the plan
// was sound, but nobody asked the boy". Of the whole of it both findings are likely and
// both themes, whichever belong together, so that where one side is likelier praise and
// the other likelier a deficit each is scored by itself. Other sentences that turn round
// are scored as a whole: what one side says of the theme of the other would be lost.

// leastApart is how likely a finding must be of its side for the sides to be told apart.
const leastApart = 0.3

// parted fills the sides of w and reports whether the sides of e are findings of
// opposite labels. The chances of the whole of e stay in w.
func (m *Model) parted(e *themes.Evidence, w *work) bool {
	if e.Turn == 0 {
		return false
	}
	told, whole := w.told, w.found
	var found [len(w.sides)][len(labels)]float64
	for i := range w.sides {
		fillSide(&w.sides[i], e, i > 0)
		m.scoreFinding(&w.sides[i], w)
		found[i] = w.found
	}
	w.told, w.found = told, whole
	for l := range labels {
		if leads(found[0], l) && leads(found[1], 1-l) {
			return true
		}
	}
	return false
}

// leads reports whether a side is likely a finding of a label, and likelier than of
// the other.
func leads(found [len(labels)]float64, label int) bool {
	return found[label] >= leastApart && found[label] > found[1-label]
}

// fillSide makes side the words, cues and rulings of one side of e, in its own place.
func fillSide(side, e *themes.Evidence, second bool) {
	rulings := side.Rulings[:0]
	*side = *e
	from, to := 0, e.Turn
	side.Cues = e.Cues[:e.CuesBefore]
	if second {
		from, to = e.Turn, e.Size()
		side.Cues, side.First = e.Cues[e.CuesBefore:], false
	}
	side.Denied = e.Denied[from:to]
	if len(e.Words) > 0 {
		side.Words = e.Words[from:to]
	}
	if len(e.Numbers) > 0 {
		side.Numbers = e.Numbers[from:to]
	}
	for _, r := range e.Rulings {
		if r.After == second {
			rulings = append(rulings, r)
		}
	}
	side.Rulings = rulings
}

// eachOfSides is [Model.eachLook] for a sentence whose sides w holds: of each theme
// and label the side counts that is likelier of it.
func (m *Model) eachOfSides(w *work, f func(label, theme int, k look)) {
	told := w.told
	for l := range labels {
		clear(w.best[l])
	}
	for i := range w.sides {
		if !m.score(&w.sides[i], w) {
			continue
		}
		for l, best := range w.best {
			for t, z := range w.theme {
				best[t] = max(best[t], w.found[l]*odds(z))
			}
		}
	}
	for l, best := range w.best {
		first, lead, rival := highest(best)
		for t, product := range best {
			said := w.said[l][t]
			if !said.counted && !said.held && product < leastProduct {
				continue
			}
			k := look{product: product, rival: lead, saying: said, near: w.near[l][t], story: told}
			if t == first {
				k.rival = rival
			}
			f(l, t, k)
		}
	}
}

// speaker returns the side of e that is likelier of a theme and label, and the word
// with which it begins: e itself where it is scored as a whole.
func (m *Model) speaker(e *themes.Evidence, w *work, label, theme int) (side *themes.Evidence, from int) {
	if !m.parted(e, w) {
		return e, 0
	}
	side = e
	likeliest := 0.0
	for i := range w.sides {
		if !m.score(&w.sides[i], w) {
			continue
		}
		if product := w.found[label] * odds(w.theme[theme]); product > likeliest {
			likeliest, side, from = product, &w.sides[i], i*e.Turn
		}
	}
	return side, from
}

// highest returns the place of the greatest product, that product and the second.
func highest(products []float64) (first int, lead, rival float64) {
	for t, p := range products {
		switch {
		case p > lead:
			first, lead, rival = t, p, lead
		case p > rival:
			rival = p
		}
	}
	return first, lead, rival
}
