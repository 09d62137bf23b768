package plain

import (
	"fmt"
	"io"
	"strings"

	"thematic/corpus"
)

// Read reads a text file.
func Read(r io.ReaderAt, size int64, limits corpus.Limits) (corpus.Text, error) {
	if size > int64(limits.TextBytes) {
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
	b := corpus.NewBuilder(limits)
	b.BeginPage(corpus.Page{Engine: "text"})
	for _, p := range strings.Split(Decode(data, encoding), "\n\n") {
		b.Append(corpus.Block{Kind: corpus.BlockParagraph}, p)
	}
	return b.Finish(), nil
}
