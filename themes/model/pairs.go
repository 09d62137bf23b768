package model

// pairIndex finds the number of a pair of words. It is asked of every two words
// that stand side by side, half the time in vain, so it is small: a plain table of
// slots, at most half of them full, in which a pair stands at the first free slot
// from the one its words point to, as its number and a tag by which most other
// pairs are told from it.
type pairIndex struct {
	slots []pairSlot // a power of two
	pairs []pair     // by their numbers
	base  int32      // the first of these
}

// pairSlot is a tag and, in the bits below, one more than the place of a pair; it
// is free where it is zero.
type pairSlot uint32

const placeBits = 18 // enough for maxFeatures

func newPairIndex(pairs []pair, base int) pairIndex {
	n := 16
	for n < 2*len(pairs) {
		n *= 2
	}
	x := pairIndex{make([]pairSlot, n), pairs, int32(base)}
	for place, p := range pairs {
		at, tag := x.first(p)
		for x.slots[at] != 0 {
			at = (at + 1) & (n - 1)
		}
		x.slots[at] = tag | pairSlot(place+1)
	}
	return x
}

// first is the slot to which the words of p point, and its tag. The multiplier is
// 2^64 divided by the golden ratio, which spreads neighbours far apart.
func (x pairIndex) first(p pair) (at int, tag pairSlot) {
	h := (uint64(uint32(p[0]))<<32 | uint64(uint32(p[1]))) * 0x9E3779B97F4A7C15
	return int(h>>32) & (len(x.slots) - 1), pairSlot(h>>(32+placeBits)) << placeBits
}

// find returns the number of a pair, none where it has none.
func (x pairIndex) find(p pair) int32 {
	for at, tag := x.first(p); ; at = (at + 1) & (len(x.slots) - 1) {
		s := x.slots[at]
		if s == 0 {
			return none
		}
		if place := s&(1<<placeBits-1) - 1; s&^(1<<placeBits-1) == tag && x.pairs[place] == p {
			return x.base + int32(place)
		}
	}
}
