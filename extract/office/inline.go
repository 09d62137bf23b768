package office

import (
	"encoding/xml"
	"io"
	"strings"

	"thematic/corpus"
)

// odtAside is what is anchored in a paragraph and stands after it.
type odtAside struct{ boxes, notes []string }

func (a *odtAside) emit(b *corpus.Builder) {
	for _, text := range a.boxes {
		b.Append(corpus.Block{Kind: corpus.BlockParagraph}, text)
	}
	for _, text := range a.notes {
		b.Append(corpus.Block{Kind: corpus.BlockFootnote}, text)
	}
}

// spacesMost is the most spaces one text:s is read as: more is layout.
const spacesMost = 16

// inline reads the text of the current element to its end, with a form feed
// where a page begins. Text boxes and notes go to aside, which may be nil.
func (o *odt) inline(aside *odtAside) (string, error) {
	var b strings.Builder
	for {
		token, err := o.tokens.next()
		if err == io.EOF {
			return b.String(), nil
		}
		if err != nil {
			return b.String(), err
		}
		switch token := token.(type) {
		case xml.EndElement:
			return b.String(), nil
		case xml.CharData:
			b.WriteString(strings.ReplaceAll(string(token), string(pageMark), " "))
		case xml.StartElement:
			text, err := o.inlineElement(token, aside)
			b.WriteString(text)
			if err != nil {
				return b.String(), err
			}
		}
	}
}

// inlineElement reads an element within a paragraph and returns its text.
func (o *odt) inlineElement(e xml.StartElement, aside *odtAside) (string, error) {
	switch e.Name.Local {
	case "s":
		return strings.Repeat(" ", min(max(number(attr(e, "c"), 1), 1), spacesMost)), o.tokens.skip()
	case "tab", "line-break":
		return " ", o.tokens.skip()
	case "soft-page-break":
		return string(pageMark), o.tokens.skip()
	case "annotation", "note-citation", "desc", "title", "ruby-text", "binary-data", "object":
		return "", o.tokens.skip()
	case "note-body", "text-box":
		text, err := o.paragraphs()
		if aside == nil {
			return " " + text + " ", err
		}
		if e.Name.Local == "note-body" {
			aside.notes = append(aside.notes, text)
		} else {
			aside.boxes = append(aside.boxes, text)
		}
		return "", err
	}
	return o.inline(aside)
}

// paragraphs reads the paragraphs within the current element as one line.
func (o *odt) paragraphs() (string, error) {
	var texts []string
	err := o.tokens.each(func(e xml.StartElement) error {
		text, err := o.inline(nil)
		texts = append(texts, strings.ReplaceAll(text, string(pageMark), " "))
		return err
	})
	return strings.Join(texts, " "), err
}

// row reads the current table:table-row. A row of one cell is a box around
// ordinary text and read as that.
func (o *odt) row() error {
	var cells []string
	var notes odtAside
	err := o.tokens.each(func(e xml.StartElement) error {
		if e.Name.Local != "table-cell" {
			return o.tokens.skip() // covered by a cell that spans
		}
		var parts []string
		err := o.tokens.each(func(e xml.StartElement) error {
			text, err := o.inline(&notes)
			parts = append(parts, strings.ReplaceAll(text, string(pageMark), " "))
			return err
		})
		cells = append(cells, strings.ReplaceAll(strings.Join(parts, " "), "\t", " "))
		return err
	})
	kind := corpus.BlockTableRow
	if len(cells) == 1 {
		kind = corpus.BlockParagraph
	}
	o.builder.Append(corpus.Block{Kind: kind}, strings.Join(cells, "\t"))
	notes.emit(o.builder)
	return err
}
