package workbook

import (
	"fmt"

	"thematic/analysis"
	"thematic/corpus"
)

var cellColumns = []column{
	{"case_id", 24, false}, {"title", 36, false}, {"theme", 40, false}, {"status", 16, false},
	{"counted", 9, true}, {"held", 8, true}, {"good_practice", 10, true},
	{columnDecision, 12, false}, {columnComment, 40, false}, {columnCoder, 14, false},
	{"theme_id", 26, false}, {columnDecided, 30, false}, {"status" + asWritten, 12, false}, {"counted" + asWritten, 12, true},
}

// columnDecided has the cell of the matrix and the decision on it in one text.
const columnDecided = "decided_as"

// cellLetters returns the letters of a column of the sheet Themes by review.
func cellLetters(name string) string { return lettersOf(cellColumns, name) }

// cells writes one row for each theme in each included review, in which a
// person says that it is present or absent whatever the passages are.
func (b *book) cells() error {
	m := b.result.Matrix
	rows := len(m.Cases) * len(m.Themes)
	s, err := b.open(sheetCells, layout{widths: widthsOf(cellColumns), freezeRows: 1, freezeCols: 1})
	if err != nil {
		return err
	}
	if rows > 0 {
		if err := b.cellAnswers(rows + 1); err != nil {
			return err
		}
	}
	s.filtered(cellColumns, rows)
	for i, c := range m.Cases {
		title := lines(c.Title, cellColumns[1].width)
		for j, t := range m.Themes {
			s.add(rowHeight(max(title, lines(t.Label, cellColumns[2].width))), b.cellRow(s.row+1, c, t, m.Cells[i][j])...)
		}
	}
	return s.close()
}

// cellRow returns the cells of one row.
func (b *book) cellRow(row int, c corpus.Case, t analysis.Theme, m analysis.Cell) []cell {
	decision, comment, coder := "", "", ""
	if m.Decision != nil {
		decision, comment, coder = m.Decision.Verdict(), m.Decision.Comment, m.Decision.Coder
	}
	cells := []cell{
		textCell(c.ID, b.styles.text), textCell(c.Title, b.styles.wrap), textCell(t.Label, b.styles.wrap), textCell(string(m.Status), b.styles.text),
		numberCell(m.Counted, b.styles.number), numberCell(m.Held, b.styles.number), numberCell(m.GoodPractice, b.styles.number),
		textCell(decision, b.styles.answer), textCell(comment, b.styles.answer), textCell(coder, b.styles.answer),
		textCell(t.ID, b.styles.text),
	}
	decided := textCell("", b.styles.quiet)
	if b.live {
		if decision != "" {
			decided.value = analysis.Text(c.ID + keySeparator + t.ID + keySeparator + decision)
		}
		at := func(column string) string { return fmt.Sprintf("$%s%d", cellLetters(column), row) }
		decided.formula = fmt.Sprintf(`IF(%[1]s="","",%[2]s&"%[4]s"&%[3]s&"%[4]s"&%[1]s)`, at(columnDecision), at("case_id"), at("theme_id"), keySeparator)
	}
	return append(cells, decided, textCell(string(m.Status), b.styles.quiet), numberCell(m.Counted, b.styles.quiet))
}

func (b *book) cellAnswers(last int) error {
	if err := b.choices(sheetCells, cellLetters(columnDecision), last, []string{"present", "absent"}, "Leave it empty to let the passages decide."); err != nil {
		return err
	}
	if err := b.statusFills(sheetCells, cellLetters("status"), last, []fill{
		{string(analysis.CellCounted), paleBlue}, {string(analysis.CellHeld), paleOrange},
		{string(analysis.CellDecidedPresent), paleBlue}, {string(analysis.CellDecidedAbsent), paleGrey},
	}); err != nil {
		return err
	}
	return b.printArea(sheetCells, cellColumns, columnCoder, last)
}

// liveCell is the formula of a cell of the matrix: what a person decided on the
// theme of the review, or else whether a passage makes it 1. Column and row are
// those of the sheet Matrix.
func (b *book) liveCell(column, row int) string {
	key := fmt.Sprintf(`$%s%d&"%s"&%s$%d`, columnLetters(columnCase), row, keySeparator, columnLetters(column), rowThemes)
	last := 1 + len(b.result.Matrix.Cases)*len(b.result.Matrix.Themes)
	decided := fmt.Sprintf("'%s'!$%s$2:$%[2]s$%d", sheetCells, cellLetters(columnDecided), last)
	counts := fmt.Sprintf("%s!$%s$2:$%[2]s$%d", sheetPassages, passageLetters(columnCountsAs), 1+max(1, b.result.Passages.Len()))
	return fmt.Sprintf(`IF(COUNTIF(%[1]s,%[3]s&"%[4]spresent")>0,1,IF(COUNTIF(%[1]s,%[3]s&"%[4]sabsent")>0,0,IF(COUNTIF(%[2]s,%[3]s)>0,1,0)))`,
		decided, counts, key, keySeparator)
}
