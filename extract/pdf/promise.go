package pdf

import (
	"maps"
	"regexp"
	"strings"
	"unicode"

	"github.com/ledongthuc/pdf"

	"thematic/corpus"
)

// promises are the headings that a document names elsewhere, in its bookmarks or
// on its contents page: the letters and digits of each.
type promises map[string]bool

// Bounds on the bookmarks that are followed.
const (
	maxBookmarks     = 5000
	maxBookmarkDepth = 16
)

// leastPromise is how many letters and digits a title has that is looked for:
// fewer stand by chance.
const leastPromise = 4

// bookmarks returns what the bookmarks of a file promise.
func bookmarks(r *pdf.Reader) (found promises) {
	found = promises{}
	defer func() { _ = recover() }() // damaged bookmarks cost no text
	left := maxBookmarks
	var follow func(item pdf.Value, depth int)
	follow = func(item pdf.Value, depth int) {
		for ; item.Kind() == pdf.Dict && left > 0 && depth <= maxBookmarkDepth; item = item.Key("Next") {
			left--
			found.add(textString(item.Key("Title").RawString()))
			follow(item.Key("First"), depth+1)
		}
	}
	follow(r.Trailer().Key("Root").Key("Outlines").Key("First"), 1)
	return found
}

func (p promises) add(title string) {
	if key := bareTitle(title); len(key) >= leastPromise {
		p[key] = true
	}
}

// bareTitle folds a title to its lower-case letters and digits.
func bareTitle(title string) string {
	return strings.Map(func(r rune) rune {
		if isWordRune(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, title)
}

// pageAtEnd is the page of a contents entry, and what leads to it.
var pageAtEnd = regexp.MustCompile(`[\s.…·_]+(\d{1,4}|[ivxl]{1,6})$`)

// contents adds what the contents pages of the document promise.
func (p promises) contents(d *document) {
	for _, b := range d.blocks {
		if b.kind == corpus.BlockContents {
			p.add(pageAtEnd.ReplaceAllString(d.linesText(b.lines), ""))
		}
	}
}

// promisedLines is the most lines of a heading that is known by its words alone.
const promisedLines = 3

// markPromised takes for headings the blocks that are set as the text is and
// whose words a bookmark or the contents page gives.
func (d *document) markPromised() {
	promised := maps.Clone(d.promised)
	if promised == nil {
		promised = promises{}
	}
	promised.contents(d)
	for _, b := range d.blocks {
		if b.kind != corpus.BlockParagraph && b.kind != corpus.BlockBullet || len(b.lines) > promisedLines || b.label.bullet {
			continue
		}
		title := bareTitle(d.linesText(b.lines))
		if promised[title] || promised[bareTitle(b.number)+title] {
			b.kind = corpus.BlockHeading
		}
	}
}
