package office

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"thematic/corpus"
)

// The most that an entry may inflate to for each of its compressed bytes, once
// it is past a megabyte. XML of a report inflates to about ten times its size.
const (
	ratioCap  = 200
	ratioFrom = 1 << 20
)

// container is an open zip archive with its limits. Its entries are read into
// memory, one at a time.
type container struct {
	archive *zip.Reader
	size    int64
	limits  corpus.Limits
	used    int64 // bytes inflated so far
}

func openContainer(r io.ReaderAt, size int64, limits corpus.Limits) (*container, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, &corpus.InputError{Reason: "it is damaged, and its contents cannot be listed: ask for a new copy"}
	}
	if len(archive.File) > limits.Entries {
		return nil, &corpus.InputError{Reason: fmt.Sprintf("it holds more than %d parts: save it anew as PDF", limits.Entries)}
	}
	return &container{archive: archive, size: size, limits: limits}, nil
}

// read inflates an entry. It returns fs.ErrNotExist where there is none.
func (c *container) read(name string) ([]byte, error) {
	for _, f := range c.archive.File {
		if f.Name == name {
			return c.inflate(f)
		}
	}
	return nil, fs.ErrNotExist
}

// readOptional inflates an entry that a document can do without. A part that is
// missing or damaged is nil.
func (c *container) readOptional(name string) []byte {
	data, err := c.read(name)
	if err != nil {
		return nil
	}
	return data
}

// optional returns the elements of a part that a document can do without: there are none
// where it is missing or damaged.
func (c *container) optional(part string) *tokens {
	return newTokens(c.readOptional(part), part, c.limits)
}

func (c *container) inflate(f *zip.File) ([]byte, error) {
	if f.Flags&1 != 0 {
		return nil, &corpus.InputError{Reason: "it is locked with a password: open it and save a copy without one"}
	}
	in, err := f.Open()
	if err != nil {
		return nil, damaged(f.Name)
	}
	defer in.Close()
	most := min(c.limits.StreamBytes, c.limits.TotalBytes-c.used)
	if packed := int64(min(f.CompressedSize64, uint64(c.size))); packed*ratioCap < most {
		most = max(ratioFrom, packed*ratioCap)
		most = min(most, c.limits.StreamBytes, c.limits.TotalBytes-c.used)
	}
	data, err := io.ReadAll(io.LimitReader(in, most+1))
	c.used += int64(len(data))
	switch {
	case int64(len(data)) > most:
		return nil, &corpus.InputError{Reason: fmt.Sprintf("its part %s inflates to more than %d KB, the most for its size: save it anew as PDF", corpus.CleanLine(f.Name), most>>10)}
	case err != nil && !errors.Is(err, zip.ErrChecksum):
		return nil, damaged(f.Name)
	}
	return data, nil
}

func damaged(part string) error {
	return &corpus.InputError{Reason: fmt.Sprintf("its part %s is damaged: open it, let the program repair it, and save it anew", corpus.CleanLine(part))}
}
