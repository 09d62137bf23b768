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
var casesHeader = []string{columnID, columnTitle, ColumnArea, ColumnYear, columnKind, columnFiles, ColumnInclude, columnNote}

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
	added := AddedColumns(cases)
	header := slices.Clone(casesHeader)
	for _, name := range added {
		header = append(header, Guard(name))
	}
	w.Write(header)
	for _, c := range cases {
		row := caseRow(c)
		for _, name := range added {
			row = append(row, c.Added(name))
		}
		for i, cell := range row {
			row[i] = Guard(cell)
		}
		w.Write(row)
	}
	w.Flush()
	return b.Bytes()
}

// AddedColumns names the columns that people added, in the order in which they
// come.
func AddedColumns(cases []Case) []string {
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

// Added is what c says in a column that a person added, "" for nothing.
func (c Case) Added(name string) string {
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
// the file does not exist. Cells that make no sense are an [InputError] naming
// the line of each.
func (s *Store) Cases() ([]CaseRow, error) {
	data, err := s.ReadFile(CasesName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the cases: %w", err)
	}
	rows, mistakes := parseCases(data)
	return rows, mistaken(s.Path(CasesName), mistakes)
}

// mostMistakes is how many mistakes in cases.csv are named one by one.
const mostMistakes = 20

// mistaken is an [InputError] of all mistakes in a file, nil where there are
// none.
func mistaken(path string, mistakes []string) error {
	n := len(mistakes)
	if n == 0 {
		return nil
	}
	if n > mostMistakes {
		mistakes = append(slices.Clone(mistakes[:mostMistakes]), fmt.Sprintf("and %d more", n-mostMistakes))
	}
	return &InputError{Path: path, Reason: strings.Join(mistakes, "; ")}
}

// parseCases returns either the rows or all mistakes in them.
func parseCases(data []byte) (rows []CaseRow, mistakes []string) {
	text, err := DecodeText(data)
	if err != nil {
		return nil, []string{err.Error()}
	}
	r := TableReader(text)
	header, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err != nil {
		return nil, []string{"not a table: " + err.Error()}
	}
	column, added, mistakes := columnsOf(header)
	if len(mistakes) > 0 {
		return nil, mistakes
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			mistakes = append(mistakes, "not a table: "+err.Error())
			break
		}
		line, _ := r.FieldPos(0)
		c, wrong := parseCase(row, column)
		if cell := nameless(row, header); cell != "" {
			wrong = append(wrong, fmt.Sprintf("%q stands in a column without a name: give it one", cell))
		}
		for _, mistake := range wrong {
			mistakes = append(mistakes, fmt.Sprintf("line %d: %s", line, mistake))
		}
		if c.ID != "" || len(c.Files) > 0 {
			c.Line = line
			for _, name := range added {
				c.Columns = append(c.Columns, Column{name, cellAt(row, column[strings.ToLower(name)])})
			}
			rows = append(rows, c)
		} else if slices.ContainsFunc(row, func(cell string) bool { return strings.TrimSpace(cell) != "" }) {
			mistakes = append(mistakes, fmt.Sprintf("line %d: neither a case_id nor files: give it one, or take the row out", line))
		}
	}
	if len(mistakes) > 0 {
		return nil, mistakes
	}
	return rows, nil
}

// columnsOf finds the place of each column by its name in small letters, and the
// names of those that people added. It is a mistake where a column of the program
// is missing, and where two columns have one name, for the next run writes one of
// each.
func columnsOf(header []string) (column map[string]int, added, mistakes []string) {
	column = map[string]int{}
	for i, name := range header {
		name = strings.TrimSpace(Unguard(name))
		key := strings.ToLower(name)
		if key == "" {
			continue
		}
		if first, taken := column[key]; taken {
			mistakes = append(mistakes, fmt.Sprintf("columns %d and %d are both called %q: give one of them another name", first+1, i+1, name))
		}
		column[key] = i
		if !slices.Contains(casesHeader, key) {
			added = append(added, name)
		}
	}
	for _, name := range casesHeader {
		if _, ok := column[name]; !ok {
			mistakes = append(mistakes, fmt.Sprintf("the column %q is missing: restore it, or remove the file to have it proposed afresh", name))
		}
	}
	return column, added, mistakes
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

// parseCase returns a row, with all that is wrong with its cells.
func parseCase(row []string, column map[string]int) (c CaseRow, mistakes []string) {
	cell := map[string]string{}
	for _, name := range casesHeader {
		cell[name] = cellAt(row, column[name])
		c.cells = append(c.cells, cell[name])
	}
	c.ID, c.Title, c.Area, c.Kind, c.Note = cell[columnID], cell[columnTitle], cell[ColumnArea], Kind(cell[columnKind]), cell[columnNote]
	var err error
	if c.Year, err = ParseYear(cell[ColumnYear]); err != nil {
		mistakes = append(mistakes, fmt.Sprintf("the year of case %s: %v", c.ID, err))
	}
	if c.Kind != "" && !slices.Contains(Kinds, c.Kind) {
		mistakes = append(mistakes, fmt.Sprintf("the kind %q of case %s is not known: choose from %s", c.Kind, c.ID, KindList()))
	}
	switch strings.ToLower(cell[ColumnInclude]) {
	case "yes", "y", "true", "1":
		c.Include = true
	case "no", "n", "false", "0", "":
	default:
		mistakes = append(mistakes, fmt.Sprintf("include is %q for case %s: write yes or no", cell[ColumnInclude], c.ID))
	}
	for _, file := range strings.Split(cell[columnFiles], ";") {
		if file = strings.TrimSpace(file); file != "" {
			c.Files = append(c.Files, file)
		}
	}
	return c, mistakes
}
