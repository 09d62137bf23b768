package web

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var notDisplayed = property{regexp.MustCompile(`(?i)(?:^|[;\s])display\s*:([^;]*)`), regexp.MustCompile(`(?i)\bnone\b`)}

// removeHidden takes out of root what a style sheet of the page hides, or what is
// white on white, and counts its words and those in hidden, which are dropped. A page with
// scripts may show again what its style sheets hide, as an accordion does: there they hide
// nothing.
func (w *walker) removeHidden(document, root *html.Node, hidden set) (words int) {
	for n := range root.Descendants() {
		if hidden[n] && !hasAbove(n, func(a *html.Node) bool { return w.dropped[a] && !hidden[a] }) {
			for c := range n.ChildNodes() {
				words += len(strings.Fields(w.textWithout(c)))
			}
		}
	}
	for n := range document.Descendants() {
		if n.DataAtom == atom.Script {
			return words
		}
	}
	if display := notDisplayed.styling(document); len(display.rules) > 0 {
		words += w.remove(root, func(n *html.Node) bool { return n.Type == html.ElementNode && display.isOn(n) })
	}
	if isOnPaper(document) {
		words += w.remove(root, inWhite.styling(document).isWhite)
	}
	return words
}

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
