package office

import (
	"encoding/xml"
	"io"
	"math"
	"strings"
	"sync"

	"thematic/corpus"
)

// odt reads the content of an OpenDocument text.
type odt struct {
	output
	tokens    *tokens
	styles    map[string]style // by family and name: "paragraph Heading"
	lists     *odtLists
	furniture []string
	newPage   bool // what comes next begins one
	// newCellPage says that a page begins between paragraphs of a cell.
	newCellPage bool
	frame       float64 // area of the frame that is read, in square centimetres
	painted     bool    // pages or a section of it have a colour
	coloured    bool    // the place that is read is a box, or in a table, row or cell of a colour
	// bare says that nothing is drawn behind the text, which white words alone ask for.
	bare  func() bool
	fixed []odtBox // boxes fixed to pages that stand before the text, still to be written
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
	styles := c.readOptional("styles.xml")
	o := &odt{
		output: output{builder: corpus.NewBuilder(limits), engine: "odt"},
		tokens: newTokens(styles, "styles.xml", limits),
		styles: map[string]style{},
		lists:  &odtLists{newCounters(), map[string]string{}},
		bare:   sync.OnceValue(func() bool { return !mayBePainted(styles, content) }),
	}
	readProperties(c, o.builder, "meta.xml")
	// A fault in the styles leaves those before it.
	_ = o.readStyles()
	o.builder.BeginPage(corpus.Page{Engine: o.engine, Furniture: o.furniture})
	o.tokens = newTokens(content, "content.xml", limits)
	err = o.blocks(&odtPlace{})
	o.writeFixed(math.MaxInt)
	return o.finish(err)
}

// hides reports whether a section is not shown, by its own word or by a condition that
// was found to hold when the file was saved. One of which that is not known is counted.
func (o *odt) hides(e xml.StartElement) bool {
	switch condition := attr(e, "condition"); {
	case attr(e, "display") != "condition":
		return attr(e, "display") == "none"
	case attr(e, "is-hidden") == "true", condition == "ooow:TRUE", condition == "ooow:1":
		return true
	case condition != "ooow:FALSE" && condition != "ooow:0":
		o.conditional++
	}
	return false
}

func contentError(err error) error {
	if _, ok := err.(*corpus.InputError); ok {
		return err
	}
	return &corpus.InputError{Reason: "it has the form of an OpenDocument text and no content: ask for a new copy"}
}

// odtPlace is where a paragraph stands.
type odtPlace struct {
	list  string // the style of the list around it
	depth int    // how many lists are around it
	item  bool   // it is the first of a list item, which is still to be counted
	// take takes the paragraphs of a cell, a box or a note; nil writes them.
	take func(*paragraph)
	// box says that it is a box, in which the rows of tables are taken whole.
	box bool
}

func (o *odt) put(p *paragraph, at *odtPlace) {
	if at.take != nil {
		at.take(p)
		return
	}
	if p.before && !o.builder.PageEmpty() {
		o.beginPage()
		p.before = false
	}
	o.writeFixed(o.builder.Page().Number)
	o.paragraph(p)
}

// blocks reads whatever holds paragraphs: the document, sections, list items.
func (o *odt) blocks(at *odtPlace) error {
	return o.tokens.each(func(e xml.StartElement) error { return o.block(e, at) })
}

func (o *odt) block(e xml.StartElement, at *odtPlace) error {
	if o.builder.Full() {
		return o.tokens.skip()
	}
	if o.hides(e) {
		return o.leaveOut(hidden)
	}
	if at.take == nil && attr(e, "anchor-type") == "page" {
		return o.fixedBox(e)
	}
	switch e.Name.Local {
	case "style":
		return o.style(e)
	case "list-style":
		return o.lists.style(o.tokens, e)
	case "tracked-changes":
		return o.leaveOut(deleted)
	case "annotation":
		o.comments++
		return o.tokens.skip()
	case "forms", "sequence-decls", "variable-decls", "scripts", "table-of-content-source", "bibliography-source", "desc", "binary-data", "font-face-decls", "master-styles":
		return o.tokens.skip()
	case "table-of-content", "alphabetical-index", "illustration-index", "table-index", "object-index", "user-index":
		o.writeFixed(o.builder.Page().Number)
		return o.contents()
	case "h", "p":
		p, err := o.readParagraph(e, at)
		o.put(p, at)
		return err
	case "list":
		return o.list(e, at)
	case "soft-page-break":
		if at.take == nil {
			o.beginPage()
		}
		o.newCellPage = at.take != nil && !at.box
		return o.tokens.skip()
	case "table":
		return o.table(e, at)
	case "table-column":
		o.coloured = o.coloured || o.paints("table-cell", attr(e, "default-cell-style-name"))
		return o.tokens.skip()
	case "table-row":
		switch {
		case at.take == nil:
			cells, err := o.readRow(e)
			o.row(cells)
			return err
		case at.box:
			cells, err := o.readRow(e)
			at.take(&paragraph{row: cells})
			return err
		}
	}
	return o.blocks(at)
}

// table reads the current table:table.
func (o *odt) table(e xml.StartElement, at *odtPlace) error {
	s := o.resolve("table", attr(e, "style-name"))
	if at.take == nil {
		if (s.newPage == on || o.newPage) && !o.builder.PageEmpty() {
			o.beginPage()
		}
		o.writeFixed(o.builder.Page().Number)
	}
	outer := o.coloured
	o.coloured = outer || s.painted == on || attr(e, "template-name") != ""
	err := o.blocks(at)
	o.coloured = outer
	if at.take == nil {
		o.newPage = s.after == on
	}
	return err
}

// readParagraph reads the current paragraph or heading.
func (o *odt) readParagraph(e xml.StartElement, at *odtPlace) (*paragraph, error) {
	p := &paragraph{style: attr(e, "style-name")}
	s := o.resolve("paragraph", p.style)
	p.before = s.newPage == on
	if at.take == nil {
		p.before, o.newPage = p.before || o.newPage, s.after == on
	}
	if e.Name.Local == "h" {
		p.known, p.level = true, max(number(attr(e, "outline-level"), 1), 1)
	}
	if o.newCellPage {
		p.write(string(pageMark), false)
		o.newCellPage = false
	}
	err := o.inline(p, odtLook{look{}.in(&s), !o.coloured})
	if p.gone {
		p.hide()
	}
	unseen := p.isHidden()
	o.countLeft(p)
	label, bullet := "", false
	switch {
	case unseen:
	case at.depth > 0 && at.item:
		at.item = false
		p.list.level = at.depth - 1
		label, bullet = o.lists.advance(at.list, at.depth-1)
	case at.depth == 0 && p.known && attr(e, "is-list-header") != "true":
		if attr(e, "restart-numbering") == "true" {
			o.lists.set(outlineList, p.level-1, number(attr(e, "start-value"), 1))
		}
		label, _ = o.lists.advance(outlineList, p.level-1)
	}
	p.settle(s, label, bullet)
	return p, err
}

// list reads the current text:list.
func (o *odt) list(e xml.StartElement, at *odtPlace) error {
	inner := odtPlace{list: at.list, depth: at.depth + 1, take: at.take, box: at.box}
	if name := attr(e, "style-name"); name != "" {
		inner.list = name
	}
	o.lists.goOn(inner.list, attr(e, "continue-list"))
	if id := attr(e, "id"); id != "" {
		o.lists.styles[id] = inner.list
	}
	goesOn := attr(e, "continue-numbering") == "true" || attr(e, "continue-list") != ""
	if !goesOn && (at.depth == 0 || inner.list != at.list) {
		o.lists.restart(inner.list)
	}
	return o.tokens.each(func(e xml.StartElement) error {
		inner.item = e.Name.Local == "list-item"
		if start := attr(e, "start-value"); start != "" {
			o.lists.set(inner.list, at.depth, number(start, 1))
		}
		return o.blocks(&inner)
	})
}

// readRow reads the current table:table-row.
func (o *odt) readRow(row xml.StartElement) (cells [][]*paragraph, err error) {
	painted := o.paints("table-row", attr(row, "style-name")) || o.paints("table-cell", attr(row, "default-cell-style-name"))
	err = o.tokens.each(func(e xml.StartElement) error {
		if e.Name.Local != "table-cell" {
			return o.tokens.skip() // covered by a cell that spans
		}
		cell, err := o.collect(&odtPlace{}, painted || o.paints("table-cell", attr(e, "style-name")))
		cells = append(cells, cell)
		return err
	})
	return cells, err
}

// paints reports whether a style puts a colour behind text.
func (o *odt) paints(family, name string) bool { return o.resolve(family, name).painted == on }

// collect reads the paragraphs within the current element, which is the place at and may
// be coloured, or not.
func (o *odt) collect(at *odtPlace, coloured bool) ([]*paragraph, error) {
	var taken []*paragraph
	at.take = func(p *paragraph) { taken = append(taken, p) }
	outer := o.coloured
	o.coloured = outer || coloured
	defer func() { o.coloured = outer }()
	err := o.blocks(at)
	return taken, err
}

// contents reads the current contents page or index.
func (o *odt) contents() error {
	title := false
	var visit func(e xml.StartElement) error
	visit = func(e xml.StartElement) error {
		switch e.Name.Local {
		case "table-of-content-source":
			return o.tokens.skip()
		case "index-title":
			title = true
			defer func() { title = false }()
		case "p", "h":
			p, err := o.readParagraph(e, &odtPlace{})
			p.block = corpus.Block{Kind: corpus.BlockContents}
			if title {
				p.block = corpus.Block{Kind: corpus.BlockHeading, Level: titleLevel}
			}
			o.paragraph(p)
			return err
		}
		return o.tokens.each(visit)
	}
	return o.tokens.each(visit)
}
