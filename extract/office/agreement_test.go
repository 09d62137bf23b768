package office

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// flatODT is a document with what word processors keep beside the text: tracked
// changes, notes, a comment, a text box, lists, a table in a table, hidden text.
const flatODT = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/></office:styles>
<office:automatic-styles><style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="S" style:family="text"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>
<style:style style:name="New" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="F" style:family="graphic"><style:graphic-properties style:wrap="none"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style></office:automatic-styles>
<office:body><office:text>
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>A</dc:creator><dc:date>2014-03-02T10:00:00</dc:date></office:change-info><text:p>never </text:p></text:deletion></text:changed-region>
<text:changed-region text:id="c2"><text:insertion><office:change-info><dc:creator>A</dc:creator><dc:date>2014-03-02T10:00:00</dc:date></office:change-info></text:insertion></text:changed-region></text:tracked-changes>
<text:h text:style-name="Heading_20_1" text:outline-level="1">Findings</text:h>
<text:p>She was <text:change text:change-id="c1"/><text:change-start text:change-id="c2"/>often <text:change-end text:change-id="c2"/>seen<text:span text:style-name="H"> secretly</text:span><office:annotation><dc:creator>A</dc:creator><dc:date>2014-03-02T10:00:00</dc:date><text:p>Is this so?</text:p></office:annotation>.</text:p>
<text:p>Nobody <text:span text:style-name="S">ever once </text:span>asked<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>A source.</text:p></text:note-body></text:note> him “why” – café<text:note text:id="n2" text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body><text:p>An endnote.</text:p></text:note-body></text:note>.</text:p>
<text:list text:style-name="L"><text:list-item><text:p>First</text:p><text:list><text:list-item><text:p>Inner</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Second</text:p></text:list-item></text:list>
<text:list text:style-name="B"><text:list-item><text:p>A bullet</text:p></text:list-item></text:list>
<text:p>Around the box<draw:frame draw:style-name="F" text:anchor-type="paragraph" svg:width="5cm" svg:height="2cm"><draw:text-box><text:p>In the box.</text:p></draw:text-box></draw:frame>.</text:p>
<table:table table:name="T"><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>Mother</text:p></table:table-cell><table:table-cell><text:p>MT,</text:p><text:p>aged 20</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Before</text:p></table:table-cell><table:table-cell><table:table table:name="U"><table:table-column table:number-columns-repeated="2"/><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell><table:table-cell><text:p>d</text:p></table:table-cell></table:table-row></table:table><text:p>after</text:p></table:table-cell></table:table-row></table:table>
<text:p text:style-name="New">On a new page.</text:p>
</office:text></office:body></office:document>`

const flatOutline = `1 heading1: Findings
1 paragraph: She was often seen.
1 paragraph: Nobody asked him “why” – café.
1 footnote: A source.
1 footnote: An endnote.
1 bullet1 [1]: First
1 paragraph [1.1]: Inner
1 bullet1 [2]: Second
1 bullet1: A bullet
1 paragraph: Around the box.
1 paragraph: In the box.
1 table_row: Mother|MT, aged 20
1 table_row: Before|c d after
2 paragraph: On a new page.
`

// TestFormatsAgree has LibreOffice save one document in every format of this
// package: the same is read from each.
func TestFormatsAgree(t *testing.T) {
	if testing.Short() {
		t.Skip("converting takes seconds")
	}
	source := filepath.Join(t.TempDir(), "a.fodt")
	if err := os.WriteFile(source, []byte(flatODT), 0o600); err != nil {
		t.Fatal(err)
	}
	for format, read := range map[string]reading{"odt": ReadODT, "docx": ReadDOCX, "rtf": ReadRTF} {
		text := readFile(t, read, convert(t, source, format))
		if got := outline(text); got != flatOutline {
			t.Errorf("%s: got\n%s, want\n%s", format, strings.TrimSpace(got), flatOutline)
		}
		if want := []string{corpus.StruckWords(2), corpus.DeletedWords(1), corpus.HiddenWords(1), corpus.Comments(1)}; !slices.Equal(text.Warnings, want) {
			t.Errorf("%s: got warnings %q, want %q", format, text.Warnings, want)
		}
	}
}
