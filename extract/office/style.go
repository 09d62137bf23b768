package office

import (
	"cmp"
	"encoding/xml"
	"strings"

	"thematic/corpus"
)

// style is what a style says: of paragraphs and tables, about the part they play and the
// pages that begin with them, and of characters, how they look.
type style struct {
	level    int // of a heading, from 1; 0 is body text
	list     numbering
	title    bool // the title of the document, or of its contents page
	contents bool // an entry of a contents page
	note     bool
	quote    bool   // a quotation, which is no heading in whatever letters
	depth    int    // of an item of a list that has a style of its own for each depth, from 1; 0 is unsaid
	newPage  toggle // begins before it
	after    toggle // a page begins after it
	bold     toggle
	struck   toggle // through
	unseen   toggle // neither shown nor printed
	white    toggle // the colour of its letters
	painted  toggle // behind or around them
	raised   toggle // its letters, as the mark of a note is

	base  string // the id of the style it is based on
	known bool   // whether the style says itself what its level is
}

// look is how text is shown.
type look struct {
	bold, struck, unseen bool
	white, painted       bool // its letters, and behind or around them
	raised               bool // as the mark of a note is
}

// toggle is what a paragraph or a style says of a property: nothing, so that what it
// is based on decides, that it is off, or on.
type toggle int

const (
	unsaid toggle = iota
	off
	on
)

// over returns whether a property is on that a style of characters says t of in a
// paragraph which has it, or has it not: two that are on undo each other (ECMA-376-1,
// 17.7.3).
func (t toggle) over(below bool) bool {
	if t == unsaid {
		return below
	}
	return t == on && !below
}

// or is whether a property holds that replaces what is below it, and leaves that where it
// says nothing.
func (t toggle) or(below bool) bool {
	if t == unsaid {
		return below
	}
	return t == on
}

// toggled is what a property says that is there.
func toggled(isOn bool) toggle {
	if isOn {
		return on
	}
	return off
}

// basedOnMost is the most styles one style can be based on, one on another.
const basedOnMost = 20

// usualTable stands for the style of tables that name none. No style can have it.
const usualTable = "\x00table"

// readStyles reads the styles of paragraphs, characters and tables in word/styles.xml, and
// resolves what each takes from the one it is based on, and from lists. Without the part, or after a
// fault in it, there are none.
func readStyles(c *container, lists *lists) map[string]style {
	styles := map[string]style{}
	t := c.optional("word/styles.xml")
	// The styles before a fault are kept.
	_ = t.walk(func(e xml.StartElement) (bool, error) {
		if !isWord(e, "style") {
			return false, nil
		}
		if kind := attr(e, "type"); kind != "" && kind != "paragraph" && kind != "character" && kind != "table" {
			return true, t.skip()
		}
		id := attr(e, "styleId")
		var s style
		err := readStyle(t, &s)
		s.list.level = lists.levelOf(s.list, id)
		styles[id] = s
		if attr(e, "type") == "table" && isOnValue(cmp.Or(attr(e, "default"), "0")) {
			styles[usualTable] = s
		}
		return true, err
	})
	resolved := make(map[string]style, len(styles))
	for id := range styles {
		resolved[id] = resolve(styles, id)
	}
	return resolved
}

// readStyle reads the current w:style.
func readStyle(t *tokens, s *style) error {
	return t.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "name":
			nameStyle(s, strings.ToLower(attr(e, "val")))
		case "basedOn":
			s.base = attr(e, "val")
		case "pPr":
			return t.each(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "outlineLvl":
					s.level, s.known = outlineLevel(e), true
				case "numPr":
					return readNumbering(t, &s.list)
				case "pageBreakBefore":
					s.newPage = toggled(isOn(e))
				case "shd":
					s.painted = max(s.painted, toggled(isShaded(e)))
				}
				return t.skip()
			})
		case "tblPr", "tcPr", "tblStylePr":
			return s.shade(t)
		case "rPr":
			return t.each(func(e xml.StartElement) error {
				switch e.Name.Local {
				case "b":
					s.bold = max(s.bold, toggled(isOn(e)))
				case "strike", "dstrike":
					s.struck = max(s.struck, toggled(isOn(e))) // by either
				case "vanish":
					s.unseen = toggled(isOn(e))
				case "color":
					s.white = toggled(isWhite(e))
				case "vertAlign":
					s.raised = toggled(isRaised(e))
				default:
					if paints(e) {
						s.painted = on
					}
				}
				return t.skip()
			})
		}
		return t.skip()
	})
}

// shade notes whether a table, or some part of one, has a colour by the current properties.
func (s *style) shade(t *tokens) error {
	return t.each(func(e xml.StartElement) error {
		s.painted = max(s.painted, toggled(isShaded(e)))
		return s.shade(t)
	})
}

// isWhite reads w:color.
func isWhite(e xml.StartElement) bool { return strings.EqualFold(attr(e, "val"), "FFFFFF") }

// isRaised reads w:vertAlign.
func isRaised(e xml.StartElement) bool { return attr(e, "val") == "superscript" }

// outlineLevel reads w:outlineLvl: from 0, and 9 for body text.
func outlineLevel(e xml.StartElement) int {
	if level := number(attr(e, "val"), 9); level < 9 {
		return level + 1
	}
	return 0
}

// nameStyle reads what the names of built-in styles say. They are English in
// every language of Word; only the identifiers are translated.
func nameStyle(s *style, name string) {
	switch {
	case strings.HasPrefix(name, "heading "):
		if level := number(strings.TrimPrefix(name, "heading "), 0); level > 0 && level <= 9 && !s.known {
			s.level, s.known = level, true
		}
	case name == "title", name == "toc heading", name == "contents heading":
		s.title = true
	case strings.HasPrefix(name, "toc "), name == "table of figures":
		s.contents = true
	case name == "footnote text", name == "endnote text":
		s.note = true
	}
	s.namePart(name)
}

// namePart reads what a name of a style, in lower case, says of quotations and of items of
// lists, in Word and in LibreOffice.
func (s *style) namePart(name string) {
	switch name {
	case "quote", "intense quote", "block text", "quotations":
		s.quote = true
	}
	for _, list := range [...]string{"list bullet ", "list number "} {
		if depth, ok := strings.CutPrefix(name, list); ok {
			s.depth = min(number(depth, 0), levelsMost)
		}
	}
}

// resolve completes a style of Word or RTF from those it is based on: a style of its own
// that is based on the one of titles is none.
func resolve(styles map[string]style, id string) style { return based(styles, id, false) }

// based returns a style with what it takes from those it is based on, and whether it is one
// of titles where it says so.
func based(styles map[string]style, id string, titles bool) style {
	s := styles[id]
	base := s.base
	for range basedOnMost {
		b, ok := styles[base]
		if !ok {
			break
		}
		if !s.known {
			s.level, s.known = b.level, b.known
		}
		s.list = s.list.or(b.list)
		s.contents, s.note = s.contents || b.contents, s.note || b.note
		s.quote, s.depth = s.quote || b.quote, cmp.Or(s.depth, b.depth)
		s.newPage, s.after = cmp.Or(s.newPage, b.newPage), cmp.Or(s.after, b.after)
		s.struck, s.unseen = cmp.Or(s.struck, b.struck), cmp.Or(s.unseen, b.unseen)
		s.white, s.painted, s.raised = cmp.Or(s.white, b.white), max(s.painted, b.painted), cmp.Or(s.raised, b.raised)
		s.bold, s.title = cmp.Or(s.bold, b.bold), s.title || titles && b.title
		base = b.base
	}
	return s
}

// readProperties keeps what a part of docProps, or the meta part of an ODT file,
// says about the document.
func readProperties(c *container, b *corpus.Builder, part string) {
	names := map[string]string{
		"title": "title", "creator": "author", "initial-creator": "author", "created": "created",
		"creation-date": "created", "modified": "modified", "date": "modified", "subject": "subject",
		"Application": "producer", "generator": "producer",
	}
	t := c.optional(part)
	// Properties are hints: those before a fault are kept.
	_ = t.walk(func(e xml.StartElement) (bool, error) {
		name, ok := names[e.Name.Local]
		if !ok {
			return false, nil
		}
		value, err := t.text()
		b.SetProperty(name, value)
		return true, err
	})
}
