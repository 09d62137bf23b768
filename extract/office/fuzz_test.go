package office

import (
	"bytes"
	"errors"
	"io"
	"testing"

	"thematic/corpus"
)

func FuzzDOCX(f *testing.F) {
	f.Add([]byte(wordStart+para("U1", "Findings")+wordEnd), []byte(`<w:styles/>`))
	f.Add([]byte(wordStart+`<w:tbl><w:tr><w:tc><w:p><w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r></w:p></w:tc><w:tc/></w:tr></w:tbl>`), []byte(``))
	f.Fuzz(func(t *testing.T, document, styles []byte) {
		fuzzRead(t, ReadDOCX, archive(t, "word/document.xml", string(document), "word/styles.xml", string(styles),
			"word/numbering.xml", string(styles), "word/footnotes.xml", string(document)))
	})
}

func FuzzODT(f *testing.F) {
	f.Add([]byte(odtHead + `<text:p>a<text:soft-page-break/></text:p>` + odtTail))
	f.Fuzz(func(t *testing.T, content []byte) {
		fuzzRead(t, ReadODT, archive(t, "content.xml", string(content), "styles.xml", string(content)))
	})
}

func FuzzContainer(f *testing.F) {
	f.Add(archive(f, "word/document.xml", wordStart+para("", "a")+wordEnd, "content.xml", odtHead+`<text:p>a</text:p>`+odtTail))
	f.Fuzz(func(t *testing.T, data []byte) {
		fuzzRead(t, ReadDOCX, data)
		fuzzRead(t, ReadODT, data)
	})
}

type reading func(r io.ReaderAt, size int64, limits corpus.Limits) (corpus.Text, error)

// fuzzRead asserts that whatever comes is a sound text within its limits, or an
// error that is the file's fault.
func fuzzRead(t *testing.T, read reading, data []byte) {
	t.Helper()
	limits := corpus.DefaultLimits()
	limits.TextBytes, limits.Pages, limits.TotalBytes = 500, 5, 1<<20
	text, err := read(bytes.NewReader(data), int64(len(data)), limits)
	var fault *corpus.InputError
	if err != nil && !errors.As(err, &fault) {
		t.Errorf("got the error %v", err)
	}
	if err := text.Validate(); err != nil {
		t.Error(err)
	}
	if len(text.Body) > limits.TextBytes || len(text.Pages) > limits.Pages {
		t.Errorf("%d bytes on %d pages", len(text.Body), len(text.Pages))
	}
}
