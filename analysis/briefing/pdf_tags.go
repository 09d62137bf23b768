package briefing

import (
	"fmt"

	"codeberg.org/go-pdf/fpdf"
)

// tag is an element of the structure by which programs that read aloud find
// their way in a PDF (ISO 32000-1, 14.7 and 14.8): a heading, a list, a cell.
type tag struct {
	kind   string // its structure type: "H1", "P", "TH"
	alt    string // of a figure, what it shows in words
	scope  string // of a header cell, what it heads: "Column" or "Row"
	box    [4]float64
	parent *tag
	kids   []kid
}

// kid is what stands in an element: another element, or else the content that
// a sheet, from 1, marks with a number.
type kid struct {
	tag          *tag
	sheet, entry int
}

// tags are the structure of a document as it is set, and write the marks into
// its sheets. What is printed between begin and end is content of the
// innermost element; what artifact draws belongs to none.
type tags struct {
	doc    *fpdf.Fpdf
	root   *tag
	inner  *tag
	aside  bool     // in an artifact
	marked *tag     // whose content is open on the sheet
	sheets [][]*tag // by sheet from 0: the element of each marked content
}

func newTags(doc *fpdf.Fpdf) *tags {
	root := &tag{kind: "Document"}
	return &tags{doc: doc, root: root, inner: root}
}

// begin opens an element in the innermost one. In an artifact there is none,
// and what it returns goes nowhere.
func (t *tags) begin(kind string) *tag {
	e := &tag{kind: kind, parent: t.inner}
	if !t.aside {
		t.inner.kids = append(t.inner.kids, kid{tag: e})
		t.inner = e
	}
	return e
}

// end closes the innermost element.
func (t *tags) end() {
	if !t.aside {
		t.inner = t.inner.parent
	}
}

// content marks what is printed next as that of the innermost element.
func (t *tags) content() {
	if t.aside || t.marked == t.inner {
		return
	}
	t.close()
	sheet := t.doc.PageNo()
	for len(t.sheets) < sheet {
		t.sheets = append(t.sheets, nil)
	}
	entry := len(t.sheets[sheet-1])
	t.sheets[sheet-1] = append(t.sheets[sheet-1], t.inner)
	t.inner.kids = append(t.inner.kids, kid{sheet: sheet, entry: entry})
	t.marked = t.inner
	t.doc.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", t.inner.kind, entry))
}

// close ends the marked content that is open, as every sheet must.
func (t *tags) close() {
	if t.marked != nil {
		t.doc.RawWriteStr("EMC")
		t.marked = nil
	}
}

// artifact draws what is no part of what the document says, such as a rule; its
// properties say what it is, or are empty.
func (t *tags) artifact(properties string, draw func()) {
	if t.aside {
		draw()
		return
	}
	t.close()
	mark := "/Artifact BMC"
	if properties != "" {
		mark = "/Artifact <<" + properties + ">> BDC"
	}
	t.doc.RawWriteStr(mark)
	t.aside = true
	draw()
	t.aside = false
	t.doc.RawWriteStr("EMC")
}
