package web

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"thematic/corpus"
)

// set is a set of nodes that are left out, each with all that is in it.
type set map[*html.Node]bool

// mainContent finds the element that holds what the page is about, and what is
// to be left out within it. An element that says so itself comes first (main,
// or the only article), then one named as the content that holds most of the
// text, then the whole body. Nothing but what is recognised as the page's own
// apparatus is left out, and what is hidden, of which some is returned besides: that
// which would be part of the text if it were shown.
func mainContent(document *html.Node) (root *html.Node, dropped, hidden set) {
	dropped, hidden = set{}, set{}
	folded := foldedAway(document)
	var mains, articles, named []*html.Node
	body := document
	for n := range document.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.DataAtom == atom.Body:
			body = n
		case isApparatus(n):
			dropped[n] = true
			delete(folded, attribute(n, "id"))
		case !isContent(n) && !folded[attribute(n, "id")] && (isHidden(n) || isForMachines(n)):
			dropped[n], hidden[n] = true, isHidden(n)
		case n.DataAtom == atom.Main, attribute(n, "role") == "main":
			mains = append(mains, n)
		case n.DataAtom == atom.Article:
			articles = append(articles, n)
		case contentNames.MatchString(attribute(n, "id") + " " + attribute(n, "class")):
			named = append(named, n)
		}
	}
	dropTitlesOf(document, folded, dropped)
	all := textLength(body, dropped)
	if len(articles) > 1 {
		articles = nil // a list of several things
	}
	for _, candidates := range [][]*html.Node{mains, articles, named} {
		best := slices.MaxFunc(append(candidates, nil), func(a, b *html.Node) int {
			return textLength(a, dropped) - textLength(b, dropped)
		})
		if best != nil && textLength(best, dropped)*2 > all {
			return best, dropped, hidden
		}
	}
	dropLinkLists(body, dropped)
	return body, dropped, hidden
}

var (
	contentNames   = regexp.MustCompile(`(?i)\b(main|content|article|entry|post|report)([-_]?(body|content|text|main|area|wrapper))?\b`)
	apparatusNames = regexp.MustCompile(`(?i)(^|[\s_-])(cookies?|consent|onetrust\S*|cybot\S*|ccc|gdpr|breadcrumbs?|nav|navbar|navigation|menu|sidebar|skip-?links?|skip-?to|share|sharing|social|pagination|pager|site-?header|site-?footer|masthead|search-?(form|box|bar)|banner|newsletter|related|comments?|feedback|back-?to-?top|print-?links?)($|[\s_-])`)
	hiddenStyle    = regexp.MustCompile(`(?i)display\s*:\s*none|visibility\s*:\s*hidden`)
)

// foldedAway are the ids of what a page shows when its title is clicked, as an
// accordion and tabs do: it was hidden when the page was saved, and is as much of
// the text as what was open.
func foldedAway(document *html.Node) map[string]bool {
	ids := map[string]bool{}
	for n := range document.Descendants() {
		if unfolds(n) {
			for id := range strings.FieldsSeq(attribute(n, "aria-controls")) {
				ids[id] = true
			}
		}
	}
	return ids
}

// dropTitlesOf drops the titles that show and hide no part of the text, such as
// "Menu". Folded are the ids of the parts that are.
func dropTitlesOf(document *html.Node, folded map[string]bool, dropped set) {
	for n := range document.Descendants() {
		if unfolds(n) && !within(n, headingElements...) {
			ids := strings.Fields(attribute(n, "aria-controls"))
			dropped[n] = dropped[n] || !slices.ContainsFunc(ids, func(id string) bool { return folded[id] })
		}
	}
}

// unfolds reports whether n is the title that shows and hides a part of the text.
func unfolds(n *html.Node) bool {
	return attribute(n, "aria-controls") != "" && (attribute(n, "aria-expanded") != "" || attribute(n, "role") == "tab")
}

// isContent reports whether n is an element that is part of what the page is about,
// unless it belongs to the page, whether it was shown when the page was saved or not.
func isContent(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Button, atom.Header, atom.Main, atom.Article, atom.Body, atom.Html, atom.H1:
		return true
	}
	return false
}

// isApparatus reports whether n belongs to the page and not to what it is about.
func isApparatus(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Button:
		return !unfolds(n)
	case atom.Aside:
		return standsBeside(n)
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Nav, atom.Footer, atom.Form,
		atom.Select, atom.Textarea, atom.Iframe, atom.Object, atom.Svg, atom.Math, atom.Dialog, atom.Audio, atom.Video, atom.Canvas:
		return true
	case atom.Header:
		// The header of the content holds its title.
		return !within(n, atom.Main, atom.Article)
	case atom.Main, atom.Article, atom.Body, atom.Html, atom.H1:
		return false
	}
	switch attribute(n, "role") {
	case "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu":
		return true
	case "complementary":
		return standsBeside(n)
	}
	return isBox(n) && isNamedApparatus(n)
}

func isNamedApparatus(n *html.Node) bool {
	return apparatusNames.MatchString(attribute(n, "id") + " " + attribute(n, "class"))
}

// standsBeside reports whether n, an aside, belongs to the page: it stands outside of the
// content, is named so, or is half or more links to other pages. Within the content it is
// a box, such as one with a finding.
func standsBeside(n *html.Node) bool {
	inContent := func(a *html.Node) bool {
		return a.DataAtom == atom.Main || a.DataAtom == atom.Article || attribute(a, "role") == "main"
	}
	switch {
	case !hasAbove(n, inContent) || isNamedApparatus(n):
		return true
	case hasAbove(n, isAside): // which was judged with all that is in it
		return false
	}
	all, links, _ := linkShare(n, nil)
	return links > 0 && links*2 >= all
}

func isAside(n *html.Node) bool {
	return n.DataAtom == atom.Aside || attribute(n, "role") == "complementary"
}

// isHidden reports whether n is not shown as the page was saved, by its own word.
func isHidden(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			if a.Val != "until-found" {
				return true
			}
		case "style":
			if hiddenStyle.MatchString(a.Val) {
				return true
			}
		}
	}
	return false
}

// maxSign is how many words a sign has at the most that a reader to the blind passes over,
// as an icon has that is named in letters. More than that is text: a page marks all of
// itself so while it asks for consent to cookies.
const maxSign = 4

// isForMachines reports whether n is a sign that a reader to the blind passes over, or a
// word such as "Show" in a title, which is not to be quoted.
func isForMachines(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "data-nosnippet":
			if hasAbove(n, unfolds) {
				return true
			}
		case "aria-hidden":
			if a.Val == "true" && isSign(n) {
				return true
			}
		}
	}
	return false
}

// isSign reports whether n has no more words than a sign. It looks no further, since what
// is marked so may stand in others hundreds deep.
func isSign(n *html.Node) bool {
	words := 0
	for d := range n.Descendants() {
		if d.Type != html.TextNode || isCode(d.Parent) {
			continue
		}
		for range strings.FieldsSeq(d.Data) {
			if words++; words > maxSign {
				return false
			}
		}
	}
	return true
}

// placeTabs puts the title of each tab, which stands in a row with the others, above
// what it shows, without its words where what it shows begins with them.
func placeTabs(document *html.Node) {
	var tabs []*html.Node
	shown := map[string]*html.Node{}
	for n := range document.Descendants() {
		if attribute(n, "role") == "tab" {
			tabs = append(tabs, n)
		}
		if id := attribute(n, "id"); id != "" && shown[id] == nil {
			shown[id] = n
		}
	}
	for _, tab := range tabs {
		id := strings.TrimSpace(attribute(tab, "aria-controls"))
		panel := shown[id]
		if panel == nil || panel == tab || hasAbove(panel, func(a *html.Node) bool { return a == tab }) || tab.Parent == nil {
			continue
		}
		delete(shown, id) // of several titles the first is placed
		if strings.HasPrefix(textOf(panel), textOf(tab)) {
			for tab.FirstChild != nil {
				tab.RemoveChild(tab.FirstChild)
			}
		}
		tab.Parent.RemoveChild(tab)
		panel.InsertBefore(tab, panel.FirstChild)
	}
}

// isBox reports whether n is an element that parts a page are built from. The
// names of others are no evidence.
func isBox(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Ul, atom.Ol, atom.Table:
		return true
	}
	return false
}

func within(n *html.Node, atoms ...atom.Atom) bool {
	return hasAbove(n, func(a *html.Node) bool { return slices.Contains(atoms, a.DataAtom) })
}

// hasAbove reports whether n stands in an element of which is holds.
func hasAbove(n *html.Node, is func(*html.Node) bool) bool {
	for a := range n.Ancestors() {
		if is(a) {
			return true
		}
	}
	return false
}

// textLength counts the bytes of text in n without white space and without what
// is dropped. Nil has none.
func textLength(n *html.Node, dropped set) int {
	if n == nil || dropped[n] {
		return 0
	}
	if n.Type == html.TextNode {
		return len(strings.Join(strings.Fields(n.Data), ""))
	}
	length := 0
	for c := range n.ChildNodes() {
		length += textLength(c, dropped)
	}
	return length
}

// dropLinkLists drops the lists and boxes that are little more than links to
// other pages. Links within the page are its contents and stay.
func dropLinkLists(n *html.Node, dropped set) {
	for c := range n.ChildNodes() {
		if dropped[c] {
			continue
		}
		if isBox(c) {
			all, links, count := linkShare(c, dropped)
			if count >= 3 && links*10 > all*7 {
				dropped[c] = true
				continue
			}
		}
		dropLinkLists(c, dropped)
	}
}

// linkShare counts the text in n, the text of links to other pages in it, and
// these links.
func linkShare(n *html.Node, dropped set) (all, links, count int) {
	all = textLength(n, dropped)
	for d := range n.Descendants() {
		if d.DataAtom == atom.A && !strings.HasPrefix(attribute(d, "href"), "#") && attribute(d, "href") != "" {
			links += textLength(d, dropped)
			count++
		}
	}
	return all, links, count
}

// wordsAround counts the words that a page shows and that are not read: those of what is
// dropped, and those around root. Lines of its header and footer are kept apart.
func wordsAround(document, root *html.Node, dropped, hidden set) (words int) {
	var visit func(n *html.Node, out bool)
	visit = func(n *html.Node, out bool) {
		switch {
		case n.DataAtom == atom.Head, isCode(n), hidden[n], isHidden(n), dropped[n] && isEdge(n):
			return
		case n.Type == html.TextNode && out:
			words += len(strings.Fields(n.Data))
		}
		out = n != root && (out || dropped[n])
		for c := range n.ChildNodes() {
			visit(c, out)
		}
	}
	visit(document, true)
	return words
}

// isEdge reports whether n is a header or a footer.
func isEdge(n *html.Node) bool {
	return n.DataAtom == atom.Header || n.DataAtom == atom.Footer || attribute(n, "role") == "contentinfo"
}

// furnitureMost is how many lines of a page's header and footer are kept.
const furnitureMost = 40

// furniture returns the lines of the headers and footers that were left out.
func furniture(document *html.Node, dropped set) []string {
	var lines []string
	for n := range document.Descendants() {
		if !dropped[n] || !isEdge(n) {
			continue
		}
		for d := range n.Descendants() {
			if d.Type != html.TextNode || isCode(d.Parent) || len(lines) >= furnitureMost {
				continue
			}
			if line := corpus.CleanLine(d.Data); line != "" && !slices.Contains(lines, line) {
				lines = append(lines, line)
			}
		}
	}
	return lines
}
