package office

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

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
		{"in a table", `<table:table><table:table-row><table:table-cell>` + span("White") + `</table:table-cell><table:table-cell><text:p>Cell.</text:p></table:table-cell></table:table-row></table:table>`, "", "", true},
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
