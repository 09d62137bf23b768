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
	seen := map[string]int{}
	var squashed []byte
	quote := ""
	for i := range codings {
		c := &codings[i]
		if c.Quote != quote || i == 0 {
			quote, squashed = c.Quote, squash(squashed[:0], c.Quote)
		}
		id := passageID(c.Document, c.Theme, c.Label, squashed)
		if seen[id]++; seen[id] > 1 {
			id += "-" + strconv.Itoa(seen[id])
		}
		c.PassageID = id
	}
}

func passageID(document corpus.ID, theme string, label corpus.Label, squashed []byte) string {
	h := sha256.New()
	for _, part := range []string{string(document), theme, string(label)} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	h.Write(squashed)
	return "p" + hex.EncodeToString(h.Sum(nil)[:6])
}

// squash appends the letters and digits of s, in lower case, to buf.
func squash(buf []byte, s string) []byte {
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf && isWordByte(byte(r)):
			buf = append(buf, byte(unicode.ToLower(r)))
		case r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
		}
	}
	return buf
}
