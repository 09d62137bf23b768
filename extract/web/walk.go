package web

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"thematic/corpus"
)

// walker writes the nodes it visits as blocks. Text gathers until an element
// that begins or ends a line.
type walker struct {
	builder *corpus.Builder
	dropped set
	lines   styling      // of the line through elements
	weights styling      // of their letters
	block   corpus.Block // what the gathered text will be
	text    strings.Builder
	depth   int // of lists
}

func (w *walker) children(n *html.Node) {
	for c := range n.ChildNodes() {
		w.node(c)
	}
}

// flush writes the gathered text as a block.
func (w *walker) flush() {
	w.builder.Append(w.block, w.text.String())
	w.text.Reset()
}

// as visits the children of n as blocks of their own kind.
func (w *walker) as(block corpus.Block, n *html.Node) {
	w.flush()
	outer := w.block
	w.block = block
	w.children(n)
	w.flush()
	w.block = outer
}

// aside visits a box within the content.
func (w *walker) aside(n *html.Node) {
	w.flush()
	before := w.builder.SetAside(true)
	w.as(w.block, n)
	w.builder.SetAside(before)
}

func (w *walker) node(n *html.Node) {
	if w.dropped[n] || w.builder.Full() {
		return
	}
	switch n.Type {
	case html.CommentNode:
		return
	case html.TextNode:
		w.text.WriteString(n.Data)
		return
	}
	if w.isFoldedTitle(n) {
		w.as(corpus.Block{Kind: corpus.BlockHeading, Level: boldLevel}, n)
		return
	}
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.as(corpus.Block{Kind: corpus.BlockHeading, Level: int(n.Data[1] - '0')}, n)
	case atom.P:
		w.as(w.paragraph(n), n)
	case atom.Ul, atom.Ol, atom.Menu:
		w.list(n)
	case atom.Dl:
		w.definitions(n)
	case atom.Table:
		w.table(n)
	case atom.Br:
		w.lineBreak(n)
	case atom.Sup:
		if !isNoteMark(n) {
			w.children(n)
		}
	case atom.Head, atom.Title, atom.Img, atom.Input, atom.Rt, atom.Rp, atom.Colgroup:
	case atom.Hr:
		w.flush()
	default:
		switch {
		case isInline(n):
			w.children(n)
		case isAside(n):
			w.aside(n)
		default:
			w.as(w.block, n)
		}
	}
}

// isInline reports whether n stands within a line of text.
func isInline(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Abbr, atom.Acronym, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Cite, atom.Code, atom.Data, atom.Del,
		atom.Dfn, atom.Em, atom.Font, atom.I, atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Q, atom.Ruby, atom.S, atom.Samp,
		atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr:
		return true
	}
	return n.DataAtom == 0 && n.Type == html.ElementNode // an element of no standard is inline
}

// isFoldedTitle reports whether n is the title that shows and hides what stands
// below, and no heading element says so.
func (w *walker) isFoldedTitle(n *html.Node) bool {
	if n.DataAtom != atom.Summary && (!unfolds(n) || w.block.Kind == corpus.BlockHeading) {
		return false
	}
	for d := range n.Descendants() {
		if slices.Contains(headingElements, d.DataAtom) {
			return false
		}
	}
	words := len(strings.Fields(w.textWithout(n)))
	return words > 0 && words <= longestHeading
}

var headingElements = []atom.Atom{atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6}

var noteNames = regexp.MustCompile(`(?i)(^|[\s_-])(fn|footnotes?|endnotes?|mso(foot|end)notetext)($|[\s_-])`)

// paragraph tells what a p element is.
func (w *walker) paragraph(n *html.Node) corpus.Block {
	switch {
	case w.block.Kind == corpus.BlockBullet:
		return w.block
	case noteNames.MatchString(attribute(n, "class")), attribute(n, "role") == "doc-footnote", isNote(n):
		return corpus.Block{Kind: corpus.BlockFootnote}
	case titleNames().MatchString(attribute(n, "class")):
		return corpus.Block{Kind: corpus.BlockHeading, Level: 1}
	case contentsNames().MatchString(attribute(n, "class")):
		return corpus.Block{Kind: corpus.BlockContents}
	}
	if item, ok := w.wordItem(n); ok {
		return item
	}
	if w.isBoldLine(n) {
		return corpus.Block{Kind: corpus.BlockHeading, Level: boldLevel}
	}
	return corpus.Block{Kind: corpus.BlockParagraph}
}

// boldLevel is the level of a line in bold that does for a heading, and
// longestHeading how many words it has at the most.
const (
	boldLevel      = 6
	longestHeading = 14
)

// isBoldLine reports whether a paragraph is one short line in bold that is not
// a sentence.
func (w *walker) isBoldLine(n *html.Node) bool {
	text := textOf(n)
	words := len(strings.Fields(text))
	if words == 0 || words > longestHeading || strings.ContainsAny(text[len(text)-1:], ".,;") {
		return false
	}
	for d := range n.Descendants() {
		if d.Type == html.TextNode && strings.TrimSpace(d.Data) != "" && !isCode(d.Parent) && !w.isBold(d, n) {
			return false
		}
	}
	return true
}

// bold is the weight of letters.
var bold = property{regexp.MustCompile(`(?i)(?:^|[;\s])font-weight\s*:([^;]*)`), regexp.MustCompile(`(?i)\bbold|[6-9]00`)}

// isBold reports whether a text is shown in bold, by what is around it as far as element n.
func (w *walker) isBold(text, n *html.Node) bool {
	for a := text.Parent; a != nil; a = a.Parent {
		if weight := w.weights.of(a); weight.said {
			return weight.on
		}
		if a.DataAtom == atom.B || a.DataAtom == atom.Strong || a.DataAtom == atom.Th {
			return true
		}
		if a == n {
			break
		}
	}
	return false
}

// isNoteMark reports whether a superscript refers to a note, or to several.
func isNoteMark(n *html.Node) bool { return noteMarks().MatchString(textOf(n)) }

var noteMarks = corpus.Lazily(`^[\[\]() ,;+–-]*[0-9][\[\]() ,;–0-9-]*$`)

// lineBreak parts words; two breaks in a row part paragraphs.
func (w *walker) lineBreak(n *html.Node) {
	previous := n.PrevSibling
	for previous != nil && previous.Type == html.TextNode && strings.TrimSpace(previous.Data) == "" {
		previous = previous.PrevSibling
	}
	if previous != nil && previous.DataAtom == atom.Br && w.block.Kind != corpus.BlockHeading {
		w.flush()
		return
	}
	w.text.WriteByte('\n')
}

// list visits a list. One whose items are links within the page is its table
// of contents.
func (w *walker) list(n *html.Node) {
	w.flush()
	w.depth++
	number, _ := strconv.Atoi(attribute(n, "start"))
	number = max(number, 1)
	for c := range n.ChildNodes() {
		if c.DataAtom != atom.Li {
			w.node(c)
			continue
		}
		block := corpus.Block{Kind: corpus.BlockBullet, Level: w.levelOf(n, c)}
		if n.DataAtom == atom.Ol {
			block.Number = strconv.Itoa(number)
			number++
		}
		if linksWithin(c) {
			block = corpus.Block{Kind: corpus.BlockContents}
		}
		if !w.dropped[c] {
			w.as(block, c)
		}
	}
	w.depth--
}

// googleLevel finds how deep a list of Google Docs is set in the name of its class, from 0.
var googleLevel = corpus.Lazily(`(?:^|\s)lst-kix_\w+-(\d)(?:\s|$)`)

// levelOf is the depth of an item of a list: that of the lists around it, or what it says
// itself, as in Google Docs, where lists that stand in one another are written one after
// another.
func (w *walker) levelOf(list, item *html.Node) int {
	level, _ := strconv.Atoi(attribute(item, "aria-level"))
	if m := googleLevel().FindStringSubmatch(attribute(list, "class")); m != nil {
		level = int(m[1][0]-'0') + 1
	}
	return max(w.depth, min(level, 9))
}

// linksWithin reports whether a list item is a link to a place in the page and
// nothing more, lists in it aside.
func linksWithin(item *html.Node) bool {
	found := false
	for c := range item.ChildNodes() {
		switch {
		case c.DataAtom == atom.A && strings.HasPrefix(attribute(c, "href"), "#"):
			found = true
		case c.DataAtom == atom.Ul, c.DataAtom == atom.Ol:
		case c.Type == html.TextNode && strings.TrimSpace(c.Data) == "":
		case c.Type == html.CommentNode:
		default:
			return false
		}
	}
	return found
}

// definitions visits a definition list: each term and what it means is one row.
func (w *walker) definitions(n *html.Node) {
	w.flush()
	term := ""
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		for c := range n.ChildNodes() {
			switch {
			case w.dropped[c]:
			case c.DataAtom == atom.Dt:
				if term != "" {
					w.builder.Append(corpus.Block{Kind: corpus.BlockParagraph}, term)
				}
				term = w.textWithout(c)
			case c.DataAtom == atom.Dd: // with a list in it, if there is one
				w.builder.Append(corpus.Block{Kind: corpus.BlockTableRow}, term+"\t"+w.textWithout(c))
				term = ""
			default:
				visit(c)
			}
		}
	}
	visit(n)
	w.builder.Append(corpus.Block{Kind: corpus.BlockParagraph}, term)
}

// textWithout returns the text of n as one line, without what is dropped.
func (w *walker) textWithout(n *html.Node) string {
	var b strings.Builder
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		if w.dropped[n] || n.DataAtom == atom.Sup && isNoteMark(n) {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			return
		}
		parted := n.Type == html.ElementNode && !isInline(n)
		if parted {
			b.WriteByte(' ')
		}
		for c := range n.ChildNodes() {
			visit(c)
		}
		if parted {
			b.WriteByte(' ')
		}
	}
	visit(n)
	return strings.Join(strings.Fields(b.String()), " ")
}

// table visits a table row by row. A table that lays out the page, with
// headings, lists or several paragraphs in its cells, is read as ordinary text, and
// so is a form.
func (w *walker) table(n *html.Node) {
	if rows := w.formRows(n); rows != nil {
		w.form(rows)
		return
	}
	if isLayout(n) {
		w.as(corpus.Block{Kind: corpus.BlockParagraph}, n)
		return
	}
	w.flush()
	for row := range n.Descendants() {
		if row.DataAtom == atom.Caption {
			w.builder.Append(corpus.Block{Kind: corpus.BlockParagraph}, w.textWithout(row))
		}
		if row.DataAtom != atom.Tr || w.dropped[row] {
			continue
		}
		var cells []*html.Node
		var texts []string
		for c := range row.ChildNodes() {
			if (c.DataAtom == atom.Td || c.DataAtom == atom.Th) && !w.dropped[c] {
				cells, texts = append(cells, c), append(texts, w.textWithout(c))
			}
		}
		if len(cells) == 1 { // a box around ordinary text
			w.as(w.paragraph(cells[0]), cells[0])
			continue
		}
		w.builder.Append(corpus.Block{Kind: corpus.BlockTableRow}, strings.Join(texts, "\t"))
	}
}

// isLayout reports whether a table is there for the looks of the page.
func isLayout(table *html.Node) bool {
	for cell := range table.Descendants() {
		if cell.DataAtom != atom.Td {
			continue
		}
		paragraphs := 0
		for d := range cell.Descendants() {
			switch d.DataAtom {
			case atom.H1, atom.H2, atom.H3, atom.H4, atom.Table:
				return true
			case atom.P:
				paragraphs++
			}
		}
		if paragraphs > 3 {
			return true
		}
	}
	return false
}
