package web

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// property is one of those that a style sheet sets: what sets it, its value in a group,
// and the values that are heeded.
type property struct{ set, heeded *regexp.Regexp }

// styling is a property with what the style sheets of a page say of it.
type styling struct {
	property
	rules []sheetRule
}

// of returns what the style that n has itself says of s, or the style sheets.
func (s styling) of(n *html.Node) ruling {
	own, sheet := s.in(attribute(n, "style")), s.bySheet(n)
	if own.said && (own.important || !sheet.important) {
		return own
	}
	return sheet
}

// isOn reports whether s has a value that is heeded, by the style that n has itself or
// by a style sheet.
func (s styling) isOn(n *html.Node) bool { return s.of(n).on }

// sheetRule is what a style sheet in a page says of a property of the elements that a
// selector chooses.
type sheetRule struct {
	element string   // "" for any
	classes []string // all of which it has
	whole   bool     // the selector asks for nothing else
	ruling
}

// ruling is what declarations say of a property of an element.
type ruling struct {
	said      bool // anything
	on        bool // it has a value that is heeded
	important bool // it goes before what is not
}

// maxRules is the most of them that are heeded. Of more none is, since any of them
// may undo another.
const maxRules = 200

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/|<!--|-->`)
	important  = regexp.MustCompile(`(?i)!\s*important\b`)
	cssSimple  = regexp.MustCompile(`^(?:\*|([A-Za-z][\w-]*))?((?:\.[A-Za-z_-][\w-]*)*)`)
)

// in returns what declarations say of p, the last of several, or the last of those that
// are important.
func (p property) in(declarations string) (says ruling) {
	for _, m := range p.set.FindAllStringSubmatch(declarations, -1) {
		if next := (ruling{true, p.heeded.MatchString(m[1]), important.MatchString(m[1])}); next.important || !says.important {
			says = next
		}
	}
	return says
}

// styling reads the style sheets that a page holds itself and shows on screens. What
// they say of p on some screens only is not heeded.
func (p property) styling(document *html.Node) styling {
	var rules []sheetRule
	for n := range document.Descendants() {
		if media := strings.ToLower(attribute(n, "media")); n.DataAtom != atom.Style || media != "" && media != "all" && media != "screen" {
			continue
		}
		sheet := ""
		for c := range n.ChildNodes() {
			sheet += c.Data
		}
		for selectors, declarations := range styleRules(sheet) {
			says := p.in(declarations)
			if !says.said {
				continue
			}
			for selector := range strings.SplitSeq(selectors, ",") {
				if len(rules) == maxRules {
					return styling{property: p}
				}
				rules = append(rules, newSheetRule(selector, says))
			}
		}
	}
	return styling{p, rules}
}

// styleRules yields the selectors and the declarations of each rule of a style sheet,
// without those within rules for some media.
func styleRules(sheet string) func(yield func(selectors, declarations string) bool) {
	return func(yield func(string, string) bool) {
		rest := cssComment.ReplaceAllString(sheet, " ")
		for {
			i := strings.IndexAny(rest, "{;")
			if i < 0 {
				return
			}
			head, semicolon := strings.TrimSpace(rest[:i]), rest[i] == ';'
			rest = rest[i+1:]
			if semicolon {
				continue
			}
			end := closing(rest)
			if !strings.HasPrefix(head, "@") && !yield(head, rest[:end]) {
				return
			}
			rest = rest[min(end+1, len(rest)):]
		}
	}
}

// closing returns where the block ends that s begins in.
func closing(s string) int {
	for i, depth := 0, 1; i < len(s); i++ {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return len(s)
}

// newSheetRule reads a selector, of which only the part that names the element itself
// is known.
func newSheetRule(selector string, says ruling) sheetRule {
	parts := strings.FieldsFunc(selector, func(r rune) bool { return strings.ContainsRune(" \t\r\n\f>+~", r) })
	if len(parts) == 0 {
		return sheetRule{ruling: ruling{on: true}} // it may not hold
	}
	last := parts[len(parts)-1]
	m := cssSimple.FindStringSubmatch(last)
	rule := sheetRule{element: strings.ToLower(m[1]), whole: len(parts) == 1 && m[0] == last, ruling: says}
	rule.classes = strings.FieldsFunc(m[2], func(r rune) bool { return r == '.' })
	return rule
}

// specificity orders rules: one that is important goes before others, and then one that
// names more.
func (r *sheetRule) specificity() int {
	n := 2 * len(r.classes)
	if r.element != "" {
		n++
	}
	if r.important {
		n += importance
	}
	return n
}

const importance = 1 << 20 // more than any rule names

// chooses reports whether the rule may be one for n.
func (r *sheetRule) chooses(n *html.Node, classes []string) bool {
	return (r.element == "" || r.element == n.Data) &&
		!slices.ContainsFunc(r.classes, func(c string) bool { return !slices.Contains(classes, c) })
}

// bySheet returns what the style sheets say of s for n. It is on where they
// certainly have it so: by a rule that chooses it, and that no other may undo
// which comes later or names more, unless it alone is important.
func (s styling) bySheet(n *html.Node) (says ruling) {
	classes, most, undone := strings.Fields(attribute(n, "class")), 0, ruling{}
	for i := range s.rules {
		r := &s.rules[i]
		switch {
		case !r.chooses(n, classes), !r.whole && r.on, r.whole && r.specificity() < most:
		case r.whole:
			says, most = r.ruling, r.specificity()
		case r.important || !undone.important:
			undone = r.ruling
		}
	}
	if undone.said && (undone.important || !says.important) {
		return undone
	}
	return says
}
