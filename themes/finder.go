package themes

// finder looks for the patterns of an index in one sentence after another. It
// holds what is used again from sentence to sentence, and is not safe for
// concurrent use.
type finder struct {
	index *index
	met   bitset // the needs that the words of the sentence meet
}

func newFinder(x *index) *finder { return &finder{index: x, met: newBitset(len(x.needs))} }

// find calls found with every match in a sentence; the same match may come
// twice.
func (f *finder) find(words []*word, found func(match)) {
	gathered := false
	for i, w := range words {
		if len(w.postings) == 0 {
			continue
		}
		if !gathered {
			f.gather(words)
			gathered = true
		}
		for k := range w.postings {
			p := &w.postings[k]
			if !f.met.has(p.needs[0]) || !f.met.has(p.needs[1]) {
				continue
			}
			prog := &f.index.programs[p.program]
			for at := max(0, i-int(p.after)); at <= i-int(p.before); at++ {
				if end := prog.matchAt(words, at); end > at {
					found(match{int(p.program), at, end})
				}
			}
		}
	}
}

// gather notes the needs that the words meet.
func (f *finder) gather(words []*word) {
	clear(f.met)
	f.met.set(0)
	for _, w := range words {
		for _, r := range w.needs {
			f.met[r.at] |= r.bits
		}
	}
}

// matchAt returns where the pattern ends if it matches at word at, else 0.
func (p *program) matchAt(words []*word, at int) int {
	if at+int(p.root.low) > len(words) || !words[at].in(p.first) {
		return 0
	}
	reached := p.root.reach(words[at:], 1)
	if reached == 0 {
		return 0
	}
	return at + lowestBit(reached)
}
