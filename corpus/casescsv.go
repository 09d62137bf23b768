package corpus

import (
	"bytes"
	"crypto/sha256"
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

// ColumnDecided is a column of cases.csv that is written for people to see, where
// anything was decided outside of it, and never read.
const ColumnDecided = "decided_elsewhere"

// fileSeparator parts the files of a case in its cell.
const fileSeparator = "; "

// CaseRow is a case as a row of cases.csv says it.
type CaseRow struct {
	Case
	Line  int      // of the file, from 1
	cells []string // as written, in the order of casesHeader, without what guards them
}

// CasesCSV returns cases as cases.csv. A cell that a spreadsheet would take for
// a formula is guarded: see [Guard]. It begins with a byte order mark: without, Excel
// takes UTF-8 for the code page of Windows, and people edit this table in Excel.
func CasesCSV(cases []Case) []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff")
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

// CasesTable is the cases.csv of a project, as a person or a spreadsheet program left
// it.
type CasesTable struct {
	Rows     []CaseRow
	Mistakes []string          // name the line of each cell that makes no sense: [Edits.Check] refuses the rows for them
	Sum      [sha256.Size]byte // of the bytes of the file, zero where it does not exist
}

// Cases reads cases.csv: columns in any order, in UTF-8, UTF-16 or the code page of
// Windows, commas, semicolons or tabs between the cells. It has no row where the file
// does not exist.
func (s *Store) Cases() (CasesTable, error) {
	data, err := s.ReadFile(CasesName)
	if errors.Is(err, fs.ErrNotExist) {
		return CasesTable{}, nil
	}
	if err != nil {
		return CasesTable{}, fmt.Errorf("read the cases: %w", err)
	}
	t := CasesTable{Sum: sha256.Sum256(data)}
	t.Rows, t.Mistakes = parseCases(data)
	return t, nil
}

// mostMistakes is how many mistakes in cases.csv are named one by one.
const mostMistakes = 20

// mistaken is an [InputError] of all mistakes in a file, of several each on a line
// of its own, nil where there are none.
func mistaken(path string, mistakes []string) error {
	n := len(mistakes)
	if n == 0 {
		return nil
	}
	if n == 1 {
		return &InputError{Path: path, Reason: mistakes[0]}
	}
	lines := slices.Clone(mistakes[:min(n, mostMistakes)])
	if n > mostMistakes {
		lines = append(lines, fmt.Sprintf("and %d more", n-mostMistakes))
	}
	return &InputError{Path: path, Reason: fmt.Sprintf("%d mistakes:\n  %s", n, strings.Join(lines, "\n  "))}
}

// parseCases returns the rows, and all mistakes in them. There are no rows where
// the columns are not those of cases.csv.
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
	p := casesParser{header: header}
	if p.column, p.added, mistakes = columnsOf(header); len(mistakes) > 0 {
		return nil, mistakes
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return p.rows, p.mistakes
		}
		if err != nil {
			return p.rows, append(p.mistakes, "not a table: "+err.Error())
		}
		line, _ := r.FieldPos(0)
		p.row(line, row)
	}
}

// casesParser reads the rows of cases.csv below its header.
type casesParser struct {
	header   []string
	column   map[string]int // see [columnsOf]
	added    []string
	kinds    string // what the last mistake said of the kinds there are
	rows     []CaseRow
	mistakes []string
}

// row reads one row.
func (p *casesParser) row(line int, row []string) {
	c, wrong := parseCase(row, p.column)
	if c.Kind != "" && !slices.Contains(Kinds, c.Kind) {
		mistake := fmt.Sprintf("the kind %q of case %s is not known", c.Kind, c.ID)
		if kinds := Instead(string(c.Kind), Kinds); kinds != p.kinds {
			mistake, p.kinds = mistake+kinds, kinds
		}
		wrong = append(wrong, mistake)
	}
	if cell := nameless(row, p.header); cell != "" {
		wrong = append(wrong, fmt.Sprintf("%q stands in a column without a name: give it one", cell))
	}
	if c.ID != "" || len(c.Files) > 0 {
		c.Line = line
		for _, name := range p.added {
			c.Columns = append(c.Columns, Column{name, cellAt(row, p.column[strings.ToLower(name)])})
		}
		p.rows = append(p.rows, c)
	} else if slices.ContainsFunc(row, func(cell string) bool { return strings.TrimSpace(cell) != "" }) {
		wrong = append(wrong, "neither a case_id nor files: give it one, or take the row out")
	}
	for _, mistake := range wrong {
		p.mistakes = append(p.mistakes, fmt.Sprintf("line %d: %s", line, mistake))
	}
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
		if !slices.Contains(casesHeader, key) && key != ColumnDecided {
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

// parseCase returns a row, with all that is wrong with its cells but for the kind.
func parseCase(row []string, column map[string]int) (c CaseRow, mistakes []string) {
	cell := map[string]string{}
	for _, name := range casesHeader {
		cell[name] = cellAt(row, column[name])
		if name == columnKind {
			cell[name] = string(ParseKind(cell[name]))
		}
		c.cells = append(c.cells, cell[name])
	}
	c.ID, c.Title, c.Area, c.Kind, c.Note = cell[columnID], cell[columnTitle], cell[ColumnArea], Kind(cell[columnKind]), cell[columnNote]
	err := CheckArea(c.Area)
	if err != nil {
		mistakes = append(mistakes, fmt.Sprintf("the area of case %s: %v", c.ID, err))
	}
	if c.Year, err = ParseYear(cell[ColumnYear]); err != nil {
		mistakes = append(mistakes, fmt.Sprintf("the year of case %s: %v", c.ID, err))
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
