package corpus

import (
	"crypto/rand"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Disk is where results are kept. [SystemDisk] is the one of the machine; that a
// project outlives a disk that fails is tested on others.
type Disk interface {
	ReadFile(path string) ([]byte, error)
	// Open opens a file to be read, from its beginning or at any place.
	Open(path string) (DiskReader, error)
	MkdirAll(folder string) error
	// ReadDir lists what is in a folder.
	ReadDir(folder string) ([]fs.DirEntry, error)
	// Size is that of a file in bytes.
	Size(path string) (int64, error)
	// Create makes a new file in folder, whose name begins with prefix.
	Create(folder, prefix string) (DiskFile, error)
	// Append opens a file, made where it is missing, to write behind its first size
	// bytes.
	Append(path string, size int64) (DiskFile, error)
	Rename(from, to string) error
	Remove(path string) error
	// SyncFolder makes the names in folder last through a power cut.
	SyncFolder(folder string) error
}

// DiskReader is a file that is open to be read.
type DiskReader interface {
	io.Reader
	io.ReaderAt
	io.Closer
}

// DiskFile is a file that is open to be written.
type DiskFile interface {
	io.Writer
	Name() string
	Truncate(size int64) error
	// Sync makes what was written last through a power cut.
	Sync() error
	Close() error
}

// SystemDisk is the disk of the machine.
type SystemDisk struct{}

// ReadFile is [os.ReadFile].
func (SystemDisk) ReadFile(path string) ([]byte, error) { return os.ReadFile(path) }

// Open is [os.Open].
func (SystemDisk) Open(path string) (DiskReader, error) { return os.Open(path) }

// MkdirAll makes folder and those above it where they are missing.
func (SystemDisk) MkdirAll(folder string) error { return os.MkdirAll(folder, 0o777) }

// ReadDir is [os.ReadDir].
func (SystemDisk) ReadDir(folder string) ([]fs.DirEntry, error) { return os.ReadDir(folder) }

// Size is what [os.Stat] says.
func (SystemDisk) Size(path string) (int64, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// Create makes a file that those may read whom the process lets.
func (SystemDisk) Create(folder, prefix string) (DiskFile, error) {
	return os.OpenFile(filepath.Join(folder, prefix+rand.Text()), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
}

// Append is as [SystemDisk.Create] where it makes the file. It does not open with
// O_APPEND, which on Windows takes the right to shorten the file.
func (SystemDisk) Append(path string, size int64) (DiskFile, error) {
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	if _, err := file.Seek(size, io.SeekStart); err != nil {
		file.Close()
		return nil, err
	}
	return file, nil
}

// Rename is [os.Rename].
func (SystemDisk) Rename(from, to string) error { return os.Rename(from, to) }

// Remove is [os.Remove].
func (SystemDisk) Remove(path string) error { return os.Remove(path) }

// SyncFolder syncs folder where the system can.
func (SystemDisk) SyncFolder(folder string) error { return syncFolder(folder) }
