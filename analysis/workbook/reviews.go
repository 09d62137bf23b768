package workbook

import (
	"slices"
	"strings"

	"thematic/corpus"
)

var reviewColumns = []column{
	{"case_id", 26, false}, {"title", 48, false}, {"area", 22, false}, {"year", 8, false}, {"kind", 18, false},
	{"files", 44, false}, {"include", 10, false}, {"note", 40, false},
	{"joined_because", 40, false}, {"edited", 14, false}, {"themes_present", 10, true},
	{columnComment, 28, false}, {columnCoder, 12, false},
}

// writtenColumns keep what the workbook said of a review when it was written,
// so that what a person changed is known however old the workbook is.
var writtenColumns = []column{
	{corpus.ColumnArea + asWritten, 14, false}, {corpus.ColumnYear + asWritten, 10, false}, {corpus.ColumnInclude + asWritten, 10, false},
	{"title" + asWritten, 20, false}, {"kind" + asWritten, 14, false}, {"note" + asWritten, 20, false},
}

// factColumns are the facts that stand behind the columns of a review; the
// words that say them are on the sheet Facts.
var factColumns = []column{
	{string(corpus.FactSubject), 18, false}, {string(corpus.FactReference), 16, false}, {string(corpus.FactBoard), 34, false},
	{string(corpus.FactAuthors), 26, false}, {string(corpus.FactType), 24, false}, {string(corpus.FactGuidance), 24, false},
	{string(corpus.FactFrom), 12, false}, {string(corpus.FactTo), 12, false}, {string(corpus.FactOutcome), 16, false},
	{string(corpus.FactHarmed), 12, false}, {string(corpus.FactDecided), 12, false}, {string(corpus.FactCompleted), 12, false},
	{string(corpus.FactPublished), 12, false}, {string(corpus.FactTaken), 56, false}, {string(corpus.FactToPublish), 56, false},
	{string(corpus.FactFromEvent), 56, false},
}

// factsOf returns the cells of factColumns for the i-th case.
func (b *book) factsOf(i int) []cell {
	values := map[string]string{}
	for _, f := range b.result.Cases[i].Facts {
		values[string(f.Name)] = f.Value
	}
	cells := make([]cell, len(factColumns))
	for j, c := range factColumns {
		cells[j] = textCell(values[c.name], b.styles.wrap)
	}
	return cells
}

// reviews lists every case, the ones that are not included too.
func (b *book) reviews() error {
	table := b.tables["cases"]
	columns := slices.Concat(reviewColumns, factColumns, writtenColumns)
	widths := widthsOf(columns)
	s, err := b.open(sheetReviews, layout{widths: widths, freezeRows: 1, freezeCols: 1})
	if err != nil {
		return err
	}
	if err := b.reviewAnswers(1 + table.Len()); err != nil {
		return err
	}
	s.filtered(columns, table.Len())
	matrixRow := b.grid.firstRow
	i := -1
	for row := range table.All() {
		i++
		cells, texts := make([]cell, 0, len(columns)), make([]string, len(row), len(columns))
		for j, v := range row {
			texts[j] = v.String()
			cells = append(cells, cell{value: v, style: b.styles.wrap})
		}
		for _, column := range corpus.CaseColumns {
			cells[placeOf(reviewColumns, column)].style = b.styles.answer
		}
		if b.result.Cases[i].Include {
			cells = append(cells, b.themesPresent(matrixRow))
			matrixRow++
		} else {
			cells = append(cells, textCell("", b.styles.text))
		}
		cells = append(cells, textCell("", b.styles.answer), textCell("", b.styles.answer)) // comment, coder
		texts = append(texts, "", "", "")
		for _, c := range b.factsOf(i) {
			texts = append(texts, c.value.Text)
			cells = append(cells, c)
		}
		for _, c := range writtenColumns {
			text := texts[placeOf(reviewColumns, strings.TrimSuffix(c.name, asWritten))]
			cells = append(cells, textCell(text, b.styles.quiet))
		}
		s.add(height(texts, widths), cells...)
	}
	return s.close()
}

// reviewAnswers sets up the columns that a person may change, and leaves those
// for programs out of print.
func (b *book) reviewAnswers(last int) error {
	if last < 2 {
		return nil
	}
	if err := b.choices(sheetReviews, lettersOf(reviewColumns, corpus.ColumnInclude), last, []string{"yes", "no"}, "Whether the review counts."); err != nil {
		return err
	}
	return b.printArea(sheetReviews, reviewColumns, columnCoder, last)
}

// themesPresent takes the number of themes from a row of the matrix.
func (b *book) themesPresent(matrixRow int) cell {
	n := 0
	for _, c := range b.result.Matrix.Cells[matrixRow-b.grid.firstRow] {
		if c.Status.Present() {
			n++
		}
	}
	c := numberCell(n, b.styles.number)
	if len(b.result.Themes) > 0 {
		c.formula = "COUNTIF(" + b.grid.rowOf(matrixRow) + ",1)"
	}
	return c
}
