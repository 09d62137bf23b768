package pdf

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"thematic/corpus"
)

// clean returns s in NFC with ligatures parted, every kind of space made one
// plain space, and what cannot be shown removed. Soft hyphens stay: where a line
// ends in one, its word goes on.
func clean(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if m, ok := corpus.Symbol(r); ok {
			r = m
		}
		switch {
		case r == softHyphen:
		case r == utf8.RuneError, unicode.Is(unicode.Co, r):
			continue
		case unicode.IsSpace(r):
			r = ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			continue
		}
		b.WriteRune(r)
	}
	return strings.Join(strings.Fields(norm.NFC.String(corpus.PartLigatures(b.String()))), " ")
}

const softHyphen = '\u00ad'

// shownOf returns s without the signs that show nothing and take no room, such as one that
// keeps two words on a line. Soft hyphens may show.
func shownOf(s string) string {
	return strings.Map(func(r rune) rune {
		if r != softHyphen && unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}

// isPlain reports whether s is, beyond doubt, text in which nothing needs mending:
// ASCII, the upper half of Latin-1, and dashes, quotation marks and bullets.
func isPlain(s string) bool {
	blank := true
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c < ' ' || c > '~' || c == ' ' && blank {
				return false
			}
			blank = c == ' '
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !(r > '\u00a0' && r <= '\u00ff' || r >= '\u2010' && r <= '\u2027') || r == softHyphen {
			return false
		}
		blank = false
		i += n
	}
	return !blank || s == ""
}

// superscript sets digits as superscripts, so that the mark of a note does not
// become part of the word before it.
func superscript(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '1':
			return '¹'
		case r == '2':
			return '²'
		case r == '3':
			return '³'
		case r >= '0' && r <= '9':
			return '⁰' + (r - '0')
		}
		return r
	}, s)
}

// textString decodes a PDF text string: UTF-16 or UTF-8 with a mark in front,
// and otherwise the encoding of documents, which is close to Windows-1252.
func textString(s string) string {
	if strings.HasPrefix(s, "\xfe\xff") {
		return string(utf16.Decode(units(s[2:])))
	}
	if rest, ok := strings.CutPrefix(s, "\xef\xbb\xbf"); ok {
		return strings.ToValidUTF8(rest, "")
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		b.WriteRune(charmap.Windows1252.DecodeByte(s[i]))
	}
	return b.String()
}

// units are the units of UTF-16 that s has the bytes of, the higher first.
func units(s string) []uint16 {
	out := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		out = append(out, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return out
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
