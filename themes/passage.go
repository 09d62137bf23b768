package themes

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"

	"thematic/corpus"
)

// passageID names a passage by the document, theme, label and the letters and
// digits of its quotation: the same passage keeps its name when spacing,
// punctuation or page breaks change.
func passageID(document corpus.ID, theme string, label corpus.Label, quote string) string {
	h := sha256.New()
	for _, part := range []string{string(document), theme, string(label), squash(quote)} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// squash keeps the letters and digits of s, in lower case.
func squash(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
