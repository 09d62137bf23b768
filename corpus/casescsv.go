package corpus

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strconv"
	"strings"
)

// casesHeader are the columns of cases.csv.
var casesHeader = []string{"case_id", "title", "area", "year", "kind", "files", "include", "note"}

// fileSeparator parts the files of a case in its cell.
const fileSeparator = "; "

// CaseRow is a case as a row of cases.csv says it.
type CaseRow struct {
	Case
	Line  int
	cells []string // as written, in the order of casesHeader, without what guards them
}

// CasesCSV returns cases as cases.csv. A cell that a spreadsheet would take for
// a formula is guarded: see [Guard].
func CasesCSV(cases []Case) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	added := addedColumns(cases)
	header := slices.Clone(casesHeader)
	for _, name := range added {
		header = append(header, Guard(name))
	}
	w.Write(header)
	for _, c := range cases {
		row := caseRow(c)
		for _, name := range added {
			row = append(row, c.column(name))
		}
		for i, cell := range row {
			row[i] = Guard(cell)
		}
		w.Write(row)
	}
	w.Flush()
	return b.Bytes()
}

// addedColumns names the columns that people added, in the order in which they
// come.
func addedColumns(cases []Case) []string {
	var names []string
	for _, c := range cases {
		for _, added := range c.Columns {
			if !slices.Contains(names, added.Name) {
				names = append(names, added.Name)
			}
		}
	}
	return names
}

// column is what c says in a column that a person added, "" for nothing.
func (c Case) column(name string) string {
	for _, added := range c.Columns {
		if added.Name == name {
			return added.Value
		}
	}
	return ""
}

func caseRow(c Case) []string {
	year, include := "", "no"
	if c.Year != 0 {
		year = strconv.Itoa(c.Year)
	}
	if c.Include {
		include = "yes"
	}
	return []string{c.ID, c.Title, c.Area, year, string(c.Kind), strings.Join(c.Files, fileSeparator), include, c.Note}
}

// Cases reads the cases.csv of the project, as a person or a spreadsheet
// program left it: columns in any order, in UTF-8, UTF-16 or the code page of
// Windows, commas, semicolons or tabs between the cells. It returns no row where
// the file does not exist. A cell that makes no sense is an [InputError] naming
// the line.
func (s *Store) Cases() ([]CaseRow, error) {
	data, err := s.ReadFile(CasesName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the cases: %w", err)
	}
	rows, err := parseCases(data)
	if err != nil {
		return nil, &InputError{Path: s.Path(CasesName), Reason: err.Error()}
	}
	return rows, nil
}

func parseCases(data []byte) ([]CaseRow, error) {
	text, err := DecodeTable(data)
	if err != nil {
		return nil, err
	}
	r := TableReader(text)
	header, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("not a table: %w", err)
	}
	column, added, err := columnsOf(header)
	if err != nil {
		return nil, err
	}
	for _, name := range casesHeader {
		if _, ok := column[name]; !ok {
			return nil, fmt.Errorf("the column %q is missing: restore it, or remove the file to have it proposed afresh", name)
		}
	}
	var rows []CaseRow
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("not a table: %w", err)
		}
		line, _ := r.FieldPos(0)
		if cell := nameless(row, header); cell != "" {
			return nil, fmt.Errorf("line %d: %q stands in a column without a name: give it one", line, cell)
		}
		c, err := parseCase(row, column)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		if c.ID != "" || len(c.Files) > 0 {
			c.Line = line
			for _, name := range added {
				c.Columns = append(c.Columns, Column{name, cellAt(row, column[strings.ToLower(name)])})
			}
			rows = append(rows, c)
		}
	}
}

// columnsOf finds the place of each column by its name in small letters, and the
// names of those that people added. It fails where two columns have one name, for
// the next run writes one of each.
func columnsOf(header []string) (column map[string]int, added []string, err error) {
	column = map[string]int{}
	for i, name := range header {
		name = strings.TrimSpace(Unguard(name))
		key := strings.ToLower(name)
		if key == "" {
			continue
		}
		if first, taken := column[key]; taken {
			return nil, nil, fmt.Errorf("columns %d and %d are both called %q: give one of them another name", first+1, i+1, name)
		}
		column[key] = i
		if !slices.Contains(casesHeader, key) {
			added = append(added, name)
		}
	}
	return column, added, nil
}

// nameless returns the first text of a row that stands in no column with a name.
func nameless(row, header []string) string {
	for i := range row {
		if cellAt(header, i) == "" && cellAt(row, i) != "" {
			return cellAt(row, i)
		}
	}
	return ""
}

// cellAt is the cell of a row, without what guards it; a row may be short.
func cellAt(row []string, i int) string {
	if i >= len(row) {
		return ""
	}
	return strings.TrimSpace(Unguard(row[i]))
}

func parseCase(row []string, column map[string]int) (CaseRow, error) {
	c := CaseRow{cells: make([]string, len(casesHeader))}
	cell := map[string]string{}
	for i, name := range casesHeader {
		c.cells[i] = cellAt(row, column[name])
		cell[name] = c.cells[i]
	}
	c.ID, c.Title, c.Area, c.Kind, c.Note = cell["case_id"], cell["title"], cell["area"], Kind(cell["kind"]), cell["note"]
	var err error
	if c.Year, err = ParseYear(cell["year"]); err != nil {
		return c, fmt.Errorf("the year of case %s: %w", c.ID, err)
	}
	if c.Kind != "" && !slices.Contains(Kinds, c.Kind) {
		return c, fmt.Errorf("the kind %q of case %s is not known: choose from %s", c.Kind, c.ID, KindList())
	}
	switch strings.ToLower(cell["include"]) {
	case "yes", "y", "true", "1":
		c.Include = true
	case "no", "n", "false", "0", "":
	default:
		return c, fmt.Errorf("include is %q for case %s: write yes or no", cell["include"], c.ID)
	}
	for _, file := range strings.Split(cell[columnFiles], ";") {
		if file = strings.TrimSpace(file); file != "" {
			c.Files = append(c.Files, file)
		}
	}
	return c, nil
}

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

func trimmed(cells []string) []string {
	for i, cell := range cells {
		cells[i] = strings.TrimSpace(cell)
	}
	return cells
}
