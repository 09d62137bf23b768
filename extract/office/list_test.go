package office

import (
	"bytes"
	"strconv"
	"testing"

	"thematic/corpus"
)

// TestListsInCells holds that the items of lists in cells have the numbers and bullets that
// the page shows, and that a first cell which counts the rows numbers them.
func TestListsInCells(t *testing.T) {
	lists := `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="7">` +
		`<w:lvl w:ilvl="0"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="x"/></w:lvl></w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num></w:numbering>`
	item := func(id, text string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="` + id + `"/></w:numPr></w:pPr>` + run(text) + `</w:p>`
	}
	row := func(first, second string) string {
		return `<w:tr><w:tc>` + first + `</w:tc><w:tc>` + second + `</w:tc></w:tr>`
	}
	text, err := readDOCX(t, "word/document.xml", wordStart+`<w:tbl>`+row(item("1", ""), para("", "Seen once."))+row(item("1", "Health"), item("2", "No date.")+item("2", ""))+
		row(item("1", "Board")+para("", "School"), item("1", "It was late.")+item("1", "It was short."))+`</w:tbl>`+wordEnd, "word/numbering.xml", lists)
	want := "1 table_row [a]: |Seen once.\n1 table_row [b]: Health|• No date.\n1 table_row: (c) Board School|(d) It was late. (e) It was short.\n"
	if got := outline(text); got != want || err != nil {
		t.Errorf("got\n%s%v, want\n%s", got, err, want)
	}
}

// TestListNumbers holds that items of Word lists have the numbers that the page shows.
func TestListNumbers(t *testing.T) {
	const ns = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	level := func(i, format, text, more string) string {
		return `<w:lvl w:ilvl="` + i + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/>` + more + `<w:lvlText w:val="` + text + `"/></w:lvl>`
	}
	numbering := `<w:numbering` + ns + `><w:abstractNum w:abstractNumId="1">` + level("0", "decimal", "%1", "") + level("1", "decimal", "%1.%2", `<w:pStyle w:val="Numbered"/>`) +
		level("2", "lowerLetter", "(%3)", "") + level("3", "lowerRoman", "(%4)", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="2">` + level("0", "upperRoman", "%1", "") + level("1", "decimal", "%2.", `<w:lvlRestart w:val="0"/>`) + level("2", "decimal", "%1.%2.%3", `<w:isLgl/>`) + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="3"><w:numStyleLink w:val="Linked"/></w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="4"><w:styleLink w:val="Linked"/>` + level("0", "decimal", "%1)", "") + `</w:abstractNum>` +
		`<w:abstractNum w:abstractNumId="5">` + level("0", "decimalZero", "Finding %1:", "") + `</w:abstractNum>` +
		`<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>` +
		`<w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>` +
		`<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="107"/></w:lvlOverride></w:num></w:numbering>`
	styles := `<w:styles` + ns + `><w:style w:type="paragraph" w:styleId="Numbered"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Based"><w:basedOn w:val="Numbered"/></w:style></w:styles>`
	item := func(style, list, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + list + `</w:pPr>` + run(text) + `</w:p>`
	}
	at := func(id, level string) string {
		if id != "" {
			id = `<w:numId w:val="` + id + `"/>`
		}
		return `<w:numPr><w:ilvl w:val="` + level + `"/>` + id + `</w:numPr>`
	}
	for _, tt := range []struct{ name, body, want string }{
		{"levels and styles", item("", at("1", "0"), "One.") + item("Numbered", "", "By style.") + item("Numbered", at("", "2"), "A letter.") + item("Numbered", at("", "3"), "Deeper.") +
			item("Based", "", "By its base.") + item("Based", at("0", "0"), "In no list."),
			"1 bullet1 [1]: One.\n1 paragraph [1.1]: By style.\n1 bullet3 [a]: A letter.\n1 bullet4 [i]: Deeper.\n1 paragraph [1.2]: By its base.\n1 paragraph: In no list.\n"},
		{"begun anew within", item("", at("1", "0"), "One.") + item("", at("1", "0"), "Two.") + item("", at("7", "1"), "Begins.") + item("", at("7", "1"), "Goes on.") + item("Numbered", "", "Of the first list."),
			"1 bullet1 [1]: One.\n1 bullet1 [2]: Two.\n1 paragraph [2.107]: Begins.\n1 paragraph [2.108]: Goes on.\n1 paragraph [2.109]: Of the first list.\n"},
		{"paragraphs through all parts", item("", at("2", "0"), "First.") + item("", at("2", "1"), "a") + item("", at("2", "1"), "b") + item("", at("2", "0"), "Second.") + item("", at("2", "1"), "c") + item("", at("2", "2"), "d"),
			"1 bullet1 [I]: First.\n1 bullet2 [1]: a\n1 bullet2 [2]: b\n1 bullet1 [II]: Second.\n1 bullet2 [3]: c\n1 paragraph [2.3.1]: d\n"},
		{"by a style of lists", item("", at("3", "0"), "One.") + item("", at("3", "0"), "Two."), "1 bullet1 [1]: One.\n1 bullet1 [2]: Two.\n"},
		{"words of labels", item("", at("5", "0"), "Nobody asked.") + item("", at("5", "0"), "Nobody saw."), "1 paragraph: Finding 01: Nobody asked.\n1 paragraph: Finding 02: Nobody saw.\n"},
	} {
		text, err := readDOCX(t, "word/document.xml", wordStart+tt.body+wordEnd, "word/numbering.xml", numbering, "word/styles.xml", styles)
		if got := outline(text); got != tt.want || err != nil {
			t.Errorf("%s: got\n%s%v, want\n%s", tt.name, got, err, tt.want)
		}
	}
	data := archive(t, "content.xml", odtHead+`<office:automatic-styles><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="Finding " style:num-suffix=":"/></text:list-style></office:automatic-styles>`+
		`<office:body><office:text><text:list text:style-name="L"><text:list-item><text:p>Nobody asked.</text:p></text:list-item></text:list>`+odtTail)
	text, err := ReadODT(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	if got, want := outline(text), "1 paragraph: Finding 1: Nobody asked.\n"; got != want || err != nil {
		t.Errorf("odt: got\n%s%v, want\n%s", got, err, want)
	}
}

// TestStylesOfParts holds that a style of quotations makes no headings, in whatever letters,
// and that each of the styles of list items that Word has for depths stands at its own, with
// the definition of its own that each has.
func TestStylesOfParts(t *testing.T) {
	const ns = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	numbering, styles := `<w:numbering`+ns+`>`, `<w:styles`+ns+`><w:style w:type="paragraph" w:styleId="Said"><w:name w:val="Intense Quote"/><w:rPr><w:b/></w:rPr></w:style>`+
		`<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Said"/></w:style>`
	for i, name := range []string{"List Bullet", "List Bullet 2", "List Number", "List Number 3"} {
		id, format := strconv.Itoa(i+1), [...]string{"bullet", "decimal"}[i/2]
		numbering += `<w:abstractNum w:abstractNumId="` + id + `"><w:lvl w:ilvl="0"><w:numFmt w:val="` + format + `"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="` + id + `"><w:abstractNumId w:val="` + id + `"/></w:num>`
		styles += `<w:style w:type="paragraph" w:styleId="L` + id + `"><w:name w:val="` + name + `"/><w:pPr><w:numPr><w:numId w:val="` + id + `"/></w:numPr></w:pPr></w:style>`
	}
	body := para("Said", "Nobody asked me") + para("Child", "Nobody heard me") + para("L1", "Health") + para("L2", "The nurse") + para("L3", "Seen") + para("L4", "Alone") + para("L4", "Heard") + para("L3", "Told")
	text, err := readDOCX(t, "word/document.xml", wordStart+body+wordEnd, "word/numbering.xml", numbering+`</w:numbering>`, "word/styles.xml", styles+`</w:styles>`)
	want := "1 paragraph: Nobody asked me\n1 paragraph: Nobody heard me\n1 bullet1: Health\n1 bullet2: The nurse\n1 bullet1 [1]: Seen\n1 bullet3 [1]: Alone\n1 bullet3 [2]: Heard\n1 bullet1 [2]: Told\n"
	if got := outline(text); got != want || err != nil {
		t.Errorf("got\n%s%v, want\n%s", got, err, want)
	}
	data := archive(t, "content.xml", odtHead+`<office:automatic-styles><style:style style:name="Intense_20_Quote" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>`+
		`<style:style style:name="List_20_Bullet_20_2" style:family="paragraph"/></office:automatic-styles><office:body><office:text><text:p text:style-name="Intense_20_Quote">Nobody asked me</text:p>`+
		`<text:list><text:list-item><text:p text:style-name="List_20_Bullet_20_2">The nurse</text:p></text:list-item></text:list>`+odtTail)
	text, err = ReadODT(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	if got, want := outline(text), "1 paragraph: Nobody asked me\n1 bullet2: The nurse\n"; got != want || err != nil {
		t.Errorf("odt: got\n%s%v, want\n%s", got, err, want)
	}
}

// TestHasWord holds that numerals and letters of lists are no words.
func TestHasWord(t *testing.T) {
	for label, want := range map[string]bool{"Recommendation 4": true, "Part II": true, "4.12": false, "xviii": false, "aaaa": false, "§ 3": false, "": false} {
		if got := hasWord(label); got != want {
			t.Errorf("%q: got %v", label, got)
		}
	}
}
