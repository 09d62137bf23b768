package corpus

import (
	"bytes"
	"os"
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
