package agreement

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

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
	if err := c.readMatrix(text); err != nil {
		return Coder{}, &corpus.InputError{Path: path, Reason: err.Error()}
	}
	return c, nil
}

func (c *Coder) readMatrix(text string) error {
	r := corpus.TableReader(text)
	header, err := r.Read()
	if err != nil {
		return fmt.Errorf("it is not a table: %w", err)
	}
	for i, name := range header {
		name = strings.TrimSpace(corpus.Unguard(name))
		if first := slices.Index(header[:i], name); first >= 0 && name != "" {
			return fmt.Errorf("columns %d and %d are both called %q: give one of them another name", first+1, i+1, name)
		}
		if header[i] = name; !slices.Contains(matrixLead, name) {
			c.Themes = append(c.Themes, name)
		}
	}
	review := slices.Index(header, "case_id")
	if review < 0 {
		return errors.New("it has no column case_id: a matrix has one, and a column for each theme")
	}
	lines := make(map[string]int) // of the reviews
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		line, _ := r.FieldPos(0)
		if len(row) != len(header) {
			return fmt.Errorf("line %d: %d cells under %d headings: if R wrote it, use row.names = FALSE", line, len(row), len(header))
		}
		id := corpus.Unguard(row[review])
		if first, twice := lines[id]; twice {
			return fmt.Errorf("line %d: the review %s is there twice, first in line %d", line, id, first)
		}
		lines[id] = line
		if err := c.readRow(header, row, id); err != nil {
			return fmt.Errorf("line %d: %w", line, err)
		}
	}
}

// readRow takes the cells of one review.
func (c *Coder) readRow(header, row []string, id string) error {
	c.Reviews = append(c.Reviews, id)
	for j, cell := range row {
		switch {
		case header[j] == "" && j > 0 && strings.TrimSpace(cell) != "":
			return fmt.Errorf("%q stands in a column without a name: give it one", cell)
		case slices.Contains(matrixLead, header[j]):
			continue
		}
		present, judged, ok := cellValue(cell)
		if !ok {
			return fmt.Errorf("%q is neither 1 nor 0: leave a cell empty that was not judged", cell)
		}
		if judged {
			c.Cells[Cell{id, header[j]}] = present
		}
	}
	return nil
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
