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
	return lineThrough.isOn(n, w.lines)
}

// of returns what the style that n has itself says of p, or rules.
func (p property) of(n *html.Node, rules []sheetRule) ruling {
	own, sheet := p.in(attribute(n, "style")), bySheet(rules, n)
	if own.said && (own.important || !sheet.important) {
		return own
	}
	return sheet
}

// isOn reports whether p has a value that is heeded, by the style that n has itself or
// by rules.
func (p property) isOn(n *html.Node, rules []sheetRule) bool { return p.of(n, rules).on }

// remove takes out of root what is left out and not dropped anyway, and counts its words.
// An item or a cell stays, empty, and is counted.
func (w *walker) remove(root *html.Node, isLeftOut func(*html.Node) bool) (words int) {
	var leftOut []*html.Node
	var visit func(n *html.Node)
	visit = func(n *html.Node) {
		for c := range n.ChildNodes() {
			switch {
			case w.dropped[c]:
			case !isLeftOut(c):
				visit(c)
			case isInline(c):
				leftOut = append(leftOut, c)
			default:
				leftOut = slices.AppendSeq(leftOut, c.ChildNodes())
			}
		}
	}
	visit(root)
	for _, n := range leftOut {
		words += len(strings.Fields(w.textWithout(n)))
		n.Parent.RemoveChild(n)
	}
	return words
}
