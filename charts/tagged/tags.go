package tagged

import "fmt"

// Tag is an element of the structure by which programs that read aloud find
// their way in a PDF (ISO 32000-1, 14.7 and 14.8): a heading, a list, a cell.
type Tag struct {
	Alt    string     // of a figure, what it shows in words
	Box    [4]float64 // of a figure, where it stands: left, bottom, right, top
	Scope  string     // of a header cell, what it heads: "Column" or "Row"
	kind   string     // its structure type: "H1", "P", "TH"
	parent *Tag
	kids   []kid
}

// kid is what stands in an element: another element, or else the content that
// a sheet, from 1, marks with a number.
type kid struct {
	tag          *Tag
	sheet, entry int
}

// Begin opens an element in the innermost one. In an artifact there is none,
// and what it returns goes nowhere.
func (d *Document) Begin(kind string) *Tag {
	e := &Tag{kind: kind, parent: d.inner}
	if !d.aside {
		d.inner.kids = append(d.inner.kids, kid{tag: e})
		d.inner = e
	}
	return e
}

// End closes the innermost element.
func (d *Document) End() {
	if !d.aside {
		d.inner = d.inner.parent
	}
}

// Content marks what is printed next as that of the innermost element.
func (d *Document) Content() {
	if d.aside || d.marked == d.inner {
		return
	}
	d.leave()
	sheet := d.PageNo()
	for len(d.sheets) < sheet {
		d.sheets = append(d.sheets, nil)
	}
	entry := len(d.sheets[sheet-1])
	d.sheets[sheet-1] = append(d.sheets[sheet-1], d.inner)
	d.inner.kids = append(d.inner.kids, kid{sheet: sheet, entry: entry})
	d.marked = d.inner
	d.RawWriteStr(fmt.Sprintf("/%s <</MCID %d>> BDC", d.inner.kind, entry))
}

// AddPage begins a sheet. Content that is open ends with the sheet before, and goes on
// where [Document.Content] is called again.
func (d *Document) AddPage() {
	d.leave()
	d.Fpdf.AddPage()
}

// leave ends the marked content that is open, as every sheet must.
func (d *Document) leave() {
	if d.marked != nil {
		d.RawWriteStr("EMC")
		d.marked = nil
	}
}

// Artifact draws what is no part of what the document says, such as a rule; its
// properties say what it is, or are empty.
func (d *Document) Artifact(properties string, draw func()) {
	if d.aside {
		draw()
		return
	}
	d.leave()
	mark := "/Artifact BMC"
	if properties != "" {
		mark = "/Artifact <<" + properties + ">> BDC"
	}
	d.RawWriteStr(mark)
	d.aside = true
	draw()
	d.aside = false
	d.RawWriteStr("EMC")
}
