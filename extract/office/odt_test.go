package office

import (
	"bytes"
	"testing"

	"thematic/corpus"
)

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
		{"lists of two styles", `<text:list xml:id="one" text:style-name="L"><text:list-item><text:p>one</text:p></text:list-item></text:list><text:list text:continue-list="one" text:style-name="Z"><text:list-item><text:p>two</text:p></text:list-item></text:list>` +
			`<text:list text:continue-list="one" text:style-name="L"><text:list-item><text:p>three</text:p></text:list-item></text:list>`,
			"1 bullet1 [1]: one\n1 bullet1 [02]: two\n1 bullet1 [3]: three\n"},
		{"a list of an unknown style that goes on", `<text:list xml:id="one" text:style-name="L"><text:list-item><text:p>one</text:p></text:list-item></text:list><text:list text:continue-list="one"><text:list-item><text:p>next</text:p></text:list-item></text:list>`,
			"1 bullet1 [1]: one\n1 bullet1: next\n"},
		{"numbers of another script", `<text:list text:style-name="K"><text:list-item><text:p>one</text:p></text:list-item></text:list>`, "1 bullet1 [1]: one\n"},
		{"a form", `<office:forms><text:p>Button</text:p></office:forms><text:p>Seen.</text:p>`, "1 paragraph: Seen.\n"},
		{"headings begun anew", `<text:h text:outline-level="1">One</text:h><text:h text:outline-level="1" text:restart-numbering="true" text:start-value="5">Five</text:h><text:h text:outline-level="2">Below</text:h>`,
			"1 heading1 [A]: One\n1 heading1 [E]: Five\n1 heading2 [E.1]: Below\n"},
		{"raised numbers", `<text:p>Asked<text:span text:style-name="Up">12</text:span> on the 1<text:span text:style-name="Up">st</text:span></text:p>`, "1 paragraph: Asked¹² on the 1st\n"},
		{"index", `<text:alphabetical-index><text:alphabetical-index-source><text:index-title-template>Index</text:index-title-template></text:alphabetical-index-source>` +
			`<text:index-body><text:index-title><text:p>Index</text:p></text:index-title><text:p>Assessment 3, 5</text:p></text:index-body></text:alphabetical-index>`,
			"1 heading1: Index\n1 contents: Assessment 3, 5\n"},
		{"drawn lines", `<text:p>Around<draw:g><draw:line><text:p>On a line</text:p></draw:line><draw:path><text:p>In a path</text:p></draw:path></draw:g> it</text:p>`,
			"1 paragraph: Around it\n1 paragraph: On a line\n1 paragraph: In a path\n"},
		{"page within a row", `<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p><text:soft-page-break/><text:p>c</text:p></table:table-cell></table:table-row></table:table><text:p>After</text:p>`,
			"1 table_row: a|b c\n2 paragraph: After\n"},
		{"fields", `<text:p><text:title>A review</text:title>, page <text:page-number>3</text:page-number></text:p>`, "1 paragraph: A review, page 3\n"},
		{"note of two paragraphs", `<text:p>Cited<text:note><text:note-body><text:p>A</text:p><text:p>source.</text:p></text:note-body></text:note>.</text:p>`, "1 paragraph: Cited.\n1 footnote: A source.\n"},
	}
	styles := `<s xmlns:style="s" xmlns:text="t" xmlns:fo="f"><text:outline-style><text:outline-level-style text:level="1" style:num-format="A"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>` +
		`<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>` +
		`<text:list-style style:name="Z"><text:list-level-style-number text:level="1" style:num-format="01, 02, 03, ..."/></text:list-style>` +
		`<text:list-style style:name="K"><text:list-level-style-number text:level="1" style:num-format="ア, イ, ウ, ..."/></text:list-style>` +
		`<style:style style:name="Deep" style:family="paragraph" style:default-outline-level="3"/><style:style style:name="Own" style:family="paragraph" style:parent-style-name="Deep"/>` +
		`<style:style style:name="Up" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>` +
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
