package project

import (
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/analysis/workbook"
	"thematic/corpus"
)

// Table returns every decision that stands, with who made it and when, as
// [Decisions.Import] reads it: the last word of each coder on each thing, and of what
// was settled the decision that settles it.
func (d *Decisions) Table() analysis.Table { return workbook.List(standing(d.Entries())) }

// standing returns the entries of the decisions that hold beside one another. One that
// added a passage stays, whatever was said of the passage since.
func standing(entries []corpus.Entry) []corpus.Entry {
	var list []corpus.Entry
	settled, spoken := map[thing]bool{}, map[thing][]string{} // by the entries behind: coders
	for _, e := range slices.Backward(entries) {
		if e.Decision == nil || e.WithdrawnBy > 0 {
			continue
		}
		d, of := e.Decision, thingOf(e.Decision)
		again := slices.ContainsFunc(spoken[of], func(coder string) bool { return strings.EqualFold(coder, d.Coder) })
		if d.Added || !again && !settled[of] {
			list = append(list, e)
		}
		settled[of] = settled[of] || d.Settles
		if !again {
			spoken[of] = append(spoken[of], d.Coder)
		}
	}
	slices.Reverse(list)
	return list
}

// thing is what a decision speaks of: a passage, a theme of a review or a column of a
// review.
type thing struct{ passage, review, theme, column string }

func thingOf(d *corpus.Decision) thing {
	of := thing{passage: d.PassageID, review: d.CaseID}
	if d.CaseID != "" {
		of.theme = d.Theme
	}
	if d.Change != nil {
		of.column = d.Change.Column
	}
	return of
}
