package pdf

import (
	"bytes"
	"os"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestEncryptedFiles reads one page under every cipher of the standard handler
// with an empty user password. The files in testdata were written by qpdf.
func TestEncryptedFiles(t *testing.T) {
	for _, name := range []string{"rc4-40", "rc4-128", "aes-128", "aes-256-r5", "aes-256-r6", "aes-256-objects"} {
		t.Run(name, func(t *testing.T) {
			wantOutline(t, readFile(t, "testdata/"+name+".pdf"), "paragraph |Open to read, not to print.")
		})
	}
}

// TestEncryptedStrings reads what stands outside of streams in encrypted files: the title,
// a bookmark, which makes a heading, the value of a field, and the names of files attached
// to the pages and beside them.
func TestEncryptedStrings(t *testing.T) {
	for _, name := range []string{"rc4-40-strings", "aes-256-strings"} {
		text := readFile(t, "testdata/"+name+".pdf")
		wantOutline(t, text, "paragraph |The panel met four times.", "heading |What the panel found", "paragraph |Nobody spoke to him alone.", "paragraph |Orchard Lane (north)")
		if got, want := text.Properties["title"], "A review of Child R"; got != want {
			t.Errorf("%s: got the title %q, want %q", name, got, want)
		}
		want := []string{"2 documents attached to it and not read (chronology.docx, appendix one.pdf): save the reports among them into the folder"}
		if !slices.Equal(text.Warnings, want) {
			t.Errorf("%s: got the warnings %q, want %q", name, text.Warnings, want)
		}
	}
}

// TestLiteralStrings writes strings so that they are read again as they were, and in no
// more room than they had where brackets in them close.
func TestLiteralStrings(t *testing.T) {
	for in, want := range map[string]string{
		"Review (Child R)": "(Review (Child R))",
		"a (b (c)) d":      "(a (b (c)) d)",
		"a) and (b":        `(a\) and \(b)`,
		"a (b":             `(a \(b)`,
		`a\b`:              `(a\\b)`,
		"a\rb":             `(a\rb)`,
	} {
		got := asLiteral(in)
		if l := (&lexer{data: got, pos: 1}); got != want || l.literal() != in {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
	c := &cipherKey{key: []byte("12345"), own: true}
	data := []byte("/Title (" + string(rc4Of(c.key, []byte("Review (Child R)"))) + ")")
	if c.openStrings(data, 1, 0); string(data) != "/Title (Review (Child R))" {
		t.Errorf("got %q", data)
	}
}

// TestPasswords opens one page under every cipher with the password of its user
// and with that of its owner, among others that do not fit.
func TestPasswords(t *testing.T) {
	for _, name := range []string{"rc4-40", "rc4-128", "aes-128", "aes-256-r5", "aes-256-r6"} {
		data, err := os.ReadFile("testdata/locked-" + name + ".pdf")
		if err != nil {
			t.Fatal(err)
		}
		for _, password := range []string{"lantern", "harbour"} {
			e := Engines{Passwords: []string{"Laterne", password, ""}}
			text, err := e.Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
			if err != nil {
				t.Errorf("%s with %q: %v", name, password, err)
				continue
			}
			check(t, text)
			wantOutline(t, text, "paragraph |Open to read, not to print.")
		}
		for _, test := range []struct {
			passwords []string
			want      string
		}{
			{nil, "it needs a password; give it with --password or --passwords FILE"},
			{[]string{"Lantern", "lanter"}, "none of the passwords given opens it"},
		} {
			e := Engines{Passwords: test.passwords}
			if _, err := e.Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits()); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%s with %q: got %v, want %q", name, test.passwords, err, test.want)
			}
		}
	}
}

func TestNarrowPassword(t *testing.T) {
	if got, want := string(narrow("Tür")), "T\xfcr"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
