package project

import (
	"fmt"
	"io"
	"iter"

	"thematic/analysis"
	"thematic/analysis/marked"
)

// markedFormat is the format of [Export] that writes the reviews themselves.
const markedFormat = "marked"

// exportMarked writes each review that is included as a page with its passages
// marked, and an index, into a folder. It says what was put aside there.
func (r *OpenedResults) exportMarked(folder, made string) (aside []string, err error) {
	files := filesByPath(r.Result)
	return r.exportFolder(folder, func(put func(string, func(io.Writer) error) error) error {
		next, stop := iter.Pull(r.Passages.All())
		defer stop()
		var entries []marked.Entry
		p, more := next()
		for i, c := range r.Matrix.Cases {
			passages := make(map[string][]analysis.Passage)
			for ; more && p.CaseID <= c.ID; p, more = next() {
				if p.CaseID == c.ID { // else of one that is left out
					passages[p.File] = append(passages[p.File], *p)
				}
			}
			review := marked.Review{Case: c, Themes: r.Themes, Cells: r.Matrix.Cells[i], Made: made}
			for _, name := range c.Files {
				document, err := r.markedOf(files[name], passages[name])
				if err != nil {
					return err
				}
				review.Documents = append(review.Documents, document)
			}
			entry := review.Entry("reviews/" + c.ID + ".html")
			entries = append(entries, entry)
			if err := put(entry.Page, func(w io.Writer) error { return review.HTML(w, "../index.html") }); err != nil {
				return err
			}
		}
		return put("index.html", func(w io.Writer) error { return marked.Index(w, r.Source, made, entries) })
	})
}

// markedOf returns the text of a file with its passages, or says why there is none.
func (r *OpenedResults) markedOf(f analysis.File, passages []analysis.Passage) (marked.Document, error) {
	d := marked.Document{File: f.File, Passages: passages}
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
