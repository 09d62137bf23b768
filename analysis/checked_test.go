package analysis

import (
	"testing"

	"thematic/corpus"
)

// TestCheckedSaysWhatStands holds what becomes of the program's proposals: only
// deficits that it counted and passages that it held are among them, under the
// theme for which it proposed them, and not what coders decide differently.
func TestCheckedSaysWhatStands(t *testing.T) {
	in := fixtureInput()
	in.Codings = append(in.Codings, corpus.Coding{
		PassageID: "a1", CaseID: "C4", File: "d.html", Theme: "assessment", Label: corpus.LabelDeficit,
		Status: corpus.Rejected, Reason: missedByProgram, Rule: RuleAdded, Quote: "Nobody weighed the risk.",
	})
	decide := func(id string, status corpus.CodingStatus, movedTo string) corpus.Decision {
		return corpus.Decision{PassageID: id, Status: status, MovedTo: movedTo, Coder: "KL", Time: "2026-01-01T10:00:00Z"}
	}
	contested := decide("p7", corpus.Rejected, "")
	contested.Coder = "MN"
	in.Decisions = []corpus.Decision{
		decide("p1", corpus.Counted, ""),           // counted, and stands
		decide("p2", corpus.Rejected, ""),          // counted, and falls
		decide("p3", corpus.Counted, "assessment"), // counted, and moves away
		decide("p4", corpus.Counted, ""),           // held, and counts now
		decide("p5", corpus.Rejected, ""),          // held, and falls
		decide("p6", corpus.Counted, "voice"),      // counted, and moved to where it was
		decide("p7", corpus.Counted, ""), contested,
		decide("p8", corpus.Rejected, ""), // good practice
		decide("a1", corpus.Counted, ""),
	}
	r, err := Analyse(in)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]Upheld{
		"assessment": {Counted: Stood{2, 1, 0}, Held: Stood{1, 1, 0}, Added: 1},
		"curiosity":  {Counted: Stood{1, 0, 1}, Held: Stood{1, 0, 0}},
		"voice":      {Counted: Stood{1, 1, 0}},
	}
	for j, theme := range r.Themes {
		if got := r.checked[j].upheld; got != want[theme.ID] {
			t.Errorf("%s: got %+v, want %+v", theme.ID, got, want[theme.ID])
		}
	}
	if all := (Upheld{Stood{4, 2, 1}, Stood{2, 1, 0}, 1}); r.Tally.Upheld != all {
		t.Errorf("of all themes got %+v, want %+v", r.Tally.Upheld, all)
	}
	const said = "Of what the program counted as falling short, people upheld 2 of 4 passages, and moved 1 to another theme. " +
		"Of what the program held, people let 1 of 2 passages count. People added 1 passage that the program had missed."
	if got := r.Tally.Upheld.String(); got != said {
		t.Errorf("got %q", got)
	}
	in.Chosen = []string{"voice", "assessment"} // and what moves there is no matter of theirs
	chosen, err := Analyse(in)
	if err != nil {
		t.Fatal(err)
	}
	for j, theme := range chosen.Themes {
		if got := chosen.checked[j].upheld; got != want[theme.ID] {
			t.Errorf("%s, chosen: got %+v, want %+v", theme.ID, got, want[theme.ID])
		}
	}
	if got := (Upheld{}).String(); got != "" {
		t.Errorf("where nobody decided it says %q", got)
	}
}
