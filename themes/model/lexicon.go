package model

import (
	"cmp"
	"maps"
	"slices"
)

// newLexicon numbers the features that stand in enough of the texts.
func newLexicon(texts []*Text) *lexicon {
	x := &lexicon{}
	counts, names := newCounter[feature](), namesakes{}
	for _, t := range texts {
		counts.text++
		for i := range t.Sentences {
			countSentence(&t.Sentences[i], counts, names)
		}
	}
	for _, f := range counts.frequent(compareFeatures) {
		if !names.hold(f) {
			x.add(f)
		}
	}
	x.addPairs(texts)
	x.seal()
	return x
}

func countSentence(s *Sentence, counts *counter[feature], names namesakes) {
	e := &s.Evidence
	for i, w := range e.Words {
		names.count(feature{ofWord, w}, i > 0, e.Named[i])
		counts.add(feature{ofWord, w})
		if s, ok := stem(w); ok {
			names.count(feature{ofStem, s}, i > 0, e.Named[i])
			counts.add(feature{ofStem, s})
		}
		if e.Denied[i] {
			counts.add(feature{ofDenied, w})
		}
	}
	eachOrder(e, func(o order) { counts.add(feature{ofOrder, o.name()}) })
	eachMark(e, counts.add)
	for _, r := range e.Rulings {
		counts.add(feature{ofTopic, r.Theme})
	}
	for _, theme := range e.Before {
		counts.add(feature{ofBefore, theme})
	}
	if len(s.Codes) == 0 {
		return // what stands around a sentence speaks of its theme only
	}
	for _, w := range e.Prior {
		if len(w) >= longLetters {
			counts.add(feature{ofPrior, w})
		}
	}
	for _, w := range e.Heading {
		if len(w) >= longLetters {
			counts.add(feature{ofHeading, w})
		}
	}
}

// addPairs numbers the pairs of known words that stand in enough of the texts.
func (x *lexicon) addPairs(texts []*Text) {
	pairs := newCounter[pair]()
	for _, t := range texts {
		pairs.text++
		for i := range t.Sentences {
			last := int32(edge)
			for _, w := range t.Sentences[i].Evidence.Words {
				next := x.number(ofWord, w, unknownWord)
				pairs.add(pair{last, next})
				last = next
			}
			pairs.add(pair{last, edge})
		}
	}
	for _, p := range pairs.frequent(comparePairs) {
		if p[0] != unknownWord && p[1] != unknownWord {
			x.addPair(p)
		}
	}
}

// namesakes counts how often a word or stem is written as names are.
type namesakes map[feature]spelt

// spelt is how often a word stands within a sentence, and how often of these as
// names do.
type spelt struct{ within, named int }

func (n namesakes) count(f feature, within, named bool) {
	if s := n[f]; within {
		s.within++
		if named {
			s.named++
		}
		n[f] = s
	}
}

// hold reports whether f is a word, here or nearby, that is mostly written as a
// name: then no model holds it.
func (n namesakes) hold(f feature) bool {
	if f.family == ofDenied || f.family == ofPrior || f.family == ofHeading {
		f.family = ofWord
	}
	s := n[f]
	return 2*s.named > s.within
}

// counter counts in how many texts each key stands.
type counter[K comparable] struct {
	text    int // number of the text
	tallies map[K]*tally
}

type tally struct{ texts, last int }

func newCounter[K comparable]() *counter[K] { return &counter[K]{tallies: map[K]*tally{}} }

func (c *counter[K]) add(k K) {
	t := c.tallies[k]
	if t == nil {
		t = &tally{}
		c.tallies[k] = t
	}
	if t.last != c.text {
		t.last = c.text
		t.texts++
	}
}

// frequent returns the keys of enough texts, in order.
func (c *counter[K]) frequent(compare func(a, b K) int) []K {
	var out []K
	for _, k := range slices.SortedFunc(maps.Keys(c.tallies), compare) {
		if c.tallies[k].texts >= LeastTexts {
			out = append(out, k)
		}
	}
	return out
}

func compareFeatures(a, b feature) int {
	return cmp.Or(cmp.Compare(a.family, b.family), cmp.Compare(a.name, b.name))
}

func comparePairs(a, b pair) int {
	return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
}
