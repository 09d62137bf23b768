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
func (m *Model) Reason(e *themes.Evidence, theme string, label corpus.Label) string {
	var best [reasonTerms]Term
	m.eachTerm(e, theme, label, func(i, n int, weight float64) {
		if weight <= best[reasonTerms-1].Weight {
			return
		}
		name := e.Words[i]
		if n == 2 {
			name = e.Words[i-1] + " " + name
		}
		at := reasonTerms - 1
		for j, t := range best {
			if t.Name == name {
				return
			}
			if weight > t.Weight && j < at {
				at = j
			}
		}
		copy(best[at+1:], best[at:reasonTerms-1])
		best[at] = Term{name, weight}
	})
	names := make([]string, 0, reasonTerms)
	for _, t := range best {
		if t.Name != "" {
			names = append(names, t.Name)
		}
	}
	return strings.Join(names, ", ")
}

// Explain returns the words and pairs of words of e that speak for or against
// the label and theme, the strongest first.
func (m *Model) Explain(e *themes.Evidence, theme string, label corpus.Label) []Term {
	var terms []Term
	m.eachTerm(e, theme, label, func(i, n int, weight float64) {
		terms = append(terms, Term{strings.Join(e.Words[i-n+1:i+1], " "), weight})
	})
	slices.SortStableFunc(terms, func(a, b Term) int {
		return cmp.Or(cmp.Compare(max(b.Weight, -b.Weight), max(a.Weight, -a.Weight)), cmp.Compare(a.Name, b.Name))
	})
	return slices.Compact(terms)
}

// eachTerm calls f with each known word of e, and each known pair of words: the
// place of its last word, its number of words, and what it adds.
func (m *Model) eachTerm(e *themes.Evidence, theme string, label corpus.Label, f func(i, n int, weight float64)) {
	t, ok := m.themeOf[theme]
	l := slices.Index(labels[:], label)
	if !ok || l < 0 {
		return
	}
	w := m.begin()
	defer m.scratch.Put(w)
	r := &w.reading
	m.lexicon.read(e, r)
	word, at, before := 0, r.pairsAt, int32(edge)
	for i, id := range r.words {
		if id != unknownWord {
			f(i, 1, m.speaks(r.text[word], l, t))
			word++
		}
		if before != unknownWord && id != unknownWord && m.lexicon.found.find(pair{before, id}) != none {
			if i > 0 {
				f(i, 2, m.speaks(r.text[at], l, t))
			}
			at++
		}
		before = id
	}
}

// speaks returns what a feature adds to the log odds of a label and a theme.
func (m *Model) speaks(v value, label, theme int) float64 {
	return float64(v.weight * (m.finding.speaks(v.id, label) + m.theme.speaks(v.id, theme)))
}
