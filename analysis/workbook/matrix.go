package workbook

import (
	"github.com/xuri/excelize/v2"

	"thematic/analysis"
)

// matrix writes the reviews and themes: totals on top, then one row for each
// included review.
func (b *book) matrix() error {
	g := b.grid
	widths := []float64{26, 40, 18, 7}
	for range b.result.Matrix.Themes {
		widths = append(widths, themeWidth)
	}
	s, err := b.open(sheetMatrix, layout{widths: widths, freezeRows: rowHeadings, freezeCols: 2})
	if err != nil {
		return err
	}
	if err := b.matrixFills(); err != nil {
		return err
	}
	b.matrixTop(s)
	s.filter(g.lastColumn, len(b.result.Matrix.Cases))
	for i, c := range b.result.Matrix.Cases {
		cells := []cell{
			textCell(c.ID, b.styles.text), textCell(c.Title, b.styles.text), textCell(c.Area, b.styles.text),
			{value: analysis.Known(c.Year), style: b.styles.locator},
		}
		for j, c := range b.result.Matrix.Cells[i] {
			filled := b.matrixCell(c)
			if b.live {
				filled.formula = b.liveCell(columnYear+1+j, s.row+1)
			}
			cells = append(cells, filled)
		}
		s.add(0, cells...)
	}
	s.skip(1)
	s.add(0, textCell("Blue: present. Orange: not counted, but at least one passage is held for a person. Bold frame: a person decided. 0 means that nothing was found, not that practice was good.", b.styles.note))
	return s.close()
}

// matrixTop writes theme ids (hidden, for programs), labels, totals and the row
// that has the filter buttons.
func (b *book) matrixTop(s *sheet) {
	ids, labels := b.four("case_id", "title", "area", "year", b.styles.note), b.four("", "", "", "", b.styles.heading)
	reviews := b.four("Reviews with the theme", "", "", "", b.styles.totalLabel)
	percent := b.four("Percent of all reviews", "", "", "", b.styles.totalLabel)
	headings := b.four("Case id", "Title", "Area", "Year", b.styles.heading)
	shares := b.shares()
	for _, t := range b.result.Matrix.Themes {
		column := b.grid.columns[t.ID]
		count := numberCell(shares[t.ID].Count, b.styles.total)
		count.formula = "COUNTIF(" + b.grid.cells(column) + ",1)"
		part := cell{value: percentValue(shares[t.ID]), style: b.styles.totalPercent}
		part.formula = percentOf(name(column, rowReviews), "COUNTA("+b.grid.cells(columnCase)+")")
		ids = append(ids, textCell(t.ID, b.styles.note))
		labels = append(labels, textCell(t.Name(), b.styles.headingUp))
		reviews, percent = append(reviews, count), append(percent, part)
		headings = append(headings, textCell("", b.styles.heading))
	}
	s.addHidden(ids...)
	s.add(150, labels...)
	s.add(18, reviews...)
	s.add(18, percent...)
	s.add(18, headings...)
}

// four returns the cells before the themes.
func (b *book) four(id, title, area, year string, style int) []cell {
	return []cell{textCell(id, style), textCell(title, style), textCell(area, style), textCell(year, style)}
}

// shares returns the prevalence of each theme.
func (b *book) shares() map[string]analysis.Estimate {
	shares := make(map[string]analysis.Estimate)
	for _, p := range b.result.Prevalence {
		shares[p.Theme.ID] = p.Share
	}
	return shares
}

// matrixCell is 1 or 0, its style saying why.
func (b *book) matrixCell(c analysis.Cell) cell {
	style := b.styles.present
	switch {
	case c.Status.Decided():
		style = b.styles.decided
	case c.Status == analysis.CellHeld:
		style = b.styles.held
	}
	if c.Status.Present() {
		return numberCell(1, style)
	}
	return numberCell(0, style)
}

// matrixFills colours the cells of the matrix.
func (b *book) matrixFills() error {
	if len(b.result.Matrix.Themes) == 0 {
		return nil
	}
	return b.onesAndZeros(sheetMatrix, name(columnYear+1, b.grid.firstRow)+":"+name(b.grid.lastColumn, b.grid.lastRow))
}

// onesAndZeros colours ones and lets zeros step back.
func (b *book) onesAndZeros(sheet, cells string) error {
	one, err := b.conditional(excelize.Style{Font: &excelize.Font{Color: white, Bold: true}, Fill: solid(blue)})
	if err != nil {
		return err
	}
	zero, err := b.conditional(coloured(faint))
	if err != nil {
		return err
	}
	return b.file.SetConditionalFormat(sheet, cells, []excelize.ConditionalFormatOptions{
		{Type: "cell", Criteria: "==", Value: "1", Format: one},
		{Type: "cell", Criteria: "==", Value: "0", Format: zero},
	})
}
