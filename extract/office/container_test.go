package office

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"strings"
	"testing"

	"thematic/corpus"
)

// entry is a part of an archive that need not be what it says.
type entry struct {
	name     string
	packed   []byte // deflated
	inflated uint64 // as the directory says
}

// deflated is what n spaces are packed into.
func deflated(t *testing.T, n int) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	e, err := w.Create("a")
	if err == nil {
		_, err = e.Write(bytes.Repeat([]byte(" "), n))
	}
	if err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
	if err != nil {
		t.Fatal(err)
	}
	at, err := r.File[0].DataOffset()
	if err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()[at : at+int64(r.File[0].CompressedSize64)]
}

// rawArchive makes an archive of entries, with the sizes that they state.
func rawArchive(t *testing.T, entries ...entry) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, e := range entries {
		out, err := w.CreateRaw(&zip.FileHeader{Name: e.name, Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(nil),
			CompressedSize64: uint64(len(e.packed)), UncompressedSize64: e.inflated})
		if err == nil {
			_, err = out.Write(e.packed)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func smallLimits() corpus.Limits {
	limits := corpus.DefaultLimits()
	limits.StreamBytes, limits.TotalBytes = 8<<20, 12<<20
	return limits
}

// TestInflatedBytesAreCounted reads archives that unpack to more than is read,
// whatever they say of it.
func TestInflatedBytesAreCounted(t *testing.T) {
	const mb = 1 << 20
	sound := entry{"word/document.xml", deflated(t, 100), 100}
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"a large part", rawArchive(t, entry{"word/document.xml", deflated(t, 20*mb), 20 * mb}), "its part word/document.xml inflates to more than"},
		{"one that says it is small", rawArchive(t, entry{"word/document.xml", deflated(t, 20*mb), 10}), "its part word/document.xml "},
		{"one that says it is huge", rawArchive(t, entry{"word/document.xml", deflated(t, 100), 1 << 60}), "its part word/document.xml is damaged"},
		{"large headers", rawArchive(t, sound, entry{"word/header1.xml", deflated(t, 20*mb), 20 * mb}), ""},
	}
	for _, tt := range tests {
		_, err := ReadDOCX(bytes.NewReader(tt.data), int64(len(tt.data)), smallLimits())
		if got := fmt.Sprint(err); tt.want != "" && !strings.HasPrefix(got, tt.want) || tt.want == "" && err != nil {
			t.Errorf("%s: got %v, want %q", tt.name, err, tt.want)
		}
	}
}

// TestTotalIsCounted inflates parts that are each within the limit of one.
func TestTotalIsCounted(t *testing.T) {
	const mb = 1 << 20
	var entries []entry
	for i := range 40 {
		entries = append(entries, entry{fmt.Sprint("word/header", i, ".xml"), deflated(t, mb), mb})
	}
	data := rawArchive(t, entries...)
	limits := smallLimits()
	c, err := openContainer(bytes.NewReader(data), int64(len(data)), limits)
	if err != nil {
		t.Fatal(err)
	}
	c.furniture("word/header")
	if c.used > limits.TotalBytes+int64(len(entries)) {
		t.Errorf("%d bytes were inflated, the limit is %d", c.used, limits.TotalBytes)
	}
}

// patch changes every entry of the directory of an archive.
func patch(data []byte, change func(entry []byte)) []byte {
	data = bytes.Clone(data)
	for at := bytes.Index(data, []byte("PK\x01\x02")); at >= 0 && at < len(data)-4; {
		change(data[at:])
		next := bytes.Index(data[at+4:], []byte("PK\x01\x02"))
		if next < 0 {
			break
		}
		at += 4 + next
	}
	return data
}

// TestDirectoryDecides reads archives whose entries overlap, whose local headers
// say something else, or whose names are paths: the directory decides, and names
// are never used as paths.
func TestDirectoryDecides(t *testing.T) {
	sound := archive(t, "word/document.xml", wordStart+para("", "No plan.")+wordEnd)
	local := bytes.Clone(sound)
	copy(local[30:], "../../etc/passwd!")                // the name there
	binary.LittleEndian.PutUint32(local[18:], 0xfffffff) // the sizes there
	binary.LittleEndian.PutUint32(local[22:], 0xfffffff)
	twice := archive(t, "word/document.xml", wordStart+para("", "No plan.")+wordEnd, "word/header1.xml", "<x/>", "word/header2.xml", "<x/>")
	tests := []struct {
		name string
		data []byte
		body string
	}{
		{"local header", local, "No plan.\n"},
		{"overlapping", patch(twice, func(e []byte) { binary.LittleEndian.PutUint32(e[42:], 0) }), "No plan.\n"},
		{"beyond the end", patch(sound, func(e []byte) { binary.LittleEndian.PutUint32(e[42:], 1<<30) }), ""},
		{"paths", archive(t, "../../../tmp/x", "x", "/etc/passwd", "x", `C:\x`, "x", "word/../document.xml", "x", "word/document.xml", wordStart+para("", "No plan.")+wordEnd), "No plan.\n"},
		{"the first of two", archive(t, "word/document.xml", wordStart+para("", "No plan.")+wordEnd, "word/document.xml", wordStart+para("", "Another.")+wordEnd), "No plan.\n"},
		{"an archive within", archive(t, "word/document.xml", wordStart+para("", "No plan.")+wordEnd, "word/embeddings/a.docx", string(sound)), "No plan.\n"},
		{"an archive for a part", archive(t, "word/document.xml", string(sound)), ""},
	}
	for _, tt := range tests {
		text, err := ReadDOCX(bytes.NewReader(tt.data), int64(len(tt.data)), corpus.DefaultLimits())
		if text.Body != tt.body || (err != nil) != (tt.body == "") {
			t.Errorf("%s: got %q, %v, want %q", tt.name, text.Body, err, tt.body)
		}
	}
}

func TestEntriesAreCounted(t *testing.T) {
	limits := corpus.DefaultLimits()
	for n, ok := range map[int]bool{limits.Entries: true, limits.Entries + 1: false} {
		entries := []string{"word/document.xml", wordStart + para("", "No plan.") + wordEnd}
		for i := 1; i < n; i++ {
			entries = append(entries, fmt.Sprint("customXml/", i), "")
		}
		data := archive(t, entries...)
		_, err := ReadDOCX(bytes.NewReader(data), int64(len(data)), limits)
		if (err == nil) != ok {
			t.Errorf("%d entries: got %v", n, err)
		}
	}
}

// TestDocumentTypesAreRefused declares one in a part of either format.
func TestDocumentTypesAreRefused(t *testing.T) {
	const declared = `<!DOCTYPE x [<!ENTITY a "No plan."><!ENTITY b SYSTEM "file:///etc/passwd">]>`
	styles := declared + `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:styleId="S"><w:name w:val="&b;"/></w:style></w:styles>`
	data := archive(t, "word/document.xml", wordStart+para("S", "No plan.")+wordEnd, "word/styles.xml", styles)
	if text, err := ReadDOCX(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits()); text.Body != "No plan.\n" || err != nil {
		t.Errorf("in the styles: got %q, %v", text.Body, err)
	}
	data = archive(t, "content.xml", declared+odtHead+`<text:p>&a;&b;</text:p>`+odtTail)
	if text, err := ReadODT(bytes.NewReader(data), int64(len(data)), corpus.DefaultLimits()); err == nil {
		t.Errorf("in the content: got %q", text.Body)
	}
}
