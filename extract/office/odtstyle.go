package office

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"slices"
	"strings"
)

// odtStyle is what a style says about the part its paragraphs play.
type odtStyle struct {
	style
	weight  string // of the font, "" where the style does not say
	display string // "none" for text that is not shown, "" where the style does not say
	after   toggle // a page begins after it
	// lineThrough is the line drawn through the text, "" where the style does not say.
	lineThrough string
	colour      string // of the letters, "" where the style does not say
	raised      toggle // its letters, as the mark of a note is
}

// readStyles reads the styles and lists of a part, and the lines of its headers
// and footers.
func (o *odt) readStyles() error {
	return o.tokens.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "style":
			return o.style(e)
		case "list-style", "outline-style":
			return o.lists.style(o.tokens, e)
		case "page-layout-properties":
			o.painted = o.painted || isPainted(e)
		case "header", "footer", "header-left", "footer-left", "header-first", "footer-first":
			lines, err := o.collect(&odtPlace{}, true)
			for _, p := range lines {
				o.furniture = addFurniture(o.furniture, p.plain())
			}
			return err
		}
		return o.readStyles()
	})
}

// style reads the current style:style.
func (o *odt) style(e xml.StartElement) error {
	var s odtStyle
	s.base = attr(e, "parent-style-name")
	s.level = number(attr(e, "default-outline-level"), 0)
	s.known = s.level > 0
	name := attr(e, "name")
	switch name {
	case "Title", "Contents_20_Heading":
		s.title = true
	case "Footnote", "Endnote":
		s.note = true
	}
	s.contents = strings.HasPrefix(name, "Contents_20_") && !s.title
	var paper toggle
	if attr(e, "master-page-name") != "" {
		paper = on // another kind of page begins with a new one
	}
	err := o.tokens.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "section-properties":
			o.painted = o.painted || isPainted(e)
		case "paragraph-properties", "table-properties", "table-row-properties", "table-cell-properties":
			s.painted = max(s.painted, toggled(isPainted(e)))
			s.newPage, s.after = odtNewPage(attr(e, "break-before")), odtNewPage(attr(e, "break-after"))
		case "text-properties":
			s.weight, s.display = attr(e, "font-weight"), attr(e, "display")
			s.lineThrough = attr(e, "text-line-through-style")
			if position := attr(e, "text-position"); position != "" {
				s.raised = toggled(strings.HasPrefix(position, "super"))
			}
			if s.colour = attr(e, "color"); attr(e, "use-window-font-color") == "true" {
				s.colour = "auto"
			}
			if isPainted(e) || attr(e, "text-outline") == "true" || isDrawn(attr(e, "text-shadow")) || isDrawn(attr(e, "font-relief")) {
				s.painted = on
			}
		}
		return o.tokens.skip()
	})
	s.newPage = cmp.Or(paper, s.newPage)
	o.styles[attr(e, "family")+" "+name] = s
	return err
}

// isDrawn reads a line, a shadow or the like: "" where the style does not say.
func isDrawn(value string) bool { return value != "" && value != "none" }

// isPainted reports whether properties have a colour other than white, or a picture, be
// behind what they are of.
func isPainted(e xml.StartElement) bool {
	switch attr(e, "background-color") {
	case "", "transparent", "#ffffff", "#FFFFFF":
	default:
		return true
	}
	switch attr(e, "fill") {
	case "", "none":
		return false
	case "solid":
		return !strings.EqualFold(attr(e, "fill-color"), white)
	}
	return true
}

// white is the colour of paper.
const white = "#ffffff"

// odtPaints are what stands in a file of which something may be behind the text as a
// whole: a shape behind it, one of a header or footer, a picture of a page.
var odtPaints = struct{ anywhere, styles []string }{
	[]string{`run-through="background"`, "<style:background-image "},
	[]string{"<draw:frame", "<draw:custom-shape", "<draw:rect", "<draw:g ", "<draw:path", "<draw:polygon", "<draw:ellipse"},
}

// mayBePainted reports whether something may be behind the text as a whole, by the
// parts of the styles and of the content.
func mayBePainted(styles, content []byte) bool {
	in := func(part []byte) func(string) bool {
		return func(s string) bool { return bytes.Contains(part, []byte(s)) }
	}
	return slices.ContainsFunc(odtPaints.anywhere, in(content)) || slices.ContainsFunc(odtPaints.anywhere, in(styles)) ||
		slices.ContainsFunc(odtPaints.styles, in(styles))
}

// odtNewPage reads fo:break-before or fo:break-after of paragraphs or a table.
func odtNewPage(value string) toggle {
	switch value {
	case "":
		return unsaid
	case "page", "even-page", "odd-page":
		return on
	}
	return off
}

// resolve returns a style of a family with what it takes from those it is based on.
func (o *odt) resolve(family, name string) odtStyle {
	s := o.styles[family+" "+name]
	for range basedOnMost {
		base, ok := o.styles[family+" "+s.base]
		if !ok {
			break
		}
		if !s.known {
			s.level, s.known = base.level, base.known
		}
		s.weight, s.display = cmp.Or(s.weight, base.weight), cmp.Or(s.display, base.display)
		s.lineThrough, s.colour = cmp.Or(s.lineThrough, base.lineThrough), cmp.Or(s.colour, base.colour)
		s.painted, s.raised = max(s.painted, base.painted), cmp.Or(s.raised, base.raised)
		s.newPage, s.after = cmp.Or(s.newPage, base.newPage), cmp.Or(s.after, base.after)
		s.title, s.contents, s.note = s.title || base.title, s.contents || base.contents, s.note || base.note
		s.base = base.base
	}
	s.bold = s.weight == "bold"
	return s
}
