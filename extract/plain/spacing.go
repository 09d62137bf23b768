package plain

import (
	"regexp"
	"slices"
)

// How a text is known that has a blank line after every line, as one has that was
// copied from a site of documents: of the lines that follow another, almost all
// come after a blank one, and no few of them go on with a sentence that a full
// line before them began; and sentences end within lines, as in no list of items.
const (
	spacedPart  = 0.9
	brokenPart  = 0.15
	brokenLeast = 5   // sentences that show it
	endsPart    = 0.2 // sentences that end within a line, for each of those
)

var endsWithin = regexp.MustCompile(`\pL{3}[.?!] \p{Lu}`)

// closeUp takes a single blank line before a line for nothing, where the text has
// one before every line. Two and more still set a line off.
func closeUp(pages []page) {
	if !spacedOut(pages) {
		return
	}
	for _, p := range pages {
		for i := range p.lines {
			p.lines[i].gap = p.lines[i].blanks > 1
		}
	}
}

// spacedOut reports whether a text has a blank line after every line.
func spacedOut(pages []page) bool {
	width := fullLength(lengthsOf(pages))
	if width > wrapMost {
		return false
	}
	following, spaced, broken, ends := 0, 0, 0, 0 // of the lines
	for _, p := range pages {
		for i := 1; i < len(p.lines); i++ {
			last, next := p.lines[i-1], p.lines[i]
			following++
			if next.blanks == 0 {
				continue
			}
			spaced++
			if endsWithin.MatchString(next.text) {
				ends++
			}
			full := float64(last.length+1+len(firstWord(next.text))) >= fullMidway*float64(width)
			if full && next.blanks == 1 && !endsSentence(last.text) && startsLower(next.text) {
				broken++
			}
		}
	}
	if float64(ends) < endsPart*float64(broken) {
		return false
	}
	return float64(spaced) >= spacedPart*float64(following) && broken >= brokenLeast && float64(broken) >= brokenPart*float64(following)
}

// lengthsOf returns the lengths of the lines of the pages, in order, but for the
// rows of a contents page with leaders.
func lengthsOf(pages []page) []int {
	var lengths []int
	for _, p := range pages {
		for _, l := range p.lines {
			if !leaderRow.MatchString(l.text) {
				lengths = append(lengths, l.length)
			}
		}
	}
	slices.Sort(lengths)
	return lengths
}

// fullLength returns how long a full line is, of the lengths of all in order: 0
// where there are none.
func fullLength(lengths []int) int {
	if len(lengths) == 0 {
		return 0
	}
	return lengths[(len(lengths)-1)*95/100]
}
