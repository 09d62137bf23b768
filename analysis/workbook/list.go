package workbook

import (
	"fmt"
	"slices"
	"time"

	"thematic/corpus"
)

// listColumns are those of a list of decisions, as it is exported.
var listColumns = []string{
	"entry", "time", columnCoder, columnDecision, "settles", "added", columnPassage, "case_id", "theme_id", columnMovedTo, columnOf, columnValue,
	"file", columnPage, "label", columnQuote, columnComment,
}

// The columns of a changed column of a review.
const (
	columnOf    = "column"
	columnValue = "value"
)

// ListColumns returns the columns of a list of decisions of every kind, in their
// order. [ReadDecisions] knows a table by them.
func ListColumns() []string { return slices.Clone(listColumns) }

// onListed reads a decision of any kind from a list that was exported: as of its own
// time and coder.
func (j *judge) onListed(r *ruling) {
	r.answer = r.answer.unguarded()
	a := r.answer
	switch {
	case a.get("added") == "yes":
		j.onMissed(r)
	case a.get(columnPassage) != "":
		j.onListedPassage(r)
	case a.get(columnOf) != "":
		j.onListedColumn(r)
	default:
		j.onCell(r)
	}
	for i := range r.decisions {
		d := &r.decisions[i]
		if _, err := time.Parse(time.RFC3339, a.get("time")); err == nil {
			d.Time = a.get("time")
		}
		d.Settles = d.Settles || a.get("settles") == "yes"
		if d.Added {
			j.added[d.PassageID] = *d
		}
	}
	if a.get("added") == "yes" && len(r.decisions) > 0 {
		if _, said := j.standing.On(r.decisions[0], r.passage).Of(r.decisions[0].Coder); said {
			r.decisions = nil // the passage is there; what was said of it since is in the list
		}
	}
	r.thing += " by " + fold(a.get(columnCoder))
}

// dropOvertaken leaves of the rows of a list that are of one coder on one thing the
// last, and what adds a passage.
func dropOvertaken(rulings []ruling) {
	last := make(map[string]bool)
	for i := len(rulings) - 1; i >= 0; i-- {
		r := &rulings[i]
		if r.answer.table != listedRows || len(r.decisions) == 0 || r.decisions[0].Added {
			continue
		}
		if last[r.thing] {
			r.decisions = nil
		}
		last[r.thing] = true
	}
}

// onListedPassage is [judge.onPassage] for a passage that the same list may have added.
func (j *judge) onListedPassage(r *ruling) {
	id := r.answer.get(columnPassage)
	d, added := j.added[id]
	if !added || len(j.standing.On(d, id)) > 0 {
		j.onPassage(r)
		return
	}
	r.passage, r.thing = id, "passage "+id
	j.decide(r, corpus.Coding{PassageID: id, Theme: d.Theme, Document: d.Document, File: d.File, Label: d.Label, Quote: d.Quote})
}

// onListedColumn reads a changed column of a review.
func (j *judge) onListedColumn(r *ruling) {
	a := r.answer
	id, column := a.get("case_id"), a.get(columnOf)
	value := caseValue(column, a.get(columnValue))
	c, met := j.cases[id]
	d := j.decision(r)
	switch {
	case r.reason != "":
	case !met:
		r.reason = fmt.Sprintf("there is no review %q now", id)
	case !slices.Contains(corpus.CaseColumns, column):
		r.reason = fmt.Sprintf("the column %q cannot be changed: write area, year or include", column)
	default:
		r.reason = badValue(column, value)
	}
	r.thing = "review " + id + " " + column
	if r.reason == "" {
		d.CaseID, d.Change = id, &corpus.CaseChange{Column: column, Value: value, Before: c.Column(column)}
		r.decisions = []corpus.Decision{d}
	}
}

// unguarded returns the row without what kept spreadsheets from taking its texts for
// formulas.
func (a answer) unguarded() answer {
	a.cells = slices.Clone(a.cells)
	for i, cell := range a.cells {
		a.cells[i] = corpus.Unguard(cell)
	}
	return a
}
