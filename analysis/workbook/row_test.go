package workbook

import (
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

func TestCellXML(t *testing.T) {
	s := &styles{runPlain: "<rPr/>", runBold: "<rPr><b/></rPr>"}
	for _, c := range []struct {
		cell cell
		want string
	}{
		{textCell("", 0), `<c r="C7"></c>`},
		{textCell("", 4), `<c r="C7" s="4"></c>`},
		{textCell("a & b < c", 4), `<c r="C7" s="4" t="inlineStr"><is><t>a &amp; b &lt; c</t></is></c>`},
		{textCell("=1+1", 0), `<c r="C7" t="inlineStr"><is><t>=1+1</t></is></c>`},
		{textCell(" a\n", 0), "<c r=\"C7\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> a\n</t></is></c>"},
		{textCell("_x0041_x0042_ _x00ZZ_ _x0041", 0), `<c r="C7" t="inlineStr"><is><t>_x005F_x0041_x005F_x0042_ _x00ZZ_ _x0041</t></is></c>`},
		{cell{value: analysis.Decimal(-0.5, true, 1), style: 2}, `<c r="C7" s="2"><v>-0.5</v></c>`},
		{formulaCell(analysis.Number(3), 2, `IF(A1<>"",3,0)`), `<c r="C7" s="2"><f>IF(A1&lt;&gt;"",3,0)</f><v>3</v></c>`},
		{formulaCell(analysis.Text("n/a"), 2, "A1"), `<c r="C7" s="2" t="str"><f>A1</f><v>n/a</v></c>`},
		{formulaCell(analysis.Text(""), 2, "A1"), `<c r="C7" s="2" t="str"><f>A1</f></c>`},
		{cell{formula: "A2<1", shared: "C2:C9"}, `<c r="C7" t="str"><f t="shared" si="0" ref="C2:C9">A2&lt;1</f></c>`},
		{cell{value: analysis.Text("x"), shared: "C2:C9"}, `<c r="C7" t="str"><f t="shared" si="0"/><v>x</v></c>`},
		{
			cell{value: analysis.Value{Text: "was not asked"}, bold: corpus.Span{Start: 4, End: 7}},
			`<c r="C7" t="inlineStr"><is><r><rPr/><t xml:space="preserve">was </t></r><r><rPr><b/></rPr><t>not</t></r><r><rPr/><t xml:space="preserve"> asked</t></r></is></c>`,
		},
	} {
		if got := string(rowXML(nil).cell(3, 7).content(c.cell, s)); got != c.want {
			t.Errorf("got  %s\nwant %s", got, c.want)
		}
	}
}
