package plain

import (
	"strconv"
	"strings"

	"thematic/corpus"
)

// The most of a heading.
const (
	headingWords = 14
	plainWords   = 12 // of one that nothing marks but its shortness
	nameWords    = 2  // of one that ends in a colon
)

// Levels of headings without a number.
const (
	capitalsLevel = 1
	plainLevel    = 2
	innerLevel    = 3 // in a text whose main headings have numbers
)

// isShort reports whether text could be a heading by its length and its end.
func (l *layout) isShort(text string) bool {
	if name, ok := strings.CutSuffix(text, ":"); ok && hasAtMost(nameWords, text) {
		text = name // "References:"
	}
	return hasAtMost(headingWords, text) && !endsSentence(text) &&
		!strings.HasSuffix(text, ",") && !strings.HasSuffix(text, "-")
}

// stem is the number of a heading without the letter behind it, 6 for 6a.
func stem(number string) string { return strings.TrimRight(number, "abcdefgh") }

// hasAtMost reports whether text has at most n words.
func hasAtMost(n int, text string) bool {
	for range strings.FieldsSeq(text) {
		if n--; n < 0 {
			return false
		}
	}
	return true
}

// heading reports whether the line i is a heading, and of which level.
func (l *layout) heading(i int) (corpus.Block, bool) {
	p := l.lines[i]
	if !l.mayOpen(p) || noHeading.MatchString(p.text) || leaderRow.MatchString(p.text) {
		return corpus.Block{}, false
	}
	block := corpus.Block{Kind: corpus.BlockHeading, Level: plainLevel}
	if l.numbered {
		block.Level = innerLevel
	}
	asks := strings.HasSuffix(p.text, "?") && (p.gap && l.gapAfter(i) || l.bulletAfter(i))
	if !l.isShort(p.text) && !asks {
		return block, false
	}
	switch number := headingNumber(p.text); {
	case number != "" && !l.numbers[stem(number)]:
		return block, false // "1a Heart failure", of a list without 1
	case number != "":
		block.Level = 1 + strings.Count(number, ".")
		return block, (l.opensText(i) || l.isNext(i, number)) && !l.flowsOn(i)
	case isCapitals(p.text) && (!startsLower(l.after(i)) || itemLabel.MatchString(l.after(i))):
		block.Level = capitalsLevel
		return block, true
	case headingWord.MatchString(p.text) && l.opensText(i):
		return block, true
	}
	short := float64(p.length+p.indent) < fullMidway*float64(l.width) || !l.wraps && p.length < 100
	return block, short && hasAtMost(plainWords, p.text) && startsUpper(p.text) && l.opensText(i)
}

// isNext reports whether number, of the line i, is that of the next section: what
// follows may be a table.
func (l *layout) isNext(i int, number string) bool {
	return l.numbered && l.section > 0 && number == strconv.Itoa(l.section+1) &&
		(l.gapAfter(i) || !startsLower(l.after(i)))
}

// mayOpen reports whether p can open a block: after a gap, at the top of a page,
// after a heading, or after what ends a sentence or is not full.
func (l *layout) mayOpen(p placed) bool {
	switch {
	case !l.open, p.top && endsSentence(l.last.text), l.block.Kind == corpus.BlockHeading:
		return true
	case p.top:
		return !l.goesOn(p)
	}
	return p.gap || endsSentence(l.last.text) || !l.goesOn(p)
}

// after returns the text of the line after i, "" at the end.
func (l *layout) after(i int) string {
	if i+1 < len(l.lines) {
		return l.lines[i+1].text
	}
	return ""
}

func (l *layout) gapAfter(i int) bool {
	return i+1 < len(l.lines) && (l.lines[i+1].gap || l.lines[i+1].top)
}

// bulletAfter reports whether the line after i is a list item.
func (l *layout) bulletAfter(i int) bool {
	_, _, bullet := cutBullet(l.after(i), false)
	return bullet && l.after(i) != ""
}

// flowsOn reports whether the line i is full and the next one is no block of its
// own: a numbered paragraph and its second line.
func (l *layout) flowsOn(i int) bool {
	if !l.wraps || l.gapAfter(i) || i+1 >= len(l.lines) {
		return false
	}
	p, next := l.lines[i], l.lines[i+1]
	full := float64(p.length+p.indent+1+len(firstWord(next.text))) >= fullMidway*float64(l.width)
	return full && !l.isNumber(next.text) && !paragraphNo.MatchString(next.text)
}

// opensText reports whether what follows the line i is the beginning of text: a
// long line, a sentence, a bullet, a numbered paragraph, or one more heading
// that has a number or capitals.
func (l *layout) opensText(i int) bool {
	if i+1 >= len(l.lines) {
		return false
	}
	next := l.lines[i+1]
	bullet := l.bulletAfter(i)
	switch {
	case startsLower(next.text) && !next.gap && !bullet:
		return false
	case noHeading.MatchString(next.text):
		return false
	case bullet, l.isNumber(next.text), paragraphNo.MatchString(next.text), headingNumber(next.text) != "",
		itemLabel.MatchString(next.text), isCapitals(next.text), headingWord.MatchString(next.text):
		return true
	case endsSentence(next.text):
		return true
	}
	if float64(next.length+next.indent) >= fullMidway*float64(l.width) || !l.wraps && next.length >= 60 {
		return true
	}
	// A heading may stand over another, if that one opens text.
	if i+2 >= len(l.lines) || !l.isShort(next.text) || !startsUpper(next.text) {
		return false
	}
	after := l.lines[i+2]
	return l.wraps && after.length > l.width*3/4 || l.isNumber(after.text) || paragraphNo.MatchString(after.text)
}
