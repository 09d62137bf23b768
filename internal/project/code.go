package project

import (
	"fmt"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/themes"
)

// What is said of passages on pages that were read from a picture: with the
// confidence of their words from 0 to 100, or by another program.
const (
	recognised = " (rests on recognised text, confidence %.0f: compare it with the page before you use the quotation)"
	textLayer  = " (rests on text that another program recognised: compare it with the page before you use the quotation)"
)

// Code finds the themes of a coder in a document with its text, and says of
// passages that were read from a picture that they were.
func Code(coder *themes.Coder, d *corpus.Document) []corpus.Coding {
	codings, _ := codeAndLeave(coder, d)
	return codings
}

// codeAndLeave is [Code] that also returns what is left uncoded of a document: the
// sentences that [likely] gives and in which no theme counts or is held.
func codeAndLeave(coder *themes.Coder, d *corpus.Document) (codings, left []corpus.Coding) {
	codings, findings := coder.CodeAndFind(d, LeastLikely)
	var taken []corpus.Span
	for i := range codings {
		MarkRecognised(d, &codings[i])
		if codings[i].Status != corpus.Rejected {
			taken = append(taken, codings[i].Span)
		}
	}
	return codings, outside(likely(d, findings), taken)
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
