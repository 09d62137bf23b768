package project

import (
	"context"
	"fmt"
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

// identify takes the hash of every file met that should be read, but of those that are
// known, by their names.
func (o Options) identify(ctx context.Context, root *os.Root, found []corpus.Found, known map[string]identified) ([]identified, error) {
	met := make([]identified, len(found))
	err := forEach(ctx, o.Workers, len(found), func(i int) error {
		f := found[i]
		if already, ok := known[f.File]; ok {
			met[i] = already
			return nil
		}
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
