package extract

import (
	"io"

	"thematic/corpus"
	"thematic/extract/office"
	"thematic/extract/pdf"
	"thematic/extract/plain"
	"thematic/extract/web"
)

// reader returns the function that reads files of a format, nil where there is
// none. Each one returns an error for the fault of the whole file only; what
// befalls a page is in the state of the page.
func reader(f Format) func(r io.ReaderAt, size int64, limits corpus.Limits) (corpus.Text, error) {
	switch f {
	case PDF:
		return pdf.Read
	case DOCX:
		return office.ReadDOCX
	case ODT:
		return office.ReadODT
	case HTML:
		return web.Read
	case Text:
		return plain.Read
	}
	return nil
}
