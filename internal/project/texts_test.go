package project

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestTextsOfDecidedReviews: the texts are those of the reviews that count once
// decisions are applied.
func TestTextsOfDecidedReviews(t *testing.T) {
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
