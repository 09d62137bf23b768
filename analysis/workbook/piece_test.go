package workbook

import (
	"bytes"
	"compress/flate"
	"hash/crc32"
	"io"
	"strings"
	"testing"
)

// TestPieces puts contents that were compressed apart together again.
func TestPieces(t *testing.T) {
	long := strings.Repeat("nobody asked who else lived in the house; ", 20_000)
	for _, contents := range [][]string{{""}, {"", "", ""}, {"a"}, {"head", "", "tail"}, {"head", long, "tail"}, {long, long, long[7:]}} {
		press := newPress()
		var packed bytes.Buffer
		sum, size := uint32(0), 0
		for i, content := range contents {
			p := press.part([]byte(content))
			if i == len(contents)-1 {
				p = press.last([]byte(content))
			}
			sum, size = joinedSum(sum, p.sum, p.size), size+p.packed.size()
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
