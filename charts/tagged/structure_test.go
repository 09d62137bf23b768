package tagged

import (
	"bytes"
	"compress/zlib"
	"io"
	"strings"
	"testing"
)

// TestPDFKeepsWhatTitlesSay holds that a heading which is written as a part of a
// font is left as it is.
func TestPDFKeepsWhatTitlesSay(t *testing.T) {
	const ranges = "stream\n1 beginbfrange\n<0000> <FFFF> <0000>\nendbfrange\n"
	title, font := "<</Title ("+ranges+")>>\n", "<</Length 53>>\n"+ranges+"\nendstream\n"
	f := file{objects: [][]byte{nil, []byte(title), []byte(font)}}
	f.mapUnicode()
	if got := string(f.objects[1]); got != title {
		t.Errorf("the heading became %q", got)
	}
	_, packed, _ := bytes.Cut(f.objects[2], []byte("stream\n"))
	z, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(z)
	if want := "<FF00> <FFFF> <FF00>\nendbfrange\n"; err != nil || strings.Contains(string(got), "<FFFF> <0000>") || !strings.HasSuffix(string(got), want) {
		t.Errorf("the font ends in %q, %v, want %q", got[max(0, len(got)-60):], err, want)
	}
}

func TestPartedRefuses(t *testing.T) {
	const whole = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<<\n/Size 2\n/Root 1 0 R\n>>\nstartxref\n29\n%%EOF\n"
	if f, err := parted([]byte(whole)); err != nil || len(f.objects) != 2 || string(f.objects[1]) != "<<>>\n" {
		t.Fatalf("got %+v, %v", f, err)
	}
	for _, change := range [][2]string{
		{"xref\n0", "xruf\n0"}, {"trailer", "troiler"}, {"startxref", "start"},
		{"0000000009", "0000000008"}, {"0000000009", "0000099999"}, {"0000000009", "-000000009"}, {"0000000009", "x000000009"},
		{"endobj", "endobs"}, {"1 0 obj", "2 0 obj"},
	} {
		if _, err := parted([]byte(strings.Replace(whole, change[0], change[1], 1))); err == nil {
			t.Errorf("with %q for %q: no error", change[1], change[0])
		}
	}
	if _, err := parted(nil); err == nil {
		t.Error("nothing at all: no error")
	}
}
