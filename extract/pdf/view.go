package pdf

import (
	"bytes"
	"errors"
	"io"
	"math"
	"regexp"
	"strconv"
)

// view presents part of a file as the parser wants a file to be: with nothing
// before its header and nothing after its end mark.
type view struct {
	file  io.ReaderAt
	start int64  // of the part
	part  int64  // its length
	head  []byte // laid over its beginning
	tail  []byte // set behind its end
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
	if i := bytes.LastIndex(tail, []byte("%%EOF")); i >= 0 {
		v.part = from + int64(i) + 5
	} else {
		v.tail = []byte("\n%%EOF\n")
	}
	return v
}

func readPart(r io.ReaderAt, from, n int64) []byte {
	p := make([]byte, n)
	m, _ := r.ReadAt(p, from)
	return p[:m]
}

// Sizes a file states from which the parser allocates without looking further.
var (
	sectionPattern = regexp.MustCompile(`[\r\n](\d{7,20})[ \t]+\d{1,10}[ \t]*[\r\n]`) // of a table
	sizePattern    = regexp.MustCompile(`/Size[ \t\r\n]+(\d{7,20})`)
	columnsPattern = regexp.MustCompile(`/Columns[ \t\r\n]+(\d{7,20})`)
)

const maxColumns = 10_000_000 // bytes of a row of a predictor

var errSizes = errors.New("it states a size that no file has")

// checkSizes refuses files that would make the parser exhaust memory. A damaged
// table of objects can be made anew; a damaged stream cannot.
func (v *view) checkSizes() (table, streams error) {
	data := readPart(v, 0, v.part)
	if max(largest(sizePattern, data), largest(sectionPattern, data)) > maxObjects {
		table = errSizes
	}
	if largest(columnsPattern, data) > maxColumns {
		streams = errSizes
	}
	return table, streams
}

// largest returns the largest number that p finds.
func largest(p *regexp.Regexp, data []byte) int64 {
	var most int64
	for _, m := range p.FindAllSubmatch(data, -1) {
		n, err := strconv.ParseInt(string(m[1]), 10, 64)
		if err != nil {
			return math.MaxInt64
		}
		most = max(most, n)
	}
	return most
}
