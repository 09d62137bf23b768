package project

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path"
	"path/filepath"
	"regexp"
	"slices"

	"thematic/analysis"
	"thematic/analysis/marked"
	"thematic/corpus"
)

// markedFormat is the format of [Export] that writes the reviews themselves.
const markedFormat = "marked"

// exportMarked writes each review that is included as a page with its passages
// marked, an index and the workbook, whose passages lead to where they are marked, into
// a folder. Pages that it has written there of reviews that are not among them any more
// are removed. It says what was put aside, removed or left there.
func (r *OpenedResults) exportMarked(ctx context.Context, folder, tool string, p Presentation) (notes []string, err error) {
	if sameFile(filepath.Join(folder, bookName), filepath.Join(outOf(r.store), bookName)) {
		return nil, &corpus.InputError{Path: folder, Reason: "the workbook of the results lies here, and that of the pages would replace it: name another folder"}
	}
	book, err := r.book(folder, tool, p, marked.Address)
	if err != nil {
		return nil, err
	}
	pages := map[string]bool{}
	notes, err = r.exportFolder(ctx, folder, func(put func(string, func(io.Writer) error) error) error {
		made := "Made with " + tool
		var entries []marked.Entry
		if err := r.eachMarked(made, func(review marked.Review) error {
			entry := review.Entry()
			entries, pages[entry.Page] = append(entries, entry), true
			return put(entry.Page, review.HTML)
		}); err != nil {
			return err
		}
		if err := put("index.html", func(w io.Writer) error { return marked.Index(w, r.Source, made, bookName, entries) }); err != nil {
			return err
		}
		return put(bookName, book)
	})
	if err != nil {
		return notes, err
	}
	gone, err := r.dropPages(folder, pages)
	return append(notes, gone...), err
}

// eachMarked calls do with each review that is included, one after the other, so that
// the texts and passages of one are in memory.
func (r *OpenedResults) eachMarked(made string, do func(marked.Review) error) error {
	files := filesByPath(r.Result)
	take, stop := passagesByCase(r.Passages)
	defer stop()
	takeBeside, stopBeside := passagesByCase(analysis.Passages{})
	if r.Beside != nil {
		takeBeside, stopBeside = passagesByCase(r.Beside.Passages)
	}
	defer stopBeside()
	for i, c := range r.Matrix.Cases {
		passages := slices.Concat(take(c.ID), takeBeside(c.ID))
		review := marked.Review{Case: c, Themes: r.Themes, Cells: r.Matrix.Cells[i], Made: made}
		if r.Beside != nil {
			review.Beside = &marked.Beside{Title: r.Beside.Title, Themes: r.Beside.Themes, Cells: r.Beside.Matrix.Cells[i]}
		}
		for _, name := range c.Files {
			document, err := r.markedOf(files[name], passages)
			if err != nil {
				return err
			}
			review.Documents = append(review.Documents, document)
		}
		if err := do(review); err != nil {
			return err
		}
	}
	return nil
}

// passagesByCase returns a function that takes the passages of one review after the
// other, in the order of their ids; those of reviews in between are left out.
func passagesByCase(all analysis.Passages) (take func(caseID string) []analysis.Passage, stop func()) {
	next, stop := iter.Pull(all.All())
	p, more := next()
	return func(caseID string) (taken []analysis.Passage) {
		for ; more && p.CaseID <= caseID; p, more = next() {
			if p.CaseID == caseID {
				taken = append(taken, *p)
			}
		}
		return taken
	}, stop
}

// keptAside is the name of a page that was put aside.
var keptAside = regexp.MustCompile(`-yours(-\d+)?\.html$`)

// dropPages removes the pages that were written into the folder and are not among pages,
// those of this export: they hold what is said of reviews that dropped out. A file is
// known as such a page by its name and its hash; of others it says that they are left,
// and of those removed which they are, also where it fails on one.
func (r *OpenedResults) dropPages(folder string, pages map[string]bool) (notes []string, err error) {
	written, err := notedIn(r.store, exportedName)
	if err != nil {
		return nil, fmt.Errorf("read what was written before: %w", err)
	}
	disk := r.store.Disk()
	below := path.Dir(marked.Page(""))
	entries, err := disk.ReadDir(filepath.Join(folder, below))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil // no review is included
	}
	if err != nil {
		return nil, fmt.Errorf("clear up: %w", err)
	}
	var dropped, left []string
	for _, entry := range entries {
		name := path.Join(below, entry.Name())
		if pages[name] || entry.IsDir() || path.Ext(name) != ".html" || keptAside.MatchString(name) {
			continue
		}
		at := filepath.Join(folder, filepath.FromSlash(name))
		hash, unreadable := hashOfFile(disk, at)
		if unreadable != nil || !slices.Contains(written, noted{hash, name}) {
			left = append(left, name)
			continue
		}
		if err = disk.Remove(at); err != nil {
			err = fmt.Errorf("clear up: %w", err)
			break
		}
		dropped = append(dropped, name)
	}
	if len(dropped) > 0 {
		notes = append(notes, fmt.Sprintf("%s of reviews that are not in the results any more: removed from %s", corpus.Some(dropped), folder))
	}
	if len(left) > 0 {
		notes = append(notes, fmt.Sprintf("%s in %s: of no review in the results, and not known as the program's own: left there", corpus.Some(left), folder))
	}
	return notes, err
}

// markedOf returns the text of a file with its passages, of those of its review, or says
// why there is none.
func (r *OpenedResults) markedOf(f analysis.File, passages []analysis.Passage) (marked.Document, error) {
	d := marked.Document{File: f.File}
	for _, p := range passages {
		if p.File == f.File {
			d.Passages = append(d.Passages, p)
		}
	}
	if !hasText(f) {
		d.Missing = fmt.Sprintf("No text of this file was coded (%s).", reasonOf(f))
		return d, nil
	}
	var err error
	d.Text, err = fileText(r.store, f)
	return d, err
}

// reasonOf says what came of a file, and why.
func reasonOf(f analysis.File) string {
	if f.Reason == "" {
		return string(f.Status)
	}
	return string(f.Status) + ": " + f.Reason
}
