package analysis

import (
	"fmt"
	"testing"

	"thematic/corpus"
)

func TestChanges(t *testing.T) {
	code := func(start int, theme string, label corpus.Label, status corpus.CodingStatus) corpus.Coding {
		return corpus.Coding{CaseID: "c", File: "f", Document: "d", Theme: theme, Label: label, Status: status, Span: corpus.Span{Start: start, End: start + 5}}
	}
	const bad, good, neutral = corpus.LabelDeficit, corpus.LabelGoodPractice, corpus.LabelNeutral
	before := []corpus.Coding{
		code(0, "risk", bad, corpus.Counted),       // stays
		code(10, "risk", bad, corpus.Held),         // is counted
		code(20, "risk", bad, corpus.Counted),      // vanishes
		code(30, "risk", neutral, corpus.Rejected), // speaks now
		code(40, "risk", neutral, corpus.Rejected), // vanishes unseen
		code(50, "risk", bad, corpus.Counted),      // one of two labels goes
		code(50, "risk", good, corpus.Counted),
	}
	after := []corpus.Coding{
		code(0, "risk", bad, corpus.Counted),
		code(10, "risk", bad, corpus.Counted),
		code(30, "risk", bad, corpus.Counted),
		code(50, "risk", good, corpus.Counted),
		code(60, "voice", bad, corpus.Counted),  // appears
		code(70, "voice", bad, corpus.Rejected), // appears unseen
	}
	var got string
	for _, c := range Changes(before, after) {
		got += fmt.Sprintf("%d %s: %s > %s\n", c.Coding().Span.Start, c.Kind(), Verdict(c.Before), Verdict(c.After))
	}
	want := `10 changes: held deficit > counted deficit
20 vanishes: counted deficit > 
30 changes: rejected neutral > counted deficit
50 vanishes: counted deficit > 
60 appears:  > counted deficit
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if same := Changes(before, before); len(same) != 0 {
		t.Errorf("got %d changes of a codebook against itself", len(same))
	}
}

func TestCountChanges(t *testing.T) {
	before := analysed(t, fixtureInput())
	in := fixtureInput()
	in.Themes = append(in.Themes, Theme{ID: "new", Label: "New"})
	in.Decisions = nil
	after := analysed(t, in)
	var got string
	for _, c := range CountChanges(before, after) {
		got += fmt.Sprintf("%s %d %d %v, held %d %d; ", c.Theme.ID, c.Before.Count, c.After.Count, c.Before.Defined, c.HeldBefore, c.HeldAfter)
	}
	if want := "curiosity 1 1 true, held 1 2; voice 2 1 true, held 2 1; new 0 0 false, held 0 0; "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
