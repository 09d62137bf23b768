package pdf

import (
	"math"
	"slices"
	"sort"
)

// Text in columns is read column after column, whatever the order in which it was
// drawn: layout programs draw frames as they were made, and some printers draw
// rows across all columns. Columns are parted by a corridor that no text crosses,
// with running text on both sides. Where text on both sides of one was drawn
// row by row, in cells that begin at one height, it is a table and stays so.

// columnsRun is a part of a page that stands in columns: the lines in it, by
// their place in drawing order, and the same lines as they are to be read.
type columnsRun struct {
	from    map[int]bool
	ordered []*line
}

const (
	minBesideLines = 5 // with another beside them
	maxColumnDepth = 4
	maxColumnPage  = 4000 // lines; more are a drawing
)

// inColumns puts the lines of a page that stand in columns into reading order,
// and leaves the others where they are. Lines that were drawn across columns are
// cut.
func inColumns(ls []*line) []*line { return arranged(ls, 0) }

func arranged(ls []*line, depth int) []*line {
	if len(ls) < minBesideLines || len(ls) > maxColumnPage || depth > maxColumnDepth {
		return ls
	}
	p := newPieces(ls)
	var runs []columnsRun
	used := make([]bool, len(p.bands))
	found := p.corridors()
	for i, c := range found {
		if slices.Contains(used[c.first:c.last+1], true) {
			continue
		}
		if run, ok := p.readAlong(ls, c, found[i:], depth); ok {
			runs = append(runs, run)
			for b := c.first; b <= c.last; b++ {
				used[b] = true
			}
		}
	}
	return placed(ls, runs)
}

// placed returns lines with those of runs in reading order, each run where the
// first of its lines was drawn.
func placed(ls []*line, runs []columnsRun) []*line {
	var out []*line
	begun := make([]bool, len(runs))
	for i, l := range ls {
		r := slices.IndexFunc(runs, func(r columnsRun) bool { return r.from[i] })
		switch {
		case r < 0:
			out = append(out, l)
		case !begun[r]:
			out = append(out, runs[r].ordered...)
			begun[r] = true
		}
	}
	return out
}

// columnPieces are the lines of a page cut at their wide gaps.
type columnPieces struct {
	pieces []*line
	owner  []int // the line a piece was cut from
	bands  []*band
	size   float64 // of most of the text
}

func newPieces(ls []*line) *columnPieces {
	p := &columnPieces{size: pageBody(ls)}
	for i, l := range ls {
		if l.dir() != ls[0].dir() {
			continue
		}
		for _, piece := range l.parted() {
			p.pieces = append(p.pieces, piece)
			p.owner = append(p.owner, i)
		}
	}
	p.bands = bandsOf(p.pieces)
	return p
}

// parted cuts l where a corridor may go through: at the gaps that are wider than those
// that justify it.
func (l *line) parted() []*line {
	gaps := l.gaps()
	wide := 0.8 * l.size
	if len(gaps) > 2 {
		slices.Sort(gaps)
		wide = max(wide, 1.25*gaps[len(gaps)/2])
	}
	return l.cut(wide)
}

// columnPart is what of a line lies in one column.
type columnPart struct {
	*line
	column int
}

// readAlong reads the columns along c and along the corridors beside it.
func (p *columnPieces) readAlong(ls []*line, c corridor, others []corridor, depth int) (columnsRun, bool) {
	borders := c.borders(others)
	r := columnsRun{from: map[int]bool{}}
	for _, b := range p.bands[c.first : c.last+1] {
		for _, i := range b.lines {
			r.from[p.owner[i]] = true
		}
	}
	var parts []columnPart
	columns := make([][]*line, len(borders)+1)
	for i, l := range ls {
		if !r.from[i] {
			continue
		}
		for at, part := range partsIn(l, func(w *word) int { return sort.SearchFloat64s(borders, (w.left+w.right)/2) }) {
			parts = append(parts, columnPart{part, at})
			columns[at] = append(columns[at], part)
		}
	}
	columns = slices.DeleteFunc(columns, func(ls []*line) bool { return len(ls) == 0 })
	for _, column := range columns {
		edge := fullEdge(column)
		for _, l := range column {
			l.edge = edge
		}
	}
	if p.isDrawnInOrder(parts) && !r.interrupted(ls) {
		return columnsRun{}, true // nothing is to be moved, here or within
	}
	if isDrawnAsTable(parts, columns) {
		return r, false
	}
	for _, column := range columns {
		r.ordered = append(r.ordered, inReadingOrder(arranged(column, depth+1))...)
	}
	return r, true
}

// interrupted reports whether lines that stand below r were drawn between its own,
// as where one column was drawn last.
func (r columnsRun) interrupted(ls []*line) bool {
	foot := math.Inf(-1)
	for i := range r.from {
		foot = max(foot, ls[i].base)
	}
	begun, below := false, false
	for i, l := range ls {
		switch {
		case r.from[i] && below:
			return true
		case r.from[i]:
			begun = true
		default:
			below = below || begun && l.base > foot
		}
	}
	return false
}

// isDrawnInOrder reports whether parts were drawn column after column, and notes
// in small type, which may stand at the foot of each, after them.
func (p *columnPieces) isDrawnInOrder(parts []columnPart) bool {
	for n := len(parts); n > 0 && parts[n-1].size < 0.9*p.size; n-- {
		parts = parts[:n-1]
	}
	return slices.IsSortedFunc(parts, func(a, b columnPart) int { return a.column - b.column })
}

// isDrawnAsTable reports whether parts were drawn by turns, most of those to the
// right beginning on the height of those before them. Single lines of running
// text drawn so are no cells.
func isDrawnAsTable(parts []columnPart, columns [][]*line) bool {
	turns, single, onwards, level := 1, 0, 0, 0
	top, length := parts[0].base, 1
	for i := 1; i < len(parts); i++ {
		a, b := parts[i-1], parts[i]
		if a.column == b.column {
			if b.left < a.left-a.size {
				top = b.base // of a further row, one cell of which is empty
			}
			length++
			continue
		}
		turns++
		if length == 1 {
			single++
		}
		if b.column > a.column {
			onwards++
			if math.Abs(b.base-top) < sameHeight*b.size {
				level++
			}
		}
		top, length = b.base, 1
	}
	if turns <= 2*len(columns) || 10*level < 6*onwards {
		return false
	}
	if 10*single < 8*turns {
		return true
	}
	return slices.ContainsFunc(columns, func(c []*line) bool { return lowerShare(c) < 0.6 })
}
