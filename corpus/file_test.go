package corpus

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// fullDisk takes no byte.
type fullDisk struct{ SystemDisk }

type fullFile struct{ DiskFile }

func (d fullDisk) Create(folder, prefix string) (DiskFile, error) {
	file, err := d.SystemDisk.Create(folder, prefix)
	return fullFile{file}, err
}

func (f fullFile) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: f.Name(), Err: syscall.ENOSPC}
}

func TestWriteWith(t *testing.T) {
	errMaking := errors.New("there is nothing to write")
	long := strings.Repeat("a line\n", streamBuffer)
	for _, test := range []struct {
		name string
		disk Disk
		fill func(io.Writer) error
		want string // of the file
		err  error
	}{
		{"all is well", SystemDisk{}, func(w io.Writer) error { _, err := io.WriteString(w, long); return err }, long, nil},
		{"nothing", SystemDisk{}, func(io.Writer) error { return nil }, "", nil},
		{"fill fails", SystemDisk{}, func(w io.Writer) error { io.WriteString(w, long); return errMaking }, "before", errMaking},
		{"the disk fails and fill says so", fullDisk{}, func(w io.Writer) error { _, err := io.WriteString(w, long); return err }, "before", syscall.ENOSPC},
		{"the disk fails and fill says something else", fullDisk{}, func(w io.Writer) error { io.WriteString(w, long); return errMaking }, "before", syscall.ENOSPC},
		{"the disk fails at the end", fullDisk{}, func(w io.Writer) error { _, err := io.WriteString(w, "short"); return err }, "before", syscall.ENOSPC},
	} {
		folder := t.TempDir()
		path := filepath.Join(folder, "file")
		if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := WriteWith(test.disk, path, test.fill); !errors.Is(err, test.err) {
			t.Errorf("%s: got the error %v, want %v", test.name, err, test.err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != test.want {
			t.Errorf("%s: got %d bytes, %v, want %d", test.name, len(got), err, len(test.want))
		}
		if entries, err := os.ReadDir(folder); err != nil || len(entries) != 1 {
			t.Errorf("%s: got %d files, %v, want the one", test.name, len(entries), err)
		}
	}
}
