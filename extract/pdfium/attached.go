package pdfium

import (
	"encoding/binary"
	"unicode/utf16"
)

const (
	maxAttached = 1000 // files, or notes of one page among which they are looked for
	maxNameRoom = 1 << 12
	pinnedFile  = 17 // the kind of note that a file is pinned to a page with, from fpdf_annot.h
)

// Attached implements [pdf.Holder].
func (f *File) Attached() []string {
	if f.open() != nil {
		return f.pins
	}
	var names []string
	n := min(f.in.number("FPDFDoc_GetAttachmentCount", f.doc), maxAttached)
	for i := 0; i < n && f.in.err == nil; i++ {
		names = append(names, f.attachment(f.in.call("FPDFDoc_GetAttachment", f.doc, uint64(i))))
	}
	if f.in.failure() != nil {
		f.Close()
	}
	return append(names, f.pins...)
}

// pinned notes the files that are attached to a page.
func (f *File) pinned(page uint64) {
	n := min(f.in.number("FPDFPage_GetAnnotCount", page), maxAttached)
	for i := 0; i < n && f.in.err == nil; i++ {
		note := f.in.call("FPDFPage_GetAnnot", page, uint64(i))
		if f.in.number("FPDFAnnot_GetSubtype", note) == pinnedFile && len(f.pins) < maxAttached {
			f.pins = append(f.pins, f.attachment(f.in.call("FPDFAnnot_GetFileAttachment", note)))
		}
		f.in.call("FPDFPage_CloseAnnot", note)
	}
}

// attachment is the name of a file that is attached, "" where it has none.
func (f *File) attachment(file uint64) string {
	if uint32(file) == 0 {
		return ""
	}
	n := min(f.in.number("FPDFAttachment_GetName", file, 0, 0), maxNameRoom) // bytes, with two zeros behind the name
	if n <= 2 {
		return ""
	}
	at := f.in.allocate(uint64(n))
	f.in.call("FPDFAttachment_GetName", file, uint64(at), uint64(n))
	b := f.in.memory(at, uint32(n-2))
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	f.in.call("free", uint64(at))
	return string(utf16.Decode(units))
}
