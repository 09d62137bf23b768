package themes

import "thematic/corpus"

// Finding is a sentence that reads like a finding that practice was lacking, whatever
// its theme.
type Finding struct {
	Span   corpus.Span
	Block  corpus.Block
	Chance float64 // that a careful reader would code it, from 0 to 1
}

// Findings returns the sentences of doc that are findings with a chance of least or
// more, as lacking gives it, in the order of the text. As with what a model finds by
// itself, a question, a condition, advice, another subject, a denial or the section
// rules a sentence out. Whether a theme takes it up is not asked.
func (c *Coder) Findings(doc *corpus.Document, lacking func(*Evidence) float64, least float64) []Finding {
	var found []Finding
	c.watch(doc, func(s *sentence, e *Evidence) {
		if chance := lacking(e); chance >= least && s.stands() {
			found = append(found, Finding{s.span, *s.block, chance})
		}
	})
	return found
}

// stands reports whether nothing keeps s from counting as a finding that practice was
// lacking.
func (s *sentence) stands() bool {
	v := s.foundWhole(&owner{pattern: &modelBad}, corpus.LabelDeficit, 0, true)
	_, denied := s.context.onlyDenies()
	return v.status == corpus.Counted && !denied
}
