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

	"thematic/analysis"
	"thematic/corpus"
)

// answer is one row of a table that came back from a person.
type answer struct {
	place  string // "Passages row 12", "line 12"
	row    int    // 12
	table  answerTable
	head   *head
	cells  []string
	merged []mergedCell // those of its cells for answers that are
}

// get returns what stands in a column, nothing where a person deleted it.
func (a answer) get(column string) string {
	if i, ok := a.head.columns[column]; ok {
		return a.cell(i)
	}
	return ""
}

// cell returns the i-th cell.
func (a answer) cell(i int) string {
	if i < len(a.cells) {
		return strings.TrimSpace(a.cells[i])
	}
	return ""
}

// has reports whether the table has a column.
func (a answer) has(column string) bool {
	_, ok := a.head.columns[column]
	return ok
}

// blank reports whether the person said nothing.
func (a answer) blank() bool {
	return a.get(columnDecision) == "" && a.get(columnMovedTo) == "" && a.get(columnComment) == ""
}

// nameless reports whether the row does not say what it speaks of, as one that a
// person wrote below the table.
func (a answer) nameless() bool {
	switch a.table {
	case passageRows:
		return a.get(columnPassage) == ""
	case cellRows, reviewRows:
		return a.get("case_id") == ""
	}
	return false
}

// answers are the rows of one sheet or CSV file, whose columns are known by
// their headings.
type answers struct {
	place string
	table answerTable
	head  *head // nil before the headings
	above int   // rows met before the headings
	list  []answer
}

// mostAbove is how many rows a person may have put above the headings.
const mostAbove = 20

// take reads one row, the nth of its table, and reports whether more may
// follow.
func (a *answers) take(n int, cells []string) (more bool, err error) {
	if a.table == noTable {
		a.above++
		columns := headings(cells)
		if a.table, err = tableOf(columns, cells); a.table != noTable {
			a.head = headOf(columns, cells)
		}
		return a.above <= mostAbove, err
	}
	if strings.TrimSpace(strings.Join(cells, "")) != "" {
		a.list = append(a.list, answer{place: fmt.Sprintf("%s %d", a.place, n), row: n, table: a.table, head: a.head, cells: cells})
	}
	return true, nil
}

// fold makes texts equal that a person takes for the same: in lower case, with
// one space for any spaces, hyphens and underscores.
func fold(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.NewReplacer("_", " ", "-", " ").Replace(text)), " "))
}

// errNoID is what is said of decisions on nobody knows what.
var errNoID = fmt.Errorf("its decisions stand without the column %s, which says on what passage they are: restore it", heading(columnPassage))

// errNoColumns is what is said of a file without decisions.
var errNoColumns = fmt.Errorf("it has no table with the columns %s and %s: leave their headings as they are", heading(columnPassage), heading(columnDecision))

// The beginnings of files that are told apart.
const (
	zipMagic = "PK\x03\x04"
	oleMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" // an old or an encrypted workbook
)

// returned is what a workbook or CSV file holds that came back from a person.
type returned struct {
	answers []answer
	sheets  []string         // names of the sheets
	matrix  []string         // cells of the sheet Matrix that were written over
	noted   bool             // there are notes on cells, or colours that the program does not give
	quiet   []string         // sheets in which nobody answers and that have other texts
	untold  bool             // nothing says what stood in these sheets
	themes  []analysis.Theme // that the sheet Codebook lists, and what they are called
}

// sample reports whether it is a sample.
func (r *returned) sample() bool {
	return slices.ContainsFunc(r.answers, func(a answer) bool { return a.head.blind })
}

// readAnswers reads the workbook or CSV file at path, told apart by their first
// bytes. It returns a [corpus.InputError] where it is neither.
func readAnswers(path string, r io.Reader, limits corpus.Limits) (*returned, error) {
	data, err := io.ReadAll(io.LimitReader(r, limits.FileBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	got := &returned{}
	if int64(len(data)) > limits.FileBytes {
		err = fmt.Errorf("it is larger than %d MB, the most that is read", limits.FileBytes>>20)
	}
	switch {
	case err != nil:
	case bytes.HasPrefix(data, []byte(zipMagic)):
		got, err = workbookAnswers(data, limits)
	case bytes.HasPrefix(data, []byte(oleMagic)):
		err = errors.New("it is an old Excel file or protected by a password: save it as .xlsx without a password")
	default:
		got.answers, err = csvAnswers(data)
	}
	if err != nil {
		return nil, &corpus.InputError{Path: path, Reason: err.Error()}
	}
	return got, nil
}

// workbookAnswers reads every sheet that has the columns of decisions, so that
// a person may have parted or copied the sheet.
func workbookAnswers(data []byte, limits corpus.Limits) (*returned, error) {
	got := &returned{}
	var err error
	var merged bool
	if got.noted, merged, err = checkArchive(data, limits); err != nil {
		return nil, err
	}
	file, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		UnzipSizeLimit: mostUnpacked(limits), UnzipXMLSizeLimit: limits.StreamBytes, RawCellValue: true,
	})
	if err != nil {
		return nil, noWorkbook(data)
	}
	defer file.Close()
	got.sheets = file.GetSheetList()
	found := false
	for _, name := range got.sheets {
		a, err := sheetAnswers(file, name)
		if err == nil && merged && a.table != noTable {
			err = a.noteMerged(file, name)
		}
		if err != nil {
			return nil, fmt.Errorf("sheet %s: %w", name, err)
		}
		if a.table != noTable {
			found = true
			a.head.blind = a.head.blind || slices.Contains(got.sheets, sheetSample)
		}
		got.answers = append(got.answers, a.list...)
	}
	if !found {
		return nil, errNoColumns
	}
	if got.themes, err = listedThemes(file); err != nil {
		return nil, err
	}
	if got.matrix, err = matrixStrays(file); err != nil {
		return nil, err
	}
	known := false
	got.quiet, known, err = rewritten(file)
	got.untold = !known
	got.noted = got.noted || marked(file)
	return got, err
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

// mostUnpacked is how many bytes the parts of a workbook may have: that of 1,000 long
// reviews has 285 MB, and large sheets are unpacked to the disk and not in memory.
func mostUnpacked(limits corpus.Limits) int64 { return 8 * limits.TotalBytes }

// checkArchive refuses an archive that says it unpacks to more than the
// limits, and one whose entries are not what is said of them: the library
// would read the part of a damaged sheet that it can, and say nothing. It reports
// whether there are notes on cells, and cells merged over several rows.
func checkArchive(data []byte, limits corpus.Limits) (noted, merged bool, err error) {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false, false, fmt.Errorf("it is damaged (%w): save it again", err)
	}
	if len(archive.File) > limits.Entries {
		return false, false, fmt.Errorf("it holds %d parts, more than the %d that are read", len(archive.File), limits.Entries)
	}
	most := mostUnpacked(limits)
	left := uint64(most)
	for _, entry := range archive.File {
		if entry.UncompressedSize64 > left {
			return false, false, fmt.Errorf("it unpacks to more than %d MB, the most that is read: save its sheet Passages alone, as .csv", most>>20)
		}
		left -= entry.UncompressedSize64
		noted = noted || strings.HasPrefix(entry.Name, "xl/comments") || strings.HasPrefix(entry.Name, "xl/threadedComments")
		var rows mergedRows
		if err := checkEntry(entry, &rows); err != nil {
			return false, false, fmt.Errorf("its part %s is damaged (%w): save it again", entry.Name, err)
		}
		if rows.ranges > mostMerged {
			return false, false, fmt.Errorf("its part %s has %d ranges of merged cells, more than the %d that are read: part them", entry.Name, rows.ranges, mostMerged)
		}
		merged = merged || rows.found
	}
	return noted, merged, nil
}

// noWorkbook says what to do with an archive that is no workbook; a person may
// well have a project or an OpenDocument file in place of one.
func noWorkbook(data []byte) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err
	}
	for _, entry := range archive.File {
		switch entry.Name {
		case "project.qde":
			return errors.New("it is a REFI-QDA project, from which no decisions are read: compare it with 'thematic agree', and decide in coded.xlsx")
		case "META-INF/manifest.xml":
			return errors.New("it is an OpenDocument file, such as LibreOffice saves: save it as .xlsx or .csv")
		}
	}
	return errors.New("it is not a workbook that can be read: save it as .xlsx or .csv")
}

// checkEntry holds the size and the checksum of an entry against its content, which it
// writes to w.
func checkEntry(entry *zip.File, w io.Writer) error {
	content, err := entry.Open()
	if err != nil {
		return err
	}
	defer content.Close()
	_, err = io.Copy(w, content)
	return err
}

// csvAnswers reads a table whose cells are parted by commas, semicolons or
// tabs; spreadsheet programs save any of them as CSV.
func csvAnswers(data []byte) ([]answer, error) {
	text, err := corpus.DecodeText(data)
	if err != nil {
		return nil, err
	}
	for _, comma := range []rune{',', ';', '\t'} {
		a := &answers{place: "line"}
		err := a.readCSV(text, comma)
		if a.table != noTable || errors.Is(err, errNoID) {
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
