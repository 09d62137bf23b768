package office

import (
	"bytes"
	"slices"
	"testing"

	"thematic/corpus"
)

// TestDrawings holds that words which are drawn are read, once, and that it is told of
// charts, files and parts of which none are read.
func TestDrawings(t *testing.T) {
	const (
		oneObject = "charts, files and other objects that are put into it were not read: 1"
		apart     = "a part of it is a file of its own, which was not read: save it as PDF"
	)
	drawing := func(content string) string { return `<w:drawing><wp:inline>` + content + `</wp:inline></w:drawing>` }
	box := func(text string) string { return `<w:txbxContent>` + para("", text) + `</w:txbxContent>` }
	in := func(runs string) string { return `<w:p>` + run("Said.") + `<w:r>` + runs + `</w:r></w:p>` }
	either := func(choices, fallback string) string {
		return in(`<mc:AlternateContent>` + choices + `<mc:Fallback>` + fallback + `</mc:Fallback></mc:AlternateContent>`)
	}
	choice := func(content string) string { return `<mc:Choice>` + content + `</mc:Choice>` }
	diagram := drawing(`<dgm:relIds r:dm="rD"/>`)
	for _, tt := range []struct {
		name, body, want string
		warnings         []string
	}{
		{"diagram", in(diagram), "1 paragraph: Said.\n1 paragraph: First step\n1 paragraph: Below it\n1 paragraph: and on\n1 paragraph: Second step\n1 paragraph: Alone\n", nil},
		{"hidden diagram", `<w:p>` + run("Said.") + `<w:r><w:rPr><w:vanish/></w:rPr>` + diagram + `</w:r></w:p>`, "1 paragraph: Said.\n", []string{corpus.HiddenWords(9)}},
		{"diagram without data", in(drawing(`<dgm:relIds r:dm="rX"/>`)), "1 paragraph: Said.\n", []string{oneObject}},
		{"chart", in(drawing(`<c:chart r:id="rC"/>`)), "1 paragraph: Said.\n", []string{oneObject}},
		{"file", in(`<w:object><o:OLEObject ProgID="Word.Document.12"/></w:object>`), "1 paragraph: Said.\n", []string{oneObject}},
		{"equation", in(`<w:object><o:OLEObject ProgID="Equation.3"/></w:object>`), "1 paragraph: Said.\n", nil},
		{"letters on a line", in(`<w:pict><v:shape><v:textpath string="Child Q"/></v:shape></w:pict>`), "1 paragraph: Said.\n1 paragraph: Child Q\n", nil},
		{"locked canvas", in(drawing(`<a:txBody><a:p><a:r><a:t>One</a:t></a:r><a:br/><a:r><a:t>line</a:t></a:r></a:p><a:p/><a:p><a:r><a:t>Two</a:t></a:r></a:p></a:txBody>`)),
			"1 paragraph: Said.\n1 paragraph: One line\n1 paragraph: Two\n", nil},
		{"alternatives", either(choice(box("New"))+choice(box("Newer")), box("Old")), "1 paragraph: Said.\n1 paragraph: New\n", nil},
		{"text of the last alternative", either(choice(drawing(`<w:ink/>`)), box("Old")), "1 paragraph: Said.\n1 paragraph: Old\n", nil},
		{"chart and its picture", either(choice(drawing(`<cx:chart/>`)), drawing(`<wp:extent cx="9000000" cy="9000000"/><a:blip/>`)), "1 paragraph: Said.\n", []string{oneObject}},
		{"part in the text", para("", "Said.") + `<w:altChunk/>`, "1 paragraph: Said.\n", []string{apart}},
		{"part in a cell", `<w:tbl><w:tr><w:tc>` + para("", "Said.") + `<w:altChunk/></w:tc></w:tr></w:tbl>`, "1 paragraph: Said.\n", []string{apart}},
		{"part in a box", in(`<w:txbxContent><w:altChunk/></w:txbxContent>`), "1 paragraph: Said.\n", []string{apart}},
		{"part in a paragraph", `<w:p>` + run("Said.") + `<w:subDoc/></w:p>`, "1 paragraph: Said.\n", []string{apart}},
	} {
		text, err := readDOCX(t, "word/document.xml", wordStart+tt.body+wordEnd,
			"word/_rels/document.xml.rels", `<Relationships><Relationship Id="rD" Target="diagrams/data1.xml"/><Relationship Id="rX" Target="../../gone.xml"/></Relationships>`,
			"word/diagrams/data1.xml", `<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>`+
				`<dgm:pt modelId="0" type="doc"/><dgm:pt modelId="2"><dgm:t><a:p><a:r><a:t>Second </a:t></a:r><a:r><a:t>step</a:t></a:r></a:p></dgm:t></dgm:pt>`+
				`<dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>First step</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt modelId="3"><dgm:t><a:p><a:r><a:t>Below it</a:t></a:r></a:p><a:p><a:r><a:t>and on</a:t></a:r></a:p></dgm:t></dgm:pt>`+
				`<dgm:pt modelId="4" type="pres"><dgm:t><a:p><a:r><a:t>Drawn</a:t></a:r></a:p></dgm:t></dgm:pt><dgm:pt modelId="5"><dgm:t><a:p><a:r><a:t>Alone</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>`+
				`<dgm:cxnLst><dgm:cxn srcId="0" destId="2" srcOrd="1"/><dgm:cxn srcId="0" destId="1" srcOrd="0"/><dgm:cxn srcId="1" destId="3" srcOrd="0"/><dgm:cxn srcId="3" destId="1" srcOrd="0"/>`+
				`<dgm:cxn type="presOf" srcId="1" destId="4" srcOrd="0"/></dgm:cxnLst></dgm:dataModel>`,
			"word/header1.xml", `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`+in(diagram)+`</w:hdr>`)
		if got := outline(text); got != tt.want || err != nil || !slices.Equal(text.Warnings, tt.warnings) {
			t.Errorf("%s: got\n%s%q, %v, want\n%s%q", tt.name, got, text.Warnings, err, tt.want, tt.warnings)
		}
	}
	data := archive(t, "content.xml", odtHead+`<office:body><office:text><text:p>Said.<draw:frame><draw:object/><draw:image/></draw:frame></text:p>`+odtTail)
	text, err := ReadODT(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	if err != nil || text.Body != "Said.\n" || !slices.Equal(text.Warnings, []string{oneObject}) {
		t.Errorf("odt: got %q, %q, %v", text.Body, text.Warnings, err)
	}
}
