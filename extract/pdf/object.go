package pdf

import (
	"regexp"

	"github.com/ledongthuc/pdf"
)

// fontNamed returns the font that a name stands for in sc, nil where there is
// none. A font object is read once for the whole file.
func (in *interpreter) fontNamed(sc *scope, name string) *font {
	if f, ok := sc.fonts[name]; ok {
		return f
	}
	dict := sc.resources.Key("Font")
	if sc.refs == nil {
		sc.refs = references(dict)
	}
	ref := sc.refs[name]
	f, ok := in.src.fonts[ref]
	if !ok || ref == "" {
		if v := dict.Key(name); v.Kind() == pdf.Dict {
			f = loadFont(v, in.src)
		}
		if ref != "" {
			in.src.fonts[ref] = f
		}
	}
	sc.fonts[name] = f
	return f
}

var referencePattern = regexp.MustCompile(`/([^\s/<>\[\]()]+) (\d+ \d+ R)\b`)

// references returns, for the entries of dict that point to objects, the
// object's number as written. The parser tells it in no other way.
func references(dict pdf.Value) map[string]string {
	refs := map[string]string{}
	for _, m := range referencePattern.FindAllStringSubmatch(dict.String(), -1) {
		refs[m[1]] = m[2]
	}
	return refs
}

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
	for {
		t := l.next()
		if t.kind == kindEnd {
			return
		}
		if t.kind == kindOperator && t.str == "ID" {
			break
		}
	}
	l.skipInlineImage()
	r.picture()
}
