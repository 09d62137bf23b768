package corpus

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// unfinished begins the name of a file that is being written.
const unfinished = ".thematic-writing-"

// Sweep removes from a folder what a [WriteFile], [WriteWith] or [Scratch] left
// behind that was killed. No other process may be writing there. A folder that is
// missing is swept.
func Sweep(disk Disk, folder string) error {
	entries, err := disk.ReadDir(folder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("clear up: %w", err)
	}
	for _, entry := range entries {
		if entry.Type().IsRegular() && strings.HasPrefix(entry.Name(), unfinished) {
			if err := disk.Remove(filepath.Join(folder, entry.Name())); err != nil {
				return fmt.Errorf("clear up: %w", err)
			}
		}
	}
	return nil
}

// WriteFile puts data at path so that a reader, or a crash, finds either what
// was there before or all of data: it is written beside path, synced, renamed
// over path, and the folder synced. The folder must exist.
func WriteFile(disk Disk, path string, data []byte) error {
	return WriteWith(disk, path, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// WriteWith is [WriteFile] of all that fill writes, which is never held in
// memory as a whole. An error of fill itself is returned as it is, and nothing
// is put at path.
func WriteWith(disk Disk, path string, fill func(io.Writer) error) error {
	making, err := writeWith(disk, path, fill)
	if err != nil {
		return fmt.Errorf("write %s: %w", path, Cause(err))
	}
	return making
}

// streamBuffer is how many bytes are handed to the disk at a time.
const streamBuffer = 256 << 10

// writeWith tells the error of fill from those of the disk.
func writeWith(disk Disk, path string, fill func(io.Writer) error) (making, err error) {
	temp, err := disk.Create(filepath.Dir(path), unfinished)
	if err != nil {
		return nil, err
	}
	buffer := bufio.NewWriterSize(temp, streamBuffer)
	making = fill(buffer)
	err = buffer.Flush() // says what was wrong with the disk before, too
	if err == nil && making == nil {
		err = temp.Sync()
	}
	if closing := temp.Close(); err == nil {
		err = closing
	}
	if err == nil && making == nil {
		err = disk.Rename(temp.Name(), path)
	}
	if err != nil || making != nil {
		_ = disk.Remove(temp.Name()) // or the next run does
		return making, err
	}
	return nil, disk.SyncFolder(filepath.Dir(path))
}

// Cause is the fault in err without the path, which the caller names already, or
// which is that of a file written beside the one meant.
func Cause(err error) error {
	var path *fs.PathError
	var link *os.LinkError
	switch {
	case errors.As(err, &path):
		return path.Err
	case errors.As(err, &link):
		return link.Err
	}
	return err
}
