package project

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"thematic/corpus"
)

// WriteFile puts data into the file that a person named, whole or not at all, for a
// command without results, which cannot know what it wrote before: a file that is there
// and is another is left alone, unless replace says that the person wants it replaced.
// It returns a [*corpus.InputError] there, and where writing cannot be done: above all
// where there is no such folder, which may be a slip of the pen and is not made.
func WriteFile(path string, data []byte, replace bool) error {
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && !replace {
		hash, err := hashOfFile(corpus.SystemDisk{}, path)
		if err == nil && hash == hashOf(data) {
			return nil
		}
		return &corpus.InputError{Path: path, Reason: "it is there already, and may be somebody's work: name another file, or say --replace"}
	}
	return writeWith(corpus.SystemDisk{}, path, writing(data))
}

// ExportFile puts data, made from the results in the folder out, into the file that a
// person named, and says what was put aside of what is there and not known to be the
// program's own. It fails as [WriteFile] does.
func ExportFile(ctx context.Context, out, path string, data []byte) (aside []string, err error) {
	store, err := readProject(out)
	if err != nil {
		return nil, err
	}
	defer store.Close()
	place, err := replacing(store, path, "")
	if err != nil {
		return nil, err
	}
	return place.replace(ctx, store, writing(data))
}

// writing returns a function that writes data.
func writing(data []byte) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	}
}

// writeWith writes what fill writes to the file at path, whole or not at all. An error of
// fill is returned wrapped: no fault of the file at path.
func writeWith(disk corpus.Disk, path string, fill func(io.Writer) error) error {
	if err := placeable(path); err != nil {
		return err
	}
	err := corpus.WriteWith(disk, path, func(w io.Writer) error {
		if err := fill(w); err != nil {
			return unmade{err}
		}
		return nil
	})
	var making unmade
	switch {
	case errors.As(err, &making):
		return fmt.Errorf("%s cannot be made: %w", path, making.error)
	case err != nil && !filepath.IsLocal(filepath.Base(path)): // as CON.svg on Windows
		return &corpus.InputError{Path: path, Reason: "it cannot be written: Windows keeps its name for other things: name another"}
	case err != nil:
		return &corpus.InputError{Path: path, Reason: unwritable(err)}
	}
	return nil
}

// placeable refuses a path at which no file can be put: below no folder, and where a folder,
// a device or a pipe is, or what the system calls a file that this process has open, as it
// does in /dev/stdout. A file put there would take its place for every program.
func placeable(path string) error {
	refuse := func(reason string) error { return &corpus.InputError{Path: path, Reason: reason} }
	folder := filepath.Dir(path)
	if info, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return refuse("there is no folder " + folder + ": make it first, or name another")
	} else if err == nil && !info.IsDir() {
		return refuse(folder + " is a file and not a folder: name another")
	}
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return refuse("this is a folder: name a file in it")
	}
	leads, _ := os.Readlink(path)
	if err == nil && !info.Mode().IsRegular() || strings.HasPrefix(leads, "/proc/") {
		return refuse("this is a device or a pipe: name a file")
	}
	return nil
}

// unwritable says why a file that a person named cannot be written, without its path,
// and what helps.
func unwritable(err error) string {
	remedy := "name another place"
	if corpus.DiskFull(err) {
		remedy = "make room on the disk, or " + remedy
	}
	if cause := errors.Unwrap(err); cause != nil {
		err = cause
	}
	return "it cannot be written (" + plain(err) + "): " + remedy
}

// unmade is the fault of what was to be written, and not of the file that it was
// to be written to.
type unmade struct{ error }
