package worker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"thematic/corpus"
	"thematic/extract"
	"thematic/extract/libreoffice"
)

// readOldWord has LibreOffice convert an old Word file, and reads what comes of
// it as any other file. The parent runs the program, for a child may write
// nothing; it looks at no more of the file than a copy takes.
func (p *Pool) readOldWord(ctx context.Context, c *child, size int64, file io.ReaderAt) (extract.Result, *child, error) {
	program := libreoffice.Program{Path: p.options.Engines.Office}
	converted, err := program.DOCX(ctx, io.NewSectionReader(file, 0, size), p.options.Limits)
	var fault *corpus.InputError
	switch {
	case ctx.Err() != nil:
		return extract.Result{}, c, ctx.Err()
	case errors.As(err, &fault):
		return extract.Result{Format: extract.OldWord, Status: corpus.StatusFailed, Reason: fault.Reason, Late: fault.Late}, c, nil
	case err != nil:
		return extract.Result{Format: extract.OldWord, Status: corpus.StatusFailed, Reason: fmt.Sprintf("it could not be converted: %v", err)}, c, nil
	}
	req := request{Name: "converted.docx", Size: int64(len(converted)), Options: p.options.Engines}
	result, c, err := p.readIn(ctx, c, req, bytes.NewReader(converted))
	result.Format = extract.OldWord
	if result.Engine != "" {
		result.Engine = "libreoffice+" + result.Engine
	}
	delete(result.Text.Properties, "producer") // that is the program which converted it
	return result, c, err
}
