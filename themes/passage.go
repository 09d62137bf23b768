package themes

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"unicode"
	"unicode/utf8"

	"thematic/corpus"
)

// identify gives each coding its stable name: made of the document, the theme,
// the label and the letters and digits of the quotation, so that a passage keeps
// its name when spacing, punctuation or page breaks change. The second passage
// of the same words is numbered.
func identify(codings []corpus.Coding) {
	seen := make(map[string]int, len(codings))
	var squashed, buf []byte
	quote := ""
	for i := range codings {
		c := &codings[i]
		if c.Quote != quote || i == 0 {
			quote, squashed = c.Quote, squash(squashed[:0], c.Quote)
		}
		buf = buf[:0]
		for _, part := range []string{string(c.Document), c.Theme, string(c.Label)} {
			buf = append(append(buf, part...), 0)
		}
		id := passageID(append(buf, squashed...))
		if seen[id]++; seen[id] > 1 {
			id += "-" + strconv.Itoa(seen[id])
		}
		c.PassageID = id
	}
}

func passageID(content []byte) string {
	const size = 6 // bytes of the hash that are kept
	hash := sha256.Sum256(content)
	var id [1 + 2*size]byte
	id[0] = 'p'
	hex.Encode(id[1:], hash[:size])
	return string(id[:])
}

// squash appends the letters and digits of s, in lower case, to buf.
func squash(buf []byte, s string) []byte {
	for i := 0; i < len(s); {
		if b := s[i]; b < utf8.RuneSelf {
			if asciiWord[b] {
				buf = append(buf, lower(b))
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
		i += n
	}
	return buf
}

// lower returns an ASCII letter or digit in lower case.
func lower(b byte) byte {
	if isUpper(b) {
		b += 'a' - 'A'
	}
	return b
}
