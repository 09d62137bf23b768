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
func (d *Decisions) Table() analysis.Table {
	t := analysis.Table{Name: "decisions", Header: workbook.ListColumns()}
	for _, e := range standing(d.Entries()) {
		cells := listed(e)
		row := make([]analysis.Value, len(t.Header))
		for i, name := range t.Header {
			row[i] = cells[name]
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

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

// listed returns the cells of an entry, by their columns.
func listed(e corpus.Entry) map[string]analysis.Value {
	d := e.Decision
	cells := map[string]analysis.Value{"entry": analysis.Number(e.N), "page": analysis.Known(d.Page)}
	set := func(column, text string) { cells[column] = analysis.Text(text) }
	yes := func(column string, is bool) {
		if is {
			set(column, "yes")
		}
	}
	decision := string(d.Status)
	switch {
	case d.Present != nil:
		decision = d.Verdict()
	case d.Change != nil:
		decision = "changed"
		set("column", d.Change.Column)
		set("value", d.Change.Value)
	}
	set("time", d.Time)
	set("coder", d.Coder)
	set("decision", decision)
	set("passage_id", d.PassageID)
	set("case_id", d.CaseID)
	set("theme_id", d.Theme)
	set("moved_to_theme", d.MovedTo)
	set("file", d.File)
	set("label", string(d.Label))
	set("quote", d.Quote)
	set("comment", d.Comment)
	yes("settles", d.Settles)
	yes("added", d.Added)
	return cells
}
