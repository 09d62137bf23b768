package office

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

const (
	wordStart = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>`
	wordEnd = `</w:body></w:document>`
	odtHead = `<office:document-content xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s" xmlns:fo="f" xmlns:draw="d">`
	odtTail = `</office:text></office:body></office:document-content>`
)

// archive makes a zip file of names and contents in turn.
func archive(t testing.TB, entries ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i < len(entries); i += 2 {
		e, err := w.Create(entries[i])
		if err == nil {
			_, err = e.Write([]byte(entries[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// outline writes a text as one line per block: page, kind, level, number, text.
func outline(text corpus.Text) string {
	var b strings.Builder
	for _, block := range text.Blocks {
		page, _ := text.PageAt(block.Span.Start)
		fmt.Fprintf(&b, "%d %s", page.Number, block.Kind)
		if block.Level > 0 {
			fmt.Fprintf(&b, "%d", block.Level)
		}
		if block.Number != "" {
			fmt.Fprintf(&b, " [%s]", block.Number)
		}
		fmt.Fprintf(&b, ": %s\n", strings.ReplaceAll(text.Slice(block.Span), "\t", "|"))
	}
	return b.String()
}

func readDOCX(t testing.TB, entries ...string) (corpus.Text, error) {
	t.Helper()
	data := archive(t, entries...)
	text, err := ReadDOCX(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	if fault := text.Validate(); fault != nil {
		t.Error(fault)
	}
	return text, err
}

// para is a Word paragraph of one run, in a style where one is given.
func para(style, text string) string {
	if style != "" {
		style = `<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`
	}
	return `<w:p>` + style + `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

// ticks is the field of a box of a form in a state, code the code of a field.
func ticks(state string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>` + state + `</w:checkBox></w:ffData></w:fldChar></w:r>` + code("FORMCHECKBOX") + mark("end")
}

func code(text string) string { return `<w:r><w:instrText>` + text + `</w:instrText></w:r>` }

// run is a run of a Word document, mark one that marks a part of a field.
func run(text string) string  { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }
func mark(part string) string { return `<w:r><w:fldChar w:fldCharType="` + part + `"/></w:r>` }

// section is the empty paragraph that ends a section.
func section(kind string) string {
	return `<w:p><w:pPr><w:sectPr><w:type w:val="` + kind + `"/></w:sectPr></w:pPr></w:p>`
}

func TestDOCXText(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"runs", `<w:p><w:r><w:t>No one </w:t></w:r><w:hyperlink><w:r><w:t>asked</w:t><w:tab/><w:t>him</w:t></w:r></w:hyperlink></w:p>`,
			"1 paragraph: No one asked him\n"},
		{"tracked", `<w:p><w:r><w:t>She was </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>often </w:t></w:r></w:ins>` +
			`<w:moveFrom><w:r><w:t>once </w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>seen</w:t></w:r></w:moveTo></w:p>`,
			"1 paragraph: She was often seen\n"},
		{"hidden and codes", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>shown</w:t></w:r></w:p>`,
			"1 paragraph: shown\n"},
		{"text box once", `<w:p><w:r><w:t>Around</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>` + para("", "Boxed") +
			`</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>` + para("", "Boxed") + `</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
			"1 paragraph: Around\n1 paragraph: Boxed\n"},
		{"table", `<w:tbl><w:tr><w:tc>` + para("", "Mother") + `</w:tc><w:tc>` + para("", "MT,") + para("", "aged 20") + `</w:tc></w:tr>` +
			`<w:tr><w:tc>` + para("", "A box.") + para("", "Its second paragraph.") + `</w:tc></w:tr></w:tbl>`,
			"1 table_row: Mother|MT, aged 20\n1 paragraph: A box.\n1 paragraph: Its second paragraph.\n"},
		{"form", `<w:tbl><w:tr><w:tc>` + para("", "5") + `</w:tc><w:tc>` + `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Concerns</w:t></w:r></w:p>` + para("", "Nobody was told.") + `</w:tc></w:tr>` +
			`<w:tr><w:tc><w:p><w:r><w:lastRenderedPageBreak/><w:t>6</w:t></w:r></w:p></w:tc><w:tc>` + `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Action</w:t></w:r></w:p>` + para("", "Tell them.") + `</w:tc></w:tr></w:tbl>`,
			"1 heading5 [5]: Concerns\n1 paragraph: Nobody was told.\n2 heading5 [6]: Action\n2 paragraph: Tell them.\n"},
		{"own breaks", para("", "One") + `<w:p><w:r><w:br w:type="page"/><w:t>Two</w:t></w:r></w:p><w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>Three</w:t></w:r></w:p>`,
			"1 paragraph: One\n2 paragraph: Two\n3 paragraph: Three\n"},
		{"no break of its own", para("", "One") + `<w:p><w:pPr><w:pageBreakBefore w:val="0"/></w:pPr><w:r><w:t>Same page</w:t></w:r></w:p>`,
			"1 paragraph: One\n1 paragraph: Same page\n"},
		{"rendered breaks", `<w:p><w:r><w:t>One </w:t><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Two goes </w:t></w:r>` +
			`<w:r><w:lastRenderedPageBreak/><w:t>on.</w:t></w:r></w:p>` + para("", "End"),
			"1 paragraph: One\n2 paragraph: Two goes on.\n3 paragraph: End\n"},
		{"bold line", `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>The family</w:t></w:r></w:p><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>This is a sentence.</w:t></w:r></w:p>`,
			"1 heading5: The family\n1 paragraph: This is a sentence.\n"},
		{"typed number", para("", "4.12 Nobody asked."), "1 paragraph [4.12]: Nobody asked.\n"},
		{"nested table", `<w:tbl><w:tr><w:tc>` + para("", "a") + `</w:tc><w:tc>` + para("", "b") + `<w:tbl><w:tr><w:tc>` + para("", "c") + `</w:tc><w:tc>` + para("", "d") +
			`</w:tc></w:tr></w:tbl>` + para("", "e") + `</w:tc></w:tr></w:tbl>`, "1 table_row: a|b c d e\n"},
		{"deleted end of a paragraph", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">One </w:t></w:r></w:p>` + para("", "two.") +
			`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>` + para("", "Three.") +
			`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>Four.</w:t></w:r></w:p>`,
			"1 paragraph: One two.\n1 paragraph: Three.\n1 paragraph: Four.\n"},
		{"fields", `<w:p>` + mark("begin") + run("IF ") + mark("begin") + run("PAGE") + mark("separate") + run("7") + mark("end") + mark("separate") + run("Shown") + mark("end") +
			`<w:fldSimple w:instr="DATE">` + run(" today") + `</w:fldSimple>` + mark("begin") + run("XE lost") + `</w:p>` + para("", "Kept"),
			"1 paragraph: Shown today\n1 paragraph: Kept\n"},
		{"sections", para("", "One") + section("continuous") + para("", "Two") + section("continuous") + para("", "Same page") + `<w:sectPr/>`,
			"1 paragraph: One\n1 paragraph: Two\n2 paragraph: Same page\n"},
		{"comments", `<w:p><w:commentRangeStart w:id="1"/>` + run("Said") + `<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></w:p>`, "1 paragraph: Said\n"},
		{"fields of a form", `<w:p>` + ticks(`<w:default w:val="0"/><w:checked/>`) + run(" Seen alone") + `</w:p><w:p>` + ticks(`<w:default w:val="0"/>`) + run(" Heard") + `</w:p>` +
			`<w:p>` + run("Grade: ") + `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:default w:val="0"/><w:listEntry w:val="Good"/><w:listEntry w:val="Poor"/></w:ddList></w:ffData></w:fldChar></w:r>` +
			code("FORMDROPDOWN") + mark("end") + `</w:p>`,
			"1 paragraph: ☒ Seen alone\n1 paragraph: ☐ Heard\n1 paragraph: Grade: Poor\n"},
		{"formula", `<w:p>` + run("Of the visits ") + `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f></m:oMath></w:p>`,
			"1 paragraph: Of the visits x=3/4\n"},
		{"control", `<w:sdt><w:sdtContent>` + para("", "Inside") + `</w:sdtContent></w:sdt>`, "1 paragraph: Inside\n"},
	}
	for _, tt := range tests {
		text, err := readDOCX(t, "word/document.xml", wordStart+tt.body+wordEnd)
		if got := outline(text); got != tt.want || err != nil {
			t.Errorf("%s: got\n%s%v, want\n%s", tt.name, got, err, tt.want)
		}
	}
}

func TestDOCXStylesListsAndNotes(t *testing.T) {
	const ns = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	styles := `<w:styles` + ns + `>
		<w:style w:type="paragraph" w:styleId="U1"><w:name w:val="heading 1"/></w:style>
		<w:style w:type="paragraph" w:styleId="Sub"><w:name w:val="My sub"/><w:basedOn w:val="U2"/></w:style>
		<w:style w:type="paragraph" w:styleId="U2"><w:name w:val="Heading 2"/></w:style>
		<w:style w:type="paragraph" w:styleId="Deep"><w:name w:val="deep"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
		<w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="strong"/><w:rPr><w:b/></w:rPr></w:style>
		<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>
		<w:style w:type="paragraph" w:styleId="A"><w:name w:val="a"/><w:basedOn w:val="B"/></w:style>
		<w:style w:type="paragraph" w:styleId="B"><w:name w:val="b"/><w:basedOn w:val="A"/></w:style></w:styles>`
	lists := `<w:numbering` + ns + `><w:abstractNum w:abstractNumId="7">
		<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
		<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
		<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>
		<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`
	item := func(style, id, level, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + id +
			`"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	body := para("T1", "Findings 4") + item("U1", "1", "0", "Introduction") + item("", "1", "1", "Nobody asked.") +
		item("", "1", "1", "Nobody saw.") + item("U1", "1", "0", "Findings") + item("", "1", "1", "It began again.") +
		para("Strong", "Lessons") + para("Sub", "Records") + para("Deep", "Dates") + para("A", "A loop of styles.") + item("", "2", "0", "a bullet") +
		item("", "3", "0", "from five") + item("", "3", "0", "and on") +
		`<w:p><w:r><w:t>Cited</w:t><w:footnoteReference w:id="2"/><w:t>.</w:t></w:r></w:p>`
	notes := `<w:footnotes` + ns + `><w:footnote w:type="separator" w:id="0">` + para("", "line") + `</w:footnote><w:footnote w:type="normal" w:id="2">` +
		para("", "A source.") + `</w:footnote></w:footnotes>`
	text, err := readDOCX(t, "word/document.xml", wordStart+body+wordEnd, "word/styles.xml", styles, "word/numbering.xml", lists,
		"word/footnotes.xml", notes, "word/header1.xml", `<w:hdr`+ns+`>`+para("", "The Board")+`</w:hdr>`,
		"docProps/core.xml", `<c xmlns:dc="x"><dc:title>A review</dc:title><dc:creator>D.W.</dc:creator></c>`)
	want := "1 contents: Findings 4\n1 heading1 [1]: Introduction\n1 paragraph [1.1]: Nobody asked.\n1 paragraph [1.2]: Nobody saw.\n" +
		"1 heading1 [2]: Findings\n1 paragraph [2.1]: It began again.\n1 heading5: Lessons\n1 heading2: Records\n1 heading3: Dates\n1 paragraph: A loop of styles.\n" +
		"1 bullet1: a bullet\n1 bullet1 [5]: from five\n1 bullet1 [6]: and on\n1 paragraph: Cited.\n1 footnote: A source.\n"
	if got := outline(text); got != want || err != nil {
		t.Errorf("got\n%s%v, want\n%s", got, err, want)
	}
	if got := text.Pages[0].Furniture; len(got) != 1 || got[0] != "The Board" {
		t.Errorf("furniture: got %q", got)
	}
	if text.Properties["title"] != "A review" || text.Properties["author"] != "D.W." {
		t.Errorf("properties: got %v", text.Properties)
	}
}

func TestODT(t *testing.T) {
	body := `<office:automatic-styles><style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style></office:automatic-styles>` +
		`<office:body><office:text><text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>` +
		`<text:table-of-content><text:table-of-content-source><text:p>x</text:p></text:table-of-content-source><text:index-body><text:index-title><text:p>Contents</text:p></text:index-title><text:p>Findings 4</text:p></text:index-body></text:table-of-content>` +
		`<text:h text:outline-level="2">2. Findings</text:h><text:p>No<text:s text:c="3"/>plan<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A source.</text:p></text:note-body></text:note> was<text:soft-page-break/> made.</text:p>` +
		`<text:list><text:list-item><text:p>one</text:p><text:list><text:list-item><text:p>deeper</text:p></text:list-item></text:list></text:list-item></text:list>` +
		`<table:table><table:table-row><table:table-cell><text:p>Mother</text:p></table:table-cell><table:table-cell><text:p>MT</text:p></table:table-cell></table:table-row></table:table>` +
		`<text:p text:style-name="P1">New page</text:p>`
	data := archive(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", odtHead+body+odtTail,
		"styles.xml", `<s xmlns:style="s" xmlns:text="t"><style:header><text:p>The Board</text:p></style:header></s>`,
		"meta.xml", `<m xmlns:dc="d"><dc:title>A review</dc:title></m>`)
	text, err := ReadODT(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	want := "1 heading1: Contents\n1 contents: Findings 4\n1 heading2 [2]: Findings\n1 paragraph: No plan was made.\n2 footnote: A source.\n" +
		"2 bullet1: one\n2 bullet2: deeper\n2 table_row: Mother|MT\n3 paragraph: New page\n"
	if got := outline(text); got != want || err != nil {
		t.Errorf("got\n%s%v, want\n%s", got, err, want)
	}
	if err := text.Validate(); err != nil {
		t.Error(err)
	}
	if text.Properties["title"] != "A review" || len(text.Pages[0].Furniture) != 1 {
		t.Errorf("got %v, %q", text.Properties, text.Pages[0].Furniture)
	}
}

func TestODTText(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"numbers", `<text:list text:style-name="L"><text:list-item><text:p>one</text:p><text:p>goes on</text:p><text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item>` +
			`<text:list-item text:start-value="4"><text:p>four</text:p></text:list-item><text:list-header><text:p>none</text:p></text:list-header></text:list>` +
			`<text:list text:continue-numbering="true" text:style-name="L"><text:list-item><text:list><text:list-item><text:p>more</text:p></text:list-item></text:list></text:list-item></text:list>` +
			`<text:list text:style-name="L"><text:list-item><text:p>anew</text:p></text:list-item></text:list>`,
			"1 bullet1 [1]: one\n1 paragraph: goes on\n1 paragraph [1.1]: inner\n1 bullet1 [4]: four\n1 paragraph: none\n1 paragraph [4.1]: more\n1 bullet1 [1]: anew\n"},
		{"headings", `<text:h text:outline-level="1">Findings</text:h><text:h text:outline-level="2">Records</text:h><text:h text:outline-level="1" text:is-list-header="true">None</text:h>` +
			`<text:p text:style-name="Own">By style</text:p><text:p text:style-name="Bold">In bold</text:p><text:p><text:span text:style-name="B">In bold too</text:span></text:p><text:p text:style-name="Title">The title</text:p>`,
			"1 heading1 [A]: Findings\n1 heading2 [A.1]: Records\n1 heading1: None\n1 heading3: By style\n1 heading5: In bold\n1 heading5: In bold too\n1 heading1: The title\n"},
		{"hidden", `<text:p>a<text:span text:style-name="H">b</text:span><office:annotation><text:p>c</text:p></office:annotation><text:hidden-text>d</text:hidden-text></text:p>` +
			`<text:section text:display="none"><text:p>e</text:p></text:section>`, "1 paragraph: a\n"},
		{"tracked", `<text:p>She was <text:change text:change-id="1"/><text:change-start text:change-id="2"/>often<text:change-end text:change-id="2"/> seen</text:p>`, "1 paragraph: She was often seen\n"},
		{"text box", `<text:p>Around<draw:frame><draw:text-box><text:h text:outline-level="4">Boxed</text:h><text:p>Inside.</text:p></draw:text-box></draw:frame> it<draw:custom-shape><text:p>A shape</text:p></draw:custom-shape></text:p>`,
			"1 paragraph: Around it\n1 heading4: Boxed\n1 paragraph: Inside.\n1 paragraph: A shape\n"},
		{"nested table", `<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p>` +
			`<table:table><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell><table:table-cell><text:p>d</text:p></table:table-cell></table:table-row></table:table></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows></table:table>`,
			"1 table_row: a|b c d\n"},
		{"fields", `<text:p><text:title>A review</text:title>, page <text:page-number>3</text:page-number></text:p>`, "1 paragraph: A review, page 3\n"},
		{"note of two paragraphs", `<text:p>Cited<text:note><text:note-body><text:p>A</text:p><text:p>source.</text:p></text:note-body></text:note>.</text:p>`, "1 paragraph: Cited.\n1 footnote: A source.\n"},
	}
	styles := `<s xmlns:style="s" xmlns:text="t" xmlns:fo="f"><text:outline-style><text:outline-level-style text:level="1" style:num-format="A"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>` +
		`<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>` +
		`<style:style style:name="Deep" style:family="paragraph" style:default-outline-level="3"/><style:style style:name="Own" style:family="paragraph" style:parent-style-name="Deep"/>` +
		`<style:style style:name="Bold" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>` +
		`<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="Title" style:family="paragraph"/></s>`
	for _, tt := range tests {
		data := archive(t, "content.xml", odtHead+`<office:body><office:text>`+tt.body+odtTail, "styles.xml", styles)
		text, err := ReadODT(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
		if got := outline(text); got != tt.want || err != nil {
			t.Errorf("%s: got\n%s%v, want\n%s", tt.name, got, err, tt.want)
		}
	}
}

// TestStruckWords holds that words which are struck through or deleted are left out, and
// that this is said.
func TestStruckWords(t *testing.T) {
	struck := func(property, text string) string {
		return `<w:r><w:rPr><w:` + property + `/></w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
	}
	docx := wordStart + `<w:p>` + run("She was ") + struck("strike", "ne") + struck("strike", "ver ") + struck(`strike w:val="0"`, "often ") +
		`<w:del><w:r><w:delText>here </w:delText></w:r></w:del>` + run("seen") + struck("dstrike", "twice") + `<w:moveFrom>` + run("once") + `</w:moveFrom>` +
		`<w:r><w:endnoteReference w:id="2"/></w:r></w:p>` + `<w:tbl><w:tr><w:tc>` + para("", "a") + `</w:tc><w:tc><w:p>` + struck("strike", "b c") + `</w:p></w:tc></w:tr></w:tbl>` + wordEnd
	notes := `<w:endnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:endnote w:id="2"><w:p>` + run("A ") + struck("strike", "bad ") + run("source.") + `</w:p></w:endnote></w:endnotes>`
	odt := `<office:automatic-styles><style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid"/></style:style>` +
		`<style:style style:name="R" style:family="text" style:parent-style-name="S"/>` +
		`<style:style style:name="N" style:family="text"><style:text-properties style:text-line-through-style="none"/></style:style>` +
		`<style:style style:name="P" style:family="paragraph"><style:text-properties style:text-line-through-style="solid"/></style:style>` +
		`<style:style style:name="Q" style:family="paragraph" style:parent-style-name="P"/></office:automatic-styles><office:body><office:text>` +
		`<text:tracked-changes><text:changed-region><text:deletion><office:change-info><text:p>Why?</text:p></office:change-info><text:p>here </text:p><text:p>and now</text:p></text:deletion></text:changed-region></text:tracked-changes>` +
		`<text:p>She was <text:span text:style-name="S">ne<text:span>ver</text:span></text:span><text:span text:style-name="R"><text:s/>once </text:span>seen<text:change text:change-id="1"/></text:p>` +
		`<text:p text:style-name="Q">Gone <text:span text:style-name="N">Kept</text:span></text:p>`
	tests := []struct {
		name            string
		read            reading
		data            string
		want            string
		struck, deleted int
	}{
		{"docx", ReadDOCX, string(archive(t, "word/document.xml", docx, "word/endnotes.xml", notes)),
			"1 paragraph: She was often seen\n1 footnote: A source.\n1 table_row: a\n", 5, 1},
		{"odt", ReadODT, string(archive(t, "content.xml", odtHead+odt+odtTail)), "1 paragraph: She was seen\n1 paragraph: Kept\n", 3, 3},
		{"rtf", ReadRTF, rtfHead + `She was \strike ne{\b ver} \strike0 often {\deleted here }seen{\striked1 twice}{\striked0 .}{\mvf once}{\footnote A {\strike bad }source.}\par}`,
			"1 paragraph: She was often seen.\n1 footnote: A source.\n", 3, 1},
	}
	for _, tt := range tests {
		text, err := tt.read(strings.NewReader(tt.data), int64(len(tt.data)), corpus.DefaultLimits())
		if got := outline(text); err != nil || got != tt.want {
			t.Errorf("%s: got\n%s%v, want\n%s", tt.name, got, err, tt.want)
		}
		if want := []string{corpus.StruckWords(tt.struck), corpus.DeletedWords(tt.deleted)}; !slices.Equal(text.Warnings, want) {
			t.Errorf("%s: got warnings %q, want %q", tt.name, text.Warnings, want)
		}
	}
}

// TestHiddenWords holds that words which are neither shown nor printed are left out, by
// whatever hides them, that what shows again is read, and that this is said.
func TestHiddenWords(t *testing.T) {
	styles := `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:style w:type="paragraph" w:styleId="Hid"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Based"><w:basedOn w:val="Hid"/></w:style>` +
		`<w:style w:type="character" w:styleId="Away"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
	styled := func(properties, text string) string {
		return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
	}
	box := func(run, drawing, shape string) string {
		return `<w:p>` + `<w:r>` + run + `<w:drawing><wp:docPr` + drawing + `/><w:txbxContent>` + para("", "boxed words") + `</w:txbxContent></w:drawing></w:r>` +
			`<w:r>` + run + `<w:pict><v:shape style="width:1in` + shape + `"><w:txbxContent>` + para("", "older box") + `</w:txbxContent></v:shape></w:pict></w:r></w:p>`
	}
	docx := wordStart + `<w:p>` + run("She was ") + styled("<w:vanish/>", "ne") + styled("<w:vanish/>", "ver ") + styled(`<w:webHidden/>`, "often ") + styled(`<w:rStyle w:val="Away"/>`, "once ") +
		styled(`<w:rStyle w:val="Away"/><w:vanish w:val="0"/>`, "seen") + `<w:r><w:rPr><w:vanish/></w:rPr><w:endnoteReference w:id="2"/></w:r></w:p>` +
		`<w:p><w:pPr><w:pStyle w:val="Based"/></w:pPr>` + run("not here ") + styled(`<w:vanish w:val="0"/>`, "but ") + styled(`<w:rStyle w:val="Away"/>`, "there") + `</w:p>` +
		box("", ` hidden="1"`, ";visibility: hidden") + box("<w:rPr><w:vanish/></w:rPr>", "", "") + wordEnd
	notes := `<w:endnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:endnote w:id="2"><w:p>` + run("A source.") + `</w:p></w:endnote></w:endnotes>`
	hides := func(family, name, base, value string) string {
		return `<style:style style:name="` + name + `" style:family="` + family + `" style:parent-style-name="` + base + `"><style:text-properties text:display="` + value + `"/></style:style>`
	}
	odt := `<office:automatic-styles>` + hides("text", "H", "", "none") + hides("text", "I", "H", "") + hides("text", "S", "H", "true") + hides("paragraph", "P", "", "none") + hides("paragraph", "Q", "P", "") +
		`<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=")"/></text:list-style></office:automatic-styles><office:body><office:text>` +
		`<text:p>She was <text:span text:style-name="I">ne<text:s/>ver <text:note><text:note-body><text:p>a note</text:p></text:note-body></text:note></text:span><text:span text:style-name="S">often</text:span> seen</text:p>` +
		`<text:p text:style-name="Q">not here <text:span text:style-name="S">but there</text:span></text:p>` +
		`<text:section text:display="none"><text:p>gone away</text:p><table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell></table:table-row></table:table></text:section>` +
		`<text:section text:display="condition" text:condition="ooow:x" text:is-hidden="true"><text:p>withheld</text:p></text:section>` +
		`<text:section text:display="condition" text:condition="ooow:TRUE"><text:p>withheld</text:p></text:section>` +
		`<text:section text:display="condition" text:condition="ooow:FALSE"><text:p>told</text:p></text:section>` +
		`<text:section text:display="condition" text:condition="ooow:x == 1"><text:p>told perhaps</text:p></text:section>` +
		`<text:p>whole paragraph<text:hidden-paragraph text:condition="ooow:TRUE" text:is-hidden="true"/></text:p><text:p>kept<text:hidden-paragraph text:condition="ooow:FALSE"/>` +
		` <text:hidden-text text:string-value="secret" text:is-hidden="true">secret</text:hidden-text><text:hidden-text text:string-value="here"/></text:p>` +
		`<text:list text:style-name="L"><text:list-item><text:p text:style-name="Q">no item</text:p></text:list-item><text:list-item><text:p>an item</text:p></text:list-item></text:list>`
	tests := []struct {
		name  string
		read  reading
		data  string
		want  string
		words int
	}{
		{"docx", ReadDOCX, string(archive(t, "word/document.xml", docx, "word/endnotes.xml", notes, "word/styles.xml", styles)),
			"1 paragraph: She was often seen\n1 paragraph: but there\n", 14},
		{"odt", ReadODT, string(archive(t, "content.xml", odtHead+odt+odtTail)),
			"1 paragraph: She was often seen\n1 paragraph: but there\n1 paragraph: told\n1 paragraph: told perhaps\n1 paragraph: kept here\n1 bullet1 [1]: an item\n", 16},
		{"rtf", ReadRTF, rtfHead + `{\stylesheet{\s1\v Hid;}{\s2\sbasedon1 Based;}{\*\cs3\v Away;}}She was {\v ne}{\v ver }often {\cs3 once }{\cs3\v0 seen}\par\pard\plain\s2 not here {\v0 but }{\cs3 there}\par}`,
			"1 paragraph: She was often seen\n1 paragraph: but there\n", 4},
	}
	for _, tt := range tests {
		text, err := tt.read(strings.NewReader(tt.data), int64(len(tt.data)), corpus.DefaultLimits())
		if got := outline(text); err != nil || got != tt.want {
			t.Errorf("%s: got\n%s%v, want\n%s", tt.name, got, err, tt.want)
		}
		want := []string{corpus.HiddenWords(tt.words)}
		if tt.name == "odt" {
			want = append(want, "sections that a condition may hide were read, whether it does or not: 1")
		}
		if !slices.Equal(text.Warnings, want) {
			t.Errorf("%s: got warnings %q, want %q", tt.name, text.Warnings, want)
		}
	}
}

// TestWhiteWords holds that words of DOCX in white are left out as hidden where nothing may
// be behind them but white paper, and nowhere else.
func TestWhiteWords(t *testing.T) {
	styles := `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:style w:type="paragraph" w:styleId="White"><w:rPr><w:color w:val="ffffff"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Band"><w:basedOn w:val="White"/><w:pPr><w:shd w:fill="203040"/></w:pPr></w:style>` +
		`<w:style w:type="character" w:styleId="Pale"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="Shadowed"><w:basedOn w:val="Pale"/><w:rPr><w:shadow/></w:rPr></w:style></w:styles>`
	white := func(more string) string {
		return `<w:r><w:rPr><w:color w:val="FFFFFF"/>` + more + `</w:rPr><w:t xml:space="preserve">Ann </w:t></w:r>`
	}
	line := func(properties, runs string) string {
		return `<w:p><w:pPr>` + properties + `</w:pPr>` + run("Seen ") + runs + `</w:p>`
	}
	for _, tt := range []struct {
		name, body, header string
		stays              bool
	}{
		{"on paper", line("", white("")), "", false},
		{"by a style of characters", line("", `<w:r><w:rPr><w:rStyle w:val="Pale"/></w:rPr><w:t>Ann</w:t></w:r>`), "", false},
		{"by a style of paragraphs", `<w:p><w:pPr><w:pStyle w:val="White"/></w:pPr>` + run("Ann") + `<w:r><w:rPr><w:color w:val="auto"/></w:rPr><w:t>Seen</w:t></w:r></w:p>`, "", false},
		{"on a highlight", line("", white(`<w:highlight w:val="black"/>`)), "", true},
		{"on shading", line("", white(`<w:shd w:fill="000000"/>`)), "", true},
		{"with an outline", line("", white(`<w14:textOutline w14:w="9525"/>`)), "", true},
		{"with a shadow by a style", line("", `<w:r><w:rPr><w:rStyle w:val="Shadowed"/></w:rPr><w:t>Ann</w:t></w:r>`), "", true},
		{"on a shaded paragraph", line(`<w:shd w:fill="000000"/>`, white("")), "", true},
		{"on a paragraph shaded by its style", line(`<w:pStyle w:val="Band"/>`, white("")), "", true},
		{"in a table", `<w:tbl><w:tr><w:tc>` + line("", white("")) + `</w:tc><w:tc>` + line("", "") + `</w:tc></w:tr></w:tbl>`, "", true},
		{"in a box", `<w:p><w:r><w:drawing><w:txbxContent>` + line("", white("")) + `</w:txbxContent></w:drawing></w:r></w:p>`, "", true},
		{"before what is drawn behind text", line("", `<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>`+white("")), "", true},
		{"before a box of VML behind text", line("", `<w:r><w:pict><v:rect style="width:9pt; z-index: -1"/></w:pict></w:r>`+white("")), "", true},
		{"where a header draws", line("", white("")), `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:pict/></w:r></w:p></w:hdr>`, true},
	} {
		text, err := readDOCX(t, "word/document.xml", wordStart+tt.body+wordEnd, "word/styles.xml", styles, "word/header1.xml", tt.header)
		told := slices.Equal(text.Warnings, []string{corpus.HiddenWords(1)})
		if err != nil || !strings.Contains(text.Body, "Seen") || strings.Contains(text.Body, "Ann") != tt.stays || told == tt.stays {
			t.Errorf("%s: got %q, %q, %v", tt.name, text.Body, text.Warnings, err)
		}
	}
}

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

// TestRTFStruckByStyle holds that words which a style of their paragraph or of themselves
// strikes are left out, as LibreOffice shows them, unless they say that they are not.
func TestRTFStruckByStyle(t *testing.T) {
	data := rtfHead + `{\stylesheet{\s1\strike Struck;}{\s2\sbasedon1 Based;}{\*\cs3\strike Cut;}{\*\cs4\sbasedon3 CutBased;}}` +
		`She {\cs3 never }{\cs4 ever }{\cs3\strike0 was} seen\par\pard\plain\s2 gone {\strike0 kept }{\cs3 shown}\par\pard\plain\s1\strike gone\par}`
	text, err := ReadRTF(strings.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	if got, want := outline(text), "1 paragraph: She was seen\n1 paragraph: kept shown\n"; err != nil || got != want {
		t.Errorf("got\n%s%v, want\n%s", got, err, want)
	}
	if want := []string{corpus.StruckWords(4)}; !slices.Equal(text.Warnings, want) {
		t.Errorf("got warnings %q, want %q", text.Warnings, want)
	}
}

// TestLeftOutIsTold holds that comments are counted, and pictures so large that they may
// show text.
func TestLeftOutIsTold(t *testing.T) {
	picture := func(width, height int) string {
		return fmt.Sprintf(`<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="%d" cy="%d"/>`+
			`<a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></wp:inline></w:drawing></w:r></w:p>`, width*360000, height*360000)
	}
	comment := `<w:r><w:commentReference w:id="1"/></w:r>`
	frame := func(size string) string {
		return `<text:p><draw:frame svg:width="` + size + `" svg:height="` + size + `"><draw:image/></draw:frame></text:p>`
	}
	docx := func(body string) string {
		return string(archive(t, "word/document.xml", wordStart+body+wordEnd))
	}
	odt := func(body string) string {
		return string(archive(t, "content.xml", odtHead+`<office:body><office:text>`+body+odtTail))
	}
	tests := []struct {
		name string
		read func(io.ReaderAt, int64, corpus.Limits) (corpus.Text, error)
		data string
		want []string
		lost bool // all that it shows
	}{
		{"docx comments", ReadDOCX, docx(`<w:p>` + run("Seen") + comment + comment + `</w:p>`), []string{corpus.Comments(2)}, false},
		{"docx pictures", ReadDOCX, docx(para("", "Seen") + picture(16, 24) + picture(4, 3)), []string{corpus.LargePictures(1)}, false},
		{"docx of pictures", ReadDOCX, docx(picture(16, 24) + picture(16, 24)), []string{corpus.LargePictures(2)}, true},
		{"docx of a logo", ReadDOCX, docx(picture(4, 3)), nil, false},
		{"docx of an object", ReadDOCX, docx(para("", "Seen") + `<w:p><w:r><w:object><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:468pt;height:300pt"><v:imagedata/></v:shape></w:object></w:r></w:p>`), []string{corpus.LargePictures(1)}, false},
		{"rtf pictures", ReadRTF, rtfHead + `Seen{\*\shppict{\pict{\*\picprop}\picwgoal8000\pichgoal6000 0a0b}}{\nonshppict{\pict\picwgoal8000\pichgoal6000 0a0b}}` +
			`{\pict\picscalex20\picscaley20\picwgoal8000\pichgoal6000 0a0b}{\object{\*\objdata 00}{\result{\pict\picwgoal8000\pichgoal6000 0a}}}` +
			`{\shp{\*\shpinst{\sp{\sn pib}{\sv{\pict\picwgoal8000\pichgoal6000 0a}}}}{\shprslt{\pict\picwgoal8000\pichgoal6000 0a}}}\par}`, []string{corpus.LargePictures(3)}, false},
		{"odt comments", ReadODT, odt(`<text:p>Seen<office:annotation><text:p>Why?</text:p></office:annotation></text:p>`), []string{corpus.Comments(1)}, false},
		{"odt pictures", ReadODT, odt(`<text:p>Seen</text:p>` + frame("16cm") + frame("3in")), []string{corpus.LargePictures(1)}, false},
		{"odt of pictures", ReadODT, odt(frame("6.5in")), []string{corpus.LargePictures(1)}, true},
		{"rtf comments", ReadRTF, rtfHead + `Seen{\*\atnid KT}{\*\annotation Why?}\par}`, []string{corpus.Comments(1)}, false},
	}
	for _, tt := range tests {
		text, err := tt.read(strings.NewReader(tt.data), int64(len(tt.data)), corpus.DefaultLimits())
		if err != nil || !slices.Equal(text.Warnings, tt.want) {
			t.Errorf("%s: got warnings %q, %v, want %q", tt.name, text.Warnings, err, tt.want)
		}
		if got := len(text.Pages) > 0 && text.Pages[0].State == corpus.PageFailed; got != tt.lost {
			t.Errorf("%s: its page is failed: %v, want %v", tt.name, got, tt.lost)
		}
	}
}

// TestWordsStruckByStyle holds that words which are struck through by the style of their
// paragraph or of themselves are left out, unless they themselves say that they are not.
func TestWordsStruckByStyle(t *testing.T) {
	styles := `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:style w:type="paragraph" w:styleId="Gone"><w:rPr><w:strike/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Based"><w:basedOn w:val="Gone"/></w:style>` +
		`<w:style w:type="character" w:styleId="Cut"><w:rPr><w:dstrike/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="Struck"><w:rPr><w:strike/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="Kept"><w:rPr><w:strike w:val="0"/></w:rPr></w:style></w:styles>`
	styled := func(properties, text string) string {
		return `<w:r><w:rPr>` + properties + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
	}
	document := wordStart + `<w:p>` + run("She was ") + styled(`<w:rStyle w:val="Cut"/>`, "never ") + run("seen") + `</w:p>` +
		`<w:p><w:pPr><w:pStyle w:val="Based"/></w:pPr>` + run("not here ") + styled(`<w:rStyle w:val="Kept"/>`, "but ") + styled(`<w:rStyle w:val="Struck"/>`, "seen ") +
		styled(`<w:strike w:val="0"/><w:dstrike w:val="0"/>`, "here ") + styled(`<w:strike w:val="0"/><w:dstrike/>`, "now") + `</w:p>` + wordEnd
	data := string(archive(t, "word/document.xml", document, "word/styles.xml", styles))
	text, err := ReadDOCX(strings.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	if got, want := outline(text), "1 paragraph: She was seen\n1 paragraph: but seen here\n"; err != nil || got != want {
		t.Errorf("got\n%s%v, want\n%s", got, err, want)
	}
	if want := []string{corpus.StruckWords(4)}; !slices.Equal(text.Warnings, want) {
		t.Errorf("got warnings %q, want %q", text.Warnings, want)
	}
}

func TestRefusals(t *testing.T) {
	deep := strings.Repeat("<a>", 200) + strings.Repeat("</a>", 200)
	tests := []struct{ name, part, content, want string }{
		{"no text", "word/other.xml", "", "it has the form of a Word document and no text part: ask for a new copy"},
		{"document type", "word/document.xml", `<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>`,
			"it declares a document type of its own, which no word processor does: it is not read"},
		{"deep", "word/document.xml", wordStart + deep + wordEnd, "its elements are nested too deeply: save it anew as PDF"},
		{"not XML", "word/document.xml", "<<<", "its part word/document.xml is damaged: open it, let the program repair it, and save it anew"},
		{"bomb", "word/document.xml", wordStart + para("", strings.Repeat("a", 40<<20)) + wordEnd,
			"its part word/document.xml inflates to more than"},
	}
	for _, tt := range tests {
		_, err := readDOCX(t, tt.part, tt.content)
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want %s", tt.name, err, tt.want)
		}
	}
}

func TestBrokenOffKeepsTheBeginning(t *testing.T) {
	text, err := readDOCX(t, "word/document.xml", wordStart+para("", "Kept.")+"<w:p><w:r><w:t>Lost")
	if err != nil || text.Body != "Kept.\nLost\n" || text.Pages[0].State != corpus.PageFailed {
		t.Errorf("got %q, %+v, %v", text.Body, text.Pages, err)
	}
}

func FuzzDOCX(f *testing.F) {
	f.Add([]byte(wordStart+para("U1", "Findings")+wordEnd), []byte(`<w:styles/>`))
	f.Add([]byte(wordStart+`<w:tbl><w:tr><w:tc><w:p><w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl>`), []byte(``))
	f.Fuzz(func(t *testing.T, document, styles []byte) {
		fuzzRead(t, ReadDOCX, archive(t, "word/document.xml", string(document), "word/styles.xml", string(styles),
			"word/numbering.xml", string(styles), "word/footnotes.xml", string(document)))
	})
}

func FuzzODT(f *testing.F) {
	f.Add([]byte(odtHead + `<text:p>a<text:soft-page-break/></text:p>` + odtTail))
	f.Fuzz(func(t *testing.T, content []byte) {
		fuzzRead(t, ReadODT, archive(t, "content.xml", string(content), "styles.xml", string(content)))
	})
}

func FuzzContainer(f *testing.F) {
	f.Add(archive(f, "word/document.xml", wordStart+para("", "a")+wordEnd, "content.xml", odtHead+`<text:p>a</text:p>`+odtTail))
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzRead(t, ReadDOCX, data)
		fuzzRead(t, ReadODT, data)
	})
}

type reading func(r io.ReaderAt, size int64, limits corpus.Limits) (corpus.Text, error)

// fuzzRead asserts that whatever comes is a sound text within its limits, or an
// error that is the file's fault.
func fuzzRead(t *testing.T, read reading, data []byte) {
	t.Helper()
	limits := corpus.DefaultLimits()
	limits.TextBytes, limits.Pages, limits.TotalBytes = 500, 5, 1<<20
	text, err := read(bytes.NewReader(data), int64(len(data)), limits)
	var fault *corpus.InputError
	if err != nil && !errors.As(err, &fault) {
		t.Errorf("got the error %v", err)
	}
	if err := text.Validate(); err != nil {
		t.Error(err)
	}
	if len(text.Body) > limits.TextBytes || len(text.Pages) > limits.Pages {
		t.Errorf("%d bytes on %d pages", len(text.Body), len(text.Pages))
	}
}

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
	rendered := `<w:p><w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r></w:p>`
	text, err = readDOCX(t, "word/document.xml", wordStart+para("C", "One")+para("D", "Still one")+rendered+wordEnd, "word/styles.xml", styles)
	if got, want := outline(text), "1 paragraph: One\n1 paragraph: Still one\n2 paragraph: Two\n"; got != want || err != nil {
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
