package project

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"thematic/analysis/workbook"
	"thematic/corpus"
)

// A file that the program writes, among the results or where a person named one, takes
// the place of nothing that it did not write itself. What it wrote is known by the
// hashes in [lastRunName], [unfinishedName] and [exportedName]; any other file that is
// there is put aside, as NAME-yours.EXT, and that is said. Of a workbook alone more can
// be told: one that holds nothing but what was brought in or saved again is not put
// aside. What a person may write is not known for a command without results: see
// [WriteFile].

// documentNames are the files of the results in which people write above all: each is
// spoken of by itself.
var documentNames = []string{bookName, "briefing.pptx", "briefing.html", "briefing.docx", "briefing.pdf"}

// remark says what was put aside, by the name that it has there.
type remark func(aside string) string

// edited returns a function that tells what is said of a file of the results that is
// put aside: one that somebody has changed since the last run. The findings in the
// project must still be those of that run.
func (c *counting) edited() (func(name string) (remark, error), error) {
	own, err := ownHashes(c.last, c.store)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(c.Out, bookName)
	book, err := changed(c.Disk, path, own)
	if book != nil {
		book, err = unbrought(c.store, path, c.written.journal)
	}
	return func(name string) (remark, error) {
		if name == bookName {
			return book, nil
		}
		return changed(c.Disk, filepath.Join(c.Out, filepath.FromSlash(name)), own)
	}, err
}

// changed returns what is said of the file at path where it is there and not known to
// be the program's own.
func changed(disk corpus.Disk, path string, own map[string]bool) (remark, error) {
	hash, err := hashOfFile(disk, path)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && own[hash]:
		return nil, nil
	case err != nil:
		return nil, unreadable(path, err)
	}
	return func(aside string) string {
		return fmt.Sprintf("%s is not known as the program's own, and may hold what you wrote: it is kept as %s", filepath.Base(path), aside)
	}, nil
}

// unreadable says that what a person may have written cannot be looked at.
func unreadable(path string, err error) error {
	return &corpus.InputError{Path: path, Reason: "it may hold what you wrote, and cannot be read (" + plain(err) + "): move it elsewhere"}
}

// unbrought returns what is said of the workbook at path where it holds what a
// person wrote and has not brought into the results of the store, nil where it
// does not or is not there. One that cannot be read is a person's.
func unbrought(store *corpus.Store, path string, journal *corpus.Journal) (remark, error) {
	file, err := store.Disk().Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer file.Close()
	name := filepath.Base(path)
	known, found, untold := (&Decisions{journal, store}).known()
	defer found.close()
	var unread workbook.Unread
	if untold == nil {
		unread, err = workbook.ReadUnread(name, file, known, corpus.DefaultLimits())
		untold = known.Packed.Err()
	}
	bringIn := func(aside string) string {
		return "thematic decisions import " + ShellWord(filepath.Join(filepath.Dir(path), aside)) + " --out " + ShellWord(outOf(store))
	}
	switch {
	case untold != nil:
		return func(aside string) string {
			return fmt.Sprintf("%s may hold what you wrote, which cannot be told without what the last run found: it is kept as %s. Bring in what you decided there, and run again: %s",
				name, aside, bringIn(aside))
		}, nil
	case err != nil:
		return func(aside string) string {
			return fmt.Sprintf("%s may hold what you wrote, and cannot be read: it is kept as %s", name, aside)
		}, nil
	case unread.Rows > 0:
		return func(aside string) string {
			coder := ""
			if unread.Unsigned {
				coder = ` --coder "Your name"`
			}
			return fmt.Sprintf("%s has %s with what was not brought in: it is kept as %s. Bring it in, and run again: %s%s",
				name, corpus.Quantity(unread.Rows, "row"), aside, bringIn(aside), coder)
		}, nil
	case unread.More:
		return func(aside string) string {
			return fmt.Sprintf("%s has sheets, columns, notes, colours or other cells of your own: it is kept as %s", name, aside)
		}, nil
	case unread.Untold:
		return func(aside string) string {
			return fmt.Sprintf("%s may hold what you wrote beside the decisions, which cannot be told of a workbook of an earlier version or a copy: it is kept as %s", name, aside)
		}, nil
	}
	return nil, nil
}
