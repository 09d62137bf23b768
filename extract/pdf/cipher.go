package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
)

// cipherKey opens the streams of a file encrypted with the standard handler of
// the PDF specification (ISO 32000-2, 7.6) under an empty user password, as files
// are that anybody may read but not print or copy.
type cipherKey struct {
	key []byte
	aes bool
	own bool // the key is used as it is, not mixed with the object's number
}

var (
	errPassword    = fmt.Errorf("%w and needs a password", errEncrypted)
	errCipherKind  = fmt.Errorf("%w in a way that cannot be read", errEncrypted)
	passwordFiller = []byte("\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08" +
		"\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a")
)

// newCipherKey works out the key from an encryption dictionary and the first
// part of the file's identifier.
func newCipherKey(dict token, id string) (*cipherKey, error) {
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
	default:
		return nil, errCipherKind
	}
	if r := dict.get("R").num; r >= 5 {
		c.own = true
		return c, c.modern(dict, r >= 6)
	}
	return c, c.classic(dict, id, max(5, min(length, 16)))
}

// classic derives keys of revisions 2 to 4, of length bytes.
func (c *cipherKey) classic(dict token, id string, length int) error {
	r, p := dict.get("R").num, int32(int64(dict.get("P").num))
	owner, user := dict.get("O").str, dict.get("U").str
	if len(owner) < 32 || len(user) < 16 {
		return errCipherKind
	}
	h := md5.New()
	h.Write(passwordFiller)
	h.Write([]byte(owner[:32]))
	h.Write([]byte{byte(p), byte(p >> 8), byte(p >> 16), byte(p >> 24)})
	h.Write([]byte(id))
	if r >= 4 && dict.get("EncryptMetadata").str == "false" {
		h.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	key := h.Sum(nil)
	if r < 3 {
		c.key = key[:length]
		if got := rc4Of(c.key, passwordFiller); string(got) != user {
			return errPassword
		}
		return nil
	}
	for i := 0; i < 50; i++ {
		sum := md5.Sum(key[:length])
		key = sum[:]
	}
	c.key = key[:length]
	check := md5.Sum(append(append([]byte(nil), passwordFiller...), id...))
	got := check[:]
	for i := 0; i < 20; i++ {
		round := make([]byte, length)
		for j := range round {
			round[j] = c.key[j] ^ byte(i)
		}
		got = rc4Of(round, got)
	}
	if string(got) != user[:16] {
		return errPassword
	}
	return nil
}

// modern derives keys of revisions 5 and 6.
func (c *cipherKey) modern(dict token, hardened bool) error {
	user, sealed := dict.get("U").str, dict.get("UE").str
	if len(user) < 48 || len(sealed) < 32 {
		return errCipherKind
	}
	digest := func(salt string) []byte {
		if hardened {
			return hardenedHash([]byte(salt))
		}
		sum := sha256.Sum256([]byte(salt))
		return sum[:]
	}
	if string(digest(user[32:40])) != user[:32] {
		return errPassword
	}
	block, err := aes.NewCipher(digest(user[40:48]))
	if err != nil {
		return errCipherKind
	}
	c.key = make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(c.key, []byte(sealed[:32]))
	return nil
}

// hardenedHash is algorithm 2.B of ISO 32000-2 for the empty password.
func hardenedHash(salt []byte) []byte {
	first := sha256.Sum256(salt)
	k := first[:]
	last := 0
	for i := 0; i < 64 || last > i-32; i++ {
		e := bytes.Repeat(k, 64)
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		sum := 0
		for _, b := range e[:16] {
			sum += int(b)
		}
		last = int(e[len(e)-1])
		switch sum % 3 {
		case 0:
			d := sha256.Sum256(e)
			k = d[:]
		case 1:
			d := sha512.Sum384(e)
			k = d[:]
		default:
			d := sha512.Sum512(e)
			k = d[:]
		}
	}
	return k[:32]
}

// open decrypts the data of a stream of object n in place, and fills what it no
// longer needs with spaces.
func (c *cipherKey) open(data []byte, n, generation int) {
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
		copy(data, rc4Of(key, data))
		return
	}
	block, err := aes.NewCipher(key)
	whole := len(data) / aes.BlockSize * aes.BlockSize
	if err != nil || whole < 2*aes.BlockSize {
		return
	}
	clear := make([]byte, whole-aes.BlockSize)
	cipher.NewCBCDecrypter(block, data[:aes.BlockSize]).CryptBlocks(clear, data[aes.BlockSize:whole])
	if pad := int(clear[len(clear)-1]); pad <= aes.BlockSize {
		clear = clear[:len(clear)-pad]
	}
	for i := copy(data, clear); i < len(data); i++ {
		data[i] = ' '
	}
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
