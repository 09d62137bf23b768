package charts

import (
	"fmt"

	"gonum.org/v1/plot/vg"
)

// ranked is a theme and the reviews it is found in.
type ranked struct {
	label string
	count int
}

// rankWords are the words in which a ranking is spoken of.
type rankWords struct{ before, noun, none, found string }

var (
	practiceWords     = rankWords{"", "theme", "Practice was found lacking on no theme", "practice found lacking"}
	circumstanceWords = rankWords{"Apart from practice, ", "circumstance", "No circumstance was found", "stated"}
)

// rankingTitle states what a ranking of themes shows; they come most frequent
// first.
func rankingTitle(themes []ranked, n int) string { return practiceWords.title(themes, n) }

func (w rankWords) title(all []ranked, n int) string {
	switch {
	case n == 0:
		return "No reviews to count"
	case len(all) == 0:
		return fmt.Sprintf("No %ss to count in %s", w.noun, reviews(n))
	case all[0].count == 0:
		return w.none + " in " + anyOf(n)
	}
	tied := 1
	for tied < len(all) && all[tied].count == all[0].count {
		tied++
	}
	who, each := quoted(all[0].label), ""
	switch {
	case tied == 2:
		who, each = who+" and "+quoted(all[1].label), " each"
	case tied > 2:
		who, each = fmt.Sprintf("%d %ss lead", tied, w.noun), " each"
	}
	return fmt.Sprintf("%s%s: %s in %s%s", w.before, who, w.found, outOf(all[0].count, n), each)
}

// emptyMessage says why there is nothing to draw.
func emptyMessage(themes, n int) string { return practiceWords.empty(themes, n) }

func (w rankWords) empty(rows, n int) string {
	if n == 0 {
		return "There are no reviews, so nothing could be counted."
	}
	if rows == 0 {
		return fmt.Sprintf("No %ss were given.", w.noun)
	}
	return ""
}

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
	for i := len(columns) - 1; i >= 0; i-- {
		s.write(columns[i].heading, vg.Point{X: right, Y: y}, end, s.note())
		right -= columns[i].width(s) + columnGap*s.scale.label
	}
}

// writeRow writes the cells of one row.
func writeRow(s *sheet, columns []column, row int, right, y vg.Length) {
	for i := len(columns) - 1; i >= 0; i-- {
		s.write(columns[i].cells[row], vg.Point{X: right, Y: y}, end, columns[i].lettering(s))
		right -= columns[i].width(s) + columnGap*s.scale.label
	}
}

// countColumns are the columns of count and percentage.
func countColumns(themes []ranked, n int) []column {
	count, share := column{heading: "Reviews", bold: true}, column{heading: "Share"}
	for _, t := range themes {
		count.cells = append(count.cells, fmt.Sprint(t.count))
		share.cells = append(share.cells, percent(t.count, n))
	}
	return []column{count, share}
}
