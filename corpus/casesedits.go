package corpus

import (
	"cmp"
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
// person, and stays theirs where a later proposal says the same. An edit follows
// the document: see [NewEdits] and [Edits.Apply].
type Edits struct {
	rows     []editedRow
	takenOut []Case // proposed last time, and in no row now
	// unlisted are the ids of the cases proposed last time that no row stands
	// beside, by their leading files.
	unlisted map[string]string
}

// editedRow is a row of cases.csv beside what was proposed for it.
type editedRow struct {
	CaseRow
	before Case
	known  bool // whether anything was proposed for it
	// decided is whether people have decided on the review: see [Edits.Decided].
	decided bool
}

// NewEdits holds each row against what was proposed last time under its id, where
// the two share a file; or else what was proposed for its leading file, since a
// person may have changed the id; or else what has the id and other files. moved
// says where files lie now that were moved or renamed since: see
// [Manifest.Moved].
func NewEdits(rows []CaseRow, proposed []Case, moved map[string]string) *Edits {
	e := &Edits{unlisted: map[string]string{}}
	for _, row := range rows {
		e.rows = append(e.rows, editedRow{CaseRow: row})
	}
	left, holder := map[string]Case{}, map[string]string{} // what no row stands beside yet, by id; ids by file
	for _, c := range proposed {
		left[c.ID] = c
		holder[cellOf(c, columnFiles)] = c.ID // the name of a file may hold what parts files
		for _, file := range c.Files {
			holder[file] = c.ID
		}
	}
	delete(holder, "")
	e.beside(left, func(r CaseRow) string {
		shared := func(file string) bool { return holder[file] == r.ID }
		if shared(r.cell(columnFiles)) || slices.ContainsFunc(r.Files, shared) {
			return r.ID
		}
		return ""
	})
	e.beside(left, func(r CaseRow) string { return cmp.Or(holder[r.cell(columnFiles)], holder[r.leading()]) })
	e.beside(left, func(r CaseRow) string { return r.ID })
	e.findTakenOut(left)
	for i := range e.rows {
		row := &e.rows[i]
		row.Files, row.before.Files = follow(row.Files, moved), follow(row.before.Files, moved)
	}
	for i := range e.takenOut {
		e.takenOut[i].Files = follow(e.takenOut[i].Files, moved)
	}
	for _, c := range left {
		if files := follow(c.Files, moved); len(files) > 0 {
			e.unlisted[files[0]] = c.ID
		}
	}
	return e
}

// Decided notes on which reviews people have decided: a row of such a review is
// kept as an edited one is, so that its id holds when its files come back under
// another name.
func (e *Edits) Decided(decisions []Decision) {
	ids := map[string]bool{}
	for _, d := range decisions {
		ids[d.CaseID] = true
	}
	for i, row := range e.rows {
		e.rows[i].decided = row.known && ids[row.before.ID]
	}
}

// beside puts what is left beside the rows that have nothing yet, by the id that
// idOf gives for a row.
func (e *Edits) beside(left map[string]Case, idOf func(CaseRow) string) {
	for i := range e.rows {
		row := &e.rows[i]
		if row.known {
			continue
		}
		if row.before, row.known = left[idOf(row.CaseRow)]; !row.known {
			continue
		}
		delete(left, row.before.ID)
		if row.cell(columnFiles) == cellOf(row.before, columnFiles) {
			row.Files = row.before.Files // their names may hold what parts files
		}
	}
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

// leading is the first file of a row, "" where there is none.
func (r CaseRow) leading() string {
	if len(r.Files) == 0 {
		return ""
	}
	return r.Files[0]
}

func (r CaseRow) cell(column string) string { return r.cells[slices.Index(casesHeader, column)] }

// cellOf is what a case says in a column, as it comes back from a table.
func cellOf(c Case, column string) string {
	return strings.TrimSpace(caseRow(c)[slices.Index(casesHeader, column)])
}

// changed names the columns that a person wrote in, but for the id: those that
// differ from the proposal, and those of which it is noted that a person wrote
// there before what was proposed came to be the same. Without a proposal to
// compare with, that is every cell that is not empty; an empty include says
// nothing.
func (r editedRow) changed() []string {
	var columns []string
	was := caseRow(r.before)
	for i, column := range casesHeader {
		cell := r.cells[i]
		switch {
		case column == columnID:
		case column == columnFiles && slices.Equal(r.Files, r.before.Files):
		case column != columnFiles && r.known && cell == strings.TrimSpace(was[i]) && !slices.Contains(r.before.Edited, column):
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

// Check refuses what a person wrote in cases.csv for its mistakes, those about
// files that were not met or stand in two rows among them.
func (e *Edits) Check(path string, met map[string]ID, mistakes []string) error {
	line := map[string]int{}
	for _, row := range e.rows {
		written := !row.known || !slices.Equal(row.before.Files, row.Files)
		for _, file := range row.Files {
			if _, here := met[file]; written && !here {
				mistakes = append(mistakes, fmt.Sprintf("line %d names the file %q, which is not in the folder: check its name", row.Line, file))
			}
			switch line[file] {
			case 0:
			case row.Line:
				mistakes = append(mistakes, fmt.Sprintf("line %d names the file %q twice: leave one of them", row.Line, file))
			default:
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
