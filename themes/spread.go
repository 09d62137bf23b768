package themes

import (
	"cmp"
	"slices"
)

// A spread pattern is of two or three phrases that stand anywhere in one
// sentence, in the order given or in any. Its parts are looked for as patterns
// of their own.

// joinParts adds to the hits of r one for each spread pattern all of whose parts
// stand in the sentence, from the first word of one part to the last of another.
func (r *reader) joinParts() {
	slices.SortFunc(r.parts, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.end, b.end), cmp.Compare(b.start, a.start), cmp.Compare(a.part, b.part))
	})
	for rest := r.parts; len(rest) > 0; {
		n := slices.IndexFunc(rest, func(p hit) bool { return p.place != rest[0].place })
		if n < 0 {
			n = len(rest)
		}
		if sp, ok := shortest(rest[:n], orders(rest[0].pattern)); ok {
			h := rest[0]
			h.start, h.end = sp.start, sp.end
			r.hits = append(r.hits, h)
		}
		rest = rest[n:]
	}
}

// orders lists the orders in which the parts of p may stand.
func orders(p *Pattern) [][]int {
	var given []int
	for i := range p.parts {
		given = append(given, i)
	}
	if p.ordered {
		return [][]int{given}
	}
	var all [][]int
	permute(given, func(order []int) { all = append(all, order) })
	return all
}

// shortest returns the shortest stretch that holds all parts in one of the
// orders, none over another; of equals the first. The hits are in the order of
// their ends.
func shortest(hits []hit, orders [][]int) (span, bool) {
	best, ok := span{}, false
	for _, order := range orders {
		for _, first := range hits {
			if first.part != order[0] {
				continue
			}
			sp, fits := first.span(), true
			for _, part := range order[1:] {
				i := slices.IndexFunc(hits, func(h hit) bool { return h.part == part && h.start >= sp.end })
				if fits = i >= 0; !fits {
					break
				}
				sp.end = hits[i].end
			}
			if fits && (!ok || sp.end-sp.start < best.end-best.start || sp.end-sp.start == best.end-best.start && sp.start < best.start) {
				best, ok = sp, true
			}
		}
	}
	return best, ok
}
