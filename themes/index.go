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
	classes  map[string]int32 // canonical list of literals -> class
	members  [][]int32        // literal -> classes that hold it
	lits     [][]int          // class -> its literals
	postings [][]posting      // class -> patterns filed under it
	steps    map[string]*step
	compiled map[*node]*step  // of alternatives, by the first of them
	needs    map[string]int32 // canonical list of classes -> need; 0 is the need that nothing has to meet
	meets    [][]int32        // class -> needs that a word of it meets

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
	root  *step
	first int32 // the class of the words a match can begin with
}

// posting files a program under its anchor, one of the words that every match
// holds. A need is a list of classes of which the sentence must hold one word:
// the next rarest parts of the pattern, so that most patterns are given up
// without a look at the words beside the anchor.
type posting struct {
	program       int32
	needs         [2]int32
	before, after int16 // least and greatest number of words before the anchor
}

type glob struct {
	text string
	lit  int
}

// step is a node of a compiled pattern. A word is a class: the set of literals
// any of which may stand there. Patterns that use the same set share its steps,
// so that what is looked at often is small.
type step struct {
	kind      nodeKind
	gap       int8
	low, high int16 // least and greatest number of words
	class     int32
	id        int32
	kids      []*step
}

// match is where a pattern matched: words from Start up to End.
type match struct {
	program    int
	start, end int
}

func newIndex() *index {
	return &index{
		classes: map[string]int32{}, steps: map[string]*step{}, compiled: map[*node]*step{}, needs: map[string]int32{"": 0},
		lemmaLits: map[string]int{}, prefixLits: map[string]int{}, exactLits: map[string]int{},
	}
}

// add compiles root and files it. It returns the pattern's number.
func (x *index) add(root node) int {
	n := len(x.programs)
	s := x.compile(root)
	first, _ := x.firsts(s)
	x.programs = append(x.programs, program{root: s, first: x.classOf(first)})
	anchors, _ := x.anchors(s)
	needs := x.needsBeside(s)
	for _, a := range anchors {
		x.postings[a.class] = append(x.postings[a.class], posting{int32(n), needs, int16(a.before), int16(a.after)})
	}
	return n
}

// seal ends the filling of the index: patterns are looked for from here on.
func (x *index) seal() {
	x.unknown = &word{classes: newBitset(len(x.lits))}
	x.steps, x.compiled = nil, nil
}

func (x *index) compile(n node) *step {
	switch n.kind {
	case nodeWord:
		return x.intern(step{kind: nodeWord, class: x.class([]literal{n.lit})}, n)
	case nodeGap:
		return x.intern(step{kind: nodeGap, gap: int8(n.gap)}, n)
	case nodeOpt:
		return x.intern(step{kind: nodeOpt, kids: []*step{x.compile(n.kids[0])}}, n)
	case nodeAlt:
		if done := x.compiled[&n.kids[0]]; done != nil {
			return done
		}
		s := x.alternatives(n)
		x.compiled[&n.kids[0]] = s
		return s
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
	return x.intern(s, n)
}

// intern returns the one step that is as s, which n was compiled to.
func (x *index) intern(s step, n node) *step {
	key := []byte{byte(s.kind), byte(s.gap)}
	key = strconv.AppendInt(key, int64(s.class), 10)
	for _, k := range s.kids {
		key = strconv.AppendInt(append(key, ','), int64(k.id), 10)
	}
	if old := x.steps[string(key)]; old != nil {
		return old
	}
	low, high := n.width()
	s.id, s.low, s.high = int32(len(x.steps)), int16(low), int16(high)
	x.steps[string(key)] = &s
	return &s
}

// alternatives joins all one-word alternatives into one class.
func (x *index) alternatives(n node) *step {
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
		alt.kids = append(alt.kids, x.intern(step{kind: nodeWord, class: x.class(words)}, node{kind: nodeWord}))
	}
	if len(alt.kids) == 1 {
		return alt.kids[0]
	}
	return x.intern(alt, n)
}

// class returns the number of a set of literals.
func (x *index) class(lits []literal) int32 {
	var ids []int
	for _, l := range lits {
		ids = append(ids, x.literal(l))
	}
	return x.classOf(ids)
}

// classOf returns the number of a set of literals given by their numbers.
func (x *index) classOf(ids []int) int32 {
	key, ids := canonical(ids)
	if c, ok := x.classes[key]; ok {
		return c
	}
	c := int32(len(x.postings))
	x.classes[key] = c
	x.postings = append(x.postings, nil)
	x.meets = append(x.meets, nil)
	x.lits = append(x.lits, ids)
	for _, id := range ids {
		x.members[id] = append(x.members[id], c)
	}
	return c
}

// need returns the number of the need for a word of one of the classes.
func (x *index) need(classes []int32) int32 {
	key, classes := canonical(classes)
	if n, ok := x.needs[key]; ok {
		return n
	}
	n := int32(len(x.needs))
	x.needs[key] = n
	for _, c := range classes {
		x.meets[c] = append(x.meets[c], n)
	}
	return n
}

// canonical sorts ids, drops the repeated, and names the list.
func canonical[N int | int32](ids []N) (string, []N) {
	slices.Sort(ids)
	ids = slices.Compact(ids)
	var key strings.Builder
	for _, id := range ids {
		key.WriteString(strconv.Itoa(int(id)))
		key.WriteByte(',')
	}
	return key.String(), ids
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
	classes  bitset // it belongs to
	needs    []run  // it meets
	postings []posting
}

func (w *word) in(class int32) bool { return w.classes.has(class) }

// bitset is a set of small numbers.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, n/64+1) }

func (b bitset) has(i int32) bool { return b[i>>6]&(1<<(i&63)) != 0 }
func (b bitset) set(i int32)      { b[i>>6] |= 1 << (i & 63) }

// run is 64 numbers of a set that has few.
type run struct {
	at   int
	bits uint64
}

// runs lists what is in b.
func (b bitset) runs() []run {
	var out []run
	for i, w := range b {
		if w != 0 {
			out = append(out, run{i, w})
		}
	}
	return out
}

// word looks up one form: surface as written, norm in lower case.
func (x *index) word(surface, norm string) *word {
	lits := x.literalsOf(surface, norm)
	if len(lits) == 0 {
		return x.unknown
	}
	w := &word{classes: newBitset(len(x.lits))}
	needs := newBitset(len(x.needs))
	for _, id := range lits {
		for _, c := range x.members[id] {
			if w.in(c) {
				continue
			}
			w.classes.set(c)
			w.postings = append(w.postings, x.postings[c]...)
			for _, n := range x.meets[c] {
				needs.set(n)
			}
		}
	}
	w.needs = needs.runs()
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
