//go:build unix

package corpus

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestFilesAreForWhomTheProcessLets: the texts are about children.
func TestFilesAreForWhomTheProcessLets(t *testing.T) {
	for umask, want := range map[int]struct{ file, folder os.FileMode }{0o077: {0o600, 0o700}, 0o022: {0o644, 0o755}, 0o002: {0o664, 0o775}} {
		folder := filepath.Join(t.TempDir(), "project")
		before := syscall.Umask(umask)
		store, err := OpenStore(SystemDisk{}, folder, "a test")
		if err == nil {
			err = errors.Join(store.WriteFile("file", nil), store.Close())
		}
		syscall.Umask(before)
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range map[string]os.FileMode{"": want.folder, "objects": want.folder, "file": want.file, lockName: want.file} {
			info, err := os.Stat(filepath.Join(folder, name))
			if err != nil {
				t.Fatal(err)
			}
			if got := info.Mode().Perm(); got != want {
				t.Errorf("umask %#o, %q: got %v, want %v", umask, name, got, want)
			}
		}
	}
}
