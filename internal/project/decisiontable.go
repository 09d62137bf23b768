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
	for _, e := range entries {
		if e.Decision == nil || e.WithdrawnBy > 0 {
			continue
		}
		list = slices.DeleteFunc(list, func(before corpus.Entry) bool {
			a, b := before.Decision, e.Decision
			return !a.Added && sameThing(a, b) && (b.Settles || strings.EqualFold(a.Coder, b.Coder))
		})
		list = append(list, e)
	}
	return list
}

// sameThing reports whether two decisions speak of one passage, theme of a review or
// column of a review.
func sameThing(a, b *corpus.Decision) bool {
	column := func(d *corpus.Decision) string {
		if d.Change == nil {
			return ""
		}
		return d.Change.Column
	}
	return a.PassageID == b.PassageID && a.CaseID == b.CaseID && column(a) == column(b) && (a.CaseID == "" || a.Theme == b.Theme)
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
