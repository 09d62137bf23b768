package project

import (
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

	"thematic/analysis/workbook"
	"thematic/corpus"
)

// bookName is the workbook among the results.
const bookName = "coded.xlsx"

// documentNames are the files of the results in which a person may write. Where
// somebody has, a run does not write over the file but puts it aside.
var documentNames = []string{bookName, "briefing.pptx", "briefing.html", "briefing.docx", "briefing.pdf"}

// remark says what was put aside, by the name that it has there.
type remark func(aside string) string

// edited returns what is said of each of the documents in which somebody has
// written since the last run, by its name. The findings must be those of that run.
func (o Options) edited(last lastRun, journal *corpus.Journal, store *corpus.Store) (map[string]remark, error) {
	edits := map[string]remark{}
	for _, name := range documentNames {
		path := filepath.Join(o.Out, name)
		said, err := changed(o.Disk, path, last.Outputs[name])
		if said != nil && name == bookName {
			said, err = unbrought(o.Disk, path, o.Out, journal, store)
		}
		if err != nil {
			return nil, err
		}
		if said != nil {
			edits[name] = said
		}
	}
	return edits, nil
}

// changed returns what is said of the file at path where it is there and its hash is
// another than the one it was written with, "" where that is not known.
func changed(disk corpus.Disk, path, written string) (remark, error) {
	hash, err := hashOfFile(disk, path)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && hash == written:
		return nil, nil
	case err != nil:
		return nil, unreadable(path, err)
	}
	what := "was changed since the last finished run"
	if written == "" {
		what = "may have been changed since it was written"
	}
	return func(aside string) string {
		return fmt.Sprintf("%s %s: it is kept as %s", filepath.Base(path), what, aside)
	}, nil
}

// unreadable says that what a person may have written cannot be looked at.
func unreadable(path string, err error) error {
	return &corpus.InputError{Path: path, Reason: "it may hold what you wrote, and cannot be read (" + plain(err) + "): move it elsewhere"}
}

// unbrought returns what is said of the workbook at path where it holds what a
// person wrote and has not brought into the results in the folder out, nil where
// it does not or is not there. One that cannot be read is a person's.
func unbrought(disk corpus.Disk, path, out string, journal *corpus.Journal, store *corpus.Store) (remark, error) {
	file, err := disk.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, unreadable(path, err)
	}
	defer file.Close()
	name := filepath.Base(path)
	known, err := (&Decisions{journal, store}).known()
	if err != nil {
		return func(aside string) string {
			return fmt.Sprintf("%s may hold what you wrote, which cannot be told without what the last run found: it is kept as %s", name, aside)
		}, nil
	}
	unread, err := workbook.ReadUnread(name, file, known, corpus.DefaultLimits())
	switch {
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
			return fmt.Sprintf("%s has %s with what was not brought in: it is kept as %s. Bring it in, and run again: thematic decisions import %s --out %s%s",
				name, rows(unread.Rows), aside, ShellWord(filepath.Join(filepath.Dir(path), aside)), ShellWord(out), coder)
		}, nil
	case unread.More:
		return func(aside string) string {
			return fmt.Sprintf("%s has sheets, columns, notes or other cells of your own: it is kept as %s", name, aside)
		}, nil
	}
	return nil, nil
}

func rows(n int) string {
	if n == 1 {
		return "1 row"
	}
	return fmt.Sprint(n, " rows")
}

// replacement is a file that is written in the place of one in which a person may
// have written.
type replacement struct {
	disk corpus.Disk
	path string
	said remark // nil where nobody has
	hash string // of what was written, when it is
	note string // what there is to say, when it is written
}

// fill returns write so that, when all is written and before it is put in its
// place, what a person wrote is put aside.
func (r *replacement) fill(write func(io.Writer) error) func(io.Writer) error {
	return func(w io.Writer) error {
		hash := sha256.New()
		if err := write(io.MultiWriter(w, hash)); err != nil {
			return err
		}
		r.hash = hex.EncodeToString(hash.Sum(nil))
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
	ending := filepath.Ext(r.path)
	aside := strings.TrimSuffix(r.path, ending) + "-yours"
	for n := 2; ; n++ {
		_, err := r.disk.Size(aside + ending)
		if errors.Is(err, fs.ErrNotExist) {
			break
		}
		if err != nil {
			return err
		}
		aside = fmt.Sprintf("%s-yours-%d", strings.TrimSuffix(r.path, ending), n)
	}
	if err := r.disk.Rename(r.path, aside+ending); err != nil {
		return &corpus.InputError{Path: r.path, Reason: "what you wrote in it cannot be kept (" + plain(err) + "): close the program that has it open, and run again"}
	}
	r.note = r.said(filepath.Base(aside + ending))
	return nil
}

// replacing returns the replacement of the file at path, wherever it lies, by a
// workbook or by a document of the briefing.
func (r *results) replacing(path string, book bool) (rep *replacement, err error) {
	rep = &replacement{disk: corpus.SystemDisk{}, path: path}
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return rep, nil // nothing of anybody's, or writing fails with its own reason
	}
	if book {
		journal, err := r.store.Journal()
		if err == nil {
			rep.said, err = unbrought(rep.disk, path, outOf(r.store), journal, r.store)
		}
		return rep, err
	}
	if name, ours := r.document(path); ours {
		rep.said, err = changed(rep.disk, path, readLastRun(r.store).Outputs[name])
	}
	return rep, err
}

// replace writes a file that a person named with what fill writes, as [writeWith]
// does, and returns what there is to say of the one that was there. Where it is a
// document of the results, the next run must know that no person wrote it.
func (r *results) replace(place *replacement, fill func(io.Writer) error) (notes []string, err error) {
	if err := writeWith(place.path, place.fill(fill)); err != nil {
		return nil, err
	}
	if place.note != "" {
		notes = []string{place.note}
	}
	name, ours := r.document(place.path)
	last := readLastRun(r.store)
	if !ours || last.Outputs == nil || last.Outputs[name] == place.hash {
		return notes, nil
	}
	last.Inputs, last.Outputs[name] = "", place.hash // which the next run makes as its own again
	return notes, last.save(r.store)
}

// document returns which of the documents of the results lies at path, or is to.
func (r *results) document(path string) (name string, ours bool) {
	name = filepath.Base(path)
	folder, err := os.Stat(filepath.Dir(path))
	out, errOut := os.Stat(outOf(r.store))
	return name, slices.Contains(documentNames, name) && err == nil && errOut == nil && os.SameFile(folder, out)
}
