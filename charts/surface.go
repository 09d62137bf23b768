package charts

import (
	"image/color"

	"gonum.org/v1/plot/vg"
)

// A surface is what a figure is drawn on. Coordinates have their origin in the
// lower left corner. Paths hold moves, lines, cubic curves and closes.
type surface interface {
	// fillEach and strokeEach draw a shape, given around the origin, at every point.
	fillEach(shape vg.Path, at []vg.Point, c color.NRGBA)
	strokeEach(shape vg.Path, at []vg.Point, l line)
	text(s string, at vg.Point, a anchor, f face, c color.NRGBA)
}

// once is where a path is drawn that is given where it stands.
var once = []vg.Point{{}}

// line is how a path is stroked; no dash means a solid line.
type line struct {
	width vg.Length
	color color.NRGBA
	dash  []vg.Length
}

// anchor is the point of a text that stands at the given position.
type anchor int

const (
	start anchor = iota
	middle
	end
)

// offset is what to add to the position for the left edge of a text.
func (a anchor) offset(width vg.Length) vg.Length {
	switch a {
	case middle:
		return -width / 2
	case end:
		return -width
	}
	return 0
}

// each is the path of a shape moved to every point.
func each(shape vg.Path, at []vg.Point) vg.Path {
	out := make(vg.Path, 0, len(shape)*len(at))
	for _, pt := range at {
		out = appendMapped(out, shape, pt.Add)
	}
	return out
}

// appendMapped adds a path whose points are put elsewhere.
func appendMapped(out, p vg.Path, to func(vg.Point) vg.Point) vg.Path {
	for _, c := range p {
		moved := vg.PathComp{Type: c.Type, Pos: to(c.Pos)}
		for _, control := range c.Control {
			moved.Control = append(moved.Control, to(control))
		}
		out = append(out, moved)
	}
	return out
}

// blank is a surface that shows nothing, for measuring.
type blank struct{}

func (blank) fillEach(vg.Path, []vg.Point, color.NRGBA)        {}
func (blank) strokeEach(vg.Path, []vg.Point, line)             {}
func (blank) text(string, vg.Point, anchor, face, color.NRGBA) {}

// inked is a surface on which what would have the colour of ink has another.
type inked struct {
	surface
	with color.NRGBA
}

func (s inked) colour(c color.NRGBA) color.NRGBA {
	if c == ink {
		return s.with
	}
	return c
}

func (s inked) fillEach(shape vg.Path, at []vg.Point, c color.NRGBA) {
	s.surface.fillEach(shape, at, s.colour(c))
}

func (s inked) strokeEach(shape vg.Path, at []vg.Point, l line) {
	l.color = s.colour(l.color)
	s.surface.strokeEach(shape, at, l)
}

func (s inked) text(t string, at vg.Point, a anchor, f face, c color.NRGBA) {
	s.surface.text(t, at, a, f, s.colour(c))
}
