package project

import (
	"bytes"
	"errors"
	"io/fs"
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
	takesLong(t)
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

// TestResultsOfAnEarlierVersion has what a run found lie as an earlier version wrote it.
func TestResultsOfAnEarlierVersion(t *testing.T) {
	takesLong(t)
	o, _ := runShort(t)
	now, then := filepath.Join(o.Out, "project", findingsName), filepath.Join(o.Out, "project", earlierFindings)
	if err := os.Rename(now, then); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Results(o.Out, Selection{}); err == nil || !strings.Contains(err.Error(), "earlier version") || !strings.Contains(err.Error(), "run again: thematic run FOLDER --out "+o.Out) {
		t.Errorf("counted again: got %v, want that an earlier version made them, and the command", err)
	}
	for begins, want := range map[string]string{
		"thematic findings 1\n": "an earlier version of the program made these results; what people wrote and decided is kept when you run again: thematic run FOLDER --out " + o.Out,
		"thematic findings 3\n": "a later version of the program made these results; ",
		"thematic fyndings 1\n": "damaged (it does not begin as it should): ",
	} {
		if err := os.WriteFile(now, []byte(begins+"and whatever else it has"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, _, err := Results(o.Out, Selection{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", begins, err, want)
		}
	}
	if err := os.Remove(now); err != nil {
		t.Fatal(err)
	}
	over := o
	over.Folder, over.Out = o.Out, filepath.Join(t.TempDir(), "other")
	if _, err := Run(t.Context(), over); err == nil || !strings.Contains(err.Error(), "a folder of results") {
		t.Errorf("read as reports: got %v, want that it is a folder of results", err)
	}
	o.Notes = []string{"not as before"}
	runAgain(t, o)
	if _, err := os.Stat(then); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("what an earlier version found: got %v, want it gone", err)
	}
}

// TestDecisionsOnDamagedFindings changes a letter of what was found, which is read only
// where a decision asks for it.
func TestDecisionsOnDamagedFindings(t *testing.T) {
	takesLong(t)
	o, outcome := runShort(t)
	var id, quote string
	for p := range resultsOf(t, outcome).Passages.All() {
		id, quote = p.PassageID, p.Quote
	}
	path := filepath.Join(o.Out, "project", findingsName)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[bytes.Index(data, []byte(quote))] ^= 1
	table := filepath.Join(t.TempDir(), "decided.csv")
	if err := errors.Join(os.WriteFile(path, data, 0o600), os.WriteFile(table, []byte("passage_id,decision\n"+id+",rejected\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	withDecisions(t, o.Out, func(d *Decisions) error {
		if got, err := d.Import(t.Context(), table, monday, corpus.DefaultLimits()); err == nil || !strings.Contains(err.Error(), "damaged") {
			t.Errorf("got %+v and %v, want that the findings are damaged", got, err)
		}
		return nil
	})
}

// TestRecordsOfEarlierVersionsGoFromShares: what a share held before is dropped when it
// is read anew, and that is said.
func TestRecordsOfEarlierVersionsGoFromShares(t *testing.T) {
	o := testOptions(t, shardFolder(t))
	whole := Shard{1, 1}
	if _, notes, err := ReadShard(t.Context(), o, whole); err != nil || len(notes) > 0 {
		t.Fatalf("got %q, %v", notes, err)
	}
	old := filepath.Join(o.Out, "project", "objects", "ab", strings.Repeat("c", 62)+"-0.json")
	if err := errors.Join(os.MkdirAll(filepath.Dir(old), 0o700), os.WriteFile(old, []byte("{}"), 0o600)); err != nil {
		t.Fatal(err)
	}
	_, notes, err := ReadShard(t.Context(), o, whole)
	if err != nil || !strings.Contains(strings.Join(notes, "\n"), "had read of 1 file is removed") {
		t.Errorf("got %q, %v, want it said", notes, err)
	}
	if _, err := os.Stat(old); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want it gone", err)
	}
}
