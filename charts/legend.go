package charts

import (
	"image/color"

	"gonum.org/v1/plot/vg"
)

// key is one entry of a legend: a mark in a box of the given size, and words.
type key struct {
	words string
	width vg.Length // of the mark
	mark  func(s *sheet, r vg.Rectangle)
}

// swatch is a key whose mark is filled with a colour.
func swatch(words string, width vg.Length, c color.NRGBA) key {
	return key{words, width, func(s *sheet, r vg.Rectangle) { s.fill(r.Path(), c) }}
}

// drawLegend sets keys in lines at the top of an area and returns the height below them.
func (s *sheet) drawLegend(keys []key, area vg.Rectangle) vg.Length {
	l := s.note()
	gap, lead := 0.5*l.size, 1.5*l.size
	left, right := area.Min.X, area.Max.X
	x, y := left, area.Max.Y
	for _, k := range keys {
		words, _ := wrap(s.faces.plain(l.size), k.words, right-left-k.width-gap, 1)
		width := k.width + gap + s.measure(words[0], l)
		if x > left && x+width > right {
			x, y = left, y-lead
		}
		k.mark(s, box(x, y-0.85*l.size, x+k.width, y-0.05*l.size))
		s.write(words[0], vg.Point{X: x + k.width + gap, Y: y - ascender*l.size}, start, l)
		x += width + 2*l.size
	}
	return y - 1.9*l.size
}
