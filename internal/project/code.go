package project

import (
	"context"
	"fmt"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/extract"
	"thematic/themes"
)

// coder makes the codebook ready, and the model with it.
func (o Options) coder() (*themes.Coder, error) {
	return themes.NewCoder(o.Codebook, o.Opinion)
}

// find finds the themes in the documents of every case that counts, and what stands
// beside them.
func (o Options) find(ctx context.Context, found *findings, coder func() (*themes.Coder, error), documents []*corpus.Document, cases []corpus.Case, store *corpus.Store) (err error) {
	if found.Packed, err = o.code(ctx, coder, documents, cases, store); err != nil || o.Beside == nil {
		return err
	}
	found.Beside = &analysis.BesideInput{Name: o.Beside.Name, Title: o.Beside.Title, Themes: Themes(o.Beside)}
	found.Beside.Packed, err = o.code(ctx, func() (*themes.Coder, error) { return themes.NewCoder(o.Beside, nil) }, documents, cases, store)
	return err
}

// code finds the themes of a codebook in the documents of every case that
// counts. Duplicates are left out: their passages would stand twice. What it finds is
// in a scratch file, which the caller removes.
func (o Options) code(ctx context.Context, made func() (*themes.Coder, error), documents []*corpus.Document, cases []corpus.Case, store *corpus.Store) (*corpus.PackedCodings, error) {
	coder, err := made()
	if err != nil {
		return nil, err
	}
	caseOf := map[string]string{}
	for _, c := range cases {
		if c.Include {
			for _, file := range c.Files {
				caseOf[file] = c.ID
			}
		}
	}
	var work []*corpus.Document
	for _, d := range documents {
		if caseOf[d.File] != "" && d.Readable() {
			work = append(work, d)
		}
	}
	scratch, err := corpus.NewScratch(o.Disk, store.Path(""))
	if err != nil {
		return nil, err
	}
	found := corpus.NewPackedCodings(len(work), scratch)
	err = forEach(ctx, o.Workers, len(work), func(i int) error {
		codings, err := codeDocument(coder, work[i], caseOf[work[i].File], store)
		if err != nil {
			return err
		}
		return found.Put(i, codings)
	})
	return found, err
}

// recognised is said of passages on pages that were read from a picture, with
// the confidence of their words from 0 to 100.
const recognised = " (rests on recognised text, confidence %.0f: compare it with the page before you use the quotation)"

func codeDocument(coder *themes.Coder, d *corpus.Document, caseID string, store *corpus.Store) ([]corpus.Coding, error) {
	record, err := store.Kept(d.ID, extract.Version)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", d.File, err)
	}
	whole := *d
	whole.Text = record.Text
	codings := Code(coder, &whole)
	for i := range codings {
		codings[i].CaseID = caseID
	}
	return codings, nil
}

// Code finds the themes of a coder in a document with its text, and says of
// passages that were read from a picture that they were.
func Code(coder *themes.Coder, d *corpus.Document) []corpus.Coding {
	codings := coder.Code(d)
	for i := range codings {
		MarkRecognised(d, &codings[i])
	}
	return codings
}

// MarkRecognised says of a passage of a document with its text that it was read
// from a picture, if it was.
func MarkRecognised(d *corpus.Document, c *corpus.Coding) {
	if page, ok := d.Text.PageAt(c.Span.Start); ok && page.Confidence > 0 {
		c.Confidence = page.Confidence
		c.Reason += fmt.Sprintf(recognised, page.Confidence)
	}
}

// Themes hands the counted themes of a codebook to the analysis.
func Themes(codebook *themes.Codebook) []analysis.Theme {
	list := make([]analysis.Theme, len(codebook.Themes))
	for i, t := range codebook.Themes {
		list[i] = analysis.Theme{
			ID: t.ID, Label: t.Label, Short: t.Short, Group: t.Group, Headline: t.Headline, Colour: t.Colour,
			Definition: t.Definition, Include: t.Include, Exclude: t.Exclude, Near: t.Near, ChildVoice: t.ChildVoice,
		}
	}
	return list
}

func files(documents []*corpus.Document) []analysis.File {
	list := make([]analysis.File, len(documents))
	for i, d := range documents {
		list[i] = analysis.FileOf(d)
	}
	return list
}
