package project

import (
	"errors"
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

// writeWith does as [WriteFile] with what fill writes.
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
	if err := corpus.WriteWith(corpus.SystemDisk{}, path, fill); err != nil {
		return &corpus.InputError{Path: path, Reason: "cannot be written: " + plain(err)}
	}
	return nil
}
