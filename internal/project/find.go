package project

import (
	"context"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/extract"
	"thematic/themes"
)

// coder makes the codebook ready, and the model with it.
func (o Options) coder() (*themes.Coder, error) {
	return themes.NewCoder(o.Codebook, o.Opinion)
}

// find finds the themes in the cases that count, and what stands beside them.
func (c *counting) find(ctx context.Context, coder func() (*themes.Coder, error)) error {
	cases, decisions := c.applied.Cases, c.written.journal.Decisions()
	coded := toCode(cases, decisions)
	c.found = findings{Input: analysis.Input{
		Themes: Themes(c.Codebook), Files: files(c.documents), Cases: cases,
		Source: source(analysis.DecidedCases(cases, decisions)), Subject: string(c.Codebook.Subject), Model: c.modelName(),
	}, Coded: included(coded)}
	return c.codeBoth(ctx, coder, coded)
}

// codeBoth codes the documents of the cases that are included by the codebook and, where
// there is one, by that of circumstances beside it.
func (c *counting) codeBoth(ctx context.Context, coder func() (*themes.Coder, error), cases []corpus.Case) (err error) {
	known, file := c.lastCoded(c.store)
	if file != nil {
		defer file.Close()
	}
	work, caseOf := toRead(c.documents, cases)
	found := &c.found
	if c.Opinion != nil {
		if found.Uncoded, err = c.room(len(work)); err != nil {
			return err
		}
	}
	code := func(i int, coder func() (*themes.Coder, error), uncoded *corpus.PackedCodings) (packed *corpus.PackedCodings, err error) {
		packed, found.coded[i].Documents, err = c.code(ctx, coder, known[i], work, caseOf, uncoded)
		return packed, err
	}
	found.coded[0].Codebook = string(c.Codebook.Source())
	if found.Packed, err = code(0, coder, found.Uncoded); err != nil || c.Beside == nil {
		return err
	}
	found.Beside = &analysis.BesideInput{Name: c.Beside.Name, Title: c.Beside.Title, Themes: Themes(c.Beside)}
	found.coded[1].Codebook = string(c.Beside.Source())
	found.Beside.Packed, err = code(1, func() (*themes.Coder, error) { return themes.NewCoder(c.Beside, nil) }, nil)
	return err
}

// room is a scratch file for what is found in a number of documents.
func (c *counting) room(documents int) (*corpus.PackedCodings, error) {
	scratch, err := corpus.NewScratch(c.Disk, c.store.Path(""))
	if err != nil {
		return nil, err
	}
	return corpus.NewPackedCodings(documents, scratch), nil
}

// toRead returns the documents of the cases that are included, and the case of each by its
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
// was made. Into uncoded, unless it is nil, go the sentences of [findings.Uncoded].
func (c *counting) code(ctx context.Context, made func() (*themes.Coder, error), known *before, work []*corpus.Document, caseOf map[string]string, uncoded *corpus.PackedCodings) (found *corpus.PackedCodings, from []codedDocument, err error) {
	coder, err := made()
	if err != nil {
		return nil, nil, err
	}
	if found, err = c.room(len(work)); err != nil {
		return nil, nil, err
	}
	from = make([]codedDocument, len(work))
	err = forEach(ctx, c.Workers, len(work), func(i int) error {
		d := work[i]
		sum, _ := c.store.Sum(d.ID, extract.Version) // one that cannot be had is told of below
		codings, left, ok := known.of(d, sum, c.store)
		if !ok {
			whole, err := withText(d, c.store)
			if err != nil {
				return err
			}
			codings, left = codeAndLeave(coder, whole)
		}
		for _, list := range [][]corpus.Coding{codings, left} {
			for k := range list {
				list[k].CaseID = caseOf[d.File]
			}
		}
		from[i] = codedDocument{File: d.File, Kind: d.Kind, Record: sum}
		if uncoded != nil {
			if err := uncoded.Put(i, left); err != nil {
				return err
			}
		}
		return found.Put(i, codings)
	})
	return found, from, err
}
