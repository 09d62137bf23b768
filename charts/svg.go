package charts

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"gonum.org/v1/plot/vg"
)

// fontFamily names Liberation Sans and the fonts with glyphs of the same width.
const fontFamily = "'Liberation Sans', Arial, Helvetica, sans-serif"

// WriteSVG writes the figure as an SVG image with real text. Its title and
// description are the figure's title and alternative text; its ids are made
// from its texts and size, so that several figures can stand in one HTML page.
func (f *Figure) WriteSVG(w io.Writer) error {
	s := &svgSurface{id: f.id(), height: f.Height, fit: f.font.family() != ""}
	if err := f.paint(s); err != nil {
		return err
	}
	return f.writeSVG(w, s)
}

// WriteOutlinedSVG writes the figure as [Figure.WriteSVG] does, but with the
// letters as paths: it looks the same where the font is not installed, as in
// Office, and its text cannot be selected or searched. The title and the
// description stay text.
func (f *Figure) WriteOutlinedSVG(w io.Writer) error {
	s := &outlinedSurface{svgSurface{id: f.id() + "-outlined", height: f.Height}}
	if err := f.paint(s); err != nil {
		return err
	}
	return f.writeSVG(w, &s.svgSurface)
}

// id is what the ids of an SVG begin with.
func (f *Figure) id() string {
	sum := sha256.Sum256([]byte(strings.Join([]string{f.Title, f.Subtitle, f.Source, f.Alt, number(f.Width), number(f.Height)}, "\x00")))
	return "figure-" + hex.EncodeToString(sum[:6])
}

// writeSVG puts what was drawn into an SVG element.
func (f *Figure) writeSVG(w io.Writer, s *svgSurface) error {
	width, height := number(f.Width), number(f.Height)
	family := fontFamily
	if own := f.font.family(); own != "" {
		family = "'" + own + "', " + family
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="%spt" height="%spt" viewBox="0 0 %s %s"`,
		width, height, width, height)
	fmt.Fprintf(&out, ` role="img" aria-labelledby="%s-title %s-desc" font-family="%s" xml:lang="en-GB" lang="en-GB">`,
		s.id, s.id, family)
	fmt.Fprintf(&out, "\n<title id=\"%s-title\">%s</title>\n<desc id=\"%s-desc\">%s</desc>\n",
		s.id, escape(f.name()), s.id, escape(f.Alt))
	out.Write(s.body.Bytes())
	out.WriteString("</svg>\n")
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("charts: write SVG: %w", err)
	}
	return nil
}

// outlinedSurface writes text as paths.
type outlinedSurface struct{ svgSurface }

func (s *outlinedSurface) text(t string, at vg.Point, a anchor, f face, c color.NRGBA) {
	at.X += a.offset(f.width(t))
	s.fillEach(appendGlyphs(nil, f, t, at), once, c)
}

// svgSurface writes SVG elements, one a line.
type svgSurface struct {
	body   bytes.Buffer
	id     string // what all ids begin with
	height vg.Length
	shapes []string // drawn by reference
	fit    bool     // every text is squeezed or stretched to the width it was measured at
}

func (s *svgSurface) fillEach(shape vg.Path, at []vg.Point, c color.NRGBA) {
	s.draw(shape, at, fmt.Sprintf(" fill=\"%s\"%s", hexColour(c), opacity("fill", c)))
}

func (s *svgSurface) strokeEach(shape vg.Path, at []vg.Point, l line) {
	s.draw(shape, at, l.attributes())
}

// draw draws a shape: by reference, which is defined where it is first used, unless it
// is drawn once.
func (s *svgSurface) draw(shape vg.Path, at []vg.Point, attributes string) {
	switch {
	case len(at) == 0:
		return
	case slices.Equal(at, once):
		fmt.Fprintf(&s.body, "<path d=\"%s\"%s/>\n", s.data(shape), attributes)
		return
	}
	data := (&svgSurface{}).data(shape)
	k := slices.Index(s.shapes, data)
	if k < 0 {
		k = len(s.shapes)
		s.shapes = append(s.shapes, data)
		fmt.Fprintf(&s.body, "<defs><path id=\"%s-%d\" d=\"%s\"/></defs>\n", s.id, k, data)
	}
	fmt.Fprintf(&s.body, "<g%s>", attributes)
	for _, pt := range at {
		fmt.Fprintf(&s.body, "<use xlink:href=\"#%s-%d\" x=\"%s\" y=\"%s\"/>", s.id, k, number(pt.X), number(s.height-pt.Y))
	}
	s.body.WriteString("</g>\n")
}

// attributes are those of a stroked path.
func (l line) attributes() string {
	a := fmt.Sprintf(" fill=\"none\" stroke=\"%s\"%s stroke-width=\"%s\"", hexColour(l.color), opacity("stroke", l.color), number(l.width))
	if len(l.dash) == 0 {
		return a
	}
	dash := make([]string, len(l.dash))
	for i, d := range l.dash {
		dash[i] = number(d)
	}
	return a + fmt.Sprintf(" stroke-dasharray=\"%s\"", strings.Join(dash, " "))
}

func (s *svgSurface) text(t string, at vg.Point, a anchor, f face, c color.NRGBA) {
	fmt.Fprintf(&s.body, "<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\"",
		number(at.X), number(s.height-at.Y), number(f.size), hexColour(c))
	if f.bold {
		s.body.WriteString(` font-weight="bold"`)
	}
	if name := [...]string{start: "", middle: "middle", end: "end"}[a]; name != "" {
		fmt.Fprintf(&s.body, ` text-anchor="%s"`, name)
	}
	if s.fit {
		fmt.Fprintf(&s.body, ` textLength="%s" lengthAdjust="spacingAndGlyphs"`, number(f.width(t)))
	}
	fmt.Fprintf(&s.body, ">%s</text>\n", escape(t))
}

// data is a path in SVG's notation. All but the first point of a sub-path are
// given relative to the point before, counted in whole hundredths so that
// rounding errors do not add up.
func (s *svgSurface) data(p vg.Path) string {
	var out bytes.Buffer
	var from, origin [2]int
	write := func(pt vg.Point, base [2]int) [2]int {
		to := [2]int{hundredths(pt.X), hundredths(s.height - pt.Y)}
		appendHundredths(&out, to[0]-base[0])
		appendHundredths(&out, to[1]-base[1])
		return to
	}
	for _, c := range p {
		switch c.Type {
		case vg.MoveComp:
			out.WriteByte('M')
			from = write(c.Pos, [2]int{})
			origin = from
		case vg.LineComp:
			to := [2]int{hundredths(c.Pos.X), hundredths(s.height - c.Pos.Y)}
			appendLine(&out, to[0]-from[0], to[1]-from[1])
			from = to
		case vg.CurveComp:
			out.WriteByte('c')
			for _, control := range c.Control {
				write(control, from)
			}
			from = write(c.Pos, from)
		case vg.CloseComp:
			out.WriteByte('z')
			from = origin
		}
	}
	return out.String()
}

func hundredths(v vg.Length) int { return int(math.Round(float64(v) * 100)) }

// appendHundredths writes v/100, parted from a number before it.
func appendHundredths(out *bytes.Buffer, v int) {
	if last := out.Bytes()[out.Len()-1]; v >= 0 && (last == '.' || last >= '0' && last <= '9') {
		out.WriteByte(' ')
	}
	if v < 0 {
		out.WriteByte('-')
		v = -v
	}
	digits := out.AvailableBuffer()
	if v >= 100 || v == 0 {
		digits = strconv.AppendInt(digits, int64(v/100), 10)
	}
	if rest := v % 100; rest > 0 {
		digits = append(digits, '.', byte('0'+rest/10))
		if rest%10 > 0 {
			digits = append(digits, byte('0'+rest%10))
		}
	}
	out.Write(digits)
}

// appendLine writes a line by its way across and down.
func appendLine(out *bytes.Buffer, across, down int) {
	switch {
	case down == 0:
		out.WriteByte('h')
		appendHundredths(out, across)
	case across == 0:
		out.WriteByte('v')
		appendHundredths(out, down)
	default:
		out.WriteByte('l')
		appendHundredths(out, across)
		appendHundredths(out, down)
	}
}

// number is a length rounded to two decimals.
func number(v vg.Length) string {
	return strconv.FormatFloat(float64(hundredths(v))/100, 'f', -1, 64)
}

func hexColour(c color.NRGBA) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

func opacity(of string, c color.NRGBA) string {
	if c.A == 0xFF {
		return ""
	}
	return fmt.Sprintf(` %s-opacity="%.2f"`, of, float64(c.A)/0xFF)
}

func escape(s string) string {
	var out bytes.Buffer
	// EscapeText fails only when the writer does, and a buffer never does.
	_ = xml.EscapeText(&out, []byte(s))
	return out.String()
}
