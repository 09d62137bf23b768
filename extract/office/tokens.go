package office

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"thematic/corpus"
)

// tokens walks an XML part element by element. Nothing outside the part is ever
// read: encoding/xml knows no external entities, and a document type
// declaration ends the reading.
type tokens struct {
	decoder *xml.Decoder
	part    string
	depth   int
	most    int // depth
}

func newTokens(data []byte, part string, limits corpus.Limits) *tokens {
	return &tokens{decoder: xml.NewDecoder(bytes.NewReader(data)), part: part, most: limits.Depth}
}

// next returns the next token, io.EOF after the last.
func (t *tokens) next() (xml.Token, error) {
	token, err := t.decoder.Token()
	if err == io.EOF {
		return nil, io.EOF
	}
	if err != nil {
		return nil, damaged(t.part)
	}
	switch token := token.(type) {
	case xml.StartElement:
		if t.depth++; t.depth > t.most {
			return nil, &corpus.InputError{Reason: "its elements are nested too deeply: save it anew as PDF"}
		}
	case xml.EndElement:
		t.depth--
	case xml.Directive:
		if strings.HasPrefix(strings.ToUpper(string(token)), "DOCTYPE") {
			return nil, &corpus.InputError{Reason: "it declares a document type of its own, which no word processor does: it is not read"}
		}
	}
	return token, nil
}

// each calls fn for the start of every element within the current one, and
// returns after the current one has ended. The function reads the element it is
// given to its end, with each, text or skip. At the beginning of a part the
// current element is the part.
func (t *tokens) each(fn func(xml.StartElement) error) error {
	for {
		token, err := t.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if err := fn(token); err != nil {
				return err
			}
		case xml.EndElement:
			return nil
		}
	}
}

// walk calls fn for the start of every element within the current one, at any depth. The
// function reports whether it has read the element to its end; otherwise what is in the
// element comes next.
func (t *tokens) walk(fn func(xml.StartElement) (read bool, err error)) error {
	var visit func(e xml.StartElement) error
	visit = func(e xml.StartElement) error {
		if read, err := fn(e); read || err != nil {
			return err
		}
		return t.each(visit)
	}
	return t.each(visit)
}

// skip reads to the end of the current element.
func (t *tokens) skip() error {
	for level := 1; level > 0; {
		token, err := t.next()
		if err != nil {
			return ignoreEOF(err)
		}
		switch token.(type) {
		case xml.StartElement:
			level++
		case xml.EndElement:
			level--
		}
	}
	return nil
}

// text reads the character data of the current element to its end.
func (t *tokens) text() (string, error) {
	var b strings.Builder
	for level := 1; level > 0; {
		token, err := t.next()
		if err != nil {
			return b.String(), ignoreEOF(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			level++
		case xml.EndElement:
			level--
		case xml.CharData:
			b.Write(token)
		}
	}
	return b.String(), nil
}

func ignoreEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// attr returns the value of the attribute with the local name, "" where there
// is none.
func attr(e xml.StartElement, local string) string {
	for _, a := range e.Attr {
		if a.Name.Local == local {
			return a.Value
		}
	}
	return ""
}
