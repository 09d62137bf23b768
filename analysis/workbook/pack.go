package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"regexp"
	"slices"

	"github.com/xuri/excelize/v2"
)

// archive takes the files of a workbook from the library, which writes some of
// them in the order of a map, and writes them in order and without their times,
// so that the same workbook always has the same bytes.
type archive map[string]*bytes.Buffer

// Create takes in a file.
func (a archive) Create(name string) (io.Writer, error) {
	a[name] = new(bytes.Buffer)
	return a[name], nil
}

// AddFS is not asked for: no file of a workbook comes from elsewhere.
func (a archive) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Close does nothing: writeTo writes.
func (a archive) Close() error { return nil }

const contentTypes = "[Content_Types].xml"

// writeTo writes the files, with the rows of each sheet in their place.
func (a archive) writeTo(w io.Writer, rows map[string]*piece) error {
	out := zip.NewWriter(w)
	if a[contentTypes] != nil {
		a[contentTypes] = bytes.NewBuffer(sortedTypes(a[contentTypes].Bytes()))
	}
	for _, name := range slices.Sorted(maps.Keys(rows)) {
		if a[name] == nil {
			return fmt.Errorf("the workbook has no file %s for the rows of a sheet", name)
		}
	}
	press := newPress(nil)
	for _, name := range slices.Sorted(maps.Keys(a)) {
		content := a[name].Bytes()
		head, tail, found := bytes.Cut(content, []byte(noRows))
		var parts []*piece
		switch {
		case rows[name] == nil:
			parts = []*piece{press.last(content)}
		case !found:
			return fmt.Errorf("%s has no place for its rows", name)
		default:
			parts = []*piece{press.part(head, []byte(beforeRows)), rows[name], press.last([]byte(afterRows), tail)}
		}
		if err := writeEntry(out, name, parts); err != nil {
			return err
		}
	}
	return out.Close()
}

// What stands where the rows of a sheet go.
const (
	beforeRows = "<sheetData>"
	afterRows  = "</sheetData>"
	noRows     = beforeRows + afterRows
)

// writeEntry writes a file that is compressed in parts.
func writeEntry(out *zip.Writer, name string, parts []*piece) error {
	head := &zip.FileHeader{Name: name, Method: zip.Deflate}
	for _, p := range parts {
		head.CRC32 = joinedSum(head.CRC32, p.sum, p.size)
		head.UncompressedSize64 += uint64(p.size)
		head.CompressedSize64 += uint64(p.packed.length)
	}
	to, err := out.CreateRaw(head)
	if err != nil {
		return err
	}
	for _, p := range parts {
		if err := p.packed.writeTo(to); err != nil {
			return err
		}
	}
	return nil
}

var contentTypeEntry = regexp.MustCompile(`<(?:Override|Default) [^>]*?(?:/>|></(?:Override|Default)>)`)

// sortedTypes returns the list of content types with its entries in order; the
// library writes them in the order of a map.
func sortedTypes(data []byte) []byte {
	list := contentTypeEntry.FindAll(data, -1)
	slices.SortFunc(list, bytes.Compare)
	next := 0
	return contentTypeEntry.ReplaceAllFunc(data, func([]byte) []byte {
		next++
		return list[next-1]
	})
}

// writeFile writes the workbook with the rows of its sheets.
func (b *book) writeFile(w io.Writer) error {
	a := make(archive)
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return a })
	if err := b.file.Write(io.Discard); err != nil {
		return err
	}
	return a.writeTo(w, b.rows)
}
