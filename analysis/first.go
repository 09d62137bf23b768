package analysis

import "thematic/corpus"

// firsts finds which passages to check first: of each theme in each included review
// the one by which it counts most surely, or, where none counts, might. Whoever
// upholds it has settled that the theme is present, whatever the others are.
type firsts struct {
	cells []first
	met   int // passages, so far
}

// first is the passage of a cell to check first.
type first struct {
	place   int32 // among all passages, from 1; 0 where there is none
	score   float32
	counted bool // else held
	upheld  bool // a person has said of one that it counts: nothing is left to check
}

func newFirsts(cells int) firsts { return firsts{cells: make([]first, cells)} }

// add takes in a passage of a cell. The passage itself must have been met before. One
// of a circumstance is never marked, in no table and no sheet.
func (f *firsts) add(cell int, p *Passage) {
	if p.Status == corpus.Rejected || p.Label != corpus.LabelDeficit {
		return
	}
	c := &f.cells[cell]
	counted, score := p.Status == corpus.Counted, float32(p.Score)
	switch {
	case p.Decision != nil:
		c.upheld = c.upheld || counted
	case c.place == 0, counted && !c.counted, counted == c.counted && score > c.score:
		c.place, c.counted, c.score = int32(f.met), counted, score
	}
}

// of returns the places of the passages to check first, of the cells that no person
// has settled, and how many they are.
func (f *firsts) of(m Matrix) (places rowSet, n int) {
	places = newRowSet(f.met + 1)
	for i, row := range m.Cells {
		for j, cell := range row {
			c := f.cells[i*len(m.Themes)+j]
			if c.place > 0 && !c.upheld && !cell.Status.Decided() {
				places.add(int(c.place))
				n++
			}
		}
	}
	return places, n
}

// marked returns the passages, those at the places marked as to be checked first.
func (p Passages) marked(first rowSet) Passages {
	all := func(yield func(*Passage) bool) {
		place := 0
		for passage := range p.All() {
			place++
			passage.CheckFirst = first.has(place)
			if !yield(passage) {
				return
			}
		}
	}
	return Passages{p.n, all, p.err}
}

// First is yes where the passage is to be checked first, and else nothing.
func (p *Passage) First() Value {
	if p.CheckFirst {
		return Text("yes")
	}
	return Value{}
}
