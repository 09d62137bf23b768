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

// Tables returns every table of a result that [Analyse] made: files, cases, facts, matrix, status,
// passages, prevalence, overlaps, cooccurrence, by_area, by_year, trend,
// combinations, robustness and checked; compare_area, compare_period and
// compare_kind where reviews are in two groups at least; compare_columns where a
// person added columns that make groups, and
// report_and_summary where reviews were read in both forms; and those of what
// stands beside the themes.
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

// matrixTable has 1 where the theme is present and 0 where it is not.
func (r *Result) matrixTable() Table {
	return r.cells("matrix", func(c Cell) Value {
		if c.Status.Present() {
			return Number(1)
		}
		return Number(0)
	})
}

func (r *Result) statusTable() Table {
	return r.cells("status", func(c Cell) Value { return Text(c.Status) })
}

// cells lays out the matrix with one value for each cell.
func (r *Result) cells(name string, value func(Cell) Value) Table {
	t := Table{Name: name, Header: append([]string{"case_id", "area", "year"}, themeIDs(r.Matrix.Themes)...)}
	reviews := func(yield func(int) bool) {
		for i := range r.Matrix.Cases {
			if !yield(i) {
				return
			}
		}
	}
	return rowsOf(t, reviews, len(r.Matrix.Cases), func(row []Value, i int) []Value {
		c := r.Matrix.Cases[i]
		row = append(row, Text(c.ID), Text(c.Area), Known(c.Year))
		for _, cell := range r.Matrix.Cells[i] {
			row = append(row, value(cell))
		}
		return row
	})
}

// PassagesTable lists passages in their order.
func PassagesTable(passages Passages) Table {
	t := Table{Name: "passages", Header: []string{
		"passage_id", "case_id", "file", "page", "section", "theme_id", "theme", "label",
		"status", "reason", "quote", "start", "end", "rule", "cue", "score",
		"page_label", "paragraph",
	}}
	return rowsOf(t, passages.All(), passages.Len(), func(row []Value, p *Passage) []Value {
		return append(row,
			Text(p.PassageID), Text(p.CaseID), Text(p.File), Known(p.Page), Text(p.Section),
			Text(p.Theme), Text(p.ThemeLabel), Text(p.Label), Text(p.Status), Text(p.Reason),
			Text(p.Quote), Number(p.Span.Start), Number(p.Span.End), Text(p.Rule), Text(p.Cue),
			rounded(p.Score, true, 3), Text(p.PageLabel), Text(p.Paragraph),
		)
	})
}

func (r *Result) prevalenceTable() Table {
	t := Table{Name: "prevalence", Header: []string{
		"theme_id", "theme", "reviews", "of", "percent", "low", "high", "with_held", "good_practice_reviews",
		"passages", "sections",
	}}
	for _, p := range r.Prevalence {
		t.Rows = append(t.Rows, append(p.values(), Number(p.GoodPractice), Number(p.Passages), Text(p.SectionList())))
	}
	return t
}

// values returns theme_id, theme, reviews, of, percent, low, high and
// with_held.
func (p Prevalence) values() []Value {
	percent, low, high := p.Share.Rounded()
	return []Value{
		Text(p.Theme.ID), Text(p.Theme.Label), Number(p.Share.Count), Number(p.Share.Of),
		percent, low, high, Number(p.WithHeld),
	}
}

// noThemes names the region outside all the themes chosen.
const noThemes = "none"

// OverlapsTable lists regions. Percentage and cases are those of the exclusive
// region, so that they add up to all reviews.
func OverlapsTable(regions []Region) Table {
	t := Table{Name: "overlaps", Header: []string{"themes", "exclusive", "inclusive", "of", "percent", "cases"}}
	for _, region := range regions {
		themes := strings.Join(region.Themes, themeSeparator)
		if themes == "" {
			themes = noThemes
		}
		percent, _, _ := region.Share().Rounded()
		t.Rows = append(t.Rows, []Value{
			Text(themes), Number(len(region.Exclusive)), Number(len(region.Inclusive)), Number(region.Of),
			percent, Text(strings.Join(region.Exclusive, listSeparator)),
		})
	}
	return t
}

func (r *Result) cooccurrenceTable() Table {
	t := Table{Name: "cooccurrence", Header: []string{
		"theme_a", "theme_b", "both", "either", "only_a", "only_b", "neither", "of", "expected", "jaccard", "lift",
		"phi", "odds_ratio", "p", "q", "tests", "note",
	}}
	tests := 0
	for _, c := range r.Pairs {
		if c.P.Defined {
			tests++
		}
	}
	for _, c := range r.Pairs {
		expected, isExpected := c.expected()
		jaccard, isJaccard := c.jaccard()
		lift, isLift := c.lift()
		phi, isPhi := c.phi()
		odds, isOdds := c.oddsRatio()
		t.Rows = append(t.Rows, []Value{
			Text(c.A), Text(c.B), Number(c.Both), Number(c.either()), Number(c.OnlyA), Number(c.OnlyB),
			Number(c.Neither), Number(c.Of()), rounded(expected, isExpected, 2),
			rounded(jaccard, isJaccard, 3), rounded(lift, isLift, 3), rounded(phi, isPhi, 3), rounded(odds, isOdds, 2),
			c.P.probability(), c.Q.probability(), Number(tests), Text(c.note()),
		})
	}
	return t
}

func (r *Result) byAreaTable() Table {
	return groupTable("by_area", "area", r.ByArea, func(g Group) Value { return Text(g.Area) })
}

func (r *Result) byYearTable() Table {
	return groupTable("by_year", "year", r.ByYear, func(g Group) Value { return Known(g.Year) })
}

// groupTable has one row for each group and theme.
func groupTable(name, key string, groups []Group, value func(Group) Value) Table {
	t := Table{Name: name, Header: []string{
		key, "theme_id", "theme", "reviews", "of", "percent", "low", "high", "with_held",
	}}
	for _, g := range groups {
		for _, p := range g.Prevalence {
			t.Rows = append(t.Rows, append([]Value{value(g)}, p.values()...))
		}
	}
	return t
}
