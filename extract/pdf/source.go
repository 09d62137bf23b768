package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"

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
	data     bytes.Buffer  // what it was decoded to
}

var (
	errStreamTooLong = errors.New("a stream is longer than is read")
	errTooMuchData   = errors.New("the file unpacks to more than is read")
)

const mostKept = 4 << 20 // bytes of room that is kept for the next stream

// stream returns the decoded bytes of v, which stand until the next stream is read. Where
// decoding fails half way, what was decoded is returned with the error.
func (s *source) stream(v pdf.Value) (data []byte, err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fmt.Errorf("a stream cannot be decoded: %w", stopped(x))
		}
	}()
	if v.Kind() != pdf.Stream {
		return nil, errors.New("a stream is missing")
	}
	length := v.Key("Length")
	if length.Kind() != pdf.Integer {
		return nil, errors.New("a stream does not say how long it is")
	}
	limit := min(s.limits.StreamBytes, s.limits.TotalBytes-s.total)
	if limit <= 0 {
		return nil, errTooMuchData
	}
	rd, err := s.open(v, length.Int64(), limit)
	if err != nil {
		return nil, err
	}
	if s.data.Reset(); s.data.Cap() > mostKept {
		s.data = bytes.Buffer{}
	}
	n, err := s.data.ReadFrom(io.LimitReader(rd, limit))
	s.total += n
	if n == limit {
		return s.data.Bytes(), errStreamTooLong
	}
	return s.data.Bytes(), damaged(err)
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
func (s *source) content(v pdf.Value) ([]byte, error) {
	if v.Kind() != pdf.Array {
		if v.IsNull() {
			return nil, nil
		}
		return s.stream(v)
	}
	var out []byte
	var first error
	for i := 0; i < v.Len(); i++ {
		data, err := s.stream(v.Index(i))
		if err != nil && first == nil {
			first = err
		}
		out = append(append(out, data...), '\n')
	}
	return out, first
}
