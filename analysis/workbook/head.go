package workbook

import (
	"fmt"
	"slices"
	"strings"

	"thematic/corpus"
)

// answerTable says what the rows of a table speak of.
type answerTable int

// The tables in which a person answers, known by their headings.
const (
	noTable     answerTable = iota
	passageRows             // passages, each with a decision
	cellRows                // themes of reviews, each with a decision
	reviewRows              // reviews, with their area, year and whether they are included
	missedRows              // passages that the program missed
	listedRows              // decisions of all kinds, as they are exported
)

// String names what a row of the table speaks of.
func (t answerTable) String() string {
	return [...]string{"row", "passage", "theme of a review", "review", "passage", "decision"}[t]
}

// head is what the headings of a table say of its columns.
type head struct {
	headings []string       // as they stand
	columns  map[string]int // where each stands
	guarded  []headColumn   // of the program, with what it wrote there in another
	own      []headColumn   // of the person
	blind    bool           // it is of a sample, and does not show what is made of a passage
}

// headColumn is a column by its heading; written is where the one stands that
// keeps what the program wrote in it, and part which part of that it is, -1 for
// the whole.
type headColumn struct {
	name              string
	at, written, part int
}

// headOf tells the columns of the program that are guarded, and those of the person.
func headOf(columns map[string]int, cells []string) *head {
	_, blind := columns[columnSample]
	h := &head{headings: cells, columns: columns, blind: blind}
	for at, cell := range cells {
		column := columnNamed(cell)
		written, guarded := columns[column+asWritten]
		part := -1
		if !guarded && slices.Contains(writtenTogether, column) {
			written, guarded = columns[columnWritten]
			part = slices.Index(writtenTogether, column)
		}
		switch {
		case column == "" || columns[column] != at || slices.Contains(corpus.CaseColumns, column):
		case guarded:
			h.guarded = append(h.guarded, headColumn{heading(column), at, written, part})
		case !slices.Contains(knownColumns, column) && !strings.HasSuffix(column, asWritten): // an older workbook has more of these
			h.own = append(h.own, headColumn{name: strings.TrimSpace(cell), at: at})
		}
	}
	return h
}

// knownColumns are the columns of all tables in which a person answers.
var knownColumns = slices.Concat(
	columnNames(plain(passageColumns)), columnNames(cellColumns), columnNames(reviewColumns), columnNames(factColumns),
	columnNames(writtenColumns), columnNames(missedColumns), proposedColumns, listNames(), []string{columnSample},
)

func columnNames(columns []column) []string {
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = c.name
	}
	return names
}

// headings returns where each column stands if cells are the headings of a
// table; of two of one name, the last.
func headings(cells []string) map[string]int {
	columns := make(map[string]int, len(cells))
	for i, cell := range cells {
		columns[columnNamed(cell)] = i
	}
	return columns
}

// tableOf tells by its headings what table it is. It fails where a person
// answers in two columns of the same name, and where decisions stand beside
// quotations without the id that says of which passage they are.
func tableOf(columns map[string]int, cells []string) (answerTable, error) {
	has := func(names ...string) bool {
		return !slices.ContainsFunc(names, func(name string) bool { _, ok := columns[name]; return !ok })
	}
	table := noTable
	switch {
	case has(columnEntry, columnSettles):
		return listedRows, nil
	case has(columnPassage, columnDecision), has(columnPassage, columnMovedTo):
		table = passageRows
	case has(columnMissed, "theme"):
		table = missedRows
	case has(columnDecision, "quote"):
		return noTable, errNoID
	case has("case_id", columnDecision), has("theme_id", columnDecision), has("case_id", "theme_id", columnComment, columnCoder) && !has("quote"):
		table = cellRows
	case has("case_id", corpus.ColumnInclude), has("case_id", corpus.ColumnInclude+asWritten), // its heading may be changed
		has(corpus.ColumnInclude, corpus.ColumnInclude+asWritten):
		table = reviewRows
	case has("theme", "label", columnComment, columnCoder) && !has("quote"): // which passages have
		table = missedRows
	default:
		return noTable, nil
	}
	for i, cell := range cells {
		name := columnNamed(cell)
		if columns[name] != i && slices.Contains(answered, name) {
			return table, fmt.Errorf("two columns are headed %q: rename one", heading(name))
		}
	}
	return table, nil
}

// needed are the columns of tables which say of what their answers are; those of passages
// are asked for where the table is known.
var needed = map[answerTable][]string{cellRows: {"case_id", "theme_id"}, reviewRows: {"case_id"}, missedRows: {"file", columnMissed}}

// without says which column of a table is gone that says of what its answers are, "" where
// none is.
func (a answer) without() string {
	for _, column := range needed[a.table] {
		if !a.has(column) {
			return fmt.Sprintf("it has an answer and no column %s, which says of what: restore that column", heading(column))
		}
	}
	return ""
}

// answerColumns are those of each table in which a person answers.
var answerColumns = map[answerTable][]string{
	passageRows: {columnDecision, columnMovedTo, columnComment, columnCoder},
	cellRows:    {columnDecision, columnComment, columnCoder},
	reviewRows:  corpus.CaseColumns,
	missedRows:  {"theme", "label", columnComment, columnCoder},
}

// answered are the columns that must not be there twice.
var answered = []string{
	columnPassage, columnDecision, columnMovedTo, columnComment, columnCoder, columnMissed, "case_id", "theme_id",
	corpus.ColumnArea, corpus.ColumnYear, corpus.ColumnInclude,
}

// columnNamed is the name of the column that a cell heads: "Theme id" is theme_id.
func columnNamed(cell string) string { return strings.ReplaceAll(fold(cell), " ", "_") }
