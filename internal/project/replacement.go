package project

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"thematic/corpus"
)

// replacement is a file that is written in the place of one in which a person may
// have written.
type replacement struct {
	disk corpus.Disk
	path string
	name string // among the results, "" elsewhere
	said remark // nil where nobody has
	hash string // of what was written, when it is
	note string // what there is to say, when it is written
	kept string // the name that what was there has now, "" where it was not put aside
}

// fill returns write so that, when all is written and before it is put in its
// place, the file of the project called noted has its hash, or a kill might part
// them, and what a person wrote is put aside. Once ctx is done it fails.
func (r *replacement) fill(ctx context.Context, store *corpus.Store, noted string, write func(io.Writer) error) func(io.Writer) error {
	return func(w io.Writer) error {
		hash := sha256.New()
		if err := cmp.Or(write(io.MultiWriter(w, hash)), ctx.Err()); err != nil {
			return err
		}
		r.hash = hex.EncodeToString(hash.Sum(nil))
		noteHash(store, noted, r.hash, r.name)
		if r.said == nil {
			return nil
		}
		return r.putAside()
	}
}

// putAside gives the file that is there another name, unless it is the same as what
// was written: a run was killed behind it.
func (r *replacement) putAside() error {
	if hash, err := hashOfFile(r.disk, r.path); err != nil || hash == r.hash {
		return err
	}
	aside, err := r.free()
	if err != nil {
		return err
	}
	if err := r.disk.Rename(r.path, aside); err != nil {
		return &corpus.InputError{Path: r.path, Reason: "what you wrote in it cannot be kept (" + plain(err) + "): close the program that has it open, and run again"}
	}
	r.kept = filepath.Base(aside)
	r.note = r.said(r.kept)
	return nil
}

// free returns a path beside that of the file where nothing is.
func (r *replacement) free() (string, error) {
	ending := filepath.Ext(r.path)
	yours := strings.TrimSuffix(r.path, ending) + "-yours"
	path := yours + ending
	for n := 2; ; n++ {
		_, err := r.disk.Size(path)
		if errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
		if err != nil {
			return "", err
		}
		path = fmt.Sprintf("%s-%d%s", yours, n, ending)
	}
}

// replacing returns the replacement of the file at path, wherever it lies. What the last
// run made is replaced by nothing else: own is the name among the results of what is
// to be written, "" where it is none of these.
func replacing(store *corpus.Store, path, own string) (rep *replacement, err error) {
	rep = &replacement{disk: store.Disk(), path: path}
	if err := notOfProject(store, path); err != nil {
		return rep, err
	}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return rep, nil // nothing of anybody's, or writing fails with its own reason
	}
	last, err := readLastRun(store)
	if err != nil {
		return rep, err
	}
	if err := last.notMade(outOf(store), path, own); err != nil {
		return rep, err
	}
	hashes, err := ownHashes(last, store)
	if err != nil {
		return rep, err
	}
	rep.said, err = changed(rep.disk, path, hashes)
	return rep, err
}

// replacingBook is [replacing] of a workbook, which is put aside only where something in
// it waits to be brought in.
func replacingBook(store *corpus.Store, path, own string) (*replacement, error) {
	rep, err := replacing(store, path, own)
	if err != nil || rep.said == nil {
		return rep, err
	}
	rep.said, err = waiting(store, path)
	return rep, err
}

// waiting is [unbrought] for a command on results that are there.
func waiting(store *corpus.Store, path string) (remark, error) {
	journal, err := store.Journal()
	if err != nil {
		return nil, err
	}
	return unbrought(store, path, journal)
}

// notOfProject refuses a place in the folder in which the results keep decisions and
// what was read.
func notOfProject(store *corpus.Store, path string) error {
	folder := store.Path("")
	inside, err := within(folder, path)
	if err == nil && inside {
		return &corpus.InputError{Path: path, Reason: filepath.Clean(folder) + " keeps the decisions and what was read: name a place outside it"}
	}
	return err
}

// replace writes a file that a person named with what fill writes, as [writeWith]
// does, and returns what there is to say of the one that was there, also where it
// fails.
func (r *replacement) replace(ctx context.Context, store *corpus.Store, fill func(io.Writer) error) (notes []string, err error) {
	err = writeWith(r.disk, r.path, r.fill(ctx, store, exportedName, fill))
	if r.note != "" {
		notes = []string{r.note}
	}
	return notes, err
}

// asideNotes says what was put aside of many files: of tables and charts in one line.
func asideNotes(written []*replacement) (notes []string) {
	var others []string
	var note string
	for _, r := range written {
		switch {
		case r == nil || r.kept == "":
		case slices.Contains(documentNames, filepath.Base(r.path)):
			notes = append(notes, r.note)
		default:
			others, note = append(others, r.kept), r.note
		}
	}
	switch n := len(others); {
	case n == 1:
		notes = append(notes, note)
	case n > 1:
		notes = append(notes, fmt.Sprintf("%d files are not known as the program's own, and may hold what you wrote: they are kept beside the new ones, as %s", n, corpus.Some(others)))
	}
	return notes
}
