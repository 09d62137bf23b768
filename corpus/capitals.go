package corpus

import "strings"

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
			copy(body[b.Span.Start:], titleCase(line))
		}
	}
	if body == nil {
		return t
	}
	mixed := *t
	mixed.Body = string(body)
	return &mixed
}

// allCapitals reports whether line has words and no small letter.
func allCapitals(line string) bool {
	return len(line) >= 6 && !strings.ContainsAny(line, "aeiou") && strings.ContainsAny(line, "AEIOU") && line == strings.ToUpper(line)
}

// keptWords are the words of a title that are not written with a capital alone:
// short ones, and those that stay in capitals.
var keptWords = map[string]string{
	"A": "A", "OF": "of", "AND": "and", "THE": "the", "FOR": "for", "ON": "on", "IN": "in", "TO": "to", "BY": "by",
	"WITH": "with", "UPON": "upon", "FROM": "from", "LSCB": "LSCB", "LSCP": "LSCP", "SCB": "SCB", "SCP": "SCP", "SILP": "SILP",
	"CSPR": "CSPR", "LCSPR": "LCSPR", "SCR": "SCR", "MAY": "May", "BOY": "Boy", "DR": "Dr", "AN": "an", "AT": "at", "AS": "as",
	"WHO": "who", "WAS": "was", "HIS": "his", "HER": "her", "RE": "Re",
}

var (
	// maybeInitials are known words that are initials where calledBy stands before them.
	maybeInitials = Lazily(`^(?:AN|AS|AT|DR|RE)$`)
	calledBy      = Lazily(`(?i)\b(?:baby|child|person|family|adult|sibling) $`)
)

// titleCase writes a line in capitals as a title. Words of three letters and
// fewer stay as they are, for they may be the letters by which a child or an
// author is called, unless they are known.
func titleCase(line string) string {
	out := []byte(line)
	for start := 0; start < len(line); {
		end := start
		for end < len(line) && ('A' <= line[end] && line[end] <= 'Z' || line[end] >= 0x80) {
			end++
		}
		word := line[start:end]
		if kept, ok := keptWords[word]; ok && !(maybeInitials().MatchString(word) && calledBy().MatchString(line[:start])) {
			copy(out[start:], kept)
		} else if len(word) > 3 {
			if small := strings.ToLower(word[1:]); len(small) == len(word)-1 {
				copy(out[start+1:], small)
			}
		}
		start = end + 1
	}
	return string(out)
}
