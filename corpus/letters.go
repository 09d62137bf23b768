package corpus

import (
	"unicode"
	"unicode/utf8"
)

// AppendLetters appends the letters and digits of s, in lower case, to buf: what
// stays of a text when spacing and punctuation change.
func AppendLetters(buf []byte, s string) []byte {
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			buf = append(buf, byte(r))
		case 'A' <= r && r <= 'Z':
			buf = append(buf, byte(r)+'a'-'A')
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
	}
	return buf
}

// letters returns what [AppendLetters] appends.
func letters(s string) string { return string(AppendLetters(make([]byte, 0, len(s)), s)) }
