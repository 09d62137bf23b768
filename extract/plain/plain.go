package plain

import (
	"fmt"
	"io"

	"thematic/corpus"
)

// engine is the name this reader gives to the pages it reads.
const engine = "text"

// Read reads a text file. Form feeds part its pages; without any it is one
// page, unless a running line counts them.
func Read(r io.ReaderAt, size int64, limits corpus.Limits) (corpus.Text, error) {
	// UTF-16 takes two bytes for a letter.
	if size > 2*int64(limits.TextBytes) {
		return corpus.Text{}, &corpus.InputError{Reason: fmt.Sprintf("it holds more than %d MB of text: split it", limits.TextBytes>>20)}
	}
	data := make([]byte, size)
	if _, err := io.ReadFull(io.NewSectionReader(r, 0, size), data); err != nil {
		return corpus.Text{}, fmt.Errorf("reading the text: %w", err)
	}
	encoding, ok := Detect(data)
	if !ok {
		return corpus.Text{}, &corpus.InputError{Reason: "it begins as text and goes on as something else: it is damaged"}
	}
	pages := splitPages(Decode(data, encoding))
	setFurnitureApart(pages)
	closeUp(pages)
	l := newLayout(pages)
	w := &writer{builder: corpus.NewBuilder(limits), pages: pages}
	l.write(w)
	w.finish()
	return w.builder.Finish(), nil
}

// piece is the part of a block that stands on one page.
type piece struct {
	page int
	text []byte
}

// writer hands blocks to a builder and begins pages as they come.
type writer struct {
	builder *corpus.Builder
	pages   []page
	begun   int // pages begun
}

func (w *writer) next() corpus.Page {
	p := corpus.Page{Label: w.pages[w.begun].label, Engine: engine, Furniture: w.pages[w.begun].furniture}
	w.begun++
	return p
}

// block writes a block that stands on the pages of its pieces.
func (w *writer) block(block corpus.Block, pieces []piece) {
	for w.begun <= pieces[0].page {
		w.builder.BeginPage(w.next())
	}
	w.builder.Append(block, string(pieces[0].text))
	for _, p := range pieces[1:] {
		for w.begun < p.page {
			w.builder.Continue(w.next(), "")
		}
		w.builder.Continue(w.next(), string(p.text))
	}
}

func (w *writer) finish() {
	for w.begun < len(w.pages) {
		w.builder.BeginPage(w.next())
	}
}
