package workbook

import (
	"slices"
	"testing"

	"thematic/corpus"
)

// TestFactsAreShown looks for a fact beside its review and, with its words, on
// the sheet of facts.
func TestFactsAreShown(t *testing.T) {
	r := fixture(t)
	r.Cases[0].Facts = []corpus.CaseFact{{
		Name: corpus.FactOutcome, File: "a.pdf",
		Fact: corpus.Fact{Value: corpus.OutcomeDied, Evidence: corpus.Evidence{Page: 3, Quote: "Child K died."}},
	}}
	f := reopened(t, written(t, r))
	reviews := rowsOf(t, f, sheetReviews)
	column := slices.Index(reviews[0], heading(string(corpus.FactOutcome)))
	if column < 0 {
		t.Fatalf("the sheet has no column for the outcome: %q", reviews[0])
	}
	if got := at(reviews[1], column); got != corpus.OutcomeDied {
		t.Errorf("got %q beside the review, want %q", got, corpus.OutcomeDied)
	}
	if got := at(reviews[2], column); got != "" {
		t.Errorf("got %q beside a review that does not say, want nothing", got)
	}
	facts := rowsOf(t, f, sheetFacts)
	if want := []string{r.Cases[0].ID, "outcome", "died", "3", "Child K died.", "a.pdf"}; len(facts) != 2 || !slices.Equal(facts[1], want) {
		t.Errorf("got %q, want %q below the headings", facts, want)
	}
}
