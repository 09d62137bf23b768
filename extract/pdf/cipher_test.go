package pdf

import (
	"bytes"
	"os"
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

func TestPasswordIsAskedFor(t *testing.T) {
	data, err := os.ReadFile("testdata/password.pdf")
	if err != nil {
		t.Fatal(err)
	}
	_, err = Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	if err == nil || !strings.Contains(err.Error(), "encrypted and needs a password") {
		t.Errorf("got %v", err)
	}
}
