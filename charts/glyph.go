package charts

import (
	"slices"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/vg"
)

// appendGlyphs adds the path of a line of text that starts at a point on its
// baseline; it is as wide as the face says.
func appendGlyphs(p vg.Path, f face, text string, at vg.Point) vg.Path {
	before := letter{}
	for i, r := range text {
		l := f.letter(r)
		if i > 0 {
			at.X += vg.Length(f.kern(before, l)) * f.unit()
		}
		p = appendGlyph(p, l.outline, at, f.unit())
		at.X += vg.Length(l.advance) * f.unit()
		before = l
	}
	return p
}

// appendGlyph adds the path of an outline whose origin is at a point. Outlines have
// y down and closed contours.
func appendGlyph(p vg.Path, segments sfnt.Segments, at vg.Point, unit vg.Length) vg.Path {
	place := func(q fixed.Point26_6) vg.Point {
		return vg.Point{X: at.X + vg.Length(q.X)*unit, Y: at.Y - vg.Length(q.Y)*unit}
	}
	controls := make([]vg.Point, 0, 2*len(segments))
	curve := func(first, second, end vg.Point) {
		controls = append(controls, first, second)
		n := len(controls)
		p = append(p, vg.PathComp{Type: vg.CurveComp, Pos: end, Control: controls[n-2 : n : n]})
	}
	p = slices.Grow(p, 2*len(segments))
	var from vg.Point
	for i, s := range segments {
		end := place(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				p.Close()
			}
			p.Move(end)
		case sfnt.SegmentOpLineTo:
			p.Line(end)
		case sfnt.SegmentOpQuadTo: // as a cubic: two thirds of the way to the control point
			control := end
			end = place(s.Args[1])
			curve(from.Add(control.Sub(from).Scale(2.0/3)), end.Add(control.Sub(end).Scale(2.0/3)), end)
		case sfnt.SegmentOpCubeTo:
			control := end
			end = place(s.Args[2])
			curve(control, place(s.Args[1]), end)
		}
		from = end
	}
	if len(segments) > 0 {
		p.Close()
	}
	return p
}
