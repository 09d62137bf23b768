package office

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestWhiteWords holds that words of DOCX in white are left out as hidden where nothing may
// be behind them but white paper, and nowhere else.
func TestWhiteWords(t *testing.T) {
	styles := `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
		`<w:style w:type="paragraph" w:styleId="White"><w:rPr><w:color w:val="ffffff"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Band"><w:basedOn w:val="White"/><w:pPr><w:shd w:fill="203040"/></w:pPr></w:style>` +
		`<w:style w:type="character" w:styleId="Pale"><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:style>` +
		`<w:style w:type="character" w:styleId="Shadowed"><w:basedOn w:val="Pale"/><w:rPr><w:shadow/></w:rPr></w:style>` +
		`<w:style w:type="table" w:styleId="Grid"><w:tblPr><w:tblBorders/></w:tblPr></w:style>` +
		`<w:style w:type="table" w:styleId="Banded"><w:basedOn w:val="Grid"/><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:fill="203040"/></w:tcPr></w:tblStylePr></w:style></w:styles>`
	white := func(more string) string {
		return `<w:r><w:rPr><w:color w:val="FFFFFF"/>` + more + `</w:rPr><w:t xml:space="preserve">Ann </w:t></w:r>`
	}
	line := func(properties, runs string) string {
		return `<w:p><w:pPr>` + properties + `</w:pPr>` + run("Seen ") + runs + `</w:p>`
	}
	table := func(properties, row, cell string) string {
		return `<w:tbl><w:tblPr>` + properties + `</w:tblPr><w:tr>` + row + `<w:tc><w:tcPr>` + cell + `</w:tcPr>` + line("", white("")) + `</w:tc><w:tc>` + line("", "") + `</w:tc></w:tr></w:tbl>`
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
		{"on a shade of white", line(`<w:shd w:val="clear" w:fill="auto"/>`, white("")), "", false},
		{"in a table", table("", "", ""), "", false},
		{"in a table with lines", table(`<w:tblStyle w:val="Grid"/>`, "", `<w:shd w:val="clear" w:fill="FFFFFF"/>`), "", false},
		{"in a table with a coloured heading", table(`<w:tblStyle w:val="Banded"/>`, "", ""), "", true},
		{"in a table of a style that is not known", table(`<w:tblStyle w:val="Gone"/>`, "", ""), "", true},
		{"in a coloured table", table(`<w:shd w:fill="203040"/>`, "", ""), "", true},
		{"in a coloured row", table("", `<w:tblPrEx><w:shd w:fill="203040"/></w:tblPrEx>`, ""), "", true},
		{"in a coloured cell", table("", "", `<w:shd w:val="clear" w:fill="FFFFFF" w:themeFill="accent1"/>`), "", true},
		{"in a table in a coloured cell", strings.Replace(table("", "", `<w:shd w:fill="203040"/>`), `<w:p>`, table("", "", "")+`<w:p>`, 1), "", true},
		{"behind a coloured cell", strings.Replace(table("", "", ""), `<w:tc>`, `<w:tc><w:tcPr><w:shd w:fill="203040"/></w:tcPr></w:tc><w:tc>`, 1), "", false},
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

// TestWhiteWordsAroundTheText holds that white words of notes count as hidden, and that those
// of a header, which often stand on a band of colour, are kept among its lines.
func TestWhiteWordsAroundTheText(t *testing.T) {
	const ns = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	white := `<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>Ann</w:t></w:r></w:p>`
	text, err := readDOCX(t, "word/document.xml", wordStart+`<w:p>`+run("Seen")+`<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`+wordEnd,
		"word/footnotes.xml", `<w:footnotes`+ns+`><w:footnote w:id="2">`+white+`</w:footnote></w:footnotes>`, "word/header1.xml", `<w:hdr`+ns+`>`+white+`</w:hdr>`)
	if err != nil || text.Body != "Seen\n" || !slices.Equal(text.Warnings, []string{corpus.HiddenWords(1)}) || !slices.Equal(text.Pages[0].Furniture, []string{"Ann"}) {
		t.Errorf("got %q, %q, %v, %v", text.Body, text.Warnings, text.Pages, err)
	}
}

// TestWhiteWordsOfODT holds the same of ODT.
func TestWhiteWordsOfODT(t *testing.T) {
	style := func(family, name, more, text string) string {
		return fmt.Sprintf(`<style:style style:name="%s" style:family="%s" %s<style:text-properties %s/></style:style>`, name, family, more, text)
	}
	const white = `fo:color="#ffffff"`
	styles := `<office:automatic-styles>` + style("text", "White", ">", white) + style("text", "Marked", ">", white+` fo:background-color="#000000"`) +
		style("text", "Shadowed", ">", white+` fo:text-shadow="1pt 1pt"`) + style("text", "Auto", ">", white+` style:use-window-font-color="true"`) + style("text", "Black", ">", `fo:color="#000000"`) +
		style("paragraph", "P", ">", white) + style("paragraph", "Band", `style:parent-style-name="P"><style:paragraph-properties fo:background-color="#203040"/>`, ``) + `%s</office:automatic-styles>`
	span := func(style string) string {
		return `<text:p>Seen <text:span text:style-name="` + style + `">Ann </text:span></text:p>`
	}
	table := func(table, row, cell string) string {
		return `<table:table ` + table + `><table:table-row ` + row + `><table:table-cell ` + cell + `>` + span("White") + `</table:table-cell><table:table-cell><text:p>Cell.</text:p></table:table-cell></table:table-row></table:table>`
	}
	coloured := func(kind string) string {
		return fmt.Sprintf(`<style:style style:name="T" style:family="%s"><style:%[1]s-properties fo:background-color="#203040"/></style:style>`, kind)
	}
	for _, tt := range []struct {
		name, body, more, page string
		stays                  bool
	}{
		{"on paper", span("White"), "", "", false},
		{"by a style of paragraphs", `<text:p text:style-name="P">Ann <text:span text:style-name="Black">Seen</text:span></text:p>`, "", "", false},
		{"on white", span("White"), "", `<style:page-layout-properties fo:background-color="#ffffff" draw:fill="none"/>`, false},
		{"on a mark", span("Marked"), "", "", true},
		{"with a shadow", span("Shadowed"), "", "", true},
		{"in the colour that fits", span("Auto"), "", "", true},
		{"on a coloured paragraph", `<text:p text:style-name="Band">Ann <text:span text:style-name="Black">Seen</text:span></text:p>`, "", "", true},
		{"in a table", table("", "", ""), "", "", false},
		{"in a note", `<text:p>Seen<text:note><text:note-body>` + span("White") + `</text:note-body></text:note></text:p>`, "", "", false},
		{"in a coloured table", table(`table:style-name="T"`, "", ""), coloured("table"), "", true},
		{"in a table of a template", table(`table:template-name="Blue"`, "", ""), "", "", true},
		{"in a coloured row", table("", `table:style-name="T"`, ""), coloured("table-row"), "", true},
		{"in a coloured cell", table("", "", `table:style-name="T"`), coloured("table-cell"), "", true},
		{"in a row whose cells are coloured", table("", `table:default-cell-style-name="T"`, ""), coloured("table-cell"), "", true},
		{"in a column whose cells are coloured", strings.Replace(table("", "", ""), "<table:table-row", `<table:table-columns><table:table-column table:default-cell-style-name="T"/></table:table-columns><table:table-row`, 1), coloured("table-cell"), "", true},
		{"in a box of a table", `<text:p><draw:frame><draw:text-box>` + table("", "", "") + `</draw:text-box></draw:frame></text:p>`, "", "", true},
		{"in a box", `<text:p><draw:frame><draw:text-box>` + span("White") + `</draw:text-box></draw:frame></text:p>`, "", "", true},
		{"before what is drawn behind text", `<text:p><draw:frame draw:style-name="G"/></text:p>` + span("White"), `<style:style style:name="G" style:family="graphic"><style:graphic-properties style:run-through="background"/></style:style>`, "", true},
		{"on a coloured page", span("White"), "", `<style:page-layout-properties fo:background-color="#123456"/>`, true},
		{"in a coloured section", `<text:section text:style-name="S">` + span("White") + `</text:section>`, `<style:style style:name="S" style:family="section"><style:section-properties fo:background-color="#123456"/></style:style>`, "", true},
		{"where a header draws", span("White"), "", `<style:header><text:p><draw:frame/></text:p></style:header>`, true},
	} {
		data := string(archive(t, "content.xml", odtHead+fmt.Sprintf(styles, tt.more)+`<office:body><office:text>`+tt.body+odtTail,
			"styles.xml", strings.Replace(odtHead, "document-content", "document-styles", 1)+tt.page+`</office:document-styles>`))
		text, err := ReadODT(strings.NewReader(data), int64(len(data)), corpus.DefaultLimits())
		told := slices.Equal(text.Warnings, []string{corpus.HiddenWords(1)})
		if err != nil || !strings.Contains(text.Body, "Seen") || strings.Contains(text.Body, "Ann") != tt.stays || told == tt.stays {
			t.Errorf("%s: got %q, %q, %v", tt.name, text.Body, text.Warnings, err)
		}
	}
}

// TestWhiteWordsOfRTF holds the same of RTF.
func TestWhiteWordsOfRTF(t *testing.T) {
	head := strings.Replace(rtfHead, `;}{\stylesheet`, `;\red255\green255\blue255;\red255\green255\blue0;}{\stylesheet`, 1)
	for _, tt := range []struct {
		name, body string
		stays      bool
	}{
		{"on paper", `Seen {\cf2 Ann} too.\par`, false},
		{"until plain text", `{\cf2 Ann \plain Seen}\par`, false},
		{"in yellow", `Seen {\cf3 Ann}.\par`, true},
		{"on a highlight", `Seen {\cf2\highlight1 Ann}.\par`, true},
		{"on no highlight", `Seen {\cf2\highlight0 Ann}.\par`, false},
		{"on a shaded paragraph", `\pard\cbpat1 Seen {\cf2 Ann}.\par`, true},
		{"behind a shaded paragraph", `\pard\cbpat1 Seen.\par\pard {\cf2 Ann}\par`, false},
		{"in a table", `\trowd\cellx1\cellx2\pard\intbl Seen\cell{\cf2 Ann}\cell\row`, true},
		{"in a note", `Seen{\footnote {\cf2 Ann}}\par`, true},
		{"before a shape", `Seen {\cf2 Ann}\par{\shp{\*\shpinst{\shptxt \pard Box.\par}}}\par`, true},
	} {
		text, err := readRTF(t, head+tt.body+"}")
		told := slices.Equal(text.Warnings, []string{corpus.HiddenWords(1)})
		if err != nil || !strings.Contains(text.Body, "Seen") || strings.Contains(text.Body, "Ann") != tt.stays || told == tt.stays {
			t.Errorf("%s: got %q, %q, %v", tt.name, text.Body, text.Warnings, err)
		}
	}
}
