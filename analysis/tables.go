package analysis

import (
	"iter"
	"slices"
	"strings"

	"thematic/corpus"
)

// listSeparator stands between the items of a list in one cell.
const listSeparator = "; "

// themeSeparator stands between the ids of themes that are taken together.
const themeSeparator = "&"

// Tables returns every table of a result that [Analyse] made: files, cases, facts,
// matrix, status, passages, prevalence, overlaps, cooccurrence, by_area, by_year,
// trend, combinations, robustness and checked; compare_area, compare_period and
// compare_kind where reviews are in two groups at least; compare_columns where a
// person added columns that make groups, and report_and_summary where reviews were
// read in both forms; and those of what stands beside the themes.
// Percentages have one decimal; what is undefined is n/a; a year or area that
// is not known is empty, and so is the page of a file that does not say where its
// pages end.
func (r *Result) Tables() []Table {
	return slices.Insert(r.Summaries(), 5, PassagesTable(r.Passages)) // behind status
}

// Summaries returns the tables but for passages, which is as large as all the
// others together.
func (r *Result) Summaries() []Table {
	tables := []Table{
		r.filesTable(), r.casesTable(), r.factsTable(), r.matrixTable(), r.statusTable(),
		r.prevalenceTable(), OverlapsTable(r.Regions), r.cooccurrenceTable(), r.byAreaTable(), r.byYearTable(),
	}
	for _, c := range r.Comparisons {
		if len(c.Contrasts) > 0 {
			tables = append(tables, r.comparisonTable(c))
		}
	}
	if len(r.ByColumn) > 0 {
		tables = append(tables, r.ColumnsTable(r.ByColumn))
	}
	if len(r.Twice) > 0 {
		tables = append(tables, r.twiceTable())
	}
	tables = append(tables, r.trendTable(), r.combinationsTable(), r.robustnessTable(), r.checkedTable())
	if r.Beside != nil {
		tables = append(tables, r.Beside.Tables()...)
	}
	return tables
}

// rowsOf returns the table with a row for each of a number of items, made when it
// is asked for: add puts the values of an item into an empty row.
func rowsOf[T any](t Table, items iter.Seq[T], n int, add func(row []Value, item T) []Value) Table {
	t.madeRows = n
	t.made = func(yield func([]Value) bool) {
		row := make([]Value, 0, len(t.Header))
		for item := range items {
			if row = add(row[:0], item); !yield(row) {
				return
			}
		}
	}
	return t
}

func (r *Result) filesTable() Table {
	t := Table{Name: "files", Header: []string{
		"file", "sha256", "kind", "case_id", "status", "reason", "engine", "pages", "words",
	}}
	return rowsOf(t, slices.Values(r.Files), len(r.Files), func(row []Value, f File) []Value {
		return append(row,
			Text(f.File), Text(f.ID), Text(f.Kind), Text(f.CaseID), Text(f.Status),
			Text(f.Reason), Text(f.Engine), Known(f.Pages), Number(f.Words),
		)
	})
}

func (r *Result) casesTable() Table {
	t := Table{Name: "cases", Header: []string{
		"case_id", "title", "area", "year", "kind", "files", "include", "note", "joined_because", "edited",
	}}
	return rowsOf(t, slices.Values(r.Cases), len(r.Cases), func(row []Value, c corpus.Case) []Value {
		include := "no"
		if c.Include {
			include = "yes"
		}
		return append(row,
			Text(c.ID), Text(c.Title), Text(c.Area), Known(c.Year), Text(c.Kind),
			Text(strings.Join(c.Files, listSeparator)), Text(include), Text(c.Note),
			Text(strings.Join(c.Joins, listSeparator)), Text(strings.Join(c.Edited, listSeparator)),
		)
	})
}

// factsTable has a row for everything that a report says of itself and of its
// making, with the words that say so. A fact read from the path of a file has
// no page.
func (r *Result) factsTable() Table {
	t := Table{Name: "facts", Header: []string{"case_id", "fact", "value", "page", "quote", "file"}}
	type fact struct {
		caseID string
		corpus.CaseFact
	}
	n := 0
	for _, c := range r.Cases {
		n += len(c.Facts)
	}
	facts := func(yield func(fact) bool) {
		for _, c := range r.Cases {
			for _, f := range c.Facts {
				if !yield(fact{c.ID, f}) {
					return
				}
			}
		}
	}
	return rowsOf(t, facts, n, func(row []Value, f fact) []Value {
		return append(row, Text(f.caseID), Text(f.Name), Text(f.Value), Known(f.Evidence.Page), Text(f.Evidence.Quote), Text(f.File))
	})
}

// notes joins the remarks that are not empty.
func notes(remarks ...string) string {
	var said []string
	for _, s := range remarks {
		if s != "" {
			said = append(said, s)
		}
	}
	return strings.Join(said, listSeparator)
}

// labels returns the label of each theme by its id.
func (r *Result) labels() map[string]string {
	labels := make(map[string]string, len(r.Themes))
	for _, t := range r.Themes {
		labels[t.ID] = t.Label
	}
	return labels
}
