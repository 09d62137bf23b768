package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestTextFilesAsEditorsSaveThem: UTF-16 is what "codebook show … > mine.yaml"
// makes in the PowerShell of Windows.
func TestTextFilesAsEditorsSaveThem(t *testing.T) {
	const codebook = "codebook: x\nthemes:\n  - {id: a, label: Café, patterns: {topic: [b]}}\n"
	var utf16, windows []byte
	for _, r := range "\ufeff" + codebook {
		utf16 = append(utf16, byte(r), byte(r>>8))
	}
	for _, r := range codebook {
		windows = append(windows, byte(r))
	}
	for name, data := range map[string][]byte{
		"UTF-8": []byte(codebook), "UTF-8 with a mark": []byte("\ufeff" + codebook), "UTF-16": utf16, "the code page of Windows": windows,
	} {
		path := filepath.Join(t.TempDir(), "x.yaml")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := loadCodebook(path); err != nil || got.Themes[0].Label != "Café" {
			t.Errorf("a codebook in %s: got %v", name, err)
		}
		if got, err := readSmall(path, "theme"); err != nil || string(got) != codebook {
			t.Errorf("a file in %s: got %q, %v", name, got, err)
		}
	}
	path := filepath.Join(t.TempDir(), "x.yaml")
	if err := os.WriteFile(path, []byte("a\x00b"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := readSmall(path, "theme"); err == nil {
		t.Errorf("got %q of what is no text, want an error", got)
	}
}

// TestTextSaysWhereAReaderStopped: beside the reason, which other remarks stand in
// already.
func TestTextSaysWhereAReaderStopped(t *testing.T) {
	record := corpus.Record{Status: corpus.StatusFailed, Reason: "named .pdf, but it is plain text; it stopped the reader",
		Text: corpus.Text{Warnings: []string{"named .pdf, but it is plain text", "the reader stopped: string in x (x.go:1)"}}}
	var w strings.Builder
	err := textless(&w, "a.pdf", record)
	if got, want := w.String(), "thematic: the reader stopped: string in x (x.go:1)\n"; got != want || err == nil {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}
