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

// cost guesses how common the words of a class are, from a fixed table so that
// every run files patterns alike.
func (x *index) cost(class int) int {
	sum := 1
	for _, id := range x.lits[class] {
		sum += literalCost(x.literals[id])
	}
	return sum
}

func literalCost(l literal) int {
	switch {
	case veryCommon[l.text]:
		return 2000
	case commonHere[l.text]:
		return 150
	case l.form == formPrefix:
		return max(10, 400>>len(l.text))
	}
	return 5
}

var (
	veryCommon = keySet(`the be of and to in a not have that for with on by as at this it or from their his her
		he she they them an which there no do been all any who when if but would should could will may can into
		than then these those such some other more so about over after before out up also only very each both own`)
	commonHere = keySet(`child risk assess assessment work worker social school health police care service
		information family mother father parent practice practition profession agenc agency plan need make take give
		see record concern support review practitioner professional safeguard manag meeting visit time action
		inform includ identify consider team home young people person case refer referral protection protect
		effectiv good well further role between within through year first local authority board know contact
		decision discuss ensur process understand use follow find day report hospit provid help staff`)
)

func keySet(list string) map[string]bool {
	m := map[string]bool{}
	for w := range wordSet(list) {
		key, _ := lemmas(w)
		m[key] = true
	}
	return m
}
