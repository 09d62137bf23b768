package pdf

import (
	"math"
	"regexp"
	"strconv"
	"unicode"
	"unicode/utf8"

	"thematic/corpus"
)

// A number before a heading or a paragraph is no part of its text. Most are labels of
// their lines; that of "2 Methodology" is found here.

// month finds a date, whose day is no such number.
var month = regexp.MustCompile(`^(` + corpus.Months + `)\b`)

// findNumber looks for a number at the head of a heading that nothing but a space
// sets off, as in "2 Methodology".
func (b *block) findNumber() bool {
	ws := b.lines[0].words
	if b.label.words > 0 || len(ws) < 2 || !numberLabel.MatchString(ws[0].text) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(ws[1].text); !unicode.IsUpper(r) || month.MatchString(ws[1].text) {
		return false
	}
	b.label = label{text: ws[0].text, words: 1, depth: 1}
	return true
}

// takeBareNumbers takes the numbers of headings from their text where they count:
// from 1, or with another before, behind or within it. That of "7 Minute
// Briefing" does not.
func (d *document) takeBareNumbers(headings []*block) {
	counted := map[string]bool{}
	for _, b := range d.blocks {
		if b.number != "" {
			counted[b.number] = true
		}
	}
	for _, b := range headings {
		counted[b.label.text] = true
	}
	for _, b := range headings {
		n, _ := strconv.Atoi(b.label.text)
		if n != 1 && !counted[strconv.Itoa(n-1)] && !counted[strconv.Itoa(n+1)] && !counted[b.label.text+".1"] {
			b.label = label{}
		}
		d.takeNumber(b)
	}
}

// takeNumber moves the label of b out of its text, where it is no sign.
func (d *document) takeNumber(b *block) {
	if b.label.words == 0 || b.label.sign {
		return
	}
	first := *b.lines[0]
	if len(first.words) <= b.label.words && len(b.lines) == 1 {
		b.label = label{} // nothing but the label: it is the text
		return
	}
	b.number = b.label.text
	if first.words = first.words[b.label.words:]; len(first.words) == 0 {
		b.lines = b.lines[1:]
		return
	}
	b.lines[0] = &first
}

// Numbers that count on under one heading after another are those of the
// paragraphs of a report, and no list's.
const (
	leastCounted  = 5 // of them
	leastHeadings = 2 // that they count on under
	mostCounts    = 50
)

// counting is a count of numbered blocks that all begin at one place.
type counting struct {
	blocks   []*block
	marked   int // of them are taken for paragraphs
	number   int // of the last
	heading  int // headings before the last
	headings int // that it counted on under
}

// markCounted takes for paragraphs the list items whose numbers count on through
// the document, as where numbers stand to the right of headings in the margin.
func (d *document) markCounted() {
	var counts []*counting
	headings := 0
	for _, b := range d.blocks {
		if b.kind == corpus.BlockHeading {
			headings++
		}
		if b.kind != corpus.BlockBullet || b.label.depth != 1 {
			continue
		}
		n, err := strconv.Atoi(b.number)
		if err != nil {
			continue
		}
		at := len(counts) - 1
		for at >= 0 && !counts[at].takes(b, n) {
			at--
		}
		if at < 0 {
			counts = append(counts[max(0, len(counts)-mostCounts):], &counting{blocks: []*block{b}, number: n, heading: headings})
			continue
		}
		c := counts[at]
		counts = counts[:at+1] // what was counted since stands within a paragraph
		c.headings += min(headings-c.heading, 1)
		c.blocks, c.number, c.heading = append(c.blocks, b), n, headings
		if len(c.blocks) >= leastCounted && c.headings >= leastHeadings {
			for _, o := range c.blocks[c.marked:] {
				o.kind = corpus.BlockParagraph
			}
			c.marked = len(c.blocks)
		}
	}
}

// takes reports whether b, with the number n, is the next of c.
func (c *counting) takes(b *block, n int) bool {
	const same = 4 // points by which they may differ
	return n == c.number+1 && math.Abs(b.label.left-c.blocks[0].label.left) < same
}
