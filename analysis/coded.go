package analysis

import (
	"bufio"
	"fmt"
	"io"
	"slices"
	"strings"

	"thematic/corpus"
)

// Coded is one passage that somebody coded with a theme, known by its
// quotation.
type Coded struct {
	Doc   string
	Theme string
	Label corpus.Label
	Quote string
}

// ReadCoded reads tab-separated values under a header with the columns doc_id,
// theme_id and quote, in any order and with others between them. Where there
// is no column label every row is a deficit. Quotation marks are part of the
// text. An error is a [corpus.InputError] that names path and line.
func ReadCoded(path string, r io.Reader) ([]Coded, error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 16<<20)
	var header []string
	var rows []Coded
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimPrefix(lines.Text(), "\ufeff")
		if line == "" {
			continue
		}
		cells := strings.Split(strings.ToValidUTF8(line, "\ufffd"), "\t")
		if header == nil {
			for _, name := range []string{"doc_id", "theme_id", "quote"} {
				if !slices.Contains(cells, name) {
					return nil, &corpus.InputError{Path: path, Reason: fmt.Sprintf("line %d has no column %s; a coded set needs doc_id, theme_id and quote, parted by tabs", n, name)}
				}
			}
			header = cells
			continue
		}
		row, ok := codedRow(header, cells)
		if !ok {
			return nil, &corpus.InputError{Path: path, Reason: fmt.Sprintf("line %d has %d columns, the header has %d", n, len(cells), len(header))}
		}
		rows = append(rows, row)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if header == nil {
		return nil, &corpus.InputError{Path: path, Reason: "the file is empty"}
	}
	return rows, nil
}

// codedRow takes the columns it knows from one line.
func codedRow(header, cells []string) (Coded, bool) {
	if len(cells) < len(header) {
		return Coded{}, false
	}
	row := Coded{Label: corpus.LabelDeficit}
	for i, name := range header {
		switch name {
		case "doc_id":
			row.Doc = cells[i]
		case "theme_id":
			row.Theme = cells[i]
		case "label":
			row.Label = corpus.Label(cells[i])
		case "quote":
			row.Quote = cells[i]
		}
	}
	return row, true
}
