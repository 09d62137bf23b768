// Package demo holds 27 fictional case reviews from two fictional areas, as
// files people would have: printed from a browser or exported from a word
// processor, some with an executive summary beside the full report, one DOCX,
// one web page, one copy under another name, one leaflet that is not a review,
// and one scan without text. Any likeness to real people, places or cases is
// chance.
//
// Beside them, in truth.csv, are the codings their author intended, written down
// before any program had read them; the label is none for a passage that names the
// theme and must not count. The sources of the files, and the command that makes
// the files from them, lie in the folders source and build.
package demo

import (
	"embed"
	"io/fs"
)

//go:embed reviews
var reviews embed.FS

// Reviews returns the files of the demonstration, two folders of them.
func Reviews() fs.FS {
	files, err := fs.Sub(reviews, "reviews")
	if err != nil {
		panic(err) // the name is a constant: fs.Sub cannot refuse it
	}
	return files
}
