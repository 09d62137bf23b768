package workbook

import (
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

// shownTable is a table as a sheet shows it: the ids of themes, for programs,
// are left out.
func shownTable(t analysis.Table) (columns []column, keep []int) {
	for j, name := range t.Header {
		if name == "theme_id" {
			continue
		}
		_, isText := textWidths[name]
		columns = append(columns, column{name, width(name), !isText})
		keep = append(keep, j)
	}
	return columns, keep
}

// stacked writes tables below one another, each under a title, a note and its
// headings. The columns are as wide as the widest of their place.
func (b *book) stacked(sheet string, parts []stackedTable) error {
	var widths []float64
	for _, part := range parts {
		columns, _ := shownTable(b.tables[part.name])
		for j, c := range columns {
			if j == len(widths) {
				widths = append(widths, c.width)
			}
			widths[j] = max(widths[j], c.width)
		}
	}
	s, err := b.open(sheet, layout{widths: widths, freezeCols: 1})
	if err != nil {
		return err
	}
	for _, part := range parts {
		s.section(part.title, part.note)
		s.tableRows(b.tables[part.name], widths)
		s.skip(2)
	}
	return s.close()
}

// stackedTable is one table of a sheet that has several.
type stackedTable struct{ name, title, note string }

func (s *sheet) tableRows(t analysis.Table, widths []float64) {
	columns, keep := shownTable(t)
	if len(t.Rows) == 0 {
		s.add(0, textCell("There is nothing to show.", s.book.styles.text))
		return
	}
	s.headings(columns)
	for _, row := range t.Rows {
		cells, texts := make([]cell, len(keep)), make([]string, len(keep))
		for i, j := range keep {
			cells[i] = cell{value: row[j], style: s.book.styles.wrap}
			if columns[i].number {
				cells[i].style = s.book.styles.general
				continue
			}
			if columns[i].name == "themes" {
				cells[i].value = text(s.book.named(row[j].Text))
			}
			texts[i] = cells[i].value.Text
		}
		s.add(height(texts, widths), cells...)
	}
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
			"Differences in percentage points with their 95% interval; p by Fisher's exact test, q adjusted for the number of tests. The numbers are those of compare_" + c.By + ".csv."})
	}
	if len(b.result.ByColumn) > 0 {
		parts = append(parts, stackedTable{"compare_columns", "By the columns that people added",
			"The same for each column added to cases.csv that makes groups, with the trend of each theme where the column holds numbers. The numbers are those of compare_columns.csv."})
	}
	return b.stacked(sheetCompared, parts)
}

// trends writes what changes over the years, which themes come together, how
// firm each figure is, and how much of it a person has checked.
func (b *book) trends() error {
	return b.stacked(sheetTrends, []stackedTable{
		{"trend", "Over the years", "Whether a theme becomes more or less frequent with the year of publication. The numbers are those of trend.csv."},
		{"robustness", "How firm each figure is", "The range when one review is left out, and when the reviews are drawn again. The numbers are those of robustness.csv."},
		{"combinations", "Themes that come together", "The most frequent combinations. The numbers are those of combinations.csv."},
		{"checked", "How much a person has checked", "Passages and themes of reviews on which a person has decided, when the workbook was written."},
	})
}
