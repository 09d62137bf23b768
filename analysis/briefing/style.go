package briefing

// style is how a kind of text is set in PDF and DOCX. Lengths are in points, and
// tag is the element of a PDF that holds it, if it makes one.
type style struct {
	id, name      string // in DOCX
	tag           string // in PDF
	size, line    float64
	before, after float64
	bold          bool
	colour        colour
}

// as is the style with another element for what it holds.
func (s style) as(tag string) style {
	s.tag = tag
	return s
}

// colour is red, green and blue.
type colour struct{ r, g, b int }

var (
	ink    = colour{0x1f, 0x1f, 0x1f}
	soft   = colour{0x55, 0x55, 0x55} // 7.5:1 on white
	accent = colour{0x00, 0x52, 0x7a} // 8.4:1
	rule   = colour{0xc9, 0xd6, 0xde}
	tint   = colour{0xf2, 0xf6, 0xf8}
)

// The styles. Their names are those that word processors know.
var (
	titleStyle    = style{id: "Heading1", name: "heading 1", tag: "H1", size: 19, line: 24, after: 3, bold: true, colour: accent}
	subtitleStyle = style{id: "Subtitle", name: "Subtitle", tag: "P", size: 11.5, line: 16, after: 6, colour: soft}
	headingStyle  = style{id: "Heading2", name: "heading 2", tag: "H2", size: 13, line: 17, before: 10, after: 3, bold: true, colour: accent}
	bodyStyle     = style{id: "BodyText", name: "Body Text", tag: "P", size: 10, line: 13.8, after: 5, colour: ink}
	bulletStyle   = style{id: "ListBullet", name: "List Bullet", tag: "LBody", size: 10, line: 13.8, after: 2.5, colour: ink}
	quoteStyle    = style{id: "Quote", name: "Quote", tag: "P", size: 10, line: 13.8, colour: ink}
	citeStyle     = style{id: "Citation", name: "Citation", tag: "P", size: 8.5, line: 11.5, after: 5, colour: soft}
	captionStyle  = style{id: "Caption", name: "caption", tag: "P", size: 9.5, line: 13, before: 5, after: 3, bold: true, colour: ink}
	figureStyle   = style{id: "Figure", name: "Figure", size: 10, after: 6, colour: ink}
	cellStyle     = style{id: "TableText", name: "Table Text", size: 8.2, line: 10.8, colour: ink}
	noteStyle     = style{id: "Note", name: "Note", tag: "P", size: 8.5, line: 11.5, before: 6, colour: soft}
	footerStyle   = style{id: "Footer", name: "footer", size: 8, line: 10, colour: soft}
)

// The page, A4, and what is on it.
const (
	paperWidth, paperHeight = 595.28, 841.89
	marginSide              = 56.69 // 20 mm: leaves 170 mm
	marginTop               = 51.02 // 18 mm
	marginBottom            = 51.02
	footerBaseline          = paperHeight - 28
	textWidth               = paperWidth - 2*marginSide
	textHeight              = paperHeight - marginTop - marginBottom
	bulletIndent            = 14.0
	quoteIndent             = 12.0
	quoteRule               = 1.5
	cellPadding             = 4.0
	cellLead                = 1.3 // above and below the text of a cell
	afterTitle              = 4.0 // below the rule under the title
)

// FigureWidth and FigureHeight are the space, in points, that a chart with a
// page almost to itself has. One drawn at this size is not made smaller.
const (
	FigureWidth  = textWidth
	FigureHeight = 530
)

// leastScale is how far a figure is made smaller so that its page fits on one
// sheet; below that the page flows on.
const leastScale = 0.6

// slack is how much smaller figures are than they could be where another
// program breaks the lines: it may need one more than is reckoned here.
const slack = 0.96
