package workbook

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"io"
	"regexp"
	"slices"
	"sort"

	"github.com/xuri/excelize/v2"
)

// fastZip compresses a little less than usual, in half the time.
func fastZip(w io.Writer) excelize.ZipWriter {
	z := zip.NewWriter(w)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, fastLevel) })
	return z
}

// fastLevel is a level of compression between the fastest, 1, and the usual, 6.
const fastLevel = 2

const contentTypes = "[Content_Types].xml"

// pack writes the archive again with its entries in order and without their
// times, and with the list of content types in order, so that the same
// workbook always has the same bytes.
func pack(w io.Writer, raw []byte) error {
	in, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return err
	}
	entries := slices.Clone(in.File)
	sort.Slice(entries, func(i, j int) bool { return entries[i].Name < entries[j].Name })
	out := zip.NewWriter(w)
	for _, entry := range entries {
		if entry.Name == contentTypes {
			err = packSorted(out, entry)
		} else {
			err = packRaw(out, entry)
		}
		if err != nil {
			return err
		}
	}
	return out.Close()
}

// packRaw copies an entry as it is compressed.
func packRaw(out *zip.Writer, entry *zip.File) error {
	from, err := entry.OpenRaw()
	if err != nil {
		return err
	}
	to, err := out.CreateRaw(&zip.FileHeader{
		Name: entry.Name, Method: entry.Method, CRC32: entry.CRC32,
		CompressedSize64: entry.CompressedSize64, UncompressedSize64: entry.UncompressedSize64,
	})
	if err != nil {
		return err
	}
	_, err = io.Copy(to, from)
	return err
}

var contentTypeEntry = regexp.MustCompile(`<(?:Override|Default) [^>]*?(?:/>|></(?:Override|Default)>)`)

// packSorted writes the list of content types with its entries in order; they
// are written in the order of a map otherwise.
func packSorted(out *zip.Writer, entry *zip.File) error {
	from, err := entry.Open()
	if err != nil {
		return err
	}
	defer from.Close()
	data, err := io.ReadAll(from)
	if err != nil {
		return err
	}
	list := contentTypeEntry.FindAll(data, -1)
	slices.SortFunc(list, bytes.Compare)
	next := 0
	sorted := contentTypeEntry.ReplaceAllFunc(data, func([]byte) []byte {
		next++
		return list[next-1]
	})
	to, err := out.CreateHeader(&zip.FileHeader{Name: entry.Name, Method: zip.Deflate})
	if err != nil {
		return err
	}
	_, err = to.Write(sorted)
	return err
}
