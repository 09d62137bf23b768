package corpus

import "strings"

var (
	headingNumber   = Lazily(`^\s*(\d{1,2}(?:\.\d{1,3}){1,4}[a-z]?[.):]?|\d{1,2}[a-z]?[.):])\s+(\S)`)
	bareNumber      = Lazily(`^\s*(\d{1,2}[a-z]?)\s+(\p{Lu})`)
	dateStart       = Lazily(`^\s*\d{1,2}\s+(` + Months + `)\b`)
	paragraphNumber = Lazily(`^\s*(\d{1,2}(?:\.\d{1,3}){1,4}\.?|\d{1,3}[.)])\s+([\p{Lu}'"(\[‘“]|(?:19|20)\d\d\b)`)
)

// SplitNumber parts the number at the beginning of a heading ("5.3 Analysis",
// "2. Method") or of a numbered paragraph ("4.12 The plan") from the rest. A
// number that may be part of the sentence ("12 children", "2014 was", "3 May")
// stays. It returns "" and text where there is none.
func SplitNumber(kind BlockKind, text string) (number, rest string) {
	pattern := paragraphNumber
	if kind == BlockHeading {
		pattern = headingNumber
	}
	m := pattern().FindStringSubmatchIndex(text)
	if m == nil && kind == BlockHeading && !dateStart().MatchString(text) {
		m = bareNumber().FindStringSubmatchIndex(text)
	}
	if m == nil {
		return "", text
	}
	return cleanNumber(text[m[2]:m[3]]), text[m[4]:]
}

func cleanNumber(s string) string { return strings.TrimRight(CleanLine(s), ".) ") }
