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

// find returns the number of a pair, none where it has none.
func (x pairIndex) find(p pair) int32 {
	words := p.words()
	for at := x.first(words); ; at = (at + 1) & (len(x.slots) - 1) {
		s := x.slots[at]
		if s == 0 {
			return none
		}
		if s&^lowest == words {
			return x.base + int32(s&lowest) - 1
		}
	}
}
