package project

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/themes"
)

// TestTextsOfDecidedReviews: the texts are those of the reviews that count once
// decisions are applied.
func TestTextsOfDecidedReviews(t *testing.T) {
	takesLong(t)
	o, _ := runShort(t)
	if err := os.WriteFile(filepath.Join(o.Folder, "second.txt"), []byte(strings.ReplaceAll(shortReview, "Wren", "Robin")), 0o600); err != nil {
		t.Fatal(err)
	}
	r := resultsOf(t, runAgain(t, o))
	out := r.Cases[0]
	if err := decide(corpus.SystemDisk{}, o.Out, corpus.Decision{
		CaseID: out.ID, Change: &corpus.CaseChange{Column: corpus.ColumnInclude, Before: "yes", Value: "no"}, Coder: "KL", Time: monday.Time,
	}); err != nil {
		t.Fatal(err)
	}
	texts, err := OpenTexts(o.Out)
	if err != nil {
		t.Fatal(err)
	}
	defer texts.Close()
	if texts.Len() != 1 || !texts.HasReview(out.ID) {
		t.Errorf("got %d texts, want 1 of 2", texts.Len())
	}
	if err := texts.Each(context.Background(), 1, func(_ int, caseID string, _ *corpus.Document) error {
		if caseID == out.ID {
			t.Errorf("the text of %s is there, which a person left out", caseID)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}

// TestCompareCodebooksAsARun: a codebook finds what a run with it finds, by the
// model where that has its say.
func TestCompareCodebooksAsARun(t *testing.T) {
	takesLong(t)
	o := testOptions(t, unpack(t))
	r := resultsOf(t, runAgain(t, o))
	one := *o.Codebook
	one.Themes = one.Themes[:1]
	// counts are those of all themes but the first, which one does not change.
	counts := func(opinion themes.Opinion) map[string]int {
		diff, err := CompareCodebooks(context.Background(), o.Out, o.Codebook, &one, func(*themes.Codebook) themes.Opinion { return opinion }, o.Workers)
		if err != nil {
			t.Fatal(err)
		}
		of := map[string]int{}
		for _, c := range diff.Counts {
			of[c.Theme.ID] = c.Before.Count
		}
		return of
	}
	got, byRules := counts(o.Opinion), counts(nil)
	for _, p := range r.Prevalence {
		if n, ok := got[p.Theme.ID]; n != p.Share.Count && (ok || p.Theme.ID != one.Themes[0].ID) {
			t.Errorf("%s: got %d reviews, the run %d", p.Theme.ID, n, p.Share.Count)
		}
	}
	if maps.Equal(got, byRules) {
		t.Error("the model changes no count: the test shows nothing")
	}
}
