package workbook

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/corpus"
)

// answeredBook is a workbook of smallInput with two proposals and an answer in every sheet
// that takes some.
func answeredBook(t *testing.T) []byte {
	t.Helper()
	in := smallInput()
	in.Model = "a model"
	proposal := func(quote, paragraph string) corpus.Coding {
		return corpus.Coding{CaseID: "A", File: "a.pdf", Page: 1, Paragraph: paragraph, Quote: quote, Score: 0.9}
	}
	var b bytes.Buffer
	if err := Write(&b, analysed(t, in), Options{Uncoded: []corpus.Coding{proposal("The plan drifted.", "1.1"), proposal("He was not seen.", "1.2")}}); err != nil {
		t.Fatal(err)
	}
	f := reopened(t, b.Bytes())
	for _, answer := range []struct{ sheet, row, column, text string }{
		{sheetPassages, "p1", columnDecision, "rejected"}, {sheetPassages, "p2", columnMovedTo, "risk"}, {sheetPassages, "p4", columnDecision, "held"},
		{sheetReviews, "B", "area", "Marl"}, {sheetCells, "A", columnDecision, "present"}, {sheetMissed, "The plan drifted.", "theme", "voice"},
	} {
		rows := rowsOf(t, f, answer.sheet)
		at := slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, answer.row) })
		column := slices.IndexFunc(rows[headOfSheet(answer.sheet)], func(cell string) bool { return columnNamed(cell) == answer.column })
		if err := f.SetCellValue(answer.sheet, name(column+1, at+1), answer.text); err != nil {
			t.Fatal(err)
		}
	}
	b.Reset()
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// headOfSheet is the row of the headings of a sheet of answeredBook, from 0.
func headOfSheet(sheet string) int {
	if sheet == sheetMissed {
		return 3
	}
	return 0
}

// TestColumnsGone empties the columns of every sheet that takes answers, one at a time:
// without one of what the program wrote nothing is lost, and without one that says of what
// an answer is, that is said, and of no other row.
func TestColumnsGone(t *testing.T) {
	takesLong(t)
	book := answeredBook(t)
	const answers = 6
	said := map[string]string{
		"Reviews Case id":                "Reviews row 3 it has an answer and no column Case id",
		"Themes by review Case id":       "Themes by review row 2 it has an answer and no column Case id",
		"Themes by review Theme id":      "Themes by review row 2 it has an answer and no column Theme id",
		"Missed passages File":           "Missed passages row 5 it has an answer and no column File",
		"Missed passages Missed passage": "Missed passages row 5 it has an answer and no column Missed passage",
	}
	fewer := map[string]int{"Passages Decision": 2, "Passages Moved to theme": 1, "Reviews Area": 1, "Themes by review Decision": 1, "Missed passages Theme": 1}
	for _, sheet := range []string{sheetPassages, sheetReviews, sheetCells, sheetMissed} {
		for j, cell := range rowsOf(t, reopened(t, book), sheet)[headOfSheet(sheet)] {
			key := sheet + " " + cell
			got, err := withoutColumn(t, book, sheet, j+1)
			if key == "Passages Passage id" {
				if err == nil || !strings.Contains(err.Error(), "stand without the column Passage id") {
					t.Errorf("%s: got %v, want that it is gone", key, err)
				}
				continue
			}
			if err != nil {
				t.Fatalf("%s: %v", key, err)
			}
			var rejected []string
			for _, r := range got.Rejected {
				rejected = append(rejected, r.Place+" "+r.Reason)
			}
			want, lost := said[key], fewer[key]
			if want != "" {
				lost = 1
			}
			if len(got.Applied) != answers-lost || len(got.Strays)+len(got.Quiet) > 0 {
				t.Errorf("%s: %d answers are taken, want %d; strays %v, %v", key, len(got.Applied), answers-lost, got.Strays, got.Quiet)
			}
			if all := strings.Join(rejected, "; "); len(rejected) > 1 || !strings.HasPrefix(all, want) || want == "" && all != "" {
				t.Errorf("%s: rejected are %q, want %q", key, all, want)
			}
		}
	}
}

// withoutColumn reads a workbook in which a column of a sheet was emptied, its heading too.
func withoutColumn(t *testing.T, book []byte, sheet string, column int) (*Import, error) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for i := range rowsOf(t, f, sheet) { // the library cannot take a column away in which there are links
		if i < headOfSheet(sheet) {
			continue
		}
		if err := f.SetCellValue(sheet, name(column, i+1), nil); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return ReadDecisions("coded.xlsx", &b, Known{Input: smallInput(), Text: textsOfSmall}, monday, corpus.DefaultLimits())
}

// TestPassagesWithoutAnswers: passages without the columns in which a person decides are not
// taken for ones that the program missed.
func TestPassagesWithoutAnswers(t *testing.T) {
	csv := "Passage id,Theme,Label,Status,Quote,Comment,Coder\np1,Voice of the child,deficit,counted,Nobody asked.,,\n"
	got, err := ReadDecisions("back.csv", strings.NewReader(csv), Known{Input: smallInput()}, monday, corpus.DefaultLimits())
	if err == nil && len(got.Rejected) > 0 {
		t.Errorf("rejected are %+v, and nobody answered", got.Rejected)
	}
}

// TestSeveralThemesInACell: a cell that names several themes is told so, and what to do.
func TestSeveralThemesInACell(t *testing.T) {
	for text, want := range map[string]string{
		"Poor or absent assessment; Voice of the child": "names several themes, and a row takes one: copy the row",
		"risk, voice":                                      "names several themes",
		"risk and Child not heard":                         "names several themes",
		"Poor or absent assessment\nvoice":                 "names several themes",
		"Poor or absent assessment; Voice of the chidl":    "names several themes",
		"Poor or absent assessment; something else":        "the codebook has no theme",
		"Poor or absent assessment and Voice of the chidl": "the codebook has no theme",
		"Voice of the chid":                                "did you mean voice",
		"risk, and none":                                   "the codebook has no theme",
	} {
		table := Proposed([]corpus.Coding{{CaseID: "A", File: "a.pdf", Page: 1, Quote: "The plan drifted.", Score: 0.9}})
		table.Rows[0][3] = analysis.Text(text)
		got := broughtBack(t, table, smallInput())
		if len(got.Rejected) != 1 || !strings.Contains(got.Rejected[0].Reason, want) {
			t.Errorf("%q: got %+v, want it rejected with %q", text, got, want)
		}
	}
	csv := "Passage id,Moved to theme\np1,risk; voice\n"
	got, err := ReadDecisions("back.csv", strings.NewReader(csv), Known{Input: smallInput()}, monday, corpus.DefaultLimits())
	if err != nil || len(got.Rejected) != 1 || !strings.Contains(got.Rejected[0].Reason, "move it to one, and write its words on the sheet Missed passages") {
		t.Errorf("moved to two themes: got %+v, %v", got, err)
	}
}
