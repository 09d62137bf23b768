package themes

import (
	"slices"
	"strconv"
	"strings"
)

// An index holds many patterns and finds those that match in a sentence. Each
// pattern is filed under its rarest required words; a word of the text costs
// one map look-up, and only the patterns filed under it are tried, at the few
// places where they could begin.
type index struct {
	programs []program
	classes  map[string]int // canonical list of literals -> class
	members  [][]int        // literal -> classes that hold it
	lits     [][]int        // class -> its literals
	needed   map[int]bool   // classes that stand in the needs of a program
	postings [][]posting    // class -> patterns filed under it

	lemmaLits  map[string]int
	prefixLits map[string]int
	exactLits  map[string]int
	globs      []glob
	literals   []literal
	unknown    *word // every form that no pattern names, once the index is full
	costs      []int // of literals
}

// program is one compiled pattern.
type program struct {
	root  step
	first int     // the class of the words a match can begin with
	needs [][]int // of each of these lists of classes a sentence must hold one
}

type posting struct {
	program       int
	before, after int // least and greatest number of words before the anchor
}

type glob struct {
	text string
	lit  int
}

// step is a node of a compiled pattern. A word is a class: the set of literals
// any of which may stand there.
type step struct {
	kind      nodeKind
	class     int
	gap       int
	low, high int // least and greatest number of words
	kids      []step
}

// match is where a pattern matched: words from Start up to End.
type match struct {
	program    int
	start, end int
}

func newIndex() *index {
	return &index{
		classes: map[string]int{}, needed: map[int]bool{}, lemmaLits: map[string]int{}, prefixLits: map[string]int{}, exactLits: map[string]int{},
	}
}

// add compiles root and files it. It returns the pattern's number.
func (x *index) add(root node) int {
	n := len(x.programs)
	s := x.compile(root)
	first, _ := x.firsts(s)
	p := program{root: s, first: x.classOf(first), needs: x.needs(s)}
	for _, any := range p.needs {
		for _, c := range any {
			x.needed[c] = true
		}
	}
	x.programs = append(x.programs, p)
	anchors, _ := x.anchors(s)
	for _, a := range anchors {
		x.postings[a.class] = append(x.postings[a.class], posting{n, a.before, a.after})
	}
	return n
}

// seal ends the filling of the index: patterns are looked for from here on.
func (x *index) seal() { x.unknown = &word{classes: make([]uint64, len(x.lits)/64+1)} }

func (x *index) compile(n node) step {
	s := x.compileNode(n)
	s.low, s.high = n.width()
	return s
}

func (x *index) compileNode(n node) step {
	switch n.kind {
	case nodeWord:
		return step{kind: nodeWord, class: x.class([]literal{n.lit})}
	case nodeGap:
		return step{kind: nodeGap, gap: n.gap}
	case nodeOpt:
		return step{kind: nodeOpt, kids: []step{x.compile(n.kids[0])}}
	case nodeAlt:
		return x.alternatives(n)
	}
	s := step{kind: nodeSeq}
	for _, k := range n.kids {
		c := x.compile(k)
		if c.kind == nodeSeq {
			s.kids = append(s.kids, c.kids...)
			continue
		}
		s.kids = append(s.kids, c)
	}
	if len(s.kids) == 1 {
		return s.kids[0]
	}
	return s
}

// alternatives joins all one-word alternatives into one class.
func (x *index) alternatives(n node) step {
	var words []literal
	alt := step{kind: nodeAlt}
	var walk func(node)
	walk = func(k node) {
		for len(k.kids) == 1 && (k.kind == nodeSeq || k.kind == nodeAlt) {
			k = k.kids[0]
		}
		switch k.kind {
		case nodeWord:
			words = append(words, k.lit)
		case nodeAlt:
			for _, kk := range k.kids {
				walk(kk)
			}
		default:
			alt.kids = append(alt.kids, x.compile(k))
		}
	}
	walk(n)
	if len(words) > 0 {
		alt.kids = append(alt.kids, step{kind: nodeWord, class: x.class(words), low: 1, high: 1})
	}
	if len(alt.kids) == 1 {
		return alt.kids[0]
	}
	return alt
}

// class returns the number of a set of literals.
func (x *index) class(lits []literal) int {
	var ids []int
	for _, l := range lits {
		ids = append(ids, x.literal(l))
	}
	return x.classOf(ids)
}

// classOf returns the number of a set of literals given by their numbers.
func (x *index) classOf(ids []int) int {
	slices.Sort(ids)
	ids = slices.Compact(ids)
	var key strings.Builder
	for _, id := range ids {
		key.WriteString(strconv.Itoa(id))
		key.WriteByte(',')
	}
	if c, ok := x.classes[key.String()]; ok {
		return c
	}
	c := len(x.postings)
	x.classes[key.String()] = c
	x.postings = append(x.postings, nil)
	x.lits = append(x.lits, ids)
	for _, id := range ids {
		x.members[id] = append(x.members[id], c)
	}
	return c
}

func (x *index) literal(l literal) int {
	table := x.lemmaLits
	switch l.form {
	case formPrefix:
		table = x.prefixLits
	case formExact, formGlob:
		table = x.exactLits
	case formLemma:
		l.text, _ = lemmas(l.text)
	}
	key := l.text
	if l.form == formGlob {
		key = "?" + key
	}
	if id, ok := table[key]; ok {
		return id
	}
	id := len(x.literals)
	table[key] = id
	x.literals = append(x.literals, l)
	x.costs = append(x.costs, literalCost(l))
	x.members = append(x.members, nil)
	if l.form == formGlob {
		x.globs = append(x.globs, glob{l.text, id})
	}
	return id
}

// word is what the index knows of one form: the classes it belongs to and the
// patterns filed under it. It is made once for each form of a text.
type word struct {
	classes  []uint64 // a bit for each class
	list     []int    // those of them that patterns need
	postings []posting
}

func (w *word) in(class int) bool { return w.classes[class>>6]&(1<<(class&63)) != 0 }

// word looks up one form: surface as written, norm in lower case.
func (x *index) word(surface, norm string) *word {
	lits := x.literalsOf(surface, norm)
	if len(lits) == 0 {
		return x.unknown
	}
	w := &word{classes: make([]uint64, len(x.lits)/64+1)}
	for _, id := range lits {
		for _, c := range x.members[id] {
			if w.in(c) {
				continue
			}
			w.classes[c>>6] |= 1 << (c & 63)
			w.postings = append(w.postings, x.postings[c]...)
			if x.needed[c] {
				w.list = append(w.list, c)
			}
		}
	}
	return w
}

// literalsOf returns the literals that a form matches.
func (x *index) literalsOf(surface, norm string) []int {
	var out []int
	add := func(table map[string]int, key string) {
		if id, ok := table[key]; ok {
			out = append(out, id)
		}
	}
	first, second := lemmas(norm)
	add(x.lemmaLits, first)
	add(x.lemmaLits, second)
	add(x.exactLits, surface)
	for i := minPrefix; i <= len(norm) && i < 40; i++ {
		add(x.prefixLits, norm[:i])
	}
	for _, g := range x.globs {
		if globMatch(g.text, norm) {
			out = append(out, g.lit)
		}
	}
	return out
}

// globMatch compares word with a pattern in which ? is any one letter and a
// final * any rest.
func globMatch(pattern, word string) bool {
	rest, open := strings.CutSuffix(pattern, "*")
	p, w := []rune(rest), []rune(word)
	if len(w) < len(p) || !open && len(w) > len(p) {
		return false
	}
	for i, r := range p {
		if r != '?' && r != w[i] {
			return false
		}
	}
	return true
}
