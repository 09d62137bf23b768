package analysis

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"thematic/corpus"
)

// RuleAdded is the rule of passages that a person added.
const RuleAdded = "added"

const missedByProgram = "the program did not see it"

// AddedID returns the id of a passage that a person adds to a document.
func AddedID(document corpus.ID, theme string, label corpus.Label, quote string) string {
	return passageID("a", string(document), theme, string(label), letters(quote))
}

// passageID makes an id of what a passage is known by.
func passageID(kind string, parts ...string) string {
	hash := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return fmt.Sprintf("%s%x", kind, hash[:6])
}

// placeQuote finds the one place where the words of quote stand in a text. A page
// narrows it, where the file has pages; 0 does not. Of whole sentences that stand several
// times on a page, or in a file without pages, it is the first: no more of their words
// could tell which is meant. The reason says why there is no such place, or several.
func placeQuote(text *corpus.Text, quote string, page int) (place corpus.Span, reason string) {
	all := text.Find(quote)
	if len(all) == 0 {
		return place, "its words do not stand in the text of the file as it was read: copy them from the page, without leaving any out"
	}
	if !text.Paged() {
		if len(all) > 1 && !wholeSentences(text, all[0]) {
			return place, fmt.Sprintf("its words stand %d times in the file: give more of them", len(all))
		}
		return all[0], ""
	}
	var here []corpus.Span
	for _, s := range all {
		first, last := pagesOf(text, s)
		if page == 0 || first <= page && page <= last {
			here = append(here, s)
		}
	}
	switch {
	case len(here) == 1 || len(here) > 1 && onePage(text, here) && wholeSentences(text, here[0]):
		return here[0], ""
	case len(here) == 0:
		return place, fmt.Sprintf("its words do not stand on page %d but on %s", page, pagesNamed(text, all))
	case page == 0:
		return place, fmt.Sprintf("its words stand %d times in the file, on %s: give the page, or more words", len(all), pagesNamed(text, all))
	}
	return place, fmt.Sprintf("its words stand %d times on page %d: give more of them", len(here), page)
}

// wholeSentences reports whether a span begins where a sentence or a block does, and ends
// so.
func wholeSentences(text *corpus.Text, s corpus.Span) bool {
	block, ok := text.BlockAt(s.Start)
	if !ok || s.End > block.Span.End {
		return false
	}
	const ends, beside = ".?!", "\"'“”‘’() \n"
	before := strings.TrimRight(text.Body[block.Span.Start:s.Start], beside)
	after := strings.TrimLeft(text.Body[s.End:block.Span.End], beside)
	return (before == "" || strings.ContainsAny(before[len(before)-1:], ends)) && (after == "" || strings.ContainsAny(after[:1], ends))
}

// onePage reports whether spans begin on one page.
func onePage(text *corpus.Text, spans []corpus.Span) bool {
	first, _ := pagesOf(text, spans[0])
	last, _ := pagesOf(text, spans[len(spans)-1])
	return first == last
}

// pagesNamed names the pages on which spans begin, each once: "page 2", "pages 1, 2".
func pagesNamed(text *corpus.Text, spans []corpus.Span) string {
	var pages []string
	for _, s := range spans {
		first, _ := pagesOf(text, s)
		pages = append(pages, fmt.Sprint(first))
	}
	pages = slices.Compact(pages)
	if len(pages) == 1 {
		return "page " + pages[0]
	}
	return "pages " + corpus.Some(pages)
}

// pagesOf returns the first and the last page of a span.
func pagesOf(text *corpus.Text, s corpus.Span) (first, last int) {
	a, _ := text.PageAt(s.Start)
	b, _ := text.PageAt(max(s.Start, s.End-1))
	return a.Number, b.Number
}

// AddedCoding returns the coding of a passage that a person adds: a decision with
// Added, on a document whose text is given. Its status is that without the
// decision, rejected. The reason says why the passage cannot be found.
func AddedCoding(d corpus.Decision, text *corpus.Text) (coding corpus.Coding, reason string) {
	place, reason := placeQuote(text, d.Quote, d.Page)
	if reason != "" {
		return coding, reason
	}
	block, ok := text.BlockAt(place.Start)
	if !ok {
		block.Section = -1
	}
	coding = text.Cited(place, block)
	coding.PassageID, coding.Document, coding.File, coding.Theme, coding.Label = d.PassageID, d.Document, d.File, d.Theme, d.Label
	coding.Status, coding.Reason, coding.Rule, coding.Score, coding.Match = corpus.Rejected, missedByProgram, RuleAdded, 1, place
	return coding, ""
}
