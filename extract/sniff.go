package extract

import (
	"bytes"
	"regexp"
	"strings"

	"thematic/extract/plain"
)

// sniffBytes is how much of the beginning of a file [sniff] can use.
const sniffBytes = 8 << 10

// signatures are first bytes that settle a format.
var signatures = []struct {
	offset int
	bytes  string
	format Format
}{
	{0, "%PDF-", PDF},
	{0, "{\\rtf", RTF},
	{0, "%!PS", PostScript},
	{0, "\x89PNG\r\n\x1a\n", Image},
	{0, "\xff\xd8\xff", Image},
	{0, "GIF87a", Image},
	{0, "GIF89a", Image},
	{0, "II*\x00", Image},
	{0, "MM\x00*", Image},
	{8, "WEBP", Image},
	{4, "ftypheic", Image},
	{4, "ftypmif1", Image},
	{4, "ftyp", Media},
	{0, "ID3", Media},
	{0, "OggS", Media},
	{0, "fLaC", Media},
	{0, "\x30\x26\xb2\x75", Media}, // WMA, WMV
	{0, "\x1a\x45\xdf\xa3", Media}, // Matroska
	{0, "\xff\xfb", Media},         // MP3 without a tag
	{0, "\xff\xf3", Media},
	{8, "WAVE", Media},
	{8, "AVI ", Media},
	{0, "\x1f\x8b\x08", Archive},
	{0, "7z\xbc\xaf\x27\x1c", Archive},
	{0, "Rar!\x1a\x07", Archive},
	{0, "BZh", Archive},
	{0, "\xfd7zXZ\x00", Archive},
	{257, "ustar", Archive},
	{0, "\x7fELF", Program},
	{0, "MZ", Program},
	{0, "L\x00\x00\x00\x01\x14\x02\x00", Shortcut},
}

const (
	zipMagic = "PK\x03\x04"
	oleMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
)

// sniff tells what a file is from its first bytes, of which it uses at most
// [sniffBytes]. The name only breaks ties: between plain text and a fragment of
// HTML, and between the things that plain text can hold. For an archive or an
// old Office file the head may not say what is inside; [Read] looks further.
func sniff(head []byte, name string) Format {
	head = head[:min(len(head), sniffBytes)]
	ext := extensionOf(name)
	if len(head) == 0 {
		return Empty
	}
	if len(bytes.TrimLeft(head, "\x00")) == 0 {
		return Zeros
	}
	switch {
	case bytes.HasPrefix(head, []byte(zipMagic)):
		return sniffZip(head)
	case bytes.HasPrefix(head, []byte(oleMagic)):
		return sniffOLE(head, ext)
	}
	for _, s := range signatures {
		if len(head) >= s.offset && bytes.HasPrefix(head[s.offset:], []byte(s.bytes)) {
			// "MZ" and "BZh" may begin a sentence too.
			if _, text := plain.Detect(head); !text || len(s.bytes) > 3 {
				return s.format
			}
		}
	}
	if pdfWithin(head, ext) {
		return PDF
	}
	encoding, ok := plain.Detect(head)
	switch {
	case !ok && named(ext) == Elsewhere:
		return Elsewhere
	case !ok:
		return Unknown
	}
	return sniffText(plain.Decode(head, encoding), ext)
}

var pdfObject = regexp.MustCompile(`(^|\s)\d{1,8} \d{1,5} obj\b`)

// pdfWithin reports whether head is of a PDF with other bytes before its
// header, or of one that has lost it.
func pdfWithin(head []byte, ext string) bool {
	at := bytes.Index(head[:min(len(head), 1024)], []byte("%PDF-"))
	if at > 0 && (ext == "pdf" || pdfObject.Match(head[at:])) {
		return true
	}
	return ext == "pdf" && pdfObject.Match(head)
}

// sniffZip tells the format of a zip file from the entry names in its head.
func sniffZip(head []byte) Format {
	for _, s := range []struct {
		mark   string
		format Format
	}{
		{"mimetypeapplication/vnd.oasis.opendocument.text", ODT},
		{"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Spreadsheet},
		{"mimetypeapplication/vnd.oasis.opendocument.presentation", Slides},
		{"mimetypeapplication/epub+zip", EBook},
		{"word/document", DOCX},
		{"word/", DOCX},
		{"xl/", Spreadsheet},
		{"ppt/", Slides},
	} {
		if bytes.Contains(head, []byte(s.mark)) {
			return s.format
		}
	}
	return Archive
}

// sniffOLE tells the format of a compound file from the stream names in part,
// which are in UTF-16, and failing that from the extension.
func sniffOLE(part []byte, ext string) Format {
	for _, s := range []struct {
		stream string
		format Format
	}{
		{"EncryptedPackage", LockedOffice},
		{"WordDocument", OldWord},
		{"Workbook", Spreadsheet},
		{"PowerPoint Document", Slides},
		{"__substg1.0_", Email},
	} {
		wide := strings.Join(strings.Split(s.stream, ""), "\x00")
		if bytes.Contains(part, []byte(wide)) {
			return s.format
		}
	}
	switch f := named(ext); f {
	case OldWord, Spreadsheet, Slides, Email:
		return f
	}
	return OldOffice
}

var (
	htmlDocument = regexp.MustCompile(`(?i)^\s*(<\?xml[^>]*>\s*)?(<!--(?s:.*?)-->\s*)*<(!doctype\s+html|html|head|body)\b`)
	htmlTag      = regexp.MustCompile(`(?i)<(p|div|h[1-6]|ul|ol|li|table|tr|td|br|span|a|b|i|strong|em|section|article|main|title|meta)(\s[^<>]*)?/?>`)
	mailHeader   = regexp.MustCompile(`(?i)^(received|return-path|message-id|mime-version|from|to|cc|subject|date|delivered-to|x-[a-z-]+|content-type|reply-to|dkim-signature|authentication-results):\s`)
	mailMarks    = regexp.MustCompile(`(?im)^(message-id|mime-version|return-path|received|x-mailer|dkim-signature):\s`)
	markup       = regexp.MustCompile(`^\s*(<\?xml|<svg|<[a-zA-Z][\w.-]*:[a-zA-Z])`)
)

// sniffText tells what kind of text the beginning of a text file is.
func sniffText(text, ext string) Format {
	start := strings.TrimSpace(text)
	promised := named(ext)
	switch {
	case start == "":
		return Text
	case promised == Shortcut:
		return Shortcut
	case htmlDocument.MatchString(text):
		return HTML
	case mailHeader.MatchString(start) && mailMarks.MatchString(text):
		if strings.Contains(strings.ToLower(text), "multipart/related") {
			return WebArchive
		}
		return Email
	case strings.Contains(text, "<svg") && markup.MatchString(text):
		return Image
	case markup.MatchString(text):
		return Data
	case htmlTag.MatchString(text) && promised != Text && (promised == HTML || start[0] == '<'):
		return HTML
	case promised == Data && strings.ContainsRune("{[<-%#", rune(start[0])):
		return Data
	case promised == Spreadsheet && strings.ContainsAny(text, ",;\t"):
		return Spreadsheet
	}
	return Text
}
