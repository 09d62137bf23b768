package project

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"thematic/corpus"
	"thematic/extract"
)

// TestReadingIsTold: the progress names each file once and counts up to all of them, and
// a share says what came of its files.
func TestReadingIsTold(t *testing.T) {
	o := testOptions(t, shardFolder(t))
	var files []string
	o.Progress = func(p Progress) {
		files = append(files, p.File)
		if p.Done != len(files) || p.Total != 7 {
			t.Errorf("%s: got %d of %d, want %d of 7", p.File, p.Done, p.Total, len(files))
		}
	}
	statuses, notes, err := ReadShard(context.Background(), o, Shard{1, 1})
	if err != nil || len(notes) > 0 {
		t.Fatalf("got %v and %q", err, notes)
	}
	slices.Sort(files)
	if want := []string{"a.txt", "b/b.txt", "c.txt", "d.zip", "e.txt", "f.docx", "g.pdf"}; !slices.Equal(files, want) {
		t.Errorf("got %q, want %q", files, want)
	}
	if want := map[corpus.Status]int{corpus.StatusOK: 5, corpus.StatusEmpty: 1, corpus.StatusSkipped: 1}; !maps.Equal(statuses, want) {
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

// TestNamesToRead: the same bytes are read under one name, whoever comes to them first.
func TestNamesToRead(t *testing.T) {
	file := func(name string, id corpus.ID) identified {
		return identified{Found: corpus.Found{File: name}, ID: id}
	}
	met := []identified{file("a.pdf", "1"), file("b.bmp", "2"), file("c.7z", "2"), file("d/e.pdf", "1"), file("f.pdf", "1")}
	for _, c := range []struct {
		passwords string
		want      map[corpus.ID]string
	}{
		{"", map[corpus.ID]string{"1": "a.pdf", "2": "b.bmp"}},
		{"secret\n", map[corpus.ID]string{"1": "a.pdf", "2": "b.bmp"}},
		{"e.pdf\tsecret\nf.pdf\tsecret\n", map[corpus.ID]string{"1": "d/e.pdf", "2": "b.bmp"}},
	} {
		if got := namesToRead(met, extract.ParsePasswords(c.passwords)); !maps.Equal(got, c.want) {
			t.Errorf("%q: got %v, want %v", c.passwords, got, c.want)
		}
	}
}
