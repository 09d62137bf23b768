package project

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/themes"
)

// LeastLikely is how likely a sentence must be a finding, from 0 to 1, for a run to keep
// it where no theme takes it up, and leastShown for the workbook to propose it.
const (
	LeastLikely = 0.1
	leastShown  = 0.7
)

// Uncoded returns the sentences of the reviews that count which are findings with a
// chance of least or more, from [LeastLikely] on, as [uncoded] has it. Where no model
// judged beside the codebook, finder makes a coder with one, for results by a codebook of
// that name, and the texts are read with it: it fails where one is gone or damaged.
func (r *OpenedResults) Uncoded(ctx context.Context, workers int, finder func(codebook string) (*themes.Coder, error), least float64) ([]corpus.Coding, error) {
	found := r.found.Uncoded
	if r.Model == "" {
		manifest, err := r.store.Manifest()
		if err != nil {
			return nil, err
		}
		name, _, _ := strings.Cut(manifest.Codebook, " ")
		coder, err := finder(name)
		if err != nil {
			return nil, err
		}
		if found, err = r.likely(ctx, workers, coder); err != nil {
			return nil, err
		}
	}
	return uncoded(found, r.Result, least)
}

// likely finds sentences in the texts of the reviews that count, as [likely] has it.
func (r *OpenedResults) likely(ctx context.Context, workers int, coder *themes.Coder) (*corpus.PackedCodings, error) {
	var files []analysis.File
	caseOf := includedFiles(r.Result)
	for _, f := range r.Files {
		if caseOf[f.File] != "" && hasText(f) {
			files = append(files, f)
		}
	}
	found := corpus.NewPackedCodings(len(files), nil)
	return found, forEach(ctx, workers, len(files), func(i int) error {
		text, err := fileText(r.store, files[i])
		if err != nil {
			return err
		}
		d := &corpus.Document{ID: files[i].ID, File: files[i].File, Text: *text}
		_, findings := coder.CodeAndFind(d, LeastLikely)
		list := likely(d, findings)
		for k := range list {
			list[k].CaseID = caseOf[d.File]
		}
		return found.Put(i, list)
	})
}

// likely returns what was found in a document with its text as codings without theme,
// label and status, whose score is the chance.
func likely(d *corpus.Document, findings []themes.Finding) []corpus.Coding {
	list := make([]corpus.Coding, len(findings))
	for i, f := range findings {
		list[i] = d.Text.Cited(f.Span, f.Block)
		list[i].Document, list[i].File, list[i].Score = d.ID, d.File, f.Chance
	}
	return list
}

// outside leaves out of list what overlaps one of the spans.
func outside(list []corpus.Coding, taken []corpus.Span) []corpus.Coding {
	return slices.DeleteFunc(list, func(c corpus.Coding) bool { return slices.ContainsFunc(taken, c.Span.Overlaps) })
}

// uncoded returns the sentences of found which stand in reviews that count, have a chance
// of least or more, and which no theme takes up: in which no passage of r counts, is held
// or was decided by a person, and of which nobody has said that they speak of none. They
// come review by review, in the order of the text; of the same words on one page, or in
// one file without pages, the first.
func uncoded(found *corpus.PackedCodings, r *analysis.Result, least float64) ([]corpus.Coding, error) {
	caseOf := includedFiles(r)
	byFile := make(map[string][]corpus.Coding)
	for i := range found.Documents() {
		for _, c := range found.Document(i) {
			if c.Score >= least && caseOf[c.File] == c.CaseID && !r.Dismissed(&c) {
				own := c.Clone() // which keeps nothing of the others of its document
				byFile[own.File] = append(byFile[own.File], *own)
			}
		}
	}
	if err := found.Err(); err != nil || len(byFile) == 0 {
		return nil, err
	}
	taken := make(map[string][]corpus.Span)
	for p := range r.Passages.All() {
		if here := byFile[p.File]; len(here) > 0 && (p.Status != corpus.Rejected || p.Decision != nil) {
			file := here[0].File // which keeps nothing of the passages, as that of p would
			taken[file] = append(taken[file], p.Span)
		}
	}
	var list []corpus.Coding
	for file, sentences := range byFile {
		list = append(list, outside(firsts(sentences), taken[file])...)
	}
	slices.SortFunc(list, func(a, b corpus.Coding) int {
		return cmp.Or(cmp.Compare(a.CaseID, b.CaseID), cmp.Compare(a.File, b.File), cmp.Compare(a.Span.Start, b.Span.Start))
	})
	return list, r.Err()
}

// firsts leaves out of the sentences of a file those whose words stand before on the same
// page, or anywhere where it has none.
func firsts(sentences []corpus.Coding) []corpus.Coding {
	type words struct {
		page  int
		quote string
	}
	met := make(map[words]bool)
	return slices.DeleteFunc(sentences, func(c corpus.Coding) bool {
		key := words{c.Page, c.Quote}
		again := met[key]
		met[key] = true
		return again
	})
}

// includedFiles has the review of each file of those that count.
func includedFiles(r *analysis.Result) map[string]string {
	caseOf := make(map[string]string)
	for _, c := range r.Matrix.Cases {
		for _, file := range c.Files {
			caseOf[file] = c.ID
		}
	}
	return caseOf
}
