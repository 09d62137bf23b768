package corpus

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
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
	for s != "" {
		buf, s = appendPlain(buf, s)
		for s != "" && s[0] >= utf8.RuneSelf {
			r, size := utf8.DecodeRuneInString(s)
			if lower, ok := Letter(r); ok {
				buf = utf8.AppendRune(buf, lower)
			}
			s = s[size:]
		}
	}
	return buf
}

// appendPlain appends to buf every letter of s up to the first character beyond
// ASCII and returns the rest of s. Nothing in it is decided letter by letter: where
// a word ends can hardly be foretold, and a wrong guess costs more than a byte.
func appendPlain(buf []byte, s string) (to []byte, rest string) {
	n := len(buf)
	buf = slices.Grow(buf, len(s))[:n+len(s)]
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return buf[:n], s[i:]
		}
		lower, step := c|('a'-'A'), 0
		if lower-'a' < 26 {
			step = 1
		}
		if c-'0' < 10 {
			step = 1
		}
		buf[n] = lower
		n += step
	}
	return buf[:n], ""
}

// letters returns what [AppendLetters] appends.
func letters(s string) string { return string(AppendLetters(make([]byte, 0, len(s)), s)) }

// plainLetters are letters of other languages that are no others with marks, as
// they are written in English.
var plainLetters = strings.NewReplacer(
	"ß", "ss", "æ", "ae", "Æ", "Ae", "œ", "oe", "Œ", "Oe", "ø", "o", "Ø", "O", "ł", "l", "Ł", "L",
	"đ", "d", "Đ", "D", "ð", "d", "Ð", "D", "þ", "th", "Þ", "Th", "ı", "i",
)

// Unaccented returns s with its letters without their marks, however these are
// encoded, and plain ones for others: "Zoë Ødegård" is "Zoe Odegard".
func Unaccented(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		if !unicode.Is(unicode.Mn, r) {
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(plainLetters.Replace(b.String()))
}
