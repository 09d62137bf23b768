package project

import (
	"bytes"
	"context"
	"io"
	"path/filepath"

	"thematic/analysis"
	"thematic/analysis/workbook"
	"thematic/corpus"
)

// bookName is the workbook among the results.
const bookName = "coded.xlsx"

// screenDPI is the resolution of pictures meant for the screen.
const screenDPI = 120

// bookPictures are the charts that the workbook shows beside its own: those that
// a spreadsheet cannot draw.
func (p Presentation) bookPictures(figures []NamedFigure) ([]workbook.Picture, error) {
	var pictures []workbook.Picture
	for _, f := range figures {
		if f.Name != "venn" && f.Name != "upset" && f.Name != "pictorial" {
			continue
		}
		var png bytes.Buffer
		if err := f.WritePNG(&png, p.dpi(screenDPI)); err != nil {
			return nil, err
		}
		pictures = append(pictures, workbook.Picture{
			Title: f.Title, Alt: f.Alt, PNG: png.Bytes(), Width: float64(f.Width), Height: float64(f.Height),
		})
	}
	return pictures, nil
}

// basePath is the folder of reports as it is reached from the results, so that
// the links of the workbook hold while both stay where they are.
func (o Options) basePath() string {
	folder, err := filepath.Abs(o.Folder)
	if err != nil {
		return ""
	}
	out, err := filepath.Abs(o.Out)
	if err != nil {
		return ""
	}
	path, err := filepath.Rel(out, folder)
	if err != nil {
		return "" // on another drive
	}
	return filepath.ToSlash(path)
}

// exportBook writes the workbook.
func (r *OpenedResults) exportBook(ctx context.Context, path, tool string, p Presentation) (aside []string, err error) {
	place, err := replacingBook(r.store, path, bookName)
	if err != nil {
		return nil, err
	}
	book, err := r.book(filepath.Dir(path), tool, p, nil)
	if err != nil {
		return nil, err
	}
	return r.replace(ctx, place, book)
}

// book returns what writes the workbook into a folder. It says with what it was made: the
// program now, the codebook of the run. Its pictures are as p says, and its passages lead
// to their address, if any. What it needs besides lies in the folder, as what is written
// there does: the results may not be writable. Nobody sweeps that folder where the
// program is killed.
func (r *OpenedResults) book(folder, tool string, p Presentation, address func(*analysis.Passage) string) (func(io.Writer) error, error) {
	manifest, err := r.store.Manifest()
	if err != nil {
		return nil, err
	}
	figures, err := p.runFigures(p.Shown(r.Result))
	if err != nil {
		return nil, err
	}
	pictures, err := p.bookPictures(figures)
	if err != nil {
		return nil, err
	}
	proposed, err := uncoded(r.found.Uncoded, r.Result, leastShown)
	if err != nil {
		return nil, err
	}
	options := workbook.Options{
		Uncoded: proposed,
		Made:    []workbook.Fact{{Name: "Made with", Value: tool}, {Name: "Codebook", Value: manifest.Codebook}},
		Context: contextOf(r.store), Pictures: pictures, Address: address,
		Scratch: func() (*corpus.Scratch, error) { return corpus.NewScratch(r.store.Disk(), folder) },
	}
	return func(w io.Writer) error { return workbook.Write(w, r.Result, options) }, nil
}
