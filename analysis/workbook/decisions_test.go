package workbook

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/corpus"
)

var monday = By{Coder: "MN", Time: "2026-02-02T09:00:00Z"}

// smallInput is two reviews, two themes and four passages, all in one label.
func smallInput() analysis.Input {
	in := analysis.Input{
		Themes: []analysis.Theme{{ID: "risk", Label: "Poor or absent assessment", Headline: true}, {ID: "voice", Label: "Voice of the child", Short: "Child not heard", ChildVoice: "Nobody asked me", Headline: true}},
		Files:  []analysis.File{{File: "a.pdf", ID: "aa", Status: corpus.StatusOK}, {File: "b.pdf", ID: "bb", Status: corpus.StatusOK}},
		Cases:  []corpus.Case{{ID: "A", Include: true, Files: []string{"a.pdf"}}, {ID: "B", Include: true, Files: []string{"b.pdf"}}},
	}
	for i, c := range []corpus.Coding{
		{CaseID: "A", File: "a.pdf", Document: "aa", Theme: "risk", Status: corpus.Counted, Quote: "No risk assessment was made."},
		{CaseID: "A", File: "a.pdf", Document: "aa", Theme: "voice", Status: corpus.Held, Quote: "“Nobody”, she said, asked\nher."},
		{CaseID: "B", File: "b.pdf", Document: "bb", Theme: "risk", Status: corpus.Rejected, Quote: "=The assessment – if any – was late; it came in May"},
		{CaseID: "B", File: "b.pdf", Document: "bb", Theme: "risk", Status: corpus.Counted, Quote: "Nobody asked where he slept."},
	} {
		c.PassageID, c.Label, c.Reason, c.Page = fmt.Sprintf("p%d", i+1), corpus.LabelDeficit, "a reason", i+1
		c.Span = corpus.Span{Start: 100 * i, End: 100*i + 50}
		in.Codings = append(in.Codings, c)
	}
	return in
}

func readDecisions(t testing.TB, data []byte, in analysis.Input, by By) *Import {
	t.Helper()
	got, err := ReadDecisions("back.xlsx", bytes.NewReader(data), Known{Input: in}, by, corpus.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	checkBalance(t, got)
	return got
}

func checkBalance(t testing.TB, got *Import) {
	t.Helper()
	if got.Rows != got.AppliedRows+got.Unchanged+len(got.Rejected) || got.Emptied > got.Unchanged || len(got.Replaced) > len(got.Applied) {
		t.Fatalf("%d rows do not balance: %d applied, %d unchanged (%d emptied), %d rejected", got.Rows, len(got.Applied), got.Unchanged, got.Emptied, len(got.Rejected))
	}
}

// verdictsOf lists what was applied.
func verdictsOf(got *Import) string {
	var list []string
	for _, d := range got.Applied {
		list = append(list, strings.Join([]string{d.PassageID, d.Verdict(), d.Comment, d.Coder}, "|"))
	}
	slices.Sort(list)
	return strings.Join(list, "; ")
}

// edit sets cells of the sheet Passages by passage and heading.
func edit(t testing.TB, f *excelize.File, cells map[[2]string]string) {
	t.Helper()
	rows := rowsOf(t, f, sheetPassages)
	ids := slices.Index(rows[0], "Passage id")
	for key, text := range cells {
		row := slices.IndexFunc(rows, func(row []string) bool { return at(row, ids) == key[0] })
		column := slices.Index(rows[0], key[1])
		if row < 0 || column < 0 {
			t.Fatalf("there is no cell %q", key)
		}
		if err := f.SetCellValue(sheetPassages, name(column+1, row+1), text); err != nil {
			t.Fatal(err)
		}
	}
}

func saved(t testing.TB, f *excelize.File) []byte {
	t.Helper()
	b, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// decided are the cells that a person fills in the tests, and what they mean.
var decided = map[[2]string]string{
	{"p1", "Decision"}: "rejected", {"p1", "Comment"}: "=of another family",
	{"p2", "Decision"}: "counted", {"p2", "Coder"}: "KL",
	{"p4", "Moved to theme"}: "Voice of the child",
}

const decidedVerdicts = "p1|rejected|=of another family|MN; p2|counted||KL; p4|counted, moved to voice||MN"

// TestRoundTrip writes a workbook, decides in it as a person does, brings it
// back and counts again: tables and workbook follow.
func TestRoundTrip(t *testing.T) {
	in := smallInput()
	f := reopened(t, written(t, analysed(t, in)))
	edit(t, f, decided)
	back := saved(t, f)
	got := readDecisions(t, back, in, monday)
	if verdictsOf(got) != decidedVerdicts || got.Rows != 10 || got.Unchanged != 7 || len(got.Replaced) > 0 { // 4 passages, 4 themes of reviews, 2 reviews
		t.Fatalf("got %s, %+v, want %s", verdictsOf(got), got, decidedVerdicts)
	}
	if d := got.Applied[0]; d.Document != "aa" || d.File != "a.pdf" || d.Theme != "risk" || d.Quote != in.Codings[0].Quote || d.Time != monday.Time {
		t.Errorf("the decision does not say what it was made on: %+v", d)
	}
	in.Decisions = got.Applied
	r := analysed(t, in)
	if got, want := fmt.Sprint(table(t, r, "matrix").Rows), "[[A   0 1] [B   0 1]]"; got != want {
		t.Errorf("matrix: got %s, want %s", got, want)
	}
	again := written(t, r)
	cell, err := reopened(t, again).GetCellValue(sheetMatrix, name(newGrid(r).columns["voice"], rowReviews))
	if err != nil || cell != "2" {
		t.Errorf("the workbook counts %q reviews with voice (%v), want 2", cell, err)
	}
	for what, data := range map[string][]byte{"the new workbook": again, "the same file twice": back} {
		if got := readDecisions(t, data, in, monday); got.Unchanged != 10 {
			t.Errorf("%s: got %+v, want all of it unchanged", what, got)
		}
	}
	// A workbook from before the decisions takes nothing back.
	if got := readDecisions(t, written(t, analysed(t, smallInput())), in, monday); got.Unchanged != 10 || got.Emptied != 3 {
		t.Errorf("an older workbook: got %+v, want 3 emptied", got)
	}
}

// TestAfterLibreOffice saves the filled workbook with LibreOffice, as XLSX and
// the sheet Passages as CSV.
func TestAfterLibreOffice(t *testing.T) {
	takesLong(t)
	in := smallInput()
	f := reopened(t, written(t, analysed(t, in)))
	edit(t, f, decided)
	setIn(t, f, sheetCells, 3, map[string]string{"Decision": "present", "Comment": "=yes"})
	setIn(t, f, sheetReviews, 2, map[string]string{"Area": "Ambry", "Year": "2016"})
	data := saved(t, f)
	back := readDecisions(t, savedByLibreOffice(t, data, "xlsx"), in, monday)
	var others []string
	for _, d := range back.Applied {
		if d.CaseID != "" {
			others = append(others, strings.TrimSpace(d.CaseID+" "+d.Theme+" "+d.Verdict()+" "+d.Comment))
		}
	}
	if want := []string{"A  area Ambry", "A  year 2016", "A voice present =yes"}; !slices.Equal(others, want) || len(back.Rejected) > 0 {
		t.Errorf("got %q, %+v, want %q", others, back.Rejected, want)
	}
	setIn(t, f, sheetCells, 3, map[string]string{"Decision": "", "Comment": ""})
	setIn(t, f, sheetReviews, 2, map[string]string{"Area": "", "Year": ""})
	data = saved(t, f)
	for format, unchanged := range map[string]int{"xlsx": 7, "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,4": 1} {
		if got := readDecisions(t, savedByLibreOffice(t, data, format), in, monday); verdictsOf(got) != decidedVerdicts || got.Unchanged != unchanged {
			t.Errorf("%s: got %s, %+v, want %s", format, verdictsOf(got), got, decidedVerdicts)
		}
	}
}

// asCSV is a table of rows under the headings in which people answer.
func asCSV(t testing.TB, comma rune, rows ...[]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = comma
	head := []string{"quote", "decision", "moved-to theme", "comment", "coder", "passage_id", "file", "theme_id", "label"}
	for _, row := range append([][]string{head}, rows...) {
		if err := w.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	return b.Bytes()
}

func TestAnswers(t *testing.T) {
	in := smallInput()
	quote := func(i int) string { return in.Codings[i-1].Quote }
	for _, c := range []struct {
		name string
		row  []string // quote, decision, moved to, comment, coder, id, file, theme, label
		want string   // the decision, "unchanged", or the reason
	}{
		{"accept", []string{"", "accept", "", "", "", "p1"}, "p1|counted||MN"},
		{"in capitals", []string{"", " REJECTED\u00a0", "", "", "", " p1 "}, "p1|rejected||MN"},
		{"hold", []string{quote(1), "Hold", "", " two\r\nlines ", "", "p1"}, "p1|held|two\nlines|MN"},
		{"coder", []string{"", "held", "", "", " K  L ", "p1"}, "p1|held||K L"},
		{"move by id", []string{"", "move", "voice", "", "", "p1"}, "p1|counted, moved to voice||MN"},
		{"move by label", []string{"", "", "voice  OF the child", "", "", "p1"}, "p1|counted, moved to voice||MN"},
		{"move by the name in charts", []string{"", "", "child not heard", "", "", "p1"}, "p1|counted, moved to voice||MN"},
		{"move by the child's words", []string{"", "", "nobody asked me", "", "", "p1"}, "p1|counted, moved to voice||MN"},
		{"move and hold", []string{"", "held", "voice", "", "", "p1"}, "p1|held, moved to voice||MN"},
		{"move to itself", []string{"", "", "risk", "", "", "p1"}, "p1|counted||MN"},
		{"blank", []string{"", "", "", "", "KL", "p1"}, "unchanged"},
		{"blank, gone", []string{"", "", "", "", "", "p9"}, "unchanged"},
		{"a note", []string{"look here"}, "unchanged"},
		{"unknown word", []string{"", "maybe", "", "", "", "p1"}, `the decision "maybe" is not known`},
		{"a dash", []string{"", "-", "", "", "", "p1"}, `the decision "-" is not known: write counted, held or rejected, or leave it empty`},
		{"unknown theme", []string{"", "counted", "sleep", "", "", "p1"}, `no theme "sleep"`},
		{"no theme", []string{"", "moved", "", "", "", "p1"}, "Moved to theme is empty"},
		{"two answers", []string{"", "rejected", "voice", "", "", "p1"}, "leave one of them"},
		{"comment alone", []string{"", "", "", "really?", "", "p1"}, "a comment and no decision"},
		{"long comment", []string{"", "held", "", strings.Repeat("x", 40_000), "", "p1"}, "longer than a cell"},
		{"unknown id", []string{"", "held", "", "", "", "p9"}, "no passage has this id now"},
		{"unknown id, known words", []string{quote(4), "held", "", "", "", "1.2E+11", "b.pdf", "risk", "deficit"}, "p4|held||MN"},
		{"missed passage", []string{"Nobody came.", "counted", "", "", "", ""}, "add a passage that was missed on the sheet Missed passages"},
		{"changed quotation", []string{"No risk assessment was needed.", "counted", "", "", "", "p1"}, "its quotation is not the one"},
		{"changed, not decided", []string{"No risk assessment was needed.", "", "", "", "", "p1"}, "its quotation is not the one"},
		{"other spacing and signs", []string{"'=The assessment ? if any ? was late;  it came in May", "held", "", "", "", "p3"}, "p3|held||MN"},
		{"cut quotation", []string{"No" + cutMark, "held", "", "", "", "p1"}, "p1|held||MN"},
	} {
		got := readDecisions(t, asCSV(t, ',', c.row), in, monday)
		text := verdictsOf(got)
		if got.Unchanged == 1 {
			text = "unchanged"
		}
		for _, r := range got.Rejected {
			text = r.Reason
			if r.Place != "line 2" {
				t.Errorf("%s: got the place %q, want line 2", c.name, r.Place)
			}
		}
		if got.Rows != 1 || text != c.want && !(len(got.Rejected) == 1 && strings.Contains(text, c.want)) {
			t.Errorf("%s: got %q, want %q", c.name, text, c.want)
		}
	}
}

// TestSettlesAgainstAnother holds that who settles by what they said before
// overrules the other.
func TestSettlesAgainstAnother(t *testing.T) {
	in := smallInput()
	in.Decisions = []corpus.Decision{
		{PassageID: "p1", Theme: "risk", Status: corpus.Rejected, Coder: "KL", Time: "2026-01-01T00:00:00Z"},
		{PassageID: "p1", Theme: "risk", Status: corpus.Counted, Coder: "OP", Time: "2026-01-02T00:00:00Z"},
	}
	got := readDecisions(t, asCSV(t, ';', []string{"", "counted", "", "", "", "p1"}), in, By{Coder: "OP", Time: monday.Time, Settles: true})
	if len(got.Replaced) != 1 || got.Replaced[0].Before != in.Decisions[0] || len(got.Contested) != 0 {
		t.Errorf("got %+v, want the word of KL overruled", got)
	}
}

// TestSettledStaysSettled holds that a table which is brought in again does not
// reopen what was settled since: only another word does, or one that settles.
func TestSettledStaysSettled(t *testing.T) {
	in := smallInput()
	said := func(status corpus.CodingStatus, coder string, settles bool) corpus.Decision {
		return corpus.Decision{PassageID: "p1", Theme: "risk", Status: status, Coder: coder, Comment: "why", Settles: settles, Time: "2026-01-01T00:00:00Z"}
	}
	two := []corpus.Decision{said(corpus.Rejected, "KL", false), said(corpus.Held, "OP", false)}
	byKL := append(slices.Clone(two), said(corpus.Rejected, "KL", true))
	again := []string{"", "held", "", "why", "", "p1"}
	for _, c := range []struct {
		name      string
		decisions []corpus.Decision
		row       []string
		by        By
		want      string
		settled   int
	}{
		{"the same again", byKL, again, By{Coder: "OP"}, "", 1},
		{"the row names the coder", byKL, []string{"", "held", "", "why", "OP", "p1"}, By{Coder: "MN"}, "", 1},
		{"what holds", byKL, []string{"", "rejected", "", "why", "", "p1"}, By{Coder: "KL"}, "", 0},
		{"another comment", byKL, []string{"", "held", "", "for another reason", "", "p1"}, By{Coder: "OP"}, "p1|held|for another reason|OP", 0},
		{"another word", byKL, []string{"", "counted", "", "why", "", "p1"}, By{Coder: "OP"}, "p1|counted|why|OP", 0},
		{"somebody new", byKL, again, By{Coder: "MN"}, "p1|held|why|MN", 0},
		{"settled anew", byKL, again, By{Coder: "OP", Settles: true}, "p1|held|why|OP", 0},
		{"said otherwise since", append(slices.Clone(byKL), said(corpus.Counted, "OP", false)), again, By{Coder: "OP"}, "p1|held|why|OP", 0},
		{"settled against oneself", append(slices.Clone(two), said(corpus.Rejected, "OP", true)), again, By{Coder: "OP"}, "", 1},
		{"the settlement is gone", two[:1], again, By{Coder: "OP"}, "p1|held|why|OP", 0},
	} {
		in.Decisions, c.by.Time = c.decisions, monday.Time
		got := readDecisions(t, asCSV(t, ';', c.row), in, c.by)
		if verdictsOf(got) != c.want || len(got.Settled) != c.settled {
			t.Errorf("%s: got %q, %+v, want %q", c.name, verdictsOf(got), got, c.want)
		}
		for _, s := range got.Settled {
			if !s.By.Settles || s.Place != "line 2" {
				t.Errorf("%s: got %+v", c.name, s)
			}
		}
	}
}

// TestAgainstEarlierDecisions reads answers on a passage that KL has decided.
func TestAgainstEarlierDecisions(t *testing.T) {
	in := smallInput()
	before := corpus.Decision{PassageID: "p1", Theme: "risk", Status: corpus.Rejected, Coder: "KL", Comment: "why\x00", Time: "2026-01-01T00:00:00Z"}
	in.Decisions = []corpus.Decision{before}
	for _, c := range []struct {
		name                string
		row                 []string
		by                  By
		want                string
		contested, replaced int
	}{
		{"the same", []string{"", "rejected", "", "why", "KL", "p1"}, monday, "", 0, 0},
		{"another comment", []string{"", "rejected", "", "because", "KL", "p1"}, monday, "p1|rejected|because|MN", 0, 0},
		{"comment taken away", []string{"", "rejected", "", "", "KL", "p1"}, monday, "p1|rejected||MN", 0, 0},
		{"contested by whom the command names", []string{"", "held", "", "why", "KL", "p1"}, monday, "p1|held|why|MN", 1, 0},
		{"contested by whom the row names", []string{"", "held", "", "why", "OP", "p1"}, monday, "p1|held|why|OP", 1, 0},
		{"somebody else agrees", []string{"", "rejected", "", "", "", "p1"}, monday, "p1|rejected||MN", 0, 0},
		{"changed by the same", []string{"", "held", "", "why", "KL", "p1"}, By{Time: monday.Time}, "p1|held|why|KL", 0, 1},
		{"settled", []string{"", "held", "", "why", "", "p1"}, By{Coder: "OP", Time: monday.Time, Settles: true}, "p1|held|why|OP", 0, 1},
	} {
		got := readDecisions(t, asCSV(t, ';', c.row), in, c.by)
		if verdictsOf(got) != c.want || len(got.Replaced) != c.replaced || len(got.Contested) != c.contested {
			t.Errorf("%s: got %s, %+v, want %s", c.name, verdictsOf(got), got, c.want)
		}
		for _, r := range got.Replaced {
			if r.Before != before || r.After != got.Applied[0] || r.Place != "line 2" {
				t.Errorf("%s: got %+v", c.name, r)
			}
		}
	}
	// Without a column for comments, the comment stands.
	if got := readDecisions(t, []byte("passage_id,decision\np1,rejected\n"), in, monday); got.Unchanged != 1 {
		t.Errorf("got %+v, want the decision unchanged", got)
	}
}

func TestRowsOfOnePassage(t *testing.T) {
	in := smallInput()
	got := readDecisions(t, asCSV(t, ',', []string{"", "held", "", "", "", "p1"}, []string{"", "held", "", "", "", "p1"}), in, monday)
	if verdictsOf(got) != "p1|held||MN" || got.Unchanged != 1 {
		t.Errorf("the same twice: got %+v", got)
	}
	got = readDecisions(t, asCSV(t, ',', []string{"", "held", "", "", "", "p1"}, []string{"", "counted", "", "", "", "p2"}, []string{"", "counted", "", "", "", "p1"}), in, monday)
	if verdictsOf(got) != "p2|counted||MN" || len(got.Rejected) != 2 || !strings.Contains(got.Rejected[0].Reason, "line 2 and line 4 decide differently") {
		t.Errorf("two answers: got %+v", got)
	}
}

func TestNoCoder(t *testing.T) {
	_, err := ReadDecisions("x.csv", bytes.NewReader(asCSV(t, ',', []string{"", "held", "", "", "", "p1"})), Known{Input: smallInput()}, By{Time: monday.Time}, corpus.DefaultLimits())
	if !errors.Is(err, ErrNoCoder) || !strings.Contains(err.Error(), "x.csv: line 2") {
		t.Errorf("got %v, want ErrNoCoder with file and line", err)
	}
}

// FuzzReadDecisions: any file is refused, or balances; and what it decided is
// unchanged when it is read again.
func FuzzReadDecisions(f *testing.F) {
	in := smallInput()
	book := excelize.NewFile()
	defer book.Close()
	for i, row := range [][]string{{"Passage id", "Decision", "Quote"}, {"p1", "held"}, {"p2", "rejected", in.Codings[1].Quote}} {
		if err := book.SetSheetRow("Sheet1", name(1, i+1), &row); err != nil {
			f.Fatal(err)
		}
	}
	f.Add(saved(f, book))
	f.Add(asCSV(f, ',', []string{in.Codings[0].Quote, "held", "voice", "why", "KL", "p1"}, []string{"", "move", "", "", "", "p2"}))
	f.Add(asCSV(f, '\t', []string{"x", "counted", "", "", "", "p1"}, []string{"", "", "risk", "\x85", "", "p2"}))
	f.Add([]byte(strings.Join(listNames(), ",") + `
1,2026-01-01T00:00:00Z,KL,held,yes,,p1,,risk,,,,a.pdf,,deficit,,why
2,soon,MN,counted,,,p1,,risk,voice,,,a.pdf,,deficit,,
3,,KL,rejected,,,p1,,risk,,,,a.pdf,,deficit,,
4,,KL,present,,,,A,risk,,,,,,,,
5,,KL,changed,,,,B,,,year,2016,,,,,'=x
6,,KL,counted,,yes,a1,,voice,,,,a.pdf,,deficit,The plan drifted.,
`))
	f.Fuzz(func(t *testing.T, data []byte) {
		limits := corpus.DefaultLimits()
		limits.TotalBytes, limits.StreamBytes = 4<<20, 4<<20
		got, err := ReadDecisions("x", bytes.NewReader(data), Known{Input: in}, monday, limits)
		if err != nil {
			var input *corpus.InputError
			if !errors.As(err, &input) {
				t.Fatalf("got %v, want an InputError", err)
			}
			return
		}
		checkBalance(t, got)
		after := in
		after.Decisions = got.Applied
		after.Cases = analysis.DecidedCases(in.Cases, got.Applied)
		again, err := ReadDecisions("x", bytes.NewReader(data), Known{Input: after}, monday, limits)
		if err != nil || again.Rows != got.Rows || len(again.Applied) > 0 || len(again.Rejected) != len(got.Rejected) {
			t.Fatalf("read again: %+v, %v; the first time %+v", again, err, got)
		}
	})
}
