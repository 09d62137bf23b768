package office

import (
	"encoding/xml"
	"strings"
)

// spacesMost is the most spaces one text:s is read as: more is layout.
const spacesMost = 16

// inline reads the text of the current element to its end into a paragraph,
// with a form feed where a page begins.
func (o *odt) inline(p *paragraph, bold bool) error {
	for {
		token, err := o.tokens.next()
		if err != nil {
			return ignoreEOF(err)
		}
		switch token := token.(type) {
		case xml.EndElement:
			return nil
		case xml.CharData:
			p.write(strings.ReplaceAll(string(token), string(pageMark), " "), bold)
		case xml.StartElement:
			if err := o.inlineElement(token, p, bold); err != nil {
				return err
			}
		}
	}
}

// inlineElement reads an element within a paragraph.
func (o *odt) inlineElement(e xml.StartElement, p *paragraph, bold bool) error {
	switch e.Name.Local {
	case "s":
		p.write(strings.Repeat(" ", min(max(number(attr(e, "c"), 1), 1), spacesMost)), bold)
		return o.tokens.skip()
	case "tab", "line-break":
		p.write(" ", bold)
		return o.tokens.skip()
	case "soft-page-break":
		p.write(string(pageMark), bold)
		return o.tokens.skip()
	case "annotation", "note-citation", "ruby-text", "binary-data", "object", "hidden-text", "script":
		return o.tokens.skip()
	case "desc", "title": // of a picture; text:title is the title of the document
		if strings.Contains(e.Name.Space, "svg") {
			return o.tokens.skip()
		}
	case "note-body":
		note, err := o.collect()
		p.notes = append(p.notes, joinPlain(note))
		return err
	case "text-box", "custom-shape", "rect", "ellipse", "circle", "polygon":
		boxes, err := o.collect()
		p.boxes = append(p.boxes, boxes...)
		return err
	case "span":
		s := o.styles["text "+attr(e, "style-name")]
		if s.hidden {
			return o.tokens.skip()
		}
		bold = s.weight == "bold" || s.weight == "" && bold
	}
	return o.inline(p, bold)
}

// joinPlain returns paragraphs as one line.
func joinPlain(paragraphs []*paragraph) string {
	var texts []string
	for _, p := range paragraphs {
		texts = append(texts, p.plain())
	}
	return strings.Join(texts, " ")
}
