package workbook

import "thematic/analysis"

var reviewColumns = []column{
	{"case_id", 26, false}, {"title", 48, false}, {"area", 22, false}, {"year", 8, false}, {"kind", 18, false},
	{"files", 44, false}, {"include", 10, false}, {"note", 40, false}, {"themes_present", 10, true},
}

// reviews lists every case, the ones that are not included too.
func (b *book) reviews() error {
	table := b.tables["cases"]
	widths := widthsOf(reviewColumns)
	s, err := b.open(sheetReviews, layout{widths: widths, freezeRows: 1, freezeCols: 1})
	if err != nil {
		return err
	}
	s.filtered(reviewColumns, len(table.Rows))
	matrixRow := b.grid.firstRow
	for i, row := range table.Rows {
		cells, texts := make([]cell, 0, len(row)+1), make([]string, len(row))
		for j, v := range row {
			texts[j] = v.String()
			cells = append(cells, cell{value: v, style: b.styles.wrap})
		}
		cells[3].style = b.styles.locator
		if b.result.Cases[i].Include {
			cells = append(cells, b.themesPresent(matrixRow))
			matrixRow++
		} else {
			cells = append(cells, textCell("", b.styles.text))
		}
		s.add(height(texts, widths), cells...)
	}
	return s.close()
}

// themesPresent takes the number of themes from a row of the matrix.
func (b *book) themesPresent(matrixRow int) cell {
	n := 0
	for _, c := range b.result.Matrix.Cells[matrixRow-b.grid.firstRow] {
		if c.Status.Present() {
			n++
		}
	}
	c := numberCell(float64(n), b.styles.number)
	if len(b.result.Themes) > 0 {
		c.formula = "COUNTIF(" + b.grid.rowOf(matrixRow) + ",1)"
	}
	return c
}

var fileColumns = []column{
	{"file", 48, false}, {"sha256", 20, false}, {"kind", 18, false}, {"case_id", 26, false}, {"status", 12, false},
	{"reason", 44, false}, {"engine", 20, false}, {"pages", 8, true}, {"words", 10, true},
}

// files lists every file that was met.
func (b *book) files() error {
	table := b.tables["files"]
	widths := widthsOf(fileColumns)
	s, err := b.open(sheetFiles, layout{widths: widths, freezeRows: 1, freezeCols: 1})
	if err != nil {
		return err
	}
	if err := b.statusFills(sheetFiles, "E", len(table.Rows)+1, []fill{{"partial", paleOrange}, {"needs_ocr", paleOrange}, {"failed", paleOrange}}); err != nil {
		return err
	}
	s.filtered(fileColumns, len(table.Rows))
	for _, row := range table.Rows {
		cells, texts := make([]cell, len(row)), make([]string, len(row))
		for j, v := range row {
			cells[j] = cell{value: v, style: b.styles.wrap}
			if v.Kind == analysis.NumberValue {
				cells[j].style = b.styles.number
			} else {
				texts[j] = v.Text
			}
		}
		cells[1].style, texts[1] = b.styles.text, ""
		s.add(height(texts, widths), cells...)
	}
	return s.close()
}
