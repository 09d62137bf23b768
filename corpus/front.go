package corpus

import "strings"

// front is the beginning of a document, where it says what it is: the blocks
// up to the contents page or, without one, the first page and a little more.
type front struct {
	blocks []Block
	text   *Text
}

// maxFrontBlocks bounds the front of a document that has no contents page.
const maxFrontBlocks = 40

// A contents page that a document begins with, as on the web, is passed over.
func frontOf(t *Text) front {
	f, start := front{text: t}, 0
	for i, b := range t.Blocks {
		page, _ := t.PageAt(b.Span.Start)
		contents := b.Kind == BlockContents || b.Kind == BlockHeading && strings.EqualFold(strings.TrimSpace(t.Slice(b.Span)), "contents")
		if i >= maxFrontBlocks || page.Number > 2 || contents && f.blocks != nil {
			break
		}
		if contents {
			start = i + 1
			continue
		}
		f.blocks = t.Blocks[start : i+1]
	}
	return f
}

// end is where the front ends in the body, which it is the beginning of.
func (f front) end() int {
	if len(f.blocks) == 0 {
		return 0
	}
	return f.blocks[len(f.blocks)-1].Span.End
}

// cover returns the blocks before the first that reads like running
// text, which on a report are its title, board, author and date. A table on
// another page is no more of it.
func (f front) cover() []Block {
	var first Page
	for i, b := range f.blocks {
		if i == 0 {
			first, _ = f.text.PageAt(b.Span.Start)
		}
		if CountWords(f.text.Slice(b.Span)) > 30 || b.Kind == BlockTableRow && b.Span.Start >= first.Span.End {
			return f.blocks[:i]
		}
	}
	return f.blocks
}

// A title has at most so many lines, of so many words each, or as many as
// longestHeading where one looks like a heading; what is longer on a cover is a
// sentence about the report.
const (
	mostTitleLines   = 8
	longestTitleLine = 12
	longestHeading   = 25
)

// titleLines returns the spans of the short lines that a cover begins with, up
// to the heading of its first section.
func (f front) titleLines() []Span {
	var lines []Span
	body := false // whether a line that is no heading came before
	for _, b := range f.cover() {
		line := f.text.Slice(b.Span)
		if len(lines) == mostTitleLines || len(lines) > 0 && b.Number != "" || body && b.Kind == BlockHeading && f.opensSection(b) {
			break
		}
		body = body || b.Kind != BlockHeading
		words, heading, sentence := CountWords(line), b.Kind == BlockHeading, strings.HasSuffix(line, ".")
		if words <= longestTitleLine && (heading || !sentence) || words <= longestHeading && heading && !sentence {
			lines = append(lines, b.Span)
		}
	}
	return lines
}

// opensSection reports whether a heading is that of a section and no title.
func (f front) opensSection(b Block) bool {
	switch f.text.SectionOf(b).Kind {
	case SectionUnknown, SectionCover, SectionSummary:
		return false
	}
	return true
}

// evidence returns where a block stands and what it says.
func (f front) evidence(b Block) Evidence { return f.text.evidence(b.Span) }

// part is the fact that stands in a block between two offsets of its text.
func (f front) part(b Block, start, end int) Fact {
	span := Span{b.Span.Start + start, b.Span.Start + end}
	return Fact{strings.Trim(f.text.Slice(span), " ,"), f.text.evidence(span)}
}
