package themes

import "math/bits"

// finder looks for the patterns of an index in one sentence after another. It
// holds what the index knows of each word that it has met, and is not safe for
// concurrent use.
type finder struct {
	index *index
	known map[string]word // by the literals that match
	rows  []uint64        // of bits, one row for each known word: the classes it belongs to
	slips []posting       // of the known words
}

// word is what an index knows of a form: where in the rows of its finder its
// classes begin, and which of its slips are those of the word. Forms that the same
// literals match are one word; the first word of every finder is that which
// nothing matches.
type word struct {
	row   int32
	slips stretch
}

func newFinder(x *index) *finder {
	f := &finder{index: x, known: map[string]word{}}
	f.add(nil)
	return f
}

// wordOf returns the word of a form: surface as written, norm in lower case.
func (f *finder) wordOf(surface, norm string) word {
	lits := f.index.literalsOf(surface, norm)
	if len(lits) == 0 {
		return word{}
	}
	key, lits := canonical(nil, lits)
	w, ok := f.known[string(key)]
	if !ok {
		w = f.add(f.index.classesOf(lits))
		f.known[string(key)] = w
	}
	return w
}

// add makes the word that belongs to classes.
func (f *finder) add(classes []int32) word {
	return f.fill(f.row(), classes)
}

// row makes an empty row.
func (f *finder) row() int32 {
	row := int32(len(f.rows))
	f.rows = append(f.rows, make([]uint64, len(f.index.lits)/64+1)...)
	return row
}

// fill makes the word that belongs to classes of an empty row.
func (f *finder) fill(row int32, classes []int32) word {
	from := int32(len(f.slips))
	for _, c := range classes {
		f.rows[row+c>>6] |= 1 << (c & 63)
		f.slips = append(f.slips, f.index.filed[f.index.files[c].from:f.index.files[c].to]...)
	}
	return word{row, stretch{from, int32(len(f.slips))}}
}

// find calls found with every match of a pattern in the words of a sentence; the
// same match may come twice.
func (f *finder) find(words []word, found func(match)) {
	rows := f.rows
	for i := range words {
		own := f.slips[words[i].slips.from:words[i].slips.to]
		for k := range own {
			p := &own[k]
			s := &p.beside[0]
			j, last := max(0, i+int(s.low)), min(len(words)-1, i+int(s.high))
			column, bit := s.class>>6, uint64(1)<<(s.class&63)
			for j <= last && rows[words[j].row+column]&bit == 0 { // as in stands, which is not inlined
				j++
			}
			if j <= last || s.width() == 0 {
				f.try(p, words, i, found)
			}
		}
	}
}

// try calls found with every match of the pattern of a posting that has the i-th
// of words for its anchor, if the second word beside it stands there too.
func (f *finder) try(p *posting, words []word, i int, found func(match)) {
	if !f.stands(p.beside[1], words, i) {
		return
	}
	if p.whole > 0 {
		at := i - int(p.most)
		found(match{int(p.program), at, at + int(p.whole)})
		return
	}
	prog := &f.index.programs[p.program]
	for at := max(0, i-int(p.most)); at <= i-int(p.least); at++ {
		if !f.is(words[at], prog.first) {
			continue
		}
		if end := f.matchAt(prog, words, at); end > at {
			found(match{int(p.program), at, end})
		}
	}
}

// is reports whether w belongs to class.
func (f *finder) is(w word, class int32) bool { return f.rows[w.row+class>>6]&(1<<(class&63)) != 0 }

// stands reports whether p is none or a word of it stands where it must, counted
// from the i-th of words.
func (f *finder) stands(p probe, words []word, i int) bool {
	if p.width() == 0 {
		return true
	}
	for j := max(0, i+int(p.low)); j < len(words) && j <= i+int(p.high); j++ {
		if f.is(words[j], p.class) {
			return true
		}
	}
	return false
}

// matchAt returns where a pattern that matches at word at can end first, else 0.
func (f *finder) matchAt(p *program, words []word, at int) int {
	if reached := f.follow(p.ops, words[at:], 1); reached != 0 {
		return at + bits.TrailingZeros64(reached)
	}
	return 0
}

// follow takes the ops of in from every offset in mask at once: bit i stands for
// the i-th of words. It returns the offsets that they can end at. Work is bounded
// by the size of the pattern, whatever the text.
func (f *finder) follow(in stretch, words []word, mask uint64) uint64 {
	code := &f.index.code
	for k := in.from; k < in.to && mask != 0; k++ {
		switch o := &code.ops[k]; o.kind {
		case nodeWord:
			mask = f.keep(words, mask, o.class) << 1
		case nodeGap:
			from := mask
			for i := int8(1); i <= o.gap; i++ {
				mask |= from << i
			}
		case nodeOpt:
			mask |= f.follow(o.inner, words, mask)
		case nodeAlt:
			if o.class != anything {
				mask = f.keep(words, mask, o.class)
			}
			from := mask
			mask = 0
			for _, b := range code.branches[o.inner.from:o.inner.to] {
				if b.first == anything || f.keep(words, from, b.first) != 0 {
					mask |= f.follow(b.stretch, words, from)
				}
			}
		}
	}
	return mask
}

// keep returns the offsets in mask at which a word of class stands.
func (f *finder) keep(words []word, mask uint64, class int32) uint64 {
	for m := mask; m != 0; m &= m - 1 {
		if i := bits.TrailingZeros64(m); i >= len(words) || !f.is(words[i], class) {
			mask &^= 1 << i
		}
	}
	return mask
}
