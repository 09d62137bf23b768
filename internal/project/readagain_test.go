package project

import (
	"os"
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

// crashArgument makes the test program a reader that ends on every file.
const crashArgument = "crash"

// fatal ends the program when something has arrived on its input.
type fatal struct{}

func (fatal) Read(p []byte) (int, error) {
	n, err := os.Stdin.Read(p)
	if n > 0 {
		os.Exit(3)
	}
	return n, err
}

// TestReadAgainAfterCrash has readers end on a file: the next run reads it again, and no
// run after that, unless it was read well in between.
func TestReadAgainAfterCrash(t *testing.T) {
	takesLong(t)
	o := testOptions(t, t.TempDir())
	if err := os.WriteFile(filepath.Join(o.Folder, "a.txt"), []byte(shortReview), 0o600); err != nil {
		t.Fatal(err)
	}
	reader := o.Reader
	o.Reader = []string{os.Args[0], crashArgument}
	const said = "read again, since the reader ended on it last time: a.txt"
	for i, kept := range []int{0, 0, 1, 1} {
		again := runAgain(t, o)
		if again.Kept != kept || again.Files[0].Status != corpus.StatusFailed || slices.Contains(again.Warnings, said) != (i == 1) {
			t.Errorf("run %d: got %d kept, %s and %q", i, again.Kept, again.Files[0].Status, again.Warnings)
		}
	}
	o.Reader = reader
	if again := runAgain(t, o); again.Kept != 1 {
		t.Errorf("with a reader that lives: got %d kept, want 1", again.Kept)
	}
}
