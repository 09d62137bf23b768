package office

import (
	"bytes"
	"testing"

	"thematic/corpus"
)

// TestPagesOfStyles holds that a style may begin a page, as those of chapters
// do, that what it is based on does unless it says otherwise, and that a page
// of another kind, as one across, is a new one.
func TestPagesOfStyles(t *testing.T) {
	const ns = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	styles := `<w:styles` + ns + `><w:style w:type="paragraph" w:styleId="C"><w:name w:val="chapter"/><w:pPr><w:pageBreakBefore/></w:pPr></w:style>
		<w:style w:type="paragraph" w:styleId="D"><w:name w:val="as chapter"/><w:basedOn w:val="C"/></w:style>
		<w:style w:type="paragraph" w:styleId="N"><w:name w:val="none"/><w:basedOn w:val="C"/><w:pPr><w:pageBreakBefore w:val="false"/></w:pPr></w:style></w:styles>`
	// A box in a paragraph has properties of its own.
	boxed := `<w:p><w:pPr><w:pStyle w:val="C"/></w:pPr><w:r><w:t>Around</w:t><w:txbxContent><w:p><w:pPr><w:pageBreakBefore w:val="0"/></w:pPr><w:r><w:t>Boxed</w:t></w:r></w:p></w:txbxContent></w:r></w:p>`
	off := `<w:p><w:pPr><w:pStyle w:val="C"/><w:pageBreakBefore w:val="0"/></w:pPr><w:r><w:t>Not here</w:t></w:r></w:p>`
	text, err := readDOCX(t, "word/document.xml", wordStart+para("C", "One")+para("D", "Two")+para("N", "Still two")+off+boxed+wordEnd, "word/styles.xml", styles)
	want := "1 paragraph: One\n2 paragraph: Two\n2 paragraph: Still two\n2 paragraph: Not here\n3 paragraph: Around\n3 paragraph: Boxed\n"
	if got := outline(text); got != want || err != nil {
		t.Errorf("DOCX: got\n%s%v, want\n%s", got, err, want)
	}
	rendered := `<w:p><w:pPr><w:pStyle w:val="D"/></w:pPr><w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r></w:p>`
	text, err = readDOCX(t, "word/document.xml", wordStart+para("C", "One")+rendered+para("N", "Still two")+para("D", "Unmarked")+wordEnd, "word/styles.xml", styles)
	if got, want := outline(text), "1 paragraph: One\n2 paragraph: Two\n2 paragraph: Still two\n3 paragraph: Unmarked\n"; got != want || err != nil {
		t.Errorf("DOCX that was laid out: got\n%s%v, want\n%s", got, err, want)
	}

	style := func(family, name, attributes, properties string) string {
		return `<style:style style:family="` + family + `" style:name="` + name + `"` + attributes + `><style:` + family + `-properties` + properties + `/></style:style>`
	}
	p := func(style, text string) string {
		return `<text:p text:style-name="` + style + `">` + text + `</text:p>`
	}
	body := `<office:automatic-styles>` + style("paragraph", "C", "", ` fo:break-before="page"`) + style("paragraph", "D", ` style:parent-style-name="C"`, "") +
		style("paragraph", "N", ` style:parent-style-name="C"`, ` fo:break-before="auto"`) + style("paragraph", "L", ` style:master-page-name="Land"`, "") +
		style("paragraph", "E", ` style:master-page-name=""`, "") + style("table", "T", "", ` fo:break-before="page"`) +
		style("paragraph", "A", "", ` fo:break-after="page"`) + style("paragraph", "B", ` style:parent-style-name="A"`, "") + style("table", "U", "", ` fo:break-after="page"`) + `</office:automatic-styles><office:body><office:text>` +
		p("C", "One") + p("D", "Two") + p("N", "Still two") + p("L", "Across") + p("E", "Same page") +
		`<table:table table:style-name="T"><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>` +
		p("A", "After it") + p("B", "Five") + `<table:table table:style-name="U"><table:table-row><table:table-cell>` + p("A", "c") + `</table:table-cell><table:table-cell><text:p>d</text:p></table:table-cell></table:table-row></table:table>` + p("C", "Seven")
	data := archive(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odtHead+body+odtTail)
	text, err = ReadODT(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	want = "1 paragraph: One\n2 paragraph: Two\n2 paragraph: Still two\n3 paragraph: Across\n3 paragraph: Same page\n4 table_row: a|b\n4 paragraph: After it\n5 paragraph: Five\n6 table_row: c|d\n7 paragraph: Seven\n"
	if got := outline(text); got != want || err != nil {
		t.Errorf("ODT: got\n%s%v, want\n%s", got, err, want)
	}
}
