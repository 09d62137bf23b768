package refi

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// maxDepth bounds how deep the elements of a file may lie.
const maxDepth = 40

// form is what a kind of file must look like to be read.
type form struct {
	root     xml.Name
	noun     string
	bytes    int64
	elements int
}

// version ends the name spaces that are written.
const version = "1.0"

// maxBytes and maxElements bound a codebook, and the others a project. A project
// of 100,000 passages has 103 MB and 714,014 elements; a million of elements, such
// as empty notes, takes .6 GB of memory.
const (
	maxBytes           = 16 << 20
	maxElements        = 200_000
	maxProjectBytes    = 128 << 20
	maxProjectElements = 1_000_000
)

var (
	codebookForm = form{xml.Name{Space: codebookSpace, Local: "CodeBook"}, "codebook", maxBytes, maxElements}
	projectForm  = form{xml.Name{Space: projectSpace, Local: "Project"}, "project", maxProjectBytes, maxProjectElements}
)

// decode reads XML into v, a pointer to the struct of the form. It looks at the
// file before it decodes it: a document type, whose entities can grow without
// bound, is refused, as is what is larger, deeper or of more elements than any
// file of the form. A name space of another version is read as ours, which lost
// is told.
func decode(r io.Reader, f form, v any, lost *losses) error {
	data, err := io.ReadAll(io.LimitReader(r, f.bytes+1))
	if err != nil {
		return err
	}
	if int64(len(data)) > f.bytes {
		return fmt.Errorf("larger than %d MB: this is hardly a %s", f.bytes>>20, f.noun)
	}
	data = asUTF8(data)
	root, err := inspect(data, f.elements)
	if err != nil {
		return err
	}
	if root.Local != f.root.Local || !strings.HasPrefix(root.Space, strings.TrimSuffix(f.root.Space, version)) {
		return fmt.Errorf("the root is %s and not the %s of a REFI-QDA %s", root.Local, f.root.Local, f.noun)
	}
	if root.Space != f.root.Space {
		lost.say("the file says %q of itself and was read as %q", root.Space, f.root.Space)
		data = bytes.ReplaceAll(data, []byte(root.Space), []byte(f.root.Space))
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = sameCharset
	if err := d.Decode(v); err != nil {
		return fmt.Errorf("not a %s: %w", f.noun, plainer(err))
	}
	return nil
}

// inspect reads the file token by token, which takes no more memory than its
// deepest element, and returns the name of its root.
func inspect(data []byte, maxElements int) (root xml.Name, err error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = sameCharset
	depth, elements := 0, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			if elements == 0 {
				return root, errors.New("the file holds no element")
			}
			return root, nil
		}
		if err != nil {
			return root, fmt.Errorf("not XML: %w", plainer(err))
		}
		switch token := token.(type) {
		case xml.Directive:
			return root, errors.New("it declares a document type, which no REFI-QDA file does: it is not read")
		case xml.StartElement:
			if elements++; elements == 1 {
				root = token.Name
			}
			if depth++; depth > maxDepth {
				return root, fmt.Errorf("its elements lie more than %d deep", maxDepth)
			}
			if elements > maxElements {
				return root, fmt.Errorf("it has more than %d elements", maxElements)
			}
		case xml.EndElement:
			depth--
		}
	}
}

// sameCharset lets a file name any character set, since [asUTF8] has settled
// what it is in.
func sameCharset(_ string, in io.Reader) (io.Reader, error) { return in, nil }

// asUTF8 returns the text of a file in UTF-8, or in UTF-16 with its mark, without
// that mark.
func asUTF8(data []byte) []byte {
	if rest, ok := bytes.CutPrefix(data, []byte("\xef\xbb\xbf")); ok {
		return rest
	}
	big := bytes.HasPrefix(data, []byte("\xfe\xff"))
	if !big && !bytes.HasPrefix(data, []byte("\xff\xfe")) {
		return data
	}
	var units []uint16
	for i := 2; i+1 < len(data); i += 2 {
		if big {
			units = append(units, uint16(data[i])<<8|uint16(data[i+1]))
		} else {
			units = append(units, uint16(data[i+1])<<8|uint16(data[i]))
		}
	}
	return []byte(string(utf16.Decode(units)))
}

// plainer takes the name of the package off an error of the decoder.
func plainer(err error) error {
	return errors.New(strings.TrimPrefix(err.Error(), "XML syntax error "))
}
