package office

import (
	"encoding/xml"
	"strings"

	"thematic/corpus"
)

// table reads the current w:tbl row by row.
func (d *docx) table() error {
	return d.tokens.each(func(e xml.StartElement) error {
		switch {
		case skipped(e):
			return d.tokens.skip()
		case isWord(e, "tr"):
			return d.row()
		case isWord(e, "tblPr"), isWord(e, "tblGrid"):
			return d.tokens.skip()
		}
		return d.table() // content controls and the like around rows
	})
}

// row reads the current w:tr. A row of one cell is a box around ordinary text
// and read as that; the cells of any other row become one line.
func (d *docx) row() error {
	var cells [][]*paragraph
	var visit func(e xml.StartElement) error
	visit = func(e xml.StartElement) error {
		switch {
		case skipped(e), isWord(e, "trPr"):
			return d.tokens.skip()
		case isWord(e, "tc"):
			var cell []*paragraph
			err := d.cell(&cell)
			cells = append(cells, cell)
			return err
		}
		return d.tokens.each(visit)
	}
	err := d.tokens.each(visit)
	if len(cells) == 1 {
		d.inTable--
		for _, p := range cells[0] {
			d.emit(p)
		}
		d.inTable++
		return err
	}
	d.emitRow(cells)
	return err
}

// cell reads the paragraphs of the current w:tc, those of tables in it too.
func (d *docx) cell(cell *[]*paragraph) error {
	return d.tokens.each(func(e xml.StartElement) error {
		switch {
		case skipped(e):
			return d.tokens.skip()
		case isWord(e, "p"):
			p, err := d.paragraph()
			*cell = append(*cell, p)
			return err
		}
		return d.cell(cell)
	})
}

// emitRow writes a row, its text boxes and its notes. A page that begins in the
// row begins before it where the row opens the page, and after it otherwise.
func (d *docx) emitRow(cells [][]*paragraph) {
	var texts, notes []string
	var boxes []*paragraph
	before, after := 0, 0
	for _, cell := range cells {
		var parts []string
		marks := 0
		for _, p := range cell {
			text := p.text.String()
			if strings.TrimSpace(strings.Join(parts, "")) == "" && strings.HasPrefix(strings.TrimLeft(text, " "), string(pageMark)) {
				before = 1
				marks--
			}
			marks += strings.Count(text, string(pageMark))
			parts = append(parts, p.plain())
			boxes = append(boxes, p.boxes...)
			notes = append(notes, p.notes...)
		}
		after = max(after, marks)
		texts = append(texts, strings.ReplaceAll(strings.Join(parts, " "), "\t", " "))
	}
	for range before {
		d.builder.BeginPage(corpus.Page{Engine: "docx"})
	}
	d.builder.Append(corpus.Block{Kind: corpus.BlockTableRow}, strings.Join(texts, "\t"))
	for range after {
		d.builder.BeginPage(corpus.Page{Engine: "docx"})
	}
	d.emit(&paragraph{boxes: boxes, notes: notes})
}
