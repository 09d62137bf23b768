package analysis

import "strings"

// pointing counts the words of a text whose sense stands elsewhere. Words of one
// and two letters are counted as well, whatever they are: initials, which call for
// a key, and the small words, of which a winding sentence has many. With initials
// alone, eight quotations of the demonstration would be others, most of them longer.
func pointing(text string) int {
	n := 0
	for rest := text; rest != ""; {
		word := rest[:wordLength(rest)]
		rest = rest[max(1, len(word)):]
		if more, ok := pointer(strings.ToLower(word), rest); ok {
			rest = rest[more:]
			n++
		}
	}
	return n
}

// pointer reports whether a word in lower case is counted, and how much of what
// follows goes with it.
func pointer(word, rest string) (more int, ok bool) {
	alone := isShort(word)
	for _, f := range pointers()[word] {
		switch {
		case f == "":
			alone = true
		case len(rest) > len(f) && rest[0] == ' ' && strings.EqualFold(rest[1:1+len(f)], f) && wordLength(rest[1+len(f):]) == 0:
			return 1 + len(f), true
		}
	}
	switch word {
	case "mr", "mrs", "ms", "miss", "dr":
		if len(rest) > 1 && rest[0] == ' ' && isLetter(rest[1]) && wordLength(rest[1:]) == 1 {
			return 2, true
		}
	}
	return 0, alone
}

// isShort reports whether a word is of one or two letters, and at most a digit
// behind them.
func isShort(word string) bool {
	letters := strings.TrimRight(word, "0123456789")
	return len(word)-len(letters) <= 1 && (len(letters) == 1 || len(letters) == 2) && isLetter(letters[0]) && isLetter(letters[len(letters)-1])
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// wordLength is how many letters, digits and low lines of ASCII a text begins with.
func wordLength(text string) int {
	n := 0
	for n < len(text) && (isLetter(text[n]) || '0' <= text[n] && text[n] <= '9' || text[n] == '_') {
		n++
	}
	return n
}
