package web

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// removeHidden takes out of root what a style sheet of the page hides, or what is white
// on white, and counts its words and those in hidden, which are dropped. A page with scripts may show again what
// its style sheets hide, as an accordion does: there they hide nothing.
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
	if rules := notDisplayed.rules(document); len(rules) > 0 {
		words += w.remove(root, func(n *html.Node) bool { return n.Type == html.ElementNode && notDisplayed.isOn(n, rules) })
	}
	if isOnPaper(document) {
		rules := inWhite.rules(document)
		words += w.remove(root, func(n *html.Node) bool { return isWhite(n, rules) })
	}
	return words
}
