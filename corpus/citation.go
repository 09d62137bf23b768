package corpus

import (
	"fmt"
	"sort"
	"strings"
)

// Citation says where a passage stands in its report, as a person cites it:
// "para 4.12, p. 31", with the number that is printed on the page where that is
// another, "p. 31 (printed 29)". Where neither is known it is the heading above.
func (c Coding) Citation() string {
	var parts []string
	if c.Paragraph != "" {
		parts = append(parts, "para "+c.Paragraph)
	}
	if c.Page > 0 {
		page := fmt.Sprintf("p. %d", c.Page)
		if c.PageLabel != "" && c.PageLabel != fmt.Sprint(c.Page) {
			page += fmt.Sprintf(" (printed %s)", c.PageLabel)
		}
		parts = append(parts, page)
	}
	switch {
	case len(parts) > 0:
		return strings.Join(parts, ", ")
	case c.Heading != "":
		return "under “" + c.Heading + "”"
	}
	return "no page"
}

// Paragraph returns the number by which a person cites a block of the text. An
// item of a list is cited by the numbered paragraph above it and its own letter
// or number: "4.12(a)". It returns "" where nothing is numbered.
func (t *Text) Paragraph(b Block) string {
	if b.Kind != BlockBullet {
		return b.Number
	}
	above := t.numberedAbove(b)
	switch {
	case above == "":
		return b.Number
	case b.Number == "" || strings.HasPrefix(b.Number, above):
		return above
	}
	return above + "(" + b.Number + ")"
}

// numberedAbove is the number of the paragraph that a list item belongs to.
func (t *Text) numberedAbove(b Block) string {
	i := sort.Search(len(t.Blocks), func(i int) bool { return t.Blocks[i].Span.Start >= b.Span.Start })
	for i--; i >= 0; i-- {
		switch o := t.Blocks[i]; {
		case o.Kind == BlockParagraph && o.Number != "":
			return o.Number
		case o.Kind != BlockBullet && o.Kind != BlockFootnote:
			return ""
		}
	}
	return ""
}
