package web

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isStruck reports whether what is in n is shown struck through, by its element, by
// the style that it has itself, or by a style sheet of the page.
func (w *walker) isStruck(n *html.Node) bool {
	if n.Type != html.ElementNode {
		return false
	}
	switch n.DataAtom {
	case atom.Del, atom.S, atom.Strike:
		return true
	}
	own, sheet := saysLine(attribute(n, "style")), lineBySheet(w.lines, n)
	if own.said && (own.important || !sheet.important) {
		return own.struck
	}
	return sheet.struck
}

// removeStruck takes out of root what is struck through and not dropped anyway, and
// counts its words. An item or a cell stays, empty, and is counted.
func (w *walker) removeStruck(root *html.Node) (words int) {
	var struck []*html.Node
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		for c := range n.ChildNodes() {
			switch {
			case w.dropped[c]:
			case !w.isStruck(c):
				visit(c)
			case isInline(c):
				struck = append(struck, c)
			default:
				struck = slices.AppendSeq(struck, c.ChildNodes())
			}
		}
	}
	visit(root)
	for _, n := range struck {
		words += len(strings.Fields(w.textWithout(n)))
		n.Parent.RemoveChild(n)
	}
	return words
}
