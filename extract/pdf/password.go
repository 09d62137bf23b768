package pdf

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/sha256"
	"crypto/sha512"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// handler derives the key of a file from a password as the standard security
// handler does (ISO 32000-2, 7.6.4).
type handler struct {
	dict   token
	id     string
	length int // of the key in bytes, of revisions 2 to 4
}

// sound reports whether the entries are as long as they must be.
func (h *handler) sound(modern bool) bool {
	owner, user := len(h.dict.get("O").str), len(h.dict.get("U").str)
	if modern {
		return owner >= 48 && user >= 48 && len(h.dict.get("OE").str) >= 32 && len(h.dict.get("UE").str) >= 32
	}
	return owner >= 32 && user >= 16
}

// classic returns the key of revisions 2 to 4, nil where password is neither the
// one of the user nor of the owner.
func (h *handler) classic(password string) []byte {
	for _, p := range [][]byte{[]byte(password), narrow(password)} {
		if key := h.userKey(p); key != nil {
			return key
		}
		if key := h.userKey(h.userPassword(p)); key != nil {
			return key
		}
	}
	return nil
}

// narrow writes a password in one byte a letter, as older files have it.
func narrow(password string) []byte {
	if s, err := charmap.Windows1252.NewEncoder().String(password); err == nil {
		return []byte(s)
	}
	return []byte(password)
}

// filled brings a password to 32 bytes.
func filled(password []byte) []byte {
	return append(append([]byte(nil), password...), passwordFiller...)[:32]
}

// userKey is algorithm 2, and nil where algorithms 4 and 5 show that password is
// not the user's.
func (h *handler) userKey(password []byte) []byte {
	r, p := h.dict.get("R").num, int32(int64(h.dict.get("P").num))
	sum := md5.New()
	sum.Write(filled(password))
	sum.Write([]byte(h.dict.get("O").str[:32]))
	sum.Write([]byte{byte(p), byte(p >> 8), byte(p >> 16), byte(p >> 24)})
	sum.Write([]byte(h.id))
	if r >= 4 && h.dict.get("EncryptMetadata").str == "false" {
		sum.Write([]byte{0xff, 0xff, 0xff, 0xff})
	}
	user := h.dict.get("U").str
	if r < 3 {
		key := sum.Sum(nil)[:h.length]
		if string(rc4Of(key, passwordFiller)) != user {
			return nil
		}
		return key
	}
	key := rehashed(sum.Sum(nil), h.length)
	check := md5.Sum(append(append([]byte(nil), passwordFiller...), h.id...))
	got := check[:]
	for i := 0; i < 20; i++ {
		got = rc4Of(masked(key, byte(i)), got)
	}
	if string(got) != user[:16] {
		return nil
	}
	return key
}

// userPassword is algorithm 7: the user's password, with its filling, out of the
// owner's.
func (h *handler) userPassword(owner []byte) []byte {
	sum := md5.Sum(filled(owner))
	sealed := []byte(h.dict.get("O").str[:32])
	if h.dict.get("R").num < 3 {
		return rc4Of(sum[:h.length], sealed)
	}
	key := rehashed(sum[:], h.length)
	for i := 19; i >= 0; i-- {
		sealed = rc4Of(masked(key, byte(i)), sealed)
	}
	return sealed
}

// rehashed takes the sum of the first length bytes of key fifty times.
func rehashed(key []byte, length int) []byte {
	for i := 0; i < 50; i++ {
		sum := md5.Sum(key[:length])
		key = sum[:]
	}
	return key[:length]
}

func masked(key []byte, x byte) []byte {
	out := make([]byte, len(key))
	for i := range key {
		out[i] = key[i] ^ x
	}
	return out
}

// modern returns the key of revisions 5 and 6 (algorithm 2.A), nil where password
// is neither the one of the user nor of the owner.
func (h *handler) modern(password string) []byte {
	p := []byte(norm.NFKC.String(password))
	p = p[:min(len(p), 127)]
	user, owner := h.dict.get("U").str[:48], h.dict.get("O").str[:48]
	if string(h.digest(p, owner[32:40], user)) == owner[:32] {
		return unsealed(h.digest(p, owner[40:48], user), h.dict.get("OE").str)
	}
	if string(h.digest(p, user[32:40], "")) == user[:32] {
		return unsealed(h.digest(p, user[40:48], ""), h.dict.get("UE").str)
	}
	return nil
}

// digest is the hash of a password, a salt and, for the owner's, the user's entry.
func (h *handler) digest(password []byte, salt, user string) []byte {
	if h.dict.get("R").num >= 6 {
		return hardenedHash(password, salt, user)
	}
	sum := sha256.Sum256([]byte(string(password) + salt + user))
	return sum[:]
}

func unsealed(key []byte, sealed string) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(out, []byte(sealed[:32]))
	return out
}

// hardenedHash is algorithm 2.B.
func hardenedHash(password []byte, salt, user string) []byte {
	first := sha256.Sum256([]byte(string(password) + salt + user))
	k := first[:]
	last := 0
	for i := 0; i < 64 || last > i-32; i++ {
		e := bytes.Repeat([]byte(string(password)+string(k)+user), 64)
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
