package themes

import (
	"maps"
	"slices"

	"thematic/corpus"
)

// resolve puts the entries of sets in the place of @name everywhere, and
// reports unknown names, cycles, unknown near themes and patterns that grow
// too large.
func (l *loader) resolve() {
	r := &resolver{loader: l, state: map[string]int{}}
	for _, name := range slices.Sorted(maps.Keys(l.cb.sets)) {
		r.set(name)
	}
	for i := range l.cb.Themes {
		t := &l.cb.Themes[i]
		l.checkKinds(t)
		for j := range t.Patterns {
			p := &t.Patterns[j]
			for _, root := range p.roots() {
				*root = r.expand(*root, p.Line, p.Column)
				r.checkSize(*root, p.Line, p.Column)
			}
		}
	}
	for _, n := range l.near {
		switch {
		case l.ids[n.id] == nil:
			l.fail(n.at, "the theme %q is near %q, which is no theme of this codebook: add that theme or take it out of near", n.theme, n.id)
		case n.id == n.theme:
			l.fail(n.at, "the theme %q is near itself: take it out of near", n.theme)
		}
	}
	for i := range l.cb.Context.Cues {
		c := &l.cb.Context.Cues[i]
		r.words(c.roots)
		r.words(c.ends)
	}
}

// words puts the entries of sets in place in the words of a cue.
func (r *resolver) words(roots []rooted) {
	for i := range roots {
		word := &roots[i]
		word.node = r.expand(word.node, word.line, word.col)
		r.checkSize(word.node, word.line, word.col)
	}
}

const (
	unvisited = iota
	visiting
	done
)

type resolver struct {
	*loader
	state map[string]int
	in    string // the set whose entries are being expanded
}

// set expands the entries of a set, those of the sets it uses first.
func (r *resolver) set(name string) *set {
	s := r.cb.sets[name]
	if s == nil || r.state[name] == done {
		return s
	}
	if r.state[name] == visiting {
		r.failAt(s.line, s.col, "the set %q uses itself: take @%s out of the sets it names", name, name)
		return nil
	}
	r.state[name] = visiting
	outer := r.in
	r.in = name
	defer func() { r.in = outer }()
	roots := slices.Clone(s.roots)
	for i := range roots {
		roots[i].node = r.expand(roots[i].node, roots[i].line, roots[i].col)
	}
	if all := (node{kids: nodes(roots)}); all.count(maxPatternNodes) > maxPatternNodes {
		r.failAt(s.line, s.col, "the set %q grows to more than %d words with the sets it uses: use smaller sets", name, maxPatternNodes)
		roots = nil
	}
	resolved := *s
	resolved.roots, resolved.entries = roots, nodes(roots)
	r.cb.sets[name] = &resolved
	r.state[name] = done
	return r.cb.sets[name]
}

// named returns the set of the given name. Within a set of the same name it is
// the built-in one, which that set adds to.
func (r *resolver) named(name string) *set {
	if name == r.in && r.base != nil && r.base.sets[name] != nil {
		return r.base.sets[name]
	}
	s := r.set(name)
	if s != nil {
		s.used = true
	}
	return s
}

// expand returns n with every set in it replaced by its entries.
func (r *resolver) expand(n node, line, col int) node {
	if n.kind == nodeSet {
		s := r.named(n.name)
		if s == nil {
			if r.state[n.name] != visiting {
				r.failAt(line, col, "@%s is no set%s", n.name, corpus.Instead(n.name, slices.Sorted(maps.Keys(r.cb.sets))))
			}
			return node{kind: nodeAlt}
		}
		return node{kind: nodeAlt, kids: s.entries, pos: n.pos}
	}
	if !n.namesSet() {
		return n
	}
	kids := make([]node, len(n.kids))
	for i, k := range n.kids {
		kids[i] = r.expand(k, line, col)
	}
	n.kids = kids
	return n
}

// namesSet reports whether there is a set below n.
func (n *node) namesSet() bool {
	for i := range n.kids {
		if k := &n.kids[i]; k.kind == nodeSet || k.namesSet() {
			return true
		}
	}
	return false
}

func nodes(roots []rooted) []node {
	out := make([]node, len(roots))
	for i, r := range roots {
		out[i] = r.node
	}
	return out
}

const (
	maxPatternWidth = 60   // words a match may span
	maxPatternNodes = 5000 // after sets are put in place
)

func (r *resolver) checkSize(n node, line, col int) {
	if n.count(maxPatternNodes) > maxPatternNodes {
		r.failAt(line, col, "the pattern grows to more than %d words with its sets: use smaller sets", maxPatternNodes)
		return
	}
	if _, high := n.width(); high > maxPatternWidth {
		r.failAt(line, col, "the pattern could span %d words: at most %d, shorten it", high, maxPatternWidth)
	}
}

// width returns the least and the greatest number of words n can match.
func (n *node) width() (low, high int) {
	switch n.kind {
	case nodeWord:
		return 1, 1
	case nodeGap:
		return 0, n.gap
	case nodeOpt:
		_, h := n.kids[0].width()
		return 0, h
	case nodeSeq:
		for i := range n.kids {
			l, h := n.kids[i].width()
			low, high = low+l, high+h
		}
	case nodeAlt:
		for i := range n.kids {
			l, h := n.kids[i].width()
			if i == 0 || l < low {
				low = l
			}
			high = max(high, h)
		}
	}
	return low, high
}

// count returns the number of nodes below n, or a number above most as soon as
// there are more.
func (n *node) count(most int) int {
	c := 1
	for i := range n.kids {
		if c > most {
			break
		}
		c += n.kids[i].count(most - c)
	}
	return c
}
