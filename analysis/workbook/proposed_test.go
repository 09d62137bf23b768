package workbook

import (
	"bytes"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

// TestProposedComeBack: of sentences that were proposed, those into which a person writes a
// theme are brought in, and the rest are passed over without a word.
func TestProposedComeBack(t *testing.T) {
	table := Proposed([]analysis.Uncoded{
		{CaseID: "A", File: "a.pdf", Page: corpus.Page{Number: 1}, Quote: "The plan drifted.", Chance: 0.9},
		{CaseID: "B", File: "b.pdf", Page: corpus.Page{Number: 1}, Quote: "Nobody asked where he slept.", Chance: 0.7999},
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
