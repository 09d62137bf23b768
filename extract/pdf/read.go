package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/ledongthuc/pdf"

	"thematic/corpus"
)

// engine is what the pages of a text say they were read by.
const engine = "text layer"

// Read reads a PDF of size bytes within limits. A page that is damaged becomes a
// page in the state [corpus.PageFailed] with its reason. The error is a
// [*corpus.InputError] without a path, and only returned where no page can be
// reached: the file is no PDF, is encrypted, is too large, or is damaged at its root.
//
// Sections are left to the caller: [corpus.Text.Sections] is nil and every
// block's Section is -1.
func Read(r io.ReaderAt, size int64, limits corpus.Limits) (corpus.Text, error) {
	if size > limits.FileBytes {
		return corpus.Text{}, fault("the file has %d bytes, more than the %d that are read", size, limits.FileBytes)
	}
	reader, err := open(r, size)
	if err != nil {
		return corpus.Text{}, err
	}
	leaves, cut, err := pageLeaves(reader, limits.Pages)
	if err != nil {
		return corpus.Text{}, fault("the file is damaged: %v", err)
	}
	if len(leaves) == 0 {
		return corpus.Text{}, fault("the file is damaged: it has no pages")
	}
	src := &source{limits: limits, fonts: map[string]*font{}}
	doc := &document{}
	for i := range leaves {
		doc.pages = append(doc.pages, readPage(src, &leaves[i], i))
	}
	doc.layOut()
	text := doc.text(limits.TextBytes)
	text.Properties = properties(reader)
	if cut {
		text.Warnings = append(text.Warnings, fmt.Sprintf("only the first %d pages were read", limits.Pages))
	}
	return text, nil
}

func fault(format string, args ...any) error {
	return &corpus.InputError{Reason: fmt.Sprintf(format, args...)}
}

// open parses the structure of a file.
func open(r io.ReaderAt, size int64) (reader *pdf.Reader, err error) {
	defer func() {
		if x := recover(); x != nil {
			reader, err = nil, fault("the file is damaged: %v", x)
		}
	}()
	head := make([]byte, min(size, 1024))
	n, _ := r.ReadAt(head, 0)
	head = head[:n]
	if !bytes.Contains(head, []byte("%PDF-")) {
		return nil, notPDF(head)
	}
	reader, err = pdf.NewReader(r, size)
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return nil, fault("the file is encrypted and needs a password")
	case err != nil && strings.Contains(err.Error(), "encryption"):
		return nil, fault("the file is encrypted in a way that cannot be read")
	case err != nil:
		return nil, fault("the file is damaged: %s", strings.TrimPrefix(err.Error(), "malformed PDF: "))
	}
	if e := reader.Trailer().Key("Encrypt"); e.Kind() == pdf.Dict && (e.Key("V").Int64() < 2 || e.Key("Length").Int64() < 128) {
		return nil, fault("the file is encrypted in an old way that cannot be read")
	}
	return reader, nil
}

// notPDF says what the file is instead, as far as its first bytes tell.
func notPDF(head []byte) error {
	if len(head) == 0 {
		return fault("not a PDF: the file is empty")
	}
	known := []struct{ magic, name string }{
		{"PK\x03\x04", "a ZIP archive, as DOCX and ODT files are"},
		{"\xd0\xcf\x11\xe0", "an old Office file"},
		{"{\\rtf", "a rich text file"},
		{"\xff\xd8\xff", "a JPEG picture"},
		{"\x89PNG", "a PNG picture"},
		{"<", "a web page"},
	}
	for _, k := range known {
		if bytes.HasPrefix(bytes.TrimLeft(head, " \r\n\t\ufeff"), []byte(k.magic)) {
			return fault("not a PDF: it is %s", k.name)
		}
	}
	return fault("not a PDF: it begins with %q", head[:min(len(head), 12)])
}

// properties returns what the file says of itself.
func properties(r *pdf.Reader) (props map[string]string) {
	defer func() { _ = recover() }() // a damaged Info dictionary costs no text
	info := r.Trailer().Key("Info")
	keys := []struct{ key, name string }{
		{"Title", "title"}, {"Author", "author"}, {"Subject", "subject"}, {"Keywords", "keywords"},
		{"CreationDate", "created"}, {"ModDate", "modified"}, {"Producer", "producer"}, {"Creator", "creator"},
	}
	props = map[string]string{}
	for _, k := range keys {
		if s := clean(textString(info.Key(k.key).RawString())); s != "" && len(s) < 4096 {
			props[k.name] = s
		}
	}
	return props
}
