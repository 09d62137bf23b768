package plain

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Encoding is how a text file writes its characters as bytes.
type Encoding string

// The encodings that are read. ASCII is UTF-8.
const (
	UTF8        Encoding = "utf-8"
	UTF16LE     Encoding = "utf-16le"
	UTF16BE     Encoding = "utf-16be"
	Windows1252 Encoding = "windows-1252"
)

// Detect tells the encoding of a text from its first bytes, or from all of
// them: by a byte order mark, by the pattern of zero bytes, by being sound
// UTF-8, and otherwise as windows-1252. It returns false where data is no text.
func Detect(data []byte) (Encoding, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return UTF8, true
	case bytes.HasPrefix(data, []byte("\xff\xfe\x00\x00")):
		return "", false // UTF-32
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return UTF16LE, true
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return UTF16BE, true
	}
	zeros, controls, high := [2]int{}, 0, 0
	for i, c := range data {
		switch {
		case c == 0:
			zeros[i%2]++
		case c < 0x20 && !bytes.ContainsRune([]byte("\t\n\v\f\r\x1a\x1b"), rune(c)), c == 0x7f:
			controls++
		case c >= 0x80:
			high++
		}
	}
	half := len(data) / 2
	switch {
	case half >= 2 && zeros[1]*10 > half*4 && zeros[0]*20 < half:
		return UTF16LE, true
	case half >= 2 && zeros[0]*10 > half*4 && zeros[1]*20 < half:
		return UTF16BE, true
	case (zeros[0]+zeros[1]+controls)*200 > len(data):
		return "", false
	case utf8.Valid(wholeRunes(data)):
		return UTF8, true
	}
	// In a Western text most letters are ASCII.
	return Windows1252, high*10 <= len(data)*3
}

// wholeRunes leaves out a character that is cut at the end of data.
func wholeRunes(data []byte) []byte {
	for i := len(data) - 1; i >= 0 && i >= len(data)-utf8.UTFMax; i-- {
		if utf8.RuneStart(data[i]) {
			if !utf8.FullRune(data[i:]) {
				return data[:i]
			}
			break
		}
	}
	return data
}

// Decode returns data as UTF-8, without a byte order mark. What cannot be
// decoded becomes U+FFFD.
func Decode(data []byte, e Encoding) string {
	var out []byte
	switch e {
	case UTF16LE:
		out, _ = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
	case UTF16BE:
		out, _ = unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewDecoder().Bytes(data)
	case Windows1252:
		out, _ = charmap.Windows1252.NewDecoder().Bytes(data)
	default:
		out = bytes.ToValidUTF8(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")), []byte("\ufffd"))
	}
	return string(out)
}
