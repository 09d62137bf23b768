package workbook

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"syscall"
	"testing"

	"thematic/corpus"
)

// faultyDisk takes some bytes in each file and then no more, and may let none be
// removed.
type faultyDisk struct {
	corpus.SystemDisk
	room   int
	locked bool
}

type faultyFile struct {
	corpus.DiskFile
	room int
}

func (d faultyDisk) Create(folder, prefix string) (corpus.DiskFile, error) {
	file, err := d.SystemDisk.Create(folder, prefix)
	return &faultyFile{file, d.room}, err
}

func (f *faultyFile) Write(data []byte) (int, error) {
	if f.room -= len(data); f.room < 0 {
		return 0, &os.PathError{Op: "write", Path: f.Name(), Err: syscall.ENOSPC}
	}
	return f.DiskFile.Write(data)
}

func (d faultyDisk) Remove(path string) error {
	if d.locked {
		return &os.PathError{Op: "remove", Path: path, Err: syscall.EBUSY}
	}
	return d.SystemDisk.Remove(path)
}

// TestScratchFiles writes a workbook with the rows of every sheet in a scratch
// file. It is that which is made in memory, and where it cannot be made nothing is
// left behind.
func TestScratchFiles(t *testing.T) {
	r := fixture(t)
	errFill, errScratch := errors.New("a fill fails"), errors.New("no scratch file")
	const ample = 1 << 30
	made := func(scratch func() (*corpus.Scratch, error), fill error) ([]byte, error) {
		var out bytes.Buffer
		err := write(&out, "workbook", r, Options{Scratch: scratch}, sheetOrder, func(b *book) []func() error {
			b.press.most = 0
			return []func() error{b.reviews, b.passages, func() error { return fill }}
		})
		return out.Bytes(), err
	}
	want, err := made(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		disk  faultyDisk
		files int // that can be made
		fill  error
		err   error
		left  int
	}{
		"all is well":            {faultyDisk{room: ample}, 2, nil, nil, 0},
		"full":                   {faultyDisk{room: 10}, 2, nil, syscall.ENOSPC, 0},
		"no second file":         {faultyDisk{room: ample}, 1, nil, errScratch, 0},
		"a fill fails":           {faultyDisk{room: ample}, 2, errFill, errFill, 0},
		"none can be removed":    {faultyDisk{room: ample, locked: true}, 2, nil, nil, 2},
		"full, and none removed": {faultyDisk{room: 10, locked: true}, 2, nil, syscall.ENOSPC, 2},
	} {
		folder, files := t.TempDir(), 0
		got, err := made(func() (*corpus.Scratch, error) {
			if files++; files > tt.files {
				return nil, errScratch
			}
			return corpus.NewScratch(tt.disk, folder)
		}, tt.fill)
		if !errors.Is(err, tt.err) || err != nil && strings.Contains(err.Error(), "thematic-writing") {
			t.Errorf("%s: got the error %v, want %v", name, err, tt.err)
		}
		if err == nil && !bytes.Equal(got, want) {
			t.Errorf("%s: got another workbook than in memory", name)
		}
		if left, err := os.ReadDir(folder); err != nil || len(left) != tt.left {
			t.Errorf("%s: got %v, %v left behind, want %d", name, left, err, tt.left)
		}
	}
}
