package project

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/extract"
	"thematic/themes"
)

// Texts are the texts that the last run kept, to be searched or coded again
// without reading a report.
type Texts struct {
	found     findings
	decisions []corpus.Decision
	warnings  []string
	files     []analysis.File // whose texts are kept
	caseOf    map[string]string
	store     *corpus.Store
}

// OpenTexts opens the texts behind the results in the folder out, of the reviews
// that are included there, people's decisions applied. It fails as [Results]
// does. The caller closes them.
func OpenTexts(out string) (*Texts, error) {
	store, err := readProject(out)
	if err != nil {
		return nil, err
	}
	t := &Texts{store: store, caseOf: map[string]string{}}
	if err := t.open(); err != nil {
		return nil, errors.Join(err, t.Close())
	}
	return t, nil
}

// open finds the texts.
func (t *Texts) open() (err error) {
	if t.found, err = loadFindings(t.store); err != nil {
		return err
	}
	journal, err := t.store.Journal()
	if err != nil {
		return err
	}
	t.decisions, t.warnings = journal.Decisions(), journal.Warnings()
	in, err := t.found.decided(t.store, t.decisions)
	if err != nil {
		return err
	}
	for _, c := range in.Cases {
		if c.Include {
			for _, file := range c.Files {
				t.caseOf[file] = c.ID
			}
		}
	}
	for _, f := range in.Files {
		if t.caseOf[f.File] != "" && hasText(f) {
			t.files = append(t.files, f)
		}
	}
	return nil
}

// Close lets runs at the project again.
func (t *Texts) Close() error { return errors.Join(t.found.close(), t.store.Close()) }

// Warnings are as those of [Results].
func (t *Texts) Warnings() []string { return t.warnings }

// HasReview reports whether the run met a review of that id.
func (t *Texts) HasReview(id string) bool {
	return slices.ContainsFunc(t.found.Cases, func(c corpus.Case) bool { return c.ID == id })
}

// Len is how many texts there are.
func (t *Texts) Len() int { return len(t.files) }

// Each calls do with every text, its place among all of them and the id of its
// review, from as many goroutines as there are workers. It returns the first error of
// do, or of a text that is gone or damaged.
func (t *Texts) Each(ctx context.Context, workers int, do func(i int, caseID string, doc *corpus.Document) error) error {
	return forEach(ctx, workers, len(t.files), func(i int) error {
		f := t.files[i]
		record, err := t.store.Kept(f.ID, extract.Version)
		if err != nil {
			return fmt.Errorf("%s: %w", f.File, err)
		}
		return do(i, t.caseOf[f.File], &corpus.Document{ID: f.ID, File: f.File, Kind: f.Kind, Status: f.Status, Text: record.Text, Words: f.Words, Pages: f.Pages})
	})
}

// CodebookDiff is what changes when one codebook takes the place of another.
type CodebookDiff struct {
	Passages []analysis.Change
	Counts   []analysis.CountChange
	Reviews  int      // that count, with either
	Warnings []string // as those of [Results]
}

// CompareCodebooks codes the texts of a project with two codebooks, each as a run
// with the model that opinion gives for it, and says which passages and
// counts differ. Decisions hold for both. It fails as [Results] does, and where a
// codebook cannot be made ready.
func CompareCodebooks(ctx context.Context, out string, before, after *themes.Codebook, opinion func(*themes.Codebook) themes.Opinion, workers int) (*CodebookDiff, error) {
	texts, err := OpenTexts(out)
	if err != nil {
		return nil, err
	}
	defer texts.Close()
	first, result, err := texts.count(ctx, before, opinion(before), workers)
	if err != nil {
		return nil, err
	}
	second, other, err := texts.count(ctx, after, opinion(after), workers)
	if err != nil {
		return nil, err
	}
	return &CodebookDiff{
		Passages: analysis.Changes(first, second), Counts: analysis.CountChanges(result, other), Reviews: result.Tally.Included, Warnings: texts.Warnings(),
	}, nil
}

// count codes every text with a codebook and counts the reviews.
func (t *Texts) count(ctx context.Context, codebook *themes.Codebook, opinion themes.Opinion, workers int) ([]corpus.Coding, *analysis.Result, error) {
	coder, err := themes.NewCoder(codebook, opinion)
	if err != nil {
		return nil, nil, err
	}
	codings := make([][]corpus.Coding, t.Len())
	if err := t.Each(ctx, workers, func(i int, caseID string, doc *corpus.Document) error {
		codings[i] = coder.Code(doc)
		for k := range codings[i] {
			codings[i][k].CaseID = caseID
		}
		return nil
	}); err != nil {
		return nil, nil, err
	}
	found := t.found
	found.Beside, found.Themes, found.Packed, found.Codings = nil, Themes(codebook), nil, slices.Concat(codings...)
	in, err := found.decided(t.store, t.decisions)
	if err != nil {
		return nil, nil, err
	}
	result, err := analysis.Analyse(in)
	if err != nil {
		return nil, nil, fmt.Errorf("count by %s: %w", codebook.Name, err)
	}
	return in.Codings, result, nil
}

// hasText reports whether words of a file were read, and coded.
func hasText(f analysis.File) bool {
	return f.Words > 0 && (f.Status == corpus.StatusOK || f.Status == corpus.StatusPartial)
}

// filesByPath has the files of a result.
func filesByPath(r *analysis.Result) map[string]analysis.File {
	files := make(map[string]analysis.File, len(r.Files))
	for _, f := range r.Files {
		files[f.File] = f
	}
	return files
}

// fileText returns the text of a file as it was read, or an error that names it.
func fileText(store *corpus.Store, f analysis.File) (*corpus.Text, error) {
	text, err := textOf(store, f.ID)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.File, err)
	}
	return text, nil
}

// textOf returns the text of a document as it was read.
func textOf(store *corpus.Store, id corpus.ID) (*corpus.Text, error) {
	record, err := store.Kept(id, extract.Version)
	if err != nil {
		return nil, fmt.Errorf("the text of a report: %w", err)
	}
	return &record.Text, nil
}

// withText returns a document with its text.
func withText(d *corpus.Document, store *corpus.Store) (*corpus.Document, error) {
	record, err := store.Kept(d.ID, extract.Version)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", d.File, err)
	}
	whole := *d
	whole.Text = record.Text
	return &whole, nil
}
