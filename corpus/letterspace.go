package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// minSpacedLetters is the least number of letters that make a text letterspaced.
const minSpacedLetters = 5

// closeUp joins the letters of a text that is typed letter by letter, as headings
// are for looks: "K E Y   F I N D I N G S". Words are parted where more than one
// space stands. Any other text is returned as it is.
func closeUp(text string) string {
	letters := 0
	for letter := range strings.FieldsSeq(text) {
		if r, n := utf8.DecodeRuneInString(letter); n != len(letter) || !unicode.IsLetter(r) && r != '&' {
			return text
		}
		letters++
	}
	if letters < minSpacedLetters {
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
