package agreement

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// Coder is what one coder, a person or the program, said.
type Coder struct {
	Name    string
	Reviews []string // that the coder was given
	Themes  []string // likewise
	// Cells has true where a theme is present in a review and false where it
	// is absent. What was not judged is not in it.
	Cells map[Cell]bool
	// Marks are the passages judged. Where Free, the coder chose them, and
	// only those that were marked are there.
	Marks []Mark
	Free  bool
	// Chosen says that the coder chose the passages, though not what to say of
	// the themes of each review.
	Chosen bool
	// Sample says that the coder was given a part of the reviews or passages
	// on purpose: what is not in it is not compared.
	Sample bool
	// OnlyDecided says that what nobody decided was not judged.
	OnlyDecided bool
	// Files gives the review of a file, known by its name without folder and
	// ending; a coder may know a review by that.
	Files map[string]string
	// Decided is how many of the Listed passages a person decided.
	Decided, Listed int
}

// Cell names a theme in a review.
type Cell struct{ Review, Theme string }

// Mark is one passage that a coder judged. It is known by its id and theme,
// and where there is no id by its words.
type Mark struct {
	ID     string
	Review string
	File   string
	Page   int
	Theme  string
	Quote  string
	Marked bool // it says that practice was lacking on the theme
}

// FromCoded returns a coder who chose the passages of rows with the label; a
// document of rows is a review. A theme of which a review has no passage is
// absent in it.
func FromCoded(name string, rows []analysis.Coded, label corpus.Label) Coder {
	c := Coder{Name: name, Free: true, Chosen: true, Cells: make(map[Cell]bool)}
	for _, row := range rows {
		c.Reviews = append(c.Reviews, row.Doc)
		if row.Label != label {
			continue
		}
		c.Themes = append(c.Themes, row.Theme)
		c.Cells[Cell{row.Doc, row.Theme}] = true
		c.Marks = append(c.Marks, Mark{Review: row.Doc, Theme: row.Theme, Quote: row.Quote, Marked: true})
	}
	c.Reviews, c.Themes = sorted(c.Reviews), sorted(c.Themes)
	return c
}

// sorted returns the values of list once each and in order.
func sorted[T cmp.Ordered](list []T) []T {
	list = slices.Clone(list)
	slices.Sort(list)
	return slices.Compact(list)
}

// Stem returns the name of a file without folder and ending.
func Stem(file string) string {
	base := path.Base(file)
	return strings.TrimSuffix(base, path.Ext(base))
}

// matrixLead are the columns of a matrix that are no theme. R numbers the rows
// in a column without a heading.
var matrixLead = []string{"", "case_id", "title", "area", "year", "kind"}

// ReadMatrix reads a coder from a CSV file of the shape of matrix.csv or
// status.csv, as any spreadsheet program saves it: the column case_id and a
// column for each theme, whose cells are 1 or 0, or the status of a cell, or
// empty where it was not judged. An error is a [corpus.InputError] that names
// the line.
func ReadMatrix(path, text string) (Coder, error) {
	c := Coder{Name: path, Cells: make(map[Cell]bool)}
	refuse := func(format string, args ...any) (Coder, error) {
		return Coder{}, &corpus.InputError{Path: path, Reason: fmt.Sprintf(format, args...)}
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma = corpus.Delimiter(text)
	header, err := r.Read()
	if err != nil {
		return refuse("it is not a table: %v", err)
	}
	review := slices.Index(header, "case_id")
	if review < 0 {
		return refuse("it has no column case_id: a matrix has one, and a column for each theme")
	}
	for _, name := range header {
		if !slices.Contains(matrixLead, name) {
			c.Themes = append(c.Themes, name)
		}
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return refuse("%v", err)
		}
		line, _ := r.FieldPos(0)
		id := corpus.Unguard(row[review])
		if slices.Contains(c.Reviews, id) {
			return refuse("line %d: the review %s is there twice", line, id)
		}
		c.Reviews = append(c.Reviews, id)
		for j, cell := range row {
			if slices.Contains(matrixLead, header[j]) {
				continue
			}
			present, judged, ok := cellValue(cell)
			if !ok {
				return refuse("line %d: %q is neither 1 nor 0: leave a cell empty that was not judged", line, cell)
			}
			if judged {
				c.Cells[Cell{id, header[j]}] = present
			}
		}
	}
	return c, nil
}

// cellValue reads a cell of a matrix.
func cellValue(cell string) (present, judged, ok bool) {
	switch s := strings.ToLower(strings.TrimSpace(cell)); s {
	case "", "na", "n/a":
		return false, false, true
	case "1", "1.0", "yes", "true", "present":
		return true, true, true
	case "0", "0.0", "no", "false":
		return false, true, true
	default:
		status := analysis.CellStatus(s)
		known := []analysis.CellStatus{analysis.CellCounted, analysis.CellHeld, analysis.CellAbsent, analysis.CellDecidedPresent, analysis.CellDecidedAbsent}
		return status.Present(), true, slices.Contains(known, status)
	}
}
