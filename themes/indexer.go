package themes

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// indexer compiles patterns and files them in an index.
type indexer struct {
	*index
	classes  map[string]int32 // canonical list of literals -> class
	postings [][]posting      // class -> patterns filed under it
	steps    map[string]*step
	compiled map[*node]*step    // of alternatives, by the first of them
	parted   map[*node]branches // the same
	written  map[*step]stretch  // of the code
	costs    []int              // of literals
	facts    []facts            // of steps, by their ids
	key      []byte             // used again
}

// facts are what has been found out of a step, since what patterns share is asked
// about for each of them.
type facts struct {
	lits    []int // of every word a match can begin with
	empty   bool  // it can match without a word
	begins  bool  // these two are known
	anchors []anchor
	cost    int // of the anchors, 0 where they are not known
}

// step is a node of a compiled pattern. A word is a class: the set of literals
// any of which may stand there. Patterns that use the same set share its steps,
// so that what is looked at often is small.
type step struct {
	kind      nodeKind
	gap       int8
	low, high int16 // least and greatest number of words
	class     int32 // of the word, or of the first words of alternatives none of which may be missing
	id        int32
	kids      []*step
}

func newIndexer() *indexer {
	return &indexer{
		index: &index{
			lemmaLits: map[string]int{}, prefixLits: map[string]int{}, exactLits: map[string]int{},
		},
		classes: map[string]int32{}, steps: map[string]*step{}, compiled: map[*node]*step{}, parted: map[*node]branches{}, written: map[*step]stretch{},
	}
}

// add compiles root and files it. It returns the pattern's number.
func (x *indexer) add(root node) int {
	n := len(x.programs)
	s := x.needed(x.compile(&root))
	first, _ := x.firsts(s)
	x.programs = append(x.programs, program{root: s, first: x.classOf(first)})
	anchors, _ := x.anchors(s)
	for _, a := range anchors {
		x.postings[a.class] = append(x.postings[a.class], posting{int32(n), a.beside, int8(a.before.low), int8(a.before.high), a.whole(s)})
	}
	return n
}

// needed is s without what may be missing at its end: a match ends before it.
func (x *indexer) needed(s *step) *step {
	for s.kind == nodeSeq {
		last := s.kids[len(s.kids)-1]
		switch {
		case last.kind != nodeOpt && last.kind != nodeGap:
			return s
		case len(s.kids) == 2:
			s = s.kids[0]
		default:
			s = x.intern(step{kind: nodeSeq, kids: s.kids[:len(s.kids)-1]})
		}
	}
	return s
}

// whole returns of how many words each match of s is that holds the anchor and
// what is looked for beside it, where that is all of it; else 0.
func (a anchor) whole(s *step) int8 {
	if a.before.high == 0 && a.after.low == 0 {
		return 1
	}
	words := 1
	for _, p := range a.beside {
		words += p.width()
	}
	if s.kind != nodeSeq || len(s.kids) != words || slices.ContainsFunc(s.kids, func(k *step) bool { return k.kind != nodeWord }) {
		return 0
	}
	return int8(words)
}

// seal returns the index, to which nothing more is added.
func (x *indexer) seal() *index {
	x.renumber()
	for i := range x.programs {
		x.programs[i].ops = x.write(x.programs[i].root)
	}
	for _, postings := range x.postings {
		from := len(x.filed)
		x.filed = append(x.filed, postings...)
		x.files = append(x.files, stretch{int32(from), int32(len(x.filed))})
	}
	return x.index
}

// unused is the number of a class that nothing asks for.
const unused = -1

// renumber numbers the classes anew, without those that nothing asks for. Those
// that are looked at most come first, so that what is looked at lies close
// together.
func (x *indexer) renumber() {
	looks := x.looks()
	var order []int32
	for c, n := range looks {
		if n != unused {
			order = append(order, int32(c))
		}
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(looks[b], looks[a]) })
	now := slices.Repeat([]int32{unused}, len(looks)) // number of the class that had the place's number
	lits, postings := make([][]int, len(order)), make([][]posting, len(order))
	for to, from := range order {
		now[from], lits[to], postings[to] = int32(to), x.lits[from], x.postings[from]
	}
	x.lits, x.postings = lits, postings
	for _, postings := range x.postings {
		for i := range postings {
			for j := range postings[i].beside {
				postings[i].beside[j].class = now[postings[i].beside[j].class]
			}
		}
	}
	for l, classes := range x.members {
		for i, c := range classes {
			classes[i] = now[c]
		}
		x.members[l] = slices.DeleteFunc(classes, func(c int32) bool { return c == unused })
	}
	for _, s := range x.steps {
		s.class = now[s.class]
	}
	for i := range x.programs {
		x.programs[i].first = now[x.programs[i].first]
	}
}

// looks guesses how often each class is looked at beside an anchor, unused where
// nothing asks for it at all.
func (x *indexer) looks() []int {
	looks := slices.Repeat([]int{unused}, len(x.lits))
	use := func(class int32, more int) { looks[class] = max(looks[class], 0) + more }
	for c, postings := range x.postings {
		for _, p := range postings {
			use(int32(c), 0)
			if first := p.beside[0]; first.width() > 0 {
				use(first.class, x.cost(int32(c))*first.width())
			}
			if second := p.beside[1]; second.width() > 0 {
				use(second.class, 0)
			}
		}
	}
	for _, s := range x.steps {
		if s.kind == nodeWord || s.kind == nodeAlt {
			use(s.class, 0)
		}
	}
	for _, p := range x.programs {
		use(p.first, 0)
	}
	return looks
}

func (x *indexer) compile(n *node) *step {
	switch n.kind {
	case nodeWord:
		return x.intern(step{kind: nodeWord, class: x.classOf([]int{x.literal(n.lit)})})
	case nodeGap:
		return x.intern(step{kind: nodeGap, gap: int8(n.gap)})
	case nodeOpt:
		return x.intern(step{kind: nodeOpt, kids: []*step{x.compile(&n.kids[0])}})
	case nodeAlt:
		if done := x.compiled[&n.kids[0]]; done != nil {
			return done
		}
		s := x.alternatives(n)
		x.compiled[&n.kids[0]] = s
		return s
	}
	s := step{kind: nodeSeq}
	for i := range n.kids {
		c := x.compile(&n.kids[i])
		if c.kind == nodeSeq {
			s.kids = append(s.kids, c.kids...)
			continue
		}
		s.kids = append(s.kids, c)
	}
	if len(s.kids) == 1 {
		return s.kids[0]
	}
	return x.intern(s)
}

// intern returns the one step that is as s.
func (x *indexer) intern(s step) *step {
	x.key = append(x.key[:0], byte(s.kind), byte(s.gap))
	x.key = binary.AppendVarint(x.key, int64(s.class))
	for _, k := range s.kids {
		x.key = binary.AppendVarint(x.key, int64(k.id))
	}
	if old := x.steps[string(x.key)]; old != nil {
		return old
	}
	own := s // so that room is taken for what is new only
	own.id = int32(len(x.steps))
	own.measure()
	x.steps[string(x.key)] = &own
	x.facts = append(x.facts, facts{})
	return &own
}

// measure sets the least and the greatest number of words of s.
func (s *step) measure() {
	switch s.kind {
	case nodeWord:
		s.low, s.high = 1, 1
	case nodeGap:
		s.high = int16(s.gap)
	case nodeOpt:
		s.high = s.kids[0].high
	case nodeSeq:
		for _, k := range s.kids {
			s.low, s.high = s.low+k.low, s.high+k.high
		}
	case nodeAlt:
		s.low = maxPatternWidth
		for _, k := range s.kids {
			s.low, s.high = min(s.low, k.low), max(s.high, k.high)
		}
	}
}

// branches are alternatives, those within others too: the literals of the words
// among them, and the steps of the rest.
type branches struct {
	words []int
	rest  []*step
}

// branches takes n apart. Sets stand in many patterns, and each is taken apart
// once.
func (x *indexer) branches(n *node) branches {
	if done, ok := x.parted[&n.kids[0]]; ok {
		return done
	}
	var b branches
	for i := range n.kids {
		k := &n.kids[i]
		for len(k.kids) == 1 && (k.kind == nodeSeq || k.kind == nodeAlt) {
			k = &k.kids[0]
		}
		switch k.kind {
		case nodeWord:
			b.words = append(b.words, x.literal(k.lit))
		case nodeAlt:
			inner := x.branches(k)
			b.words, b.rest = append(b.words, inner.words...), append(b.rest, inner.rest...)
		default:
			b.rest = append(b.rest, x.compile(k))
		}
	}
	x.parted[&n.kids[0]] = b
	return b
}

// alternatives joins all one-word alternatives into one class.
func (x *indexer) alternatives(n *node) *step {
	b := x.branches(n)
	alt := step{kind: nodeAlt, kids: slices.Clone(b.rest)}
	if len(b.words) > 0 {
		alt.kids = append(alt.kids, x.intern(step{kind: nodeWord, class: x.classOf(b.words)}))
	}
	if len(alt.kids) == 1 {
		return alt.kids[0]
	}
	lits, _ := x.findFirsts(&alt)
	alt.class = x.classOf(lits)
	return x.intern(alt)
}

// classOf returns the number of a set of literals given by their numbers.
func (x *indexer) classOf(ids []int) int32 {
	ids = slices.Clone(ids)
	x.key, ids = canonical(x.key[:0], ids)
	if c, ok := x.classes[string(x.key)]; ok {
		return c
	}
	c := int32(len(x.postings))
	x.classes[string(x.key)] = c
	x.postings = append(x.postings, nil)
	x.lits = append(x.lits, ids)
	for _, id := range ids {
		x.members[id] = append(x.members[id], c)
	}
	return c
}

// canonical sorts ids, drops the repeated, and appends to key what names the list.
func canonical(key []byte, ids []int) ([]byte, []int) {
	slices.Sort(ids)
	ids = slices.Compact(ids)
	for _, id := range ids {
		key = binary.AppendUvarint(key, uint64(id))
	}
	return key, ids
}

func (x *indexer) literal(l literal) int {
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
