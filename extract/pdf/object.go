package pdf

import (
	"github.com/ledongthuc/pdf"
)

// object draws a form or notes the place of an image.
func (r *run) object(name string) {
	v := r.sc.resources.Key("XObject").Key(name)
	switch v.Key("Subtype").Name() {
	case "Image":
		r.picture()
		r.overlay(v)
	case "Form":
		r.in.form(v, r.sc, r.gs)
	}
}

// form interprets a Form XObject with the state it is drawn in.
func (in *interpreter) form(v pdf.Value, sc *scope, gs state) {
	if sc.depth >= maxForms {
		in.note("forms are nested too deeply")
		return
	}
	in.ops += formCost
	data, err := in.src.stream(v)
	if err != nil {
		in.note("%v", err)
	}
	if m := v.Key("Matrix"); m.Len() == 6 {
		if own := matrixValue(m).mul(gs.ctm); own.sound() {
			gs.ctm = own
		}
	}
	if v.Key("Group").Kind() == pdf.Dict { // it is laid on the page as one
		gs.grouped = gs.sheer || gs.letsThrough()
	}
	resources := v.Key("Resources")
	if resources.IsNull() {
		resources = sc.resources
	}
	in.run(data, newScope(resources, sc.depth+1), gs)
}

// inlineImage passes over an image in the content stream.
func (r *run) inlineImage(l *lexer) {
	for t := l.next(); t.kind != kindOperator || t.str != "ID"; t = l.next() {
		if t.kind == kindEnd {
			return
		}
	}
	l.skipInlineImage()
	r.picture()
}
