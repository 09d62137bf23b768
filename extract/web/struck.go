package web

import (
	"regexp"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var lineThrough = property{
	regexp.MustCompile(`(?i)(?:^|[;\s])text-decoration(?:-line)?\s*:([^;]*)`), regexp.MustCompile(`(?i)\bline-through\b`)}

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
	return w.lines.isOn(n)
}
