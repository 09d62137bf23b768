package model

// pairIndex finds the number of a pair of words. It is asked of every two words
// that stand side by side, mostly in vain, so it is a plain table of slots, at
// most half of them full, in which a pair stands at the first free slot from the
// one its words point to.
type pairIndex struct {
	slots []pairSlot // a power of two
}

// pairSlot is free where its number is that of no feature.
type pairSlot struct {
	pair   pair
	number int32
}

func newPairIndex(pairs map[pair]int32) pairIndex {
	n := 16
	for n < 2*len(pairs) {
		n *= 2
	}
	x := pairIndex{make([]pairSlot, n)}
	for i := range x.slots {
		x.slots[i].number = none
	}
	for p, number := range pairs {
		at := x.first(p)
		for x.slots[at].number != none {
			at = (at + 1) & (n - 1)
		}
		x.slots[at] = pairSlot{p, number}
	}
	return x
}

// first is the slot to which the words of p point. The multiplier is 2^64
// divided by the golden ratio, which spreads neighbours far apart.
func (x pairIndex) first(p pair) int {
	key := uint64(uint32(p[0]))<<32 | uint64(uint32(p[1]))
	return int(key*0x9E3779B97F4A7C15>>32) & (len(x.slots) - 1)
}

// find returns the number of a pair, none where it has none.
func (x pairIndex) find(p pair) int32 {
	for at := x.first(p); ; at = (at + 1) & (len(x.slots) - 1) {
		if s := &x.slots[at]; s.pair == p || s.number == none {
			return s.number
		}
	}
}
