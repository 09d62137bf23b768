package refi

import (
	"crypto/sha1"
	"fmt"
	"strings"
)

// namespace is the space of our identifiers: a UUID drawn once.
var namespace = [16]byte{0x5b, 0x1d, 0x0c, 0x7e, 0x93, 0x42, 0x4f, 0x6a, 0x8e, 0x21, 0x6d, 0x9b, 0x0f, 0xa3, 0x57, 0xc4}

// guid returns the identifier of a thing by its kind and key: a UUID of version
// 5 (RFC 9562, 5.5), always the same for the same thing.
func guid(kind string, key ...string) string {
	h := sha1.New()
	h.Write(namespace[:])
	h.Write([]byte(kind + "\x00" + strings.Join(key, "\x00")))
	u := h.Sum(nil)[:16]
	u[6] = u[6]&0x0f | 0x50
	u[8] = u[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", u[:4], u[4:6], u[6:8], u[8:10], u[10:])
}

// foldGUID returns an identifier as it is compared: the standard has it in either case, with
// or without braces.
func foldGUID(s string) string { return strings.ToLower(strings.Trim(s, "{}")) }
