package office

import (
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

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
