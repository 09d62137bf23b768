package office

import (
	"encoding/xml"
	"strings"

	"thematic/corpus"
)

// spacesMost is the most spaces one text:s is read as: more is layout.
const spacesMost = 16

// odtLook is how text is shown, and where.
type odtLook struct {
	look
	paper bool // nothing but white paper is behind the place
}

// in returns the look with what a style says of it.
func (l look) in(s *style) look {
	return look{
		bold: s.bold.or(l.bold), struck: s.struck.or(l.struck), unseen: s.unseen.or(l.unseen),
		white: s.white.or(l.white), painted: l.painted || s.painted == on, raised: s.raised.or(l.raised),
	}
}

// write adds text to the paragraph, or to what is left out.
func (o *odt) write(p *paragraph, look odtLook, text string) {
	if look.raised {
		text = raisedNumber(text)
	}
	switch l := &look; {
	case l.unseen, l.white && !l.painted && l.paper && !o.painted && o.bare():
		p.leave(hidden, text)
	case l.struck:
		p.leave(struck, text)
	default:
		p.write(text, l.bold)
	}
}

// leaveOut counts the words of the current element, which is left out, such as what
// tracked changes have deleted, which is kept before the text.
func (o *odt) leaveOut(why omission) error {
	return o.tokens.walk(func(e xml.StartElement) (bool, error) {
		switch e.Name.Local {
		case "change-info":
			return true, o.tokens.skip()
		case "p", "h":
			text, err := o.tokens.text()
			o.left[why] += len(strings.Fields(text))
			return true, err
		}
		return false, nil
	})
}

// hide leaves out all that is in p, since a field in it hides it.
func (p *paragraph) hide() {
	texts := append([]string{p.plain()}, p.notes...)
	for _, box := range p.boxes {
		texts = append(texts, box.plain())
		for _, cell := range box.row {
			texts = append(texts, joinPlain(cell))
		}
	}
	p.leave(hidden, " "+strings.Join(texts, " "))
	p.text.Reset()
	p.bold, p.letters, p.notes, p.boxes = 0, 0, nil, nil
}

// inline reads the text of the current element to its end into a paragraph,
// with a form feed where a page begins.
func (o *odt) inline(p *paragraph, look odtLook) error {
	for {
		token, err := o.tokens.next()
		if err != nil {
			return ignoreEOF(err)
		}
		switch token := token.(type) {
		case xml.EndElement:
			return nil
		case xml.CharData:
			o.write(p, look, strings.ReplaceAll(string(token), string(pageMark), " "))
		case xml.StartElement:
			if err := o.inlineElement(token, p, look); err != nil {
				return err
			}
		}
	}
}

// inlineElement reads an element within a paragraph: text and what stands for text.
func (o *odt) inlineElement(e xml.StartElement, p *paragraph, look odtLook) error {
	switch e.Name.Local {
	case "s":
		o.write(p, look, strings.Repeat(" ", min(max(number(attr(e, "c"), 1), 1), spacesMost)))
		return o.tokens.skip()
	case "tab", "line-break":
		o.write(p, look, " ")
		return o.tokens.skip()
	case "soft-page-break":
		p.write(string(pageMark), look.bold)
		return o.tokens.skip()
	case "annotation":
		o.comments++
		return o.tokens.skip()
	case "note-citation", "ruby-text", "binary-data", "script":
		return o.tokens.skip()
	case "hidden-text": // it stands in an attribute, whether a condition hides it or not
		shown := look
		shown.unseen = look.unseen || attr(e, "is-hidden") == "true"
		o.write(p, shown, attr(e, "string-value"))
		return o.tokens.skip()
	case "hidden-paragraph":
		p.gone = p.gone || attr(e, "is-hidden") == "true"
	case "desc", "title": // of a picture; text:title is the title of the document
		if strings.Contains(e.Name.Space, "svg") {
			return o.tokens.skip()
		}
	case "span":
		s := o.resolve("text", attr(e, "style-name"))
		look.look = look.in(&s)
	default:
		return o.drawing(e, p, look)
	}
	return o.inline(p, look)
}

// drawing reads any other element within a paragraph: drawings, notes, and what
// wraps it or text.
func (o *odt) drawing(e xml.StartElement, p *paragraph, look odtLook) error {
	switch e.Name.Local {
	case "frame":
		o.frame = corpus.Centimetres(attr(e, "width")) * corpus.Centimetres(attr(e, "height"))
	case "image":
		if o.frame >= corpus.LargePicture && !look.unseen {
			o.pictures++
			o.frame = 0
		}
	case "object", "object-ole":
		if !look.unseen {
			o.objects++
		}
		return o.tokens.skip()
	case "note-body":
		if look.unseen {
			return o.leaveOut(hidden)
		}
		note, err := o.collect(&odtPlace{}, false)
		p.notes = append(p.notes, joinPlain(note))
		return err
	case "text-box", "custom-shape", "rect", "ellipse", "circle", "polygon", "regular-polygon", "path", "polyline", "line", "connector", "caption", "measure":
		if look.unseen {
			return o.leaveOut(hidden)
		}
		boxes, err := o.collect(&odtPlace{box: true}, true)
		p.boxes = append(p.boxes, boxes...)
		return err
	}
	return o.inline(p, look)
}

// joinPlain returns paragraphs as one line.
func joinPlain(paragraphs []*paragraph) string {
	var texts []string
	for _, p := range paragraphs {
		texts = append(texts, p.plain())
	}
	return strings.Join(texts, " ")
}
