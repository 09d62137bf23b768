package office

import (
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

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
