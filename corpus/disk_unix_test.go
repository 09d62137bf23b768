//go:build unix

package corpus

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
)

// TestFilesAreForWhomTheProcessLets: the texts are about children.
func TestFilesAreForWhomTheProcessLets(t *testing.T) {
	for umask, want := range map[int]os.FileMode{0o077: 0o600, 0o022: 0o644} {
		before := syscall.Umask(umask)
		path := filepath.Join(t.TempDir(), "file")
		err := WriteFile(SystemDisk{}, path, nil)
		syscall.Umask(before)
		if err != nil {
			t.Fatal(err)
		}
		if info, err := os.Stat(path); err != nil || info.Mode() != want {
			t.Errorf("umask %#o: got %v, %v, want %v", umask, info.Mode(), err, want)
		}
	}
}
