package pdf

import (
	"slices"
	"sort"
)

// Lines are drawn, nearly always, in the order in which they are to be read:
// column after column, cell after cell. Where nothing stands side by side that
// order can be checked, and what was drawn late is moved to where it stands.

// band is a set of lines at one height, by their place in drawing order.
type band struct {
	lines       []int
	first, last int // of lines
}

// inReadingOrder returns lines sorted by bands from the top of the page to its
// foot; within a band they stay as they were drawn.
func inReadingOrder(ls []*line) []*line {
	out := make([]*line, 0, len(ls))
	for _, b := range mergeColumns(bandsOf(ls)) {
		sort.Ints(b.lines)
		for _, i := range b.lines {
			out = append(out, ls[i])
		}
	}
	return out
}

func bandsOf(ls []*line) []*band {
	order := make([]int, len(ls))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(i, j int) bool { return ls[order[i]].base < ls[order[j]].base })
	var bands []*band
	for _, i := range order {
		l := &band{[]int{i}, i, i}
		if n := len(bands); n > 0 && bands[n-1].meets(ls, i) {
			bands[n-1].take(l)
		} else {
			bands = append(bands, l)
		}
	}
	return bands
}

// meets reports whether line i stands on the same height as a line of b, or
// beside one closer than lines of one column are, or beside a table.
func (b *band) meets(ls []*line, i int) bool {
	const window = 8
	l := ls[i]
	for n, j := 0, len(b.lines)-1; j >= 0 && n < window; n, j = n+1, j-1 {
		o := ls[b.lines[j]]
		size := max(l.size, o.size)
		apart := l.base - o.base
		if apart < sameHeight*size || !l.inColumn(o) && apart < max(0.9*size, o.depth) {
			return true
		}
	}
	return false
}

// mergeColumns joins to a band of things side by side the bands around it that
// were drawn between its first and its last line: they are lines of the same
// columns, one longer than the other.
func mergeColumns(bands []*band) []*band {
	var out []*band
	for i := 0; i < len(bands); i++ {
		b := bands[i]
		for k := b.metBy(out); k >= 0; k = b.metBy(out) {
			for _, o := range slices.Backward(out[k:]) {
				o.take(b)
				b = o
			}
			out = out[:k]
		}
		out = append(out, b)
	}
	return out
}

// metBy returns the nearest of the bands above b that is entangled with it, -1
// where none is. What stands between the two was drawn between their lines as
// well, as a line of one column is beside which the other has none.
func (b *band) metBy(above []*band) int {
	first, last := b.first, b.last
	for k := len(above) - 1; k >= max(0, len(above)-maxBetween-1); k-- {
		o := above[k]
		if b.entangled(o) && first >= min(b.first, o.first) && last <= max(b.last, o.last) {
			return k
		}
		first, last = min(first, o.first), max(last, o.last)
	}
	return -1
}

const maxBetween = 60 // bands of one column alone, between two of both

// entangled reports whether the drawing of b and o overlaps, as that of two single lines
// never does.
func (b *band) entangled(o *band) bool { return b.first < o.last && o.first < b.last }

func (b *band) take(o *band) {
	b.lines = append(b.lines, o.lines...)
	b.first, b.last = min(b.first, o.first), max(b.last, o.last)
}
