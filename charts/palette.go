package charts

import (
	"cmp"
	"slices"
)

// An image with a palette has at most mostColours colours. The commonest half of
// them are kept as they are; the others stand for the shades around them.
const (
	mostColours = 256
	asTheyAre   = mostColours / 2
)

// rgb is a colour without transparency.
type rgb [3]uint8

// shade is a colour with four bits for each of its parts.
func (c rgb) shade() rgb { return rgb{c[0] >> 4, c[1] >> 4, c[2] >> 4} }

// reduced chooses the colours of a palette, and says which of them stands for
// each colour of the picture: itself or, of too many, the likest. Those that are
// not kept are shades at the edges of letters and lines.
func (b *bitmap) reduced() (kept []rgb, index []uint8) {
	index = make([]uint8, len(b.colours))
	if len(b.colours) <= mostColours {
		for n := range index {
			index[n] = uint8(n)
		}
		return b.colours, index
	}
	counts := b.counts()
	colours := slices.SortedFunc(slices.Values(b.colours), func(a, c rgb) int {
		return cmp.Or(cmp.Compare(counts[b.numbers[c]], counts[b.numbers[a]]), slices.Compare(a[:], c[:]))
	})
	kept = keep(colours)
	for n, c := range b.colours {
		index[n] = uint8(likest(kept, c))
	}
	return kept, index
}

// counts says how many dots have each colour.
func (b *bitmap) counts() []int {
	counts := make([]int, len(b.colours))
	from := 0
	for i, n := range b.dots {
		if n != b.dots[from] {
			counts[b.dots[from]] += i - from
			from = i
		}
	}
	counts[b.dots[from]] += len(b.dots) - from
	return counts
}

// keep chooses the colours of a palette from those of an image, the commonest
// first: of the rarer ones the commonest of each shade.
func keep(colours []rgb) []rgb {
	kept := slices.Clone(colours[:asTheyAre])
	stands := map[rgb]bool{}
	for _, c := range kept {
		stands[c.shade()] = true
	}
	for _, c := range colours[asTheyAre:] {
		if len(kept) < mostColours && !stands[c.shade()] {
			kept = append(kept, c)
			stands[c.shade()] = true
		}
	}
	return kept
}

// likest is the number of the colour that differs least from c.
func likest(colours []rgb, c rgb) int {
	best, least := 0, -1
	for i, k := range colours {
		d := 0
		for j := range k {
			d += (int(k[j]) - int(c[j])) * (int(k[j]) - int(c[j]))
		}
		if least < 0 || d < least {
			best, least = i, d
		}
	}
	return best
}
