package pdf

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ledongthuc/pdf"

	"thematic/corpus"
)

// Bounds on the tree of attached files that is followed.
const (
	maxAttached      = 1000
	maxAttachedDepth = 16
)

// attachedBeside adds the documents that a file holds beside its pages, as a portfolio
// does, in the order of its tree of names.
func (s *source) attachedBeside(r *pdf.Reader) {
	defer func() { _ = recover() }() // a damaged tree costs no text
	left := maxAttached
	var follow func(node pdf.Value, depth int)
	follow = func(node pdf.Value, depth int) {
		if left--; left < 0 || depth > maxAttachedDepth {
			return
		}
		for i, pairs := 1, node.Key("Names"); i < pairs.Len() && len(s.attached) < maxAttached; i += 2 {
			s.attach(pairs.Index(i))
		}
		for i, kids := 0, node.Key("Kids"); i < kids.Len(); i++ {
			follow(kids.Index(i), depth+1)
		}
	}
	follow(r.Trailer().Key("Root").Key("Names").Key("EmbeddedFiles"), 1)
}

// attach adds the document that a file specification names, once. The settings of printers
// and the like, which programs attach by themselves, are none.
func (s *source) attach(file pdf.Value) {
	name := clean(textString(file.Key("UF").RawString()))
	if name == "" {
		name = clean(textString(file.Key("F").RawString()))
	}
	s.attached = addAttached(s.attached, name)
}

// addAttached adds a name to those of the documents that are attached to a file, once.
func addAttached(names []string, name string) []string {
	if !isDocument(name) || len(names) >= maxAttached || slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}

// warnOfAttached says which documents are attached to the file of a text.
func warnOfAttached(text *corpus.Text, names []string) {
	if len(names) > 0 {
		text.Warnings = append(text.Warnings, fmt.Sprintf("%s attached to it and not read (%s): save the reports among them into the folder", corpus.Quantity(len(names), "document"), corpus.Some(names)))
	}
}

// isDocument reports whether a file of that name may be a report.
func isDocument(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".pdf", ".docx", ".docm", ".doc", ".odt", ".rtf", ".html", ".htm", ".txt", ".zip", ".msg", ".eml":
		return true
	}
	return false
}
