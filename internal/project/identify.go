package project

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"thematic/corpus"
)

// identified is a file met, by its bytes. ID is empty where Status says why the
// file is not read.
type identified struct {
	corpus.Found
	ID corpus.ID
}

// identify takes the hash of every file met that should be read.
func (o Options) identify(ctx context.Context, root *os.Root, found []corpus.Found) ([]identified, error) {
	met := make([]identified, len(found))
	err := forEach(ctx, o.Workers, len(found), func(i int) error {
		f := found[i]
		if f.Status == "" && f.Size > o.Limits.FileBytes {
			f.Status = corpus.StatusFailed
			f.Reason = fmt.Sprintf("the file is larger than %d MB, the most that is read: split it, or save it with smaller pictures", o.Limits.FileBytes>>20)
		}
		met[i] = identified{Found: f}
		if f.Status != "" {
			return nil
		}
		id, err := hashFile(root, f)
		if err != nil {
			met[i].Status, met[i].Reason = corpus.StatusFailed, unopened(f.Path, err)
		}
		met[i].ID = id
		return nil
	})
	return met, err
}

// unopened says why a file with a path below the folder could not be opened.
func unopened(path string, err error) string {
	if !filepath.IsLocal(path) { // as CON.pdf on Windows, for every name listed lies in the folder
		return "the file cannot be opened: Windows keeps its name for other things: rename it"
	}
	return "the file cannot be opened: " + plain(err)
}

// errChanged says that a file is no longer what it was a moment ago.
var errChanged = errors.New("it changed while it was read: run again")

// hashFile reads a file that is no larger than when it was listed.
func hashFile(root *os.Root, f corpus.Found) (corpus.ID, error) {
	file, err := root.Open(f.Path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	hash := sha256.New()
	n, err := io.Copy(hash, io.LimitReader(file, f.Size+1))
	switch {
	case err != nil:
		return "", err
	case n != f.Size:
		return "", errChanged
	}
	return corpus.ID(hex.EncodeToString(hash.Sum(nil))), nil
}
