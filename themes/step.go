package themes

import (
	"math/bits"
	"slices"
)

// reach follows s from every offset in mask at once: bit i stands for the i-th
// of words. It returns the offsets that s can end at. Work is bounded by the
// size of the pattern, whatever the text.
func (s *step) reach(words []*word, mask uint64) uint64 {
	switch s.kind {
	case nodeWord:
		var out uint64
		for m := mask; m != 0; m &= m - 1 {
			if i := bits.TrailingZeros64(m); i < len(words) && words[i].in(s.class) {
				out |= 1 << (i + 1)
			}
		}
		return out
	case nodeGap:
		out := mask
		for i := int8(1); i <= s.gap; i++ {
			out |= mask << i
		}
		return out
	case nodeOpt:
		return mask | s.kids[0].reach(words, mask)
	case nodeAlt:
		var out uint64
		for _, k := range s.kids {
			out |= k.reach(words, mask)
		}
		return out
	}
	for _, k := range s.kids {
		if mask = k.reach(words, mask); mask == 0 {
			return 0
		}
	}
	return mask
}

func lowestBit(m uint64) int { return bits.TrailingZeros64(m) }

// anchor is a class some word of every match must belong to, with the number
// of words that can stand before it.
type anchor struct {
	class         int32
	before, after int
}

const noAnchor = 1 << 30

// anchors returns the rarest set of classes of which every match of s holds
// one, and its cost.
func (x *index) anchors(s *step) ([]anchor, int) {
	switch s.kind {
	case nodeWord:
		return []anchor{{class: s.class}}, x.cost(s.class)
	case nodeAlt:
		var all []anchor
		sum := 0
		for _, k := range s.kids {
			a, c := x.anchors(k)
			all, sum = append(all, a...), sum+c
		}
		return all, min(sum, noAnchor)
	case nodeSeq:
		return x.rarest(s)
	}
	return nil, noAnchor
}

// firsts returns the literals of every word a match of s can begin with, and
// whether s can match without a word.
func (x *index) firsts(s *step) (lits []int, empty bool) {
	switch s.kind {
	case nodeWord:
		return slices.Clone(x.lits[s.class]), false
	case nodeGap:
		return nil, true
	case nodeOpt:
		lits, _ = x.firsts(s.kids[0])
		return lits, true
	case nodeAlt:
		for _, k := range s.kids {
			l, e := x.firsts(k)
			lits, empty = append(lits, l...), empty || e
		}
		return lits, empty
	}
	for _, k := range s.kids {
		l, e := x.firsts(k)
		if lits = append(lits, l...); !e {
			return lits, false
		}
	}
	return lits, true
}

// needsBeside returns the needs of the two rarest parts of s beside its anchor.
func (x *index) needsBeside(s *step) (needs [2]int32) {
	if s.kind != nodeSeq {
		return needs
	}
	type part struct {
		anchors []anchor
		cost    int
	}
	var parts []part
	for _, k := range s.kids {
		if anchors, cost := x.anchors(k); cost < noAnchor {
			parts = append(parts, part{anchors, cost})
		}
	}
	slices.SortStableFunc(parts, func(a, b part) int { return a.cost - b.cost })
	for i, p := range parts[1:min(len(parts), 1+len(needs))] {
		var classes []int32
		for _, a := range p.anchors {
			classes = append(classes, a.class)
		}
		needs[i] = x.need(classes)
	}
	return needs
}

func (x *index) rarest(s *step) ([]anchor, int) {
	var best []anchor
	least := noAnchor
	low, high := 0, 0
	for _, k := range s.kids {
		if a, c := x.anchors(k); c < least {
			least = c
			best = slices.Clone(a)
			for i := range best {
				best[i].before += low
				best[i].after += high
			}
		}
		low, high = low+int(k.low), high+int(k.high)
	}
	return best, least
}
