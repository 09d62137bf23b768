package analysis

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"thematic/corpus"
)

// readRows reads a table parted by tabs, or as CSV by commas or semicolons, under a
// header, and calls row with the cells of each line by the names of their columns,
// white space at their ends taken off. The header must have the columns given; it
// may have others, in any order, and what is what is said of the table where one is
// missing. Cells at the end of a line may be missing, and are then not among the
// cells. Empty lines are passed over. Where tabs part them, quotation marks are text.
// An error, that of row too, is a [corpus.InputError] that names path and line.
func readRows(path string, r io.Reader, what string, columns []string, row func(cells map[string]string) error) error {
	data, err := io.ReadAll(r)
	if err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	text, err := corpus.DecodeText(data)
	if err != nil {
		return &corpus.InputError{Path: path, Reason: err.Error()}
	}
	var header []string
	for n, line := range linesOf(text) {
		fields, err := line.fields, line.err
		if err != nil {
			return &corpus.InputError{Path: path, Reason: err.Error()}
		}
		if header == nil {
			for _, name := range columns {
				if !slices.Contains(fields, name) {
					return &corpus.InputError{Path: path, Reason: fmt.Sprintf("line %d has no column %s; %s needs %s, parted by tabs, or as CSV", n, name, what, strings.Join(columns, ", "))}
				}
			}
			header = fields
			continue
		}
		cells, err := cellsOf(header, fields)
		if err == nil {
			err = row(cells)
		}
		if err != nil {
			return &corpus.InputError{Path: path, Reason: fmt.Sprintf("line %d: %v", n, err)}
		}
	}
	if header == nil {
		return &corpus.InputError{Path: path, Reason: "the file is empty"}
	}
	return nil
}

// rowLine is a row of a table as it was read.
type rowLine struct {
	fields []string
	err    error // why the table cannot be read from here on
}

// linesOf goes through the rows of a table that are not empty, with the number of the
// line that each begins on. It is parted by tabs where the first of them has one, and
// else read as CSV.
func linesOf(text string) iter.Seq2[int, rowLine] {
	first, _, _ := strings.Cut(strings.TrimSpace(text), "\n")
	if !strings.Contains(first, "\t") {
		return linesOfCSV(text)
	}
	return func(yield func(int, rowLine) bool) {
		n := 0
		for line := range strings.SplitSeq(text, "\n") {
			n++
			line = strings.TrimSuffix(line, "\r")
			if strings.TrimSpace(line) != "" && !yield(n, rowLine{fields: strings.Split(line, "\t")}) {
				return
			}
		}
	}
}

// linesOfCSV is [linesOf] CSV.
func linesOfCSV(text string) iter.Seq2[int, rowLine] {
	return func(yield func(int, rowLine) bool) {
		r := corpus.TableReader(text)
		for {
			fields, err := r.Read()
			if errors.Is(err, io.EOF) {
				return
			}
			n := 0
			if err == nil {
				n, _ = r.FieldPos(0)
			} else {
				err = fmt.Errorf("%w: save the table from a spreadsheet again, as CSV", err)
			}
			if (err != nil || strings.TrimSpace(strings.Join(fields, "")) != "") && !yield(n, rowLine{fields, err}) || err != nil {
				return
			}
		}
	}
}

// cellsOf returns the fields of a line by the names of their columns; the first
// of two columns of one name counts.
func cellsOf(header, fields []string) (map[string]string, error) {
	for len(fields) > len(header) && strings.TrimSpace(fields[len(fields)-1]) == "" {
		fields = fields[:len(fields)-1]
	}
	if len(fields) > len(header) {
		return nil, fmt.Errorf("it has %d columns, the header has %d", len(fields), len(header))
	}
	cells := make(map[string]string, len(fields))
	for i, field := range fields {
		if _, taken := cells[header[i]]; !taken {
			cells[header[i]] = strings.TrimSpace(field)
		}
	}
	return cells, nil
}
