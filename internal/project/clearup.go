package project

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"

	"thematic/corpus"
)

// outdatedNote says that what an earlier version of the readers read is dropped.
func outdatedNote(records []string) []string {
	switch n := len(records); n {
	case 0:
		return nil
	case 1:
		return []string{"what an earlier version of the program had read of 1 file is removed from project/objects: this one reads it anew"}
	default:
		return []string{fmt.Sprintf("what an earlier version of the program had read of %d files is removed from project/objects: this one reads them anew", n)}
	}
}

// drop removes those files of the project that are there, when nothing refers to them
// any more.
func (o Options) drop(paths []string) error {
	for _, path := range paths {
		if err := o.Disk.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("clear up: %w", err)
		}
	}
	return nil
}

// sweep clears up what a run left unfinished that was killed.
func (o Options) sweep(store *corpus.Store) error {
	objects := store.Path("objects")
	entries, err := o.Disk.ReadDir(objects)
	if err != nil {
		return fmt.Errorf("clear up: %w", err)
	}
	folders := []string{store.Path(""), o.Out, filepath.Join(o.Out, "charts"), filepath.Join(o.Out, "tables")}
	for _, entry := range entries {
		if entry.IsDir() {
			folders = append(folders, filepath.Join(objects, entry.Name()))
		}
	}
	for _, dir := range folders {
		if err := corpus.Sweep(o.Disk, dir); err != nil {
			return err
		}
	}
	return nil
}

// dropStale removes what the run before made, or one since that was killed, nobody has
// touched, and this one does not make: the tables of factors that are no longer asked
// for.
func (c *counting) dropStale() error {
	made, err := notedIn(c.store, unfinishedName)
	if err != nil {
		return fmt.Errorf("clear up: %w", err)
	}
	for _, name := range slices.Sorted(maps.Keys(c.last.Outputs)) {
		made = append(made, noted{c.last.Outputs[name], name})
	}
	for _, m := range made {
		path := filepath.Join(c.Out, filepath.FromSlash(m.name))
		if _, again := c.outputs[m.name]; again || !filepath.IsLocal(m.name) {
			continue
		}
		if hash, err := hashOfFile(c.Disk, path); err != nil || hash != m.hash {
			continue
		}
		if err := c.Disk.Remove(path); err != nil {
			return fmt.Errorf("clear up: %w", err)
		}
	}
	return nil
}
