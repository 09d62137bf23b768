package project

import (
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

// rulingNote says what a person ruled on a theme of a review, and why.
func rulingNote(d corpus.Decision) string {
	return d.Explained("ruled " + d.Verdict() + " in the review as a whole by " + d.Coder)
}
