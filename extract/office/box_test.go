package office

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestFixedBoxes holds that boxes of ODT that are fixed to pages are read as they stand
// there, before the text of their page, and behind all text where no page of theirs begins.
func TestFixedBoxes(t *testing.T) {
	box := func(page int, x, y, text string) string {
		return fmt.Sprintf(`<draw:frame text:anchor-type="page" text:anchor-page-number="%d" svg:x="%s" svg:y="%s" svg:width="5cm" svg:height="3cm"><draw:text-box><text:p>%s</text:p><text:p>Told.</text:p></draw:text-box></draw:frame>`, page, x, y, text)
	}
	shape := `<draw:custom-shape text:anchor-type="page" text:anchor-page-number="1" svg:x="1cm" svg:y="9cm"><text:p>Shape</text:p><text:p>Said.</text:p></draw:custom-shape>`
	data := string(archive(t, "content.xml", odtHead+`<office:body><office:text>`+box(2, "1cm", "1cm", "Fifth")+shape+box(1, "1cm", "6cm", "Third")+
		box(1, "9cm", "2cm", "Second")+box(1, "10mm", "2.5cm", "First")+`<text:p>The text.</text:p>`+odtTail))
	text, err := ReadODT(strings.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	want := "First\nTold.\nSecond\nTold.\nThird\nTold.\nShape\nSaid.\nThe text.\nFifth\nTold.\n"
	if err != nil || text.Body != want {
		t.Errorf("got %q, %v, want %q", text.Body, err, want)
	}
	data = string(archive(t, "content.xml", odtHead+`<office:automatic-styles><style:style style:name="B" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style></office:automatic-styles>`+
		`<office:body><office:text>`+box(4, "1cm", "1cm", "D")+box(3, "1cm", "1cm", "C")+box(2, "1cm", "1cm", "B")+`<text:p>One.</text:p><text:soft-page-break/><text:p>Two.</text:p>`+
		`<text:p text:style-name="B">Three.</text:p><text:soft-page-break/><table:table><table:table-row><table:table-cell><text:p>Four.</text:p></table:table-cell></table:table-row></table:table>`+odtTail))
	text, err = ReadODT(strings.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	want = "1 paragraph: One.\n2 paragraph: B\n2 paragraph: Told.\n2 paragraph: Two.\n3 paragraph: C\n3 paragraph: Told.\n3 paragraph: Three.\n4 paragraph: D\n4 paragraph: Told.\n4 paragraph: Four.\n"
	if got := outline(text); err != nil || got != want {
		t.Errorf("got\n%s%v, want\n%s", got, err, want)
	}
}

// TestTablesInBoxes holds that a row of a table in a box of ODT or DOCX is one, wherever
// the box is fixed.
func TestTablesInBoxes(t *testing.T) {
	cell := func(text string) string {
		return "<table:table-cell><text:p>" + text + "</text:p></table:table-cell>"
	}
	box := func(anchor string) string {
		return `<draw:frame text:anchor-type="` + anchor + `" svg:x="1cm" svg:y="1cm" svg:width="9cm" svg:height="3cm"><draw:text-box><text:p>Of what ` + anchor + ` says:</text:p>` +
			`<table:table><table:table-row>` + cell("Nurse") + cell("told nobody") + `</table:table-row></table:table></draw:text-box></draw:frame>`
	}
	data := string(archive(t, "content.xml", odtHead+`<office:body><office:text>`+box("page")+`<text:p>The text.`+box("paragraph")+`</text:p>`+odtTail))
	text, err := ReadODT(strings.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	want := "1 paragraph: Of what page says:\n1 table_row: Nurse|told nobody\n1 paragraph: The text.\n1 paragraph: Of what paragraph says:\n1 table_row: Nurse|told nobody\n"
	if got := outline(text); err != nil || got != want {
		t.Errorf("got\n%s%v, want\n%s", got, err, want)
	}
}

// TestTablesInBoxesOfDOCX is TestTablesInBoxes for DOCX, in whose boxes what is hidden is
// left out of tables too.
func TestTablesInBoxesOfDOCX(t *testing.T) {
	table := `<w:tbl><w:tblPr/><w:tr><w:trPr/><w:tc>` + para("", "Nurse") + `</w:tc><w:tc>` + para("", "told") + para("", "nobody") + `</w:tc></w:tr><w:tr><w:tc>` + para("", "One cell") + `</w:tc></w:tr></w:tbl>`
	box := func(drawing string) string {
		return `<w:p>` + run("Around") + `<w:r><w:drawing><wp:docPr` + drawing + `/><w:txbxContent>` + para("", "Who did what:") + table + `</w:txbxContent></w:drawing></w:r></w:p>`
	}
	text, err := readDOCX(t, "word/document.xml", wordStart+box("")+box(` hidden="1"`)+wordEnd)
	want := "1 paragraph: Around\n1 paragraph: Who did what:\n1 table_row: Nurse|told nobody\n1 paragraph: One cell\n1 paragraph: Around\n"
	if got := outline(text); err != nil || got != want || !slices.Equal(text.Warnings, []string{corpus.HiddenWords(8)}) {
		t.Errorf("got\n%s%q, %v, want\n%s", got, text.Warnings, err, want)
	}
}
