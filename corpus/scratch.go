package corpus

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// Scratch is a file for what is too large to stay in memory until it is needed
// again. It is written, read once, and removed. What a program leaves behind that
// was killed is removed where the folder is swept, as that of the results is by
// the next run: see [Sweep]. Its errors name the folder.
type Scratch struct {
	disk   Disk
	folder string
	file   DiskFile
	buffer *bufio.Writer
}

// NewScratch makes a scratch file in folder.
func NewScratch(disk Disk, folder string) (*Scratch, error) {
	file, err := disk.Create(folder, unfinished)
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", folder, Cause(err))
	}
	return &Scratch{disk, folder, file, bufio.NewWriterSize(file, streamBuffer)}, nil
}

// Write adds data.
func (s *Scratch) Write(data []byte) (int, error) {
	n, err := s.buffer.Write(data)
	if err != nil {
		err = fmt.Errorf("write %s: %w", s.folder, Cause(err))
	}
	return n, err
}

// WriteTo writes all that was added to w. Nothing can be added after that.
func (s *Scratch) WriteTo(w io.Writer) (int64, error) {
	if err := s.buffer.Flush(); err != nil {
		return 0, fmt.Errorf("write %s: %w", s.folder, Cause(err))
	}
	content, err := s.disk.Open(s.file.Name())
	if err != nil {
		return 0, fmt.Errorf("read %s: %w", s.folder, Cause(err))
	}
	defer content.Close()
	return io.Copy(w, content)
}

// Remove removes the file.
func (s *Scratch) Remove() error {
	return errors.Join(s.file.Close(), s.disk.Remove(s.file.Name()))
}
