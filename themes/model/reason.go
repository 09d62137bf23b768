package model

import (
	"cmp"
	"slices"
	"strings"

	"thematic/corpus"
	"thematic/themes"
)

// Term is a word, pair of words or mark with what it adds to the log odds of an
// answer.
type Term struct {
	Name   string
	Weight float64
}

// reasonTerms is how many terms a reason names.
const reasonTerms = 3

// Reason implements [themes.Opinion]: the words that speak most for the theme,
// the strongest first.
func (m *Model) Reason(e *themes.Evidence, theme string, label corpus.Label) []themes.Words {
	var best [reasonTerms]place
	m.eachTerm(e, theme, label, func(p place) {
		if p.weight <= best[reasonTerms-1].weight {
			return
		}
		at := reasonTerms - 1
		for j, o := range best {
			if o.End > 0 && slices.Equal(o.in(e), p.in(e)) {
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

// Explain returns the words and pairs of words of e that speak for or against
// the label and theme, the strongest first.
func (m *Model) Explain(e *themes.Evidence, theme string, label corpus.Label) []Term {
	var terms []Term
	m.eachTerm(e, theme, label, func(p place) {
		terms = append(terms, Term{strings.Join(p.in(e), " "), p.weight})
	})
	slices.SortStableFunc(terms, func(a, b Term) int {
		return cmp.Or(cmp.Compare(max(b.Weight, -b.Weight), max(a.Weight, -a.Weight)), cmp.Compare(a.Name, b.Name))
	})
	return slices.Compact(terms)
}

// place is where a word or a pair of words stands, and what it adds.
type place struct {
	themes.Words
	weight float64
}

func (p place) in(e *themes.Evidence) []string { return e.Words[p.Start:p.End] }

// eachTerm calls f with each known word of e, and each known pair of words.
func (m *Model) eachTerm(e *themes.Evidence, theme string, label corpus.Label, f func(place)) {
	t, ok := m.themeOf[theme]
	l := slices.Index(labels[:], label)
	if !ok || l < 0 {
		return
	}
	w := m.begin()
	defer m.scratch.Put(w)
	r := &w.reading
	if !r.of(e) {
		m.lexicon.readText(e, r)
	}
	word, pair := 0, 0
	for i, id := range r.words {
		if id != unknownWord {
			f(place{themes.Words{Start: i, End: i + 1}, m.speaks(r.text[word], l, t)})
			word++
		}
		for ; pair < len(r.pairEnds) && int(r.pairEnds[pair]) == i; pair++ {
			if i > 0 {
				f(place{themes.Words{Start: i - 1, End: i + 1}, m.speaks(r.text[r.pairsAt+pair], l, t)})
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
