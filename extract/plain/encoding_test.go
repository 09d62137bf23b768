package plain

import (
	"strings"
	"testing"
)

func TestDetectAndDecode(t *testing.T) {
	const want = "Mother’s café – 5°"
	utf16 := func(order string) string {
		var b strings.Builder
		for _, r := range want {
			if order == "le" {
				b.WriteByte(byte(r))
				b.WriteByte(byte(r >> 8))
			} else {
				b.WriteByte(byte(r >> 8))
				b.WriteByte(byte(r))
			}
		}
		return b.String()
	}
	tests := []struct {
		name string
		data string
		enc  Encoding
	}{
		{"utf-8", want, UTF8},
		{"utf-8 mark", "\xef\xbb\xbf" + want, UTF8},
		{"utf-16le mark", "\xff\xfe" + utf16("le"), UTF16LE},
		{"utf-16be mark", "\xfe\xff" + utf16("be"), UTF16BE},
		{"utf-16le", utf16("le"), UTF16LE},
		{"utf-16be", utf16("be"), UTF16BE},
		{"windows-1252", "Mother\x92s caf\xe9 \x96 5\xb0", Windows1252},
	}
	for _, tt := range tests {
		enc, ok := Detect([]byte(tt.data))
		if enc != tt.enc || !ok {
			t.Errorf("%s: got %q, %v, want %q", tt.name, enc, ok, tt.enc)
		}
		if got := Decode([]byte(tt.data), enc); got != want {
			t.Errorf("%s: got %q, want %q", tt.name, got, want)
		}
	}
}

func TestDetectRefusesBinary(t *testing.T) {
	for _, data := range []string{
		"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00",
		"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
		strings.Repeat("\xd0\xcf\x11\xe0", 20),
		"\xff\xfe\x00\x00a\x00\x00\x00",
	} {
		if enc, ok := Detect([]byte(data)); ok {
			t.Errorf("%q: got %s, want no text", data, enc)
		}
	}
}

func TestDetectCutCharacter(t *testing.T) {
	text := "the mother’"
	if got, _ := Detect([]byte(text[:len(text)-1])); got != UTF8 {
		t.Errorf("got %s, want %s", got, UTF8)
	}
}
