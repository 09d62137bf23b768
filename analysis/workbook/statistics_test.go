package workbook

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

// TestStatisticsEqualTables finds the blocks of the sheet and compares their
// cells with the tables.
func TestStatisticsEqualTables(t *testing.T) {
	r := fixture(t)
	rows := rowsOf(t, reopened(t, written(t, r)), sheetStatistics)
	for i, want := range table(t, r, "prevalence").Rows {
		if got := append(rows[3+i], ""); !slices.Equal(got[:len(want)-1], texts(want[1:])) { // an empty cell at the end is not read
			t.Errorf("prevalence: got %q, want %q", got, texts(want[1:]))
		}
	}
	area := 3 + len(r.Themes) + 2 + 2
	for i, g := range r.ByArea {
		if got, want := at(rows[area], 1+2*i), g.Area; got != want && !(want == "" && got == notKnown) {
			t.Errorf("area %d: got %q, want %q", i, got, want)
		}
	}
	for i, want := range table(t, r, "by_area").Rows {
		group, theme := i/len(r.Themes), i%len(r.Themes)
		row := rows[area+3+theme]
		got := []string{row[0], row[1+2*group], at(rows[area+2], 1+2*group), row[2+2*group]}
		if !slices.Equal(got, texts(want[2:6])) {
			t.Errorf("by area: got %q, want %q", got, texts(want[2:6]))
		}
	}
	year := area + 3 + len(r.Themes) + 2 + 2
	for i, want := range table(t, r, "by_year").Rows {
		group, theme := i/len(r.Themes), i%len(r.Themes)
		row := rows[year+2+theme]
		got := []string{row[0], row[1+group], rows[year+1][1+group]}
		if !slices.Equal(got, texts(want[2:5])) {
			t.Errorf("by year: got %q, want %q", got, texts(want[2:5]))
		}
	}
}

// TestManyAreas: areas that would make the sheet too wide stand below the others.
func TestManyAreas(t *testing.T) {
	in := analysis.Input{Themes: []analysis.Theme{{ID: "a", Label: "A"}}}
	for i := range areasAcross + 2 {
		file := fmt.Sprintf("%d.pdf", i)
		in.Files = append(in.Files, analysis.File{File: file, ID: corpus.ID(file), Status: corpus.StatusOK})
		in.Cases = append(in.Cases, corpus.Case{ID: file, Area: fmt.Sprintf("Area %d", i), Include: true, Files: []string{file}})
	}
	in.Codings = []corpus.Coding{{PassageID: "p", CaseID: "8.pdf", File: "8.pdf", Theme: "a", Status: corpus.Counted, Label: corpus.LabelDeficit}}
	rows := rowsOf(t, reopened(t, written(t, analysed(t, in))), sheetStatistics)
	for i, row := range rows {
		if len(row) > 1+2*areasAcross {
			t.Errorf("row %d has %d columns", i+1, len(row))
		}
	}
	below := slices.IndexFunc(rows, func(row []string) bool { return at(row, 1) == "Area 7" })
	if below < 0 || at(rows[below], 3) != "Area 8" {
		t.Fatalf("the last areas are not below the first: %q", rows)
	}
	if got, want := rows[below+3], []string{"A", "0", "0", "1", "100"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestStatisticsSaysWhatIsFrozen: of each column that follows no change in the
// workbook the sheet says so.
func TestStatisticsSaysWhatIsFrozen(t *testing.T) {
	f := reopened(t, written(t, fixture(t)))
	rows := rowsOf(t, f, sheetStatistics)
	frozen := 0
	for j, head := range rows[2][1:] {
		formula, err := f.GetCellFormula(sheetStatistics, name(j+2, 4))
		if err != nil {
			t.Fatal(err)
		}
		if formula != "" {
			continue
		}
		frozen++
		if note := rows[1][0]; !strings.Contains(note, head) {
			t.Errorf("the column %q has no formula, and the note does not say so: %q", head, note)
		}
	}
	if frozen == 0 {
		t.Error("every column has a formula: the note is not needed")
	}
}

// TestComparisonsStacked: a note of a table runs on over the empty cells beside it
// and does not widen a column of numbers of another table, and percentages have
// one decimal in every row.
func TestComparisonsStacked(t *testing.T) {
	r := fixture(t)
	for _, theme := range r.Themes {
		r.Twice = append(r.Twice, analysis.Twice{Theme: theme.ID, Both: 1, ReportOnly: 1})
	}
	f := reopened(t, written(t, r))
	var both bool
	percents := 0
	var head []string
	for i, row := range rowsOf(t, f, sheetCompared) {
		if len(row) > 1 && row[0] == heading("theme") {
			head = row
			both = both || slices.Contains(row, heading("in_report"))
			continue
		}
		for j := range row {
			if j >= len(head) || len(row) == 1 || row[j] == "" {
				continue
			}
			switch shown, err := f.GetCellValue(sheetCompared, name(j+1, i+1)); {
			case err != nil:
				t.Fatal(err)
			case head[j] == heading("percent_a"):
				percents++
				if !strings.Contains(shown, ".") && shown != "n/a" {
					t.Errorf("%s shows %q, want one decimal", name(j+1, i+1), shown)
				}
			}
		}
	}
	if !both || percents == 0 {
		t.Fatalf("the sheet has reports and summaries: %v; and %d percentages", both, percents)
	}
	for j := 8; j < 19; j++ { // numbers of the first table, where the note of the second stands too
		if w, err := f.GetColWidth(sheetCompared, columnLetters(j+1)); err != nil || w > 22 {
			t.Errorf("column %s is %v wide, error %v", columnLetters(j+1), w, err)
		}
	}
}

// TestDecimalsShow: numbers show the decimals that they are rounded to, zeros behind them
// included, so that those of a column stand below one another.
func TestDecimalsShow(t *testing.T) {
	var row []analysis.Value
	for decimals := range uint8(mostDecimals + 1) {
		row = append(row, analysis.Decimal(1, true, decimals))
	}
	table := analysis.Table{Name: "numbers", Header: []string{"a", "b", "c", "d", "e", "f", "g"}, Rows: [][]analysis.Value{row}}
	var b bytes.Buffer
	if err := WriteTables(&b, []analysis.Table{table}); err != nil {
		t.Fatal(err)
	}
	f := reopened(t, b.Bytes())
	for j, want := range []string{"1", "1.0", "1.00", "1.000", "1.0000", "1.00000", "1.000000"} {
		if got, err := f.GetCellValue("Numbers", name(j+1, 2)); err != nil || got != want {
			t.Errorf("%d decimals: shows %q, %v, want %q", j, got, err, want)
		}
	}
}

// TestLongTablesGoOn: every page of the sheets Comparisons, Statistics and Overlaps begins with a
// title and headings, also where a table takes several, and no row of it is lost.
func TestLongTablesGoOn(t *testing.T) {
	takesLong(t)
	in := analysis.Input{Source: "Invented reviews."}
	for i := range 90 {
		in.Themes = append(in.Themes, analysis.Theme{ID: fmt.Sprintf("t%d", i), Label: fmt.Sprintf("Theme %d", i)})
	}
	for i := range 12 {
		file := fmt.Sprintf("%d.pdf", i)
		in.Files = append(in.Files, analysis.File{File: file, ID: corpus.ID(file), Status: corpus.StatusOK})
		in.Cases = append(in.Cases, corpus.Case{ID: file, Area: []string{"Ambry", "Marl"}[i%2], Kind: []corpus.Kind{corpus.KindReview, corpus.KindSummary}[i%2], Year: 2012 + i%2, Include: true, Files: []string{file}})
	}
	r := analysed(t, in)
	data := written(t, r)
	f := reopened(t, data)
	for _, sheet := range []string{sheetCompared, sheetStatistics, sheetOverlaps} {
		var printed struct {
			Breaks []struct {
				ID int `xml:"id,attr"`
			} `xml:"rowBreaks>brk"`
		}
		place, _ := f.GetSheetIndex(sheet)
		readPart(t, data, fmt.Sprintf("xl/worksheets/sheet%d.xml", place+1), &printed)
		rows := rowsOf(t, f, sheet)
		goesOn := 0
		for _, b := range printed.Breaks {
			title := at(rows[b.ID], 0)
			if strings.HasSuffix(title, ", continued") {
				goesOn++
			}
			headed := slices.IndexFunc(rows[b.ID:], func(row []string) bool { return at(row, 0) == "Theme" })
			if !slices.ContainsFunc([]string{"By ", "In how many reviews", "Two themes in"}, func(begins string) bool { return strings.HasPrefix(title, begins) }) || headed < 1 || headed > 3 {
				t.Errorf("%s: a page begins with %q, and its headings stand %d rows below", sheet, rows[b.ID], headed)
			}
		}
		if least := map[string]int{sheetCompared: 2, sheetStatistics: 5, sheetOverlaps: 1}[sheet]; goesOn < least {
			t.Errorf("%s: %d pages go on with a table, want at least %d", sheet, goesOn, least)
		}
		n := 0
		for _, row := range rows {
			if at(row, 0) == "Theme 89" {
				n++
			}
		}
		if n < 2 && sheet != sheetOverlaps || n == 0 {
			t.Errorf("%s: the last theme stands in %d rows", sheet, n)
		}
	}
}
