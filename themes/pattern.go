package themes

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A pattern is a small tree. The language: words parted by spaces; word* is a
// prefix; ? is one letter; (a|b c|d) is one of several; [a] may be missing; <3>
// is up to three words of any kind; @name is any entry of a set; =Word is that
// very form and case. A hyphen in a word stands for a space or nothing.

type nodeKind uint8

const (
	nodeWord nodeKind = iota
	nodeSeq
	nodeAlt
	nodeOpt
	nodeGap
	nodeSet
)

type node struct {
	kind nodeKind
	lit  literal
	kids []node
	gap  int
	name string // of a set
	pos  int    // byte offset in the pattern, for messages
}

type literalForm uint8

const (
	formLemma literalForm = iota
	formPrefix
	formGlob
	formExact
)

// literal is one word of a pattern: what a token is compared with.
type literal struct {
	form literalForm
	text string
}

const (
	maxGap          = 12
	maxPatternBytes = 2000
	maxPatternDepth = 8
	minPrefix       = 2
)

// patternError is a mistake in a pattern, with how many characters stand before it.
type patternError struct {
	before int
	msg    string
}

func (e *patternError) Error() string { return e.msg }

type patternParser struct {
	src   string
	pos   int
	depth int
}

// parsePattern reads one pattern. The error is a *patternError.
func parsePattern(src string) (node, error) {
	p := &patternParser{src: src}
	if len(src) > maxPatternBytes {
		return node{}, p.fail(0, "the pattern is longer than %d bytes: split it", maxPatternBytes)
	}
	if !utf8.ValidString(src) {
		return node{}, p.fail(0, "the pattern is not valid UTF-8")
	}
	seq, err := p.sequence()
	if err != nil {
		return node{}, err
	}
	switch {
	case p.pos < len(src) && src[p.pos] == '|':
		return node{}, p.fail(p.pos, "\"|\" parts words in brackets: write (one|other), or two patterns")
	case p.pos < len(src):
		return node{}, p.fail(p.pos, "%q closes nothing: remove it or open a bracket before it", src[p.pos:p.pos+1])
	}
	return seq, checkPattern(p, seq)
}

// checkPattern refuses patterns that would match nothing or anything.
func checkPattern(p *patternParser, seq node) error {
	if len(seq.kids) == 0 {
		return p.fail(0, "the pattern is empty: write at least one word")
	}
	if !hasRequiredWord(seq) {
		return p.fail(0, "every word of the pattern may be missing: leave at least one outside [ ]")
	}
	first, last := seq.kids[0], seq.kids[len(seq.kids)-1]
	if first.kind == nodeGap || last.kind == nodeGap {
		return p.fail(0, "a gap such as <3> stands between two words, not at the end or the beginning")
	}
	return nil
}

func hasRequiredWord(n node) bool {
	switch n.kind {
	case nodeWord, nodeSet:
		return true
	case nodeSeq:
		return slices.ContainsFunc(n.kids, hasRequiredWord)
	case nodeAlt:
		return !slices.ContainsFunc(n.kids, func(k node) bool { return !hasRequiredWord(k) })
	}
	return false
}

// fail returns the mistake that stands at a byte offset of the pattern.
func (p *patternParser) fail(pos int, format string, args ...any) error {
	return &patternError{before: utf8.RuneCountInString(p.src[:pos]), msg: fmt.Sprintf(format, args...)}
}

// sequence reads items up to a closing bracket, a bar or the end.
func (p *patternParser) sequence() (node, error) {
	seq := node{kind: nodeSeq, pos: p.pos}
	for {
		p.skipSpace()
		if p.pos == len(p.src) || strings.IndexByte(")]|>", p.src[p.pos]) >= 0 {
			return seq, nil
		}
		start := p.pos
		item, err := p.item()
		if err != nil {
			return node{}, err
		}
		if seq.kids == nil {
			seq.kids = item
		} else {
			seq.kids = append(seq.kids, item...)
		}
		if err := p.checkBoundary(start); err != nil {
			return node{}, err
		}
	}
}

func (p *patternParser) skipSpace() {
	for p.pos < len(p.src) {
		r, n := utf8.DecodeRuneInString(p.src[p.pos:])
		if !unicode.IsSpace(r) {
			return
		}
		p.pos += n
	}
}

// checkBoundary refuses brackets glued to a word, as in work[ed].
func (p *patternParser) checkBoundary(start int) error {
	if p.pos == len(p.src) {
		return nil
	}
	last := p.src[p.pos-1]
	next, _ := utf8.DecodeRuneInString(p.src[p.pos:])
	wordEnd := strings.IndexByte(")]>", last) < 0
	if wordEnd && (next == '(' || next == '[') {
		word := p.src[start:p.pos]
		return p.fail(p.pos, "brackets hold whole words: for parts of a word write (%s|%sed) or %s*", word, word, word)
	}
	if !wordEnd && (next == '*' || next == '?') {
		return p.fail(p.pos, "brackets take no %q: put it at the words in them", string(next))
	}
	if !wordEnd && wordRune(next) {
		return p.fail(p.pos, "brackets hold whole words: put a space after %q", last)
	}
	return nil
}

func (p *patternParser) item() ([]node, error) {
	start := p.pos
	switch p.src[p.pos] {
	case '(':
		n, err := p.group(')')
		return []node{n}, err
	case '[':
		n, err := p.group(']')
		return []node{{kind: nodeOpt, kids: []node{n}, pos: start}}, err
	case '<':
		n, err := p.gap()
		return []node{n}, err
	case '@':
		n, err := p.set()
		return []node{n}, err
	case '=':
		return p.exact()
	}
	return p.word()
}

// group reads the alternatives between brackets.
func (p *patternParser) group(closing byte) (node, error) {
	start := p.pos
	p.pos++
	if p.depth++; p.depth > maxPatternDepth {
		return node{}, p.fail(start, "brackets stand more than %d deep: simplify the pattern", maxPatternDepth)
	}
	defer func() { p.depth-- }()
	alt := node{kind: nodeAlt, pos: start}
	for {
		at := p.pos
		seq, err := p.sequence()
		if err != nil {
			return node{}, err
		}
		if len(seq.kids) == 0 {
			return node{}, p.fail(at, "an alternative is empty: write a word, or [ ] round what may be missing")
		}
		if seq.kids[0].kind == nodeGap || seq.kids[len(seq.kids)-1].kind == nodeGap {
			return node{}, p.fail(at, "a gap such as <3> stands between two words, not at the edge of brackets")
		}
		alt.kids = append(alt.kids, seq)
		if p.pos == len(p.src) {
			return node{}, p.fail(start, "%q is never closed: add %q", p.src[start:start+1], string(closing))
		}
		c := p.src[p.pos]
		p.pos++
		switch c {
		case '|':
			continue
		case closing:
			return alt, nil
		}
		return node{}, p.fail(p.pos-1, "%q stands where %q is wanted", string(c), string(closing))
	}
}

func (p *patternParser) gap() (node, error) {
	start := p.pos
	end := strings.IndexByte(p.src[start:], '>')
	if end < 0 {
		return node{}, p.fail(start, "\"<\" is never closed: write a gap as <3>")
	}
	text := p.src[start+1 : start+end]
	n, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || n < 1 || n > maxGap {
		return node{}, p.fail(start, "a gap is a number of words from 1 to %d, such as <3>: got <%s>", maxGap, text)
	}
	p.pos = start + end + 1
	return node{kind: nodeGap, gap: n, pos: start}, nil
}

func (p *patternParser) set() (node, error) {
	start := p.pos
	p.pos++
	for p.pos < len(p.src) {
		r, n := utf8.DecodeRuneInString(p.src[p.pos:])
		if r != '_' && !wordRune(r) {
			break
		}
		p.pos += n
	}
	name := p.src[start+1 : p.pos]
	if name == "" {
		return node{}, p.fail(start, "\"@\" wants the name of a set, such as @professional")
	}
	if p.pos < len(p.src) && (p.src[p.pos] == '*' || p.src[p.pos] == '?') {
		return node{}, p.fail(p.pos, "a set takes no %q: put it at the words of the set", p.src[p.pos:p.pos+1])
	}
	return node{kind: nodeSet, name: name, pos: start}, nil
}

// raw reads up to the next space or special character.
func (p *patternParser) raw() string {
	start := p.pos
	for p.pos < len(p.src) {
		if asciiWord[p.src[p.pos]] {
			p.pos++
			continue
		}
		r, n := utf8.DecodeRuneInString(p.src[p.pos:])
		if unicode.IsSpace(r) || strings.ContainsRune("()[]|<>@=", r) {
			break
		}
		p.pos += n
	}
	return p.src[start:p.pos]
}

func (p *patternParser) exact() ([]node, error) {
	start := p.pos
	p.pos++
	text := p.raw()
	var out []node
	for _, t := range wordsOf(text) {
		out = append(out, node{kind: nodeWord, lit: literal{formExact, text[t.start:t.end]}, pos: start})
	}
	if len(out) == 0 {
		return nil, p.fail(start, "\"=\" wants a word after it, such as =GP")
	}
	return out, nil
}

// word reads one written word, which may be several tokens: multi-agency is
// "multi agency" or "multiagency".
func (p *patternParser) word() ([]node, error) {
	start := p.pos
	raw := p.raw()
	if plain(raw) {
		var room [1]token
		return lemmaNodes(appendToken(room[:0], raw, 0, len(raw)), start), nil
	}
	if i := strings.IndexAny(strings.TrimLeft(raw, "$"), `\^${}`); i >= 0 {
		i += len(raw) - len(strings.TrimLeft(raw, "$")) // "$50" is a word
		return nil, p.fail(start+i, "%q means nothing in a pattern: for a regular expression write {regex: '...'}", raw[i:i+1])
	}
	if strings.HasPrefix(raw, "“") || strings.HasPrefix(p.src, "“") && strings.HasSuffix(raw, "”") {
		return nil, p.fail(start, "curly quotation marks are part of the text for YAML: type straight ones, \"...\"")
	}
	parts := strings.FieldsFunc(raw, func(r rune) bool { return r == '-' || r == '‐' || r == '‑' })
	split, err := p.literals(parts, start)
	if err != nil {
		return nil, err
	}
	if len(split) == 0 {
		return nil, p.fail(start, "%q holds no letter or digit", raw)
	}
	if len(parts) < 2 {
		return split, nil
	}
	joined, err := p.literals([]string{strings.Join(parts, "")}, start)
	if err != nil {
		return nil, err
	}
	return []node{{kind: nodeAlt, pos: start, kids: []node{
		{kind: nodeSeq, kids: split, pos: start}, {kind: nodeSeq, kids: joined, pos: start}}}}, nil
}

func (p *patternParser) literals(parts []string, start int) ([]node, error) {
	var out []node
	for _, part := range parts {
		if strings.ContainsAny(part, "*?") {
			lit, err := p.wild(part, start)
			if err != nil {
				return nil, err
			}
			out = append(out, node{kind: nodeWord, lit: lit, pos: start})
			continue
		}
		out = append(out, lemmaNodes(wordsOf(part), start)...)
	}
	return out, nil
}

// plain reports whether a word is of ASCII letters and digits alone.
func plain(raw string) bool {
	for i := range len(raw) {
		if raw[i] >= utf8.RuneSelf || !asciiWord[raw[i]] {
			return false
		}
	}
	return true
}

// lemmaNodes are words that stand at a byte offset of a pattern, each in any of its forms.
func lemmaNodes(tokens []token, start int) []node {
	out := make([]node, len(tokens))
	for i, t := range tokens {
		out[i] = node{kind: nodeWord, lit: literal{formLemma, t.norm}, pos: start}
	}
	return out
}

func (p *patternParser) wild(part string, start int) (literal, error) {
	text := normalWord(strings.TrimRight(part, ".,;:"))
	stem := strings.TrimSuffix(text, "*")
	switch {
	case strings.Contains(stem, "*"):
		return literal{}, p.fail(start, "%q: * stands at the end of a word only", part)
	case utf8.RuneCountInString(strings.ReplaceAll(stem, "?", "")) < minPrefix:
		return literal{}, p.fail(start, "%q would match almost any word: write at least %d letters", part, minPrefix)
	case strings.ContainsRune(stem, '?'):
		return literal{formGlob, text}, nil
	}
	return literal{formPrefix, stem}, nil
}
