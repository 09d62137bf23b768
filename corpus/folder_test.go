package corpus

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestList(t *testing.T) {
	dir := t.TempDir()
	write := func(name string) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("b.pdf")
	write("a/deep/c.txt")
	write("a/.DS_Store")
	write("~$b.docx")
	write("~WRL0001.tmp")
	write("$RECYCLE.BIN/S-1-5/$R1.pdf")
	write("a/.Trash-1000/files/d.pdf")
	outside := filepath.Join(t.TempDir(), "outside.pdf")
	if err := os.WriteFile(outside, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	want := map[string]Status{"a/.DS_Store": StatusSkipped, "a/deep/c.txt": "", "b.pdf": "", "~$b.docx": StatusSkipped,
		"~WRL0001.tmp": StatusSkipped, "$RECYCLE.BIN/": StatusSkipped, "a/.Trash-1000/": StatusSkipped}
	if runtime.GOOS != "windows" {
		write("Icon\r")
		want[shownName("Icon\r")] = StatusSkipped
		if err := os.Symlink(outside, filepath.Join(dir, "link.pdf")); err != nil {
			t.Fatal(err)
		}
		want["link.pdf"] = StatusSkipped
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	found, err := List(root)
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != len(want) {
		t.Errorf("got %d entries, want %d: %v", len(found), len(want), found)
	}
	for i, f := range found {
		if status, ok := want[f.File]; !ok || status != f.Status {
			t.Errorf("%s: got status %q, want %q", f.File, f.Status, status)
		}
		if f.Status != "" && f.Reason == "" {
			t.Errorf("%s: no reason for %s", f.File, f.Status)
		}
		if i > 0 && found[i-1].File >= f.File {
			t.Errorf("%s stands before %s", found[i-1].File, f.File)
		}
	}
}

// TestNamesAreFitToBeShown: one name has one form, whatever lies beside it, and two
// names have two.
func TestNamesAreFitToBeShown(t *testing.T) {
	for name, want := range map[string]string{
		"a\nb.pdf": "a?b (efcdceb3).pdf", "a\xffb.pdf": "a?b (c4aa36a2).pdf", "a?b.pdf": "a?b.pdf", "Bébé.pdf": "Bébé.pdf",
		"a\xff/b/c.pdf": "a? (8dd06b5a)/b/c.pdf",
	} {
		if got := FoundFile(name, 1).File; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
