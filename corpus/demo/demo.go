// Package demo holds 27 fictional case reviews from two fictional areas, as
// files people would have: printed from a browser or exported from a word
// processor, some with an executive summary beside the full report, one DOCX,
// one web page, one copy under another name, one leaflet that is not a review,
// and one scan without text. Any likeness to real people, places or cases is
// chance.
//
// With the files come the codings their author intended, written down before
// any program had read them. The sources of the files, and the command that
// makes the files from them, lie in the folders source and build.
package demo

import (
	"embed"
	"encoding/csv"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed reviews
var reviews embed.FS

//go:embed truth.csv
var truth string

// Reviews returns the files of the demonstration, two folders of them.
func Reviews() fs.FS {
	files, err := fs.Sub(reviews, "reviews")
	if err != nil {
		panic(err) // the name is a constant: fs.Sub cannot refuse it
	}
	return files
}

// Intention is one passage as its author meant it.
type Intention struct {
	File  string // below Reviews
	Theme string // theme id
	// Label is deficit or good_practice for a finding, and none for a trap: a
	// passage that names the theme but must not count.
	Label string
	Quote string
}

// Truth returns every passage the authors intended, in the order of the files.
func Truth() ([]Intention, error) {
	rows, err := csv.NewReader(strings.NewReader(truth)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read the intended codings: %w", err)
	}
	var list []Intention
	for _, row := range rows[1:] {
		list = append(list, Intention{File: row[0], Theme: row[1], Label: row[2], Quote: row[3]})
	}
	return list, nil
}
