package office

import "encoding/xml"

// table reads the current w:tbl row by row, each of which take takes.
func (d *docx) table(take func(cells [][]*paragraph)) error {
	outer := d.coloured
	defer func() { d.coloured = outer }()
	d.coloured = outer || d.styles[usualTable].painted == on
	return d.tokens.each(func(e xml.StartElement) error {
		switch {
		case skipped(e):
			return d.tokens.skip()
		case isWord(e, "tr"):
			return d.readRow(take)
		case isWord(e, "tblPr"):
			return d.colours()
		case isWord(e, "tblGrid"):
			return d.tokens.skip()
		}
		return d.table(take) // content controls and the like around rows
	})
}

// colours notes whether the current properties of a table, or of a row or cell of one, may
// put a colour behind its text, as a style does that is not known.
func (d *docx) colours() error {
	return d.tokens.each(func(e xml.StartElement) error {
		s, known := d.styles[attr(e, "val")]
		d.coloured = d.coloured || isShaded(e) || isWord(e, "tblStyle") && (!known || s.painted == on)
		return d.tokens.skip()
	})
}

// readRow reads the current w:tr.
func (d *docx) readRow(take func(cells [][]*paragraph)) error {
	outer := d.coloured
	defer func() { d.coloured = outer }()
	var cells [][]*paragraph
	err := d.tokens.walk(func(e xml.StartElement) (bool, error) {
		switch {
		case skipped(e), isWord(e, "trPr"):
			return true, d.tokens.skip()
		case isWord(e, "tblPrEx"):
			return true, d.colours()
		case isWord(e, "tc"):
			var cell []*paragraph
			err := d.cell(&cell)
			cells = append(cells, cell)
			return true, err
		}
		return false, nil
	})
	take(cells)
	return err
}

// cell reads the paragraphs of the current w:tc, those of tables in it too.
func (d *docx) cell(cell *[]*paragraph) error {
	outer := d.coloured
	d.inside++
	defer func() { d.inside, d.coloured = d.inside-1, outer }()
	return d.tokens.each(func(e xml.StartElement) error {
		switch {
		case skipped(e):
			return d.tokens.skip()
		case isWord(e, "p"):
			p, err := d.readParagraph()
			*cell = append(*cell, p)
			return err
		case isWord(e, "tcPr"):
			return d.colours()
		case isWord(e, "tblPr"): // of a table in it
			return d.colours()
		}
		d.tellOfParts(e)
		return d.cell(cell)
	})
}
