package themes

import (
	_ "embed"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"thematic/corpus"
)

// MostProblems is how many mistakes of a codebook are told of. Of one with so many
// there may be more.
const MostProblems = 200

// maxCodebookBytes bounds the work of reading a codebook. The built-in ones
// are far below it.
const maxCodebookBytes = 4 << 20

// Load reads a codebook from YAML. name is what messages call the file. The
// error is a [Problems] with every mistake, not only the first; it is nil only
// where the codebook is sound.
//
// The built-in cues, sets and section rules hold unless data has a context or
// a set of the same name that overrules them.
func Load(name string, data []byte) (*Codebook, error) {
	base, err := builtinContext()
	if err != nil {
		return nil, err
	}
	return load(name, data, base)
}

// builtinContext returns the cues and sets that every codebook starts from. It
// is read once and not changed afterwards.
var builtinContext = sync.OnceValues(func() (*Codebook, error) {
	data, err := builtin.ReadFile("codebooks/" + contextName + ".yaml")
	if err != nil {
		return nil, fmt.Errorf("built-in context: %w", err)
	}
	return load("builtin:"+contextName, data, nil)
})

func load(name string, data []byte, base *Codebook) (*Codebook, error) {
	cb := &Codebook{
		file: name, source: data, base: base, sets: map[string]*set{}, Counts: CountsPractice, Subject: SubjectChildren,
	}
	cb.Context.Sections = map[corpus.SectionKind]SectionRule{}
	l := &loader{file: name, cb: cb, base: base, ids: map[string]ast.Node{}, names: map[string]string{}, mended: map[int]bool{}}
	if base != nil {
		for k, s := range base.sets {
			inherited := *s
			inherited.own = false
			cb.sets[k] = &inherited
		}
		for k, r := range base.Context.Sections {
			cb.Context.Sections[k] = r
		}
		for _, c := range base.Context.Cues {
			c.roots, c.ends = slices.Clone(c.roots), slices.Clone(c.ends)
			cb.Context.Cues = append(cb.Context.Cues, c)
		}
	}
	l.read(data)
	l.resolve()
	if len(l.problems) > 0 {
		l.problems.sort()
		return nil, l.problems
	}
	return cb, nil
}

type loader struct {
	file     string
	cb       *Codebook
	base     *Codebook
	ids      map[string]ast.Node // of themes
	problems Problems
	met      int               // mistakes so far, told or not
	names    map[string]string // of themes, by what they are and in lower case, with the id
	near     []nearEntry
	mended   map[int]bool // lines that were not YAML, of which nothing else is told

	expressions int // met so far
}

func (l *loader) fail(n ast.Node, format string, args ...any) {
	line, col := place(n)
	l.failAt(line, col, format, args...)
}

// remark keeps what is worth a look and no mistake, such as a key without effect.
func (l *loader) remark(n ast.Node, format string, args ...any) {
	if len(l.cb.remarks) == MostProblems {
		return
	}
	line, col := place(n)
	l.cb.remarks = append(l.cb.remarks, Problem{l.file, line, col, fmt.Sprintf(format, args...)})
}

func (l *loader) failAt(line, col int, format string, args ...any) {
	l.met++
	if len(l.problems) < MostProblems && !l.mended[line] {
		l.problems = append(l.problems, Problem{l.file, line, col, fmt.Sprintf(format, args...)})
	}
}

// place returns the line and column of n, from 1.
func place(n ast.Node) (line, col int) {
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return 1, 1
	}
	if m, ok := n.(*ast.MappingNode); ok && !m.IsFlowStyle && len(m.Values) > 0 {
		return place(m.Values[0].Key)
	}
	p := n.GetToken().Position
	return p.Line, p.Column
}

func (l *loader) read(data []byte) {
	if len(data) > maxCodebookBytes {
		l.failAt(1, 1, "the codebook is larger than %d MB: split it", maxCodebookBytes>>20)
		return
	}
	if !utf8.Valid(data) {
		line, col := firstInvalid(data)
		l.failAt(line, col, "the file is not in UTF-8: save it again with that encoding, so that accents and quotation marks are found")
		return
	}
	file := l.parse(data)
	if file == nil {
		return
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		l.failAt(1, 1, "the codebook is empty: it wants at least codebook: and themes:")
		return
	}
	if len(file.Docs) > 1 {
		l.fail(file.Docs[1].Body, "a codebook is one YAML document: remove the --- line")
	}
	l.top(file.Docs[0].Body)
}

// firstInvalid returns the line and column of the first byte of data that is not UTF-8.
func firstInvalid(data []byte) (line, col int) {
	line, col = 1, 1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && size == 1:
			return line, col
		case r == '\n':
			line, col = line+1, 1
		default:
			col++
		}
		data = data[size:]
	}
	return line, col
}

// fields calls the handler of each key of a mapping and reports every other key, whose
// value is read as that of the one key that is meant, where there is none: what is
// wrong in it is told at once, and the key is not told of as missing.
func (l *loader) fields(n ast.Node, what string, handlers map[string]func(ast.Node)) map[string]ast.Node {
	seen := map[string]ast.Node{}
	if !isMapping(n) {
		l.fail(n, "a %s wants keys and values (key: value): it has %s", what, nameList(slices.Sorted(maps.Keys(handlers))))
		return seen
	}
	type other struct {
		entry *ast.MappingValueNode
		meant string
	}
	var others []other
	for _, mv := range l.mapping(n, what) {
		key := scalar(mv.Key)
		if seen[key] != nil {
			l.fail(mv.Key, "%q stands twice in this %s: keep one%s", key, what, oneEntryEach[what])
			continue
		}
		seen[key] = mv.Key
		h, ok := handlers[key]
		if !ok {
			keys := slices.Sorted(maps.Keys(handlers))
			meant := meantKeys(key, what, keys)
			l.fail(mv.Key, "%q is not a key of a %s%s", key, what, corpus.InsteadOf(meant, keys))
			if len(meant) == 1 && handlers[meant[0]] != nil {
				others = append(others, other{mv, meant[0]})
			}
			continue
		}
		h(mv.Value)
	}
	for _, o := range others {
		if seen[o.meant] == nil {
			seen[o.meant] = o.entry.Key
			handlers[o.meant](o.entry.Value)
		}
	}
	return seen
}

// oneEntryEach says how the next of what stands in a list begins.
var oneEntryEach = map[string]string{"theme": `, or begin the next theme with "- "`, "cue": `, or begin the next cue with "- "`}

// meantKeys lists the keys that may be meant by one that a mapping does not have: by
// what people write in their place, or else those that [corpus.Near] finds.
func meantKeys(key, what string, keys []string) []string {
	if meant := otherKeys()[what][strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(key))]; meant != "" {
		return []string{meant}
	}
	return corpus.Near(key, keys)
}

//go:embed otherkeys.yaml
var otherKeysYAML []byte

// otherKeys are what people write in place of keys, with what they mean, by what has
// the keys.
var otherKeys = sync.OnceValue(func() (others map[string]map[string]string) {
	if err := yaml.Unmarshal(otherKeysYAML, &others); err != nil {
		panic(err) // which tests would have found
	}
	return others
})

// mapping returns the entries of n, or reports that n is no mapping.
func (l *loader) mapping(n ast.Node, what string) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	l.fail(n, "%s wants keys and values (key: value)", what)
	return nil
}

// list returns the entries of n, or reports that n is no list.
func (l *loader) list(n ast.Node, what string) []ast.Node {
	switch n := n.(type) {
	case *ast.SequenceNode:
		return n.Values
	case *ast.NullNode:
		return nil
	}
	l.fail(n, "%s wants a list ([a, b] or one \"- entry\" to a line)", what)
	return nil
}

// IsStray reports whether r is a control character that no text of a codebook may hold.
func IsStray(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }

// text returns the scalar n, or reports that it is none.
func (l *loader) text(n ast.Node, what string) string {
	if !isText(n) {
		l.fail(n, "%s wants text: put it in quotes", what)
		return ""
	}
	text := scalar(n)
	if i := strings.IndexFunc(text, IsStray); i >= 0 {
		r, _ := utf8.DecodeRuneInString(text[i:])
		l.fail(n, `%s holds a control character, %q: take it out; where a \ is meant, put the text in single quotes`, what, r)
	}
	return text
}

// line returns the text n, which is to be of one line, or reports that it is not.
func (l *loader) line(n ast.Node, what string) string {
	text := strings.TrimSpace(l.text(n, what))
	if strings.ContainsAny(text, "\n\t") {
		l.fail(n, "%s is of one line: take the line break or tab out of it", what)
	}
	return text
}

func isMapping(n ast.Node) bool {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return true
	}
	return false
}

func isList(n ast.Node) bool {
	switch n.(type) {
	case *ast.SequenceNode, *ast.NullNode:
		return true
	}
	return false
}

func isText(n ast.Node) bool {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode, *ast.SequenceNode, *ast.AliasNode, *ast.AnchorNode, *ast.TagNode:
		return false
	}
	return true
}

func (l *loader) texts(n ast.Node, what string) []string {
	var out []string
	for _, e := range l.list(n, what) {
		out = append(out, l.text(e, "an entry of "+what))
	}
	return out
}

// scalar returns the text of a scalar as it was written: "no" and "1.0" stay
// what they are.
func scalar(n ast.Node) string {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value)
	case *ast.NullNode:
		return ""
	}
	if n == nil || n.GetToken() == nil {
		return ""
	}
	return n.GetToken().Value
}

func (l *loader) into(dst *string, what string) func(ast.Node) {
	return func(n ast.Node) { *dst = l.text(n, what) }
}

func (l *loader) intoLine(dst *string, what string) func(ast.Node) {
	return func(n ast.Node) { *dst = l.line(n, what) }
}

func (l *loader) intoList(dst *[]string, what string) func(ast.Node) {
	return func(n ast.Node) { *dst = l.texts(n, what) }
}

func (l *loader) top(n ast.Node) {
	seen := l.fields(n, "codebook", map[string]func(ast.Node){
		"codebook": l.intoLine(&l.cb.Name, "codebook"),
		"version":  l.into(&l.cb.Version, "version"),
		"language": l.into(&l.cb.Language, "language"),
		"title":    l.intoLine(&l.cb.Title, "title"),
		"counts":   oneOf(l, &l.cb.Counts, "counts", CountsPractice, CountsFactors),
		"subject":  oneOf(l, &l.cb.Subject, "subject", SubjectChildren, SubjectAdults),
		"sets":     l.readSets,
		"themes":   l.readThemes,
		"context":  l.readContext,
	})
	l.cb.ownContext = seen["context"] != nil
	if l.base == nil || !isMapping(n) {
		return
	}
	if seen["codebook"] == nil {
		l.failAt(1, 1, "codebook: is missing: give the codebook a name")
	}
	if seen["themes"] == nil {
		l.failAt(1, 1, "themes: is missing: a codebook has at least one theme")
	}
}

// oneOf reads a value that is one of a few.
func oneOf[S ~string](l *loader, dst *S, what string, values ...S) func(ast.Node) {
	return func(n ast.Node) {
		if *dst = S(l.text(n, what)); !slices.Contains(values, *dst) {
			l.fail(n, "%s is one of %s: got %q", what, nameList(values), *dst)
		}
	}
}

func (l *loader) readSets(n ast.Node) {
	seen := map[string]bool{}
	for _, mv := range l.mapping(n, "sets") {
		name := scalar(mv.Key)
		switch {
		case !ValidID(name):
			l.fail(mv.Key, "%q is not a name for a set: use lower-case letters, digits and _", name)
		case seen[name]:
			l.fail(mv.Key, "the set %q stands twice: keep one", name)
		}
		seen[name] = true
		line, col := place(mv.Key)
		s := &set{line: line, col: col, own: true}
		told := l.met
		for _, e := range l.list(mv.Value, "the set "+name) {
			text := l.text(e, "an entry of the set "+name)
			s.words = append(s.words, text)
			s.roots = append(s.roots, l.rooted(e, text))
		}
		if len(s.words) == 0 && told == l.met {
			l.fail(mv.Key, "the set %q is empty: add a word or remove it", name)
		}
		l.cb.sets[name] = s
	}
}

// ValidID reports whether s can name a theme, set or rule: lower-case letters, digits and _.
func ValidID(s string) bool {
	for i := 0; i < len(s); i++ {
		b := s[i]
		if b != '_' && (b < 'a' || b > 'z') && (b < '0' || b > '9') {
			return false
		}
	}
	return s != ""
}

func (l *loader) rooted(n ast.Node, text string) rooted {
	line, col := place(n)
	return rooted{l.pattern(n, text), line, col}
}

// beginning returns what a message quotes of a text.
func beginning(text string) string {
	const most = 60
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	return string([]rune(text)[:most]) + " …"
}

// pattern parses the text of n and reports a mistake at its place in the file.
func (l *loader) pattern(n ast.Node, text string) node {
	if !isText(n) {
		return node{} // which has been reported
	}
	root, err := parsePattern(text)
	if err != nil {
		line, col := place(n)
		var pe *patternError
		if errors.As(err, &pe) {
			col += pe.before
			if isQuoted(n) {
				col++
			}
		}
		l.failAt(line, col, "pattern %q: %v", beginning(text), err)
	}
	for _, word := range strings.Fields(text) {
		if word == "OR" || word == "AND" || word == "NOT" {
			l.remark(n, "pattern %q looks for the word %q as it stands: write (one|other), near or unless for what it may mean", beginning(text), word)
			break
		}
	}
	return root
}
