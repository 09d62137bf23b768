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
	known, file := o.lastCoded(store)
	if file != nil {
		defer file.Close()
	}
	work, caseOf := toRead(documents, cases)
	code := func(i int, coder func() (*themes.Coder, error)) (packed *corpus.PackedCodings, err error) {
		packed, found.coded[i].Documents, err = o.code(ctx, coder, known[i], work, caseOf, store)
		return packed, err
	}
	found.coded[0].Codebook = string(o.Codebook.Source())
	if found.Packed, err = code(0, coder); err != nil || o.Beside == nil {
		return err
	}
	found.Beside = &analysis.BesideInput{Name: o.Beside.Name, Title: o.Beside.Title, Themes: Themes(o.Beside)}
	found.coded[1].Codebook = string(o.Beside.Source())
	found.Beside.Packed, err = code(1, func() (*themes.Coder, error) { return themes.NewCoder(o.Beside, nil) })
	return err
}

// toRead returns the documents of every case that counts, and the case of each by its
// file. Duplicates are left out: their passages would stand twice.
func toRead(documents []*corpus.Document, cases []corpus.Case) (work []*corpus.Document, caseOf map[string]string) {
	caseOf = map[string]string{}
	for _, c := range cases {
		if c.Include {
			for _, file := range c.Files {
				caseOf[file] = c.ID
			}
		}
	}
	for _, d := range documents {
		if caseOf[d.File] != "" && d.Readable() {
			work = append(work, d)
		}
	}
	return work, caseOf
}

// code finds the themes of a codebook in documents, and takes over what known has of
// them. All of it is in a scratch file, which the caller removes; from says from what it
// was made.
func (o Options) code(ctx context.Context, made func() (*themes.Coder, error), known *before, work []*corpus.Document, caseOf map[string]string, store *corpus.Store) (found *corpus.PackedCodings, from []codedDocument, err error) {
	coder, err := made()
	if err != nil {
		return nil, nil, err
	}
	scratch, err := corpus.NewScratch(o.Disk, store.Path(""))
	if err != nil {
		return nil, nil, err
	}
	found, from = corpus.NewPackedCodings(len(work), scratch), make([]codedDocument, len(work))
	err = forEach(ctx, o.Workers, len(work), func(i int) error {
		d := work[i]
		sum, _ := store.Sum(d.ID, extract.Version) // one that cannot be had is told of below
		codings, ok := known.of(d, sum, store)
		if !ok {
			whole, err := withText(d, store)
			if err != nil {
				return err
			}
			codings = Code(coder, whole)
		}
		for k := range codings {
			codings[k].CaseID = caseOf[d.File]
		}
		from[i] = codedDocument{File: d.File, Kind: d.Kind, Record: sum}
		return found.Put(i, codings)
	})
	return found, from, err
}

// What is said of passages on pages that were read from a picture: with the
// confidence of their words from 0 to 100, or by another program.
const (
	recognised = " (rests on recognised text, confidence %.0f: compare it with the page before you use the quotation)"
	textLayer  = " (rests on text that another program recognised: compare it with the page before you use the quotation)"
)

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
	switch page, _ := d.Text.PageAt(c.Span.Start); {
	case page.Confidence > 0:
		c.Confidence = page.Confidence
		c.Reason += fmt.Sprintf(recognised, page.Confidence)
	case page.TextLayer:
		c.Reason += textLayer
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

// codebookID names the codebook, and the one beside it, with a hash of what it
// says, and the model where there is one.
func (o Options) codebookID() string {
	id := fmt.Sprintf("%s %s (%s)", o.Codebook.Name, o.Codebook.Version, o.Codebook.Hash()[:12])
	if model := o.modelName(); model != "" {
		id += ", " + model
	}
	if b := o.Beside; b != nil {
		id += fmt.Sprintf(", beside it %s %s (%s)", b.Name, b.Version, b.Hash()[:12])
	}
	return id
}

// modelName names the model that judges beside the codebook, "" for none.
func (o Options) modelName() string {
	if o.Opinion == nil {
		return ""
	}
	return o.Opinion.Name()
}
