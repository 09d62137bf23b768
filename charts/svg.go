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
	"strconv"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// fontFamily names Liberation Sans and the fonts with glyphs of the same width.
const fontFamily = "'Liberation Sans', Arial, Helvetica, sans-serif"

// WriteSVG writes the figure as an SVG image with real text. Its title and
// description are the figure's title and alternative text; its ids are made
// from its content, so that several figures can stand in one HTML page.
func (f *Figure) WriteSVG(w io.Writer) error {
	s := &svgSurface{height: f.Height}
	if _, err := f.paint(s); err != nil {
		return err
	}
	sum := sha256.Sum256(append([]byte(f.Title+"\x00"+f.Alt+"\x00"), s.body.Bytes()...))
	id := "figure-" + hex.EncodeToString(sum[:6])
	width, height := number(f.Width), number(f.Height)
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" width="%spt" height="%spt" viewBox="0 0 %s %s"`,
		width, height, width, height)
	fmt.Fprintf(&out, ` role="img" aria-labelledby="%s-title %s-desc" font-family="%s" xml:lang="en-GB" lang="en-GB">`,
		id, id, fontFamily)
	fmt.Fprintf(&out, "\n<title id=\"%s-title\">%s</title>\n<desc id=\"%s-desc\">%s</desc>\n",
		id, escape(f.name()), id, escape(f.Alt))
	out.Write(s.body.Bytes())
	out.WriteString("</svg>\n")
	if _, err := w.Write(out.Bytes()); err != nil {
		return fmt.Errorf("charts: write SVG: %w", err)
	}
	return nil
}

// svgSurface writes SVG elements, one a line.
type svgSurface struct {
	body   bytes.Buffer
	height vg.Length
}

func (s *svgSurface) fill(p vg.Path, c color.NRGBA) {
	fmt.Fprintf(&s.body, "<path d=\"%s\" fill=\"%s\"%s/>\n", s.data(p), hexColour(c), opacity("fill", c))
}

func (s *svgSurface) stroke(p vg.Path, l line) {
	fmt.Fprintf(&s.body, "<path d=\"%s\" fill=\"none\" stroke=\"%s\"%s stroke-width=\"%s\"",
		s.data(p), hexColour(l.color), opacity("stroke", l.color), number(l.width))
	for i, d := range l.dash {
		if i == 0 {
			s.body.WriteString(` stroke-dasharray="`)
		} else {
			s.body.WriteByte(' ')
		}
		s.body.WriteString(number(d))
	}
	if len(l.dash) > 0 {
		s.body.WriteByte('"')
	}
	s.body.WriteString("/>\n")
}

func (s *svgSurface) text(t string, at vg.Point, a anchor, f font.Face, c color.NRGBA) {
	fmt.Fprintf(&s.body, "<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\"",
		number(at.X), number(s.height-at.Y), number(f.Font.Size), hexColour(c))
	if isBold(f) {
		s.body.WriteString(` font-weight="bold"`)
	}
	if name := [...]string{start: "", middle: "middle", end: "end"}[a]; name != "" {
		fmt.Fprintf(&s.body, ` text-anchor="%s"`, name)
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
			out.WriteByte('l')
			from = write(c.Pos, from)
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
	out.WriteString(strconv.FormatFloat(float64(v)/100, 'f', -1, 64))
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
