package themes

import (
	"crypto/sha256"
	"encoding/hex"
)

// Source returns the YAML that the codebook was read from.
func (c *Codebook) Source() []byte { return c.source }

// Hash names what the codebook says, with the built-in cues and section rules
// it rests on: the SHA-256 of both files in hexadecimal. Two runs with the same
// hash judge the same text alike.
func (c *Codebook) Hash() string {
	h := sha256.New()
	if c.base != nil {
		h.Write(c.base.source)
	}
	h.Write(c.source)
	return hex.EncodeToString(h.Sum(nil))
}
