package corpus

import (
	"fmt"
	"slices"
	"strings"
)

// columnFiles is the column that says which files make a case.
const columnFiles = "files"

// settle gives each row whose files cell was left as it was proposed the very
// files proposed: their names may hold what parts files in a cell.
func settle(rows []CaseRow, proposed []Case) map[string]Case {
	was := map[string]Case{}
	for _, c := range proposed {
		was[c.ID] = c
	}
	for i, row := range rows {
		if before, known := was[row.ID]; known && row.cell(columnFiles) == cellOf(before, columnFiles) {
			rows[i].Files = before.Files
		}
	}
	return was
}

func (r CaseRow) cell(column string) string { return r.cells[slices.Index(casesHeader, column)] }

// cellOf is what a case says in a column, as it comes back from a table.
func cellOf(c Case, column string) string {
	return strings.TrimSpace(caseRow(c)[slices.Index(casesHeader, column)])
}

// Settle ends the doubt that a run leaves which was cut off around the writing
// of cases.csv: what was proposed for the rows is whichever of Earlier and
// Proposed more of their cells agree with.
func (m *Manifest) Settle(rows []CaseRow) {
	if m.Earlier != nil && edits(rows, m.Earlier) < edits(rows, m.Proposed) {
		m.Proposed = m.Earlier
	}
	m.Earlier = nil
}

// edits counts the cells of rows that are not as proposed.
func edits(rows []CaseRow, proposed []Case) int {
	was, n := settle(slices.Clone(rows), proposed), 0
	for _, row := range rows {
		before, known := was[row.ID]
		for i, cell := range trimmed(caseRow(before)) {
			if !known || cell != row.cells[i] {
				n++
			}
		}
	}
	return n
}

// CheckRows refuses what a person wrote in cases.csv about files that were not
// met, or wrote of one file in two rows.
func CheckRows(path string, rows []CaseRow, proposed []Case, met map[string]bool) error {
	was := settle(rows, proposed)
	line := map[string]int{}
	for _, row := range rows {
		before, known := was[row.ID]
		written := !known || !slices.Equal(before.Files, row.Files)
		for _, file := range row.Files {
			if written && !met[file] {
				return &InputError{Path: path, Reason: fmt.Sprintf("line %d names the file %q, which is not in the folder: check its name", row.Line, file)}
			}
			if line[file] != 0 {
				return &InputError{Path: path, Reason: fmt.Sprintf("lines %d and %d both name the file %q: leave it in one of them", line[file], row.Line, file)}
			}
			line[file] = row.Line
		}
	}
	return nil
}

// FixedGroups returns the groups of files that a person has made in cases.csv:
// those of rows whose files differ from what was proposed last time or had been
// made by a person then, and each file that a person has taken out of a case
// and put into no other.
func FixedGroups(rows []CaseRow, proposed []Case) [][]string {
	was := settle(rows, proposed)
	listed := map[string]bool{}
	for _, row := range rows {
		for _, file := range row.Files {
			listed[file] = true
		}
	}
	var groups [][]string
	for _, row := range rows {
		before, known := was[row.ID]
		if len(row.Files) == 0 || known && slices.Equal(before.Files, row.Files) && !slices.Contains(before.Edited, columnFiles) {
			continue
		}
		groups = append(groups, row.Files)
		for _, file := range before.Files {
			if !listed[file] {
				groups = append(groups, []string{file})
			}
		}
	}
	return groups
}

// ApplyEdits lays what a person wrote in cases.csv over the cases proposed
// now. A cell counts as written by a person where it differs from what was
// proposed last time; each such column is named in [Case.Edited]. A row is
// found again by its id, or, where that has changed, by its leading file.
func ApplyEdits(cases []Case, rows []CaseRow, proposedBefore []Case) {
	was := settle(rows, proposedBefore)
	byID, byFile := map[string]CaseRow{}, map[string]CaseRow{}
	for _, row := range rows {
		byID[row.ID] = row
		if len(row.Files) > 0 {
			byFile[row.Files[0]] = row
		}
	}
	for i := range cases {
		row, ok := byID[cases[i].ID]
		if !ok || len(row.Files) > 0 && row.Files[0] != cases[i].Files[0] {
			row, ok = byFile[cases[i].Files[0]]
		}
		if ok {
			before, known := was[row.ID]
			row.applyTo(&cases[i], before, known)
		}
	}
}

// applyTo copies into c the cells of the row that differ from before. Without a
// proposal to compare with, every cell that is not empty is taken; an empty
// include says nothing. The files are not among them: [Group] has put them
// together already. Columns that a person added are taken as they are.
func (r CaseRow) applyTo(c *Case, before Case, known bool) {
	for _, column := range casesHeader {
		cell := r.cell(column)
		if known && cell == cellOf(before, column) || cell == "" && (!known || column == "include") {
			continue
		}
		switch column {
		case "title":
			c.Title = r.Title
		case "area":
			c.Area = r.Area
		case "year":
			c.Year = r.Year
		case "kind":
			c.Kind = r.Kind
		case "include":
			c.Include = r.Include
		case "note":
			c.Note = r.Note
		default:
			continue
		}
		c.Edited = append(c.Edited, column)
	}
	c.Columns = r.Columns
}

// Absent returns the rows that a person has edited whose files were not met
// this time, so that they can be kept until the files come back.
func Absent(rows []CaseRow, proposed []Case, met map[string]bool) []Case {
	was := settle(rows, proposed)
	var absent []Case
	for _, row := range rows {
		before, known := was[row.ID]
		written := slices.ContainsFunc(row.Columns, func(c Column) bool { return c.Value != "" })
		gone := known && !slices.ContainsFunc(row.Files, func(file string) bool { return met[file] })
		if gone && (written || !slices.Equal(trimmed(caseRow(before)), row.cells)) {
			absent = append(absent, row.Case)
		}
	}
	return absent
}
