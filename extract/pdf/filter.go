package pdf

import (
	"bufio"
	stdlzw "compress/lzw"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/ledongthuc/pdf"
	"golang.org/x/image/tiff/lzw"
)

// The parser unpacks streams in two ways only. They are unpacked here, from the
// bytes as they lie in the file, in every way that text is packed.

const maxFilters = 8 // of one stream

// filter is one step of unpacking a stream.
type filter struct {
	name  string
	parms pdf.Value
}

// filters returns the steps by which the stream v is unpacked.
func filters(v pdf.Value) []filter {
	names, parms := v.Key("Filter"), v.Key("DecodeParms")
	if names.Kind() != pdf.Array {
		if name := names.Name(); name != "" {
			return []filter{{name, parms}}
		}
		return nil
	}
	var out []filter
	for i := 0; i < names.Len(); i++ {
		p := parms
		if p.Kind() == pdf.Array {
			p = parms.Index(i)
		}
		out = append(out, filter{names.Index(i).Name(), p})
	}
	return out
}

// packed returns the bytes of the stream v as they lie in file.
func packed(file io.ReaderAt, v pdf.Value, length int64) (io.Reader, error) {
	s := v.String()
	offset, err := strconv.ParseInt(s[strings.LastIndexByte(s, '@')+1:], 10, 64)
	if err != nil || offset < 0 {
		return nil, errors.New("a stream cannot be found")
	}
	return io.NewSectionReader(file, offset, max(0, length)), nil
}

// unpacked applies fs to r. No step gives more than limit bytes.
func unpacked(r io.Reader, fs []filter, limit int64) (io.Reader, error) {
	if len(fs) > maxFilters {
		return nil, fmt.Errorf("a stream is packed %d times", len(fs))
	}
	for _, f := range fs {
		var err error
		if r, err = f.apply(r); err != nil {
			return nil, err
		}
		r = io.LimitReader(r, limit)
	}
	return r, nil
}

func (f filter) apply(r io.Reader) (io.Reader, error) {
	switch f.name {
	case "FlateDecode", "Fl":
		z, err := zlib.NewReader(r)
		if err != nil {
			return nil, err
		}
		return f.predicted(z)
	case "LZWDecode", "LZW":
		if early := f.parms.Key("EarlyChange"); early.Kind() == pdf.Integer && early.Int64() == 0 {
			return f.predicted(stdlzw.NewReader(r, stdlzw.MSB, 8))
		}
		return f.predicted(lzw.NewReader(r, lzw.MSB, 8))
	case "ASCIIHexDecode", "AHx":
		return &hexReader{r: bufio.NewReader(r)}, nil
	case "ASCII85Decode", "A85":
		text := bufio.NewReader(r)
		if mark, _ := text.Peek(2); string(mark) == "<~" {
			text.Discard(2)
		}
		return ascii85.NewDecoder(&ascii85Text{r: text}), nil
	case "RunLengthDecode", "RL":
		return &runReader{r: bufio.NewReader(r)}, nil
	case "Crypt":
		return r, nil
	}
	return nil, fmt.Errorf("a stream is packed by %s", f.name)
}

// predicted undoes the predictor of f (PDF 32000-1, 7.4.4.4).
func (f filter) predicted(r io.Reader) (io.Reader, error) {
	number := func(key string, otherwise, most int64) int64 {
		if v := f.parms.Key(key); v.Kind() == pdf.Integer && v.Int64() > 0 {
			return min(v.Int64(), most)
		}
		return otherwise
	}
	kind := number("Predictor", 1, 99)
	bits := number("Colors", 1, 64) * number("BitsPerComponent", 8, 32)
	row := (number("Columns", 1, maxColumns)*bits + 7) / 8
	switch {
	case kind == 1:
		return r, nil
	case kind < 10 || row > maxColumns:
		return nil, fmt.Errorf("a stream is packed with predictor %d", kind)
	}
	return &pngReader{r: r, row: make([]byte, row), above: make([]byte, row), raw: make([]byte, row+1), pixel: int(max(1, bits/8))}, nil
}

// pngReader undoes the filters of PNG (RFC 2083, 6), one for each row.
type pngReader struct {
	r               io.Reader
	row, above, raw []byte
	pixel           int // bytes from a byte to the one it is predicted from
	ready           []byte
}

func (p *pngReader) Read(b []byte) (int, error) {
	for len(p.ready) == 0 {
		if _, err := io.ReadFull(p.r, p.raw); err != nil {
			return 0, err
		}
		p.row, p.above = p.above, p.row
		for i, x := range p.raw[1:] {
			var left, above, corner byte
			if above = p.above[i]; i >= p.pixel {
				left, corner = p.row[i-p.pixel], p.above[i-p.pixel]
			}
			switch p.raw[0] {
			case 1:
				x += left
			case 2:
				x += above
			case 3:
				x += byte((int(left) + int(above)) / 2)
			case 4:
				x += paeth(left, above, corner)
			}
			p.row[i] = x
		}
		p.ready = p.row
	}
	n := copy(b, p.ready)
	p.ready = p.ready[n:]
	return n, nil
}

// paeth returns the one of three neighbours that is nearest to a+b-c.
func paeth(a, b, c byte) byte {
	distance := func(x byte) int {
		d := int(a) + int(b) - int(c) - int(x)
		return max(d, -d)
	}
	switch {
	case distance(a) <= distance(b) && distance(a) <= distance(c):
		return a
	case distance(b) <= distance(c):
		return b
	}
	return c
}

// hexReader reads pairs of hexadecimal digits up to ">".
type hexReader struct {
	r    *bufio.Reader
	over bool
}

func (h *hexReader) Read(b []byte) (int, error) {
	for n := range b {
		high, ok := h.digit()
		if !ok {
			return n, io.EOF
		}
		low, _ := h.digit() // a missing digit counts as 0
		b[n] = byte(high<<4 | low)
	}
	return len(b), nil
}

func (h *hexReader) digit() (int, bool) {
	for !h.over {
		c, err := h.r.ReadByte()
		if h.over = err != nil || c == '>'; h.over {
			break
		}
		if x := unhex(c); x >= 0 {
			return x, true
		}
	}
	return 0, false
}

// ascii85Text passes on the characters of base 85 up to "~".
type ascii85Text struct {
	r    *bufio.Reader
	over bool
}

func (a *ascii85Text) Read(b []byte) (int, error) {
	n := 0
	for n < len(b) && !a.over {
		c, err := a.r.ReadByte()
		switch {
		case err != nil || c == '~':
			a.over = true
		case c >= '!' && c <= 'u' || c == 'z':
			b[n] = c
			n++
		}
	}
	if n == 0 && len(b) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

// runReader reads runs: a length below 128 and one byte more of data than it
// says, or one above it and a byte that stands 257 times less the length.
type runReader struct {
	r    *bufio.Reader
	left int  // bytes of the run that are still to come
	same bool // all of them are value
	last byte
	over bool
}

func (d *runReader) Read(b []byte) (int, error) {
	for n := range b {
		if !d.next() {
			return n, io.EOF
		}
		if !d.same {
			c, err := d.r.ReadByte()
			if err != nil {
				d.over = true
				return n, io.ErrUnexpectedEOF
			}
			d.last = c
		}
		d.left--
		b[n] = d.last
	}
	return len(b), nil
}

// next makes sure that a run is under way.
func (d *runReader) next() bool {
	for d.left == 0 && !d.over {
		length, err := d.r.ReadByte()
		switch {
		case err != nil || length == 128:
			d.over = true
		case length < 128:
			d.left, d.same = int(length)+1, false
		default:
			d.left, d.same = 257-int(length), true
			if d.last, err = d.r.ReadByte(); err != nil {
				d.over = true
				d.left = 0
			}
		}
	}
	return d.left > 0
}
