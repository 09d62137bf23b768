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

func trimmed(cells []string) []string {
	for i, cell := range cells {
		cells[i] = strings.TrimSpace(cell)
	}
	return cells
}
