package model

// pairIndex finds the number of a pair of words. It is asked of every two words
// that stand side by side, mostly in vain. So it is a plain table of slots, at
// most half of them full, in which a pair stands at the first free slot from the
// one its words point to, and before it a filter that is small enough to stay at
// hand: where the bit is not set that the words of a pair point to, there is none.
type pairIndex struct {
	filter []uint64   // of bits, eight for each slot
	slots  []pairSlot // a power of two
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
	x := pairIndex{make([]uint64, n/8), make([]pairSlot, n)}
	for i := range x.slots {
		x.slots[i].number = none
	}
	for p, number := range pairs {
		h := p.hash()
		x.filter[h>>6&uint64(len(x.filter)-1)] |= 1 << (h & 63)
		at := x.first(h)
		for x.slots[at].number != none {
			at = (at + 1) & (n - 1)
		}
		x.slots[at] = pairSlot{p, number}
	}
	return x
}

// hash mixes the words of p. The multiplier is 2^64 divided by the golden ratio,
// which spreads neighbours far apart.
func (p pair) hash() uint64 {
	return (uint64(uint32(p[0]))<<32 | uint64(uint32(p[1]))) * 0x9E3779B97F4A7C15 >> 32
}

// first is the slot to which a hash points.
func (x pairIndex) first(hash uint64) int { return int(hash) & (len(x.slots) - 1) }

// find returns the number of a pair, none where it has none.
func (x pairIndex) find(p pair) int32 {
	h := p.hash()
	if x.filter[h>>6&uint64(len(x.filter)-1)]&(1<<(h&63)) == 0 {
		return none
	}
	for at := x.first(h); ; at = (at + 1) & (len(x.slots) - 1) {
		if s := &x.slots[at]; s.pair == p || s.number == none {
			return s.number
		}
	}
}
