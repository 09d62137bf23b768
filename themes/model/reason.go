package model

import (
	"slices"

	"thematic/corpus"
	"thematic/themes"
)

// reasonTerms is how many terms a reason names.
const reasonTerms = 3

// Reason implements [themes.Opinion]: the words that speak most for the theme,
// the strongest first. Of a sentence whose sides are scored apart they are those of
// the side that decided.
func (m *Model) Reason(e *themes.Evidence, theme string, label corpus.Label) []themes.Words {
	var best [reasonTerms]place
	m.eachTerm(e, theme, label, func(p place) {
		if p.weight <= best[reasonTerms-1].weight {
			return
		}
		at := reasonTerms - 1
		for j, o := range best {
			if o.End > 0 && o.id == p.id {
				return
			}
			if p.weight > o.weight && j < at {
				at = j
			}
		}
		copy(best[at+1:], best[at:reasonTerms-1])
		best[at] = p
	})
	var reason []themes.Words
	for _, p := range best {
		if p.End > 0 {
			reason = append(reason, p.Words)
		}
	}
	return reason
}

// place is where a word or a pair of words stands, its number and what it adds.
type place struct {
	themes.Words
	id     int32
	weight float64
}

// eachTerm calls f with each known word of e, or of the side of it that decided, and
// each known pair of words.
func (m *Model) eachTerm(e *themes.Evidence, theme string, label corpus.Label, f func(place)) {
	t, ok := m.themeOf[theme]
	l := slices.Index(labels[:], label)
	if !ok || l < 0 {
		return
	}
	w := m.begin()
	defer m.scratch.Put(w)
	side, from := m.speaker(e, w, l, t)
	r := &w.reading
	if !r.of(side) {
		m.lexicon.readText(side, r)
	}
	word, pair := 0, 0
	for i, id := range r.words {
		if id != unknownWord {
			f(place{themes.Words{Start: from + i, End: from + i + 1}, id, m.speaks(r.text[word], l, t)})
			word++
		}
		for ; pair < len(r.pairEnds) && int(r.pairEnds[pair]) == i; pair++ {
			if i > 0 {
				v := r.text[r.pairsAt+pair]
				f(place{themes.Words{Start: from + i - 1, End: from + i + 1}, v.id, m.speaks(v, l, t)})
			}
		}
	}
}

// speaks returns what a feature adds to the log odds of a label and a theme, the
// mean of both kinds of text.
func (m *Model) speaks(v value, label, theme int) float64 {
	finding := (m.finding.speaks(v.id, label) + m.finding.speaks(v.id, len(labels)+label)) / kinds
	return float64(v.weight * (finding + m.theme.speaks(v.id, theme)))
}
