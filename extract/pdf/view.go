package pdf

import (
	"bytes"
	"errors"
	"io"
	"math"
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

const maxColumns = 10_000_000 // bytes of a row of a predictor

var (
	errLoop  = errors.New("its tables of objects name one another in a circle")
	errSizes = errors.New("it states a size that no file has")
)

// checkSizes looks for sizes from which the parser would allocate without looking
// further. A damaged table of objects can be made anew; a damaged stream cannot.
func (v *view) checkSizes() (table, streams error) {
	data := readPart(v, 0, v.part)
	if largestAfter(data, "/Columns") > maxColumns {
		streams = errSizes
	}
	if max(largestAfter(data, "/Size"), largestSection(data)) > maxObjects {
		table = errSizes
	}
	if chainLoops(data) {
		table = errLoop
	}
	return table, streams
}

// chainLoops reports whether the tables of objects, each of which names the one
// before it, come back to one that was met.
func chainLoops(data []byte) bool {
	at := numberAfter(data[max(0, bytes.LastIndex(data, []byte("startxref"))):], "startxref")
	met := map[int64]bool{}
	for at > 0 && at < int64(len(data)) {
		if met[at] {
			return true
		}
		met[at] = true
		section, _, _ := bytes.Cut(data[at:], []byte("startxref"))
		at = numberAfter(section, "/Prev")
	}
	return false
}

// numberAfter returns the number that stands after the first key, 0 where there
// is none.
func numberAfter(data []byte, key string) int64 {
	_, number, _ := bytes.Cut(data, []byte(key))
	return leadingNumber(bytes.TrimLeft(number[:min(len(number), 32)], " \t\r\n"))
}

// largestAfter returns the largest number that stands after key.
func largestAfter(data []byte, key string) int64 {
	var most int64
	for {
		i := bytes.Index(data, []byte(key))
		if i < 0 {
			return most
		}
		data = data[i+len(key):]
		number := bytes.TrimLeft(data[:min(len(data), 32)], " \t\r\n")
		most = max(most, leadingNumber(number))
	}
}

// largestSection returns the largest number at the head of a section in the
// tables of objects.
func largestSection(data []byte) int64 {
	var most int64
	for {
		i := bytes.Index(data, []byte("xref"))
		if i < 0 {
			return most
		}
		data = data[i+4:]
		part := data
		if end := bytes.Index(part, []byte("trailer")); end >= 0 {
			part = part[:end]
		} else {
			part = part[:min(len(part), headReach)]
		}
		data = data[len(part):]
		for len(part) > 0 {
			row := part
			if end := bytes.IndexAny(part, "\r\n"); end >= 0 {
				row, part = part[:end], part[end+1:]
			} else {
				part = nil
			}
			most = max(most, sectionStart(row))
		}
	}
}

// sectionStart returns the first of the two numbers of which the head of a section
// in a table of objects is made, 0 where row is something else.
func sectionStart(row []byte) int64 {
	first := digits(row)
	rest := bytes.TrimLeft(row[first:], " \t")
	second := digits(rest)
	if first == 0 || second == 0 || len(rest) == len(row)-first || len(bytes.TrimLeft(rest[second:], " \t")) > 0 {
		return 0
	}
	return leadingNumber(row)
}

// digits counts the digits b begins with.
func digits(b []byte) int {
	n := 0
	for n < len(b) && b[n] >= '0' && b[n] <= '9' {
		n++
	}
	return n
}

// leadingNumber reads the digits b begins with, as the largest number there is
// where they are too many.
func leadingNumber(b []byte) int64 {
	var n int64
	for _, c := range b {
		switch {
		case c < '0' || c > '9':
			return n
		case n > math.MaxInt64/100:
			return math.MaxInt64
		}
		n = 10*n + int64(c-'0')
	}
	return n
}
