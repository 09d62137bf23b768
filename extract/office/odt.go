package office

import (
	"encoding/xml"
	"io"
	"slices"
	"strings"

	"thematic/corpus"
)

// odt reads the content of an OpenDocument text into a builder.
type odt struct {
	builder *corpus.Builder
	tokens  *tokens
	styles  map[string]odtStyle
}

// odtStyle is what a paragraph style says about the part its paragraphs play.
type odtStyle struct {
	parent  string
	level   int  // of a heading, 0 for body text
	newPage bool // a page begins before them
}

// ReadODT reads an OpenDocument text (ODF 1.2 and 1.3). Pages are those of the
// last time it was laid out, where the program left marks of them, and those
// that the author's page breaks begin. A file that breaks off half way gives
// what stands before the break, its last page marked as failed.
func ReadODT(r io.ReaderAt, size int64, limits corpus.Limits) (corpus.Text, error) {
	c, err := openContainer(r, size, limits)
	if err != nil {
		return corpus.Text{}, err
	}
	content, err := c.read("content.xml")
	if err != nil {
		return corpus.Text{}, contentError(err)
	}
	if manifest := c.readOptional("META-INF/manifest.xml"); strings.Contains(string(manifest), "encryption-data") {
		return corpus.Text{}, &corpus.InputError{Reason: "it is locked with a password: open it and save a copy without one"}
	}
	o := &odt{
		builder: corpus.NewBuilder(limits),
		tokens:  newTokens(content, "content.xml", limits),
		styles:  map[string]odtStyle{},
	}
	readProperties(c, o.builder, "meta.xml")
	page := corpus.Page{Engine: "odt"}
	if styles := c.readOptional("styles.xml"); styles != nil {
		// A fault in the styles leaves those before it.
		_ = (&odt{tokens: newTokens(styles, "styles.xml", limits), styles: o.styles}).readStyles(&page.Furniture)
	}
	o.builder.BeginPage(page)
	return finish(o.builder, o.blocks(0))
}

func contentError(err error) error {
	if _, ok := err.(*corpus.InputError); ok {
		return err
	}
	return &corpus.InputError{Reason: "it has the form of an OpenDocument text and no content: ask for a new copy"}
}

// readStyles reads every paragraph style of a part, and the lines of the
// headers and footers into furniture.
func (o *odt) readStyles(furniture *[]string) error {
	return o.tokens.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "style":
			return o.style(e)
		case "header", "footer", "header-left", "footer-left", "header-first", "footer-first":
			return o.tokens.each(func(e xml.StartElement) error {
				line, err := o.inline(nil)
				if line = corpus.CleanLine(line); line != "" && !slices.Contains(*furniture, line) {
					*furniture = append(*furniture, line)
				}
				return err
			})
		}
		return o.readStyles(furniture)
	})
}

// style reads the current style:style.
func (o *odt) style(e xml.StartElement) error {
	s := odtStyle{parent: attr(e, "parent-style-name"), level: number(attr(e, "default-outline-level"), 0)}
	name := attr(e, "name")
	err := o.tokens.each(func(e xml.StartElement) error {
		if e.Name.Local == "paragraph-properties" {
			s.newPage = attr(e, "break-before") == "page"
		}
		return o.tokens.skip()
	})
	if attr(e, "family") == "paragraph" {
		o.styles[name] = s
	}
	return err
}

// level returns the heading level a style gives, 0 for body text.
func (o *odt) level(name string) int {
	for range basedOnMost {
		s, ok := o.styles[name]
		if !ok {
			return 0
		}
		if s.level > 0 {
			return s.level
		}
		if name = s.parent; name == "Title" {
			return titleLevel
		}
	}
	return 0
}

// blocks reads whatever holds paragraphs: the document, sections, list items.
// Depth is how many lists are around it.
func (o *odt) blocks(depth int) error {
	return o.tokens.each(func(e xml.StartElement) error { return o.block(e, depth) })
}

func (o *odt) block(e xml.StartElement, depth int) error {
	if o.builder.Full() {
		return o.tokens.skip()
	}
	switch e.Name.Local {
	case "style":
		return o.style(e)
	case "tracked-changes", "annotation", "forms", "sequence-decls", "variable-decls", "scripts", "table-of-content-source",
		"alphabetical-index", "bibliography-source", "desc", "binary-data", "list-style", "font-face-decls", "master-styles":
		return o.tokens.skip()
	case "table-of-content":
		return o.contents()
	case "h":
		level := max(number(attr(e, "outline-level"), 1), 1)
		return o.paragraph(e, corpus.Block{Kind: corpus.BlockHeading, Level: level})
	case "p":
		block := corpus.Block{Kind: corpus.BlockParagraph}
		if depth > 0 {
			block = corpus.Block{Kind: corpus.BlockBullet, Level: depth}
		} else if level := o.level(attr(e, "style-name")); level > 0 {
			block = corpus.Block{Kind: corpus.BlockHeading, Level: level}
		}
		return o.paragraph(e, block)
	case "list":
		return o.blocks(depth + 1)
	case "soft-page-break":
		o.builder.BeginPage(corpus.Page{Engine: "odt"})
		return o.tokens.skip()
	case "table-row":
		return o.row()
	}
	return o.blocks(depth)
}

// paragraph reads the current paragraph or heading into a block.
func (o *odt) paragraph(e xml.StartElement, block corpus.Block) error {
	if s := o.styles[attr(e, "style-name")]; s.newPage && !o.builder.PageEmpty() {
		o.builder.BeginPage(corpus.Page{Engine: "odt"})
	}
	var aside odtAside
	text, err := o.inline(&aside)
	lead := strings.TrimLeft(text, " \t\r\n")
	for strings.HasPrefix(lead, string(pageMark)) {
		o.builder.BeginPage(corpus.Page{Engine: "odt"})
		lead = strings.TrimLeft(lead[1:], " \t\r\n")
	}
	parts := strings.Split(lead, string(pageMark))
	o.builder.Append(block, parts[0])
	for _, part := range parts[1:] {
		o.builder.Continue(corpus.Page{Engine: "odt"}, part)
	}
	aside.emit(o.builder)
	return err
}

// contents reads the current contents page.
func (o *odt) contents() error {
	return o.tokens.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "table-of-content-source":
			return o.tokens.skip()
		case "index-title":
			return o.tokens.each(func(e xml.StartElement) error {
				return o.paragraph(e, corpus.Block{Kind: corpus.BlockHeading, Level: 1})
			})
		case "p", "h":
			return o.paragraph(e, corpus.Block{Kind: corpus.BlockContents})
		}
		return o.contents()
	})
}
