package extract

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/extract/libreoffice"
	"thematic/extract/pdfium"
)

func zipOf(t testing.TB, entries ...string) string {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i < len(entries); i += 2 {
		e, err := w.CreateHeader(&zip.FileHeader{Name: entries[i], Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := e.Write([]byte(entries[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

// oleFile is a compound file (MS-CFB) of one directory sector with one stream.
func oleFile(stream string) string {
	header := make([]byte, 512)
	copy(header, oleMagic)
	header[30] = 9 // sectors of 512 bytes
	return string(header) + strings.Join(strings.Split(stream, ""), "\x00") + strings.Repeat("\x00", 2048)
}

func TestSniff(t *testing.T) {
	wide := func(s string) string { return strings.Join(strings.Split(s, ""), "\x00") }
	tests := []struct {
		head, name string
		want       Format
	}{
		{"", "a.pdf", Empty},
		{"%PDF-1.4\n", "a.txt", PDF},
		{"\r\n\r\n%PDF-1.4\n1 0 obj\n", "a", PDF},
		{"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n", "a.pdf", PDF},
		{"1 0 obj\n<<>>\nendobj\n", "a.pdf", PDF},
		{"The mark %PDF-1.4 begins a PDF.", "a.txt", Text},
		{"<!DOCTYPE html>\n<html>", "a.pdf", HTML},
		{"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", "a", HTML},
		{"<!-- saved --> <HTML>", "a.txt", HTML},
		{"<p>A fragment", "a.html", HTML},
		{"<p>A fragment", "a", HTML},
		{"<p>A fragment", "a.txt", Text},
		{"A fragment with <b>bold</b>", "a.htm", HTML},
		{"A fragment with <b>bold</b>", "a", Text},
		{"No tags at all", "a.html", Text},
		{"{\\rtf1\\ansi", "a.doc", RTF},
		{"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n\nhello", "a.eml", Email},
		{"From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n", "a.mht", WebArchive},
		{"From: the chair\nTo: the board\n\nA letter.", "a.txt", Text},
		{"\x89PNG\r\n\x1a\n", "a.pdf", Image},
		{"\xff\xd8\xff\xe0", "a.jpg", Image},
		{"<svg xmlns=\"x\">", "a.svg", Image},
		{"BZh and MZ are names of people", "a.txt", Text},
		{"MZ\x90\x00\x03\x00\x00\x00", "a.exe", Program},
		{"{\"a\": 1}", "a.json", Data},
		{"<?xml version=\"1.0\"?><w:doc xmlns:w=\"x\"/>", "a.xml", Data},
		{"a,b\n1,2\n", "a.csv", Spreadsheet},
		{"one\n", "notes.md", Text},
		{"\x00\x01\x02\x03\x04\x05\x06\x07", "a.bin", Unknown},
		{zipOf(t, "mimetype", "application/vnd.oasis.opendocument.text"), "a.odt", ODT},
		{zipOf(t, "[Content_Types].xml", "", "word/document.xml", ""), "a.zip", DOCX},
		{zipOf(t, "[Content_Types].xml", "", "xl/workbook.xml", ""), "a.docx", Spreadsheet},
		{zipOf(t, "report.pdf", "x"), "a.zip", Archive},
		{oleMagic + wide("WordDocument"), "a", OldWord},
		{oleMagic + wide("EncryptedPackage"), "a.docx", LockedOffice},
		{oleMagic, "a.msg", Email},
		{oleMagic, "a.pdf", OldOffice},
	}
	for _, tt := range tests {
		if got := sniff([]byte(tt.head), tt.name); got != tt.want {
			t.Errorf("%.30q named %s: got %s, want %s", tt.head, tt.name, got, tt.want)
		}
	}
}

func TestReadVerdicts(t *testing.T) {
	tests := []struct {
		content, name string
		status        corpus.Status
		reason        string
	}{
		{"", "a.pdf", corpus.StatusEmpty, "the file is empty (0 bytes): copy or download it again"},
		{" \n\n ", "a.txt", corpus.StatusEmpty, "there is no text in it"},
		{strings.Repeat("\x00", 9000), "a.pdf", corpus.StatusFailed, "a file that begins with nothing but zeros: copy or download it again, since it did not come whole"},
		{"No plan was made.", "a.txt", corpus.StatusOK, ""},
		{"No plan was made.", "a.pdf", corpus.StatusOK, "named .pdf, but it is plain text"},
		{"{\\rtf1 hello}", "a.rtf", corpus.StatusOK, ""},
		{"{\\rtf1 hello}", "a.doc", corpus.StatusOK, "named .doc, but it is a rich text file (.rtf)"},
		{oleMagic + strings.Repeat("\x00", 600), "a.doc", corpus.StatusFailed, "an old Word file (.doc): " + libreoffice.Hint() + " and run again, or save it as DOCX"},
		{oleFile("WordDocument"), "a", corpus.StatusFailed, "an old Word file (.doc): " + libreoffice.Hint() + " and run again, or save it as DOCX"},
		{oleFile("Workbook"), "a.xls", corpus.StatusSkipped, "a spreadsheet: only reports are read; if it holds one, save it as PDF"},
		{oleFile("Workbook"), "a.doc", corpus.StatusSkipped, "named .doc, but it is a spreadsheet: only reports are read; if it holds one, save it as PDF"},
		{oleFile("PowerPoint Document"), "a.ppt", corpus.StatusSkipped, "a set of slides: save it as PDF"},
		{oleFile("__substg1.0_0037001F"), "a.msg", corpus.StatusSkipped, "an e-mail: save the report that is attached to it, or print the message to PDF"},
		{oleFile("EncryptedPackage"), "a.docx", corpus.StatusFailed, "an Office file locked with a password: open it with its password and save a copy without one"},
		{"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n\nThe report is attached.", "a.eml", corpus.StatusSkipped, "an e-mail: save the report that is attached to it, or print the message to PDF"},
		{zipOf(t, "[Content_Types].xml", "x", "xl/workbook.xml", "x"), "a.xlsx", corpus.StatusSkipped, "a spreadsheet: only reports are read; if it holds one, save it as PDF"},
		{zipOf(t, "[Content_Types].xml", "x", "ppt/presentation.xml", "x"), "a.pptx", corpus.StatusSkipped, "a set of slides: save it as PDF"},
		{zipOf(t, "report.pdf", "x"), "a.zip", corpus.StatusSkipped, "an archive: unpack it first"},
		{zipOf(t, "Index/Document.iwa", "x"), "a.pages", corpus.StatusSkipped, "a document of another program: save it as PDF"},
		{"\xe4\x52\x5c\x7b\x8c\xd8", "a.one", corpus.StatusSkipped, "a document of another program: save it as PDF"},
		{zipMagic + " cut off", "a.docx", corpus.StatusFailed, "it is damaged, and its contents cannot be listed: ask for a new copy"},
		{zipMagic + " cut off", "a.zip", corpus.StatusSkipped, "an archive: unpack it first"},
		{"L\x00\x00\x00\x01\x14\x02\x00\x00\x00", "a.pdf - Shortcut.lnk", corpus.StatusSkipped, "a shortcut: copy or download what it leads to into the folder to have it read"},
		{"[InternetShortcut]\r\nURL=https://board.example/a.pdf\r\n", "a.url", corpus.StatusSkipped, "a shortcut: copy or download what it leads to into the folder to have it read"},
		{"\xff\xd8\xff\xe0", "page.jpg", corpus.StatusSkipped, "a picture: if it shows a page of a report, put it into a PDF: pages that are pictures are read where Tesseract is installed"},
		{"ID3\x03\x00\x00\x00", "a.mp3", corpus.StatusSkipped, "a sound or video file: only written reports are read; add what is said in it as text"},
		{"RIFF\x00\x00\x00\x00WAVEfmt ", "a.wav", corpus.StatusSkipped, "a sound or video file: only written reports are read; add what is said in it as text"},
		{"\x89PNG\r\n\x1a\n", "scan.png", corpus.StatusSkipped, "a picture: if it shows a page of a report, put it into a PDF: pages that are pictures are read where Tesseract is installed"},
		{"\x00\x01\x02\x03\x04\x05\x06\x07", "a.bin", corpus.StatusSkipped, "not a kind of document that is known here: if it is a report, save it as PDF"},
	}
	for _, tt := range tests {
		got := Read(strings.NewReader(tt.content), int64(len(tt.content)), tt.name, corpus.DefaultLimits())
		if got.Status != tt.status || got.Reason != tt.reason {
			t.Errorf("%.20q named %s: got %s, %q, want %s, %q", tt.content, tt.name, got.Status, got.Reason, tt.status, tt.reason)
		}
		if err := got.Text.Validate(); err != nil {
			t.Errorf("%.20q named %s: %v", tt.content, tt.name, err)
		}
	}
}

// trap is a file that stops its reader.
type trap struct {
	value any
	none  int
}

func (t trap) ReadAt([]byte, int64) (int, error) {
	if t.value == nil {
		return 1 / t.none, nil
	}
	panic(t.value)
}

// TestPanicLeavesATrace: it says where the reader stopped, and nothing of the
// file, and what the reader held is not used again.
func TestPanicLeavesATrace(t *testing.T) {
	for _, tt := range []struct {
		value any
		want  string
	}{
		{nil, "the reader stopped: runtime error: integer divide by zero in extract.trap.ReadAt (read_test.go:"},
		{"a child of eight", "the reader stopped: string in extract.trap.ReadAt (read_test.go:"},
	} {
		r := Reader{second: pdfium.New("")}
		got := r.Read(trap{value: tt.value}, 100, "a.pdf", corpus.DefaultLimits())
		said := strings.Join(got.Text.Warnings, "; ")
		if !strings.HasPrefix(said, tt.want) || !strings.Contains(said, ", extract.(*Reader).Read (read.go:") || strings.Contains(said, "child") {
			t.Errorf("got the trace %q, want %q", said, tt.want)
		}
		if got.Status != corpus.StatusFailed || strings.Contains(got.Reason, ".go") || r.second != nil {
			t.Errorf("got %s, %q, the second reader %v", got.Status, got.Reason, r.second)
		}
	}
}

func TestReadRefusesLargeFiles(t *testing.T) {
	limits := corpus.DefaultLimits()
	limits.FileBytes = 1 << 20
	got := Read(strings.NewReader(""), 2<<20, "a.pdf", limits)
	if want := "it is larger than 1 MB, the most that is read: split it, or save it with smaller pictures"; got.Status != corpus.StatusFailed || got.Reason != want {
		t.Errorf("got %s, %q, want %q", got.Status, got.Reason, want)
	}
}

func TestVerdict(t *testing.T) {
	const read, blank, ocr, failed = corpus.PageRead, corpus.PageBlank, corpus.PageNeedsOCR, corpus.PageFailed
	tests := []struct {
		body   string
		states []corpus.PageState
		status corpus.Status
		reason string
	}{
		{"x\n", []corpus.PageState{read, blank}, corpus.StatusOK, ""},
		{"", []corpus.PageState{blank}, corpus.StatusEmpty, "there is no text in it"},
		{"x\n", []corpus.PageState{read, ocr, ocr, read, ocr}, corpus.StatusPartial,
			"pages 2-3, 5 are pictures of text: use a copy with a text layer, or read it with OCR first"},
		{"x\n", []corpus.PageState{read, failed}, corpus.StatusPartial, "page 2 could not be read in full: torn"},
		{"", []corpus.PageState{ocr, ocr}, corpus.StatusNeedsOCR,
			"both pages are pictures of text: use a copy with a text layer, or read it with OCR first"},
		{"", []corpus.PageState{failed}, corpus.StatusFailed, "page 1 could not be read in full: torn"},
	}
	for _, tt := range tests {
		text := corpus.Text{Body: tt.body}
		for i, s := range tt.states {
			p := corpus.Page{Number: i + 1, State: s}
			if s == failed {
				p.Reason = "torn"
			}
			text.Pages = append(text.Pages, p)
		}
		if status, reason := verdict(&text, Options{}.advice()); status != tt.status || reason != tt.reason {
			t.Errorf("%v: got %s, %q, want %s, %q", tt.states, status, reason, tt.status, tt.reason)
		}
	}
}

// TestEmptyScan says of a file without text that its pages were looked at as pictures.
func TestEmptyScan(t *testing.T) {
	text := corpus.Text{Pages: []corpus.Page{{Number: 1, State: corpus.PageBlank}, {Number: 2, State: corpus.PageBlank, Engine: "ocr"}}}
	const want = "there is no text in it: no word was recognised on page 2, which is a picture"
	if status, reason := verdict(&text, ""); status != corpus.StatusEmpty || reason != want {
		t.Errorf("got %s, %q, want %q", status, reason, want)
	}
}

// TestEmptyPortfolio says of a file without text what the reader warned of.
func TestEmptyPortfolio(t *testing.T) {
	text := corpus.Text{Pages: []corpus.Page{{Number: 1, State: corpus.PageBlank}}, Warnings: []string{"1 document attached to it"}}
	const want = "there is no text in it; 1 document attached to it"
	if status, reason := verdict(&text, ""); status != corpus.StatusEmpty || reason != want {
		t.Errorf("got %s, %q, want %q", status, reason, want)
	}
}

// TestRecognisedPagesAreNamed has a file of which one page was recognised by Tesseract,
// one by another program, and one was written.
func TestRecognisedPagesAreNamed(t *testing.T) {
	text := corpus.Text{Pages: []corpus.Page{
		{Number: 1, State: corpus.PageRead}, {Number: 2, State: corpus.PageRead, Confidence: 91}, {Number: 3, State: corpus.PageRead, TextLayer: true},
	}}
	warnOfRecognised(&text)
	want := []string{
		"page 2 was recognised from pictures of text, with a confidence of 91%: compare a quotation with the page before it is used",
		"page 3 was recognised from pictures of text by another program: compare a quotation with the page before it is used",
	}
	if !slices.Equal(text.Warnings, want) {
		t.Errorf("got %q, want %q", text.Warnings, want)
	}
}

// TestForeignTextIsNamed has two paragraphs of each language.
func TestForeignTextIsNamed(t *testing.T) {
	english := strings.Repeat("Nobody spoke with the child alone, and the plan was not kept by those who made it. ", 8)
	welsh := strings.Repeat("Ni welwyd y plentyn ar ei phen ei hun, ac ni ofynnodd neb sut beth oedd byw yno. ", 8)
	const advice = " not seem to be English, and the built-in codebooks find themes in English alone"
	read := Read(strings.NewReader(english+"\n\n"+welsh), int64(len(english+"\n\n"+welsh)), "a.txt", corpus.DefaultLimits())
	if want := []string{"136 of its words do" + advice}; !slices.Equal(read.Text.Warnings, want) {
		t.Errorf("got %q, want %q", read.Text.Warnings, want)
	}
	text := corpus.Text{Body: english + "\n" + welsh + "\n"}
	middle := len(english) + 1
	text.Blocks = []corpus.Block{{Span: corpus.Span{End: middle - 1}}, {Span: corpus.Span{Start: middle, End: len(text.Body) - 1}}}
	text.Pages = []corpus.Page{{Number: 1, Span: corpus.Span{End: middle}}, {Number: 2, Span: corpus.Span{Start: middle, End: len(text.Body)}}}
	warnOfForeign(&text)
	if want := []string{"136 words on page 2 do" + advice}; !slices.Equal(text.Warnings, want) {
		t.Errorf("got %q, want %q", text.Warnings, want)
	}
}
