package charts

import (
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"
)

// column is a column of numbers to the right of the rows, aligned to the right.
type column struct {
	heading string
	cells   []string
	bold    bool
}

const columnGap = 0.9 // before each column, in sizes of the label

// headingHeight is the line for headings above rows, in sizes of small type.
const headingHeight = 1.9

func (c column) width(s *sheet) vg.Length {
	w := s.measure(c.heading, s.note())
	for _, cell := range c.cells {
		w = max(w, s.measure(cell, c.lettering(s)))
	}
	return w
}

func (c column) lettering(s *sheet) lettering {
	return lettering{s.scale.label, c.bold, ink}
}

// columnsWidth is the width of all columns with their gaps.
func columnsWidth(s *sheet, columns []column) (w vg.Length) {
	for _, c := range columns {
		w += c.width(s) + columnGap*s.scale.label
	}
	return w + 1.2*s.scale.label
}

// writeHeadings writes the headings of columns that end at right.
func writeHeadings(s *sheet, columns []column, right, y vg.Length) {
	for _, c := range slices.Backward(columns) {
		s.write(c.heading, vg.Point{X: right, Y: y}, end, s.note())
		right -= c.width(s) + columnGap*s.scale.label
	}
}

// writeCells writes the cells of a row of columns that end at right.
func (p *rowPlan) writeCells(s *sheet, columns []column, row int, right vg.Length) {
	_, _, centre := p.row(row)
	for _, c := range slices.Backward(columns) {
		s.write(c.cells[row], vg.Point{X: right, Y: baseline(centre, s.scale.label)}, end, c.lettering(s))
		right -= c.width(s) + columnGap*s.scale.label
	}
}

// countColumns are the columns of count and percentage; of a single review there is no percentage.
func countColumns(themes []ranked, n int) []column {
	count, share := column{heading: "Reviews", bold: true}, column{heading: "Share"}
	for _, t := range themes {
		count.cells = append(count.cells, fmt.Sprint(t.count))
		share.cells = append(share.cells, percent(t.count, n))
	}
	if n == 1 {
		return []column{count}
	}
	return []column{count, share}
}
