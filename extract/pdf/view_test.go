package pdf

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestMendedFiles reads one file with the faults that downloads and careless
// programs leave behind.
func TestMendedFiles(t *testing.T) {
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, "What is left can be read."), "", "")
	good := string(b.bytes())
	cut := strings.Index(good, "xref\n0")
	tests := []struct{ name, data string }{
		{"as it was", good},
		{"bytes before the header", "HTTP/1.1 200 OK\r\n\r\n" + good},
		{"bytes after the end", good + strings.Repeat("\n<!-- served -->", 40)},
		{"later version", strings.Replace(good, "%PDF-1.4", "%PDF-2.0", 1)},
		{"spaces after the version", strings.Replace(good, "%PDF-1.4\n", "%PDF-1.4  \n", 1)},
		{"no end mark", strings.Replace(good, "%%EOF", "", 1)},
		{"wrong startxref", strings.Replace(good, "startxref\n", "startxref\n9", 1)},
		{"no table", good[:cut]},
		{"wrong offsets", strings.Replace(good, "%PDF-1.4\n", "%PDF-1.4\n% a line more\n", 1)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			wantOutline(t, mustRead(t, []byte(test.data)), "paragraph |What is left can be read.")
		})
	}
}

// newPage is a file of one page with one line of text.
func newPage(text string) []byte {
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, text), "", "")
	return b.bytes()
}

// TestImpossibleSizes holds that sizes are judged before memory is asked for.
func TestImpossibleSizes(t *testing.T) {
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, "Text"), "", "")
	b.stream("/Type /XObject /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 2147483647 >>", "x")
	data := b.bytes()
	_, err := Engines{}.Read(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits())
	if err == nil || !strings.Contains(err.Error(), "a size that no file has") {
		t.Errorf("got %v", err)
	}
	table := "%PDF-1.5\n1 0 obj\n<< /Type /XRef /Size 99999999999 /W [1 9 9] /Root 2 0 R /Length 5 >>\nstream\nxxxxx\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
	if _, err = (Engines{}).Read(strings.NewReader(table), int64(len(table)), corpus.DefaultLimits()); err == nil {
		t.Error("a file of nothing but a table was read")
	}
	far := strings.Replace(string(newPage("Still read.")), "0000000000 65535 f ", "0000000000 65535 f \n4294967296 3\n0000000000 00000 f ", 1)
	wantOutline(t, mustRead(t, []byte(far)), "paragraph |Still read.")
}

// TestRebuildsCompressedObjects loses the table of a file whose page lies in an
// object stream.
func TestRebuildsCompressedObjects(t *testing.T) {
	objects := []string{
		"<< /Type /Pages /Kids [5 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 4 0 R /MediaBox [0 0 595 842] /Contents 2 0 R /Resources << /Font << /F1 6 0 R >> >> >>",
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
	}
	var head, body string
	for i, o := range objects {
		head += fmt.Sprintf("%d %d ", i+4, len(body))
		body += o + " "
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	z.Write([]byte(head + body))
	z.Close()
	content := at("F1", 11, 72, 700, "Kept in an object stream.")
	data := fmt.Sprintf("%%PDF-1.5\n1 0 obj\n<< /Type /Catalog /Pages 4 0 R >>\nendobj\n2 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n"+
		"3 0 obj\n<< /Type /ObjStm /N 3 /First %d /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n", len(content), content, len(head), packed.Len(), packed.String())
	wantOutline(t, mustRead(t, []byte(data)), "paragraph |Kept in an object stream.")
}

// FuzzRead holds that whatever the bytes of a small file, reading ends in a sound
// text or in an InputError.
func FuzzRead(f *testing.F) {
	b := newBuilder()
	b.page(at("F1", 11, 72, 700, "Text"), "", "")
	f.Add(b.bytes())
	f.Add([]byte("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\n2 0 obj << /Kids [2 0 R 3 0 R] >>"))
	limits := corpus.DefaultLimits()
	limits.StreamBytes, limits.TotalBytes = 1<<20, 4<<20
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.Contains(data, []byte("Predictor")) || bytes.Contains(data, []byte("XRef")) || bytes.Contains(data, []byte("Prev")) || bytes.Contains(data, []byte("Extends")) {
			t.Skip("the parser may loop or exhaust memory, which only a process of its own can bound")
		}
		text, err := Engines{}.Read(bytes.NewReader(data), int64(len(data)), limits)
		if err != nil {
			if _, ok := err.(*corpus.InputError); !ok {
				t.Errorf("%v is no InputError", err)
			}
			return
		}
		check(t, text)
	})
}
