package themes

import (
	"math"

	"thematic/corpus"
)

// Finding is a sentence that reads like a finding that practice was lacking, whatever
// its theme.
type Finding struct {
	Span   corpus.Span
	Block  corpus.Block
	Chance float64 // that a careful reader would code it, from 0 to 1
}

// noFindings is a chance that no sentence has.
var noFindings = math.Inf(1)

// keep keeps s among the findings where it is one with such a chance. As with what a
// model finds by itself, a question, a condition, advice, another subject, a denial or
// the section rules it out. Whether a theme takes it up is not asked.
func (r *reader) keep(s *sentence, chance float64) {
	if chance >= r.least && s.stands() {
		r.findings = append(r.findings, Finding{s.span, *s.block, chance})
	}
}

// stands reports whether nothing keeps s from counting as a finding that practice was
// lacking.
func (s *sentence) stands() bool {
	v := s.foundWhole(&owner{pattern: &modelBad}, corpus.LabelDeficit, 0, true)
	_, denied := s.context.onlyDenies()
	return v.status == corpus.Counted && !denied
}
