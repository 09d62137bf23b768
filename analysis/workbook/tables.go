package workbook

import (
	"io"
	"slices"
	"strings"

	"thematic/analysis"
)

// textWidths are the widths of the columns of a table that hold texts.
var textWidths = map[string]float64{
	"theme": labelWidth, "theme_a": 28, "theme_b": 28, "group_a": 22, "group_b": 22, "note": 56, "themes": labelWidth,
	"cases": 60, "section": 18, "rule": 30,
}

// width returns the width of a column of a table.
func width(name string) float64 {
	if w, ok := textWidths[name]; ok {
		return w
	}
	return numberWidth + 1
}

// shown returns the columns of a table that a sheet shows: all but the ids of
// themes, which are for programs.
func shown(t analysis.Table) []column {
	var columns []column
	for _, name := range t.Header {
		if _, isText := textWidths[name]; name != "theme_id" {
			columns = append(columns, column{name, width(name), !isText})
		}
	}
	return columns
}

// tableSheet writes a sheet of one table, in the columns given.
func (b *book) tableSheet(sheet string, t analysis.Table, columns []column) error {
	widths := widthsOf(columns)
	s, err := b.open(sheet, layout{widths: widths, freezeRows: 1, freezeCols: 1})
	if err != nil {
		return err
	}
	s.filtered(columns, t.Len())
	s.tableRows(t, columns, widths)
	return s.close()
}

// tableRows writes the rows of a table in the columns given, below columns of
// the widths given.
func (s *sheet) tableRows(t analysis.Table, columns []column, widths []float64) {
	places := make([]int, len(columns))
	for i, c := range columns {
		places[i] = slices.Index(t.Header, c.name)
	}
	for row := range t.All() {
		cells, texts := make([]cell, len(columns)), make([]string, len(columns))
		for i, j := range places {
			cells[i] = cell{value: row[j], style: s.book.styles.wrap}
			if row[j].Kind != analysis.TextValue {
				cells[i].style = s.book.styles.rounded[row[j].Decimals]
			} else if columns[i].name == "themes" {
				cells[i].value = analysis.Text(s.book.named(row[j].Text))
			}
			if runsOn(columns, i, widths) {
				cells[i].style = s.book.styles.text
				continue
			}
			texts[i] = cells[i].value.Text
		}
		high := height(texts, widths)
		if s.again != nil {
			s.goOn(high)
		}
		s.add(high, cells...)
	}
}

// runsOn says whether the texts of a column stand in one line over the empty
// cells beside it: those of a note behind which other tables of the sheet go on.
func runsOn(columns []column, i int, widths []float64) bool {
	return columns[i].name == "note" && i == len(columns)-1 && len(columns) < len(widths)
}

// stackedTable is one table of a sheet that has several.
type stackedTable struct{ name, title, note string }

// stacked writes tables below one another, each under a title, a note and its
// headings, which stand again on each page that a table takes. The columns are as wide as the widest of their place, but for notes
// behind which the columns of another table go on.
func (b *book) stacked(sheet string, parts []stackedTable) error {
	most := 0
	for _, part := range parts {
		most = max(most, len(shown(b.tables[part.name])))
	}
	widths := make([]float64, most)
	for _, part := range parts {
		columns := shown(b.tables[part.name])
		for j, c := range columns {
			if !runsOn(columns, j, widths) {
				widths[j] = max(widths[j], c.width)
			}
		}
	}
	s, err := b.open(sheet, layout{widths: widths, freezeCols: 1})
	if err != nil {
		return err
	}
	for i, part := range parts {
		if i > 0 {
			s.breakPage()
		}
		t := b.tables[part.name]
		s.section(part.title, part.note)
		if t.Len() == 0 {
			s.add(0, textCell("There is nothing to show.", b.styles.text))
		} else {
			columns := shown(t)
			s.headings(columns)
			s.again = func() {
				s.continued(part.title)
				s.headings(columns)
			}
			s.tableRows(t, columns, widths)
		}
		s.skip(2)
	}
	return s.close()
}

// named returns the names of themes whose ids are given, joined as in a table.
func (b *book) named(ids string) string {
	var names []string
	for _, id := range strings.Split(ids, "&") {
		name := id
		for _, t := range b.result.Themes {
			if t.ID == id {
				name = t.Name()
			}
		}
		names = append(names, name)
	}
	return strings.Join(names, " + ")
}

// compared writes how groups of reviews differ.
func (b *book) compared() error {
	var parts []stackedTable
	for _, c := range b.result.Comparisons {
		parts = append(parts, stackedTable{"compare_" + c.By, "By " + c.By,
			"Differences in percentage points with their 95% interval; p by Fisher's exact test, q adjusted for the number of tests. " +
				"The numbers are those of compare_" + c.By + ".csv."})
	}
	if len(b.result.ByColumn) > 0 {
		parts = append(parts, stackedTable{"compare_columns", "By the columns that people added",
			"The same for each column added to cases.csv that makes groups, with the trend of each theme where the column holds numbers. " +
				"The numbers are those of compare_columns.csv."})
	}
	if len(b.result.Twice) > 0 {
		parts = append(parts, stackedTable{"report_and_summary", "Report and summary of the same reviews",
			"What the kind of document alone moves: themes found in the full report and in the executive summary of reviews read in both forms; " +
				"p by McNemar's exact test. The numbers are those of report_and_summary.csv."})
	}
	return b.stacked(sheetCompared, parts)
}

// further writes the tables that have a sheet of their own.
func (b *book) further() error {
	for _, sheet := range []struct{ name, table string }{
		{sheetTrends, "trend"}, {sheetFirm, "robustness"}, {sheetTogether, "combinations"}, {sheetChecked, "checked"},
	} {
		t := b.tables[sheet.table]
		if err := b.tableSheet(sheet.name, t, shown(t)); err != nil {
			return err
		}
	}
	return nil
}

// WriteTables writes a workbook with a sheet for each table, named after it.
func WriteTables(w io.Writer, tables []analysis.Table) error {
	names := make([]string, len(tables))
	for i, t := range tables {
		names[i] = heading(t.Name)
	}
	return write(w, "workbook", &analysis.Result{}, Options{}, names, func(b *book) (fills []func() error) {
		for i, t := range tables {
			fills = append(fills, func() error { return b.tableSheet(names[i], t, fitted(t)) })
		}
		return fills
	})
}

// fitted returns the columns of a table, as wide as what stands in them.
func fitted(t analysis.Table) []column {
	columns := make([]column, len(t.Header))
	for j, head := range t.Header {
		columns[j] = column{head, 14, false}
		for row := range t.All() {
			switch n := len(row[j].Text); {
			case row[j].Kind != analysis.TextValue:
				columns[j].number = true
			case n > 40:
				columns[j].width = 80
			default:
				columns[j].width = max(columns[j].width, float64(n))
			}
		}
	}
	return columns
}

var evidenceColumns = []column{
	{"case_id", 26, false}, {"fact", 18, false}, {"value", 40, false}, {"page", 8, true}, {"quote", 80, false}, {"file", 40, false},
}

// facts lists what the reports say of themselves, with the words that say so.
func (b *book) facts() error {
	return b.tableSheet(sheetFacts, b.tables["facts"], evidenceColumns)
}

// fileColumns have the hash, which is for programs, at the end.
var fileColumns = []column{
	{"file", 52, false}, {"kind", 18, false}, {"case_id", 30, false}, {"status", 12, false}, {"reason", 52, false},
	{"engine", 14, false}, {"pages", 8, true}, {"words", 10, true}, {"sha256", 72, false},
}

// files lists every file that was met.
func (b *book) files() error {
	t := b.tables["files"]
	last := t.Len() + 1
	if err := b.statusFills(sheetFiles, lettersOf(fileColumns, "status"), last, []fill{{"partial", paleOrange}, {"needs_ocr", paleOrange}, {"failed", paleOrange}}); err != nil {
		return err
	}
	if err := b.printArea(sheetFiles, fileColumns, "words", last); err != nil {
		return err
	}
	return b.tableSheet(sheetFiles, t, fileColumns)
}
