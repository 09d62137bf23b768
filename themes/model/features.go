package model

import (
	"math"

	"thematic/corpus"
	"thematic/themes"
)

// family is a kind of feature.
type family byte

// The families. Those of the text speak to both factors, topics to the second
// only, the rest to the first only.
const (
	ofWord    family = 'w' // key of a word
	ofStem    family = 's' // its first letters
	ofCue     family = 'c'
	ofSection family = 'k'
	ofBlock   family = 'b'
	ofLent    family = 'l'
	ofFlag    family = 'f'
	ofLength  family = 'n'
	ofTopic   family = 't' // theme that the rules met
	ofBefore  family = 'p' // theme that they met in the sentence before
)

// feature is something a sentence has or has not.
type feature struct {
	family family
	name   string
}

// pair is two words side by side, by their numbers; edge stands before the first
// and after the last.
type pair [2]int32

const (
	edge        = -1
	unknownWord = -2
	noStem      = -3
)

// stemLetters is how many letters of a longer word make its stem: "asses" is in
// assess, assessment and assessor.
const stemLetters = 5

// Weights of the groups of features beside each other. In a group the weight is
// shared among the features that are there.
const (
	wordScale   = 4
	pairScale   = 2
	stemScale   = 3
	markScale   = 3
	topicScale  = 4
	beforeScale = 2
	leastShare  = 4 // a group of fewer shares as if it were of so many
)

// lexicon numbers the features of a model.
type lexicon struct {
	ids   map[feature]int32
	words map[string]wordIDs // the known words, with their stems
	pairs map[pair]int32
	size  int
}

// wordIDs are the numbers of a word and of its stem.
type wordIDs struct{ word, stem int32 }

// seal makes the table of words, once all features are numbered.
func (x *lexicon) seal() {
	x.words = map[string]wordIDs{}
	for f, id := range x.ids {
		if f.family == ofWord {
			x.words[f.name] = wordIDs{id, x.stemOf(f.name)}
		}
	}
}

// stemOf returns the number of the stem of a word, noStem where it has none that
// is known.
func (x *lexicon) stemOf(word string) int32 {
	if len(word) < stemLetters {
		return noStem
	}
	if id, ok := x.ids[feature{ofStem, word[:stemLetters]}]; ok {
		return id
	}
	return noStem
}

// value is a feature that a sentence has, with its weight.
type value struct {
	id     int32
	weight float32
}

// reading is the features of one sentence: those of its text, its marks (cues,
// place, form) and the topics the rules met.
type reading struct {
	text, marks, topics []value
	stems               []value
	words               []int32
	pairsAt             int // where the pairs begin in text
}

// read fills r with the known features of e.
func (x *lexicon) read(e *themes.Evidence, r *reading) {
	r.text, r.marks, r.topics, r.words = r.text[:0], r.marks[:0], r.topics[:0], r.words[:0]
	r.stems = r.stems[:0]
	for _, w := range e.Words {
		ids, ok := x.words[w]
		if !ok {
			ids = wordIDs{unknownWord, x.stemOf(w)}
		} else {
			r.text = append(r.text, value{id: ids.word})
		}
		r.words = append(r.words, ids.word)
		if ids.stem != noStem {
			r.stems = append(r.stems, value{id: ids.stem})
		}
	}
	share(r.text, wordScale)
	share(r.stems, stemScale)
	r.text = append(r.text, r.stems...)
	from := len(r.text)
	r.pairsAt = from
	last := int32(edge)
	for i := 0; i <= len(r.words); i++ {
		next := int32(edge)
		if i < len(r.words) {
			next = r.words[i]
		}
		if last == unknownWord || next == unknownWord {
			last = next
			continue
		}
		if id, ok := x.pairs[pair{last, next}]; ok {
			r.text = append(r.text, value{id: id})
		}
		last = next
	}
	share(r.text[from:], pairScale)
	eachMark(e, func(f feature) { r.marks = x.known(r.marks, f) })
	share(r.marks, markScale)
	for i := range e.Rulings {
		if i == 0 || e.Rulings[i].Theme != e.Rulings[i-1].Theme {
			r.topics = x.known(r.topics, feature{ofTopic, e.Rulings[i].Theme})
		}
	}
	share(r.topics, topicScale)
	from = len(r.topics)
	for _, theme := range e.Before {
		r.topics = x.known(r.topics, feature{ofBefore, theme})
	}
	share(r.topics[from:], beforeScale)
}

func (x *lexicon) known(list []value, f feature) []value {
	if id, ok := x.ids[f]; ok {
		return append(list, value{id: id})
	}
	return list
}

func share(list []value, scale float64) {
	weight := float32(scale / math.Sqrt(float64(max(len(list), leastShare))))
	for i := range list {
		list[i].weight = weight
	}
}

func stem(word string) (string, bool) {
	if len(word) < stemLetters {
		return "", false
	}
	return word[:stemLetters], true
}

// eachMark calls f with the marks of e.
func eachMark(e *themes.Evidence, f func(feature)) {
	if e.Section != "" {
		f(feature{ofSection, string(e.Section)})
	}
	if e.Block != "" {
		f(feature{ofBlock, string(e.Block)})
	}
	if e.Lent != "" {
		f(feature{ofLent, string(e.Lent)})
	}
	for _, flag := range [...]struct {
		name string
		set  bool
	}{
		{"first", e.First}, {"asks", e.Asks}, {"past", e.Past}, {"finite", e.Finite},
		{"topic", len(e.Rulings) > 0}, {"deficit", rules(e, "", corpus.LabelDeficit)}, {"good", rules(e, "", corpus.LabelGoodPractice)},
	} {
		if flag.set {
			f(feature{ofFlag, flag.name})
		}
	}
	for i, c := range e.Cues {
		if !metBefore(e.Cues[:i], c) {
			f(feature{ofCue, c.ID})
		}
	}
	f(feature{ofLength, lengths[min(len(e.Words)/6, len(lengths)-1)]})
}

func metBefore(cues []*themes.Cue, c *themes.Cue) bool {
	for _, b := range cues {
		if b == c {
			return true
		}
	}
	return false
}

// lengths name the classes of sentence length, each of six words.
var lengths = [...]string{"0", "6", "12", "18", "24", "30", "36"}

// rules reports whether the rules count a label, of one theme or ("") of any.
func rules(e *themes.Evidence, theme string, label corpus.Label) bool {
	for _, r := range e.Rulings {
		if r.Label == label && r.Status == corpus.Counted && (theme == "" || r.Theme == theme) {
			return true
		}
	}
	return false
}
