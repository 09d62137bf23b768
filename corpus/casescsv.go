package corpus

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"
)

// casesHeader are the columns of cases.csv.
var casesHeader = []string{"case_id", "title", "area", "year", "kind", "files", "include", "note"}

// fileSeparator parts the files of a case in its cell.
const fileSeparator = "; "

// CasesCSV returns cases as cases.csv.
func CasesCSV(cases []Case) []byte {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Write(casesHeader)
	for _, c := range cases {
		w.Write(caseRow(c))
	}
	w.Flush()
	return b.Bytes()
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

// ReadCasesCSV reads the cases.csv at path, as a person or a spreadsheet
// program left it: columns in any order, a byte order mark, commas, semicolons
// or tabs between the cells. It returns no case where the file does not exist. A cell that makes
// no sense is an [InputError] naming the line.
func ReadCasesCSV(path string) ([]Case, error) {
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	cases, err := parseCases(data)
	if err != nil {
		return nil, &InputError{Path: path, Reason: err.Error()}
	}
	return cases, nil
}

func parseCases(data []byte) ([]Case, error) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	r := csv.NewReader(bytes.NewReader(data))
	r.Comma = delimiter(data)
	r.FieldsPerRecord = -1
	header, err := r.Read()
	if errors.Is(err, io.EOF) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("not a table: %w", err)
	}
	column := map[string]int{}
	for i, name := range header {
		column[strings.ToLower(strings.TrimSpace(name))] = i
	}
	for _, name := range casesHeader {
		if _, ok := column[name]; !ok {
			return nil, fmt.Errorf("the column %q is missing: restore it, or remove the file to have it proposed afresh", name)
		}
	}
	var cases []Case
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return cases, nil
		}
		if err != nil {
			return nil, fmt.Errorf("not a table: %w", err)
		}
		line, _ := r.FieldPos(0)
		c, err := parseCase(row, column)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		if c.ID != "" || len(c.Files) > 0 {
			cases = append(cases, c)
		}
	}
}

// delimiter is the one of comma, semicolon and tab that the first line has
// most of; spreadsheet programs save any of them as CSV.
func delimiter(data []byte) rune {
	line, _, _ := bytes.Cut(data, []byte("\n"))
	best := ','
	for _, r := range []rune{';', '\t'} {
		if bytes.Count(line, []byte(string(r))) > bytes.Count(line, []byte(string(best))) {
			best = r
		}
	}
	return best
}

func parseCase(row []string, column map[string]int) (Case, error) {
	cell := func(name string) string {
		if i := column[name]; i < len(row) {
			return strings.TrimSpace(row[i])
		}
		return ""
	}
	c := Case{ID: cell("case_id"), Title: cell("title"), Area: cell("area"), Kind: Kind(cell("kind")), Note: cell("note")}
	if year := cell("year"); year != "" {
		n, err := strconv.Atoi(year)
		if err != nil || n < 1900 || n > 2200 {
			return c, fmt.Errorf("the year %q of case %s is not a year", year, c.ID)
		}
		c.Year = n
	}
	switch strings.ToLower(cell("include")) {
	case "yes", "y", "true", "1":
		c.Include = true
	case "no", "n", "false", "0", "":
	default:
		return c, fmt.Errorf("include is %q for case %s: write yes or no", cell("include"), c.ID)
	}
	for _, file := range strings.Split(cell("files"), ";") {
		if file = strings.TrimSpace(file); file != "" {
			c.Files = append(c.Files, file)
		}
	}
	return c, nil
}

// columnFiles is the column that says which files make a case.
const columnFiles = "files"

// FixedGroups returns the groups of files that a person has made in cases.csv:
// those of edited whose files differ from what was proposed last time or had
// been made by a person then, and each file that a person has taken out of a
// case and put into no other.
func FixedGroups(edited, proposed []Case) [][]string {
	was := map[string]Case{}
	for _, c := range proposed {
		was[c.ID] = c
	}
	listed := map[string]bool{}
	for _, c := range edited {
		for _, file := range c.Files {
			listed[file] = true
		}
	}
	var groups [][]string
	for _, c := range edited {
		before, known := was[c.ID]
		if len(c.Files) == 0 || known && slices.Equal(before.Files, c.Files) && !slices.Contains(before.Edited, columnFiles) {
			continue
		}
		groups = append(groups, c.Files)
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
func ApplyEdits(cases, edited, proposedBefore []Case) {
	before, byFile := map[string]Case{}, map[string]Case{}
	for _, c := range proposedBefore {
		before[c.ID] = c
	}
	byID := map[string]Case{}
	for _, c := range edited {
		byID[c.ID] = c
		if len(c.Files) > 0 {
			byFile[c.Files[0]] = c
		}
	}
	for i := range cases {
		row, ok := byID[cases[i].ID]
		if !ok || len(row.Files) > 0 && row.Files[0] != cases[i].Files[0] {
			row, ok = byFile[cases[i].Files[0]]
		}
		if ok {
			was, known := before[row.ID]
			applyRow(&cases[i], row, was, known)
		}
	}
}

// applyRow copies into c the cells of row that differ from was. Without a
// proposal to compare with, every cell that is not empty is taken. The files are
// not among them: [Group] has put them together already.
func applyRow(c *Case, row, was Case, known bool) {
	cells, old := caseRow(row), caseRow(was)
	for i, name := range casesHeader {
		if known && cells[i] == old[i] || !known && cells[i] == "" || name == "case_id" || name == columnFiles {
			continue
		}
		switch name {
		case "title":
			c.Title = row.Title
		case "area":
			c.Area = row.Area
		case "year":
			c.Year = row.Year
		case "kind":
			c.Kind = row.Kind
		case "include":
			c.Include = row.Include
		case "note":
			c.Note = row.Note
		}
		c.Edited = append(c.Edited, name)
	}
}
