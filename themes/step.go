package themes

import "slices"

// anchor is a class some word of every match must belong to, with the number of
// words that can stand before and after it, and the words to look for beside it,
// the cheapest first.
type anchor struct {
	class         int32
	before, after reachable
	beside        [2]probe
	price         [2]int // of looking beside it
}

// reachable is the least and the greatest number of words of a stretch.
type reachable struct{ low, high int }

func (r reachable) plus(o reachable) reachable { return reachable{r.low + o.low, r.high + o.high} }

const noAnchor = 1 << 30

// anchors returns the rarest set of classes of which every match of s holds
// one, and its cost. They are not to be changed.
func (x *indexer) anchors(s *step) ([]anchor, int) {
	if known := &x.facts[s.id]; known.cost > 0 {
		return known.anchors, known.cost
	}
	found, cost := x.findAnchors(s)
	x.facts[s.id].anchors, x.facts[s.id].cost = found, cost
	return found, cost
}

func (x *indexer) findAnchors(s *step) ([]anchor, int) {
	switch s.kind {
	case nodeWord:
		return []anchor{{class: s.class, beside: nothingBeside, price: [2]int{priceOfTrying, priceOfTrying}}}, x.cost(s.class)
	case nodeAlt:
		var all []anchor
		sum := 0
		for _, k := range s.kids {
			a, c := x.anchors(k)
			all, sum = append(all, a...), min(sum+c, noAnchor)
		}
		return all, sum
	case nodeSeq:
		return x.rarest(s)
	}
	return nil, noAnchor
}

// firsts returns the literals of every word a match of s can begin with, which are
// not to be changed, and whether s can match without a word.
func (x *indexer) firsts(s *step) (lits []int, empty bool) {
	if known := &x.facts[s.id]; known.begins {
		return known.lits, known.empty
	}
	lits, empty = x.findFirsts(s)
	known := &x.facts[s.id]
	known.lits, known.empty, known.begins = lits, empty, true
	return lits, empty
}

func (x *indexer) findFirsts(s *step) (lits []int, empty bool) {
	switch s.kind {
	case nodeWord:
		return x.lits[s.class], false
	case nodeGap:
		return nil, true
	case nodeOpt:
		lits, _ = x.firsts(s.kids[0])
		return lits, true
	case nodeAlt:
		for _, k := range s.kids {
			l, e := x.firsts(k)
			lits, empty = append(lits, l...), empty || e
		}
		return lits, empty
	}
	for i, k := range s.kids {
		l, e := x.firsts(k)
		if i == 0 && !e {
			return l, false
		}
		if lits = append(slices.Clip(lits), l...); !e {
			return lits, false
		}
	}
	return lits, true
}

// rarest returns the anchors of the rarest part of a sequence, each with the best
// words of the other parts to look for beside it.
func (x *indexer) rarest(s *step) ([]anchor, int) {
	least, at := noAnchor, 0
	parts := make([]part, len(s.kids))
	for i, k := range s.kids {
		a, c := x.anchors(k)
		if c < noAnchor {
			parts[i] = x.part(a)
		}
		if c < least {
			least, at = c, i
		}
	}
	best := slices.Clone(parts[at].anchors)
	for i := range best {
		x.lookBeside(&best[i], s.kids, parts, at)
	}
	return best, least
}

// part is what can be looked for of a part of a sequence: its anchors, their
// literals, and how often one of these is met.
type part struct {
	anchors []anchor
	lits    []int
	cost    int
}

func (x *indexer) part(anchors []anchor) part {
	var lits []int
	for _, a := range anchors {
		lits = append(lits, x.lits[a.class]...)
	}
	return part{anchors, lits, x.costOf(lits)}
}

// lookBeside chooses what to look for beside a, which stands in the kid at of a
// sequence, and counts the words of the whole sequence before and after it.
func (x *indexer) lookBeside(a *anchor, kids []*step, parts []part, at int) {
	consider := func(p *part, window func(anchor) (low, high int)) {
		if p.anchors == nil {
			return
		}
		low, high := maxPatternWidth, -maxPatternWidth
		for _, other := range p.anchors {
			l, h := window(other)
			low, high = min(low, l), max(high, h)
		}
		if asked := price(p.cost, high-low+1); asked < a.price[1] {
			a.price[1], a.beside[1] = asked, probe{x.classOf(p.lits), int8(low), int8(high)}
		}
		if a.price[1] < a.price[0] {
			a.price[0], a.price[1] = a.price[1], a.price[0]
			a.beside[0], a.beside[1] = a.beside[1], a.beside[0]
		}
	}
	for i := at + 1; i < len(kids); i++ {
		consider(&parts[i], func(other anchor) (low, high int) {
			return 1 + a.after.low + other.before.low, 1 + a.after.high + other.before.high
		})
		a.after = a.after.plus(kids[i].width())
	}
	for i := at - 1; i >= 0; i-- {
		consider(&parts[i], func(other anchor) (low, high int) {
			return -1 - a.before.high - other.after.high, -1 - a.before.low - other.after.low
		})
		a.before = a.before.plus(kids[i].width())
	}
}

func (s *step) width() reachable { return reachable{int(s.low), int(s.high)} }

// What it costs to try a pattern, beside looking at one word.
const priceOfTrying = 60

// price is what it costs to look among so many words for those that are met as
// often as cost says, and to try the pattern where one stands there.
func price(cost, words int) int {
	const perWords = 10_000 // see cost
	return words + priceOfTrying*min(cost*words, perWords)/perWords
}
