package corpus

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// CleanLine returns s as one line of clean text: single spaces, no control
// characters or soft hyphens, normal form C.
func CleanLine(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case isHidden(r):
			return -1
		}
		return r
	}, s)
	return norm.NFC.String(strings.Join(strings.Fields(s), " "))
}

// Shorten cuts s to a number of characters, with an ellipsis for the rest.
func Shorten(s string, most int) string {
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return strings.TrimSpace(string(runes[:most-1])) + "…"
}

// isHidden reports whether r shows nothing and only disturbs a search: control
// characters, soft hyphens, zero-width spaces, direction marks, byte order
// marks and code points that are no characters.
func isHidden(r rune) bool {
	switch {
	case unicode.IsControl(r), r == '\u00ad', r == '\ufeff', r&0xfffe == 0xfffe:
		return true
	case r >= '\u200b' && r <= '\u200f', r >= '\u202a' && r <= '\u202e', r >= '\u2060' && r <= '\u206f':
		return true
	}
	return false
}
