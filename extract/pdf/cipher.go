package pdf

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"fmt"
	"strings"
)

// cipherKey opens the streams and strings of a file encrypted with the standard handler of
// the PDF specification (ISO 32000-2, 7.6).
type cipherKey struct {
	key []byte
	aes bool
	own bool // the key is used as it is, not mixed with the object's number
	// plain says that strings are not encrypted as streams are, and left as they are.
	plain bool
}

var (
	errPassword      = fmt.Errorf("%w: it needs a password; give it "+passwordAdvice, errEncrypted)
	errWrongPassword = fmt.Errorf("%w: none of the passwords given opens it; give its own "+passwordAdvice, errEncrypted)
	errCipherKind    = fmt.Errorf("%w in a way that cannot be read; save a copy that is not", errEncrypted)
	passwordFiller   = []byte("\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08" +
		"\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a")
)

const passwordAdvice = "with --password or --passwords FILE"

// WantsPassword reports whether a file was not read, for the reason given, for
// want of a password.
func WantsPassword(reason string) bool { return strings.Contains(reason, passwordAdvice) }

// newCipherKey works out the key from an encryption dictionary, the first part
// of the file's identifier and the first of the passwords that opens it, the
// empty one being tried before them.
func newCipherKey(dict token, id string, passwords []string) (*cipherKey, error) {
	if dict.get("Filter").str != "Standard" {
		return nil, errCipherKind
	}
	c := &cipherKey{}
	length := int(dict.get("Length").num) / 8
	switch dict.get("V").num {
	case 1:
		length = 5
	case 2:
	case 4, 5:
		filter := dict.get("CF").get(dict.get("StmF").str)
		switch filter.get("CFM").str {
		case "V2":
		case "AESV2", "AESV3":
			c.aes = true
		default:
			return nil, errCipherKind
		}
		length = 16
		c.plain = dict.get("StrF").str != dict.get("StmF").str
	default:
		return nil, errCipherKind
	}
	h := handler{dict: dict, id: id, length: max(5, min(length, 16))}
	c.own = dict.get("R").num >= 5
	derive := h.classic
	if c.own {
		derive = h.modern
	}
	if !h.sound(c.own) {
		return nil, errCipherKind
	}
	for _, p := range append([]string{""}, passwords...) {
		if c.key = derive(p); c.key != nil {
			return c, nil
		}
	}
	if len(passwords) > 0 {
		return nil, errWrongPassword
	}
	return nil, errPassword
}

// open decrypts the data of a stream of object n in place, and fills what it no
// longer needs with spaces.
func (c *cipherKey) open(data []byte, n, generation int) {
	clear, ok := c.opened(data, n, generation)
	if !ok {
		return
	}
	for i := copy(data, clear); i < len(data); i++ {
		data[i] = ' '
	}
}

// openStrings decrypts the strings among the entries of object n in place, in digits where
// these fit, and empties a string that has become longer.
func (c *cipherKey) openStrings(data []byte, n, generation int) {
	if c.plain {
		return
	}
	l := &lexer{data: string(data)}
	for l.pos < len(data) {
		start, text := l.pos, ""
		switch l.pos++; {
		case data[start] == '(':
			text = l.literal()
		case data[start] == '<' && l.peek(0) == '<':
			l.pos++
			continue
		case data[start] == '<':
			text = l.hex()
		default:
			continue
		}
		clear, ok := c.opened([]byte(text), n, generation)
		if !ok {
			continue
		}
		written := fmt.Sprintf("<%x>", clear)
		if len(written) > l.pos-start {
			written = asLiteral(string(clear))
		}
		if len(written) > l.pos-start {
			written = "()"
		}
		copy(data[start:l.pos], written+strings.Repeat(" ", max(0, l.pos-start-len(written))))
	}
}

// asLiteral writes a string in brackets, those in it as they are where each that opens closes.
func asLiteral(s string) string {
	l := &lexer{data: s + ")"}
	if !strings.Contains(s, "\r") && l.literal() == s && l.pos == len(l.data) {
		return "(" + s + ")"
	}
	return "(" + escapeString.Replace(s) + ")"
}

// escapeString writes what would end a string, or stand for something else in it, so
// that it does not.
var escapeString = strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\r", `\r`)

// opened returns what data of object n says, and whether it is so long as it must be.
func (c *cipherKey) opened(data []byte, n, generation int) (clear []byte, ok bool) {
	key := c.key
	if !c.own {
		mixed := append(append([]byte(nil), key...), byte(n), byte(n>>8), byte(n>>16), byte(generation), byte(generation>>8))
		if c.aes {
			mixed = append(mixed, "sAlT"...)
		}
		sum := md5.Sum(mixed)
		key = sum[:min(len(c.key)+5, 16)]
	}
	if !c.aes {
		return rc4Of(key, data), true
	}
	block, err := aes.NewCipher(key)
	whole := len(data) / aes.BlockSize * aes.BlockSize
	if err != nil || whole < 2*aes.BlockSize {
		return nil, false
	}
	clear = make([]byte, whole-aes.BlockSize)
	cipher.NewCBCDecrypter(block, data[:aes.BlockSize]).CryptBlocks(clear, data[aes.BlockSize:whole])
	if pad := int(clear[len(clear)-1]); pad <= aes.BlockSize {
		clear = clear[:len(clear)-pad]
	}
	return clear, true
}

func rc4Of(key, data []byte) []byte {
	out := make([]byte, len(data))
	c, err := rc4.NewCipher(key)
	if err != nil {
		return out
	}
	c.XORKeyStream(out, data)
	return out
}
