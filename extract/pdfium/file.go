package pdfium

import (
	"errors"
	"fmt"
	"io"

	"thematic/extract/pdf"
)

// maxBytes is the size of file that still leaves an instance room to work.
const maxBytes = 128 << 20

// maxBroken is after how many instances that ended on a page a file is given up.
const maxBroken = 5

// File is a PDF file, opened when its first page is asked for. It is a
// [pdf.Engine].
type File struct {
	// Opening is called, unless it is nil, before the file is opened.
	Opening func()
	// Passwords are tried, after none at all, where the file is encrypted.
	Passwords []string

	engine *Engine
	r      io.ReaderAt
	size   int64
	in     *instance
	doc    uint64
	pages  int
	served int // pages by in
	broken int
	err    error    // why the file cannot be opened
	pins   []string // files attached to the pages that were read
}

var _ interface {
	pdf.Looker
	pdf.Holder
} = (*File)(nil)

// Open returns a file of the given size. It is closed by the caller.
func (e *Engine) Open(r io.ReaderAt, size int64) *File {
	e.missed = false
	return &File{engine: e, r: r, size: size}
}

// Name implements [pdf.Engine].
func (f *File) Name() string { return "pdfium" }

// Pages implements [pdf.Engine]. Its error says why the file cannot be opened.
func (f *File) Pages() (int, error) {
	if err := f.open(); err != nil {
		return 0, err
	}
	return f.pages, nil
}

// Close gives back the memory of the file.
func (f *File) Close() {
	if f.in != nil {
		f.in.close()
		f.in = nil
	}
}

// open opens the file in a fresh instance, if it is not open.
func (f *File) open() error {
	if f.in != nil || f.err != nil {
		return f.err
	}
	if f.Opening != nil {
		f.Opening()
		f.Opening = nil
	}
	if f.size > maxBytes {
		f.err = fmt.Errorf("the file is larger than the %d MB that PDFium is given", maxBytes>>20)
		return f.err
	}
	if f.in, f.err = f.engine.instance(); f.err != nil {
		f.in = nil
		return f.err
	}
	f.served = 0
	if f.err = f.load(); f.err != nil {
		f.Close()
	}
	return f.err
}

// load copies the file into the instance and has it parsed.
func (f *File) load() error {
	at := f.in.allocate(uint64(f.size))
	room := f.in.memory(at, uint32(f.size))
	if err := f.in.failure(); err != nil {
		return err
	}
	if n, err := f.r.ReadAt(room, 0); int64(n) < f.size {
		return fmt.Errorf("reading the file: %w", err)
	}
	err := f.unlock(at, "")
	for i := 0; i < len(f.Passwords) && errors.Is(err, errPassword); i++ {
		err = f.unlock(at, f.Passwords[i])
	}
	if err != nil {
		return err
	}
	f.pages = f.in.number("FPDF_GetPageCount", f.doc)
	return f.in.failure()
}

// unlock parses the file that lies at an address, with a password.
func (f *File) unlock(at uint32, password string) error {
	text := append([]byte(password), 0)
	key := f.in.allocate(uint64(len(text)))
	copy(f.in.memory(key, uint32(len(text))), text)
	f.doc = f.in.call("FPDF_LoadMemDocument64", uint64(at), uint64(f.size), uint64(key))
	if err := f.in.failure(); err != nil || uint32(f.doc) != 0 {
		return err
	}
	return f.refusal()
}

var errPassword = errors.New("it needs a password")

// refusal says why a file was not opened: the FPDF_ERR codes of fpdfview.h.
func (f *File) refusal() error {
	switch f.in.number("FPDF_GetLastError") {
	case 4:
		f.in.fail(errPassword)
	case 5:
		f.in.fail(errors.New("it is encrypted in a way that cannot be read"))
	default:
		f.in.fail(errors.New("it is damaged"))
	}
	return f.in.failure()
}

// pagesPerInstance bounds what PDFium keeps of the pages it has read.
const pagesPerInstance = 200

// withPage runs do on a page, counted from 0. Where the instance ends over it,
// the next page gets a fresh one.
func (f *File) withPage(i int, do func(page uint64)) error {
	if f.served >= pagesPerInstance {
		f.Close()
	}
	if err := f.open(); err != nil {
		return err
	}
	f.served++
	err := f.doPage(i, do)
	if errors.Is(err, errBroken) {
		f.Close()
		if f.broken++; f.broken >= maxBroken {
			f.err = err
		}
	}
	return err
}

func (f *File) doPage(i int, do func(page uint64)) error {
	page := f.in.call("FPDF_LoadPage", f.doc, uint64(i))
	if uint32(page) == 0 {
		f.in.fail(errors.New("the page is damaged"))
		return f.in.failure()
	}
	do(page)
	f.in.call("FPDF_ClosePage", page)
	return f.in.failure()
}
