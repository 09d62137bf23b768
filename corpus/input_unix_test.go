//go:build unix

package corpus

import (
	"errors"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestOpenInputLooksBeforeItOpens(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.yaml")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip("this system makes no pipes here: ", err)
	}
	for path, want := range map[string]string{
		pipe:                         "this is a device or a pipe: name a codebook",
		dir:                          "this is a folder: name a codebook",
		filepath.Join(dir, "none"):   "there is no such codebook: check the name",
		filepath.Join(pipe, "below"): "it cannot be opened: not a directory",
	} {
		_, _, err := OpenInput(path, "codebook")
		var input *InputError
		if !errors.As(err, &input) || input.Path != path || !strings.Contains(input.Reason, want) {
			t.Errorf("%s: got %v, want %q", path, err, want)
		}
		if path == pipe {
			continue // it would be waited for
		}
		if _, err := OpenPiped(path, "codebook"); !errors.As(err, &input) || !strings.Contains(input.Reason, want) {
			t.Errorf("%s, or a pipe: got %v, want %q", path, err, want)
		}
	}
}
