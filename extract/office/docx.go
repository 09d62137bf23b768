package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"thematic/corpus"
)

// docx reads the main part of a Word document.
type docx struct {
	output
	tokens *tokens
	styles map[string]style
	lists  *lists
	notes  map[string]string // footnotes and endnotes, by "footnote:2"
	// rendered says that Word has left marks where its pages ended. Without
	// them the breaks that the author put in are the pages.
	rendered bool
	// fields are the fields around the place that is read, the innermost last:
	// whether each is past its code.
	fields []bool
	// held is a paragraph that the next goes on from: its end was deleted, or it is a large
	// first letter.
	held *paragraph
	// concealed says that what is read stands in a text box that is not shown.
	concealed bool
	// bare says that nothing is painted behind the text as a whole, which white words
	// alone ask for, and coloured that something may be behind the place that is read: the
	// colour of a text box, or that of a table or a cell.
	bare     func() bool
	coloured bool
	inside   int // how many text boxes and cells of tables are around the place that is read
	// diagrams returns the texts of a diagram by the id of its data, none of one that cannot
	// be read; it is nil in notes, headers and footers.
	diagrams func(id string) []string
	// due says that the author began a page, of which Word has left no mark yet.
	due bool
	// newPage says that a section has ended, and the next begins a page.
	newPage bool
	// sections say of each section still to end whether the next begins a page.
	sections []bool
}

// ReadDOCX reads a Word document (ECMA-376, transitional and strict). Pages are
// those of the last time Word laid it out, where it left them, and those of the
// author's own page breaks. A file that breaks off half way gives what
// stands before the break, its last page marked as failed.
func ReadDOCX(r io.ReaderAt, size int64, limits corpus.Limits) (corpus.Text, error) {
	c, err := openContainer(r, size, limits)
	if err != nil {
		return corpus.Text{}, err
	}
	name, main, err := c.mainPart()
	if err != nil {
		return corpus.Text{}, err
	}
	d := &docx{
		output:   output{builder: corpus.NewBuilder(limits), engine: "docx"},
		tokens:   newTokens(main, "word/document.xml", limits),
		lists:    readLists(c),
		notes:    map[string]string{},
		rendered: bytes.Contains(main, []byte("lastRenderedPageBreak")),
		bare:     sync.OnceValue(func() bool { return !c.isPainted(main) }),
	}
	d.styles = readStyles(c, d.lists)
	relations := sync.OnceValue(func() map[string]string { return c.relations(name) })
	d.diagrams = func(id string) []string { return c.diagramTexts(relations()[id]) }
	if bytes.Count(main, []byte(":sectPr")) > 2 {
		d.sections = sectionBreaks(main, limits)
	}
	d.readNotes(c, "footnote")
	d.readNotes(c, "endnote")
	readProperties(c, d.builder, "docProps/core.xml")
	readProperties(c, d.builder, "docProps/app.xml")
	d.builder.BeginPage(corpus.Page{Engine: d.engine, Furniture: c.furniture("word/header", "word/footer")})
	err = d.blocks()
	d.release()
	return d.finish(err)
}

// release writes the paragraph that is held back.
func (d *docx) release() {
	if d.held != nil {
		d.paragraph(d.held)
		d.held = nil
	}
}

// endSection has a section end with the current paragraph.
func (d *docx) endSection() {
	if len(d.sections) > 1 {
		d.sections = d.sections[1:]
		d.newPage = d.sections[0]
	}
}

// sectionBreaks says of each section of a part whether it begins a page.
func sectionBreaks(main []byte, limits corpus.Limits) []bool {
	var breaks []bool
	t := newTokens(main, "", limits)
	// The sections before a fault are told.
	_ = t.walk(func(e xml.StartElement) (bool, error) {
		switch {
		case skipped(e):
			return true, t.skip()
		case !isWord(e, "sectPr"):
			return false, nil
		}
		page := true
		err := t.each(func(e xml.StartElement) error {
			if isWord(e, "type") {
				page = attr(e, "val") != "continuous" && attr(e, "val") != "nextColumn"
			}
			return t.skip()
		})
		breaks = append(breaks, page)
		return true, err
	})
	return breaks
}

// isPainted reports whether something may be painted behind the text of a document: the
// page, what is drawn behind text, or anything drawn in a header or footer.
func (c *container) isPainted(main []byte) bool {
	if slices.ContainsFunc([]string{":background", `behindDoc="1"`, `behindDoc="true"`, "z-index:-", "z-index: -"}, func(s string) bool { return bytes.Contains(main, []byte(s)) }) {
		return true
	}
	return slices.ContainsFunc(c.archive.File, func(f *zip.File) bool {
		if !strings.HasPrefix(f.Name, "word/header") && !strings.HasPrefix(f.Name, "word/footer") {
			return false
		}
		data, err := c.inflate(f)
		return err != nil || bytes.Contains(data, []byte("<w:drawing")) || bytes.Contains(data, []byte("<w:pict"))
	})
}

// mainPart returns the part that holds the text, and its name.
func (c *container) mainPart() (name string, data []byte, err error) {
	name = "word/document.xml"
	data, err = c.read(name)
	if !errors.Is(err, fs.ErrNotExist) {
		return name, data, err
	}
	for _, f := range c.archive.File {
		if ok, _ := path.Match("word/document*.xml", f.Name); ok {
			data, err = c.inflate(f)
			return f.Name, data, err
		}
	}
	return "", nil, &corpus.InputError{Reason: "it has the form of a Word document and no text part: ask for a new copy"}
}

// furniture returns the distinct lines of the headers and footers.
func (c *container) furniture(prefixes ...string) []string {
	var lines []string
	for _, f := range c.archive.File {
		if !slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(f.Name, p) }) {
			continue
		}
		data, err := c.inflate(f)
		if err != nil {
			continue
		}
		d := &docx{tokens: newTokens(data, f.Name, c.limits), bare: func() bool { return false }}
		// A part of little importance: what stands before a fault is kept.
		texts, _ := d.paragraphTexts()
		for _, line := range texts {
			lines = addFurniture(lines, line)
		}
	}
	return lines
}

// paragraphTexts returns the text of each paragraph in the current element, those before
// a fault with the fault.
func (d *docx) paragraphTexts() (texts []string, err error) {
	err = d.tokens.walk(func(e xml.StartElement) (bool, error) {
		switch {
		case skipped(e):
			return true, d.tokens.skip()
		case isWord(e, "p"):
			p, err := d.readParagraph()
			texts = append(texts, p.plain())
			return true, err
		}
		return false, nil
	})
	return texts, err
}

// readNotes keeps the text of every footnote or endnote.
func (d *docx) readNotes(c *container, kind string) {
	t := c.optional("word/" + kind + "s.xml")
	// A broken notes part leaves the notes before the fault.
	_ = t.walk(func(e xml.StartElement) (bool, error) {
		if !isWord(e, kind) {
			return false, nil
		}
		switch attr(e, "type") {
		case "separator", "continuationSeparator", "continuationNotice":
			return true, t.skip()
		}
		inner := &docx{tokens: t, styles: d.styles, bare: d.bare}
		texts, err := inner.paragraphTexts()
		for why, n := range inner.left {
			d.left[why] += n
		}
		d.notes[kind+":"+attr(e, "id")] = strings.Join(texts, " ")
		return true, err
	})
}

// takeNote returns the text of a note where it is cited first.
func (d *docx) takeNote(id string) string {
	text := d.notes[id]
	delete(d.notes, id)
	return text
}

// isWord reports whether e is the element of WordprocessingML with the name.
func isWord(e xml.StartElement, local string) bool {
	return e.Name.Local == local && (strings.HasSuffix(e.Name.Space, "/wordprocessingml/2006/main") ||
		strings.HasSuffix(e.Name.Space, "/wordprocessingml/main"))
}

// skipped reports whether what is in e is no part of the text as it stands:
// deletions, the old places of moved text, the second copy of a text box for
// old programs, field codes and comments.
func skipped(e xml.StartElement) bool {
	switch e.Name.Local {
	case "del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText", "rPrChange", "pPrChange":
		return true
	}
	return false
}

// blocks reads the body or any element that holds paragraphs and tables.
func (d *docx) blocks() error {
	return d.tokens.each(func(e xml.StartElement) error {
		switch {
		case skipped(e), d.builder.Full():
			return d.tokens.skip()
		case isWord(e, "p"):
			p, err := d.readParagraph()
			if d.held = p; err != nil || !p.joined {
				d.release()
			}
			return err
		case isWord(e, "tbl"):
			d.release()
			return d.table(d.row)
		}
		d.tellOfParts(e)
		return d.blocks()
	})
}

// tellOfParts notes an element in whose place a file of its own is shown.
func (d *docx) tellOfParts(e xml.StartElement) {
	if isWord(e, "altChunk") || isWord(e, "subDoc") {
		d.apart = true
	}
}
