package themes

// op is one part of a pattern as it is followed through a sentence: the parts of
// a pattern lie side by side, so that little is looked at where it fails.
type op struct {
	kind  nodeKind
	gap   int8
	class int32   // of a word, or of the first words of alternatives; anything where one may be missing or begins with a gap
	inner stretch // of what may be missing: its ops; of alternatives: their branches
}

// stretch is a half-open range of a list.
type stretch struct{ from, to int32 }

// anything is no class: any word, or none, can begin here.
const anything = -1

// code is the ops of all patterns of an index. What patterns share stands there
// once.
type code struct {
	ops      []op
	branches []branch
}

// branch is the ops of an alternative and the class of the words it begins with,
// anything where that is no word: most are given up without a look at their ops.
type branch struct {
	stretch
	first int32
}

// write returns the ops of s, which it adds where they are not there yet.
func (x *indexer) write(s *step) stretch {
	if done, ok := x.written[s]; ok {
		return done
	}
	parts := []*step{s}
	if s.kind == nodeSeq {
		parts = s.kids
	}
	var ops []op
	for _, p := range parts {
		ops = append(ops, x.op(p))
	}
	out := stretch{from: int32(len(x.code.ops))}
	x.code.ops = append(x.code.ops, ops...)
	out.to = int32(len(x.code.ops))
	x.written[s] = out
	return out
}

func (x *indexer) op(s *step) op {
	o := op{kind: s.kind, gap: s.gap, class: s.class}
	switch s.kind {
	case nodeOpt:
		o.inner = x.write(s.kids[0])
	case nodeAlt:
		if s.low == 0 || s.opens() {
			o.class = anything
		}
		var branches []branch
		for _, k := range s.kids {
			b := branch{x.write(k), anything}
			if first := &x.code.ops[b.from]; first.kind == nodeWord {
				b.first = first.class
			}
			branches = append(branches, b)
		}
		o.inner.from = int32(len(x.code.branches))
		x.code.branches = append(x.code.branches, branches...)
		o.inner.to = int32(len(x.code.branches))
	}
	return o
}

// opens reports whether a match of s can begin with a gap: with any word.
func (s *step) opens() bool {
	for _, k := range s.kids {
		if k.kind == nodeGap || k.opens() {
			return true
		}
		if s.kind == nodeSeq && k.low > 0 {
			return false
		}
	}
	return false
}
