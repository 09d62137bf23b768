package briefing

import "strings"

// mostCellLines is how many lines of a cell are printed; the tables of the
// project hold all of it.
const mostCellLines = 12

// columns returns the widths of the columns: numbers take what they and the
// longest word above them need, up to their share, and the rest goes to the
// texts.
func (p *press) columns(t Table) []float64 {
	widths := make([]float64, len(t.Header))
	share := textWidth / float64(len(t.Header)+1)
	const around = 2*cellPadding + 3 // and a little for programs that measure otherwise
	left, texts := float64(textWidth), 0
	for i := range widths {
		if !t.Numbers[i] {
			texts++
			continue
		}
		for _, row := range t.Rows {
			p.font(cellStyle, false)
			widths[i] = max(widths[i], p.width(row[i])+around)
		}
		p.font(cellStyle, true)
		for _, word := range strings.Fields(t.Header[i]) {
			widths[i] = max(widths[i], p.width(word)+around)
		}
		widths[i] = min(share, widths[i])
		left -= widths[i]
	}
	for i := range widths {
		if !t.Numbers[i] {
			widths[i] = left / float64(texts)
		}
	}
	return widths
}

// table sets a table under its caption; where it goes on over the sheet the
// header stands again.
func (p *press) table(t Table) {
	widths := p.columns(t)
	header := p.row(t.Header, widths, true)
	first := 0.0
	if len(t.Rows) > 0 {
		first = rowHeight(p.row(t.Rows[0], widths, false))
	}
	p.need(p.lines(captionStyle, t.caption(), textWidth) + rowHeight(header) + first)
	p.tags.begin("Table")
	defer p.tags.end()
	p.text(captionStyle.as("Caption"), t.caption(), 0)
	p.tags.begin("THead")
	p.setRow(header, t, widths, true)
	p.tags.end()
	p.tags.begin("TBody")
	defer p.tags.end()
	for _, cells := range t.Rows {
		row := p.row(cells, widths, false)
		before := p.doc.PageNo()
		p.need(rowHeight(row))
		if p.doc.PageNo() != before {
			p.tags.artifact("/Type /Pagination", func() { p.setRow(header, t, widths, true) })
		}
		p.setRow(row, t, widths, false)
	}
	p.y += bodyStyle.after
}

// row wraps the cells of a row.
func (p *press) row(cells []string, widths []float64, header bool) [][][]run {
	row := make([][][]run, len(cells))
	for i, cell := range cells {
		l := Line{Text: cell}
		if header {
			l = Line{Lead: cell}
		}
		row[i] = p.wrap(cellStyle, l, widths[i]-2*cellPadding)
		if len(row[i]) > mostCellLines {
			row[i] = append(row[i][:mostCellLines-1:mostCellLines-1], []run{{"…", header}})
		}
	}
	return row
}

func rowHeight(row [][][]run) float64 {
	lines := 1
	for _, cell := range row {
		lines = max(lines, len(cell))
	}
	return float64(lines)*cellStyle.line + 2*cellLead
}

// setRow prints a row and the rule below it.
func (p *press) setRow(row [][][]run, t Table, widths []float64, header bool) {
	height := rowHeight(row)
	if header {
		p.tags.artifact("", func() {
			p.doc.SetFillColor(tint.r, tint.g, tint.b)
			p.doc.Rect(marginSide, p.y, textWidth, height, "F")
		})
	}
	p.tags.begin("TR")
	x := float64(marginSide)
	for i, cell := range row {
		p.beginCell(i, header)
		y := p.y + cellLead
		for j, line := range cell {
			y += cellStyle.line
			at := x + cellPadding
			if t.Numbers[i] {
				at = x + widths[i] - cellPadding - p.length(cellStyle, line)
			}
			p.write(cellStyle, line, at, y-cellStyle.drop(), j+1 < len(cell))
		}
		p.tags.end()
		x += widths[i]
	}
	p.tags.end()
	p.y += height
	if header {
		p.line(accent, 0.8, p.y)
		return
	}
	p.line(rule, 0.5, p.y)
}

// beginCell opens the element of a cell: the first of a row heads it.
func (p *press) beginCell(column int, header bool) {
	switch {
	case header:
		p.tags.begin("TH").scope = "Column"
	case column == 0:
		p.tags.begin("TH").scope = "Row"
	default:
		p.tags.begin("TD")
	}
}

// length is the width of a line as it is printed.
func (p *press) length(s style, line []run) float64 {
	w := 0.0
	for _, r := range line {
		p.font(s, r.bold)
		w += p.width(r.text)
	}
	return w
}

// tableHeight is what a table takes on one endless sheet.
func (p *press) tableHeight(t Table) float64 {
	widths := p.columns(t)
	h := p.lines(captionStyle, t.caption(), textWidth) + bodyStyle.after
	h += rowHeight(p.row(t.Header, widths, true))
	for _, cells := range t.Rows {
		h += rowHeight(p.row(cells, widths, false))
	}
	return h
}
