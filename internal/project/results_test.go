package project

import (
	"errors"
	"path/filepath"
	"testing"

	"thematic/corpus"
)

// TestResultsInTheMaking holds that whoever asks for results which the first run is still
// making hears of that run.
func TestResultsInTheMaking(t *testing.T) {
	out := t.TempDir()
	store, err := corpus.OpenStore(corpus.SystemDisk{}, filepath.Join(out, "project"), "a test")
	if err != nil {
		t.Fatal(err)
	}
	locked := new(corpus.LockedError)
	if _, err := OpenResults(out, Selection{}); !errors.As(err, &locked) || locked.Holder != "a test" {
		t.Errorf("while a run is at work: got %v, want who holds the results", err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := OpenResults(out, Selection{}); !errors.As(err, new(*NoResultsError)) {
		t.Errorf("after it: got %v, want that there are none", err)
	}
}
