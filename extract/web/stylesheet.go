package web

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// lineRule is what a style sheet in a page says of the line through the elements that
// a selector chooses.
type lineRule struct {
	element string   // "" for any
	classes []string // all of which it has
	whole   bool     // the selector asks for nothing else
	lineStyle
}

// lineStyle is what declarations say of the line through an element.
type lineStyle struct {
	said      bool // anything
	struck    bool
	important bool // it goes before what is not
}

// maxLineRules is the most of them that are heeded. Of more none is, since any of them
// may undo another.
const maxLineRules = 200

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/|<!--|-->`)
	cssLine    = regexp.MustCompile(`(?i)(?:^|[;\s])text-decoration(?:-line)?\s*:([^;]*)`)
	important  = regexp.MustCompile(`(?i)!\s*important\b`)
	cssThrough = regexp.MustCompile(`(?i)\bline-through\b`)
	cssSimple  = regexp.MustCompile(`^(?:\*|([A-Za-z][\w-]*))?((?:\.[A-Za-z_-][\w-]*)*)`)
)

// saysLine returns what declarations say of the line through an element, the last of
// several, or the last of those that are important.
func saysLine(declarations string) (line lineStyle) {
	for _, m := range cssLine.FindAllStringSubmatch(declarations, -1) {
		if next := (lineStyle{true, cssThrough.MatchString(m[1]), important.MatchString(m[1])}); next.important || !line.important {
			line = next
		}
	}
	return line
}

// lineRules reads the style sheets that a page holds itself and shows on screens. What
// they say of some screens only is not heeded.
func lineRules(document *html.Node) (rules []lineRule) {
	for n := range document.Descendants() {
		if media := strings.ToLower(attribute(n, "media")); n.DataAtom != atom.Style || media != "" && media != "all" && media != "screen" {
			continue
		}
		sheet := ""
		for c := range n.ChildNodes() {
			sheet += c.Data
		}
		for selectors, declarations := range styleRules(sheet) {
			line := saysLine(declarations)
			if !line.said {
				continue
			}
			for selector := range strings.SplitSeq(selectors, ",") {
				if len(rules) == maxLineRules {
					return nil
				}
				rules = append(rules, newLineRule(selector, line))
			}
		}
	}
	return rules
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

// newLineRule reads a selector, of which only the part that names the element itself
// is known.
func newLineRule(selector string, line lineStyle) lineRule {
	parts := strings.FieldsFunc(selector, func(r rune) bool { return strings.ContainsRune(" \t\r\n\f>+~", r) })
	if len(parts) == 0 {
		return lineRule{lineStyle: lineStyle{struck: true}} // it may not hold
	}
	last := parts[len(parts)-1]
	m := cssSimple.FindStringSubmatch(last)
	rule := lineRule{element: strings.ToLower(m[1]), whole: len(parts) == 1 && m[0] == last, lineStyle: line}
	rule.classes = strings.FieldsFunc(m[2], func(r rune) bool { return r == '.' })
	return rule
}

// weight orders rules: one that is important goes before others, and then one that
// names more.
func (r *lineRule) weight() int {
	weight := 2 * len(r.classes)
	if r.element != "" {
		weight++
	}
	if r.important {
		weight += importance
	}
	return weight
}

const importance = 1 << 20 // more than any rule names

// chooses reports whether the rule may be one for n.
func (r *lineRule) chooses(n *html.Node, classes []string) bool {
	return (r.element == "" || r.element == n.Data) &&
		!slices.ContainsFunc(r.classes, func(c string) bool { return !slices.Contains(classes, c) })
}

// lineBySheet returns what the style sheets say of the line through n. It is struck
// where they certainly have it so: by a rule that chooses it, and that no other may undo
// which comes later or names more, unless it alone is important.
func lineBySheet(rules []lineRule, n *html.Node) (line lineStyle) {
	classes, weight, undone := strings.Fields(attribute(n, "class")), 0, lineStyle{}
	for i := range rules {
		r := &rules[i]
		switch {
		case !r.chooses(n, classes), !r.whole && r.struck, r.whole && r.weight() < weight:
		case r.whole:
			line, weight = r.lineStyle, r.weight()
		case r.important || !undone.important:
			undone = r.lineStyle
		}
	}
	if undone.said && (undone.important || !line.important) {
		return undone
	}
	return line
}
