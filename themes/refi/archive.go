package refi

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"path"
	"slices"
	"strings"
	"time"
)

// The places of things in an archive.
const (
	projectFile  = "project.qde"
	sourceFolder = "sources/"
)

// writeArchive writes a project and the files of its sources. Every entry bears
// the first date that the format can hold.
func writeArchive(w io.Writer, project projectXML, sources []Source) error {
	archive := zip.NewWriter(w)
	entry := func(name string) (io.Writer, error) {
		return archive.CreateHeader(&zip.FileHeader{
			Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC),
		})
	}
	out, err := entry(projectFile)
	if err != nil {
		return err
	}
	if err := writeXML(out, project); err != nil {
		return err
	}
	for _, s := range sources {
		if out, err = entry(sourceFolder + sourceFile(s.Name, ".txt")); err != nil {
			return err
		}
		if _, err := io.WriteString(out, s.Text); err != nil {
			return err
		}
		if s.PDF == nil {
			continue
		}
		if out, err = entry(sourceFolder + sourceFile(s.Name, ".pdf")); err != nil {
			return err
		}
		if err := copyFrom(out, s.PDF); err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
	}
	return archive.Close()
}

func copyFrom(w io.Writer, open func() (io.ReadCloser, error)) error {
	in, err := open()
	if err != nil {
		return err
	}
	_, err = io.Copy(w, in)
	return errors.Join(err, in.Close())
}

// writeXML writes v as an XML file.
func writeXML(w io.Writer, v any) error {
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

// Bounds of an archive that is read. What it holds in PDF and other files is
// never unpacked.
const (
	maxEntries   = 50_000
	maxDirectory = 16 << 20 // bytes of the list of entries
	maxText      = 16 << 20 // bytes of one text
	maxTexts     = 256 << 20
)

// archive is a .qdpx file that has been looked over.
type archive struct {
	entries map[string]*zip.File // by name in lower case, with forward slashes
	project *zip.File
	left    int64 // bytes of text that may still be unpacked
}

// openArchive looks over a .qdpx file before anything is unpacked. It refuses
// one whose entries are too many, lead out of the archive, share a name or
// bytes, or have not exactly one project among them.
func openArchive(r io.ReaderAt, size int64) (*archive, error) {
	if err := checkDirectory(r, size); err != nil {
		return nil, err
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, errors.New("it is not a whole zip archive, which a .qdpx file is")
	}
	if len(z.File) > maxEntries {
		return nil, fmt.Errorf("it has more than %d entries", maxEntries)
	}
	a := &archive{entries: map[string]*zip.File{}, left: maxTexts}
	for _, f := range z.File {
		if err := a.add(f); err != nil {
			return nil, err
		}
	}
	if a.project == nil {
		return nil, errors.New("it holds no project (.qde)")
	}
	return a, apart(z.File, size)
}

// add takes in an entry.
func (a *archive) add(f *zip.File) error {
	name := strings.ReplaceAll(f.Name, `\`, "/")
	clean := path.Clean(name)
	switch {
	case strings.HasPrefix(name, "/"), clean == "..", strings.HasPrefix(clean, "../"), strings.ContainsAny(name, ":\x00"):
		return fmt.Errorf("its entry %q leads out of the archive", f.Name)
	case strings.HasSuffix(name, "/"):
		return nil
	case f.Flags&1 != 0:
		return fmt.Errorf("its entry %q is encrypted: write the project without a password", f.Name)
	}
	key := strings.ToLower(clean)
	if a.entries[key] != nil {
		return fmt.Errorf("two of its entries are called %q", f.Name)
	}
	a.entries[key] = f
	if path.Ext(key) == ".qde" && !strings.Contains(key, "/") {
		if a.project != nil {
			return fmt.Errorf("it holds two projects, %q and %q", a.project.Name, f.Name)
		}
		a.project = f
	}
	return nil
}

// endSignature begins the record at the end of a zip archive, which is at least
// endSize bytes long and has a comment of up to 65,535 behind it.
const (
	endSignature = "PK\x05\x06"
	endSize      = 22
)

// checkDirectory refuses an archive whose list of entries is too long to be
// taken into memory. APPNOTE.TXT 4.3.16 has the record that says where it begins.
func checkDirectory(r io.ReaderAt, size int64) error {
	tail := make([]byte, min(size, endSize+0xffff))
	if _, err := r.ReadAt(tail, size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	at := -1
	if len(tail) >= endSize {
		at = bytes.LastIndex(tail[:len(tail)-endSize+len(endSignature)], []byte(endSignature))
	}
	if at < 0 {
		return errors.New("it is not a zip archive, which a .qdpx file is")
	}
	count := binary.LittleEndian.Uint16(tail[at+10:])
	length, begin := binary.LittleEndian.Uint32(tail[at+12:]), binary.LittleEndian.Uint32(tail[at+16:])
	switch {
	case count == math.MaxUint16 || length == math.MaxUint32 || begin == math.MaxUint32:
		return errors.New("it is an archive for more than 4 GB or 65,535 entries, which is more than is read")
	case length > maxDirectory || size-int64(begin) > maxDirectory+int64(len(tail)):
		return fmt.Errorf("its list of entries is longer than %d MB", maxDirectory>>20)
	}
	return nil
}

// apart refuses entries that share bytes: a way to unpack more than any archive
// of its size can hold.
func apart(files []*zip.File, size int64) error {
	type stretch struct{ from, to int64 }
	var list []stretch
	for _, f := range files {
		from, err := f.DataOffset()
		if err != nil || f.CompressedSize64 > uint64(size) {
			return fmt.Errorf("its entry %q is damaged", f.Name)
		}
		list = append(list, stretch{from, from + int64(f.CompressedSize64)})
	}
	slices.SortFunc(list, func(a, b stretch) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	for i := 1; i < len(list); i++ {
		if list[i].from < list[i-1].to {
			return errors.New("its entries share bytes: no program writes such an archive")
		}
	}
	return nil
}

// text unpacks the file of a source. Path is as the project has it.
func (a *archive) text(internalPath string) ([]byte, error) {
	name, ok := strings.CutPrefix(internalPath, "internal://")
	if !ok {
		return nil, errors.New("it lies outside the project")
	}
	name = strings.ToLower(strings.TrimPrefix(name, "/"))
	f := a.entries[sourceFolder+name]
	if f == nil {
		f = a.entries[name] // beside the project, and not in its folder
	}
	if f == nil {
		return nil, errors.New("it is not in the archive")
	}
	in, err := f.Open()
	if err != nil {
		return nil, errors.New("it cannot be unpacked")
	}
	defer in.Close()
	limit := min(a.left, maxText)
	data, err := io.ReadAll(io.LimitReader(in, limit+1))
	if err != nil {
		return nil, errors.New("it is damaged")
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("it is larger than %d MB, or all texts are larger than %d", maxText>>20, maxTexts>>20)
	}
	a.left -= int64(len(data))
	return data, nil
}
