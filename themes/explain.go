package themes

import (
	"slices"

	"thematic/corpus"
)

// Explanation is a coding with the chain of questions that led to it.
type Explanation struct {
	corpus.Coding
	Steps []Step
}

// Explain codes doc as [Coder.Code] does and gives the chain behind each
// coding: the pattern that matched, the cue that says which way it speaks, what
// the sentence does with it, whom it is about, and the section.
func (c *Coder) Explain(doc *corpus.Document) []Explanation {
	var out []Explanation
	r := newReader(c)
	r.explain = true
	read := r.each(doc, func(s *sentence, v *verdict) {
		out = append(out, Explanation{r.coding(doc, s, v), v.steps})
	})
	slices.SortStableFunc(out, func(a, b Explanation) int { return readingOrder(&a.Coding, &b.Coding) })
	codings := make([]corpus.Coding, len(out))
	for i, e := range out {
		codings[i] = e.Coding
	}
	for _, i := range r.doubtLone(doc.Kind, read, codings) {
		out[i].Steps = append(out[i].Steps, Step{"decision", "", corpus.RuleModel, codings[i].Reason})
	}
	identify(codings)
	for i := range out {
		out[i].Coding = codings[i]
	}
	return out
}

// Passage makes a document of one paragraph that stands in a section of the
// given kind, to be coded or explained by itself.
func Passage(text string, kind corpus.SectionKind) *corpus.Document {
	b := corpus.NewBuilder(corpus.DefaultLimits())
	b.BeginPage(corpus.Page{})
	b.Append(corpus.Block{Kind: corpus.BlockParagraph}, text)
	doc := &corpus.Document{Text: b.Finish()}
	doc.Text.Sections = []corpus.Section{{Kind: kind, Parent: -1, Span: corpus.Span{End: len(doc.Text.Body)}}}
	for i := range doc.Text.Blocks {
		doc.Text.Blocks[i].Section = 0
	}
	return doc
}
