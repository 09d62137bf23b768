package office

import (
	"strings"
	"testing"
)

func TestDOCXText(t *testing.T) {
	tests := []struct{ name, body, want string }{
		{"runs", `<w:p><w:r><w:t>No one </w:t></w:r><w:hyperlink><w:r><w:t>asked</w:t><w:tab/><w:t>him</w:t></w:r></w:hyperlink></w:p>`,
			"1 paragraph: No one asked him\n"},
		{"tracked", `<w:p><w:r><w:t>She was </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>often </w:t></w:r></w:ins>` +
			`<w:moveFrom><w:r><w:t>once </w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>seen</w:t></w:r></w:moveTo></w:p>`,
			"1 paragraph: She was often seen\n"},
		{"a hyphen that parts no lines", `<w:p><w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>attendance</w:t></w:r></w:p>`, "1 paragraph: non-attendance\n"},
		{"rows in a content control", `<w:tbl><w:tblGrid/><w:sdt><w:sdtContent><w:tr><w:tc>` + para("", "Mother") + `</w:tc><w:tc>` + para("", "MT") + `</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>`,
			"1 table_row: Mother|MT\n"},
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
		{"own breaks before empty paragraphs", para("", "One") + `<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p/>` + para("", "Two") + section("nextPage") + `<w:p/>` + para("", "Three") +
			`<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>` + para("", "Four") + `<w:p><w:r><w:br w:type="page"/><w:lastRenderedPageBreak/><w:t>Five</w:t></w:r></w:p>` +
			`<w:tbl><w:tr><w:tc><w:p><w:r><w:br w:type="page"/><w:t>In a cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>` + para("", "Same page") + `<w:sectPr/>`,
			"1 paragraph: One\n2 paragraph: Two\n3 paragraph: Three\n4 paragraph: Four\n5 paragraph: Five\n5 paragraph: In a cell\n5 paragraph: Same page\n"},
		{"nothing before the first page", `<w:p><w:pPr><w:pageBreakBefore/></w:pPr>` + run("One") + `</w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Two</w:t></w:r></w:p>`, "1 paragraph: One\n2 paragraph: Two\n"},
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
		{"symbols", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t xml:space="preserve"> Seen </w:t><w:sym w:font="Wingdings" w:char="A8"/><w:t xml:space="preserve"> heard </w:t>` +
			`<w:sym w:font="Wingdings 2" w:char="F050"/><w:sym w:font="Symbol" w:char="F0FFFFFFFF"/><w:sym w:font="Webdings" w:char="F041"/><w:t xml:space="preserve"> ` + "\uf0e0" + ` told de</w:t><w:softHyphen/><w:t>cided</w:t></w:r></w:p>`,
			"1 paragraph: ☑ Seen ◻ heard ✓ → told decided\n"},
		{"typed in a font of symbols", `<w:p><w:r><w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t xml:space="preserve">ü ` + "\uf0fe" + `</w:t></w:r>` + run(" seen ") +
			`<w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>P</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="Arial"/></w:rPr><w:t xml:space="preserve"> heard ü</w:t></w:r></w:p>`,
			"1 paragraph: ✓ ☑ seen ✓ heard ü\n"},
		{"large first letter", `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>` + run("N") + `</w:p>` + para("", "obody asked.") + `<w:p><w:pPr><w:framePr w:w="9"/></w:pPr>` + run("Framed") + `</w:p>`,
			"1 paragraph: Nobody asked.\n1 paragraph: Framed\n"},
		{"raised by a style", `<w:p>` + run("Asked") + `<w:r><w:rPr><w:rStyle w:val="NoteMark"/></w:rPr><w:t>3</w:t></w:r>` + run(" in 2") + `<w:r><w:rPr><w:rStyle w:val="NoteMark"/><w:vertAlign w:val="baseline"/></w:rPr><w:t>4</w:t></w:r></w:p>`,
			"1 paragraph: Asked³ in 24\n"},
		{"raised numbers", `<w:p>` + run("Asked") + `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>12,3</w:t></w:r>` + run(" on the 1") + `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>st</w:t></w:r></w:p>`,
			"1 paragraph: Asked¹²,³ on the 1st\n"},
		{"not bold, on a bold style", para("Light", "The family") + para("Same", "The school"), "1 paragraph: The family\n1 heading5: The school\n"},
		{"control", `<w:sdt><w:sdtContent>` + para("", "Inside") + `</w:sdtContent></w:sdt>`, "1 paragraph: Inside\n"},
	}
	const styles = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:style w:type="character" w:styleId="Mark"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Bold"><w:rPr><w:b/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Light"><w:basedOn w:val="Bold"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Same"><w:basedOn w:val="Bold"/></w:style>` +
		`<w:style w:type="character" w:styleId="NoteMark"><w:basedOn w:val="Mark"/></w:style></w:styles>`
	for _, tt := range tests {
		text, err := readDOCX(t, "word/document.xml", wordStart+tt.body+wordEnd, "word/styles.xml", styles)
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
		<w:style w:type="character" w:styleId="S"><w:rPr><w:b/></w:rPr></w:style>
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
		para("", "A source.") + `<w:tbl><w:tr><w:tc>` + para("", "With a table.") + `</w:tc></w:tr></w:tbl></w:footnote></w:footnotes>`
	body += para("U2", strings.Repeat("Nobody asked him why. ", 7)) + `<w:p><w:r><w:rPr><w:rStyle w:val="S"/></w:rPr><w:t>Health</w:t></w:r></w:p>`
	text, err := readDOCX(t, "word/document.xml", wordStart+body+wordEnd, "word/styles.xml", styles, "word/numbering.xml", lists,
		"word/footnotes.xml", notes, "word/header1.xml", `<w:hdr`+ns+`>`+para("", "The Board")+`</w:hdr>`,
		"docProps/core.xml", `<c xmlns:dc="x"><dc:title>A review</dc:title><dc:creator>D.W.</dc:creator></c>`)
	want := "1 contents: Findings 4\n1 heading1 [1]: Introduction\n1 paragraph [1.1]: Nobody asked.\n1 paragraph [1.2]: Nobody saw.\n" +
		"1 heading1 [2]: Findings\n1 paragraph [2.1]: It began again.\n1 heading5: Lessons\n1 heading2: Records\n1 heading3: Dates\n1 paragraph: A loop of styles.\n" +
		"1 bullet1: a bullet\n1 bullet1 [5]: from five\n1 bullet1 [6]: and on\n1 paragraph: Cited.\n1 footnote: A source. With a table.\n" +
		"1 paragraph: " + strings.TrimSpace(strings.Repeat("Nobody asked him why. ", 7)) + "\n1 heading5: Health\n"
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
