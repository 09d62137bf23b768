package pdfium

import (
	"slices"
	"strings"
	"testing"
)

// TestAttachedDocuments names the documents attached to a file that only PDFium opens,
// since it states a size that no file has: beside the pages, and pinned to one.
func TestAttachedDocuments(t *testing.T) {
	e := compiled(t)
	file := onePage("[0 0 600 800] /Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS 7 0 R >>]", "Helvetica", "BT /F1 12 Tf 72 700 Td (The panel met four times.) Tj ET")
	file = strings.Replace(file, "/Catalog", "/Catalog /Names << /EmbeddedFiles << /Names [(a) 6 0 R (b) 8 0 R] >> >>", 1)
	file = strings.Replace(file, "trailer", "6 0 obj << /Type /Filespec /UF <FEFF004300E9006C00690061002E007000640066> >> endobj\n7 0 obj << /Type /Filespec /F (notes.docx) >> endobj\n"+
		"8 0 obj << /Type /Filespec /F (Standard.joboptions) >> endobj\n9 0 obj << /Columns 99999999 >> endobj\ntrailer", 1)
	text, err := readFile(t, e, []byte(file))
	want := "2 documents attached to it and not read (Célia.pdf, notes.docx): save the reports among them into the folder"
	if err != nil || !slices.Contains(text.Warnings, want) {
		t.Errorf("got %v and %q, want %q", err, text.Warnings, want)
	}
}
