package pdf

import (
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ledongthuc/pdf"

	"thematic/corpus"
)

// source reads the streams of one file within its limits.
type source struct {
	file   io.ReaderAt // nil where its streams are encrypted
	limits corpus.Limits
	total  int64 // decoded bytes so far
	fonts  map[string]*font

	drawsValues bool     // the values of form fields are to be drawn, however the file has drawn them
	attached    []string // the names of the documents that it holds beside its pages and on them

	glyphs   []glyph       // room for those of a page, which no page keeps
	inflater io.ReadCloser // of the last stream, to be used again
}

var (
	errStreamTooLong = errors.New("a stream is longer than is read")
	errTooMuchData   = errors.New("the file unpacks to more than is read")
)

const (
	unpacks   = 4       // bytes of content for one of a stream, or so
	mostAhead = 1 << 20 // bytes that room is made for before they are there
)

// stream returns the decoded bytes of v, of which names and strings are to be parts. Where
// decoding fails half way, what was decoded is returned with the error.
func (s *source) stream(v pdf.Value) (data string, err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("a stream cannot be decoded: %w", stopped(x))
		}
	}()
	if v.Kind() != pdf.Stream {
		return "", errors.New("a stream is missing")
	}
	length := v.Key("Length")
	if length.Kind() != pdf.Integer {
		return "", errors.New("a stream does not say how long it is")
	}
	limit := min(s.limits.StreamBytes, s.limits.TotalBytes-s.total)
	if limit <= 0 {
		return "", errTooMuchData
	}
	rd, err := s.open(v, length.Int64(), limit)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	b.Grow(int(clamp(unpacks*length.Float64(), 0, min(mostAhead, float64(limit)))))
	n, err := io.Copy(&b, io.LimitReader(rd, limit))
	s.total += n
	if n == limit {
		return b.String(), errStreamTooLong
	}
	return b.String(), damaged(err)
}

// damaged says of an error met in unpacking what is damaged.
func damaged(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("a stream is damaged (%w)", err)
}

// open returns a reader of the decoded bytes of v, which lie in the file in so many.
func (s *source) open(v pdf.Value, length, limit int64) (io.Reader, error) {
	if s.file == nil || length == 0 {
		return v.Reader(), nil
	}
	r, err := packed(s.file, v, length)
	if err != nil {
		return nil, err
	}
	fs := filters(v)
	if len(fs) == 1 && fs[0].name == "FlateDecode" && fs[0].parms.Key("Predictor").IsNull() {
		return s.inflate(r)
	}
	return unpacked(r, fs, limit)
}

// inflate unpacks r, the way of nearly all streams, in memory used before.
func (s *source) inflate(r io.Reader) (io.Reader, error) {
	if s.inflater == nil {
		z, err := zlib.NewReader(r)
		if err != nil {
			return nil, damaged(err)
		}
		s.inflater = z
		return z, nil
	}
	if err := s.inflater.(zlib.Resetter).Reset(r, nil); err != nil {
		return nil, damaged(err)
	}
	return s.inflater, nil
}

// content returns the content of a page, its streams parted by white space as
// the specification has it, and the first fault met.
func (s *source) content(v pdf.Value) (string, error) {
	if v.Kind() != pdf.Array {
		if v.IsNull() {
			return "", nil
		}
		return s.stream(v)
	}
	var out strings.Builder
	var first error
	for i := 0; i < v.Len(); i++ {
		data, err := s.stream(v.Index(i))
		if err != nil && first == nil {
			first = err
		}
		out.WriteString(data)
		out.WriteByte('\n')
	}
	return out.String(), first
}
