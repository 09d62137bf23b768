package pdf

import (
	"math"
	"strings"

	"github.com/ledongthuc/pdf"
)

const (
	maxAnnotations = 2000 // of one page
	maxParents     = 16   // of a form field

	hiddenFlag, noViewFlag      = 1 << 1, 1 << 5   // of annotations
	multilineFlag, passwordFlag = 1 << 12, 1 << 13 // of text fields
)

// annotations reads the text that notes, stamps and form fields show on the page.
func (in *interpreter) annotations(page pdf.Value) {
	list := page.Key("Annots")
	for i := 0; i < list.Len() && i < maxAnnotations; i++ {
		a := list.Index(i)
		subtype := a.Key("Subtype").Name()
		if subtype != "FreeText" && subtype != "Widget" && subtype != "Stamp" || a.Key("F").Int64()&(hiddenFlag|noViewFlag) != 0 {
			continue
		}
		look := a.Key("AP").Key("N")
		if look.Kind() == pdf.Dict {
			look = look.Key(a.Key("AS").Name())
		}
		switch {
		case look.Kind() == pdf.Stream:
			in.appearance(look, rectValue(a.Key("Rect")))
		case subtype == "FreeText":
			in.write(a.Key("Contents"), a, true)
		case subtype == "Widget":
			in.field(a)
		}
	}
}

// field writes the value of a form field that has no appearance, as viewers do.
func (in *interpreter) field(a pdf.Value) {
	kind, flags := inherited(a, "FT").Name(), inherited(a, "Ff").Int64()
	if kind == "Tx" && flags&passwordFlag == 0 || kind == "Ch" {
		in.write(inherited(a, "V"), a, flags&multilineFlag != 0)
	}
}

// inherited returns an entry of a form field or of those it is part of.
func inherited(field pdf.Value, key string) pdf.Value {
	for i := 0; i < maxParents; i++ {
		if v := field.Key(key); !v.IsNull() {
			return v
		}
		field = field.Key("Parent")
	}
	return pdf.Value{}
}

// write places the words of a text string in the rectangle of annotation a: from
// its top in lines that fit, or in one line at half its height.
func (in *interpreter) write(text, a pdf.Value, wrapped bool) {
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
	for _, line := range strings.FieldsFunc(textString(text.RawString()), func(c rune) bool { return c == '\r' || c == '\n' }) {
		for _, word := range strings.Fields(line) {
			width := 0.0
			for _, c := range word {
				width += sansWidths.of(string(c)) * size
			}
			if wrapped && x > r.x0+margin && x+width > r.x1 {
				x, y = r.x0+margin, y-1.2*size
			}
			l := Letter{Text: word, X: x, Y: y, EndX: x + width, EndY: y, Size: size}
			if g, ok := l.glyph(in.base, in.page); ok {
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

// transformed returns the box around r after m.
func transformed(r rect, m matrix) rect {
	out := rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, p := range [4][2]float64{{r.x0, r.y0}, {r.x1, r.y0}, {r.x0, r.y1}, {r.x1, r.y1}} {
		x, y := m.apply(p[0], p[1])
		out.x0, out.x1 = math.Min(out.x0, x), math.Max(out.x1, x)
		out.y0, out.y1 = math.Min(out.y0, y), math.Max(out.y1, y)
	}
	return out
}
