package themes

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	yamltoken "github.com/goccy/go-yaml/token"

	"thematic/corpus"
)

type tokenType = yamltoken.Token

func isQuoted(n ast.Node) bool {
	t := n.GetToken()
	return t != nil && (t.Type == yamltoken.SingleQuoteType || t.Type == yamltoken.DoubleQuoteType)
}

func nameList[S ~string](names []S) string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = string(name)
	}
	return strings.Join(list, ", ")
}

const maxShort = 24

var colourForm = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

func (l *loader) readThemes(n ast.Node) {
	list := l.list(n, "themes")
	for _, e := range list {
		if len(l.problems) == MostProblems {
			return // and no more would be told
		}
		l.readTheme(e)
	}
	if len(list) == 0 && isList(n) {
		l.fail(n, "there is no theme: a codebook has at least one")
	}
}

func (l *loader) readTheme(n ast.Node) {
	var t Theme
	var patterns, tests, headline, label, near ast.Node
	later := func(dst *ast.Node) func(ast.Node) { return func(n ast.Node) { *dst = n } }
	seen := l.fields(n, "theme", map[string]func(ast.Node){
		"id":          l.into(&t.ID, "id"),
		"label":       later(&label),
		"short":       l.intoLine(&t.Short, "short"),
		"headline":    later(&headline),
		"group":       l.intoLine(&t.Group, "group"),
		"colour":      l.into(&t.Colour, "colour"),
		"definition":  l.into(&t.Definition, "definition"),
		"include":     l.intoList(&t.Include, "include"),
		"exclude":     l.intoList(&t.Exclude, "exclude"),
		"near":        later(&near),
		"about":       l.into(&t.About, "about"),
		"child_voice": l.into(&t.ChildVoice, "child_voice"),
		"patterns":    later(&patterns),
		"tests":       later(&tests),
	})
	if !isMapping(n) {
		return // which has been reported
	}
	if label != nil {
		l.readLabel(label, &t)
	}
	l.checkTheme(n, &t, seen)
	if near != nil {
		l.readNear(near, &t)
	}
	if headline != nil {
		t.Headline = l.yes(headline, "headline")
	}
	told := l.met
	if patterns != nil {
		l.readPatterns(patterns, &t)
	}
	if isMapping(patterns) && told == l.met && !slices.ContainsFunc(t.Patterns, func(p Pattern) bool { return p.Kind != PatternUnless }) {
		l.fail(patterns, "the theme %q has no patterns that find anything: add deficit, topic or good_practice (factor in a codebook of factors)", t.ID)
	}
	if tests != nil {
		l.readTests(tests, &t)
	}
	l.cb.Themes = append(l.cb.Themes, t)
}

// readLabel reads the label of a theme, which is not empty.
func (l *loader) readLabel(n ast.Node, t *Theme) {
	t.Label = l.line(n, "label")
	if t.Label == "" && isText(n) {
		l.fail(n, "the label of the theme %q is empty: charts and tables need one", t.ID)
	}
}

// readNear reads the themes that a theme is near. Whether there are such is known when
// all are read.
func (l *loader) readNear(n ast.Node, t *Theme) {
	for _, e := range l.list(n, "near") {
		id := l.text(e, "an entry of near")
		t.Near = append(t.Near, id)
		l.near = append(l.near, nearEntry{e, t.ID, id})
	}
}

// nearEntry is an entry of the list near of a theme.
type nearEntry struct {
	at        ast.Node
	theme, id string
}

func (l *loader) checkTheme(n ast.Node, t *Theme, seen map[string]ast.Node) {
	switch {
	case seen["id"] == nil:
		l.fail(n, "the theme has no id: add one, such as id: information_sharing")
	case !ValidID(t.ID):
		l.fail(seen["id"], "%q is not an id: use lower-case letters, digits and _", t.ID)
	case l.ids[t.ID] != nil:
		line, _ := place(l.ids[t.ID])
		l.fail(seen["id"], "the id %q is taken by the theme on line %d: give this one another", t.ID, line)
	default:
		l.ids[t.ID] = seen["id"]
	}
	if seen["label"] == nil {
		l.fail(n, "the theme %q has no label: add one for charts and tables", t.ID)
	}
	if utf8.RuneCountInString(t.Short) > maxShort {
		l.fail(seen["short"], "short is longer than %d characters: %q", maxShort, t.Short)
	}
	l.alone(seen["label"], "label", t.Label, t.ID)
	l.alone(seen["short"], "short label", t.Short, t.ID)
	if t.Short == "" && utf8.RuneCountInString(t.Label) <= maxShort {
		t.Short = t.Label
	} else if t.Short == "" {
		l.fail(n, "the theme %q has a long label and no short one: add short, at most %d characters", t.ID, maxShort)
	}
	if seen["colour"] != nil && !colourForm.MatchString(t.Colour) {
		l.fail(seen["colour"], "%q is not a colour: write it in quotes, as \"#0072B2\"", t.Colour)
	}
	if t.About != "" && t.About != AboutChild {
		l.fail(seen["about"], "about is %q: leave it out, or write child", t.About)
	}
	if seen["patterns"] == nil {
		l.fail(n, "the theme %q has no patterns: it could never be found", t.ID)
	}
}

// alone remarks where a name of a theme is that of another one.
func (l *loader) alone(n ast.Node, what, name, theme string) {
	key := what + ":" + strings.ToLower(name)
	if other, taken := l.names[key]; taken && name != "" {
		l.remark(n, "the theme %q has the %s of the theme %q: charts and tables show both by it", theme, what, other)
		return
	}
	l.names[key] = theme
}

func (l *loader) yes(n ast.Node, what string) bool {
	switch text := l.text(n, what); strings.ToLower(text) {
	case "true", "yes":
		return true
	case "false", "no":
		return false
	default:
		l.fail(n, "%s is true or false: got %q", what, text)
		return false
	}
}

func (l *loader) readPatterns(n ast.Node, t *Theme) {
	read := func(kind PatternKind) func(ast.Node) {
		return func(n ast.Node) {
			for i, e := range l.list(n, string(kind)) {
				p := l.readPattern(e, kind)
				if p.ID == "" {
					p.ID = fmt.Sprintf("%s.%s.%d", t.ID, kind, i+1)
				}
				t.Patterns = append(t.Patterns, p)
			}
		}
	}
	l.fields(n, "list of patterns", map[string]func(ast.Node){
		"deficit": read(PatternDeficit), "topic": read(PatternTopic),
		"good_practice": read(PatternGood), "factor": read(PatternFactor), "unless": read(PatternUnless),
	})
	ids := map[string]bool{}
	for _, p := range t.Patterns {
		if ids[p.ID] {
			l.failAt(p.Line, p.Column, "the pattern id %q stands twice in the theme %q: give one another", p.ID, t.ID)
		}
		ids[p.ID] = true
	}
}

// readPattern reads a pattern written as text or as a mapping.
func (l *loader) readPattern(n ast.Node, kind PatternKind) Pattern {
	p := Pattern{Kind: kind}
	p.Line, p.Column = place(n)
	if !isMapping(n) {
		p.Text = l.text(n, "a pattern")
		p.root = l.pattern(n, p.Text)
		return p
	}
	if mv := l.mapping(n, "a pattern"); len(mv) == 1 && strings.Contains(scalar(mv[0].Key), " ") {
		l.fail(n, "a pattern that holds a colon and a space wants quotation marks")
		return p
	}
	within, strength := 8, ""
	var phrases []ast.Node
	var of ast.Node // the list of phrases
	seen := l.fields(n, "pattern", map[string]func(ast.Node){
		"pattern":  func(n ast.Node) { p.Text = l.text(n, "pattern"); p.root = l.pattern(n, p.Text) },
		"regex":    func(n ast.Node) { p.Text = l.text(n, "regex"); p.expression = l.expression(n, p.Text) },
		"id":       l.into(&p.ID, "id"),
		"strength": l.into(&strength, "strength"),
		"near":     func(n ast.Node) { phrases, of = l.list(n, "near"), n },
		"then":     func(n ast.Node) { phrases, of = l.list(n, "then"), n },
		"within":   func(n ast.Node) { within = l.within(n) },
	})
	switch {
	case seen["strength"] == nil:
	case kind == PatternUnless:
		l.fail(seen["strength"], "strength has no meaning under unless: whatever it finds is cancelled")
	default:
		p.Strength = l.strength(seen["strength"], strength)
	}
	forms := 0
	for _, k := range []string{"pattern", "regex", "near", "then"} {
		if seen[k] != nil {
			forms++
		}
	}
	switch {
	case forms != 1:
		l.fail(n, "a pattern is text in quotes or has one of pattern, regex, near or then: this one has %d", forms)
	case seen["near"] != nil || seen["then"] != nil:
		p.ordered = seen["then"] != nil
		l.combine(n, of, &p, phrases, within)
	case seen["within"] != nil:
		l.fail(seen["within"], "within goes with near or then")
	}
	return p
}

// strength reads how strong a pattern is.
func (l *loader) strength(n ast.Node, s string) Strength {
	switch s {
	case "strong":
		return StrengthStrong
	case string(StrengthWeak), string(StrengthCertain):
		return Strength(s)
	}
	l.fail(n, "strength is weak, strong or certain: got %q", s)
	return StrengthStrong
}

// wholeSentence stands for the distance of phrases anywhere in one sentence.
const wholeSentence = 0

// within reads a number of words, or "sentence".
func (l *loader) within(n ast.Node) int {
	if l.text(n, "within") == "sentence" {
		return wholeSentence
	}
	return l.number(n, "within (or sentence)", 1, maxGap)
}

// expression compiles a regular expression and counts it.
func (l *loader) expression(n ast.Node, text string) *regexp.Regexp {
	if l.expressions++; l.expressions == maxExpressions+1 {
		l.fail(n, "the codebook has more than %d regular expressions: write patterns, which are faster", maxExpressions)
	}
	e, err := parseExpression(text)
	if err != nil {
		l.fail(n, "regex %q: %v", text, err)
	}
	return e
}

// combine builds the tree of a near or then pattern: its phrases in any order,
// or in the order given, each within so many words of the next.
func (l *loader) combine(n, at ast.Node, p *Pattern, phrases []ast.Node, within int) {
	word := "near"
	if p.ordered {
		word = "then"
	}
	if phrases == nil && !isList(at) {
		return // which has been reported
	}
	if len(phrases) < 2 || len(phrases) > 3 {
		l.fail(n, "%s wants two or three phrases: got %d", word, len(phrases))
		return
	}
	var roots []node
	for _, e := range phrases {
		text := l.text(e, "an entry of "+word)
		p.phrases = append(p.phrases, text)
		roots = append(roots, l.pattern(e, text))
	}
	p.Text = fmt.Sprintf("%s (%s) within %d", word, strings.Join(p.phrases, "; "), within)
	if within == wholeSentence {
		p.Text = fmt.Sprintf("%s (%s) within a sentence", word, strings.Join(p.phrases, "; "))
		p.parts = roots
		return
	}
	if p.ordered {
		p.root = inOrder(roots, within)
		return
	}
	p.root = node{kind: nodeAlt}
	permute(roots, func(order []node) { p.root.kids = append(p.root.kids, inOrder(order, within)) })
}

func inOrder(parts []node, within int) node {
	seq := node{kind: nodeSeq}
	for i, part := range parts {
		if i > 0 {
			seq.kids = append(seq.kids, node{kind: nodeGap, gap: within})
		}
		seq.kids = append(seq.kids, part)
	}
	return seq
}

// permute calls f with every order of parts.
func permute[P any](parts []P, f func([]P)) {
	if len(parts) == 1 {
		f(parts)
		return
	}
	for i := range parts {
		rest := append(append([]P{}, parts[:i]...), parts[i+1:]...)
		permute(rest, func(tail []P) { f(append([]P{parts[i]}, tail...)) })
	}
}

func (l *loader) number(n ast.Node, what string, low, high int) int {
	text := l.text(n, what)
	v, err := strconv.Atoi(text)
	if err != nil || v < low || v > high {
		l.fail(n, "%s is a number from %d to %d: got %q", what, low, high, text)
		return low
	}
	return v
}

func (l *loader) readTests(n ast.Node, t *Theme) {
	read := func(what string, label corpus.Label, status corpus.CodingStatus) func(ast.Node) {
		return func(n ast.Node) {
			for _, e := range l.list(n, what+" of tests") {
				line, col := place(e)
				if isMapping(e) {
					l.fail(e, "a test that holds a colon and a space wants quotation marks")
					continue
				}
				text := l.text(e, "a test")
				if isText(e) && strings.TrimSpace(text) == "" {
					l.fail(e, "a test is a sentence: this one is empty")
				}
				t.Tests = append(t.Tests, Test{Label: label, Status: status, Text: text, Line: line, Column: col})
			}
		}
	}
	l.fields(n, "list of tests", map[string]func(ast.Node){
		"deficit": read("deficit", corpus.LabelDeficit, ""), "good_practice": read("good_practice", corpus.LabelGoodPractice, ""),
		"factor": read("factor", corpus.LabelFactor, ""), "held": read("held", "", corpus.Held), "none": read("none", corpus.LabelNeutral, ""),
	})
}
