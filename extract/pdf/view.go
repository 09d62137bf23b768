package pdf

import (
	"bytes"
	"io"
)

// view presents part of a file as the parser wants a file to be: with nothing
// before its header and nothing after its end mark.
type view struct {
	file  io.ReaderAt
	start int64  // of the part
	part  int64  // its length
	head  []byte // laid over its beginning
	tail  []byte // set behind its end
	torn  bool   // it does not end as PDF files do
}

func (v *view) size() int64 { return v.part + int64(len(v.tail)) }

// ReadAt implements io.ReaderAt.
func (v *view) ReadAt(p []byte, off int64) (int, error) {
	n := 0
	if off < v.part {
		want := min(int64(len(p)), v.part-off)
		m, err := v.file.ReadAt(p[:want], v.start+off)
		if off < int64(len(v.head)) {
			copy(p[:m], v.head[off:])
		}
		if n += m; int64(m) < want {
			return n, err
		}
	}
	if n < len(p) {
		if at := off + int64(n) - v.part; at >= 0 && at < int64(len(v.tail)) {
			n += copy(p[n:], v.tail[at:])
		}
	}
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

const (
	headReach = 1024      // bytes in which the header must begin
	tailReach = 64 * 1024 // bytes at the end in which the end mark is looked for
)

// newView finds where the PDF in a file begins and ends. It returns nil where
// the file holds none.
func newView(r io.ReaderAt, size int64) *view {
	head := readPart(r, 0, min(size, headReach))
	start := bytes.Index(head, []byte("%PDF-"))
	if start < 0 {
		return nil
	}
	v := &view{file: r, start: int64(start), part: size - int64(start)}
	if h := head[start:]; len(h) < 9 || !bytes.HasPrefix(h, []byte("%PDF-1.")) || h[7] < '0' || h[7] > '7' || h[8] != '\r' && h[8] != '\n' {
		v.head = []byte("%PDF-1.7\n")
	}
	from := max(0, v.part-tailReach)
	tail := readPart(r, v.start+from, v.part-from)
	v.torn = !bytes.Contains(tail, []byte("startxref"))
	if i := bytes.LastIndex(tail, []byte("%%EOF")); i >= 0 {
		v.part = from + int64(i) + 5
	} else {
		v.tail, v.torn = []byte("\n%%EOF\n"), true
	}
	return v
}

func readPart(r io.ReaderAt, from, n int64) []byte {
	p := make([]byte, n)
	m, _ := r.ReadAt(p, from)
	return p[:m]
}
