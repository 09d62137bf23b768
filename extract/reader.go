package extract

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"thematic/corpus"
	"thematic/extract/ocr"
	"thematic/extract/office"
	"thematic/extract/pdf"
	"thematic/extract/pdfium"
	"thematic/extract/plain"
	"thematic/extract/web"
)

// Options say what stands behind the text layer of PDF files, and behind the
// built-in table of sections. The zero value reads text layers alone.
type Options struct {
	// Second has PDFium read the pages and files that the text layer does not
	// give.
	Second bool `json:"second,omitempty"`
	// Cache is the folder that keeps PDFium as it is compiled for this machine.
	// Where it is "", every reader that needs PDFium compiles it for itself.
	Cache string `json:"cache,omitempty"`
	// Wait has a reader that finds the cache unfilled say so in
	// [Result.NotPrepared], and not compile.
	Wait bool `json:"wait,omitempty"`
	// Tesseract is the program that recognises pages that are pictures of text,
	// "" where it is not installed: see [ocr.Find]. It needs Second.
	Tesseract string `json:"tesseract,omitempty"`
	// Language is what it is told to read, as it names languages: "eng",
	// "eng+cym"; "" for English.
	Language string `json:"language,omitempty"`
	// NoOCR has such pages left alone though the program is there.
	NoOCR bool `json:"no_ocr,omitempty"`
	// Office is the program that converts old Word files, "" where it is not
	// installed: see [libreoffice.Find]. A [Reader] does not run it; the pool of
	// package worker does.
	Office string `json:"office,omitempty"`
	// Sections is a table of the user's that tells the kinds of sections before
	// the built-in one does: YAML, see [ParseSectionRules].
	Sections string `json:"sections,omitempty"`
	// Passwords open encrypted PDF files.
	Passwords Passwords `json:"-"`
}

// TextLayer are the options without the engines that stand behind it.
func (o Options) TextLayer() Options { return Options{Sections: o.Sections, Passwords: o.Passwords} }

// advice says what a person can do about pages that are pictures of text.
func (o Options) advice() string {
	const copy = "use a copy with a text layer"
	switch {
	case !o.Second:
		return copy + ", or read it with OCR first"
	case o.NoOCR:
		return "recognition is switched off"
	case o.Tesseract == "":
		return ocr.Hint() + " and run again, or " + copy
	}
	return copy
}

// UserCache is the folder in which what is costly to prepare is kept for this user,
// "" where there is none.
func UserCache() string {
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, "thematic")
}

// Prepare fills the cache: see [pdfium.Prepare].
func (o Options) Prepare(ctx context.Context) error { return pdfium.Prepare(ctx, o.Cache) }

// Recognises reports whether pages that are pictures are shown to Tesseract.
func (o Options) Recognises() bool { return o.Second && o.Tesseract != "" && !o.NoOCR }

// Outdated says why a file that was read before may come out otherwise with these
// options and limits, and "" where it does not: it has pages that were not
// recognised and now can be, or were and now are not to be, or in another language,
// or its time ran out and it now has more, or the reader ended on it for the first
// time, or it is an old Word file that now can be converted, or one that wanted a
// password and now is given some.
func (o Options) Outdated(record *corpus.Record, limits corpus.Limits) string {
	able, anew := o.Recognises(), record.Language != o.Language
	unread := func(p corpus.Page) bool {
		return p.State == corpus.PageNeedsOCR || p.State == corpus.PageFailed && record.Format == string(PDF)
	}
	seen := func(p corpus.Page) bool { return p.Confidence > 0 }
	pages := record.Text.Pages
	switch {
	case record.Format == string(OldWord) && strings.HasSuffix(record.Reason, andAgain) && o.Office != "":
		return "LibreOffice converts old Word files now"
	case record.Status == corpus.StatusFailed && o.Passwords.Open(record.Reason):
		return "a password is given"
	case record.Late > 0 && limits.TimeOCR > record.Late:
		return "more time is allowed"
	case record.TryAgain():
		return "the reader ended on it last time"
	case able && !record.Recognised && slices.ContainsFunc(pages, unread):
		return "Tesseract recognises pages now"
	case able && anew && (slices.ContainsFunc(pages, unread) || slices.ContainsFunc(pages, seen)):
		return "pages are recognised in another language"
	case o.NoOCR && slices.ContainsFunc(pages, seen):
		return "recognition is switched off"
	}
	return ""
}

// Reader reads files one after another and keeps what is costly to start. It is
// for one goroutine at a time; the zero value is ready for use.
type Reader struct {
	// Options may be changed between files.
	Options Options
	// Busy is called, unless it is nil, before work that takes longer than
	// reading text does.
	Busy func()

	late   bool // the time for a page of the file at hand ran out
	second *pdfium.Engine
	rules  *SectionRules // of table, nil before the first file
	table  string
}

// Close gives back what the reader holds.
func (r *Reader) Close() {
	if r.second != nil {
		r.second.Close()
		r.second = nil
	}
}

// sectionRules are those of the options, parsed once for as long as they stay.
func (r *Reader) sectionRules() (*SectionRules, error) {
	if r.rules == nil || r.table != r.Options.Sections {
		rules, err := sectionRules(r.Options.Sections)
		if err != nil {
			return nil, err
		}
		r.rules, r.table = rules, r.Options.Sections
	}
	return r.rules, nil
}

func (r *Reader) busy() {
	if r.Busy != nil {
		r.Busy()
	}
}

// text reads a file of a format that is read. It returns an error for the fault
// of the whole file only; what befalls a page is in the state of the page.
func (r *Reader) text(f Format, file io.ReaderAt, size int64, name string, limits corpus.Limits) (corpus.Text, error) {
	r.late = false
	switch f {
	case PDF:
		return r.pdf(file, size, r.Options.Passwords.For(name), limits)
	case DOCX:
		return office.ReadDOCX(file, size, limits)
	case ODT:
		return office.ReadODT(file, size, limits)
	case RTF:
		return office.ReadRTF(file, size, limits)
	case HTML:
		return web.Read(file, size, limits)
	}
	return plain.Read(file, size, limits)
}

func (f Format) isRead() bool {
	switch f {
	case PDF, DOCX, ODT, RTF, HTML, Text:
		return true
	}
	return false
}

func (r *Reader) pdf(file io.ReaderAt, size int64, passwords []string, limits corpus.Limits) (corpus.Text, error) {
	engines := pdf.Engines{Passwords: passwords}
	if !r.Options.Second {
		return engines.Read(file, size, limits)
	}
	if r.second == nil {
		r.second = pdfium.New(r.Options.Cache)
	}
	r.second.Wait = r.Options.Wait
	second := r.second.Open(file, size)
	second.Opening, second.Passwords = r.busy, passwords
	defer second.Close()
	engines.Second = second
	if r.Options.Recognises() {
		eye := ocr.New(ocr.Program{Path: r.Options.Tesseract, Language: r.Options.Language}, second, limits)
		eye.Looking = r.busy
		engines.Eye = eye
		defer func() { r.late = eye.Late() }()
	}
	return engines.Read(file, size, limits)
}

// notPrepared reports whether the file at hand needs PDFium, which is still to
// be compiled.
func (r *Reader) notPrepared() bool { return r.second != nil && r.second.NotPrepared() }
