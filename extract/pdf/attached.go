package pdf

import (
	"path/filepath"
	"strings"

	"github.com/ledongthuc/pdf"
)

// Bounds on the tree of attached files that is followed.
const (
	maxAttached      = 1000
	maxAttachedDepth = 16
)

// attached returns the names of the documents that a file holds beside its pages, as a
// portfolio does, in the order of its tree of names. The settings of printers and
// the like, which programs attach by themselves, are not among them, and none of a file
// whose names were not decrypted.
func attached(r *pdf.Reader) (names []string) {
	defer func() { _ = recover() }() // a damaged tree costs no text
	if !r.Trailer().Key(wasEncrypted).IsNull() {
		return nil
	}
	left := maxAttached
	var follow func(node pdf.Value, depth int)
	follow = func(node pdf.Value, depth int) {
		if left--; left < 0 || depth > maxAttachedDepth {
			return
		}
		for i, pairs := 1, node.Key("Names"); i < pairs.Len() && len(names) < maxAttached; i += 2 {
			file := pairs.Index(i)
			name := clean(textString(file.Key("UF").RawString()))
			if name == "" {
				name = clean(textString(file.Key("F").RawString()))
			}
			if isDocument(name) {
				names = append(names, name)
			}
		}
		for i, kids := 0, node.Key("Kids"); i < kids.Len(); i++ {
			follow(kids.Index(i), depth+1)
		}
	}
	follow(r.Trailer().Key("Root").Key("Names").Key("EmbeddedFiles"), 1)
	return names
}

// isDocument reports whether a file of that name may be a report.
func isDocument(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".pdf", ".docx", ".docm", ".doc", ".odt", ".rtf", ".html", ".htm", ".txt", ".zip", ".msg", ".eml":
		return true
	}
	return false
}
