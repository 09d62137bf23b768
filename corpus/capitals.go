package corpus

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// inMixedCase returns t with the lines of its front that are all in capitals
// written as titles are: CHILD T, AGED TWO becomes Child T, Aged Two. Offsets
// stay what they are. Without such a line it returns t itself.
func (t *Text) inMixedCase() *Text {
	var body []byte
	for _, b := range frontOf(t).blocks {
		if line := t.Slice(b.Span); allCapitals(line) {
			if body == nil {
				body = []byte(t.Body)
			}
			copy(body[b.Span.Start:], titleCase(line, t.writes))
		}
	}
	if body == nil {
		return t
	}
	mixed := *t
	mixed.Body = string(body)
	return &mixed
}

// leastWritten is how often a short word stands in a text at the least, written as a name
// is, that is written so where a title has it in capitals.
const leastWritten = 3

// writes reports whether the text has a word of a title in capitals as a name: "Sam" for SAM.
func (t *Text) writes(word string) bool {
	name := regexp.MustCompile(`\b` + asName(word) + `\b`)
	return len(name.FindAllStringIndex(t.Body, leastWritten)) == leastWritten
}

// asName returns a word in capitals with its first letter alone as one.
func asName(word string) string {
	_, first := utf8.DecodeRuneInString(word)
	return word[:first] + strings.ToLower(word[first:])
}

// allCapitals reports whether line has words and no small letter.
func allCapitals(line string) bool {
	return !strings.ContainsAny(line, "aeiou") && strings.ContainsAny(line, "AEIOU") && line == strings.ToUpper(line)
}

// longestLetters is how long a line is at the most that may be letters alone.
const longestLetters = 5

// keptWords are the words of a title that are not written with a capital alone:
// short ones, and those that stay in capitals.
var keptWords = map[string]string{
	"A": "A", "OF": "of", "AND": "and", "THE": "the", "FOR": "for", "ON": "on", "IN": "in", "TO": "to", "BY": "by",
	"WITH": "with", "UPON": "upon", "FROM": "from", "LSCB": "LSCB", "LSCP": "LSCP", "SCB": "SCB", "SCP": "SCP", "SILP": "SILP",
	"CSPR": "CSPR", "LCSPR": "LCSPR", "SCR": "SCR", "CPR": "CPR", "APR": "APR", "SUSR": "SUSR", "MAY": "May", "BOY": "Boy", "DR": "Dr", "AN": "an", "AT": "at", "AS": "as",
	"WHO": "who", "WAS": "was", "HIS": "his", "HER": "her", "RE": "Re",
}

var (
	// upperWord is a word of a line in capitals: CHILDREN'S is one, and O'DELL two.
	upperWord = Lazily(`\p{L}+(?:['’]S\b)?`)
	// maybeInitials are known words that are initials where calledBy stands before them.
	maybeInitials = Lazily(`^(?:AN|AS|AT|DR|RE)$`)
	calledBy      = Lazily(`(?i)\b(?:baby|child|person|family|adult|sibling) $`)
)

// titleCase writes a line in capitals as a title. Words of three letters and fewer, and
// those of lines as short as longestLetters, stay as they are, for they may be the letters
// by which a child, a board or an author is called, unless they are known or the text
// writes them as names.
func titleCase(line string, writes func(word string) bool) string {
	out := []byte(line)
	for _, at := range upperWord().FindAllStringIndex(line, -1) {
		word := line[at[0]:at[1]]
		if kept, ok := keptWords[word]; ok && !(maybeInitials().MatchString(word) && calledBy().MatchString(line[:at[0]])) {
			copy(out[at[0]:], kept)
		} else if len(word) > 3 && len(line) > longestLetters || len(word) > 2 && writes(word) {
			if written := asName(word); len(written) == len(word) {
				copy(out[at[0]:], written)
			}
		}
	}
	return string(out)
}
