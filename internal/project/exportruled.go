package project

import (
	"fmt"
	"slices"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/themes/refi"
)

// ruledCell is a theme of a review.
type ruledCell struct{ caseID, theme string }

// rulingsOf returns what people ruled on themes of reviews as a whole, those
// counted beside practice included.
func rulingsOf(r *analysis.Result) map[ruledCell]corpus.Decision {
	rulings := map[ruledCell]corpus.Decision{}
	add := func(m analysis.Matrix) {
		for i, row := range m.Cells {
			for j, c := range row {
				if c.Status.Decided() {
					rulings[ruledCell{m.Cases[i].ID, m.Themes[j].ID}] = *c.Decision
				}
			}
		}
	}
	add(r.Matrix)
	if r.Beside != nil {
		add(r.Beside.Matrix)
	}
	return rulings
}

// ruled is the coding of a passage, which is no finding where a person ruled that
// the theme is absent from the review.
func (e *qdpx) ruled(q analysis.Passage) refi.Coding {
	c := codingOf(q)
	d, ok := e.rulings[ruledCell{q.CaseID, q.Theme}]
	if ok && !*d.Present && c.Sense == refi.Finding {
		c.Sense, c.Coder, c.Time = refi.RuledAbsent, d.Coder, d.Time
		c.Note += "; " + rulingNote(d)
	}
	return c
}

// ruledPresent are the codings of a review as a whole, with the themes that a
// person ruled present in it: these count, whatever its passages say.
func (e *qdpx) ruledPresent(caseID string) []refi.Coding {
	if !slices.Contains(e.Statuses, corpus.Counted) {
		return nil
	}
	var list []refi.Coding
	for _, t := range codesOf(e.result) {
		if d, ok := e.rulings[ruledCell{caseID, t.ID}]; ok && *d.Present {
			list = append(list, refi.Coding{Theme: t.ID, Coder: d.Coder, Time: d.Time, Note: rulingNote(d)})
		}
	}
	return list
}

// sayRuledAbsent notes which passages of the sources of a review would be findings
// if a person had not ruled the theme absent.
func (e *qdpx) sayRuledAbsent(caseID string, sources []refi.Source) {
	times := map[string]int{} // by theme
	for _, s := range sources {
		for _, selection := range s.Selections {
			for _, c := range selection.Codings {
				if c.Sense == refi.RuledAbsent {
					times[c.Theme]++
				}
			}
		}
	}
	for _, t := range codesOf(e.result) {
		if n := times[t.ID]; n > 0 {
			e.lost = append(e.lost, fmt.Sprintf("%s of %s, as findings (%d coded): %s ruled the theme absent, and their code says so",
				t.ID, caseID, n, e.rulings[ruledCell{caseID, t.ID}].Coder))
		}
	}
}

// rulingNote says what a person ruled on a theme of a review, and why.
func rulingNote(d corpus.Decision) string {
	note := "ruled " + d.Verdict() + " in the review as a whole by " + d.Coder
	if d.Comment != "" {
		note += ": " + d.Comment
	}
	return note
}
