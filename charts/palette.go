package charts

import (
	"cmp"
	"image"
	"image/color"
	"maps"
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

// paletted returns img with a palette. Colours that are not in it, which are
// shades at the edges of letters and lines, become the likest that are. Such a
// file is less than half as large, and drawing and writing it takes a quarter
// less time.
func paletted(img *image.RGBA) *image.Paletted {
	counts := map[rgb]int{}
	eachRun(img, func(c rgb, _, length int) { counts[c] += length })
	colours := slices.SortedFunc(maps.Keys(counts), func(a, b rgb) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), slices.Compare(a[:], b[:]))
	})
	kept := keep(colours)
	out := image.NewPaletted(img.Rect, make(color.Palette, len(kept)))
	for i, c := range kept {
		out.Palette[i] = color.RGBA{c[0], c[1], c[2], 0xff}
	}
	index := make(map[rgb]uint8, len(colours))
	for _, c := range colours {
		index[c] = likest(kept, c)
	}
	eachRun(img, func(c rgb, at, length int) {
		i := index[c]
		for p := range length {
			out.Pix[at+p] = i
		}
	})
	return out
}

// keep chooses the colours of a palette from those of an image, the commonest
// first: of the rarer ones the commonest of each shade.
func keep(colours []rgb) []rgb {
	if len(colours) <= mostColours {
		return colours
	}
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

// eachRun calls do for every run of pixels of one colour, with the number of its
// first pixel and how many they are. The image is opaque.
func eachRun(img *image.RGBA, do func(c rgb, at, length int)) {
	width := img.Rect.Dx()
	for y := range img.Rect.Dy() {
		row := img.Pix[y*img.Stride : y*img.Stride+4*width]
		for x := 0; x < width; {
			c := rgb(row[4*x : 4*x+3])
			end := x + 1
			for end < width && rgb(row[4*end:4*end+3]) == c {
				end++
			}
			do(c, y*width+x, end-x)
			x = end
		}
	}
}

// likest is the number of the colour that differs least from c.
func likest(colours []rgb, c rgb) uint8 {
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
	return uint8(best)
}
