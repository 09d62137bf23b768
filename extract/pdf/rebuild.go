package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
)

// A file whose cross-reference table is damaged or missing still holds its
// objects, each under its number. They are looked for through the whole file,
// and a new table is set behind it.

const maxObjects = 4_000_000

// place is where an object lies: at an offset, or in an object stream.
type place struct {
	offset     int64
	generation int
	stream     int // number of the object stream, 0 for none
	index      int // in the stream
}

var (
	objectPattern  = regexp.MustCompile(`(?:^|[^0-9])(\d{1,10})[ \t\r\n]+(\d{1,5})[ \t\r\n]+obj\b`)
	rootPattern    = regexp.MustCompile(`/Root\s+(\d+\s+\d+\s+R)`)
	infoPattern    = regexp.MustCompile(`/Info\s+(\d+\s+\d+\s+R)`)
	encryptPattern = regexp.MustCompile(`/Encrypt\s+(\d+\s+\d+\s+R)`)
	idPattern      = regexp.MustCompile(`/ID\s*(\[\s*<[0-9A-Fa-f\s]*>\s*<[0-9A-Fa-f\s]*>\s*\])`)
	catalogPattern = regexp.MustCompile(`/Type\s*/Catalog\b`)
	objStmPattern  = regexp.MustCompile(`/Type\s*/ObjStm\b`)
)

// rebuilt returns v with a new cross-reference table behind it.
func rebuilt(v *view) (*view, error) {
	data := readPart(v, 0, v.part)
	places := map[int]place{}
	streams := ""
	root := lastReference(rootPattern, data)
	objects := objectPattern.FindAllSubmatchIndex(data, -1)
	for i, m := range objects {
		n, _ := strconv.Atoi(string(data[m[2]:m[3]]))
		generation, _ := strconv.Atoi(string(data[m[4]:m[5]]))
		if n <= 0 || n >= maxObjects {
			continue
		}
		places[n] = place{offset: int64(m[2]), generation: generation}
		end := len(data)
		if i+1 < len(objects) {
			end = objects[i+1][0]
		}
		dict := data[m[1]:min(end, m[1]+2048)]
		if objStmPattern.Match(dict) {
			streams += fmt.Sprintf("%d %d R ", n, generation)
		}
		if root == "" && catalogPattern.Match(dict) {
			root = fmt.Sprintf("%d %d R", n, generation)
		}
	}
	if len(places) == 0 || root == "" {
		return nil, errors.New("no list of its pages could be found")
	}
	trailer := "/Root " + root
	for _, entry := range []struct {
		key     string
		pattern *regexp.Regexp
	}{{"/Info", infoPattern}, {"/Encrypt", encryptPattern}, {"/ID", idPattern}} {
		if s := lastReference(entry.pattern, data); s != "" {
			trailer += " " + entry.key + " " + s
		}
	}
	out := &view{file: v.file, start: v.start, part: v.part, head: v.head}
	out.tail = table(places, trailer+" /ObjectStreams ["+streams+"]", v.part)
	if streams == "" {
		return out, nil
	}
	addCompressed(places, out)
	out.tail = table(places, trailer, v.part)
	return out, nil
}

func lastReference(p *regexp.Regexp, data []byte) string {
	all := p.FindAllSubmatch(data, -1)
	if len(all) == 0 {
		return ""
	}
	return string(all[len(all)-1][1])
}

// table writes places as a cross-reference stream that begins at offset.
func table(places map[int]place, trailer string, offset int64) []byte {
	size := 0
	for n := range places {
		size = max(size, n+1)
	}
	number := size // of the stream itself
	entries := make([]byte, 13*(size+1))
	for n, p := range places {
		e := entries[13*n : 13*n+13]
		if e[0] = 1; p.stream > 0 {
			e[0] = 2
			binary.BigEndian.PutUint64(e[1:], uint64(p.stream))
			binary.BigEndian.PutUint32(e[9:], uint32(p.index))
			continue
		}
		binary.BigEndian.PutUint64(e[1:], uint64(p.offset))
		binary.BigEndian.PutUint32(e[9:], uint32(p.generation))
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "\n%d 0 obj\n<< /Type /XRef /Size %d /W [1 8 4] /Length %d %s >>\nstream\n", number, size+1, len(entries), trailer)
	b.Write(entries)
	fmt.Fprintf(&b, "\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", offset+1)
	return b.Bytes()
}

// addCompressed adds the objects that lie in object streams to places. A stream
// that cannot be read is passed over.
func addCompressed(places map[int]place, v *view) {
	r, err := parse(v)
	if err != nil {
		return
	}
	list := r.Trailer().Key("ObjectStreams")
	refs := arrayReferences(list)
	for i := range refs {
		digits, _, _ := strings.Cut(refs[i], " ")
		number, _ := strconv.Atoi(digits)
		for index, n := range compressedNumbers(list, i) {
			if _, ok := places[n]; !ok && n > 0 && n < maxObjects {
				places[n] = place{stream: number, index: index}
			}
		}
	}
}

// compressedNumbers returns the numbers of the objects in an object stream.
func compressedNumbers(list pdf.Value, i int) (numbers []int) {
	defer func() { _ = recover() }() // a damaged stream has no numbers
	strm := list.Index(i)
	count := min(strm.Key("N").Int64(), maxObjects)
	first := clamp(float64(strm.Key("First").Int64()), 0, 1<<24)
	head := make([]byte, int(first))
	rd := strm.Reader()
	n, _ := io.ReadFull(rd, head)
	l := &lexer{data: string(head[:n])}
	for int64(len(numbers)) < count {
		number, offset := l.next(), l.next()
		if number.kind != kindNumber || offset.kind != kindNumber {
			break
		}
		numbers = append(numbers, int(number.num))
	}
	return numbers
}
