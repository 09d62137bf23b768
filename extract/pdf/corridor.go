package pdf

import (
	"math"
	"slices"
	"sort"
)

// corridor is a white strip between left and right, through bands first to last
// of a page.
type corridor struct {
	left, right float64
	first, last int
}

// corridors returns the corridors with running text on both sides, those through
// most bands first.
func (p *columnPieces) corridors() []corridor {
	var open, found []corridor
	for i, b := range p.bands {
		gaps, over := p.gaps(b), p.isHeadline(i)
		var still []corridor
		for _, c := range open {
			if next, ok := c.through(gaps, p.narrowest(b)); ok && !over {
				next.last = i
				still = append(still, next)
			} else {
				found = append(found, c)
			}
		}
		open = still
		for _, g := range gaps {
			if inner := !math.IsInf(g.left, 0) && !math.IsInf(g.right, 0); inner && g.right-g.left >= p.narrowest(b) && !anyWithin(open, g) {
				g.first, g.last = i, i
				open = append(open, p.upwards(g))
			}
		}
	}
	found = append(found, open...)
	found = slices.DeleteFunc(found, func(c corridor) bool { return !p.partsProse(c) })
	sort.SliceStable(found, func(i, j int) bool { return found[i].last-found[i].first > found[j].last-found[j].first })
	return found
}

func anyWithin(cs []corridor, g corridor) bool {
	return slices.ContainsFunc(cs, func(c corridor) bool { return c.left >= g.left-0.1 && c.right <= g.right+0.1 })
}

// narrowest is the width of the narrowest corridor through a band.
func (p *columnPieces) narrowest(b *band) float64 { return 0.8 * p.pieces[b.lines[0]].size }

// gaps returns the free strips of a band, those to its left and right included.
func (p *columnPieces) gaps(b *band) []corridor {
	order := slices.Clone(b.lines)
	sort.Slice(order, func(i, j int) bool { return p.pieces[order[i]].left < p.pieces[order[j]].left })
	at := math.Inf(-1)
	var out []corridor
	for _, i := range order {
		if l := p.pieces[i]; l.left > at {
			out = append(out, corridor{left: at, right: l.left})
		}
		at = max(at, p.pieces[i].right)
	}
	return append(out, corridor{left: at, right: math.Inf(1)})
}

// through narrows c to what is free in a band.
func (c corridor) through(gaps []corridor, narrowest float64) (corridor, bool) {
	best := corridor{first: c.first, last: c.last}
	for _, g := range gaps {
		left, right := max(c.left, g.left), min(c.right, g.right)
		if right-left > best.right-best.left {
			best.left, best.right = left, right
		}
	}
	return best, best.right-best.left >= narrowest
}

// isHeadline reports whether band i is a headline over all columns: one line by itself,
// drawn after all that is above it and before all that is below.
func (p *columnPieces) isHeadline(i int) bool {
	b := p.bands[i]
	if l := p.pieces[b.lines[0]]; len(b.lines) > 1 || !l.bold && l.size < 1.15*p.size {
		return false
	}
	for _, o := range p.bands[:i] {
		if o.last > b.first {
			return false
		}
	}
	for _, o := range p.bands[i+1:] {
		if o.first < b.last {
			return false
		}
	}
	return true
}

// upwards lets a corridor begin higher, where the text of one column alone stands
// above.
func (p *columnPieces) upwards(c corridor) corridor {
	for i := c.first - 1; i >= 0 && p.isClose(i, i+1) && !p.isHeadline(i); i-- {
		next, ok := c.through(p.gaps(p.bands[i]), p.narrowest(p.bands[i]))
		if !ok {
			break
		}
		c = next
		c.first = i
	}
	return c
}

// isClose reports whether band j stands as close below band i as the lines of a
// text do.
func (p *columnPieces) isClose(i, j int) bool {
	a, b := p.pieces[p.bands[i].lines[len(p.bands[i].lines)-1]], p.pieces[p.bands[j].lines[0]]
	return b.base-a.base < closeBelow*b.size
}

// partsProse reports whether running text stands on both sides of c.
func (p *columnPieces) partsProse(c corridor) bool {
	var sides [2][]*line
	var owners [2]int
	beside := 0
	for _, b := range p.bands[c.first : c.last+1] {
		var met [2]int
		for _, i := range b.lines {
			side := index(p.pieces[i].left >= c.right)
			met[side]++
			if n := len(sides[side]); n > 0 && owners[side] == p.owner[i] {
				last := sides[side][n-1]
				sides[side][n-1] = &line{words: slices.Concat(last.words, p.pieces[i].words), base: last.base}
				continue
			}
			owners[side] = p.owner[i]
			sides[side] = append(sides[side], p.pieces[i])
		}
		beside += min(met[0], met[1])
	}
	return beside >= minBesideLines && lowerShare(sides[0]) >= proseShare && lowerShare(sides[1]) >= proseShare
}

// borders returns where c and those of others that run beside it along nearly all
// its length part columns, from left to right. Of corridors that overlap, the
// first counts.
func (c corridor) borders(others []corridor) []float64 {
	var taken []corridor
	for _, o := range others {
		long := 10*(min(o.last, c.last)-max(o.first, c.first)+1) >= 9*(c.last-c.first+1)
		if long && !slices.ContainsFunc(taken, func(t corridor) bool { return o.left < t.right && t.left < o.right }) {
			taken = append(taken, o)
		}
	}
	var out []float64
	for _, t := range taken {
		out = append(out, (t.left+t.right)/2)
	}
	slices.Sort(out)
	return out
}
