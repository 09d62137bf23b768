// Package tagged writes PDF documents whose content is tagged, for programs that read
// aloud (ISO 32000-1, 14.7 and 14.8). A [Document] is drawn on as one of fpdf, which
// knows no tags; what stands between [Document.Begin] and [Document.End] is an element.
//
// Lengths are in points; the origin is the upper left corner, but for the box of a
// figure. The same content gives the same bytes.
package tagged

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"time"

	"codeberg.org/go-pdf/fpdf"
)

// Document is a document as it is drawn, with its structure. What is printed between
// Begin and End is content of the innermost element; what [Document.Artifact] draws
// belongs to none.
type Document struct {
	*fpdf.Fpdf
	root   *Tag
	inner  *Tag
	aside  bool     // in an artifact
	marked *Tag     // whose content is open on the sheet
	sheets [][]*Tag // by sheet from 0: the element of each marked content
}

// date stands for that of every file: the bytes depend on content alone.
var date = time.Date(2000, time.January, 1, 0, 0, 0, 0, time.UTC)

// New is a document without sheets, in English, whose sheets have a size in points and
// no margins.
func New(width, height float64) *Document {
	root := &Tag{kind: "Document"}
	doc := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", Size: fpdf.SizeType{Wd: width, Ht: height}})
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.SetCatalogSort(true)
	doc.SetCreationDate(date)
	doc.SetModificationDate(date)
	doc.SetLang("en-GB")
	return &Document{Fpdf: doc, root: root, inner: root}
}

// Save writes the document. It fails where drawing it has, or w does.
func (d *Document) Save(w io.Writer) error {
	d.leave()
	var out bytes.Buffer
	if err := d.Output(&out); err != nil {
		return fmt.Errorf("write PDF: %w", err)
	}
	structured, err := d.structured(out.Bytes())
	if err != nil {
		return fmt.Errorf("write the structure of the PDF: %w", err)
	}
	_, err = w.Write(structured)
	return err
}

// BMP replaces the characters beyond the basic plane, which fpdf does not know.
func BMP(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0xFFFF {
			return '\uFFFD'
		}
		return r
	}, s)
}
