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

// Bounds of a file that is read.
const (
	maxBytes    = 16 << 20
	maxDepth    = 40
	maxElements = 200_000
)

// decode reads XML into v, whose root element has the name and, but for its
// version, the name space that v asks for. It looks at the file before it decodes
// it: a document type, whose entities can grow without bound, is refused, as is
// what is larger, deeper or of more elements than any codebook. It returns the
// root as the file names it.
func decode(r io.Reader, v *codeBook) (root xml.Name, err error) {
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return root, err
	}
	if len(data) > maxBytes {
		return root, fmt.Errorf("larger than %d MB: this is hardly a codebook", maxBytes>>20)
	}
	data = asUTF8(data)
	if root, err = inspect(data); err != nil {
		return root, err
	}
	if root.Local != "CodeBook" || !strings.HasPrefix(root.Space, "urn:QDA-XML:codebook:") {
		return root, fmt.Errorf("the root is %s and not the CodeBook of a .qdc file", root.Local)
	}
	// A version of the name space that differs is read all the same.
	if root.Space != codebookSpace {
		data = bytes.ReplaceAll(data, []byte(root.Space), []byte(codebookSpace))
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = sameCharset
	if err := d.Decode(v); err != nil {
		return root, fmt.Errorf("not a codebook: %w", plainer(err))
	}
	return root, nil
}

// inspect reads the file token by token, which takes no more memory than its
// deepest element, and returns the name of its root.
func inspect(data []byte) (root xml.Name, err error) {
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
