package themes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is one word of a sentence. Its offsets are relative to the text given
// to tokenize; norm is the word in lower case with straight quotes.
type token struct {
	start, end int
	norm       string
}

// tokenize splits text into words: runs of letters, digits and apostrophes
// inside them. Hyphens and slashes part words; 's is left out of norm, and
// n't becomes a word of its own, "not".
func tokenize(text string) []token {
	var out []token
	scanWords(text, func(start, end int) {
		out = appendToken(out, text, start, end)
	})
	return out
}

// scanWords calls f with the bounds of each word of text.
func scanWords(text string, f func(start, end int)) {
	start := -1
	for i := 0; i < len(text); {
		b := text[i]
		if b < utf8.RuneSelf {
			switch {
			case asciiWord[b]:
				if start < 0 {
					start = i
				}
			case b == '\'' && start >= 0 && i+1 < len(text) && asciiLetter(text[i+1]):
			default:
				if start >= 0 {
					f(start, i)
					start = -1
				}
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '’' && start >= 0 && i+n < len(text) && asciiLetter(text[i+n]):
		case r == '\u00ad':
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if start < 0 {
				start = i
			}
		default:
			if start >= 0 {
				f(start, i)
				start = -1
			}
		}
		i += n
	}
	if start >= 0 {
		f(start, len(text))
	}
}

var asciiWord = func() (t [256]bool) {
	for b := 0; b < utf8.RuneSelf; b++ {
		t[b] = isWordByte(byte(b))
	}
	return t
}()

func asciiLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

func appendToken(out []token, text string, start, end int) []token {
	word := normalWord(text[start:end])
	if stem, ok := strings.CutSuffix(word, "n't"); ok && stem != "" {
		switch stem {
		case "ca":
			stem = "can"
		case "wo":
			stem = "will"
		case "sha":
			stem = "shall"
		}
		return append(out, token{start, end, stem}, token{end, end, "not"})
	}
	if word == "cannot" {
		return append(out, token{start, end, "can"}, token{end, end, "not"})
	}
	return append(out, token{start, end, possessor(word)})
}

// possessor drops the 's of a possessive.
func possessor(word string) string {
	if w, ok := strings.CutSuffix(word, "'s"); ok && w != "" {
		return w
	}
	return word
}

// normalWord is word in lower case, with straight apostrophes and without soft
// hyphens.
func normalWord(word string) string {
	ascii := true
	for i := 0; i < len(word); i++ {
		if word[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if !ascii {
		word = strings.NewReplacer("’", "'", "\u00ad", "").Replace(word)
	}
	return strings.ToLower(word)
}
