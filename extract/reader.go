package extract

import (
	"io"

	"thematic/corpus"
	"thematic/extract/plain"
)

// reader returns the function that reads files of a format, nil where there is
// none. Each one returns an error for the fault of the whole file only; what
// befalls a page is in the state of the page.
func reader(f Format) func(r io.ReaderAt, size int64, limits corpus.Limits) (corpus.Text, error) {
	switch f {
	case Text:
		return plain.Read
	}
	return nil
}
