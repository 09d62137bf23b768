package themes

// finder looks for the patterns of an index in one sentence after another. It
// holds what is used again from sentence to sentence, and is not safe for
// concurrent use.
type finder struct {
	index   *index
	present []uint64 // the classes of the words of the sentence
	now     uint32   // number of the sentence
	seen    []uint32 // program -> sentence in which it was last looked at
	fits    []bool   // program -> whether that sentence holds all it needs
}

func newFinder(x *index) *finder {
	return &finder{
		index: x, present: make([]uint64, len(x.lits)/64+1),
		seen: make([]uint32, len(x.programs)), fits: make([]bool, len(x.programs)),
	}
}

// find calls f with every match in a sentence; the same match may come twice.
func (f *finder) find(words []*word, found func(match)) {
	if f.now++; f.now == 0 {
		clear(f.seen)
		f.now = 1
	}
	met := false
	for i, w := range words {
		if len(w.postings) == 0 {
			continue
		}
		if !met {
			f.gather(words)
			met = true
		}
		for _, p := range w.postings {
			if !f.possible(p.program) {
				continue
			}
			prog := &f.index.programs[p.program]
			for at := max(0, i-p.after); at <= i-p.before; at++ {
				if end := prog.matchAt(words, at); end > at {
					found(match{p.program, at, end})
				}
			}
		}
	}
}

// gather notes the classes of all words.
func (f *finder) gather(words []*word) {
	clear(f.present)
	for _, w := range words {
		for _, c := range w.list {
			f.present[c>>6] |= 1 << (c & 63)
		}
	}
}

// possible reports whether the sentence holds a word for every part that the
// pattern cannot do without.
func (f *finder) possible(program int) bool {
	if f.seen[program] == f.now {
		return f.fits[program]
	}
	f.seen[program] = f.now
	f.fits[program] = f.holdsAll(f.index.programs[program].needs)
	return f.fits[program]
}

func (f *finder) holdsAll(needs [][]int) bool {
	for _, any := range needs {
		if !f.holdsAny(any) {
			return false
		}
	}
	return true
}

func (f *finder) holdsAny(classes []int) bool {
	for _, c := range classes {
		if f.present[c>>6]&(1<<(c&63)) != 0 {
			return true
		}
	}
	return false
}

// matchAt returns where the pattern ends if it matches at word at, else 0.
func (p *program) matchAt(words []*word, at int) int {
	if at+p.root.low > len(words) || !words[at].in(p.first) {
		return 0
	}
	reached := p.root.reach(words, at, 1)
	if reached == 0 {
		return 0
	}
	return at + lowestBit(reached)
}
