package corpus

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Columns of cases.csv beside [CaseColumns].
const (
	columnID    = "case_id"
	columnTitle = "title"
	columnKind  = "kind"
	columnFiles = "files" // that make a case
	columnNote  = "note"
)

// Edits is what a person wrote in cases.csv: its rows, each beside what was
// proposed for it last time. A cell that differs from that was written by a
// person. An edit follows the document: see [NewEdits] and [Edits.Apply].
type Edits struct {
	rows     []editedRow
	takenOut []Case // proposed last time, and in no row now
}

// editedRow is a row of cases.csv beside what was proposed for it.
type editedRow struct {
	CaseRow
	before Case
	known  bool // whether anything was proposed for it
}

// NewEdits holds rows against what was proposed last time: against what has the
// id of the row or, where a person has changed that, its files. moved says
// where files lie now that were moved or renamed since: see [Manifest.Moved].
func NewEdits(rows []CaseRow, proposed []Case, moved map[string]string) *Edits {
	e := &Edits{}
	left := map[string]Case{} // by id: what no row stands beside yet
	for _, c := range proposed {
		left[c.ID] = c
	}
	for _, row := range rows {
		before, known := left[row.ID]
		delete(left, row.ID)
		e.rows = append(e.rows, editedRow{row, before, known})
	}
	for i := range e.rows {
		row := &e.rows[i]
		if !row.known {
			row.before, row.known = row.lostID(left)
			delete(left, row.before.ID)
		}
		if row.known && row.cell(columnFiles) == cellOf(row.before, columnFiles) {
			row.Files = row.before.Files // their names may hold what parts files in a cell
		}
	}
	e.findTakenOut(left)
	for i := range e.rows {
		row := &e.rows[i]
		row.Files, row.before.Files = follow(row.Files, moved), follow(row.before.Files, moved)
	}
	for i := range e.takenOut {
		e.takenOut[i].Files = follow(e.takenOut[i].Files, moved)
	}
	return e
}

// lostID finds what was proposed for a row whose id a person has changed: what
// holds its leading file.
func (r CaseRow) lostID(left map[string]Case) (before Case, known bool) {
	for _, id := range slices.Sorted(maps.Keys(left)) {
		c := left[id]
		if r.cell(columnFiles) == cellOf(c, columnFiles) || len(r.Files) > 0 && slices.Contains(c.Files, r.Files[0]) {
			return c, true
		}
	}
	return Case{}, false
}

// findTakenOut notes what no row stands beside and no row has the files of.
// Where there are no rows, a person wants all of them proposed afresh.
func (e *Edits) findTakenOut(left map[string]Case) {
	listed := e.listed()
	for _, id := range slices.Sorted(maps.Keys(left)) {
		inRow := func(file string) bool { return listed[file] }
		if len(e.rows) > 0 && !slices.ContainsFunc(left[id].Files, inRow) {
			e.takenOut = append(e.takenOut, left[id])
		}
	}
}

// listed has every file that a row names.
func (e *Edits) listed() map[string]bool {
	listed := map[string]bool{}
	for _, row := range e.rows {
		for _, file := range row.Files {
			listed[file] = true
		}
	}
	return listed
}

// follow returns files with those that were moved where they lie now.
func follow(files []string, moved map[string]string) []string {
	files = slices.Clone(files)
	for i, file := range files {
		if now, ok := moved[file]; ok {
			files[i] = now
		}
	}
	return files
}

func (r CaseRow) cell(column string) string { return r.cells[slices.Index(casesHeader, column)] }

// cellOf is what a case says in a column, as it comes back from a table.
func cellOf(c Case, column string) string {
	return strings.TrimSpace(caseRow(c)[slices.Index(casesHeader, column)])
}

// changed names the columns that a person wrote in, but for the id. Without a
// proposal to compare with, that is every cell that is not empty; an empty
// include says nothing.
func (r editedRow) changed() []string {
	var columns []string
	was := caseRow(r.before)
	for i, column := range casesHeader {
		cell := r.cells[i]
		switch {
		case column == columnID:
		case column == columnFiles && slices.Equal(r.Files, r.before.Files):
		case column != columnFiles && r.known && cell == strings.TrimSpace(was[i]):
		case cell == "" && (!r.known || column == ColumnInclude):
		default:
			columns = append(columns, column)
		}
	}
	return columns
}

// written reports whether a person has written anything in the row that has to
// be kept.
func (r editedRow) written() bool {
	own := func(c Column) bool { return c.Value != "" }
	return !r.known || r.grouped() || len(r.changed()) > 0 || slices.ContainsFunc(r.Columns, own)
}

// grouped reports whether a person has put the files of the row together, now or
// before an earlier run.
func (r editedRow) grouped() bool {
	return !r.known || !slices.Equal(r.before.Files, r.Files) || slices.Contains(r.before.Edited, columnFiles)
}

// Settle ends the doubt that a run leaves which was cut off around the writing
// of cases.csv: what was proposed for the rows is whichever of Earlier and
// Proposed more of their cells agree with.
func (m *Manifest) Settle(rows []CaseRow) {
	if m.Earlier != nil && NewEdits(rows, m.Earlier, nil).count() < NewEdits(rows, m.Proposed, nil).count() {
		m.Proposed = m.Earlier
	}
	m.Earlier = nil
}

// count is the number of cells that are not as proposed, and of rows taken out.
func (e *Edits) count() int {
	n := len(e.takenOut)
	for _, row := range e.rows {
		n += len(row.changed())
		if row.ID != row.before.ID {
			n++
		}
	}
	return n
}

// Check refuses what a person wrote in cases.csv about files that were not met,
// or wrote of one file in two rows.
func (e *Edits) Check(path string, met map[string]ID) error {
	var mistakes []string
	line := map[string]int{}
	for _, row := range e.rows {
		written := !row.known || !slices.Equal(row.before.Files, row.Files)
		for _, file := range row.Files {
			if _, here := met[file]; written && !here {
				mistakes = append(mistakes, fmt.Sprintf("line %d names the file %q, which is not in the folder: check its name", row.Line, file))
			}
			if line[file] != 0 {
				mistakes = append(mistakes, fmt.Sprintf("lines %d and %d both name the file %q: leave it in one of them", line[file], row.Line, file))
			}
			line[file] = row.Line
		}
	}
	return mistaken(path, mistakes)
}

// Fixed returns the groups of files that a person has made: those of rows whose
// files differ from what was proposed last time or had been made by a person
// then, and each file that a person has taken out of a case and put into no
// other.
func (e *Edits) Fixed() [][]string {
	listed := e.listed()
	var groups [][]string
	for _, row := range e.rows {
		if len(row.Files) == 0 || !row.grouped() {
			continue
		}
		groups = append(groups, row.Files)
		for _, file := range row.before.Files {
			if !listed[file] {
				groups = append(groups, []string{file})
			}
		}
	}
	return groups
}
