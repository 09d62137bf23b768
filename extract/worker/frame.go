package worker

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"thematic/corpus"
	"thematic/extract"
)

// hello is what a child writes first: it tells that the right program runs.
const hello = "thematic reader 2\n"

// headerCap is the most bytes of a request's header, a table of sections in
// escapes included.
const headerCap = 1 << 20

// responseCap is the most bytes of a response: the text, escaped, and its
// blocks.
func responseCap(limits corpus.Limits) int64 { return 8*int64(limits.TextBytes) + 1<<20 }

// errFrame means that the other side does not keep to the protocol.
var errFrame = errors.New("broken frame")

// request is the header of a file: Size bytes follow it.
type request struct {
	Name    string          `json:"name"`
	Size    int64           `json:"size"`
	Options extract.Options `json:"options"`
	// Passwords may open the file; Options leave theirs out.
	Passwords []string `json:"passwords,omitempty"`
}

// writeFrame writes the length of data and data.
func writeFrame(w io.Writer, data []byte) error {
	var length [8]byte
	binary.BigEndian.PutUint64(length[:], uint64(len(data)))
	if _, err := w.Write(length[:]); err != nil {
		return err
	}
	_, err := w.Write(data)
	return err
}

// readFrame reads a frame of at most limit bytes. Memory grows with what has
// arrived, not with what was announced. It returns io.EOF where nothing comes.
func readFrame(r io.Reader, limit int64) ([]byte, error) {
	var length [8]byte
	if _, err := io.ReadFull(r, length[:]); err != nil {
		return nil, err
	}
	n := binary.BigEndian.Uint64(length[:])
	if n > uint64(limit) {
		return nil, fmt.Errorf("%w: %d bytes, at most %d are allowed", errFrame, n, limit)
	}
	var buf bytes.Buffer
	if _, err := io.CopyN(&buf, r, int64(n)); err != nil {
		return nil, fmt.Errorf("%w: it ends early: %w", errFrame, err)
	}
	return buf.Bytes(), nil
}

// writeRequest writes the header and the bytes of a file.
func writeRequest(w io.Writer, req request, file io.ReaderAt) error {
	header, err := json.Marshal(req)
	if err != nil {
		return fmt.Errorf("writing the name of a file: %w", err)
	}
	if err := writeFrame(w, header); err != nil {
		return err
	}
	n, err := io.Copy(w, &fileReader{io.NewSectionReader(file, 0, req.Size)})
	if err == nil && n < req.Size {
		err = &fileError{fmt.Errorf("it became shorter while it was read: %w", io.ErrUnexpectedEOF)}
	}
	return err
}

// fileError is a fault of the file that is being sent, not of the pipe.
type fileError struct{ err error }

func (e *fileError) Error() string { return e.err.Error() }
func (e *fileError) Unwrap() error { return e.err }

// fileReader marks the errors of the file it reads.
type fileReader struct{ r io.Reader }

func (f *fileReader) Read(p []byte) (int, error) {
	n, err := f.r.Read(p)
	if err != nil && err != io.EOF {
		err = &fileError{err}
	}
	return n, err
}

// readRequest reads the header and the bytes of a file.
func readRequest(r io.Reader, limits corpus.Limits) (request, []byte, error) {
	var req request
	header, err := readFrame(r, headerCap)
	if err != nil {
		return req, nil, err
	}
	if err := json.Unmarshal(header, &req); err != nil {
		return req, nil, fmt.Errorf("%w: %w", errFrame, err)
	}
	if req.Size < 0 || req.Size > limits.FileBytes {
		return req, nil, fmt.Errorf("%w: a file of %d bytes, at most %d are allowed", errFrame, req.Size, limits.FileBytes)
	}
	data := make([]byte, req.Size)
	if _, err := io.ReadFull(r, data); err != nil {
		return req, nil, fmt.Errorf("%w: the file ends early: %w", errFrame, err)
	}
	return req, data, nil
}
