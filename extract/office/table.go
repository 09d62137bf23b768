package office

import "encoding/xml"

// table reads the current w:tbl row by row, each of which take takes.
func (d *docx) table(take func(cells [][]*paragraph)) error {
	return d.tokens.each(func(e xml.StartElement) error {
		switch {
		case skipped(e):
			return d.tokens.skip()
		case isWord(e, "tr"):
			return d.readRow(take)
		case isWord(e, "tblPr"), isWord(e, "tblGrid"):
			return d.tokens.skip()
		}
		return d.table(take) // content controls and the like around rows
	})
}

// readRow reads the current w:tr.
func (d *docx) readRow(take func(cells [][]*paragraph)) error {
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
	take(cells)
	return err
}

// cell reads the paragraphs of the current w:tc, those of tables in it too.
func (d *docx) cell(cell *[]*paragraph) error {
	d.inside++
	defer func() { d.inside-- }()
	return d.tokens.each(func(e xml.StartElement) error {
		switch {
		case skipped(e):
			return d.tokens.skip()
		case isWord(e, "p"):
			p, err := d.readParagraph()
			*cell = append(*cell, p)
			return err
		}
		d.tellOfParts(e)
		return d.cell(cell)
	})
}
