package charts

import (
	"errors"
	"fmt"

	stdfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// glyphs is the path of a line of text that starts at a point on its baseline;
// it is as wide as the face says.
func glyphs(f font.Face, text string, at vg.Point) (p vg.Path, err error) {
	var buffer sfnt.Buffer
	em := fixed.Int26_6(f.Face.UnitsPerEm())
	unit := f.Font.Size / vg.Length(em)
	previous, started := sfnt.GlyphIndex(0), false
	for _, r := range text {
		index, err := f.Face.GlyphIndex(&buffer, r)
		if err != nil {
			return nil, fmt.Errorf("charts: glyph of %q: %w", r, err)
		}
		if started {
			kern, err := f.Face.Kern(&buffer, previous, index, em, stdfont.HintingNone)
			if err != nil && !errors.Is(err, sfnt.ErrNotFound) {
				return nil, fmt.Errorf("charts: kerning of %q: %w", r, err)
			}
			at.X += vg.Length(kern) * unit
		}
		segments, err := f.Face.LoadGlyph(&buffer, index, em, nil)
		if err != nil {
			return nil, fmt.Errorf("charts: outline of %q: %w", r, err)
		}
		p = append(p, glyph(segments, at, unit)...)
		advance, err := f.Face.GlyphAdvance(&buffer, index, em, stdfont.HintingNone)
		if err != nil {
			return nil, fmt.Errorf("charts: width of %q: %w", r, err)
		}
		at.X += vg.Length(advance) * unit
		previous, started = index, true
	}
	return p, nil
}

// glyph is the path of an outline whose origin is at a point. Outlines have y
// down and closed contours.
func glyph(segments sfnt.Segments, at vg.Point, unit vg.Length) (p vg.Path) {
	place := func(q fixed.Point26_6) vg.Point {
		return vg.Point{X: at.X + vg.Length(q.X)*unit, Y: at.Y - vg.Length(q.Y)*unit}
	}
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
			p.CubeTo(from.Add(control.Sub(from).Scale(2.0/3)), end.Add(control.Sub(end).Scale(2.0/3)), end)
		case sfnt.SegmentOpCubeTo:
			control := end
			end = place(s.Args[2])
			p.CubeTo(control, place(s.Args[1]), end)
		}
		from = end
	}
	if len(segments) > 0 {
		p.Close()
	}
	return p
}
