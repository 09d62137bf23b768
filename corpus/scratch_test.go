package corpus

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
)

func TestScratchIsReadAndRemoved(t *testing.T) {
	folder := t.TempDir()
	s, err := NewScratch(SystemDisk{}, folder)
	if err != nil {
		t.Fatal(err)
	}
	var want, got bytes.Buffer
	for i := range 100 {
		part := bytes.Repeat([]byte{byte(i)}, 10_000)
		want.Write(part)
		if _, err := s.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := s.WriteTo(&got); err != nil || n != int64(want.Len()) || !bytes.Equal(got.Bytes(), want.Bytes()) {
		t.Errorf("got %d bytes, %v, want the %d written", n, err, want.Len())
	}
	if err := s.Remove(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("got %v, %v left in the folder", left, err)
	}
}

// TestScratchOfAKilledRunIsSwept: nobody removes it where the program was killed.
func TestScratchOfAKilledRunIsSwept(t *testing.T) {
	folder := t.TempDir()
	s, err := NewScratch(SystemDisk{}, folder)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.file.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Sweep(SystemDisk{}, folder); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("got %v, %v left in the folder", left, err)
	}
	if _, err := NewScratch(SystemDisk{}, folder+"/missing"); err == nil {
		t.Error("a scratch file was made in a folder that is not there")
	}
}

// lockedDisk lets no file be opened or removed, as while another program holds it.
type lockedDisk struct{ SystemDisk }

func (lockedDisk) Open(path string) (DiskReader, error) {
	return nil, &os.PathError{Op: "open", Path: path, Err: syscall.EBUSY}
}

func (lockedDisk) Remove(path string) error {
	return &os.PathError{Op: "remove", Path: path, Err: syscall.EBUSY}
}

// TestScratchOnADiskThatFails: the errors of the disk name the folder, which a
// person knows, and not the file, and those of who reads are left as they are.
func TestScratchOnADiskThatFails(t *testing.T) {
	long := make([]byte, streamBuffer+1)
	for _, tt := range []struct {
		name        string
		disk        Disk
		data        []byte
		to          io.Writer
		write, read error
		left        int
	}{
		{"full", fullDisk{}, long, io.Discard, syscall.ENOSPC, syscall.ENOSPC, 0},
		{"full at the end", fullDisk{}, []byte("short"), io.Discard, nil, syscall.ENOSPC, 0},
		{"locked", lockedDisk{}, long, io.Discard, nil, syscall.EBUSY, 1},
		{"whoever reads fails", SystemDisk{}, long, failingWriter{}, nil, io.ErrClosedPipe, 0},
	} {
		folder := t.TempDir()
		s, err := NewScratch(tt.disk, folder)
		if err != nil {
			t.Fatal(err)
		}
		_, err = s.Write(tt.data)
		_, reading := s.WriteTo(tt.to)
		for _, e := range []struct{ got, want error }{{err, tt.write}, {reading, tt.read}} {
			if !errors.Is(e.got, e.want) {
				t.Errorf("%s: got the error %v, want %v", tt.name, e.got, e.want)
			}
			if e.got != nil && e.got != tt.read && (strings.Contains(e.got.Error(), unfinished) || !strings.Contains(e.got.Error(), folder)) {
				t.Errorf("%s: %v does not name the folder alone", tt.name, e.got)
			}
		}
		if err := s.Remove(); (err != nil) != (tt.left > 0) {
			t.Errorf("%s: removing it: %v", tt.name, err)
		}
		if left, err := os.ReadDir(folder); err != nil || len(left) != tt.left {
			t.Errorf("%s: got %v, %v left in the folder, want %d", tt.name, left, err, tt.left)
		}
	}
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }
