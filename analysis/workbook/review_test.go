package workbook

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/corpus"
)

// setIn sets cells of a sheet by row and heading.
func setIn(t testing.TB, f *excelize.File, sheet string, row int, cells map[string]string) {
	t.Helper()
	rows := rowsOf(t, f, sheet)
	above := max(0, slices.IndexFunc(rows, func(row []string) bool { return slices.Contains(row, "Missed passage") }))
	head := rows[above]
	for heading, text := range cells {
		column := slices.Index(head, heading)
		if column < 0 {
			t.Fatalf("%s has no column %q", sheet, heading)
		}
		if err := f.SetCellValue(sheet, name(column+1, above+row), text); err != nil {
			t.Fatal(err)
		}
	}
}

// textsOfSmall are the texts of the documents of smallInput.
func textsOfSmall(id corpus.ID) (*corpus.Text, error) {
	body := map[corpus.ID]string{
		"aa": "No risk assessment was made. “Nobody”, she said, asked\nher. The plan drifted. He was not seen. He was not seen.\n",
		"bb": "=The assessment – if any – was late; it came in May. Nobody asked where he slept.\n",
	}[id]
	text := &corpus.Text{Body: body, Pages: []corpus.Page{{Number: 1, Span: corpus.Span{Start: 0, End: len(body)}}}}
	if body == "" {
		return nil, errors.New("there is no text")
	}
	return text, nil
}

// withAdded is what a project does with passages that were added.
func withAdded(t testing.TB, in analysis.Input) analysis.Input {
	t.Helper()
	for _, d := range in.Decisions {
		if d.Added {
			text, _ := textsOfSmall(d.Document)
			c, reason := analysis.AddedCoding(d, text)
			if reason != "" {
				t.Fatal(reason)
			}
			c.CaseID = "A"
			in.Codings = append(slices.Clone(in.Codings), c)
		}
	}
	in.Cases = analysis.DecidedCases(in.Cases, in.Decisions)
	return in
}

// TestDecideOnReviews decides on themes of reviews, changes reviews and adds
// passages, brings the workbook back and counts.
func TestDecideOnReviews(t *testing.T) {
	takesLong(t)
	in := smallInput()
	in.Cases[0].Area, in.Cases[0].Year, in.Cases[1].Area = "Ambry", 2014, "Corran"
	text, _ := textsOfSmall("bb")
	in.Codings[3].Span = text.Find(in.Codings[3].Quote)[0]
	f := reopened(t, written(t, analysed(t, in)))
	// Themes by review: A risk, A voice, B risk, B voice.
	setIn(t, f, sheetCells, 2, map[string]string{"Decision": "absent", "Comment": "of another family"})
	setIn(t, f, sheetCells, 5, map[string]string{"Decision": "present", "Coder": "KL"})
	setIn(t, f, sheetCells, 4, map[string]string{"Decision": "perhaps"})
	setIn(t, f, sheetReviews, 2, map[string]string{"Area": "North", "Year": "2015"})
	setIn(t, f, sheetReviews, 3, map[string]string{"Area": "N/A", "Year": "soon"})
	setIn(t, f, sheetMissed, 6, map[string]string{"File": "a.pdf", "Missed passage": "the plan drifted", "Theme": "n/a"})
	setIn(t, f, sheetMissed, 7, map[string]string{"File": "a.pdf", "Missed passage": "the plan drifted", "Theme": "risk", "Page": "0"})
	setIn(t, f, sheetMissed, 2, map[string]string{"File": "a.pdf", "Missed passage": "the plan  drifted", "Theme": "Voice of the child"})
	setIn(t, f, sheetMissed, 3, map[string]string{"File": "a.pdf", "Missed passage": "He was not seen.", "Theme": "voice"})
	setIn(t, f, sheetMissed, 4, map[string]string{"File": "a.pdf", "Missed passage": "She was not seen.", "Theme": "voice"})
	setIn(t, f, sheetMissed, 5, map[string]string{"File": "b.pdf", "Missed passage": "Nobody asked where", "Theme": "risk"})
	data := saved(t, f)
	loaded := 0
	counted := func(id corpus.ID) (*corpus.Text, error) { loaded++; return textsOfSmall(id) }
	got, err := ReadDecisions("back.xlsx", strings.NewReader(string(data)), Known{Input: in, Text: counted}, monday, corpus.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if want := 2; loaded != want {
		t.Errorf("a text was loaded %d times for rows of 2 files in turn, want %d", loaded, want)
	}
	checkBalance(t, got)
	var said []string
	for _, d := range got.Applied {
		said = append(said, strings.TrimSpace(strings.Join([]string{d.CaseID, d.Theme, d.Verdict(), d.Quote, d.Coder}, " ")))
	}
	want := []string{"A  area North  MN", "A  year 2015  MN", "A risk absent  MN", "B voice present  KL", "voice counted the plan  drifted MN"}
	if !slices.Equal(said, want) || got.AppliedRows != 4 || len(got.Rejected) != 7 {
		t.Fatalf("got %q, %+v", said, got)
	}
	for i, reason := range []string{`"N/A" is no area: leave it empty where it is not known; "soon" is not a year`, `"perhaps" is not known`, "stand 2 times", "do not stand in the text", "listed already, as p4 and counted", `no theme "n/a": choose one from the list or write its id, or none where it speaks of none`, `the page "0" is no number of a page`} {
		if !strings.Contains(got.Rejected[i].Reason, reason) {
			t.Errorf("got %q, want %q", got.Rejected[i].Reason, reason)
		}
	}
	in.Decisions = got.Applied
	in = withAdded(t, in)
	r := analysed(t, in)
	if got, want := fmt.Sprint(table(t, r, "status").Rows), "[[A North 2015 decided_absent counted] [B Corran  counted decided_present]]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	again := written(t, r)
	if got, err := ReadDecisions("x", strings.NewReader(string(again)), Known{Input: in, Text: textsOfSmall}, monday, corpus.DefaultLimits()); err != nil || len(got.Applied)+len(got.Rejected) > 0 {
		t.Errorf("the new workbook: got %+v, %v, want nothing new", got, err)
	}
	// The old workbook again: what was changed is as it was written, and says
	// nothing new.
	if got, err = ReadDecisions("x", strings.NewReader(string(data)), Known{Input: in, Text: textsOfSmall}, monday, corpus.DefaultLimits()); err != nil || len(got.Applied) > 0 {
		t.Errorf("the same file twice: got %+v, %v", got, err)
	}
}

// TestNoAreas: what says that an area is not known becomes no area of that name.
func TestNoAreas(t *testing.T) {
	for area, want := range map[string]bool{"N/A": true, "-": true, "Not known": true, "": false, "Naverdale": false} {
		if got := badValue(corpus.ColumnArea, area) != ""; got != want {
			t.Errorf("%q: got refused %t, want %t", area, got, want)
		}
	}
}

// TestOldWorkbookChangesNoReview: a workbook from before a change does not take
// it back.
func TestOldWorkbookChangesNoReview(t *testing.T) {
	in := smallInput()
	old := written(t, analysed(t, in))
	in.Cases[0].Area, in.Cases[1].Year = "North", 2016
	if got := readDecisions(t, old, in, monday); len(got.Applied) > 0 {
		t.Errorf("got %+v", got.Applied)
	}
}

// TestTwoPeople merges the decisions of two people: where they agree both are
// kept, where they differ neither counts.
func TestTwoPeople(t *testing.T) {
	takesLong(t)
	in := smallInput()
	blank := written(t, analysed(t, in))
	decide := func(first, second string) []byte {
		f := reopened(t, blank)
		edit(t, f, map[[2]string]string{{"p1", "Decision"}: first, {"p2", "Decision"}: second})
		return saved(t, f)
	}
	kl, mn := decide("rejected", "counted"), decide("rejected", "held")
	merge := func(firstData, secondData []byte, first, second string) (*Import, *analysis.Result) {
		in := in
		in.Decisions = readDecisions(t, firstData, in, By{Coder: first, Time: monday.Time}).Applied
		got := readDecisions(t, secondData, in, By{Coder: second, Time: monday.Time})
		in.Decisions = append(in.Decisions, got.Applied...)
		return got, analysed(t, in)
	}
	got, r := merge(kl, mn, "KL", "MN")
	_, turned := merge(mn, kl, "MN", "KL")
	if len(got.Applied) != 2 || len(got.Contested) != 1 || got.Contested[0].Others.String() != "counted by KL" {
		t.Errorf("got %+v", got)
	}
	for _, r := range []*analysis.Result{r, turned} {
		if len(r.Conflicts) != 1 || r.Conflicts[0].PassageID != "p2" || r.Tally.DecidedPassages != 1 {
			t.Errorf("got the conflicts %+v and %d decided", r.Conflicts, r.Tally.DecidedPassages)
		}
	}
	log := fmt.Sprint(rowsOf(t, reopened(t, written(t, r)), sheetLog))
	if !strings.Contains(log, "not settled") || !strings.Contains(log, "KL, 2026") {
		t.Errorf("the log does not list the conflict: %s", log)
	}
}

// TestMatrixFollowsDecisions lets LibreOffice compute the matrix after a person
// has decided: it is what the next run counts.
func TestMatrixFollowsDecisions(t *testing.T) {
	in := smallInput()
	in.Codings[1].Label, in.Codings[1].Status = corpus.LabelNeutral, corpus.Rejected
	f := reopened(t, written(t, analysed(t, in)))
	edit(t, f, decided)
	setIn(t, f, sheetCells, 4, map[string]string{"Decision": "present"}) // B risk
	data := saved(t, f)
	in.Decisions = readDecisions(t, data, in, monday).Applied
	want := table(t, analysed(t, in), "matrix").Rows
	rows := rowsOf(t, reopened(t, savedByLibreOffice(t, withoutValues(t, data), "xlsx")), sheetMatrix)
	for i, row := range want {
		if got := rows[rowHeadings+i][columnYear:]; !slices.Equal(got, texts(row[3:])) {
			t.Errorf("row %d: LibreOffice has %q, the next run %q", i+1, got, texts(row[3:]))
		}
	}
}
