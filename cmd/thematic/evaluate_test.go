package main

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestDocumentsOfACodedSet: a file is known whichever letters its ending has, and
// the text beside it however it was saved.
func TestDocumentsOfACodedSet(t *testing.T) {
	folder := t.TempDir()
	for name, data := range map[string]string{
		"S01.PDF": "", "S01.txt": "the child\x92s \xa35", "S02.pdf": "", "S02.TXT": "\xff\xfeN\x00o\x00",
		"S03.pdf": "", "S03.docx": "", "S04.pdf": "", "S04.txt": "no\x00text",
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	ids := []string{"S01", "S02", "S03"}
	paths, err := filesNamed(folder, ids)
	want := []string{filepath.Join(folder, "S01.PDF"), filepath.Join(folder, "S02.pdf"), filepath.Join(folder, "S03.pdf")}
	if err != nil || !slices.EqualFunc(paths, want, strings.EqualFold) {
		t.Errorf("got the files %q, %v, want %q", paths, err, want)
	}
	for i, want := range []string{"the child’s £5", "No", ""} {
		if got, err := textBeside(paths[i], &corpus.Text{}); err != nil || got != want {
			t.Errorf("%s: got the text %q, %v, want %q", ids[i], got, err, want)
		}
	}
	if got, err := textBeside(filepath.Join(folder, "S04.pdf"), &corpus.Text{}); err == nil {
		t.Errorf("got the text %q, want an error", got)
	}
}

// TestDocumentsInSubFolders: a document is found below the folder, with or without its
// ending; of two of one name the sub-folder has to be given.
func TestDocumentsInSubFolders(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"north/S01.pdf", "north/deep/S02.docx", "south/S03.pdf", "north/S03.pdf"} {
		path := filepath.Join(folder, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	ids := []string{"S01", "S02.docx", "south/S03"}
	want := []string{filepath.Join(folder, "north", "S01.pdf"), filepath.Join(folder, "north", "deep", "S02.docx"), filepath.Join(folder, "south", "S03.pdf")}
	if paths, err := filesNamed(folder, ids); err != nil || !slices.Equal(paths, want) {
		t.Errorf("got the files %q, %v, want %q", paths, err, want)
	}
	for id, want := range map[string]string{"S03": "there are two documents S03", "S04": "there is no document S04"} {
		if _, err := filesNamed(folder, []string{id}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: got the error %v, want %q", id, err, want)
		}
	}
}

// TestLargeCodedSet holds that a coded set which is larger than a file may be is refused.
func TestLargeCodedSet(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coder.tsv")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	err = file.Truncate(corpus.DefaultLimits().FileBytes + 1) // takes no room on the disk
	if err := errors.Join(err, file.Close()); err != nil {
		t.Fatal(err)
	}
	_, err = readCoded(path)
	if want := path + ": larger than 256 MB: this is hardly a coded set"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %q", err, want)
	}
}
