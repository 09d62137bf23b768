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
			p.font(cellStyle, regular)
			widths[i] = max(widths[i], p.width(row[i])+around)
		}
		p.font(cellStyle, strong)
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
	header := p.header(t.Header, widths)
	first := 0.0
	if len(t.Rows) > 0 {
		first = p.row(t.Rows[0], widths).height()
	}
	p.need(p.lines(captionStyle, t.caption(), textWidth) + header.height() + first)
	p.doc.Begin("Table")
	defer p.doc.End()
	p.text(captionStyle.as("Caption"), t.caption(), 0)
	p.doc.Begin("THead")
	p.setRow(header, t, widths)
	p.doc.End()
	p.doc.Begin("TBody")
	defer p.doc.End()
	for _, cells := range t.Rows {
		row := p.row(cells, widths)
		before := p.doc.PageNo()
		p.need(row.height())
		if p.doc.PageNo() != before {
			p.doc.Artifact("/Type /Pagination", func() { p.setRow(header, t, widths) })
		}
		p.setRow(row, t, widths)
	}
	p.y += bodyStyle.after
}

// tableRow is a row of a table as it is printed: the lines of each cell.
type tableRow struct {
	cells [][][]run
	heads bool // it is the header
}

// header wraps the cells of the header.
func (p *press) header(cells []string, widths []float64) tableRow {
	row := tableRow{heads: true}
	for i, cell := range cells {
		row.cells = append(row.cells, p.cell(Line{Lead: cell}, widths[i], strong))
	}
	return row
}

// row wraps the cells of another row.
func (p *press) row(cells []string, widths []float64) tableRow {
	var row tableRow
	for i, cell := range cells {
		row.cells = append(row.cells, p.cell(Line{Text: cell}, widths[i], regular))
	}
	return row
}

// cell wraps the text of a cell, and cuts it where it is too long.
func (p *press) cell(l Line, width float64, w weight) [][]run {
	lines := p.wrap(cellStyle, l, width-2*cellPadding)
	if len(lines) > mostCellLines {
		lines = append(lines[:mostCellLines-1:mostCellLines-1], []run{{"…", w}})
	}
	return lines
}

func (r tableRow) height() float64 {
	lines := 1
	for _, cell := range r.cells {
		lines = max(lines, len(cell))
	}
	return float64(lines)*cellStyle.line + 2*cellLead
}

// setRow prints a row and the rule below it.
func (p *press) setRow(row tableRow, t Table, widths []float64) {
	height := row.height()
	if row.heads {
		p.doc.Artifact("", func() {
			p.doc.SetFillColor(tint.r, tint.g, tint.b)
			p.doc.Rect(marginSide, p.y, textWidth, height, "F")
		})
	}
	p.doc.Begin("TR")
	x := float64(marginSide)
	for i, cell := range row.cells {
		p.doc.Begin(row.tag(i)).Scope = row.scope(i)
		y := p.y + cellLead
		for j, line := range cell {
			y += cellStyle.line
			at := x + cellPadding
			if t.Numbers[i] {
				at = x + widths[i] - cellPadding - p.length(cellStyle, line)
			}
			if j+1 < len(cell) {
				line = goingOn(line)
			}
			p.write(cellStyle, line, at, y-cellStyle.drop())
		}
		p.doc.End()
		x += widths[i]
	}
	p.doc.End()
	p.y += height
	if row.heads {
		p.line(accent, 0.8, p.y)
		return
	}
	p.line(rule, 0.5, p.y)
}

// scope is what the cell of a column heads: the first of a row heads it. It is empty for
// the others.
func (r tableRow) scope(column int) string {
	switch {
	case r.heads:
		return "Column"
	case column == 0:
		return "Row"
	}
	return ""
}

// tag is the element that holds the cell of a column.
func (r tableRow) tag(column int) string {
	if r.scope(column) == "" {
		return "TD"
	}
	return "TH"
}

// length is the width of a line as it is printed.
func (p *press) length(s style, line []run) float64 {
	w := 0.0
	for _, r := range line {
		p.font(s, r.weight)
		w += p.width(r.text)
	}
	return w
}

// tableHeight is what a table takes on one endless sheet.
func (p *press) tableHeight(t Table) float64 {
	widths := p.columns(t)
	h := p.lines(captionStyle, t.caption(), textWidth) + bodyStyle.after
	h += p.header(t.Header, widths).height()
	for _, cells := range t.Rows {
		h += p.row(cells, widths).height()
	}
	return h
}
