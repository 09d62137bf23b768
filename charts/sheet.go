package charts

import (
	"image/color"

	"gonum.org/v1/plot/vg"
)

// sheet is a surface that knows the type sizes of its figure.
type sheet struct {
	surface
	faces         typeface
	scale         typeScale
	width, height vg.Length
}

func (s *sheet) fill(p vg.Path, c color.NRGBA) { s.fillEach(p, once, c) }

func (s *sheet) stroke(p vg.Path, l line) { s.strokeEach(p, once, l) }

// lettering is how a text looks.
type lettering struct {
	size   vg.Length
	bold   bool
	colour color.NRGBA
}

// face is the font in which l is written.
func (s *sheet) face(l lettering) face {
	if l.bold {
		return s.faces.strong(l.size)
	}
	return s.faces.plain(l.size)
}

func (s *sheet) measure(text string, l lettering) vg.Length {
	f := s.face(l)
	return f.width(text)
}

// write draws one line of text with its baseline at the given height.
func (s *sheet) write(text string, at vg.Point, a anchor, l lettering) {
	if text != "" {
		s.text(text, at, a, s.face(l), l.colour)
	}
}

// lead draws a line from a text to what it names, with a dot at its end.
func (s *sheet) lead(l leader, c color.NRGBA) {
	s.stroke(segment(l.From.X, l.From.Y, l.To.X, l.To.Y), line{width: 0.6, color: c})
	s.fill(l.dot(), c)
}

// paragraph wraps text into at most limit lines below top.
func (s *sheet) paragraph(text string, x, top, width vg.Length, limit int, a anchor, l lettering) {
	lines, _ := wrap(s.face(l), text, width, limit)
	s.lines(lines, x, top, a, l)
}

// lines draws lines below top and returns the height they end at.
func (s *sheet) lines(lines []string, x, top vg.Length, a anchor, l lettering) vg.Length {
	for i, text := range lines {
		s.write(text, vg.Point{X: x, Y: top - ascender*l.size - vg.Length(i)*lineHeight*l.size}, a, l)
	}
	return top - blockHeight(len(lines), l.size)
}

// blockHeight is the height of n lines of text.
func blockHeight(n int, size vg.Length) vg.Length {
	if n == 0 {
		return 0
	}
	return (ascender+descender)*size + vg.Length(n-1)*lineHeight*size
}

// baseline is where to write a line whose capitals are centred on y.
func baseline(y, size vg.Length) vg.Length { return y - capHeight*size/2 }

// titleLines is the greatest number of lines of a title. It is more than one needs
// that is written for the figure: what the title finds stands at its end, and
// should not be cut off where it is narrow.
const titleLines = 7

// frame draws title, subtitle and source and returns the area between them.
func (s *sheet) frame(f *Figure) vg.Rectangle {
	pad := s.scale.padding
	left, width, top := pad, s.width-2*pad, s.height-pad
	if f.Title != "" {
		l := s.title()
		lines, _ := balance(s.faces.strong(l.size), f.Title, width, titleLines)
		top = s.lines(lines, left, top, start, l) - 0.45*s.scale.title
	}
	if f.Subtitle != "" {
		l := lettering{s.scale.subtitle, false, grey}
		lines, _ := balance(s.faces.plain(l.size), f.Subtitle, width, 4)
		top = s.lines(lines, left, top, start, l)
	}
	if f.Title != "" || f.Subtitle != "" {
		top -= 1.1 * s.scale.label
	}
	return box(left, s.footnote(f.Source, left, pad, width), s.width-pad, top)
}

// footnote writes small text that stands on bottom and returns the height above it.
func (s *sheet) footnote(text string, left, bottom, width vg.Length) vg.Length {
	if text == "" {
		return bottom
	}
	s.paragraph(text, left, bottom+s.footnoteHeight(text, width)-noteGap*s.scale.small, width, noteLines, start, s.note())
	return bottom + s.footnoteHeight(text, width)
}

// Most lines of a note, and the gap above it in sizes of small type.
const (
	noteLines = 6
	noteGap   = 1.1
)

// footnoteHeight is the height a note takes with the gap above it.
func (s *sheet) footnoteHeight(text string, width vg.Length) vg.Length {
	lines, _ := wrap(s.faces.plain(s.scale.small), text, width, noteLines)
	return blockHeight(len(lines), s.scale.small) + noteGap*s.scale.small
}

// say writes a message in the middle of an area, in place of a chart.
func (s *sheet) say(message string, area vg.Rectangle) {
	l := lettering{s.scale.label, false, ink}
	width := area.Max.X - area.Min.X
	lines, _ := wrap(s.faces.plain(l.size), message, width, 4)
	y := (area.Min.Y + area.Max.Y + blockHeight(len(lines), l.size)) / 2
	s.lines(lines, (area.Min.X+area.Max.X)/2, y, middle, l)
}

func (s *sheet) title() lettering { return lettering{s.scale.title, true, ink} }
func (s *sheet) label() lettering { return lettering{s.scale.label, false, ink} }
func (s *sheet) note() lettering  { return lettering{s.scale.small, false, grey} }
