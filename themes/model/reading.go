package model

import (
	"math"
	"slices"

	"thematic/themes"
)

// value is a feature that a sentence has, with its weight.
type value struct {
	id     int32
	weight float32
}

// reading is the features of one sentence: those of its text, its marks (cues and
// their order, words denied, place, form) and its surroundings (topics the rules met, sentence before,
// heading above).
type reading struct {
	text, marks, around []value
	stems               []value
	words               []int32 // by their numbers as features
	pairsAt             int     // where the pairs begin in text
	pairEnds            []int32 // for each pair the place of its second word
	probes              []probe // of every two words
	numbers             []int32 // of the words: their places in the list of words
	nearby              []int32 // the same of the sentence before or the heading above
	cues                []cueIDs
	known               map[*themes.Cue]cueIDs // those met before
}

// of reports whether the text of r is that of e.
func (r *reading) of(e *themes.Evidence) bool {
	return len(e.Numbers) > 0 && slices.Equal(r.numbers, e.Numbers)
}

// read fills the text and the marks of r with the known features of e.
func (x *lexicon) read(e *themes.Evidence, r *reading) {
	x.readText(e, r)
	x.readCues(e, r)
	x.readMarks(e, r)
	share(r.marks, markScale)
	from := len(r.marks)
	for i, n := range r.numbers {
		if !e.Denied[i] {
			continue
		}
		if id := x.words[n].denied; id != none {
			r.marks = append(r.marks, value{id: id})
		}
	}
	share(r.marks[from:], deniedScale)
	from = len(r.marks)
	last := int32(edgeOfCues)
	for _, c := range r.cues {
		r.marks = x.ordersOf(r.marks, last, c.place)
		last = c.place
	}
	r.marks = x.ordersOf(r.marks, last, edgeOfCues)
	share(r.marks[from:], orderScale)
}

// readCues fills the cues of r.
func (x *lexicon) readCues(e *themes.Evidence, r *reading) {
	r.cues = r.cues[:0]
	if r.known == nil {
		r.known = map[*themes.Cue]cueIDs{}
	}
	for _, c := range e.Cues {
		ids, ok := r.known[c]
		if !ok {
			if ids, ok = x.cues[c.ID]; !ok {
				ids = cueIDs{none, noCue}
			}
			r.known[c] = ids
		}
		r.cues = append(r.cues, ids)
	}
}

// readMarks begins the marks of r with those that [eachMark] names.
func (x *lexicon) readMarks(e *themes.Evidence, r *reading) {
	marks := r.marks[:0]
	add := func(id int32) {
		if id != none {
			marks = append(marks, value{id: id})
		}
	}
	eachPlace(e, func(f feature) { add(x.number(f.family, f.name, none)) })
	for i, set := range flagsOf(e) {
		if set {
			add(x.flags[i])
		}
	}
	for i, c := range r.cues {
		if !metBefore(e.Cues[:i], e.Cues[i]) {
			add(c.mark)
		}
	}
	add(x.lengths[lengthOf(e)])
	r.marks = marks
}

func (x *lexicon) ordersOf(list []value, first, second int32) []value {
	if first == noCue || second == noCue {
		return list
	}
	if id, ok := x.orders[orderKey(first, second)]; ok {
		return append(list, value{id: id})
	}
	return list
}

func (x *lexicon) readText(e *themes.Evidence, r *reading) {
	r.numbers = x.numbered(r.numbers, e.Words, e.Numbers)
	text, stems, words := r.text[:0], r.stems[:0], r.words[:0]
	for _, n := range r.numbers {
		ids := &x.words[n]
		if ids.word != unknownWord {
			text = append(text, value{id: ids.word})
		}
		words = append(words, ids.word)
		if ids.stem != none {
			stems = append(stems, value{id: ids.stem})
		}
	}
	share(text, wordScale)
	share(stems, stemScale)
	r.text, r.stems, r.words = append(text, stems...), stems, words
	r.pairsAt = len(r.text)
	x.readPairs(r)
	share(r.text[r.pairsAt:], pairScale)
}

func (x *lexicon) readPairs(r *reading) {
	text, ends, probes := r.text, r.pairEnds[:0], r.probes[:0]
	last := int32(edge)
	for i := 0; i <= len(r.words); i++ {
		next := int32(edge)
		if i < len(r.words) {
			next = r.words[i]
		}
		if last != unknownWord && next != unknownWord {
			probes = append(probes, x.found.probe(pair{last, next}, i))
		}
		last = next
	}
	for _, p := range probes {
		if id := x.found.find(p); id != none {
			text, ends = append(text, value{id: id}), append(ends, p.end)
		}
	}
	r.text, r.pairEnds, r.probes = text, ends, probes
}

// readAround fills the surroundings of r with the known features of e; without
// the topics that the rules met where topics is false.
func (x *lexicon) readAround(e *themes.Evidence, topics bool, r *reading) {
	r.around = r.around[:0]
	from := 0
	group := func(scale float64) {
		share(r.around[from:], scale)
		from = len(r.around)
	}
	if topics {
		for i := range e.Rulings {
			if i == 0 || e.Rulings[i].Theme != e.Rulings[i-1].Theme {
				r.around = x.known(r.around, feature{ofTopic, e.Rulings[i].Theme})
			}
		}
		group(topicScale)
		for _, theme := range e.Before {
			r.around = x.known(r.around, feature{ofBefore, theme})
		}
		group(beforeScale)
	}
	r.nearby = x.numbered(r.nearby, e.Prior, e.PriorNumbers)
	for _, n := range r.nearby {
		if id := x.words[n].prior; id != none {
			r.around = append(r.around, value{id: id})
		}
	}
	group(priorScale)
	r.nearby = x.numbered(r.nearby, e.Heading, e.HeadingNumbers)
	for _, n := range r.nearby {
		if id := x.words[n].heading; id != none {
			r.around = append(r.around, value{id: id})
		}
	}
	group(headScale)
}

func (x *lexicon) known(list []value, f feature) []value {
	if id := x.number(f.family, f.name, none); id != none {
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
