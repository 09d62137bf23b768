package pdfium

import (
	"bytes"
	"os"
	"testing"
)

// TestPasswords opens files under every cipher with one password among several.
func TestPasswords(t *testing.T) {
	e := compiled(t)
	for _, name := range []string{"rc4-40", "rc4-128", "aes-128", "aes-256-r5", "aes-256-r6"} {
		data, err := os.ReadFile("../pdf/testdata/locked-" + name + ".pdf")
		if err != nil {
			t.Fatal(err)
		}
		for _, test := range []struct {
			passwords []string
			want      error
		}{{[]string{"Laterne", "lantern"}, nil}, {[]string{"harbour"}, nil}, {[]string{"Laterne"}, errPassword}, {nil, errPassword}} {
			f := e.Open(bytes.NewReader(data), int64(len(data)))
			f.Passwords = test.passwords
			n, err := f.Pages()
			f.Close()
			if err != test.want || err == nil && n != 1 {
				t.Errorf("%s with %q: got %d pages and %v, want %v", name, test.passwords, n, err, test.want)
			}
		}
	}
}
