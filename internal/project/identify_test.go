package project

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"thematic/corpus"
)

// TestFilesThatChange: what is read of a file is what was identified, or nothing.
func TestFilesThatChange(t *testing.T) {
	folder := t.TempDir()
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	for _, tt := range []struct {
		before, after string
		changed       bool
	}{
		{"a review", "a review", false},
		{"", "", false},
		{"a review", "a review that is still being copied", true},
		{"a review", "a rev", true},
		{"a review", "a letter", true},
		{"", "a review", true},
	} {
		path := filepath.Join(folder, "a.txt")
		if err := os.WriteFile(path, []byte(tt.before), 0o600); err != nil {
			t.Fatal(err)
		}
		f := identified{Found: corpus.Found{Path: "a.txt", Size: int64(len(tt.before))}}
		if f.ID, err = hashFile(root, f.Found); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(tt.after), 0o600); err != nil {
			t.Fatal(err)
		}
		got, err := (&reading{root: root}).bytes(f)
		if errors.Is(err, errChanged) != tt.changed || err == nil && string(got) != tt.before {
			t.Errorf("%q, then %q: got %q, %v", tt.before, tt.after, got, err)
		}
	}
}
