package workbook

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"thematic/analysis"
	"thematic/corpus"
)

// The columns of a list of decisions that no sheet has.
const (
	columnEntry   = "entry"
	columnTime    = "time"
	columnSettles = "settles"
	columnAdded   = "added"
	columnOf      = "column" // that a review was changed in
	columnValue   = "value"
)

// listColumn is a column of a list of decisions with what stands in it.
type listColumn struct {
	name  string
	value func(corpus.Entry) analysis.Value
}

// listColumns are those of a list of decisions of every kind, as it is exported. A
// table is known for one by the columns entry and settles.
var listColumns = []listColumn{
	{columnEntry, func(e corpus.Entry) analysis.Value { return analysis.Number(e.N) }},
	listText(columnTime, func(d *corpus.Decision) string { return d.Time }),
	listText(columnCoder, func(d *corpus.Decision) string { return d.Coder }),
	listText(columnDecision, decisionWord),
	listText(columnSettles, func(d *corpus.Decision) string { return ifYes(d.Settles) }),
	listText(columnAdded, func(d *corpus.Decision) string { return ifYes(d.Added) }),
	listText(columnPassage, func(d *corpus.Decision) string { return d.PassageID }),
	listText("case_id", func(d *corpus.Decision) string { return d.CaseID }),
	listText("theme_id", func(d *corpus.Decision) string { return d.Theme }),
	listText(columnMovedTo, func(d *corpus.Decision) string { return d.MovedTo }),
	listText(columnOf, func(d *corpus.Decision) string { return changeOf(d).Column }),
	listText(columnValue, func(d *corpus.Decision) string { return changeOf(d).Value }),
	listText("file", func(d *corpus.Decision) string { return d.File }),
	{columnPage, func(e corpus.Entry) analysis.Value { return analysis.Known(e.Decision.Page) }},
	listText("label", func(d *corpus.Decision) string { return string(d.Label) }),
	listText(columnQuote, func(d *corpus.Decision) string { return d.Quote }),
	listText(columnComment, func(d *corpus.Decision) string { return d.Comment }),
}

func listText(name string, value func(*corpus.Decision) string) listColumn {
	return listColumn{name, func(e corpus.Entry) analysis.Value { return analysis.Text(value(e.Decision)) }}
}

// decisionWord is what a person would write for a decision.
func decisionWord(d *corpus.Decision) string {
	switch {
	case d.Present != nil:
		return d.Verdict()
	case d.Change != nil:
		return "changed"
	case d.NoTheme:
		return wordNoTheme
	}
	return string(d.Status)
}

// changeOf is the change that a decision makes, the zero one where it makes none.
func changeOf(d *corpus.Decision) corpus.CaseChange {
	if d.Change == nil {
		return corpus.CaseChange{}
	}
	return *d.Change
}

func ifYes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}

// listNames are the names of listColumns.
func listNames() []string {
	names := make([]string, len(listColumns))
	for i, c := range listColumns {
		names[i] = c.name
	}
	return names
}

// List returns entries that are decisions as a table, which [ReadDecisions] reads.
func List(entries []corpus.Entry) analysis.Table {
	t := analysis.Table{Name: "decisions", Header: listNames()}
	for _, e := range entries {
		row := make([]analysis.Value, len(listColumns))
		for i, c := range listColumns {
			row[i] = c.value(e)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// onListed reads a decision of any kind from a list that was exported: as of its own
// time and coder.
func (j *judge) onListed(r *ruling) {
	r.answer = r.answer.unguarded()
	a := r.answer
	switch {
	case a.missed():
		r.answer = a.asMissed()
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
		if _, err := time.Parse(time.RFC3339, a.get(columnTime)); err == nil {
			d.Time = a.get(columnTime)
		}
		d.Settles = d.Settles || a.get(columnSettles) == "yes"
		if d.Added {
			j.added[d.PassageID] = *d
		}
	}
	if a.get(columnAdded) == "yes" && len(r.decisions) > 0 {
		if _, said := j.standing.Said(r.decisions[0], r.passage).Of(r.decisions[0].Coder); said {
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
	if !added || len(j.standing.Said(d, id)) > 0 {
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

// missed reports whether a row of a list is of a passage that was added, or of a sentence
// without theme.
func (a answer) missed() bool { return a.get(columnAdded) == "yes" || a.dismisses() }

func (a answer) dismisses() bool { return slices.Contains(noThemeWords, fold(a.get(columnDecision))) }

// asMissed returns such a row as one of the sheet of missed passages.
func (a answer) asMissed() answer {
	missed := *a.head
	missed.columns = maps.Clone(missed.columns)
	theme := "theme_id"
	if a.dismisses() {
		theme = columnDecision // which says that it has none
	}
	for column, listed := range map[string]string{columnMissed: columnQuote, "theme": theme} {
		if at, ok := missed.columns[listed]; ok {
			missed.columns[column] = at
		}
	}
	a.head = &missed
	return a
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
