package project

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"thematic/corpus"
)

// TestKnownFilesAreNotHashedAgain identifies a file that is known and does not lie there.
func TestKnownFilesAreNotHashedAgain(t *testing.T) {
	root, err := os.OpenRoot(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	known := identified{corpus.Found{File: "a.txt", Path: "a.txt", Size: 8}, "an id"}
	met, err := Options{Workers: 1, Limits: corpus.DefaultLimits()}.identify(t.Context(), root, []corpus.Found{known.Found}, map[string]identified{"a.txt": known})
	if err != nil || len(met) != 1 || met[0] != known {
		t.Errorf("got %+v, %v, want what was known", met, err)
	}
}

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
