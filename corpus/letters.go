package corpus

import (
	"unicode"
	"unicode/utf8"
)

// Letter returns r in lower case, and whether it is a letter or digit: what stays
// of a text when spacing and punctuation change.
func Letter(r rune) (lower rune, ok bool) {
	switch {
	case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
		return r, true
	case 'A' <= r && r <= 'Z':
		return r + 'a' - 'A', true
	case r < utf8.RuneSelf:
		return r, false
	}
	return unicode.ToLower(r), unicode.IsLetter(r) || unicode.IsDigit(r)
}

// AppendLetters appends to buf every [Letter] of s.
func AppendLetters(buf []byte, s string) []byte {
	for _, r := range s {
		if lower, ok := Letter(r); ok {
			buf = utf8.AppendRune(buf, lower)
		}
	}
	return buf
}

// letters returns what [AppendLetters] appends.
func letters(s string) string { return string(AppendLetters(make([]byte, 0, len(s)), s)) }
