package project

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"thematic/corpus"
)

// TestReadingIsTold: the progress names each file once and counts up to all of them, and
// a share says what came of its files.
func TestReadingIsTold(t *testing.T) {
	o := testOptions(t, shardFolder(t))
	var files []string
	o.Progress = func(p Progress) {
		files = append(files, p.File)
		if p.Done != len(files) || p.Total != 5 {
			t.Errorf("%s: got %d of %d, want %d of 5", p.File, p.Done, p.Total, len(files))
		}
	}
	statuses, notes, err := ReadShard(context.Background(), o, Shard{1, 1})
	if err != nil || len(notes) > 0 {
		t.Fatalf("got %v and %q", err, notes)
	}
	slices.Sort(files)
	if want := []string{"a.txt", "b/b.txt", "c.txt", "d.zip", "e.txt"}; !slices.Equal(files, want) {
		t.Errorf("got %q, want %q", files, want)
	}
	if want := map[corpus.Status]int{corpus.StatusOK: 3, corpus.StatusEmpty: 1, corpus.StatusSkipped: 1}; !maps.Equal(statuses, want) {
		t.Errorf("got %v, want %v", statuses, want)
	}
}

// TestReadFilesThatChange: a file that is another, or gone, when its turn comes has
// failed, and no other file has.
func TestReadFilesThatChange(t *testing.T) {
	o := testOptions(t, t.TempDir())
	o.Workers = 1
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(o.Folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("first.txt", shortReview+shortReview) // the largest is read first
	for _, name := range []string{"gone.txt", "grown.txt", "other.txt", "same.txt", "shorter.txt"} {
		write(name, shortReview+name)
	}
	o.Progress = func(p Progress) {
		if p.Done > 1 {
			return
		}
		if err := os.Remove(filepath.Join(o.Folder, "gone.txt")); err != nil {
			t.Error(err)
		}
		write("grown.txt", shortReview+"grown.txt, and more")
		write("other.txt", shortReview+"OTHER.txt")
		write("shorter.txt", shortReview)
	}
	statuses, _, err := ReadShard(context.Background(), o, Shard{1, 1})
	if want := map[corpus.Status]int{corpus.StatusOK: 2, corpus.StatusFailed: 4}; err != nil || !maps.Equal(statuses, want) {
		t.Errorf("got %v and %v, want %v", statuses, err, want)
	}
}
