package model

// pairIndex finds the number of a pair of words. It is asked of every two words
// that stand side by side, and what it costs is the memory it has to fetch: it is a
// plain table of slots, at most half of them full, in which a pair stands at the
// first free slot from the one its words point to.
type pairIndex struct {
	slots []pairSlot // a power of two
	base  int32      // the number of the first pair
}

// pairSlot is the two words of a pair and one more than its place among the pairs,
// of numberBits each; it is free where it is zero.
type pairSlot uint64

const (
	numberBits = 18 // enough for maxFeatures, and for what stands for no word
	lowest     = 1<<numberBits - 1
)

func newPairIndex(pairs []pair, base int) pairIndex {
	n := 16
	for n < 2*len(pairs) {
		n *= 2
	}
	x := pairIndex{make([]pairSlot, n), int32(base)}
	for place, p := range pairs {
		words := p.words()
		at := x.first(words)
		for x.slots[at] != 0 {
			at = (at + 1) & (n - 1)
		}
		x.slots[at] = words | pairSlot(place+1)
	}
	return x
}

// words are those of p as they stand in a slot.
func (p pair) words() pairSlot {
	return pairSlot(p[0]&lowest)<<(2*numberBits) | pairSlot(p[1]&lowest)<<numberBits
}

// first is the slot to which words point. The multiplier is 2^64 divided by the
// golden ratio, which spreads neighbours far apart.
func (x pairIndex) first(words pairSlot) int {
	return int(words>>numberBits*0x9E3779B97F4A7C15>>32) & (len(x.slots) - 1)
}

// probe is a pair that is looked up: its words, the first slot they point to and
// what stands there, and the place of its second word in the sentence.
type probe struct {
	words, met pairSlot
	at, end    int32
}

// probe begins to look a pair up. What many pairs point to is fetched at once
// where nothing is decided on the way.
func (x pairIndex) probe(p pair, end int) probe {
	words := p.words()
	at := x.first(words)
	return probe{words, x.slots[at], int32(at), int32(end)}
}

// find returns the number of the pair of a probe, none where it has none.
func (x pairIndex) find(p probe) int32 {
	for at := int(p.at); p.met != 0; p.met = x.slots[at] {
		if p.met&^lowest == p.words {
			return x.base + int32(p.met&lowest) - 1
		}
		at = (at + 1) & (len(x.slots) - 1)
	}
	return none
}
