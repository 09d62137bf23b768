package main

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"thematic/internal/project"
)

// TestProgressFitsTheTerminal: what is wider than the line would stay on the screen.
func TestProgressFitsTheTerminal(t *testing.T) {
	for _, columns := range []int{leastColumns, 60, 80, 200} {
		var out bytes.Buffer
		p := &progress{out: &out, columns: columns}
		for done := range 35 {
			p.show(project.Progress{Done: done, Total: 34, File: "Ottermouth/Young people J and K/an overview report with a long name.pdf"})
		}
		p.end()
		for frame := range strings.SplitSeq(out.String(), "\r") {
			if n := utf8.RuneCountInString(strings.TrimSpace(frame)); n > columns {
				t.Errorf("%d columns: a line of %d: %q", columns, n, frame)
			}
		}
		if !strings.Contains(out.String(), "name.pdf") || !strings.Contains(out.String(), "(17/34)") {
			t.Errorf("%d columns: got %q, want names and numbers of files", columns, out.String())
		}
	}
}

// TestProgressInLines: where there is no bar, every tenth of the files has a line.
func TestProgressInLines(t *testing.T) {
	var out bytes.Buffer
	p := newProgress(&out)
	for done := range 21 {
		p.show(project.Progress{Done: done, Total: 20, File: "a.pdf"})
	}
	p.end()
	if got, want := strings.Count(out.String(), "\n"), 10; got != want || !strings.HasSuffix(out.String(), "read 20 of 20 files\n") {
		t.Errorf("got %q, want %d lines", out.String(), want)
	}
}
