package plain

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"thematic/corpus"
)

// bulletSigns are what lists are marked with, beside the private-use characters
// of symbol fonts. The dashes and the asterisk are bullets only where a line
// cannot be the middle of a sentence.
const (
	bulletSigns = "•◦▪▫●○■□◼◻◾◽‣⁃∙·►▶▸➢➤➔❖❑❒✓✔⬤"
	dashSigns   = "-–—*"
)

// cutBullet parts a bullet from the text behind it. Where the line could go on
// from the one before, a dash is none. A bullet on a line of its own has no
// text.
func cutBullet(text string, midway bool) (rest string, inner, ok bool) {
	sign, size := utf8.DecodeRuneInString(text)
	rest = text[size:]
	spaced := rest == "" || strings.TrimLeftFunc(rest, unicode.IsSpace) != rest
	rest = strings.TrimSpace(rest)
	switch {
	case strings.ContainsRune(bulletSigns, sign), unicode.Is(unicode.Co, sign):
		return rest, sign == '◦' || sign == '○', true
	case strings.ContainsRune(dashSigns, sign) && spaced && !midway:
		return rest, false, rest != ""
	case sign == 'o' && spaced && rest != "":
		return rest, true, true
	}
	return text, false, false
}

var (
	hashHeading = regexp.MustCompile(`^(#{1,6})\s+([\p{Lu}\d].*)$`) // of Markdown
	itemLabel   = regexp.MustCompile(`^(?:\(([a-z]|[ivx]{1,4}|\d{1,2})\)|([a-z]|[ivx]{1,4})[.)]|(\d{1,2})\))\s+`)
	bareNumber  = regexp.MustCompile(`^\d{1,3}$`)
	loneNumber  = regexp.MustCompile(`^(\d{1,3}(?:\.\d{1,3})+\.?|\d{1,3}\.)$`)
	paragraphNo = regexp.MustCompile(`^(\d{1,2}(?:\.\d{1,3}){1,4}\.?|\d{1,3}[.)])\s+\S`)
	headingWord = regexp.MustCompile(`^(?i:(finding|theme|episode|section|chapter|part|appendix|annex|key practice episode|kpe|learning point|recommendation)) (\d{1,2}|[A-Z]|one|two|three|four|five|six)\b`)
	statement   = regexp.MustCompile(`^(\d{1,2}(\.\d{1,2})*\.?\s+)?(?i:finding|theme|learning theme|key practice episode) (\d{1,2}|[A-Z])\s?[.:–-] ?\S`)
	contentsRow = regexp.MustCompile(`^(\S.*?)(\s*[.…_]{2,}[.…_\s]*|\s+)(?:(?i:page|pg\.?|p\.)\s*)?\d{1,3}$`)
	leaderRow   = regexp.MustCompile(`([.…_]\s?){4,}\s*\d{1,3}$`)
	// What stands alone on a line without being a heading: the forms of a letter,
	// addresses of the net, dates, post codes.
	noHeading = regexp.MustCompile(`(?i)^(dear|yours) |@|www\.|https?:|^(\d{1,2} )?(` + corpus.Months + `) \d{4}$|\b[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}\b|^(tel|telephone|email|e-mail|fax|textphone)\b`)
	question  = regexp.MustCompile(`^(Was|Were|Did|Do|Does|Is|Are|How|What|When|Who|Why|Where|Which|Could|Should|Would|Had|Has|Have|To) `)
)

// cutLabel parts the label of a list item, "(a)" or "ii.", from its text.
func cutLabel(text string) (label, rest string, ok bool) {
	m := itemLabel.FindStringSubmatch(text)
	if m == nil {
		return "", text, false
	}
	return m[1] + m[2] + m[3], text[len(m[0]):], true
}

// endsSentence reports whether text ends as a sentence or a list item does.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, "'\"’”)] 0123456789")
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".?!:;…", last)
}

func startsLower(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(r)
}

func startsUpper(text string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(text, "'\"‘“(["))
	return unicode.IsUpper(r)
}

// headingNumber returns the number at the beginning of what may be a heading,
// "" where there is none.
func headingNumber(text string) string {
	number, rest := corpus.SplitNumber(corpus.BlockHeading, text)
	if number == "" || !startsUpper(rest) {
		return ""
	}
	return number
}

func firstWord(text string) string {
	word, _, _ := strings.Cut(text, " ")
	return word
}

// isCapitals reports whether text is set in capitals, abbreviations aside.
func isCapitals(text string) bool {
	upper, longest := 0, 0
	for word := range strings.FieldsSeq(text) {
		n := 0
		for _, r := range word {
			if unicode.IsLower(r) {
				return false
			}
			if unicode.IsUpper(r) {
				n++
			}
		}
		upper += n
		longest = max(longest, n)
	}
	return upper >= 6 && longest >= 5
}
