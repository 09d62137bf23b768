package pdf

import (
	"strings"

	"github.com/ledongthuc/pdf"
)

const (
	maxAnnotations = 2000 // of one page

	hiddenFlag, noViewFlag = 1 << 1, 1 << 5
)

// annotations reads the text that notes, stamps and form fields show on the page,
// strikes what they strike, counts the comments, and names the files attached to it.
func (in *interpreter) annotations(page pdf.Value) {
	list := page.Key("Annots")
	for i := 0; i < list.Len() && i < maxAnnotations && in.ops <= in.src.limits.OperatorsPage; i++ {
		a := list.Index(i)
		if a.Key("F").Int64()&(hiddenFlag|noViewFlag) != 0 {
			continue
		}
		switch a.Key("Subtype").Name() {
		case "FreeText", "Stamp":
			in.look(a)
		case "Widget":
			in.widget(a)
		case "StrikeOut":
			in.strikeOut(a.Key("QuadPoints"))
			in.comment(a)
		case "Redact":
			in.hideBoxes(a, marked)
			in.comment(a)
		case "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Line", "Ink":
			in.lay(a)
			in.comment(a)
		case "Text", "Underline", "Squiggly", "Caret":
			in.comment(a)
		case "FileAttachment":
			in.src.attach(a.Key("FS"))
		}
	}
	if in.ops > in.src.limits.OperatorsPage {
		in.note("the page draws more than is read")
	}
}

// look draws an annotation as it says it looks, or writes its text where it does not.
func (in *interpreter) look(a pdf.Value) {
	look := a.Key("AP").Key("N")
	if look.Kind() == pdf.Dict {
		look = look.Key(a.Key("AS").Name())
	}
	switch {
	case look.Kind() == pdf.Stream:
		in.appearance(look, rectValue(a.Key("Rect")))
	case a.Key("Subtype").Name() == "FreeText":
		in.write(a.Key("Contents"), a, true)
	}
}

// lay draws a box or a line that somebody put on the page, for what it hides: it has no
// text, and is no rule of the page. What does not say how it looks is drawn by its
// colour, as viewers do, and so is what has round ends, if it looks black.
func (in *interpreter) lay(a pdf.Value) {
	glyphs, rules, dots, frames, shades, blacked := len(in.glyphs), len(in.rules), len(in.dots), len(in.frames), len(in.shades), in.blacked
	in.look(a)
	in.glyphs, in.rules, in.dots, in.frames, in.shades = in.glyphs[:glyphs], in.rules[:rules], in.dots[:dots], in.frames[:frames], in.shades[:shades]
	drawn := a.Key("AP").Key("N").Kind() != pdf.Null
	kind, colour := a.Key("Subtype").Name(), a.Key("C")
	switch kind {
	case "Circle", "Polygon", "PolyLine":
		return // as far as it says how it looks
	case "Square":
		colour = a.Key("IC")
	}
	in.ops += colour.Len()
	sheer := a.Key("CA").Kind() != pdf.Null && a.Key("CA").Float64() < 1
	if !isBlack(numbers(colour)...) || sheer || drawn && (kind == "Square" || in.blacked == blacked) {
		return
	}
	switch kind {
	case "Line":
		in.hideLine(a, a.Key("L"))
	case "Ink":
		for i, strokes := 0, a.Key("InkList"); i < strokes.Len() && i < maxAnnotations && in.ops <= in.src.limits.OperatorsPage; i++ {
			in.hideLine(a, strokes.Index(i))
		}
	default:
		in.hideBoxes(a, covered)
	}
}

// hideLine leaves out what lies below the line of an annotation through points, if that
// is broad.
func (in *interpreter) hideLine(a, points pdf.Value) {
	const most = 20_000 // of a line
	width := a.Key("BS").Key("W").Float64()
	if width == 0 {
		width = a.Key("Border").Index(2).Float64()
	}
	if width < broadLine {
		return
	}
	var line []point
	for i := 0; i+1 < points.Len() && i < most; i += 2 {
		x, y := in.base.apply(points.Index(i).Float64(), points.Index(i+1).Float64())
		line = append(line, point{x, y})
	}
	in.ops += points.Len()
	in.hideStroke(line, width/2, nil)
}

// numbers are those of an array, as far as a colour has any.
func numbers(array pdf.Value) []float64 {
	var out []float64
	for i := 0; i < array.Len() && i < 5; i++ {
		out = append(out, array.Index(i).Float64())
	}
	return out
}

// hideBoxes leaves out what lies below an annotation: below the boxes around the words
// that it is for or, without any, below all of it.
func (in *interpreter) hideBoxes(a pdf.Value, how concealment) {
	quads := a.Key("QuadPoints")
	in.ops += quads.Len() // which are read anew for each annotation that names them
	if quads.Len() < 8 {
		in.hide(hider{rect(transformed(rectValue(a.Key("Rect")), in.base)), how, nil})
		return
	}
	for i := 0; i+7 < quads.Len() && len(in.hiding) < maxHiding && in.ops <= in.src.limits.OperatorsPage; i += 8 {
		in.hide(hider{transformed(quad(quads, i), in.base), how, nil})
	}
}

// strikeOut draws a line through the boxes of words that are struck through.
func (in *interpreter) strikeOut(quads pdf.Value) {
	const middle = 0.46 // of a box, from below: it reaches from below the letters to above
	in.ops += quads.Len()
	for i := 0; i+7 < quads.Len() && i < 8*maxAnnotations && len(in.rules) < maxRules; i += 8 {
		box := transformed(quad(quads, i), in.base)
		y := box.y1 - middle*box.height()
		in.rules = append(in.rules, rect{box.x0, y, box.x1, y})
	}
}

// quad is the rectangle around the four corners that begin at entry i.
func quad(corners pdf.Value, i int) rect {
	r := nowhere
	for k := i; k < i+8; k += 2 {
		x, y := corners.Index(k).Float64(), corners.Index(k+1).Float64()
		r = r.around(rect{x, y, x, y})
	}
	return r
}

// comment counts what somebody wrote about the page. What only says how far a comment
// was dealt with is none.
func (in *interpreter) comment(a pdf.Value) {
	if strings.TrimSpace(textString(a.Key("Contents").RawString())) != "" && a.Key("StateModel").IsNull() {
		in.comments++
	}
}

// write places the words of a text string in the rectangle of annotation a: from
// its top in lines that fit, or in one line at half its height.
func (in *interpreter) write(text, a pdf.Value, wrapped bool) {
	in.line(textString(text.RawString()), a, wrapped)
}

// line places words as [interpreter.write] does.
func (in *interpreter) line(text string, a pdf.Value, wrapped bool) {
	const margin = 2 // points
	r := rectValue(a.Key("Rect"))
	size := defaultSize(inherited(a, "DA").RawString())
	if size == 0 {
		size = clamp(0.65*r.height(), 4, 12)
	}
	x, y := r.x0+margin, (r.y0+r.y1)/2-0.3*size
	if wrapped {
		y = r.y1 - margin - 0.8*size
	}
	for _, line := range strings.FieldsFunc(text, func(c rune) bool { return c == '\r' || c == '\n' }) {
		for _, word := range strings.Fields(line) {
			width := 0.0
			for _, c := range word {
				width += sansWidths.of(string(c)) * size
			}
			if wrapped && x > r.x0+margin && x+width > r.x1 {
				x, y = r.x0+margin, y-1.2*size
			}
			l := Letter{Text: word, X: x, Y: y, EndX: x + width, EndY: y, Size: size}
			if g, ok := l.glyph(in.base, in.page); ok && len(in.glyphs) < maxGlyphs {
				in.glyphs = append(in.glyphs, g)
			}
			x += width + 0.28*size
		}
		x, y = r.x0+margin, y-1.2*size
	}
}

// defaultSize is the size that a default appearance sets, 0 for one that fits.
func defaultSize(appearance string) float64 {
	l := &lexer{data: appearance}
	last := token{}
	for t := l.next(); t.kind != kindEnd; t = l.next() {
		if t.kind == kindOperator && t.str == "Tf" {
			return clamp(last.num, 0, 200)
		}
		last = t
	}
	return 0
}

// appearance draws a form so that its box fills r, as annotations are drawn.
func (in *interpreter) appearance(v pdf.Value, r rect) {
	m := identity
	if v.Key("Matrix").Len() == 6 {
		m = matrixValue(v.Key("Matrix"))
	}
	box := transformed(rectValue(v.Key("BBox")), m)
	fit := matrix{1, 0, 0, 1, r.x0 - box.x0, r.y0 - box.y0}
	if box.width() > 0 && box.height() > 0 && r.width() > 0 && r.height() > 0 {
		fit[0], fit[3] = r.width()/box.width(), r.height()/box.height()
		fit[4], fit[5] = r.x0-box.x0*fit[0], r.y0-box.y0*fit[3]
	}
	if ctm := fit.mul(in.base); ctm.sound() {
		in.form(v, newScope(v.Key("Resources"), 0), state{ctm: ctm, scale: 1})
	}
}
