package workbook

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The colours, all of them at least 4.5:1 against what they stand on.
const (
	fontName    = "Arial"
	ink         = "1F1F1F"
	faint       = "6B6B6B"
	white       = "FFFFFF"
	deep        = "1F3A5F" // headings
	line        = "D9DEE5"
	blue        = "0072B2" // present
	paleBlue    = "DCEBF5" // counted
	paleOrange  = "FCE8C3" // held
	paleGrey    = "F1F3F5"
	linkColour  = "0B5CAD"
	answerFill  = "FFFBEA" // where a person answers
	fontSize    = 10
	smallSize   = 9
	titleSize   = 16
	sectionSize = 12
)

// mostDecimals is how many decimals a number of a table has at most.
const mostDecimals = 6

// styles are the numbers by which the workbook knows its styles.
type styles struct {
	title, section, note                               int
	heading, headingNumber, headingUp                  int
	text, wrap, number, decimal, score, locator, label int
	link                                               int
	present, held, decided                             int
	total, totalPercent, totalNumber, totalLabel       int
	answer, quiet                                      int
	rounded                                            [mostDecimals + 1]int // numbers, by their decimals

	runPlain, runBold string // fonts of parts of a text, as a row has them
}

// newStyles registers the styles, always in the same order.
func newStyles(file *excelize.File) (styles, error) {
	s := styles{runPlain: runFont("", ink), runBold: runFont("<b/>", deep)}
	for _, d := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: bold(titleSize, deep), Alignment: align("left", "center")}},
		{&s.section, excelize.Style{Font: bold(sectionSize, deep), Alignment: align("left", "bottom")}},
		{&s.note, excelize.Style{Font: font(smallSize, faint), Alignment: align("left", "top")}},
		{&s.heading, headingStyle("left", 0)},
		{&s.headingNumber, headingStyle("right", 0)},
		{&s.headingUp, headingStyle("center", 90)},
		{&s.text, body(align("left", "top"), "")},
		{&s.wrap, body(wrapped("left"), "")},
		{&s.label, excelize.Style{Font: bold(fontSize, ink), Alignment: wrapped("left"), Border: underline()}},
		{&s.number, body(align("right", "top"), "#,##0")},
		{&s.decimal, body(align("right", "top"), "0.0")},
		{&s.score, body(align("right", "top"), "0.00")},
		{&s.locator, body(align("left", "top"), "0")},
		{&s.link, linkStyle()},
		{&s.present, body(align("center", "center"), "0")},
		{&s.held, filled(body(align("center", "center"), "0"), paleOrange)},
		{&s.decided, framed(body(align("center", "center"), "0"))},
		{&s.total, filled(body(align("center", "center"), "#,##0"), paleGrey)},
		{&s.totalPercent, filled(body(align("center", "center"), `0"%"`), paleGrey)},
		{&s.totalNumber, filled(body(align("right", "center"), "#,##0"), paleGrey)},
		{&s.totalLabel, excelize.Style{Font: bold(fontSize, ink), Alignment: align("left", "center"), Border: underline(), Fill: solid(paleGrey)}},
		{&s.answer, filled(body(wrapped("left"), ""), answerFill)},
		{&s.rounded[0], body(align("right", "top"), "")},
		{&s.quiet, excelize.Style{Font: font(smallSize, faint), Alignment: wrapped("left"), Border: underline()}},
	} {
		id, err := file.NewStyle(&d.style)
		if err != nil {
			return s, err
		}
		*d.id = id
	}
	for n := 1; n <= mostDecimals; n++ {
		style := body(align("right", "top"), "0."+strings.Repeat("0", n))
		id, err := file.NewStyle(&style)
		if err != nil {
			return s, err
		}
		s.rounded[n] = id
	}
	return s, nil
}

// runFont is the font of a part of a text: bold is empty or the mark of it.
func runFont(bold, colour string) string {
	return fmt.Sprintf(`<rPr><rFont val="%s"/><family val="2"/>%s<color rgb="FF%s"/><sz val="%d"/></rPr>`, fontName, bold, colour, fontSize)
}

// font always names its family: some programs take another one otherwise.
func font(size float64, colour string) *excelize.Font {
	return &excelize.Font{Family: fontName, Size: size, Color: colour}
}

// bold is the same in bold.
func bold(size float64, colour string) *excelize.Font {
	f := font(size, colour)
	f.Bold = true
	return f
}

func align(horizontal, vertical string) *excelize.Alignment {
	a := &excelize.Alignment{Horizontal: horizontal, Vertical: vertical}
	if horizontal == "left" {
		a.Indent = 1 // so that a number and the text after it stay apart
	}
	return a
}

// wrapped is the same, at the top, for texts that go on below in their cell.
func wrapped(horizontal string) *excelize.Alignment {
	a := align(horizontal, "top")
	a.WrapText = true
	return a
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

func underline() []excelize.Border {
	return []excelize.Border{{Type: "bottom", Color: line, Style: 1}}
}

// body is the style of a cell of a table; format is empty for text.
func body(alignment *excelize.Alignment, format string) excelize.Style {
	s := excelize.Style{Font: font(fontSize, ink), Alignment: alignment, Border: underline()}
	if format != "" {
		s.CustomNumFmt = &format
	}
	return s
}

func linkStyle() excelize.Style {
	return excelize.Style{
		Font:      &excelize.Font{Family: fontName, Size: fontSize, Color: linkColour, Underline: "single"},
		Alignment: align("left", "top"), Border: underline(),
	}
}

func filled(s excelize.Style, colour string) excelize.Style {
	s.Fill = solid(colour)
	return s
}

func framed(s excelize.Style) excelize.Style {
	s.Font = bold(fontSize, ink)
	s.Border = nil
	for _, side := range []string{"left", "right", "top", "bottom"} {
		s.Border = append(s.Border, excelize.Border{Type: side, Color: ink, Style: 2})
	}
	return s
}

// headingStyle keeps the words at the top, away from the filter button.
func headingStyle(horizontal string, rotation int) excelize.Style {
	a := wrapped(horizontal)
	if rotation != 0 {
		a.Vertical, a.TextRotation = "bottom", rotation
	}
	return excelize.Style{
		Font: bold(fontSize, white), Alignment: a, Fill: solid(deep),
		Border: []excelize.Border{{Type: "left", Color: "4A6486", Style: 1}},
	}
}

// conditional registers a style that a condition lays over a cell.
func (b *book) conditional(style excelize.Style) (*int, error) {
	id, err := b.file.NewConditionalStyle(&style)
	return &id, err
}

// coloured is a style of letters of a colour alone.
func coloured(colour string) excelize.Style {
	return excelize.Style{Font: &excelize.Font{Color: colour}}
}

// fill is the colour of a cell that holds a text.
type fill struct{ text, colour string }

// statusFills colours the cells of a column, down to the last row, by what
// stands in them.
func (b *book) statusFills(sheet, column string, last int, fills []fill) error {
	var formats []excelize.ConditionalFormatOptions
	for _, f := range fills {
		id, err := b.conditional(filled(coloured(ink), f.colour))
		if err != nil {
			return err
		}
		formats = append(formats, excelize.ConditionalFormatOptions{
			Type: "cell", Criteria: "==", Value: `"` + f.text + `"`, Format: id,
		})
	}
	return b.file.SetConditionalFormat(sheet, fmt.Sprintf("%s2:%[1]s%d", column, max(last, 2)), formats)
}
