package themes

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strconv"

	"thematic/corpus"
)

// identify gives each coding its stable name: made of the document, the theme,
// the label and the letters and digits of the quotation, so that a passage keeps
// its name when spacing, punctuation or page breaks change. The second passage
// of the same words is numbered.
func identify(codings []corpus.Coding) {
	seen := make(map[uint64]int, len(codings)) // by the hash of what the name is made of
	var letters, buf []byte
	quote := ""
	for i := range codings {
		c := &codings[i]
		if c.Quote != quote || i == 0 {
			quote, letters = c.Quote, corpus.AppendLetters(letters[:0], c.Quote)
		}
		buf = buf[:0]
		for _, part := range []string{string(c.Document), c.Theme, string(c.Label)} {
			buf = append(append(buf, part...), 0)
		}
		buf = append(buf, letters...)
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
