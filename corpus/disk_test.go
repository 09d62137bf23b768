package corpus

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// TestAppendWritesBehindWhatWasChecked: what stands behind it is written over, and
// the file can be cut there, which Windows does not let those do who open a file to
// append.
func TestAppendWritesBehindWhatWasChecked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	if err := os.WriteFile(path, []byte("checked, torn"), 0o600); err != nil {
		t.Fatal(err)
	}
	holds := func(want string) {
		t.Helper()
		if got, err := os.ReadFile(path); err != nil || string(got) != want {
			t.Errorf("got %q, %v, want %q", got, err, want)
		}
	}
	const size = int64(len("checked"))
	file, err := SystemDisk{}.Append(path, size)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := io.WriteString(file, " and"); err != nil {
		t.Fatal(err)
	}
	holds("checked andrn")
	if err := errors.Join(file.Truncate(size), file.Sync()); err != nil {
		t.Fatal(err)
	}
	holds("checked")
}
