package pdf

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"

	"github.com/ledongthuc/pdf"

	"thematic/corpus"
)

// textLayer is what the pages that are read here say they were read by.
const textLayer = "text layer"

// Read reads a PDF of size bytes within limits: its text layer first, and what
// that does not give with the engines of e. A page that is damaged becomes a
// page in the state [corpus.PageFailed] with its reason. The error is a
// [*corpus.InputError] without a path, and only returned where no page can be
// reached: the file is no PDF, is encrypted, is too large, or is damaged at its root.
//
// Sections are left to the caller: [corpus.Text.Sections] is nil and every
// block's Section is -1.
func (e Engines) Read(r io.ReaderAt, size int64, limits corpus.Limits) (corpus.Text, error) {
	if size > limits.FileBytes {
		return corpus.Text{}, fault("the file has %d bytes, more than the %d that are read", size, limits.FileBytes)
	}
	o, err := open(r, size, e.Passwords, limits)
	if err != nil {
		return e.readAll(err, limits)
	}
	src := &source{file: o.file, limits: limits, fonts: map[string]*font{}, drawsValues: drawsValues(o.reader)}
	doc := &document{promised: bookmarks(o.reader)}
	for i := range o.leaves {
		doc.pages = append(doc.pages, readPage(src, &o.leaves[i], i))
	}
	e.mend(doc, limits)
	if o.formElsewhere(doc.pages) {
		doc.pages[0].lines, doc.pages[0].layer = nil, false
		doc.pages[0].state, doc.pages[0].reason = corpus.PageFailed, "it is a form (XFA) that only Adobe Acrobat and Reader show: open it there and print it to PDF"
	}
	text, err := doc.laidOut(limits.TextBytes)
	if err != nil {
		return corpus.Text{}, err
	}
	text.Properties = properties(o.reader)
	if o.damage != nil && o.mayHaveLost(doc.pages) {
		text.Warnings = append(text.Warnings, fmt.Sprintf("text may be missing: %v", plain(o.damage)))
	}
	src.attachedBeside(o.reader)
	warnOfAttached(&text, src.attached)
	switch n := len(doc.pages); {
	case o.cut:
		text.Warnings = append(text.Warnings, cutWarning(limits))
	case int64(n) < o.count:
		text.Warnings = append(text.Warnings, fmt.Sprintf("pages are missing: of the %d that the file says it has, %d were found", o.count, n))
	}
	return text, nil
}

// laidOut makes text of the document.
func (d *document) laidOut(limit int) (text corpus.Text, err error) {
	defer func() {
		if x := recover(); x != nil {
			err = fault("the layout of the file cannot be made out: %v", stopped(x))
		}
	}()
	d.layOut()
	return d.text(limit), nil
}

func fault(format string, args ...any) error {
	return &corpus.InputError{Reason: fmt.Sprintf(format, args...)}
}

// opened is a file whose structure was read.
type opened struct {
	*tree
	reader *pdf.Reader
	file   io.ReaderAt // that reader reads, nil where reader decrypts it
	damage error       // why its table of objects was made anew
	torn   bool        // it does not end as PDF files do
}

// mayHaveLost reports whether anything but its table of objects speaks for text
// that is lost.
func (o *opened) mayHaveLost(pages []*sheet) bool {
	broken := func(s *sheet) bool { return s.state == corpus.PageFailed || s.damage != "" }
	return o.torn || o.count <= 0 || int64(len(pages)) < o.count || slices.ContainsFunc(pages, broken)
}

// open parses the structure of a file and lists its pages. Where that fails, it
// tries again with the table of objects made anew.
func open(r io.ReaderAt, size int64, passwords []string, limits corpus.Limits) (*opened, error) {
	v := newView(r, size)
	if v == nil {
		return nil, fault("not a PDF: it begins with %q", readPart(r, 0, min(size, 12)))
	}
	table, streams := v.checkSizes()
	if streams != nil {
		return nil, streams
	}
	var o *opened
	err := table
	if err == nil {
		o, err = openView(v, limits)
	}
	if errors.Is(err, errEncrypted) {
		if v, err = decrypted(v, passwords); err != nil {
			return nil, err
		}
		o, err = openView(v, limits)
	}
	if err == nil {
		return o, nil
	}
	if mended, e := rebuilt(v); e == nil {
		if o, e = openView(mended, limits); e == nil {
			o.damage, o.torn = err, v.torn
			return o, nil
		} else if errors.Is(e, errEncrypted) {
			return nil, e
		}
	}
	return nil, err
}

func openView(v *view, limits corpus.Limits) (*opened, error) {
	reader, err := parse(v)
	if err != nil {
		return nil, err
	}
	o := &opened{reader: reader, file: v}
	if !reader.Trailer().Key("Encrypt").IsNull() {
		o.file = nil
	}
	if o.tree, err = pageTree(reader, limits.Pages); err == nil && len(o.leaves) == 0 {
		err = errors.New("its table of objects leads to no page")
	}
	return o, err
}

// errEncrypted is the fault of files that the parser cannot decrypt.
var errEncrypted = errors.New("encrypted")

// leastBytes is how long a file has to be: the parser reads so much of its end.
const leastBytes = 100

// stopped is the error of a panic. What the Go runtime calls it says nothing to
// the owner of a file.
func stopped(x any) error {
	if _, ok := x.(runtime.Error); ok {
		return errors.New("its parts do not fit together")
	}
	return fmt.Errorf("%v", x)
}

// parse reads the structure of a file.
func parse(v *view) (reader *pdf.Reader, err error) {
	defer func() {
		if x := recover(); x != nil {
			reader, err = nil, stopped(x)
		}
	}()
	if v.size() < leastBytes {
		return nil, errors.New("it is too short to be a PDF")
	}
	reader, err = pdf.NewReader(v, v.size())
	switch {
	case errors.Is(err, pdf.ErrInvalidPassword):
		return nil, errPassword
	case err != nil && (strings.Contains(err.Error(), "encrypt") || strings.Contains(err.Error(), "missing ID")):
		return nil, errCipherKind
	case err != nil:
		return nil, err
	}
	// The parser takes 40-bit keys for longer ones and would read noise.
	if e := reader.Trailer().Key("Encrypt"); e.Kind() == pdf.Dict && (e.Key("V").Int64() < 2 || e.Key("Length").Int64() < 128) {
		return nil, errCipherKind
	}
	return reader, nil
}

// plain makes an error a fault of the file in words for its owner.
func plain(err error) error {
	var input *corpus.InputError
	switch {
	case errors.As(err, &input):
		return err
	case errors.Is(err, errEncrypted):
		return fault("%v", err)
	}
	reason := err.Error()
	for _, prefix := range []string{"malformed PDF: ", "malformed PDF file: ", "not a PDF file: "} {
		reason = strings.TrimPrefix(reason, prefix)
	}
	reason, _, _ = strings.Cut(reason, ": {") // what stands in the file instead
	if table, _, ok := strings.Cut(reason, " not found: "); ok {
		reason = table + " not found" // and here too
	}
	if strings.Contains(reason, "instead of objdef") {
		reason = "its objects are not where its table has them"
	}
	return fault("the file is damaged (%s): open it and save it anew as PDF, or ask for a new copy", reason)
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
