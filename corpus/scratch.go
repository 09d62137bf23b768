package corpus

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"sync"
)

// Scratch is a file for what is too large to stay in memory until it is needed
// again. It is written, read, and removed. What a program leaves behind that
// was killed is removed where the folder is swept, as that of the results is by
// the next run: see [Sweep]. Its errors name the folder.
type Scratch struct {
	disk    Disk
	folder  string
	file    DiskFile
	buffer  *bufio.Writer
	opening sync.Once
	content DiskReader // once it was opened to be read
	unread  error      // why it cannot be
}

// NewScratch makes a scratch file in folder.
func NewScratch(disk Disk, folder string) (*Scratch, error) {
	file, err := disk.Create(folder, unfinished)
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", folder, Cause(err))
	}
	return &Scratch{disk: disk, folder: folder, file: file, buffer: bufio.NewWriterSize(file, streamBuffer)}, nil
}

// Write adds data.
func (s *Scratch) Write(data []byte) (int, error) {
	n, err := s.buffer.Write(data)
	if err != nil {
		err = fmt.Errorf("write %s: %w", s.folder, Cause(err))
	}
	return n, err
}

// open opens what was added to be read.
func (s *Scratch) open() error {
	s.opening.Do(func() {
		if err := s.buffer.Flush(); err != nil {
			s.unread = fmt.Errorf("write %s: %w", s.folder, Cause(err))
			return
		}
		content, err := s.disk.Open(s.file.Name())
		if err != nil {
			s.unread = fmt.Errorf("read %s: %w", s.folder, Cause(err))
			return
		}
		s.content = content
	})
	return s.unread
}

// WriteTo writes all that was added to w, once. Nothing can be added after that.
func (s *Scratch) WriteTo(w io.Writer) (int64, error) {
	if err := s.open(); err != nil {
		return 0, err
	}
	return io.Copy(w, s.content)
}

// ReadAt reads as [io.ReaderAt] says. Nothing can be added after that.
func (s *Scratch) ReadAt(data []byte, at int64) (int, error) {
	if err := s.open(); err != nil {
		return 0, err
	}
	n, err := s.content.ReadAt(data, at)
	if err != nil {
		err = fmt.Errorf("read %s: %w", s.folder, Cause(err))
	}
	return n, err
}

// Remove removes the file.
func (s *Scratch) Remove() error {
	var reading error
	if s.content != nil {
		reading = s.content.Close()
	}
	return errors.Join(reading, s.file.Close(), s.disk.Remove(s.file.Name()))
}
