package charts

import (
	"strings"

	"gonum.org/v1/plot/vg"
)

// key is one entry of a legend: a mark in a box of the given size, and words.
type key struct {
	words string
	width vg.Length // of the mark
	mark  func(s *sheet, r vg.Rectangle)
}

// drawLegend sets keys in lines below top and returns the height below them.
func (s *sheet) drawLegend(keys []key, left, top, right vg.Length) vg.Length {
	l := s.note()
	gap, lead := 0.5*l.size, 1.5*l.size
	x, y := left, top
	for _, k := range keys {
		words, _ := wrap(s.faces.face(l.size, false), k.words, right-left-k.width-gap, 1)
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

// drawLegend explains the parts of the bars that occur.
func (c barChart) drawLegend(s *sheet, area vg.Rectangle) vg.Length {
	size := s.scale.small
	keys := []key{{strings.TrimPrefix(c.words.found, "practice "), 2.2 * size, func(s *sheet, r vg.Rectangle) { s.fill(r.Path(), c.solid()) }}}
	if c.held {
		keys = append(keys, key{"more if held passages count (upper bound)", 2.2 * size, func(s *sheet, r vg.Rectangle) {
			drawHeld(s, r, c.solid())
		}})
	}
	if c.intervals {
		keys = append(keys, key{"95% interval (Wilson)", 2.6 * size, func(s *sheet, r vg.Rectangle) {
			drawWhisker(s, r.Min.X, r.Max.X, (r.Min.Y+r.Max.Y)/2, 0.22*size)
		}})
	}
	if len(keys) == 1 {
		return area.Max.Y
	}
	return s.drawLegend(keys, area.Min.X, area.Max.Y, area.Max.X)
}
