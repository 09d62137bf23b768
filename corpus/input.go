package corpus

import (
	"errors"
	"io/fs"
	"os"
)

// OpenInput opens a file that a person named, and returns its size in bytes. It
// looks before it opens: a pipe might never come back. what is what the file should
// be, as in "codebook". An error is an [*InputError].
func OpenInput(path, what string) (*os.File, int64, error) { return openInput(path, what, 0) }

// OpenPiped is [OpenInput] of what may be a pipe too, whose size is not known: it
// waits for the program that writes there.
func OpenPiped(path, what string) (*os.File, error) {
	file, _, err := openInput(path, what, os.ModeNamedPipe)
	return file, err
}

// openInput opens a file that is a regular one or of the type other.
func openInput(path, what string, other os.FileMode) (*os.File, int64, error) {
	refuse := func(reason string) (*os.File, int64, error) {
		return nil, 0, &InputError{Path: path, Reason: reason}
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refuse("there is no such " + what + ": check the name")
	case err != nil:
		return refuse("it cannot be opened: " + Cause(err).Error())
	case info.IsDir():
		return refuse("this is a folder: name a " + what)
	case !info.Mode().IsRegular() && info.Mode().Type() != other:
		return refuse("this is a device or a pipe: name a " + what)
	}
	file, err := os.Open(path)
	if err != nil {
		return refuse("it cannot be opened: " + Cause(err).Error())
	}
	return file, info.Size(), nil
}
