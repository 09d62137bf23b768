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

// nasty are texts that a spreadsheet is known to spoil.
var nasty = []string{
	"=1+1", "+44 1234", "-5", "@SUM(A1)", "'quoted", "_x0041_ stays", "two\nlines", "a\ttab",
	" spaces ", "<b>&amp;</b>", "emoji 👩‍👧 and “quotes”", "1.50", "TRUE", "2012-01-02", "#N/A", "ünïcode",
}

// fixture is an invented result: seven reviews of three areas, one of them
// unknown, five themes, and texts that are hard on a spreadsheet.
func fixture(t testing.TB) *analysis.Result {
	t.Helper()
	in := analysis.Input{Source: "Invented reviews."}
	for i, label := range []string{"Poor or absent assessment", "Lack of professional curiosity", "Voice of the child", "Record keeping", "Never found"} {
		in.Themes = append(in.Themes, analysis.Theme{
			ID: fmt.Sprintf("theme_%d", i), Label: label, Headline: i < 3, Definition: "What it is.",
			Include: []string{"one", "another"}, Near: []string{"theme_0"}, ChildVoice: "Nobody asked me.",
		})
	}
	in.Themes[3].Short = "Records"
	areas := []string{"Ambry", "ambry", "", "A*", "Ambry", "101", "Ambry"}
	for i, area := range areas {
		file := fmt.Sprintf("in a folder/review %d.pdf", i)
		in.Files = append(in.Files, analysis.File{File: file, ID: corpus.ID(fmt.Sprintf("%064d", i)), Kind: corpus.KindReview, Status: corpus.StatusOK, Engine: "pdf", Pages: 20 + i, Words: 1000 * i})
		in.Cases = append(in.Cases, corpus.Case{
			ID: fmt.Sprintf("review-%d", i), Title: nasty[i], Area: area, Year: []int{2012, 2012, 0, 2015, 2016, 2012, 2016}[i],
			Kind: corpus.KindReview, Include: i != 6, Files: []string{file}, Note: nasty[len(nasty)-1-i],
			Joins: []string{"summary.pdf: the same title", nasty[i]}, Edited: []string{"area", "note"}[:i%3],
		})
	}
	in.Files = append(in.Files, analysis.File{File: "broken.pdf", ID: "ff", Status: corpus.StatusFailed, Reason: "=cmd"})
	for i := range 60 {
		c := in.Cases[(i*i+i/7)%len(in.Cases)]
		in.Codings = append(in.Codings, corpus.Coding{
			PassageID: fmt.Sprintf("p%02d", i), CaseID: c.ID, File: c.Files[0], Page: i % 9, PageLabel: "xii", Paragraph: fmt.Sprintf("4.%d", i), Section: corpus.SectionFindings,
			Theme: fmt.Sprintf("theme_%d", i%4), Label: []corpus.Label{corpus.LabelDeficit, corpus.LabelDeficit, corpus.LabelGoodPractice}[i%3],
			Status: []corpus.CodingStatus{corpus.Counted, corpus.Rejected, corpus.Held, corpus.Counted, corpus.Held}[i%5],
			Reason: "a reason", Quote: nasty[i%len(nasty)], Span: corpus.Span{Start: 10 * i, End: 10*i + 5}, Rule: "r", Cue: "=c", Score: float64(i) / 60,
		})
	}
	yes, no := true, false
	at := "2026-01-01T00:00:00Z"
	in.Decisions = []corpus.Decision{
		{PassageID: "p03", Status: corpus.Held, Coder: "KL", Comment: "=why", Time: at},
		{CaseID: "review-1", Theme: "theme_2", Present: &yes, Coder: "KL", Time: at},
		{CaseID: "review-0", Theme: "theme_0", Present: &no, Coder: "KL", Time: at},
		{PassageID: "gone", Status: corpus.Held, Coder: "KL", Time: at},
		{PassageID: "p00", Status: corpus.Counted, Coder: "KL", Time: at}, // of a theme that is ruled absent
	}
	return analysed(t, in)
}

func analysed(t testing.TB, in analysis.Input) *analysis.Result {
	t.Helper()
	r, err := analysis.Analyse(in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// written returns the bytes of the workbook for r.
func written(t testing.TB, r *analysis.Result) []byte {
	t.Helper()
	var b bytes.Buffer
	opts := Options{
		Made:     []Fact{{"Tool", "thematic 0.1.0"}, {"Codebook SHA-256", strings.Repeat("ab", 32)}},
		BasePath: "../reports",
	}
	if err := Write(&b, r, opts); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// takesLong leaves a test out of short runs, as those with the race detector are: a
// workbook is written by two goroutines, as others of these tests show, and read by one.
func takesLong(t testing.TB) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
}

func reopened(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// rowsOf returns the raw values of a sheet.
func rowsOf(t testing.TB, f *excelize.File, sheet string) [][]string {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func at(row []string, column int) string {
	if column >= len(row) {
		return ""
	}
	return row[column]
}

func table(t testing.TB, r *analysis.Result, name string) analysis.Table {
	t.Helper()
	for _, table := range r.Tables() {
		if table.Name == name {
			var rows [][]analysis.Value
			for row := range table.All() {
				rows = append(rows, slices.Clone(row))
			}
			table.Rows = rows
			return table
		}
	}
	t.Fatalf("there is no table %s", name)
	return analysis.Table{}
}
