package web

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"thematic/corpus"
)

// What word processors write into the pages that they save (Word, LibreOffice, Google
// Docs): links between the marks of notes and comments and these, and classes.
var (
	toNote      = corpus.Lazily(`^#(_(ftn|edn)\d|ftnt\d|sd(foot|end)note\d+sym$)`)
	fromNote    = corpus.Lazily(`^#(_(ftn|edn)ref\d|ftnt_ref\d|sd(foot|end)note\d+anc$)`)
	toComment   = corpus.Lazily(`^#(_msocom_|cmnt)\d`)
	fromComment = corpus.Lazily(`^#(_msoanchor_|cmnt_ref)\d`)

	titleNames    = corpus.Lazily(`^MsoT(itle|ocHeading)$|^c\d+( c\d+)* title$`)
	contentsNames = corpus.Lazily(`^MsoToc\d$`)
)

// markText is what the mark of a note or a comment shows, and words of the text that lead to
// one do not.
var markText = corpus.Lazily(`^(\[.{0,20}\]|[0-9]+|[ivxlc]+|[IVXLC]+|[^\p{L}\p{N}]?)$`)

// dropMarks drops the marks of notes and comments, and the comments, of which it returns
// how many they are.
func (w *walker) dropMarks(root *html.Node) (comments int) {
	for n := range root.Descendants() {
		link := attribute(n, "href")
		switch {
		case n.DataAtom != atom.A || !strings.HasPrefix(link, "#") || !markText().MatchString(textOf(n)):
		case toNote().MatchString(link), fromNote().MatchString(link), toComment().MatchString(link):
			w.dropped[n] = true
		case fromComment().MatchString(link):
			if box := commentAround(n); !w.dropped[box] {
				w.dropped[box] = true
				comments++
			}
		}
	}
	return comments
}

// commentAround returns the comment that a link back to its mark begins: the box around it,
// or its paragraph.
func commentAround(link *html.Node) *html.Node {
	comment := link
	for n := link; n.Parent != nil && n.DataAtom != atom.Div && !followsText(n); n = n.Parent {
		if n.Parent.DataAtom == atom.P || n.Parent.DataAtom == atom.Div {
			comment = n.Parent
		}
	}
	return comment
}

// followsText reports whether text stands before n in what is around it, or so much
// without any that nothing is said.
func followsText(n *html.Node) bool {
	const most = 50
	for i := 0; n.PrevSibling != nil; i++ {
		if n = n.PrevSibling; i == most || textOf(n) != "" || n.Type == html.TextNode && strings.TrimSpace(n.Data) != "" {
			return true
		}
	}
	return false
}

// isNote reports whether a paragraph is a note, which leads back to its mark.
func isNote(n *html.Node) bool {
	for d := range n.Descendants() {
		if d.DataAtom == atom.A && fromNote().MatchString(attribute(d, "href")) {
			return true
		}
	}
	return false
}

// labelGap is the style of what Word writes between the label of an item and its text.
var labelGap = corpus.Lazily(`font:\s*7\.0pt "Times New Roman"`)

// printedNumber is the label of an item that is a number, and no letter of a font of symbols.
var printedNumber = corpus.Lazily(`^(\(?([0-9]+(\.[0-9]+)*|[A-Za-z]|[ivxl]+|[IVXL]+)[.)]|[0-9]+(\.[0-9]+)+)$`)

// longestLabel is the most characters of the label of an item.
const longestLabel = 20

// wordItem tells what a paragraph is that Word has put the label of a list before, which it
// drops.
func (w *walker) wordItem(n *html.Node) (block corpus.Block, ok bool) {
	label := ""
	var parts []*html.Node
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			label += d.Data
			parts = append(parts, d)
		}
		if len(strings.TrimSpace(label)) > longestLabel {
			break
		}
		if d.DataAtom != atom.Span || !labelGap().MatchString(attribute(d, "style")) || textOf(d) != "" {
			continue
		}
		w.dropped[d] = true
		for _, part := range parts {
			w.dropped[part] = true
		}
		block = corpus.Block{Kind: corpus.BlockBullet, Level: 1}
		if label = strings.TrimSpace(label); printedNumber().MatchString(label) {
			if block.Number = strings.Trim(label, "()."); strings.Contains(block.Number, ".") {
				block.Kind, block.Level = corpus.BlockParagraph, 0
			}
		}
		return block, true
	}
	return block, false
}
