package themes

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"slices"
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
	seen := make(map[uint64]int, len(codings)) // by the hash of what the name is made of
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
		buf = append(buf, squashed...)
		hash := sha256.Sum256(buf)
		c.PassageID = passageID(hash[:])
		key := binary.BigEndian.Uint64(hash[:]) >> (64 - 8*passageBytes)
		if seen[key]++; seen[key] > 1 {
			c.PassageID += "-" + strconv.Itoa(seen[key])
		}
	}
}

const passageBytes = 6 // of the hash that are kept

func passageID(hash []byte) string {
	var id [1 + 2*passageBytes]byte
	id[0] = 'p'
	hex.Encode(id[1:], hash[:passageBytes])
	return string(id[:])
}

// squash appends the letters and digits of s, in lower case, to buf.
func squash(buf []byte, s string) []byte {
	n := len(buf)
	buf = slices.Grow(buf, 2*len(s)) // a small letter may take a half more than its capital: Ⱥ does
	buf = buf[:cap(buf)]
	for i := 0; i < len(s); {
		if b := s[i]; b < utf8.RuneSelf {
			buf[n] = b | smallBit[b]
			n += int(wordBit[b]) // without a branch: every fifth byte is none
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n += utf8.EncodeRune(buf[n:], unicode.ToLower(r))
		}
		i += size
	}
	return buf[:n]
}

// wordBit is 1 for an ASCII letter or digit, and smallBit what makes a letter of
// them small.
var wordBit, smallBit = func() (word, small [utf8.RuneSelf]byte) {
	for b := range word {
		if isWordByte(byte(b)) {
			word[b] = 1
		}
		if isUpper(byte(b)) {
			small[b] = 'a' - 'A'
		}
	}
	return word, small
}()
