package themes

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"thematic/corpus"
)

// What no person would call a sentence is cut, so that work on one is bounded.
const (
	maxSentenceWords = 200
	maxSentenceBytes = 4000
	maxStops         = 256 // bytes of stops and closing quotes in a row
	maxNoteBytes     = 12  // of the raised digits of a note mark: four of three bytes
)

// raisedDigits are those of the marks of notes.
const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// appendSentences appends the sentences of text to out. The spans are offsets into
// text, follow one another without overlap, and cover everything but space between
// them.
func appendSentences(out []corpus.Span, text string) []corpus.Span {
	start, words := 0, 0
	add := func(end int) {
		if s, ok := trimSpan(text, start, end); ok {
			out = append(out, s)
		}
		start, words = end, 0
	}
	for i := 0; i < len(text); {
		if i+8 <= min(len(text), start+maxSentenceBytes-1) && words+8 < maxSentenceWords {
			n, spaces := dull(eight(text[i:]))
			i, words = i+n, words+spaces
			if n == 8 {
				continue
			}
		}
		c := text[i]
		if i-start >= maxSentenceBytes && utf8.RuneStart(c) {
			add(i)
		}
		switch {
		case c == ' ':
			if words++; words >= maxSentenceWords {
				add(i)
			}
			i++
		case c == '.' || c == '?' || c == '!':
			end := closers(text, i)
			if stop := sentenceEnd(text, start, i, end); stop > 0 {
				add(stop)
			}
			i = end
		case c == '\t' || c == '\n':
			add(i)
			i++
		case c < utf8.RuneSelf:
			i++
		default:
			r, n := utf8.DecodeRuneInString(text[i:])
			if r == '•' || r == '▪' || r == '◼' || r == '\uf0b7' || r == '\uf0a7' {
				add(i)
			}
			i += n
		}
	}
	add(len(text))
	return out
}

// dull returns how many of eight bytes, the first lowest, come before one at which a
// sentence can end, and how many of these are spaces. It compares all bytes at once:
// of two bytes below 128, the sum of their exclusive or and 127 is 128 or more unless
// they are the same.
func dull(bytes uint64) (n, spaces int) {
	const each, low, high = 0x0101010101010101, 0x7F7F7F7F7F7F7F7F, 0x8080808080808080
	b := bytes & low
	other := (b ^ '.'*each + low) & (b ^ '?'*each + low) & (b ^ '!'*each + low) & (b + (128-' ')*each) &^ bytes & high
	n = bits.TrailingZeros64(other^high) / 8
	return n, bits.OnesCount64(^(b ^ ' '*each + low) & high << (64 - 8*n))
}

func trimSpan(text string, start, end int) (corpus.Span, bool) {
	for start < end && isSpace(text[start]) {
		start++
	}
	for start < end && isSpace(text[end-1]) {
		end--
	}
	return corpus.Span{Start: start, End: end}, start < end
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' }

// closers returns the end of the run of stops, closing quotes, brackets and
// footnote digits at i.
func closers(text string, i int) int {
	for start := i; i < len(text) && i-start < maxStops; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune(".?!…\"'’”)]", r) {
			break
		}
		i += n
	}
	return i
}

// sentenceEnd returns where the sentence that began at start ends, given a run
// of stops from i to end, or 0 where it goes on.
func sentenceEnd(text string, start, i, end int) int {
	after := footnote(text, end)
	if after >= len(text) {
		return len(text)
	}
	if !isSpace(text[after]) {
		return 0
	}
	next := firstOf(text[after:])
	if unicode.IsLower(next) || strings.ContainsRune(",;:)-–", next) {
		return 0
	}
	if text[i] != '.' {
		return after
	}
	word := wordBefore(text, start, i)
	switch {
	case word == "" && end-i == 1 && !closed(text[start:i]), isNumber(text[start:i]):
		return 0
	case end-i == 1 && abbreviation(text[start:i], text[i+1:], word, next):
		return 0
	}
	return after
}

// closed reports whether a sentence that is read up to its stop ends with a closing
// quote or bracket or the mark of a note and is more than the letter of a list: "(a)".
func closed(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune("\"'’”)]"+raisedDigits, r) && len(s) > len("(iii)")
}

// footnote returns the end of a note mark glued to a stop: of one or two digits,
// or of raised ones, which can be nothing else.
func footnote(text string, end int) int {
	i := end
	for i < len(text) && text[i] >= utf8.RuneSelf && i-end < maxNoteBytes {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !strings.ContainsRune(raisedDigits, r) {
			break
		}
		i += n
	}
	if i > end {
		return i
	}
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	if i-end > 2 || i == len(text) || !isSpace(text[i]) || i == end || end < 2 || text[end-2] >= '0' && text[end-2] <= '9' {
		return end
	}
	return i
}

// firstOf returns the first letter or digit of s past spaces, quotes and
// opening brackets, or the first other rune.
func firstOf(s string) rune {
	for i, r := range s {
		if i > 20 {
			break
		}
		if !unicode.IsSpace(r) && !strings.ContainsRune("\"'‘“([", r) {
			return r
		}
	}
	return 0
}

// wordBefore returns the word, with the stops inside it, that ends at i.
func wordBefore(text string, start, i int) string {
	j := i
	for j > start && i-j < 24 {
		r, n := utf8.DecodeLastRuneInString(text[start:j])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' {
			break
		}
		j -= n
	}
	return text[j:i]
}

// isNumber reports whether s is a list number such as "3", "4.12" or "iv".
func isNumber(s string) bool {
	if len(s) > 12 {
		return false
	}
	s = strings.TrimSpace(s)
	return s != "" && len(s) < 8 && strings.Trim(s, "0123456789.ivx()") == ""
}

var (
	titles = wordSet(`dr drs mr mrs ms prof rev cllr st sgt insp supt hon messrs capt det jr fr`)
	latin  = wordSet(`e.g i.e eg ie cf viz al incl vs approx ca`)
	// beforeNumbers are abbreviations only where a number follows.
	beforeNumbers = wordSet(`p pp para paras fig figs no nos vol s ss sec ch art reg tel ext ref app
		jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun yr wk`)
	// starters are words that begin sentences, to tell "Child J. She" from
	// "J. Smith".
	starters = wordSet(`The This That These Those She He It They There In On At As After Although When While
		However A An Both No His Her Their Its By For From If Mother Father Professionals Practitioners Agencies
		Children Police Health Social Following During Despite Since Before Such Some Many Most All Each Nor Not`)
)

// abbreviation reports whether a stop between two texts belongs to the word before it,
// where next is the first letter after it.
func abbreviation(before, after, word string, next rune) bool {
	lower := strings.ToLower(word)
	switch {
	case titles[lower], latin[lower]:
		return true
	case beforeNumbers[lower]:
		return unicode.IsDigit(next)
	case utf8.RuneCountInString(word) == 1 && unicode.IsUpper(firstOf(word)):
		return !starters[firstWord(after)] && !labelled(before)
	case strings.Count(word, ".") > 0 && len(word) <= 5 && unicode.IsLetter(firstOf(word)):
		return !starters[firstWord(after)] && lower != "a.m" && lower != "p.m"
	}
	return false
}

// labelled reports whether the capital that ends s is the name a review gives
// a person, as in "Child J".
func labelled(s string) bool {
	words := strings.Fields(s[max(0, len(s)-40):])
	if len(words) < 2 {
		return false
	}
	switch strings.ToLower(words[len(words)-2]) {
	case "child", "baby", "adult", "mother", "father", "sibling", "family", "infant", "hospital", "school", "worker", "vitamin", "section", "part", "appendix", "grade":
		return true
	}
	return false
}

func firstWord(s string) string {
	s = strings.TrimLeft(s, " \"'‘“([")
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return s[:i]
		}
	}
	return s
}
