package model

import (
	"strings"

	"thematic/corpus"
	"thematic/themes"
)

// family is a kind of feature.
type family byte

// The families. Those of the text speak to both factors, the surroundings to the
// second only, the rest to the first only. That words are denied, and which cue follows
// which ("the mother" and then "failed to", or "failed to" and then "the mother"), a sum
// over words does not say by itself: with both, learnt in 40 steps, deficits in a third
// of the texts, kept out with all other reviews of their authors, are found at F1 .612
// instead of .608 in inspections, .489 instead of .473 in coroners' reports and .700,
// .663 and .412 instead of .694, .659 and .411 in three sets of reviews.
const (
	ofWord    family = 'w' // key of a word
	ofStem    family = 's' // its first letters
	ofDenied  family = 'd' // key of a word that is denied
	ofCue     family = 'c'
	ofOrder   family = 'o' // two cues, one after the other, see [order]
	ofSection family = 'k'
	ofBlock   family = 'b'
	ofLent    family = 'l'
	ofFlag    family = 'f'
	ofLength  family = 'n'
	ofTopic   family = 't' // theme that the rules met
	ofBefore  family = 'p' // theme that they met in the sentence before
	ofPrior   family = 'q' // key of a longer word of the sentence before
	ofHeading family = 'h' // key of a longer word of the heading above
)

// families are all of them.
const families = "wsdcokblfntpqh"

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
	none        = -3
)

// stemLetters is how many letters of a longer word make its stem: "asses" is in
// assess, assessment and assessor. Words of fewer than longLetters say nothing
// of the sentence after theirs.
const (
	stemLetters = 5
	longLetters = 4
)

// Weights of the groups of features beside each other. In a group the weight is
// shared among the features that are there.
const (
	wordScale   = 4
	pairScale   = 2
	stemScale   = 3
	markScale   = 3
	deniedScale = 3
	orderScale  = 3
	topicScale  = 4
	beforeScale = 2
	priorScale  = 1.5
	headScale   = 2
	leastShare  = 4 // a group of fewer shares as if it were of so many
)

// lexicon numbers the features of a model.
type lexicon struct {
	names []feature             // all but the pairs, by their numbers
	ids   [256]map[string]int32 // the numbers of these, by family and name
	pairs []pair                // in their order, by the numbers that follow

	// the same, as they are looked up
	found   pairIndex
	words   []wordIDs        // by their numbers
	numbers map[string]int32 // of the known words, in words
	stems   map[string]int32 // of words that are not known but have a known stem
	cues    map[string]cueIDs
	orders  map[uint64]int32 // by the places of two cues, see [orderKey]
	flags   [len(flags)]int32
	lengths [len(lengths)]int32
}

// cueIDs are the number of a cue as a mark and its place among the cues that stand in
// an order, noCue where it stands in none.
type cueIDs struct{ mark, place int32 }

// The place of what stands before the first cue of a sentence and after the last, and of
// a cue that stands in no order.
const (
	edgeOfCues = 0
	noCue      = -1
)

// wordIDs are the numbers of a word in the sentence, of its stem, of the same word
// where it is denied, in the sentence before and in the heading above.
type wordIDs struct{ word, stem, denied, prior, heading int32 }

// order is the ids of two cues of which the second follows the first; none stands
// before the first of a sentence and after the last.
type order [2]string

func (o order) name() string { return o[0] + ">" + o[1] }

// size is how many features there are.
func (x *lexicon) size() int { return len(x.names) + len(x.pairs) }

// add gives a feature the next number, and addPair a pair; names come first.
func (x *lexicon) add(f feature) {
	if x.ids[f.family] == nil {
		x.ids[f.family] = map[string]int32{}
	}
	x.ids[f.family][f.name] = int32(len(x.names))
	x.names = append(x.names, f)
}

func (x *lexicon) addPair(p pair) { x.pairs = append(x.pairs, p) }

// seal makes the tables of words and pairs, once all features are numbered.
func (x *lexicon) seal() {
	x.found = newPairIndex(x.pairs, len(x.names))
	x.words = []wordIDs{{unknownWord, none, none, none, none}}
	x.cues, x.orders = map[string]cueIDs{"": {none, edgeOfCues}}, map[uint64]int32{}
	x.numbers, x.stems = map[string]int32{}, map[string]int32{}
	for id, f := range x.names {
		switch f.family {
		case ofWord, ofDenied, ofPrior, ofHeading:
			if _, ok := x.numbers[f.name]; !ok {
				x.numbers[f.name] = int32(len(x.words))
				x.words = append(x.words, x.idsOf(f.name))
			}
		case ofStem:
			x.stems[f.name] = int32(len(x.words))
			x.words = append(x.words, wordIDs{unknownWord, int32(id), none, none, none})
		case ofOrder:
			first, second, _ := strings.Cut(f.name, ">")
			x.orders[orderKey(x.ordered(first), x.ordered(second))] = int32(id)
		}
	}
	for name, id := range x.ids[ofCue] {
		if ids, ok := x.cues[name]; ok {
			x.cues[name] = cueIDs{id, ids.place}
			continue
		}
		x.cues[name] = cueIDs{id, noCue}
	}
	for i, name := range flags {
		x.flags[i] = x.number(ofFlag, name, none)
	}
	for i, name := range lengths {
		x.lengths[i] = x.number(ofLength, name, none)
	}
}

// ordered returns the place of a cue that stands in an order.
func (x *lexicon) ordered(cue string) int32 {
	ids, ok := x.cues[cue]
	if !ok {
		ids = cueIDs{none, int32(len(x.cues))}
		x.cues[cue] = ids
	}
	return ids.place
}

// orderKey is two places of cues as one number.
func orderKey(first, second int32) uint64 { return uint64(uint32(first))<<32 | uint64(uint32(second)) }

// idsOf returns the numbers of a word; short ones say nothing of the sentence after
// theirs.
func (x *lexicon) idsOf(word string) wordIDs {
	ids := wordIDs{x.number(ofWord, word, unknownWord), x.stemOf(word), x.number(ofDenied, word, none), none, none}
	if len(word) >= longLetters {
		ids.prior, ids.heading = x.number(ofPrior, word, none), x.number(ofHeading, word, none)
	}
	return ids
}

// number returns the number of a feature, or other where it is not known.
func (x *lexicon) number(f family, name string, other int32) int32 {
	if id, ok := x.ids[f][name]; ok {
		return id
	}
	return other
}

// stemOf returns the number of the stem of a word, none where it has none that
// is known.
func (x *lexicon) stemOf(word string) int32 {
	if s, ok := stem(word); ok {
		return x.number(ofStem, s, none)
	}
	return none
}

// numberOf returns the place of a word in the list of words.
func (x *lexicon) numberOf(word string) int32 {
	if n, ok := x.numbers[word]; ok {
		return n
	}
	if s, ok := stem(word); ok {
		return x.stems[s]
	}
	return 0
}

// numbered returns the places of words in the list of words, in the room of out:
// numbers, where they are known.
func (x *lexicon) numbered(out []int32, words []string, numbers []int32) []int32 {
	if out = append(out[:0], numbers...); len(out) > 0 {
		return out
	}
	for _, w := range words {
		out = append(out, x.numberOf(w))
	}
	return out
}

func stem(word string) (string, bool) {
	if len(word) < stemLetters {
		return "", false
	}
	return word[:stemLetters], true
}

// eachMark calls f with the marks of e.
func eachMark(e *themes.Evidence, f func(feature)) {
	eachPlace(e, f)
	for i, set := range flagsOf(e) {
		if set {
			f(feature{ofFlag, flags[i]})
		}
	}
	for i, c := range e.Cues {
		if !metBefore(e.Cues[:i], c) {
			f(feature{ofCue, c.ID})
		}
	}
	f(feature{ofLength, lengths[lengthOf(e)]})
}

// eachOrder calls f with every two cues of e that follow each other.
func eachOrder(e *themes.Evidence, f func(order)) {
	last := ""
	for _, c := range e.Cues {
		f(order{last, c.ID})
		last = c.ID
	}
	f(order{last, ""})
}

// eachPlace calls f with the marks of the place in which e stands.
func eachPlace(e *themes.Evidence, f func(feature)) {
	if e.Section != "" {
		f(feature{ofSection, string(e.Section)})
	}
	if e.Block != "" {
		f(feature{ofBlock, string(e.Block)})
	}
	if e.Lent != "" {
		f(feature{ofLent, string(e.Lent)})
	}
}

// flags name what a sentence is or has; see [flagsOf].
var flags = [...]string{"first", "asks", "past", "finite", "topic", "deficit", "good"}

// flagsOf says which of the flags hold of e.
func flagsOf(e *themes.Evidence) [len(flags)]bool {
	return [...]bool{
		e.First, e.Asks, e.Past, e.Finite,
		len(e.Rulings) > 0, rules(e, "", corpus.LabelDeficit), rules(e, "", corpus.LabelGoodPractice),
	}
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

func lengthOf(e *themes.Evidence) int { return min(e.Size()/6, len(lengths)-1) }

// rules reports whether the rules count a label, of one theme or ("") of any.
func rules(e *themes.Evidence, theme string, label corpus.Label) bool {
	for _, r := range e.Rulings {
		if r.Label == label && r.Status == corpus.Counted && (theme == "" || r.Theme == theme) {
			return true
		}
	}
	return false
}
