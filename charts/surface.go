package charts

import (
	"image/color"

	"gonum.org/v1/plot/vg"
)

// A surface is what a figure is drawn on. Coordinates have their origin in the
// lower left corner. Paths hold moves, lines, cubic curves and closes.
type surface interface {
	fill(p vg.Path, c color.NRGBA)
	stroke(p vg.Path, l line)
	// fillEach and strokeEach draw a shape, given around the origin, at many points.
	fillEach(shape vg.Path, at []vg.Point, c color.NRGBA)
	strokeEach(shape vg.Path, at []vg.Point, l line)
	text(s string, at vg.Point, a anchor, f face, c color.NRGBA)
}

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

func (blank) fill(vg.Path, color.NRGBA)                        {}
func (blank) stroke(vg.Path, line)                             {}
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

func (s inked) line(l line) line {
	l.color = s.colour(l.color)
	return l
}

func (s inked) fill(p vg.Path, c color.NRGBA) { s.surface.fill(p, s.colour(c)) }

func (s inked) stroke(p vg.Path, l line) { s.surface.stroke(p, s.line(l)) }

func (s inked) fillEach(shape vg.Path, at []vg.Point, c color.NRGBA) {
	s.surface.fillEach(shape, at, s.colour(c))
}

func (s inked) strokeEach(shape vg.Path, at []vg.Point, l line) {
	s.surface.strokeEach(shape, at, s.line(l))
}

func (s inked) text(t string, at vg.Point, a anchor, f face, c color.NRGBA) {
	s.surface.text(t, at, a, f, s.colour(c))
}
