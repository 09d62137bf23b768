package office

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"slices"
	"strings"
)

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
	var s style
	family := attr(e, "family") + " "
	s.base = family + attr(e, "parent-style-name")
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
	s.namePart(strings.ToLower(strings.ReplaceAll(name, "_20_", " ")))
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
			s.newPage, s.after = odtSays(e, "break-before", isNewPage), odtSays(e, "break-after", isNewPage)
		case "text-properties":
			s.readText(e)
		}
		return o.tokens.skip()
	})
	s.newPage = cmp.Or(paper, s.newPage)
	o.styles[family+name] = s
	return err
}

// readText reads style:text-properties.
func (s *style) readText(e xml.StartElement) {
	s.bold = odtSays(e, "font-weight", func(v string) bool { return v == "bold" })
	s.struck = odtSays(e, "text-line-through-style", isDrawn)
	s.unseen = odtSays(e, "display", func(v string) bool { return v == "none" })
	s.raised = cmp.Or(odtSays(e, "text-position", func(v string) bool { return strings.HasPrefix(v, "super") }), s.raised)
	s.white = odtSays(e, "color", isPaper)
	if attr(e, "use-window-font-color") == "true" {
		s.white = off
	}
	if isPainted(e) || attr(e, "text-outline") == "true" || isDrawn(attr(e, "text-shadow")) || isDrawn(attr(e, "font-relief")) {
		s.painted = on
	}
}

// odtSays is what an attribute says of a property that is on where is holds of its value.
func odtSays(e xml.StartElement, name string, is func(value string) bool) toggle {
	value := attr(e, name)
	if value == "" {
		return unsaid
	}
	return toggled(is(value))
}

// isNewPage reads fo:break-before or fo:break-after of paragraphs or a table.
func isNewPage(value string) bool {
	return value == "page" || value == "even-page" || value == "odd-page"
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
		return !isPaper(attr(e, "fill-color"))
	}
	return true
}

// isPaper reports whether a colour is that of paper, white.
func isPaper(colour string) bool { return strings.EqualFold(colour, "#ffffff") }

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

// resolve returns a style of a family with what it takes from those it is based on.
func (o *odt) resolve(family, name string) style {
	return based(o.styles, family+" "+name, true)
}
