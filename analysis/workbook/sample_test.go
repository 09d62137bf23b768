package workbook

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/analysis/agreement"
	"thematic/corpus"
)

// sampled returns the workbook of a draw.
func sampled(t *testing.T, r *analysis.Result, draw analysis.Draw) []byte {
	t.Helper()
	sample, err := r.Draw(draw)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := WriteSample(&b, r, sample, Options{Made: []Fact{{"Tool", "thematic"}}}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func coderOf(t *testing.T, name string, data []byte) agreement.Coder {
	t.Helper()
	c, err := ReadCoder(name, bytes.NewReader(data), CoderOptions{Limits: corpus.DefaultLimits()})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestSampleIsBlind: no sheet of a sample says what the program or a person
// makes of a passage.
func TestSampleIsBlind(t *testing.T) {
	in := smallInput()
	for i := range in.Codings {
		c := &in.Codings[i]
		c.Reason, c.Rule, c.Cue, c.Score = "SECRET reason", "SECRET.rule", "SECRET cue", 0.777
	}
	yes := true
	in.Decisions = []corpus.Decision{
		{PassageID: "p1", Status: corpus.Held, Coder: "SECRET", Comment: "SECRET", Time: monday.Time},
		{CaseID: "A", Theme: "voice", Present: &yes, Coder: "SECRET", Time: monday.Time},
	}
	r := analysed(t, in)
	for _, draw := range []analysis.Draw{{N: 4, Passages: true, By: []string{"status", "label"}}, {N: 4, Passages: true}, {N: 2}} {
		f := reopened(t, sampled(t, r, draw))
		for _, sheet := range f.GetSheetList() {
			text := fmt.Sprint(rowsOf(t, f, sheet))
			if strings.Contains(text, "SECRET") || strings.Contains(text, "0.777") || strings.Contains(text, "decided_") ||
				strings.Contains(text, "deficit") && sheet == sheetPassages || strings.Contains(text, "counted") && sheet == sheetSample {
				t.Errorf("%+v: the sheet %s says what is not to be known: %s", draw, sheet, text)
			}
		}
	}
	if !bytes.Equal(sampled(t, r, analysis.Draw{N: 2, Passages: true, Seed: 4}), sampled(t, r, analysis.Draw{N: 2, Passages: true, Seed: 4})) {
		t.Error("the same draw has other bytes")
	}
}

// TestSampleOfPassages codes a sample, compares it and brings it in.
func TestSampleOfPassages(t *testing.T) {
	in := smallInput()
	r := analysed(t, in)
	f := reopened(t, sampled(t, r, analysis.Draw{N: 4, Passages: true}))
	edit(t, f, map[[2]string]string{
		{"p1", "Decision"}: "counted", {"p3", "Decision"}: "counted", {"p4", "Moved to theme"}: "Voice of the child",
	})
	data := saved(t, f)
	report, err := agreement.Compare([]agreement.Coder{coderOf(t, "first", written(t, r)), coderOf(t, "second", data)}, agreement.Options{})
	if err != nil {
		t.Fatal(err)
	}
	// p1: both; p2: not judged; p3 and p4: only one of them; p4 as voice: only
	// the second.
	if overall := report.ByPassage.Overall; overall.Units != 4 || overall.Figures[0].Value != 0.25 {
		t.Errorf("got %+v", overall)
	}
	if len(report.Disagreements) != 3 || report.ByReview.Overall.Units != 0 {
		t.Errorf("got %+v", report.Disagreements)
	}
	if got := readDecisions(t, data, in, monday); verdictsOf(got) != "p1|counted||MN; p3|counted||MN; p4|counted, moved to voice||MN" || len(got.Rejected) > 0 {
		t.Errorf("got %s, %+v", verdictsOf(got), got)
	}
}

// TestSampleTakesYesAndNo answers the question of a sample in other words, and leaves
// out what its coder cannot tell.
func TestSampleTakesYesAndNo(t *testing.T) {
	takesLong(t)
	in := smallInput()
	r := analysed(t, in)
	f := reopened(t, sampled(t, r, analysis.Draw{N: 4, Passages: true}))
	edit(t, f, map[[2]string]string{{"p1", "Decision"}: "Yes", {"p2", "Decision"}: "FALSE", {"p3", "Decision"}: "held", {"p4", "Decision"}: "n"})
	data := saved(t, f)
	if got := readDecisions(t, data, in, monday); verdictsOf(got) != "p1|counted||MN; p2|rejected||MN; p3|held||MN; p4|rejected||MN" || len(got.Rejected) > 0 {
		t.Errorf("got %s, %+v", verdictsOf(got), got)
	}
	if c := coderOf(t, "second", data); len(c.Marks) != 3 || c.Decided != 3 || c.Listed != 4 {
		t.Errorf("got %+v, want three of four judged", c)
	}
	whole := reopened(t, written(t, r))
	edit(t, whole, map[[2]string]string{{"p1", "Decision"}: "Yes"})
	if got := readDecisions(t, saved(t, whole), in, monday); len(got.Rejected) != 1 {
		t.Errorf("got %+v, want yes rejected where nothing was asked", got)
	}
}

// TestSampleLeavesGoodPractice brings in a sample whose coder says nothing against
// what the program takes for good practice, which the sample does not show.
func TestSampleLeavesGoodPractice(t *testing.T) {
	takesLong(t)
	in := smallInput()
	for i := range in.Codings {
		in.Codings[i].Label, in.Codings[i].Status = corpus.LabelGoodPractice, corpus.Counted
	}
	in.Codings[3].Label = corpus.LabelNeutral
	r := analysed(t, in)
	f := reopened(t, sampled(t, r, analysis.Draw{N: 4, Passages: true}))
	edit(t, f, map[[2]string]string{{"p1", "Decision"}: "rejected", {"p2", "Decision"}: "held", {"p3", "Decision"}: "counted", {"p4", "Decision"}: "rejected"})
	data := saved(t, f)
	got := readDecisions(t, data, in, monday)
	if verdictsOf(got) != "p4|rejected||MN" || got.Agreeing != 2 || got.Unchanged != 4 { // two reviews among them
		t.Errorf("got %s, %+v", verdictsOf(got), got)
	}
	if len(got.Rejected) != 1 || got.Rejected[0].Place != "Passages row 4" || !strings.Contains(got.Rejected[0].Reason, "takes it for good practice") {
		t.Errorf("got %+v, want the passage counted as lacking rejected", got.Rejected)
	}
	if got := readUnread(t, data, in); got.Rows != 2 || !got.More {
		t.Errorf("got %+v, want every answer worth keeping, and two to be brought in", got)
	}
	sheet, err := f.GetRows(sheetPassages)
	if err != nil {
		t.Fatal(err)
	}
	var table bytes.Buffer
	if err := csv.NewWriter(&table).WriteAll(sheet); err != nil {
		t.Fatal(err)
	}
	if got := readDecisions(t, table.Bytes(), in, monday); verdictsOf(got) != "p4|rejected||MN" || got.Agreeing != 2 {
		t.Errorf("saved as CSV: got %s, %+v", verdictsOf(got), got)
	}
	// No other table asks that, whatever columns were deleted.
	trimmed := []byte("passage_id,decision\np1,rejected\np2,held\np3,counted\n")
	if got := readDecisions(t, trimmed, in, monday); verdictsOf(got) != "p1|rejected||MN; p2|held||MN; p3|counted||MN" || got.Agreeing != 0 {
		t.Errorf("without labels: got %s, %+v", verdictsOf(got), got)
	}
	f = reopened(t, written(t, r))
	edit(t, f, map[[2]string]string{{"p1", "Decision"}: "rejected"})
	if got := readDecisions(t, saved(t, f), in, monday); verdictsOf(got) != "p1|rejected||MN" || got.Agreeing != 0 {
		t.Errorf("got %s, %+v", verdictsOf(got), got)
	}
}

// TestSampleOfReviews codes reviews from beginning to end.
func TestSampleOfReviews(t *testing.T) {
	takesLong(t)
	in := smallInput()
	text, err := textsOfSmall("aa")
	if err != nil {
		t.Fatal(err)
	}
	in.Codings[1].Span = text.Find(in.Codings[1].Quote)[0]
	r := analysed(t, in)
	f := reopened(t, sampled(t, r, analysis.Draw{N: 2}))
	for row, word := range []string{"present", "present", "absent", "absent"} { // A risk, A voice, B risk, B voice
		setIn(t, f, sheetCells, row+2, map[string]string{"Decision": word, "Coder": "KL"})
	}
	setIn(t, f, sheetMissed, 2, map[string]string{"File": "a.pdf", "Missed passage": "Nobody, she said, asked her", "Theme": "Voice of the child"})
	data := saved(t, f)
	report, err := agreement.Compare([]agreement.Coder{coderOf(t, "first", written(t, r)), coderOf(t, "second", data)}, agreement.Options{})
	if err != nil {
		t.Fatal(err)
	}
	// The program: A risk, B risk.
	if overall := report.ByReview.Overall; overall.Units != 4 || overall.Figures[0].Value != 0.5 {
		t.Errorf("got %+v", overall)
	}
	if positive := report.ByPassage.Overall.Figures[1]; !positive.Defined || positive.Value != 0 {
		t.Errorf("got %+v", positive)
	}
	got, err := ReadDecisions("x", bytes.NewReader(data), Known{Input: in, Text: textsOfSmall}, monday, corpus.DefaultLimits())
	if err != nil || len(got.Applied) != 4 || len(got.Rejected) != 1 || !strings.Contains(got.Rejected[0].Reason, "listed already, as p2") {
		t.Errorf("got %+v, %v", got, err)
	}
}

// TestReadCoder: what a person decided on passages and on themes of reviews is
// what the coder says; what nobody decided is left out where that is wanted.
func TestReadCoder(t *testing.T) {
	takesLong(t)
	f := reopened(t, written(t, analysed(t, smallInput())))
	edit(t, f, map[[2]string]string{{"p2", "Decision"}: "counted", {"p4", "Decision"}: "rejected"})
	setIn(t, f, sheetCells, 2, map[string]string{"Decision": "absent"}) // A risk
	data := saved(t, f)
	c := coderOf(t, "a", data)
	say := func(c agreement.Coder) string {
		var list []string
		for cell, present := range c.Cells {
			list = append(list, fmt.Sprint(cell.Review, " ", cell.Theme, " ", present))
		}
		slices.Sort(list)
		return strings.Join(list, ", ")
	}
	if got, want := say(c), "A risk false, A voice true, B risk false, B voice false"; got != want || c.Decided != 2 || c.Listed != 4 {
		t.Errorf("got %s, %d of %d decided, want %s", got, c.Decided, c.Listed, want)
	}
	strict, err := ReadCoder("a", bytes.NewReader(data), CoderOptions{OnlyDecided: true, Limits: corpus.DefaultLimits()})
	if got, want := say(strict), "A risk false, A voice true"; err != nil || got != want || len(strict.Marks) != 2 {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
	for _, sheet := range []string{sheetPassages, sheetCells} {
		for _, word := range []string{"perhaps", "-"} {
			f := reopened(t, data)
			setIn(t, f, sheet, 2, map[string]string{"Decision": word})
			want := fmt.Sprintf("a.xlsx: %s row 2: the decision %q is not known", sheet, word)
			if _, err := ReadCoder("a.xlsx", bytes.NewReader(saved(t, f)), CoderOptions{Limits: corpus.DefaultLimits()}); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("got %v, want %s", err, want)
			}
		}
	}
}

// TestCoderNamesThemes: a coder names a theme by its id, its label, the short one or
// the child's words, as for decisions, and is told which may be meant.
func TestCoderNamesThemes(t *testing.T) {
	takesLong(t)
	sample := sampled(t, analysed(t, smallInput()), analysis.Draw{N: 2})
	for _, tt := range []struct{ theme, want string }{
		{"voice", "voice"}, {"voice of the Child", "voice"}, {"Child not heard", "voice"}, {"child  not-heard", "voice"}, {"nobody asked me", "voice"},
		{"child not herd", `the codebook has no theme "child not herd": did you mean voice?`},
	} {
		f := reopened(t, sample)
		setIn(t, f, sheetMissed, 2, map[string]string{"File": "a.pdf", "Missed passage": "It was late", "Theme": tt.theme})
		c, err := ReadCoder("a.xlsx", bytes.NewReader(saved(t, f)), CoderOptions{Limits: corpus.DefaultLimits()})
		switch {
		case err != nil && !strings.HasSuffix(err.Error(), tt.want):
			t.Errorf("%s: got the error %v, want %s", tt.theme, err, tt.want)
		case err == nil && (len(c.Marks) != 1 || c.Marks[0].Theme != tt.want):
			t.Errorf("%s: got %+v, want a passage of %s", tt.theme, c.Marks, tt.want)
		}
	}
}

func TestWriteTables(t *testing.T) {
	tables := []analysis.Table{{Name: "agreement", Header: []string{"level", "value"}, Rows: [][]analysis.Value{
		{{Text: "=review"}, {Kind: analysis.NumberValue, Number: 0.5}}, {{Text: "passage"}, {Kind: analysis.UndefinedValue}},
	}}}
	var b bytes.Buffer
	if err := WriteTables(&b, tables); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got, want := fmt.Sprint(rowsOf(t, f, "Agreement")), "[[Level Value] [=review 0.5] [passage n/a]]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestMissedWithoutFile: a passage that a coder adds without its file goes to no
// review, though the column of files was deleted.
func TestMissedWithoutFile(t *testing.T) {
	takesLong(t)
	for _, sheet := range []string{"", sheetReviews, sheetPassages} {
		f := reopened(t, written(t, analysed(t, smallInput())))
		setIn(t, f, sheetMissed, 2, map[string]string{"Missed passage": "It was late", "Theme": "Voice of the child"})
		if sheet != "" {
			header := rowsOf(t, f, sheet)[0]
			at := slices.IndexFunc(header, func(cell string) bool { return cell == "Files" || cell == "File" })
			if at < 0 {
				t.Fatalf("%s has no column of files: %q", sheet, header)
			}
			column, err := excelize.ColumnNumberToName(at + 1)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.RemoveCol(sheet, column); err != nil {
				t.Fatal(err)
			}
		}
		c, err := ReadCoder("a.xlsx", bytes.NewReader(saved(t, f)), CoderOptions{Limits: corpus.DefaultLimits()})
		if err == nil || !strings.Contains(err.Error(), "row 4: it does not say in which file it stands") {
			t.Errorf("without the column of files of %q: got %v and %+v", sheet, err, c.Marks)
		}
	}
}

// TestFilesOfOneName: a passage that a coder adds goes to the review of its file,
// though another review has a file of that name, and two coders who add it have
// added one passage.
func TestFilesOfOneName(t *testing.T) {
	in := smallInput()
	for i, file := range []string{"Ambry/overview.pdf", "Carrow/overview.pdf"} {
		in.Files[i].File, in.Cases[i].Files = file, []string{file}
		for k := range in.Codings {
			if in.Codings[k].CaseID == in.Cases[i].ID {
				in.Codings[k].File = file
			}
		}
	}
	book := written(t, analysed(t, in))
	add := func(file, label string) []byte {
		f := reopened(t, book)
		setIn(t, f, sheetMissed, 2, map[string]string{"File": file, "Missed passage": "It was late", "Theme": "Voice of the child", "Label": label})
		return saved(t, f)
	}
	one, two := coderOf(t, "one", add("Ambry/overview.pdf", "")), coderOf(t, "two", add(`Ambry\overview.pdf`, "deficit"))
	a, b := one.Marks[len(one.Marks)-1], two.Marks[len(two.Marks)-1]
	if a != b || a.Review != "A" || a.File != "Ambry/overview.pdf" {
		t.Errorf("got %+v and %+v, want one passage of review A", a, b)
	}
	if got := one.Files["overview"] + one.Files["overview.pdf"]; got != "" {
		t.Errorf("got review %s, want none: two reviews have a file of that name", got)
	}
	if _, err := ReadCoder("x", bytes.NewReader(add("overview.pdf", "")), CoderOptions{Limits: corpus.DefaultLimits()}); err == nil || !strings.Contains(err.Error(), `2 files are called "overview.pdf"`) {
		t.Errorf("without its folder: got %v", err)
	}
}
