package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// MinSpacedLetters is the least number of letters that make a text letterspaced.
const MinSpacedLetters = 5

// IsSpacedLetter reports whether a word is one of those that letterspaced text is made
// of: a single letter, or "&".
func IsSpacedLetter(word string) bool {
	r, n := utf8.DecodeRuneInString(word)
	return n == len(word) && (unicode.IsLetter(r) || r == '&')
}

// closeUp joins the letters of a text that is typed letter by letter, as headings
// are for looks: "K E Y   F I N D I N G S". Words are parted where more than one
// space stands. Any other text is returned as it is.
func closeUp(text string) string {
	letters := 0
	for letter := range strings.FieldsSeq(text) {
		if !IsSpacedLetter(letter) {
			return text
		}
		letters++
	}
	if letters < MinSpacedLetters {
		return text
	}
	words := wideSpace().Split(strings.TrimSpace(text), -1)
	for i, word := range words {
		words[i] = strings.Join(strings.Fields(word), "")
	}
	return strings.Join(words, " ")
}

// wideSpace parts the words of a text whose letters single spaces part.
var wideSpace = Lazily(`\s{2,}`)
