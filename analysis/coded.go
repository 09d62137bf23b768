package analysis

import (
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
	// Note is what the coder says of the passage: a rule and its reason. It is
	// empty where people coded, and not compared.
	Note string
}

// codedColumns are those that a coded set must have.
var codedColumns = []string{"doc_id", "theme_id", "quote"}

// HoldsCoded reports whether a text is a coded set, by its header.
func HoldsCoded(text string) bool {
	for _, header := range linesOf(text) {
		return !slices.ContainsFunc(codedColumns, func(name string) bool { return !slices.Contains(header.fields, name) })
	}
	return false
}

// ReadCoded reads values parted by tabs, or as CSV, under a header with the columns
// doc_id, theme_id and quote, in any order and with others between them. Where there
// is no column label every row is a deficit. Where tabs part them, quotation marks
// are part of the text. A row that says nothing in these three is passed over as an empty line is.
// An error is a [corpus.InputError] that names path and line.
func ReadCoded(path string, r io.Reader) ([]Coded, error) {
	var rows []Coded
	err := readRows(path, r, "a coded set", codedColumns, func(cells map[string]string) error {
		for _, name := range codedColumns {
			if _, ok := cells[name]; !ok {
				return fmt.Errorf("it ends before the column %s", name)
			}
		}
		row := Coded{Doc: corpus.Unguard(cells["doc_id"]), Theme: cells["theme_id"], Label: corpus.LabelDeficit, Quote: corpus.Unguard(cells["quote"])}
		if row.Doc == "" && row.Theme == "" && row.Quote == "" {
			return nil
		}
		if label, ok := cells["label"]; ok {
			row.Label = corpus.Label(label)
		}
		rows = append(rows, row)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return rows, nil
}

// flatten makes one line of a text, as a cell of tab-separated values is.
var flatten = strings.NewReplacer("\t", " ", "\n", " ", "\r", " ")

// CodedTSV writes a coded set as [ReadCoded] reads it.
func CodedTSV(rows []Coded) []byte {
	var b strings.Builder
	b.WriteString("doc_id\ttheme_id\tlabel\tquote\n")
	for _, r := range rows {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", corpus.Guard(flatten.Replace(r.Doc)), r.Theme, r.Label, corpus.Guard(flatten.Replace(r.Quote)))
	}
	return []byte(b.String())
}
