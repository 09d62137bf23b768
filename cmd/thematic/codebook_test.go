package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestMoreMistakesThanAreNamed: of a codebook with more mistakes than are told of
// no exact number is given.
func TestMoreMistakesThanAreNamed(t *testing.T) {
	for _, test := range []struct {
		mistakes int
		want     string
	}{{3, ": 3 mistakes, see above"}, {300, ": at least 200 mistakes, see above"}} {
		path := filepath.Join(t.TempDir(), "x.yaml")
		book := "codebook: x\nthemes:\n  - id: a\n    label: A\n    patterns:\n      topic:\n" + strings.Repeat("        - \"(plan\"\n", test.mistakes)
		if err := os.WriteFile(path, []byte(book), 0o600); err != nil {
			t.Fatal(err)
		}
		cmd := newRootCommand()
		cmd.SetArgs([]string{"codebook", "check", path})
		cmd.SetOut(io.Discard)
		cmd.SetErr(io.Discard)
		if err := cmd.Execute(); err == nil || !strings.HasSuffix(err.Error(), test.want) {
			t.Errorf("got %v, want it to end in %q", err, test.want)
		}
	}
}
