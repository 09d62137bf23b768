package pdf

import (
	"math"

	"github.com/ledongthuc/pdf"
)

// The fields of a form (AcroForm) are annotations, of which the value may stand on the
// page as the file has drawn it, or is still to be drawn.

const (
	maxParents = 16 // of a field
	settleCost = 20 // glyphs that are looked through in the time of an operator

	multilineFlag, passwordFlag = 1 << 12, 1 << 13 // of text fields
	pushFlag                    = 1 << 16          // of buttons: it holds no value

	ticked = "☒" // what a box or circle that is chosen is read as
)

// drawsValues reports whether a file has viewers draw the values of its form, as
// what is filled in by a program has.
func drawsValues(r *pdf.Reader) (yes bool) {
	defer func() { _ = recover() }() // a damaged form costs no text
	form := r.Trailer().Key("Root").Key("AcroForm")
	return form.Key("NeedAppearances").Kind() == pdf.Bool && form.Key("NeedAppearances").Bool()
}

// formElsewhere reports whether the pages of a file only say that another viewer is
// needed: the form itself is kept apart from them (XFA) and has no fields, nor has the page.
func (o *opened) formElsewhere(pages []*sheet) (yes bool) {
	const most = 1500                // letters of such a page, which says in several languages what is needed
	defer func() { _ = recover() }() // a damaged form costs no text
	form := o.reader.Trailer().Key("Root").Key("AcroForm")
	if len(pages) != 1 || form.Key("XFA").IsNull() || form.Key("Fields").Len() > 0 || pages[0].quality.letters > most {
		return false
	}
	fields := o.leaves[0].value.Key("Annots")
	for i := 0; i < fields.Len() && i < maxAnnotations; i++ {
		if fields.Index(i).Key("Subtype").Name() == "Widget" {
			return false
		}
	}
	return true
}

// widget draws a form field: as it looks, or by its value, as viewers do, where that
// shows no word or the file has them draw all values.
func (in *interpreter) widget(a pdf.Value) {
	n, dots := len(in.glyphs), len(in.dots)
	kind, flags := inherited(a, "FT").Name(), inherited(a, "Ff").Int64()
	value := inherited(a, "V")
	written := kind == "Tx" && flags&passwordFlag == 0 || kind == "Ch" && (value.Kind() == pdf.String || value.IsNull())
	if written && in.src.drawsValues { // though it be empty: what is drawn is an earlier one
		in.write(value, a, flags&multilineFlag != 0)
		in.settle(n)
		return
	}
	in.look(a)
	if kind == "Btn" && flags&pushFlag != 0 {
		return
	}
	defer in.settle(n)
	if kind == "Btn" {
		in.dots = in.dots[:dots] // it is no bullet
	}
	switch state := a.Key("AS").Name(); {
	case written && len(in.glyphs) == n:
		in.write(value, a, flags&multilineFlag != 0)
	case kind == "Btn" && state != "" && state != "Off" && len(in.glyphs) <= n+1:
		in.glyphs = in.glyphs[:n]
		in.line(ticked, a, false)
	}
}

// settle moves the glyphs from n on, which are those of a form field, behind what the
// page has to their left, or else above them. A tick goes before what is to its right.
func (in *interpreter) settle(n int) {
	own := in.glyphs[n:]
	in.ops += len(in.glyphs) / settleCost
	if n == 0 || len(own) == 0 || own[0].dir == slanted || in.ops > in.src.limits.OperatorsPage {
		return
	}
	first := &own[0]
	at := -1
	if len(own) == 1 && first.text == ticked {
		at = before(in.glyphs[:n], first)
	}
	if at < 0 {
		at = behind(in.glyphs[:n], own)
	}
	moved := append([]glyph(nil), own...)
	copy(in.glyphs[at+len(moved):], in.glyphs[at:n])
	copy(in.glyphs[at:], moved)
}

// before is the place among glyphs of the nearest to the right of tick, which is put on
// its line, and -1 where there is none.
func before(glyphs []glyph, tick *glyph) int {
	at := -1
	for i := range glyphs {
		g := &glyphs[i]
		if g.dir == tick.dir && math.Abs(g.base-tick.base) < 0.6*tick.size && g.left >= tick.right-1 && !g.blank() && (at < 0 || g.left < glyphs[at].left) {
			at = i
		}
	}
	if at >= 0 {
		tick.base = glyphs[at].base
	}
	return at
}

// behind is the place among glyphs behind what stands to the left of those of a field,
// which are put on its line, or, without that, behind the line above them.
func behind(glyphs, own []glyph) int {
	first, right := &own[0], own[0].right
	for i := range own {
		right = max(right, own[i].right)
	}
	at := -1
	for i := range glyphs {
		if g := &glyphs[i]; g.precedes(first, right) && (at < 0 || g.base > glyphs[at].base-0.5*g.size) {
			at = i
		}
	}
	if at < 0 {
		return 0
	}
	end := math.Inf(1)
	if label := &glyphs[at]; first.base-label.base <= 0.6*first.size {
		end = first.left
		if own[len(own)-1].base == first.base { // its one line is a part of theirs
			for i := range own {
				own[i].base = label.base
			}
		}
	}
	for at++; at < len(glyphs) && glyphs[at-1].runsOn(&glyphs[at]) && glyphs[at].left < end; at++ {
	}
	return at
}

// precedes reports whether g stands to the left of a field whose glyphs reach from
// first to right, or above it.
func (g *glyph) precedes(first *glyph, right float64) bool {
	if g.dir != first.dir {
		return false
	}
	if below := first.base - g.base; below > 0.6*first.size {
		return g.left < right && g.right > first.left
	} else if below < -0.6*first.size {
		return false
	}
	return g.right <= first.left+1
}

// runsOn reports whether next stands behind g on its line.
func (g *glyph) runsOn(next *glyph) bool {
	return next.dir == g.dir && math.Abs(next.base-g.base) < 0.3*g.size && next.left >= g.left
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
