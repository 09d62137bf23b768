package web

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

var (
	inWhite = property{
		regexp.MustCompile(`(?i)(?:^|[;\s])color\s*:([^;]*)`), regexp.MustCompile(`(?i)^\s*(?:white|#fff|#ffffff|rgb\(\s*255\s*,\s*255\s*,\s*255\s*\))\s*(?:!|$)`)}

	// paints finds what may be behind letters or around them, or bring them to where
	// something is, and whitens what of it is white.
	paints  = regexp.MustCompile(`(?i)background|shadow|stroke|position|transform|float|margin[^:]*:[^;]*-|filter|blend|color-scheme|@import`)
	whitens = regexp.MustCompile(`(?i)background(?:-color)?\s*:\s*(?:white|#fff|#ffffff|transparent|none)\s*(?:;|\}|$)`)
)

// isPainted reports whether declarations may paint behind letters or around them.
func isPainted(declarations string) bool {
	return paints.MatchString(declarations) && paints.MatchString(whitens.ReplaceAllString(declarations, ""))
}

// isOnPaper reports whether nothing but what elements say themselves may be painted on a
// page: it has no scripts, and no style sheets that paint, or that are files of their own.
func isOnPaper(document *html.Node) bool {
	for n := range document.Descendants() {
		switch n.DataAtom {
		case atom.Script:
			return false
		case atom.Link:
			if strings.Contains(strings.ToLower(attribute(n, "rel")), "stylesheet") {
				return false
			}
		case atom.Meta:
			if strings.EqualFold(attribute(n, "name"), "color-scheme") {
				return false
			}
		case atom.Style:
			for c := range n.ChildNodes() {
				if isPainted(c.Data) {
					return false
				}
			}
		}
	}
	return true
}

// isWhite reports whether n and all in it is white, and nothing is painted behind it, on
// a page that is white itself.
func (colour styling) isWhite(n *html.Node) bool {
	if n.Type != html.ElementNode || !colour.isOn(n) && !(n.DataAtom == atom.Font && colour.heeded.MatchString(attribute(n, "color"))) {
		return false
	}
	if saysPaint(n) || hasAbove(n, saysPaint) {
		return false
	}
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && (d.DataAtom == atom.A || d.DataAtom == atom.Mark || saysPaint(d) || attribute(d, "color") != "" ||
			colour.in(attribute(d, "style")).said || colour.bySheet(d).said) {
			return false
		}
	}
	return true
}

// saysPaint reports whether n may itself paint what is behind its letters.
func saysPaint(n *html.Node) bool {
	return attribute(n, "bgcolor") != "" || attribute(n, "background") != "" || isPainted(attribute(n, "style"))
}
