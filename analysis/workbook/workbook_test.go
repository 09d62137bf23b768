package workbook

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/corpus"
)

func TestSheets(t *testing.T) {
	f := reopened(t, written(t, fixture(t)))
	if got := f.GetSheetList(); !slices.Equal(got, sheetOrder) {
		t.Errorf("got sheets %q, want %q", got, sheetOrder)
	}
}

// TestSheetsEqualTables compares every cell of the sheets that hold a table
// row by row, found by their headings.
func TestSheetsEqualTables(t *testing.T) {
	r := fixture(t)
	f := reopened(t, written(t, r))
	for _, c := range []struct{ sheet, table string }{
		{sheetReviews, "cases"}, {sheetPassages, "passages"}, {sheetFiles, "files"},
	} {
		want := table(t, r, c.table)
		got := rowsOf(t, f, c.sheet)
		if len(got) != len(want.Rows)+1 {
			t.Fatalf("%s: got %d rows, want %d", c.sheet, len(got), len(want.Rows)+1)
		}
		for j, column := range want.Header {
			k := slices.Index(got[0], heading(column))
			if k < 0 {
				t.Errorf("%s has no column %q", c.sheet, heading(column))
				continue
			}
			for i, row := range want.Rows {
				want := row[j].String()
				if column == columnPage && want == "" {
					want = "open"
				}
				if got := at(got[i+1], k); got != want {
					t.Errorf("%s %s: got %q, want %q", c.sheet, name(k+1, i+2), got, want)
				}
			}
		}
	}
}

// TestPassagesNameTheirReview: each passage has the area and the year of its
// review.
func TestPassagesNameTheirReview(t *testing.T) {
	r := fixture(t)
	rows := rowsOf(t, reopened(t, written(t, r)), sheetPassages)
	for i, p := range slices.Collect(r.Passages.All()) {
		for _, c := range r.Cases {
			if c.ID != p.CaseID {
				continue
			}
			for _, column := range []string{corpus.ColumnArea, corpus.ColumnYear} {
				if got, want := at(rows[i+1], passagePlace(column)), c.Column(column); got != want {
					t.Errorf("%s of %s: got %q, want %q", column, p.PassageID, got, want)
				}
			}
		}
	}
}

func TestMatrixEqualsTable(t *testing.T) {
	r := fixture(t)
	f := reopened(t, written(t, r))
	want := table(t, r, "matrix")
	got := rowsOf(t, f, sheetMatrix)
	if !slices.Equal(slices.Delete(slices.Clone(got[0]), 1, 2), want.Header) {
		t.Errorf("got the ids %q, want %q", got[0], want.Header)
	}
	for i, row := range want.Rows {
		cells := got[rowHeadings+i]
		if cells[columnTitle-1] != r.Matrix.Cases[i].Title {
			t.Errorf("row %d: got title %q, want %q", i, cells[columnTitle-1], r.Matrix.Cases[i].Title)
		}
		for j, v := range row {
			k := j
			if j > 0 {
				k++ // the title
			}
			if got, want := at(cells, k), v.String(); got != want {
				t.Errorf("%s: got %q, want %q", name(k+1, rowHeadings+1+i), got, want)
			}
		}
	}
	for _, p := range r.Prevalence {
		column := newGrid(r).columns[p.Theme.ID] - 1
		if got, want := got[rowReviews-1][column], fmt.Sprint(p.Share.Count); got != want {
			t.Errorf("total of %s: got %s, want %s", p.Theme.ID, got, want)
		}
	}
}

func texts(values []analysis.Value) []string {
	list := make([]string, len(values))
	for i, v := range values {
		list[i] = v.String()
	}
	return list
}

func TestOverlapsEqualTables(t *testing.T) {
	r := fixture(t)
	rows := rowsOf(t, reopened(t, written(t, r)), sheetOverlaps)
	for i, want := range table(t, r, "overlaps").Rows {
		got := slices.Clone(rows[3+i])
		for len(got) < 6 {
			got = append(got, "")
		}
		if !slices.Equal(got[1:6], texts(want[1:])) {
			t.Errorf("region %s: got %q, want %q", want[0].Text, got, texts(want))
		}
	}
	square := 3 + len(r.Regions) + 2 + 3
	for _, c := range r.Pairs {
		j := slices.IndexFunc(r.Themes, func(t analysis.Theme) bool { return t.ID == c.A })
		k := slices.IndexFunc(r.Themes, func(t analysis.Theme) bool { return t.ID == c.B })
		if got, want := rows[square+j][1+k]+rows[square+k][1+j], strings.Repeat(fmt.Sprint(c.Both), 2); got != want {
			t.Errorf("%s and %s: got %q, want %q", c.A, c.B, got, want)
		}
	}
}

// TestNoTextIsAFormula: only the formulas of the workbook are formulas.
func TestNoTextIsAFormula(t *testing.T) {
	f := reopened(t, written(t, fixture(t)))
	for _, sheet := range sheetOrder {
		for i, row := range rowsOf(t, f, sheet) {
			for j, value := range row {
				formula, err := f.GetCellFormula(sheet, name(j+1, i+1))
				if err != nil {
					t.Fatal(err)
				}
				if formula != "" && slices.Contains(nasty, value) || strings.Contains(formula, "cmd") {
					t.Errorf("%s %s: %q became the formula %q", sheet, name(j+1, i+1), value, formula)
				}
			}
		}
	}
}

func TestChangedTextsAreListed(t *testing.T) {
	long := strings.Repeat("👩 nobody asked. ", 3000)
	in := analysis.Input{Themes: []analysis.Theme{{ID: "a", Label: "A"}}}
	in.Files = []analysis.File{{File: "x.pdf", ID: "x", Status: corpus.StatusOK, Reason: "bad\x00\x0bbytes"}}
	in.Cases = []corpus.Case{{ID: "x", Include: true, Files: []string{"x.pdf"}}}
	in.Codings = []corpus.Coding{{PassageID: "p", CaseID: "x", File: "x.pdf", Theme: "a", Status: corpus.Counted, Label: corpus.LabelDeficit, Quote: long}}
	f := reopened(t, written(t, analysed(t, in)))
	quote, err := f.GetCellValue(sheetPassages, passageLetters("quote")+"2")
	if err != nil {
		t.Fatal(err)
	}
	if n := units(quote); n > excelize.TotalCellChars || n < excelize.TotalCellChars-20 || !strings.HasSuffix(quote, cutMark) {
		t.Errorf("the quotation has %d units and ends %q", n, quote[len(quote)-20:])
	}
	if !strings.HasPrefix(long, strings.TrimSuffix(quote, cutMark)) {
		t.Error("the quotation is not the beginning of the text")
	}
	if reason, _ := f.GetCellValue(sheetFiles, "E2"); reason != "badbytes" {
		t.Errorf("got %q, want badbytes", reason)
	}
	log := fmt.Sprint(rowsOf(t, f, sheetLog))
	for _, want := range []string{"Passages " + passageLetters(columnQuote) + "2 " + whatCut, "Files E2 " + whatStripped} {
		if !strings.Contains(log, want) {
			t.Errorf("the log does not list %q:\n%s", want, log)
		}
	}
}

// TestEscapes: what looks like an escape of the file format is only text.
func TestEscapes(t *testing.T) {
	in := analysis.Input{}
	want := []string{"_x0041_", "_x005F_", "_x005F_x0041_", "a_x000D_b", "_X0041_", "__x0041__"}
	for i, reason := range want {
		in.Files = append(in.Files, analysis.File{File: fmt.Sprint(i), Status: corpus.StatusFailed, Reason: reason})
	}
	for i, row := range rowsOf(t, reopened(t, written(t, analysed(t, in))), sheetFiles)[1:] {
		if row[4] != want[i] {
			t.Errorf("got %q, want %q", row[4], want[i])
		}
	}
}

func TestLongAddressIsNotLinked(t *testing.T) {
	in := analysis.Input{Themes: []analysis.Theme{{ID: "a", Label: "A"}}}
	path := strings.Repeat("folder/", 40) + "x.pdf"
	in.Files = []analysis.File{{File: path, ID: "x", Status: corpus.StatusOK}}
	in.Cases = []corpus.Case{{ID: "x", Include: true, Files: []string{path}}}
	in.Codings = []corpus.Coding{{PassageID: "p", CaseID: "x", File: path, Page: 7, Theme: "a", Status: corpus.Counted, Label: corpus.LabelDeficit}}
	f := reopened(t, written(t, analysed(t, in)))
	at := passageLetters(columnPage) + "2"
	formula, _ := f.GetCellFormula(sheetPassages, at)
	page, _ := f.GetCellValue(sheetPassages, at)
	if log := fmt.Sprint(rowsOf(t, f, sheetLog)); formula != "" || page != "7" || !strings.Contains(log, "Passages "+at+" the page is not linked") {
		t.Errorf("formula %q, page %q, log %s", formula, page, log)
	}
}

func TestPageAddress(t *testing.T) {
	for _, c := range []struct {
		base, file string
		page       int
		want       string
	}{
		{"../reports", "a b/c#1.pdf", 3, "../reports/a%20b/c%231.pdf#page=3"},
		{"r/", `say "x".PDF`, 12, "r/say%20%22x%22.PDF#page=12"},
		{`C:/my "r"`, "a.docx", 1, "C:/my%20%22r%22/a.docx"},
		{"../SCRs #2 (50%)", "a.pdf", 1, "../SCRs%20%232%20%2850%25%29/a.pdf#page=1"},
		{"r", "a.pdf", 0, "r/a.pdf"},
	} {
		if got := pageAddress(c.base, c.file, c.page); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

func TestDecisions(t *testing.T) {
	r := fixture(t)
	f := reopened(t, written(t, r))
	rows := rowsOf(t, f, sheetPassages)
	decision := slices.Index(rows[0], "Decision")
	if want := []string{"Decision", "Moved to theme", "Comment", "Coder"}; !slices.Equal(rows[0][decision:decision+4], want) {
		t.Fatalf("got the columns %q, want %q", rows[0], want)
	}
	for i, p := range slices.Collect(r.Passages.All()) {
		want := "|||"
		if d := p.Decision; d != nil {
			moved := ""
			if d.MovedTo != "" {
				moved = p.ThemeLabel
			}
			want = strings.Join([]string{string(d.Status), moved, d.Comment, d.Coder}, "|")
		}
		row := rows[i+1]
		if got := at(row, decision) + "|" + at(row, decision+1) + "|" + at(row, decision+2) + "|" + at(row, decision+3); got != want {
			t.Errorf("passage %s: got %q, want %q", p.PassageID, got, want)
		}
	}
	lists, err := f.GetDataValidations(sheetPassages)
	if err != nil || len(lists) != 2 {
		t.Fatalf("got the drop-downs %+v, %v", lists, err)
	}
	for i, want := range []string{`"counted,held,rejected"`, fmt.Sprintf("Codebook!$B$2:$B$%d", 1+len(r.Themes))} {
		if cells := fmt.Sprintf("%s2:%[1]s%d", columnLetters(decision+1+i), len(rows)); lists[i].Sqref != cells || lists[i].Formula1 != want {
			t.Errorf("got the drop-down %s for %s, want %s for %s", lists[i].Formula1, lists[i].Sqref, want, cells)
		}
	}
}

// TestSameBytes: the order of the input makes no difference.
func TestSameBytes(t *testing.T) {
	want := written(t, fixture(t))
	for range 5 {
		if !bytes.Equal(written(t, fixture(t)), want) {
			t.Fatal("two workbooks of the same result differ")
		}
	}
}

func TestNothingAtAll(t *testing.T) {
	for name, in := range map[string]analysis.Input{
		"nothing":    {},
		"no reviews": {Themes: []analysis.Theme{{ID: "a", Label: "A"}, {ID: "b", Label: "B"}}},
		"no themes":  {Cases: []corpus.Case{{ID: "x", Include: true}}},
	} {
		f := reopened(t, written(t, analysed(t, in)))
		rows := rowsOf(t, f, sheetStatistics)
		if len(in.Themes) > 0 && !slices.Equal(rows[3], []string{"A", "0", "0", "n/a", "n/a", "n/a", "0", "0", "0"}) {
			t.Errorf("%s: got %q", name, rows[3])
		}
	}
}

func TestTooManyPassages(t *testing.T) {
	r := &analysis.Result{Passages: analysis.PassagesOf(make([]analysis.Passage, maxPassages+1))}
	if err := Write(&bytes.Buffer{}, r, Options{}); err == nil || !strings.Contains(err.Error(), "passages.csv") {
		t.Errorf("got %v, want an error that names passages.csv", err)
	}
}

// TestCircumstancesHaveSheetsOfTheirOwn also brings a decision on one back.
func TestCircumstancesHaveSheetsOfTheirOwn(t *testing.T) {
	in := analysis.Input{
		Themes: []analysis.Theme{{ID: "risk", Label: "Risk"}},
		Cases:  []corpus.Case{{ID: "x", Title: "Child X", Include: true, Files: []string{"x.pdf"}}},
		Files:  []analysis.File{{File: "x.pdf", Status: corpus.StatusOK}},
		Beside: &analysis.BesideInput{
			Name: "factors", Title: "Circumstances", Themes: []analysis.Theme{{ID: "debt", Label: "Debt"}},
			Codings: []corpus.Coding{{PassageID: "f1", CaseID: "x", File: "x.pdf", Theme: "debt", Label: corpus.LabelFactor, Status: corpus.Counted, Quote: "They owed rent."}},
		},
	}
	r, err := analysis.Analyse(in)
	if err != nil {
		t.Fatal(err)
	}
	f := reopened(t, written(t, r))
	if got := rowsOf(t, f, sheetBeside)[3]; !slices.Equal(got[:4], []string{"Debt", "", "1", "1"}) {
		t.Errorf("got %q, want debt in one review of one", got)
	}
	rows := rowsOf(t, f, sheetBeside)
	second := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 0 && row[0] == "Which review states what" })
	var printed struct {
		Breaks []struct {
			ID int `xml:"id,attr"`
		} `xml:"rowBreaks>brk"`
	}
	place, _ := f.GetSheetIndex(sheetBeside)
	readPart(t, written(t, r), fmt.Sprintf("xl/worksheets/sheet%d.xml", place+1), &printed)
	if len(printed.Breaks) != 1 || printed.Breaks[0].ID != second {
		t.Errorf("in print a page begins behind the rows %v, want %d", printed.Breaks, second)
	}
	for _, sheet := range []string{sheetMatrix, sheetStatistics, sheetOverlaps, sheetPassages, sheetCodebook} {
		if text := fmt.Sprint(rowsOf(t, f, sheet)); strings.Contains(text, "Debt") || strings.Contains(text, "debt") {
			t.Errorf("the sheet %s speaks of a circumstance", sheet)
		}
	}
	at := columnLetters(1+slices.Index(rowsOf(t, f, sheetBesidePassages)[0], "Decision")) + "2"
	if err := f.SetCellValue(sheetBesidePassages, at, "rejected"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	got, err := ReadDecisions("coded.xlsx", &b, Known{Input: in.WithBeside()}, By{Coder: "KL", Time: "2026-01-01T00:00:00Z"}, corpus.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Applied) != 1 || got.Applied[0].PassageID != "f1" || got.Applied[0].Theme != "debt" {
		t.Errorf("got %+v, want one decision on f1", got.Applied)
	}
}

// TestBoldCue: a quotation with a part of it in bold is the same text, whatever
// stands in it.
func TestBoldCue(t *testing.T) {
	in := analysis.Input{Themes: []analysis.Theme{{ID: "a", Label: "A"}}}
	in.Files = []analysis.File{{File: "x.pdf", ID: "x", Status: corpus.StatusOK}}
	in.Cases = []corpus.Case{{ID: "x", Include: true, Files: []string{"x.pdf"}}}
	for i, quote := range nasty {
		s := corpus.Span{Start: 100 * i, End: 100*i + len(quote)}
		in.Codings = append(in.Codings, corpus.Coding{
			PassageID: fmt.Sprintf("p%02d", i), CaseID: "x", File: "x.pdf", Theme: "a", Status: corpus.Counted, Label: corpus.LabelDeficit,
			Quote: quote, Span: s, Match: corpus.Span{Start: s.Start + 1, End: s.End - 1},
		})
	}
	data := written(t, analysed(t, in))
	for name, f := range map[string]*excelize.File{"as written": reopened(t, data), "by LibreOffice": reopened(t, savedByLibreOffice(t, data, "xlsx"))} {
		for i, row := range rowsOf(t, f, sheetPassages)[1:] {
			if got := row[passagePlace(columnQuote)]; got != nasty[i] {
				t.Errorf("%s: got %q, want %q", name, got, nasty[i])
			}
		}
	}
	runs, err := reopened(t, data).GetCellRichText(sheetPassages, passageLetters(columnQuote)+"2")
	if err != nil || len(runs) != 3 || !runs[1].Font.Bold || runs[0].Font.Bold {
		t.Errorf("got %+v, %v, want the middle in bold", runs, err)
	}
}

// TestPageThatIsNotKnown: its cell opens the file, of which the name is no formula.
func TestPageThatIsNotKnown(t *testing.T) {
	in := analysis.Input{Themes: []analysis.Theme{{ID: "a", Label: "A"}}}
	in.Files = []analysis.File{{File: "q.docx", ID: "x", Status: corpus.StatusOK}}
	in.Cases = []corpus.Case{{ID: "x", Include: true, Files: []string{"q.docx"}}}
	in.Codings = []corpus.Coding{{PassageID: "p", CaseID: "x", File: "q.docx", Theme: "a", Status: corpus.Counted, Label: corpus.LabelDeficit}}
	f := reopened(t, written(t, analysed(t, in)))
	for column, want := range map[string][2]string{columnPage: {"open", `HYPERLINK("../reports/q.docx","open")`}, "file": {"q.docx", ""}} {
		at := passageLetters(column) + "2"
		value, _ := f.GetCellValue(sheetPassages, at)
		formula, _ := f.GetCellFormula(sheetPassages, at)
		if got := [2]string{value, formula}; got != want {
			t.Errorf("%s: got %q, want %q", column, got, want)
		}
	}
}

// TestLinkNote holds that the sheet Read me speaks of underlined pages where there are any,
// and of what they open.
func TestLinkNote(t *testing.T) {
	r := fixture(t)
	for _, c := range []struct {
		opts Options
		want string
	}{
		{Options{}, ""},
		{Options{BasePath: "../reports"}, "it opens the file"},
		{Options{Address: func(*analysis.Passage) string { return "reviews/x.html" }}, "it opens the review at the passage"},
	} {
		var data bytes.Buffer
		if err := Write(&data, r, c.opts); err != nil {
			t.Fatal(err)
		}
		said := fmt.Sprint(rowsOf(t, reopened(t, data.Bytes()), sheetReadMe))
		if got := strings.Contains(said, "underlined"); got != (c.want != "") || !strings.Contains(said, c.want) {
			t.Errorf("want %q, got %s", c.want, said)
		}
	}
}
