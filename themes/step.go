package themes

import (
	"math/bits"
	"slices"
)

// reach follows s from every offset in mask at once: bit i stands for the word
// at+i. It returns the offsets that s can end at. Work is bounded by the size
// of the pattern, whatever the text.
func (s *step) reach(words []*word, at int, mask uint64) uint64 {
	if mask == 0 {
		return 0
	}
	switch s.kind {
	case nodeWord:
		var out uint64
		for m := mask; m != 0; m &= m - 1 {
			i := bits.TrailingZeros64(m)
			if at+i < len(words) && words[at+i].in(s.class) {
				out |= 1 << (i + 1)
			}
		}
		return out
	case nodeGap:
		out := mask
		for i := 1; i <= s.gap; i++ {
			out |= mask << i
		}
		return out
	case nodeOpt:
		return mask | s.kids[0].reach(words, at, mask)
	case nodeAlt:
		var out uint64
		for i := range s.kids {
			out |= s.kids[i].reach(words, at, mask)
		}
		return out
	}
	for i := range s.kids {
		if mask = s.kids[i].reach(words, at, mask); mask == 0 {
			return 0
		}
	}
	return mask
}

func lowestBit(m uint64) int { return bits.TrailingZeros64(m) }

// anchor is a class some word of every match must belong to, with the number
// of words that can stand before it.
type anchor struct {
	class, before, after int
}

const noAnchor = 1 << 30

// anchors returns the rarest set of classes of which every match of s holds
// one, and its cost.
func (x *index) anchors(s step) ([]anchor, int) {
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
func (x *index) firsts(s step) (lits []int, empty bool) {
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

// needs lists, for each part of s that cannot be missing, the classes of which
// a sentence must hold one, the rarest part first.
func (x *index) needs(s step) [][]int {
	parts := []step{s}
	if s.kind == nodeSeq {
		parts = s.kids
	}
	type need struct {
		classes []int
		cost    int
	}
	var needs []need
	for _, p := range parts {
		anchors, cost := x.anchors(p)
		if cost >= noAnchor {
			continue
		}
		n := need{cost: cost}
		for _, a := range anchors {
			n.classes = append(n.classes, a.class)
		}
		needs = append(needs, n)
	}
	slices.SortStableFunc(needs, func(a, b need) int { return a.cost - b.cost })
	out := make([][]int, len(needs))
	for i, n := range needs {
		out[i] = n.classes
	}
	return out
}

func (x *index) rarest(s step) ([]anchor, int) {
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
		low, high = low+k.low, high+k.high
	}
	return best, least
}
