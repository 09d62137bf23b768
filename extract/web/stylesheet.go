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
	struck  bool
}

// maxLineRules is the most of them that are heeded. Of more none is, since any of them
// may undo another.
const maxLineRules = 200

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/|<!--|-->`)
	cssLine    = regexp.MustCompile(`(?i)(?:^|[;\s])text-decoration(?:-line)?\s*:([^;]*)`)
	cssThrough = regexp.MustCompile(`(?i)\bline-through\b`)
	cssSimple  = regexp.MustCompile(`^(?:\*|([A-Za-z][\w-]*))?((?:\.[A-Za-z_-][\w-]*)*)`)
)

// saysLine returns what declarations say of the line through an element, the last of
// several; said is false where that is nothing.
func saysLine(declarations string) (struck, said bool) {
	all := cssLine.FindAllStringSubmatch(declarations, -1)
	if len(all) == 0 {
		return false, false
	}
	return cssThrough.MatchString(all[len(all)-1][1]), true
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
			struck, said := saysLine(declarations)
			if !said {
				continue
			}
			for selector := range strings.SplitSeq(selectors, ",") {
				if len(rules) == maxLineRules {
					return nil
				}
				rules = append(rules, newLineRule(selector, struck))
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
func newLineRule(selector string, struck bool) lineRule {
	parts := strings.FieldsFunc(selector, func(r rune) bool { return strings.ContainsRune(" \t\r\n\f>+~", r) })
	if len(parts) == 0 {
		return lineRule{struck: true} // it may not hold
	}
	last := parts[len(parts)-1]
	m := cssSimple.FindStringSubmatch(last)
	rule := lineRule{element: strings.ToLower(m[1]), whole: len(parts) == 1 && m[0] == last, struck: struck}
	rule.classes = strings.FieldsFunc(m[2], func(r rune) bool { return r == '.' })
	return rule
}

// weight orders rules: one that names more goes before others.
func (r *lineRule) weight() int {
	if r.element == "" {
		return 2 * len(r.classes)
	}
	return 2*len(r.classes) + 1
}

// chooses reports whether the rule may be one for n.
func (r *lineRule) chooses(n *html.Node, classes []string) bool {
	return (r.element == "" || r.element == n.Data) &&
		!slices.ContainsFunc(r.classes, func(c string) bool { return !slices.Contains(classes, c) })
}

// struckBySheet reports whether the style sheets certainly have n struck through: by
// a rule that chooses it, and that no other may undo which comes later or names more.
func struckBySheet(rules []lineRule, n *html.Node) bool {
	classes, struck, weight := strings.Fields(attribute(n, "class")), false, 0
	for i := range rules {
		r := &rules[i]
		switch {
		case !r.chooses(n, classes), !r.whole && r.struck, r.whole && r.weight() < weight:
		case r.whole:
			struck, weight = r.struck, r.weight()
		default:
			return false
		}
	}
	return struck
}
