package project

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"thematic/analysis"
	"thematic/corpus"
)

// output is one file of the results.
type output struct {
	name  string // below the folder of results
	write func(io.Writer) error
}

// of returns out so that it fails where passages of r were not to be had, without
// which it would be written.
func (out output) of(r *analysis.Result) output {
	return output{out.name, func(w io.Writer) error {
		err := out.write(w)
		return cmp.Or(r.Err(), err)
	}}
}

// shelf is a folder into which files are put, whose hashes a file of the project keeps.
type shelf struct {
	disk   corpus.Disk
	folder string
	store  *corpus.Store
	noted  string // the file of the project
}

// put writes one file. What is there is put aside where something is to be said of
// it, which can be told also where it fails.
func (s shelf) put(ctx context.Context, out output, said remark) (*replacement, error) {
	path := filepath.Join(s.folder, filepath.FromSlash(out.name))
	if err := s.disk.MkdirAll(filepath.Dir(path)); err != nil {
		return nil, fmt.Errorf("write %s: %w", path, err)
	}
	written := &replacement{disk: s.disk, path: path, name: out.name, said: said}
	var making error
	err := corpus.WriteWith(s.disk, path, func(w io.Writer) error {
		if err := written.fill(ctx, s.store, s.noted, out.write)(w); err != nil {
			making = fmt.Errorf("make %s: %w", out.name, err)
		}
		return making
	})
	switch {
	case err == nil:
		return written, nil
	case err == making:
		return written, making
	}
	return written, irreplaceable(path, err)
}

// irreplaceable says that a file of the results could not be written over, as on
// Windows one that a program has open. A full disk has another remedy.
func irreplaceable(path string, err error) error {
	if corpus.DiskFull(err) {
		return err
	}
	if cause := errors.Unwrap(err); cause != nil {
		err = cause // without the path
	}
	return &corpus.InputError{Path: path, Reason: "it cannot be replaced (" + plain(err) + "): close the program that has it open, and run again"}
}
