package workbook

import (
	"io"

	"thematic/corpus"
)

// spill are bytes that grow without being copied: in memory while they are few,
// and then in a scratch file.
type spill struct {
	chunks  [][]byte // while there is no file
	length  int64
	scratch func() (*corpus.Scratch, error) // nil to keep all in memory
	most    int64                           // bytes in memory, beyond which there is a file
	file    *corpus.Scratch
	err     error // the first one; nothing is kept after it
}

const chunkSize = 1 << 15

// Write takes in bytes. It never fails: writeTo does.
func (s *spill) Write(data []byte) (int, error) {
	s.length += int64(len(data))
	if s.length > s.most && s.file == nil && s.scratch != nil && s.err == nil {
		s.toFile()
	}
	switch {
	case s.err != nil:
	case s.file != nil:
		_, s.err = s.file.Write(data)
	default:
		s.toMemory(data)
	}
	return len(data), nil
}

// toFile moves what there is to a scratch file.
func (s *spill) toFile() {
	if s.file, s.err = s.scratch(); s.err == nil {
		s.err = s.fromMemory(s.file)
	}
	s.chunks = nil
}

func (s *spill) toMemory(data []byte) {
	for len(data) > 0 {
		last := len(s.chunks) - 1
		if last < 0 || len(s.chunks[last]) == chunkSize {
			s.chunks = append(s.chunks, make([]byte, 0, chunkSize))
			last++
		}
		n := min(len(data), chunkSize-len(s.chunks[last]))
		s.chunks[last] = append(s.chunks[last], data[:n]...)
		data = data[n:]
	}
}

func (s *spill) fromMemory(w io.Writer) error {
	for _, chunk := range s.chunks {
		if _, err := w.Write(chunk); err != nil {
			return err
		}
	}
	return nil
}

// writeTo writes all that was taken in.
func (s *spill) writeTo(w io.Writer) error {
	switch {
	case s.err != nil:
		return s.err
	case s.file != nil:
		_, err := s.file.WriteTo(w)
		return err
	}
	return s.fromMemory(w)
}

// remove removes the scratch file, if there is one.
func (s *spill) remove() {
	if s.file != nil {
		_ = s.file.Remove() // or the next run does
	}
}
