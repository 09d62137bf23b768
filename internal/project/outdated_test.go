package project

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"thematic/corpus"
	"thematic/extract"
)

// stuckRecord is a disk on which no record of an earlier version can be removed.
type stuckRecord struct{ corpus.SystemDisk }

func (d stuckRecord) Remove(path string) error {
	if strings.HasSuffix(path, "-0.json") {
		return &os.PathError{Op: "remove", Path: path, Err: syscall.EIO}
	}
	return d.SystemDisk.Remove(path)
}

// TestRecordsOfEarlierVersionsGo has a run find what an earlier version read, of a file
// that is there and of one that is not, beside what a person put there.
func TestRecordsOfEarlierVersionsGo(t *testing.T) {
	o, outcome := runShort(t)
	objects := filepath.Join(o.Out, "project", "objects")
	id := string(outcome.Files[0].ID)
	now := filepath.Join(objects, id[:2], id[2:]+"-"+extract.Version+".json")
	old := filepath.Join(objects, id[:2], id[2:]+"-0.json")
	gone := filepath.Join(objects, "ab", strings.Repeat("c", 62)+"-0.json")
	notes := filepath.Join(objects, "ab", "my-notes.json")
	if err := os.MkdirAll(filepath.Dir(gone), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{old, gone, notes} {
		if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	stuck := o
	stuck.Disk, stuck.Notes = stuckRecord{}, []string{"not as before"}
	if _, err := Run(t.Context(), stuck); err == nil || !strings.Contains(err.Error(), "-0.json") {
		t.Errorf("got %v, want what cannot be removed", err)
	}
	const said = "what an earlier version of the program had read of 2 files is removed"
	again := runAgain(t, o)
	if !strings.Contains(strings.Join(again.Warnings, "\n"), said) || !strings.Contains(fileOf(t, o, logName), said) {
		t.Errorf("got %q, want it said, and in the log", again.Warnings)
	}
	for path, want := range map[string]bool{now: true, notes: true, old: false, gone: false} {
		if _, err := os.Stat(path); (err == nil) != want {
			t.Errorf("%s: got %v, want it there: %v", filepath.Base(path), err, want)
		}
	}
	if again := runAgain(t, o); strings.Contains(strings.Join(again.Warnings, "\n"), "earlier version") || again.Kept != 1 {
		t.Errorf("got %q and %d kept, want nothing said and 1", again.Warnings, again.Kept)
	}
}
