package workbook

import (
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"os"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestPieces puts contents that were compressed apart together again.
func TestPieces(t *testing.T) {
	long := strings.Repeat("nobody asked who else lived in the house; ", 20_000)
	for _, contents := range [][]string{{""}, {"", "", ""}, {"a"}, {"head", "", "tail"}, {"head", long, "tail"}, {long, long, long[7:]}} {
		press := newPress(nil)
		var packed bytes.Buffer
		sum, size := uint32(0), 0
		for i, content := range contents {
			p := press.part([]byte(content))
			if i == len(contents)-1 {
				p = press.last([]byte(content))
			}
			sum, size = joinedSum(sum, p.sum, p.size), size+int(p.packed.length)
			if err := p.packed.writeTo(&packed); err != nil {
				t.Fatal(err)
			}
		}
		want := strings.Join(contents, "")
		if packed.Len() != size {
			t.Errorf("%d bytes written, want %d", packed.Len(), size)
		}
		got, err := io.ReadAll(flate.NewReader(&packed))
		if err != nil || string(got) != want {
			t.Errorf("%d contents of %d bytes: got %d bytes, error %v", len(contents), len(want), len(got), err)
		}
		if whole := crc32.ChecksumIEEE([]byte(want)); sum != whole {
			t.Errorf("%d contents of %d bytes: the sum is %x, want %x", len(contents), len(want), sum, whole)
		}
	}
}

// TestSpill: what is put into memory or, of much, into a file is the same.
func TestSpill(t *testing.T) {
	const most = 3 * chunkSize
	folder := t.TempDir()
	scratch := func() (*corpus.Scratch, error) { return corpus.NewScratch(corpus.SystemDisk{}, folder) }
	for _, size := range []int{0, 1, chunkSize, most, most + 1, 3 * most} {
		for name, s := range map[string]*spill{"memory": {}, "file": {scratch: scratch, most: most}} {
			var want, got bytes.Buffer
			for n := 0; n < size; {
				part := bytes.Repeat([]byte{byte(n), byte(n >> 8), 7}, 5000)[:min(15_000, size-n)]
				n += len(part)
				want.Write(part)
				s.Write(part)
			}
			if err := s.writeTo(&got); err != nil || !bytes.Equal(got.Bytes(), want.Bytes()) || s.length != int64(size) {
				t.Errorf("%d bytes in %s: got %d, %d said, error %v", size, name, got.Len(), s.length, err)
			}
			if inFile := s.file != nil; inFile != (name == "file" && size > most) {
				t.Errorf("%d bytes in %s: in a file %v", size, name, inFile)
			}
			s.remove()
		}
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) > 0 {
		t.Errorf("got %v, %v left behind", left, err)
	}
}
