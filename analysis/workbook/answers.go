package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"thematic/corpus"
)

// answer is one row of a table that came back from a person. A column that the
// person deleted is empty.
type answer struct {
	place                                 string // "Passages row 12", "line 12"
	id, decision, movedTo, comment, coder string
	quote, file, theme, label             string
	commented                             bool // the table has a column for comments
}

// blank reports whether the person said nothing.
func (a answer) blank() bool { return a.decision == "" && a.movedTo == "" && a.comment == "" }

// answers are the rows of one sheet or CSV file, whose columns are known by
// their headings.
type answers struct {
	place   string
	columns map[string]int // nil before the headings
	above   int            // rows met before the headings
	list    []answer
}

// mostAbove is how many rows a person may have put above the headings.
const mostAbove = 20

// take reads one row, the nth of its table, and reports whether more may
// follow.
func (a *answers) take(n int, cells []string) (more bool, err error) {
	if a.columns == nil {
		a.above++
		a.columns, err = answerColumns(cells)
		return a.above <= mostAbove, err
	}
	cell := func(name string) string {
		if i, ok := a.columns[name]; ok && i < len(cells) {
			return strings.TrimSpace(cells[i])
		}
		return ""
	}
	if strings.TrimSpace(strings.Join(cells, "")) == "" {
		return true, nil
	}
	_, commented := a.columns[columnComment]
	a.list = append(a.list, answer{
		place: fmt.Sprintf("%s %d", a.place, n), commented: commented,
		id: cell(columnPassage), decision: cell(columnDecision), movedTo: cell(columnMovedTo),
		comment: cell(columnComment), coder: cell(columnCoder),
		quote: cell("quote"), file: cell("file"), theme: cell("theme_id"), label: cell("label"),
	})
	return true, nil
}

// answerColumns returns where each column stands if cells are the headings of
// a table with decisions, and nil if they are not. It fails where a person
// answers in two columns of the same name.
func answerColumns(cells []string) (map[string]int, error) {
	columns, twice := make(map[string]int), ""
	for i, cell := range cells {
		name := strings.ReplaceAll(fold(cell), " ", "_")
		if _, ok := columns[name]; ok && slices.Contains([]string{columnPassage, columnDecision, columnMovedTo, columnComment, columnCoder}, name) {
			twice = name
		}
		columns[name] = i
	}
	_, passage := columns[columnPassage]
	_, decision := columns[columnDecision]
	_, moved := columns[columnMovedTo]
	switch {
	case !passage || !decision && !moved:
		return nil, nil
	case twice != "":
		return columns, fmt.Errorf("two columns are headed %q: rename one", heading(twice))
	}
	return columns, nil
}

// fold makes texts equal that a person takes for the same: in lower case, with
// one space for any spaces, hyphens and underscores.
func fold(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.NewReplacer("_", " ", "-", " ").Replace(text)), " "))
}

// errNoColumns is what is said of a file without decisions.
var errNoColumns = fmt.Errorf("it has no table with the columns %s and %s: leave their headings as they are", heading(columnPassage), heading(columnDecision))

// The beginnings of files that are told apart.
const (
	zipMagic = "PK\x03\x04"
	oleMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" // an old or an encrypted workbook
)

// readAnswers reads the rows of a workbook or CSV file, known by its first
// bytes. An error is the fault of the file.
func readAnswers(data []byte, limits corpus.Limits) ([]answer, error) {
	switch {
	case bytes.HasPrefix(data, []byte(zipMagic)):
		return workbookAnswers(data, limits)
	case bytes.HasPrefix(data, []byte(oleMagic)):
		return nil, errors.New("it is an old Excel file or protected by a password: save it as .xlsx without a password")
	}
	return csvAnswers(data)
}

// workbookAnswers reads every sheet that has the columns of decisions, so that
// a person may have parted or copied the sheet.
func workbookAnswers(data []byte, limits corpus.Limits) ([]answer, error) {
	if err := checkArchive(data, limits); err != nil {
		return nil, err
	}
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: limits.TotalBytes, UnzipXMLSizeLimit: limits.StreamBytes, RawCellValue: true,
	})
	if err != nil {
		return nil, fmt.Errorf("it is not a workbook that can be read (%w): save it as .xlsx or .csv", err)
	}
	defer file.Close()
	var list []answer
	found := false
	for _, name := range file.GetSheetList() {
		a, err := sheetAnswers(file, name)
		if err != nil {
			return nil, fmt.Errorf("sheet %s: %w", name, err)
		}
		found = found || a.columns != nil
		list = append(list, a.list...)
	}
	if !found {
		return nil, errNoColumns
	}
	return list, nil
}

func sheetAnswers(file *excelize.File, name string) (*answers, error) {
	a := &answers{place: name + " row"}
	rows, err := file.Rows(name)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns()
		if err != nil {
			return nil, err
		}
		more, err := a.take(n, cells)
		if err != nil {
			return nil, err
		}
		if !more {
			break
		}
	}
	return a, rows.Error()
}

// checkArchive refuses an archive that says it unpacks to more than the
// limits, and one whose entries are not what is said of them: the library
// would read the part of a damaged sheet that it can, and say nothing.
func checkArchive(data []byte, limits corpus.Limits) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("it is damaged (%w): save it again", err)
	}
	if len(archive.File) > limits.Entries {
		return fmt.Errorf("it holds %d parts, more than the %d that are read", len(archive.File), limits.Entries)
	}
	left := uint64(limits.TotalBytes)
	for _, entry := range archive.File {
		if entry.UncompressedSize64 > left {
			return fmt.Errorf("it unpacks to more than %d MB, the most that is read", limits.TotalBytes>>20)
		}
		left -= entry.UncompressedSize64
		if err := checkEntry(entry); err != nil {
			return fmt.Errorf("its part %s is damaged (%w): save it again", entry.Name, err)
		}
	}
	return nil
}

// checkEntry holds the size and the checksum of an entry against its content.
func checkEntry(entry *zip.File) error {
	content, err := entry.Open()
	if err != nil {
		return err
	}
	defer content.Close()
	_, err = io.Copy(io.Discard, content)
	return err
}

// csvAnswers reads a table whose cells are parted by commas, semicolons or
// tabs; spreadsheet programs save any of them as CSV.
func csvAnswers(data []byte) ([]answer, error) {
	text, err := corpus.DecodeTable(data)
	if err != nil {
		return nil, err
	}
	for _, comma := range []rune{',', ';', '\t'} {
		a := &answers{place: "line"}
		err := a.readCSV(text, comma)
		if a.columns != nil {
			return a.list, err
		}
	}
	return nil, errNoColumns
}

func (a *answers) readCSV(text string, comma rune) error {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = comma
	r.FieldsPerRecord = -1
	for more := true; more; {
		cells, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		line, _ := r.FieldPos(0)
		if more, err = a.take(line, cells); err != nil {
			return err
		}
	}
	return nil
}
