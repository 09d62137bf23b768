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

// TestProposedComeBack: of sentences that were proposed, those into which a person writes a
// theme are brought in, and the rest are passed over without a word.
func TestProposedComeBack(t *testing.T) {
	table := Proposed([]corpus.Coding{
		{CaseID: "A", File: "a.pdf", Page: 1, Quote: "The plan drifted.", Score: 0.9},
		{CaseID: "B", File: "b.pdf", Page: 1, Quote: "Nobody asked where he slept.", Score: 0.7999},
	})
	if chance := table.Rows[1][7].String(); chance != "79" {
		t.Errorf("a chance of .7999 reads %q, want 79", chance)
	}
	var b bytes.Buffer
	if err := table.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	filled := strings.Replace(b.String(), "The plan drifted.,,", "The plan drifted.,Voice of the child,", 1)
	if filled == b.String() {
		t.Fatalf("there is no row to fill in: %s", filled)
	}
	got, err := ReadDecisions("missed.csv", strings.NewReader(filled), Known{Input: smallInput(), Text: textsOfSmall}, monday, corpus.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Applied) != 1 || got.Applied[0].Theme != "voice" || !got.Applied[0].Added || got.Unchanged != 1 || len(got.Rejected)+len(got.Strays) > 0 {
		t.Errorf("got %+v, want the plan alone", got)
	}
}

// broughtBack reads a table of proposals, as a person sends it back, against an input.
func broughtBack(t *testing.T, table analysis.Table, in analysis.Input) *Import {
	t.Helper()
	var b bytes.Buffer
	if err := table.WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	got, err := ReadDecisions("missed.csv", &b, Known{Input: in, Text: textsOfSmall}, monday, corpus.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestProposedTwice: a row that a person copies for a second theme comes back with both.
func TestProposedTwice(t *testing.T) {
	c := corpus.Coding{CaseID: "A", File: "a.pdf", Page: 1, Quote: "The plan drifted.", Score: 0.9}
	table := Proposed([]corpus.Coding{c, c})
	for i, theme := range []string{"voice", "risk"} {
		table.Rows[i][3] = analysis.Text(theme)
	}
	got := broughtBack(t, table, smallInput())
	if len(got.Applied) != 2 || got.Applied[0].Theme != "voice" || got.Applied[1].Theme != "risk" || len(got.Rejected) > 0 {
		t.Errorf("got %+v, want the plan under both themes", got)
	}
}

// TestProposedUnguarded: a file and a sentence that a spreadsheet would take for formulas
// come back as they are.
func TestProposedUnguarded(t *testing.T) {
	const quote = "=The assessment – if any – was late; it came in May."
	in := smallInput()
	for i := range in.Files {
		if in.Files[i].ID == "bb" {
			in.Files[i].File = "=b.pdf"
		}
	}
	for i := range in.Cases {
		if in.Cases[i].ID == "B" {
			in.Cases[i].Files = []string{"=b.pdf"}
		}
	}
	in.Codings = nil
	table := Proposed([]corpus.Coding{{CaseID: "B", File: "=b.pdf", Page: 1, Quote: quote, Score: 0.9}})
	table.Rows[0][3] = analysis.Text("voice")
	got := broughtBack(t, table, in)
	if len(got.Applied) != 1 || got.Applied[0].File != "=b.pdf" || got.Applied[0].Quote != quote {
		t.Errorf("got %+v, want %q of =b.pdf", got, quote)
	}
}

// TestProposedWithoutTheme: a row in which a person wrote, but no theme, is told of.
func TestProposedWithoutTheme(t *testing.T) {
	for column, written := range map[int]string{4: "good_practice", 5: "which theme?"} {
		table := Proposed([]corpus.Coding{{CaseID: "A", File: "a.pdf", Page: 1, Quote: "The plan drifted.", Score: 0.9}})
		table.Rows[0][column] = analysis.Text(written)
		got := broughtBack(t, table, smallInput())
		if len(got.Rejected) != 1 || !strings.Contains(got.Rejected[0].Reason, "it has no theme") {
			t.Errorf("with %q alone: got %+v, want a row rejected for its theme", written, got)
		}
	}
}

// TestProposedAreTheLikeliest: of a review with many sentences the likeliest are proposed, in
// the order of the text, how many are left out is said, and the drop-downs stand beside each.
func TestProposedAreTheLikeliest(t *testing.T) {
	var uncoded []corpus.Coding
	for i := range mostProposed + 2 {
		c := corpus.Coding{CaseID: "A", File: "a.pdf", Page: 1, Quote: fmt.Sprintf("The plan drifted %d times.", i), Score: 0.9}
		if c.Span.Start = i; i == 3 || i == 5 {
			c.Score = 0.8
		}
		uncoded = append(uncoded, c)
	}
	uncoded = append(uncoded, corpus.Coding{CaseID: "B", File: "b.pdf", Page: 1, Quote: "Nobody asked where he slept.", Score: 0.7})
	var quotes []string
	for _, c := range uncoded {
		quotes = append(quotes, c.Quote)
	}
	in := smallInput()
	in.Model = "a model"
	var b bytes.Buffer
	if err := Write(&b, analysed(t, in), Options{Uncoded: uncoded}); err != nil {
		t.Fatal(err)
	}
	f := reopened(t, b.Bytes())
	rows := rowsOf(t, f, sheetMissed)
	const head = 4
	for i, want := range []string{"For passages that the program missed. ", "Proposed, not coded: 11 sentences in 2 of 2 reviews ", "At most 10 of a review, the likeliest, in the order of the text. 2 sentences more are left out: 'thematic uncoded' prints all of them."} {
		if !strings.HasPrefix(rows[i][0], want) {
			t.Errorf("row %d says %q, want %q", i+1, rows[i][0], want)
		}
	}
	var got []string
	for _, row := range rows[head:] {
		if at := placeOf(proposedSheet, columnMissed); at < len(row) {
			got = append(got, row[at])
		}
	}
	if want := slices.Concat(quotes[:3], quotes[4:5], quotes[6:]); !slices.Equal(got, want) {
		t.Errorf("proposed are %q, want %q", got, want)
	}
	lists, err := f.GetDataValidations(sheetMissed)
	if err != nil {
		t.Fatal(err)
	}
	first, last := head+1, head+len(got)+missedRoom
	for i, column := range []string{"file", "theme", "label"} {
		if want := cellsOf(lettersOf(proposedSheet, column), first, last); i >= len(lists) || lists[i].Sqref != want {
			t.Errorf("the drop-down of %s is on other cells than %s: %+v", column, want, lists)
		}
	}
	back, err := ReadDecisions("coded.xlsx", bytes.NewReader(b.Bytes()), Known{Input: in, Text: textsOfSmall}, monday, corpus.DefaultLimits())
	if err != nil || len(back.Applied)+len(back.Rejected)+len(back.Strays) > 0 {
		t.Errorf("a workbook in which nobody wrote brings in %+v, %v", back, err)
	}
}

// TestProposedDismissed: a proposed sentence in which a person finds no theme comes back as
// a decision on it, once, and whoever gives it a theme contradicts that.
func TestProposedDismissed(t *testing.T) {
	proposal := corpus.Coding{CaseID: "A", File: "a.pdf", Page: 1, Quote: "The plan drifted.", Score: 0.9}
	in := smallInput()
	filled := func(theme, coder string) *Import {
		table := Proposed([]corpus.Coding{proposal})
		table.Rows[0][3], table.Rows[0][6] = analysis.Text(theme), analysis.Text(coder)
		return broughtBack(t, table, in)
	}
	got := filled(" None", "MN")
	if len(got.Applied) != 1 || len(got.Rejected) > 0 {
		t.Fatalf("got %+v, want one decision", got)
	}
	none := got.Applied[0]
	if !none.NoTheme || none.Theme != "" || none.Added || none.Coder != "MN" || none.Page != 1 || none.Quote != proposal.Quote || none.Document != "aa" {
		t.Errorf("got %+v, want the sentence without theme", none)
	}
	in.Decisions = []corpus.Decision{none}
	if got := filled("no theme", "MN"); len(got.Applied) > 0 || got.Unchanged != 1 {
		t.Errorf("brought in twice: got %+v, want nothing new", got)
	}
	if got := filled("voice", "KL"); len(got.Contested) != 1 || got.Contested[0].Others.String() != "no theme by MN" {
		t.Errorf("a theme by another: got %+v, want a contest with MN", got)
	}
	if got := filled("voice", "MN"); len(got.Contested) > 0 || len(got.Replaced) != 1 || !got.Replaced[0].Before.NoTheme {
		t.Errorf("a theme by the same: got %+v, want it in the place of none", got)
	}
	in.Decisions = filled("voice", "KL").Applied
	in = withAdded(t, in)
	if got := filled("none", "MN"); len(got.Contested) != 1 || got.Contested[0].Others.String() != "counted by KL" {
		t.Errorf("none against a theme: got %+v, want a contest with KL", got)
	}
}

// TestProposedBothWays: of one sentence no theme and a theme are not taken from one table,
// however often it has either.
func TestProposedBothWays(t *testing.T) {
	c := corpus.Coding{CaseID: "A", File: "a.pdf", Page: 1, Quote: "The plan drifted.", Score: 0.9}
	for _, themes := range [][]string{{"voice", "none"}, {"none", "none", "voice"}, {"voice", "none", "risk"}} {
		table := Proposed(slices.Repeat([]corpus.Coding{c}, len(themes)))
		for i, theme := range themes {
			table.Rows[i][3] = analysis.Text(theme)
		}
		if got := broughtBack(t, table, smallInput()); len(got.Applied) > 0 || len(got.Rejected) != len(themes) {
			t.Errorf("%q: got %+v, want all rows rejected", themes, got)
		}
	}
}

// TestDismissedListed: an exported decision that a sentence has no theme is read again as
// it was, and the theme of another beside it.
func TestDismissedListed(t *testing.T) {
	c := corpus.Coding{CaseID: "A", File: "a.pdf", Page: 1, Quote: "The plan drifted.", Score: 0.9}
	var entries []corpus.Entry
	for i, theme := range []string{"none", "voice"} {
		table := Proposed([]corpus.Coding{c})
		table.Rows[0][3], table.Rows[0][6] = analysis.Text(theme), analysis.Text([]string{"KL", "MN"}[i])
		d := broughtBack(t, table, smallInput()).Applied[0]
		entries = append(entries, corpus.Entry{N: i + 1, Decision: &d})
	}
	got := broughtBack(t, List(entries), smallInput())
	if len(got.Applied) != 2 || got.Applied[0] != *entries[0].Decision || got.Applied[1] != *entries[1].Decision || len(got.Contested) != 1 {
		t.Errorf("got %+v, want %+v", got, entries)
	}
}
