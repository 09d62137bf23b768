package workbook

import (
	"fmt"
	"strconv"

	"thematic/analysis"
)

// grid is where the matrix lies on its sheet: every formula refers to it.
type grid struct {
	firstRow, lastRow int // of the reviews; one empty row where there is none
	columns           map[string]int
	lastColumn        int
}

// The fixed rows and columns of the sheet Matrix.
const (
	rowThemes   = 1
	rowReviews  = 3 // below the theme ids, which are hidden, and the labels
	rowHeadings = 5

	columnCase  = 1
	columnTitle = 2
	columnArea  = 3
	columnYear  = 4
)

// themeWidth is the width of a column that is headed by a theme.
const themeWidth = 5.3

func newGrid(r *analysis.Result) grid {
	g := grid{firstRow: rowHeadings + 1, columns: make(map[string]int), lastColumn: columnYear}
	g.lastRow = max(g.firstRow, rowHeadings+len(r.Matrix.Cases))
	for _, t := range r.Matrix.Themes {
		g.lastColumn++
		g.columns[t.ID] = g.lastColumn
	}
	return g
}

// column returns the cells of one column, as other sheets refer to them.
func (g grid) column(column int) string {
	return sheetMatrix + "!" + g.cells(column)
}

// cells returns the cells of one column, as the sheet itself refers to them.
func (g grid) cells(column int) string {
	at := columnLetters(column)
	return fmt.Sprintf("$%s$%d:$%s$%d", at, g.firstRow, at, g.lastRow)
}

// theme returns the cells of one theme.
func (g grid) theme(id string) string { return g.column(g.columns[id]) }

// rowOf returns the cells of all themes in one row.
func (g grid) rowOf(row int) string {
	return fmt.Sprintf("%s!$%s%d:$%s%d", sheetMatrix, columnLetters(columnYear+1), row, columnLetters(g.lastColumn), row)
}

// reviews is the formula for the number of reviews.
func (g grid) reviews() string { return "COUNTA(" + g.column(columnCase) + ")" }

// percentOf is the formula for a percentage with one decimal.
func percentOf(count, of string) string {
	return fmt.Sprintf(`IF(%[2]s=0,"n/a",ROUND(100*%[1]s/%[2]s,1))`, count, of)
}

// wilson is the formula for one end of the interval of [analysis.Wilson], as a
// percentage with one decimal; sign is - for the lower and + for the upper.
func wilson(count, of, sign string) string {
	p := count + "/" + of
	return fmt.Sprintf(`IF(%[2]s=0,"n/a",ROUND(100*(%[1]s+%[4]s^2/(2*%[2]s)%[3]s%[4]s*SQRT(%[1]s*(1-%[1]s)/%[2]s+%[4]s^2/(4*%[2]s^2)))/(1+%[4]s^2/%[2]s),1))`,
		p, of, sign, strconv.FormatFloat(analysis.Z95, 'g', -1, 64))
}
