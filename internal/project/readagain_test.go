package project

import (
	"path/filepath"
	"slices"
	"testing"

	"thematic/corpus"
	"thematic/extract"
)

func TestReadAgainNotes(t *testing.T) {
	var again readAgain
	for _, file := range []string{"d.pdf", "b.pdf", "a.pdf", "f.pdf", "c.pdf", "g.pdf", "e.pdf"} {
		again.add("more time is allowed", file)
	}
	again.add("a password is given", "x.pdf")
	want := []string{"read again, since a password is given: x.pdf", "read again, since more time is allowed: a.pdf, b.pdf, c.pdf, d.pdf, e.pdf and 2 more"}
	if got := again.notes(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestReadAgainWithMoreTime has a file run out of time: a run that allows more reads it
// again, says so, and the one after that does not.
func TestReadAgainWithMoreTime(t *testing.T) {
	takesLong(t)
	o, outcome := runShort(t)
	store, err := corpus.OpenStore(o.Disk, filepath.Join(o.Out, "project"), "a test")
	if err != nil {
		t.Fatal(err)
	}
	record, ok := store.Load(outcome.Files[0].ID, extract.Version)
	record.Status, record.Reason, record.Text, record.Late = corpus.StatusFailed, "reading it took long", corpus.Text{}, o.Limits.TimeOCR
	if err := store.Save(record); err != nil || !ok {
		t.Fatal(err, ok)
	}
	store.Close()
	if again := runAgain(t, o); again.Kept != 1 || again.Files[0].Status != corpus.StatusFailed {
		t.Errorf("with the same time: got %d kept and %s, want 1 and failed", again.Kept, again.Files[0].Status)
	}
	o.Limits = o.Limits.TimesAsLong(2)
	said := "read again, since more time is allowed: " + outcome.Files[0].File
	again := runAgain(t, o)
	if again.Kept != 0 || again.Files[0].Status != corpus.StatusOK || !slices.Contains(again.Warnings, said) {
		t.Errorf("with more time: got %d kept, %s and %q, want %q", again.Kept, again.Files[0].Status, again.Warnings, said)
	}
	if again := runAgain(t, o); again.Kept != 1 || slices.Contains(again.Warnings, said) {
		t.Errorf("the run after that: got %d kept and %q", again.Kept, again.Warnings)
	}
}
