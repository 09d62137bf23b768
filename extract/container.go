package extract

import (
	"archive/zip"
	"encoding/binary"
	"io"

	"thematic/corpus"
)

// lookInside settles what the head of a container leaves open: the entries of
// a zip file stand at its end, the streams of a compound file anywhere.
func lookInside(f Format, r io.ReaderAt, size int64, name string, limits corpus.Limits) Format {
	switch f {
	case Archive:
		return zipFormat(r, size, name, limits)
	case OldOffice, OldWord, Spreadsheet, Slides, Email:
		return oleFormat(f, r, name)
	}
	return f
}

// zipFormat tells the format of a zip file from its directory, and where that
// says nothing from its name. Any other archive stays one.
func zipFormat(r io.ReaderAt, size int64, name string, limits corpus.Limits) Format {
	promised := named(extensionOf(name))
	archive, err := zip.NewReader(r, size)
	switch {
	case promised == Elsewhere, err != nil && (promised == DOCX || promised == ODT):
		return promised
	case err != nil || len(archive.File) > limits.Entries:
		return Archive
	}
	for _, entry := range archive.File {
		switch {
		case entry.Name == "word/document.xml":
			return DOCX
		case entry.Name == "xl/workbook.xml":
			return Spreadsheet
		case entry.Name == "ppt/presentation.xml":
			return Slides
		case entry.Name == "mimetype":
			head := make([]byte, sniffBytes)
			n, _ := r.ReadAt(head, 0)
			if f := sniffZip(head[:n]); f != Archive {
				return f
			}
		}
	}
	return Archive
}

// oleFormat reads the first sectors of the directory of a compound file
// (MS-CFB 2.2: sector size at 30, first directory sector at 48).
func oleFormat(f Format, r io.ReaderAt, name string) Format {
	header := make([]byte, 512)
	if _, err := r.ReadAt(header, 0); err != nil || string(header[:8]) != oleMagic {
		return f
	}
	shift := binary.LittleEndian.Uint16(header[30:])
	if shift < 9 || shift > 12 {
		return f
	}
	sector := int64(binary.LittleEndian.Uint32(header[48:]))
	directory := make([]byte, 4<<shift)
	n, _ := r.ReadAt(directory, (sector+1)<<shift)
	return sniffOLE(directory[:n], extensionOf(name))
}
