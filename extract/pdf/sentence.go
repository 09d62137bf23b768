package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a line shows of the sentence that it is part of.

const (
	closeBelow = 2.2 // ems from a line of a text to the next, at most
	leastWords = 3   // of a line that is made of words
	leastLines = 3   // of words, to tell by
	proseShare = 0.4 // of the lines of running text that begin within a sentence, at least
)

// startsLower reports whether l begins within a sentence, as far as a small letter tells.
func startsLower(l *line) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.words[0].text, "(\"'“‘"))
	return unicode.IsLower(r)
}

// endsSentence reports whether a line ends as a sentence or a lead-in does.
func endsSentence(l *line) bool {
	text := strings.TrimRight(l.text(), "\"'”’)] ⁰¹²³⁴⁵⁶⁷⁸⁹")
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".?!:;", r)
}

// endsItem reports whether a line ends as the last item but one of a list does.
func endsItem(l *line) bool {
	text := l.text()
	return strings.HasSuffix(text, "; and") || strings.HasSuffix(text, "; or")
}

// joiners are words after which no writer ends a line.
var joiners = map[string]bool{
	"a": true, "an": true, "the": true, "of": true, "to": true, "in": true, "and": true, "or": true, "for": true,
	"by": true, "with": true, "from": true, "at": true, "on": true, "that": true, "is": true, "was": true, "were": true,
	"his": true, "her": true, "their": true, "as": true, "be": true, "had": true, "has": true, "have": true,
}

// endsInJoiner reports whether l ends in such a word.
func endsInJoiner(l *line) bool {
	return joiners[strings.ToLower(l.words[len(l.words)-1].text)]
}

// sentenceGoesOver reports whether a sentence goes on from a to b, close below it.
func sentenceGoesOver(a, b *line) bool {
	apart := b.base - a.base
	return apart > 0 && apart < closeBelow*b.size && startsLower(b) && !endsSentence(a)
}

// hasWords reports whether l is made of words, as a line of text is.
func hasWords(l *line) bool {
	n := 0
	for i := range l.words {
		w := strings.TrimFunc(l.words[i].text, unicode.IsPunct)
		if len(w) > 1 && looksLikeWord(w) {
			n++
		}
	}
	return n >= leastWords
}

// lowerShare is the share of lines, of those made of words, that begin in the
// midst of a sentence; 0 where they are too few.
func lowerShare(ls []*line) float64 {
	lower, long := 0, 0
	for _, l := range ls {
		if !hasWords(l) {
			continue
		}
		long++
		if startsLower(l) {
			lower++
		}
	}
	if long < leastLines || 2*long < len(ls) {
		return 0
	}
	return float64(lower) / float64(long)
}
