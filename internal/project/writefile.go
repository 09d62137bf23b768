package project

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"thematic/corpus"
)

// WriteFile puts data into the file that a person named, whole or not at all.
// It returns a [*corpus.InputError] where that cannot be done: above all where
// there is no such folder, which may be a slip of the pen and is not made.
func WriteFile(path string, data []byte) error {
	return writeWith(path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// writeWith does as [WriteFile] with what fill writes. An error of fill is
// returned wrapped: no fault of the file at path.
func writeWith(path string, fill func(io.Writer) error) error {
	folder := filepath.Dir(path)
	if info, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return &corpus.InputError{Path: path, Reason: "there is no folder " + folder + ": make it first, or name another"}
	} else if err == nil && !info.IsDir() {
		return &corpus.InputError{Path: path, Reason: folder + " is a file and not a folder: name another"}
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return &corpus.InputError{Path: path, Reason: "this is a folder: name a file in it"}
	}
	err := corpus.WriteWith(corpus.SystemDisk{}, path, func(w io.Writer) error {
		if err := fill(w); err != nil {
			return unmade{err}
		}
		return nil
	})
	var making unmade
	switch {
	case errors.As(err, &making):
		return fmt.Errorf("%s cannot be made: %w", path, making.error)
	case err != nil:
		return &corpus.InputError{Path: path, Reason: "cannot be written: " + plain(err)}
	}
	return nil
}

// unmade is the fault of what was to be written, and not of the file that it was
// to be written to.
type unmade struct{ error }
