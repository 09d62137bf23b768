package briefing

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// office is the <svg> element for a document of Office, "" where there is none.
func (f Figure) office() (string, error) {
	svg := f.Outlined
	if svg == "" {
		svg = f.SVG
	}
	if svg == "" {
		return "", nil
	}
	return f.element(svg)
}

// element returns the one element of an SVG, without what may stand around it. It
// fails where the SVG is not one well-formed element, or holds what could run or load
// something: a script, foreign content, a handler of events, a link to anything
// outside the picture.
func (f Figure) element(svg string) (string, error) {
	fault := func(what string) (string, error) {
		return "", fmt.Errorf("briefing: the SVG of figure %q %s", f.Name, what)
	}
	if strings.Contains(svg, "<![CDATA[") { // HTML and XML read it differently
		return fault("holds unparsed text")
	}
	d := xml.NewDecoder(strings.NewReader(svg))
	depth, start, end := 0, -1, -1
	for at := d.InputOffset(); ; at = d.InputOffset() {
		token, err := d.Token()
		switch {
		case errors.Is(err, io.EOF) && end > 0:
			return svg[start:end], nil
		case err != nil:
			return fault("cannot be read: " + err.Error())
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth == 0 && (t.Name.Local != "svg" || end > 0) {
				return fault("is not one svg element")
			}
			if what := active(t); what != "" {
				return fault("holds " + what)
			}
			if depth == 0 {
				start = int(at)
			}
			depth++
		case xml.EndElement:
			if depth--; depth == 0 {
				end = int(d.InputOffset())
			}
		case xml.Directive, xml.Comment:
			return fault("holds a document type or comment")
		case xml.ProcInst:
			if depth > 0 {
				return fault("holds an instruction")
			}
		}
	}
}

// active says what an element could run or load, or nothing.
func active(e xml.StartElement) string {
	switch strings.ToLower(e.Name.Local) {
	case "script", "foreignobject", "iframe", "object", "embed", "style", "animate", "set", "image", "a":
		return "the element " + e.Name.Local
	}
	for _, a := range e.Attr {
		name := strings.ToLower(a.Name.Local)
		if strings.HasPrefix(name, "on") || name == "href" && !strings.HasPrefix(a.Value, "#") {
			return "the attribute " + a.Name.Local
		}
	}
	return ""
}
