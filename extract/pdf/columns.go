package pdf

import (
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"
)

// Text in columns is read column after column, whatever the order in which it was
// drawn: layout programs draw frames as they were made, and some printers draw
// rows across all columns. Columns are parted by a corridor that no text crosses,
// with running text on both sides. Where text on both sides of one was drawn
// row by row, in cells that begin at one height, it is a table and stays so.

// corridor is a white strip between left and right, through bands first to last
// of a page.
type corridor struct {
	left, right float64
	first, last int
}

// columnsRun is a part of a page that stands in columns: the lines in it, by
// their place in drawing order, and the same lines as they are to be read.
type columnsRun struct {
	from    map[int]bool
	ordered []*line
}

const (
	minColumnLines = 3 // on each side of a corridor
	minBesideLines = 5 // with another beside them
	minColumnWords = 3 // of most lines
	maxColumnDepth = 4
)

// inColumns puts the lines of a page that stand in columns into reading order,
// and leaves the others where they are. Lines that were drawn across columns are
// cut.
func inColumns(ls []*line) []*line { return arranged(ls, 0) }

func arranged(ls []*line, depth int) []*line {
	if len(ls) < minColumnLines || depth > maxColumnDepth {
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
		if run, ok := p.run(ls, c, found[i:], depth); ok {
			runs = append(runs, run)
			for b := c.first; b <= c.last; b++ {
				used[b] = true
			}
		}
	}
	if len(runs) == 0 {
		return ls
	}
	var out []*line
	for i, l := range ls {
		r := slices.IndexFunc(runs, func(r columnsRun) bool { return r.from[i] })
		if r < 0 {
			out = append(out, l)
			continue
		}
		out = append(out, runs[r].ordered...)
		runs[r].ordered = nil
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
		if l.words[0].dir != ls[0].words[0].dir {
			continue
		}
		for _, ws := range l.parted() {
			piece := l
			if len(ws) < len(l.words) {
				piece = &line{words: ws, page: l.page}
				piece.measure()
			}
			p.pieces = append(p.pieces, piece)
			p.owner = append(p.owner, i)
		}
	}
	p.bands = bandsOf(p.pieces)
	return p
}

// parted cuts the words of l where a corridor may go through: at the gaps that
// are wider than those that justify it.
func (l *line) parted() [][]word {
	gaps := make([]float64, 0, len(l.words))
	for i := 1; i < len(l.words); i++ {
		gaps = append(gaps, l.words[i].left-l.words[i-1].right)
	}
	least := 0.8 * l.size
	if len(gaps) > 2 {
		least = math.Max(least, 1.25*slices.Sorted(slices.Values(gaps))[len(gaps)/2])
	}
	var out [][]word
	start := 0
	for i, gap := range gaps {
		if gap >= least {
			out = append(out, l.words[start:i+1:i+1])
			start = i + 1
		}
	}
	return append(out, l.words[start:])
}

// corridors returns the corridors with running text on both sides, those through
// most bands first.
func (p *columnPieces) corridors() []corridor {
	var open, found []corridor
	for i, b := range p.bands {
		gaps := p.gaps(b)
		var still []corridor
		for _, c := range open {
			if next, ok := c.through(gaps, p.narrowest(b)); ok && !p.parts(i) {
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
		at = math.Max(at, p.pieces[i].right)
	}
	return append(out, corridor{left: at, right: math.Inf(1)})
}

// through narrows c to what is free in a band.
func (c corridor) through(gaps []corridor, narrowest float64) (corridor, bool) {
	best := corridor{first: c.first, last: c.last}
	for _, g := range gaps {
		left, right := math.Max(c.left, g.left), math.Min(c.right, g.right)
		if right-left > best.right-best.left {
			best.left, best.right = left, right
		}
	}
	return best, best.right-best.left >= narrowest
}

// parts reports whether band i is a headline over all columns: one line by itself,
// drawn after all that is above it and before all that is below.
func (p *columnPieces) parts(i int) bool {
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
	for i := c.first - 1; i >= 0 && p.follows(i, i+1) && !p.parts(i); i-- {
		next, ok := c.through(p.gaps(p.bands[i]), p.narrowest(p.bands[i]))
		if !ok {
			break
		}
		c = next
		c.first = i
	}
	return c
}

// follows reports whether band j stands as close below band i as the lines of a
// text do.
func (p *columnPieces) follows(i, j int) bool {
	a, b := p.pieces[p.bands[i].lines[len(p.bands[i].lines)-1]], p.pieces[p.bands[j].lines[0]]
	return b.base-a.base < 2.2*math.Max(a.size, b.size)
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
	return beside >= minBesideLines && lowerShare(sides[0]) >= 0.4 && lowerShare(sides[1]) >= 0.4
}

// lowerShare is the share of lines, of those made of words, that begin in the
// midst of a sentence; 0 where they are too few.
func lowerShare(ls []*line) float64 {
	lower, long := 0, 0
	for _, l := range ls {
		if !hasWords(l) {
			continue
		}
		long++
		if startsLower(l) {
			lower++
		}
	}
	if long < minColumnLines || 2*long < len(ls) {
		return 0
	}
	return float64(lower) / float64(long)
}

// hasWords reports whether l is made of words, as a line of text is.
func hasWords(l *line) bool {
	n := 0
	for i := range l.words {
		w := strings.TrimFunc(l.words[i].text, unicode.IsPunct)
		if len(w) > 1 && looksLikeWord(w) {
			n++
		}
	}
	return n >= minColumnWords
}

// columnPart is what of a line lies in one column.
type columnPart struct {
	*line
	column int
}

// run reads the columns along c and along the corridors beside it.
func (p *columnPieces) run(ls []*line, c corridor, others []corridor, depth int) (columnsRun, bool) {
	var borders []float64
	for _, o := range others {
		if 10*(min(o.last, c.last)-max(o.first, c.first)+1) >= 9*(c.last-c.first+1) {
			borders = append(borders, (o.left+o.right)/2)
		}
	}
	sort.Float64s(borders)
	r := columnsRun{from: map[int]bool{}}
	for _, b := range p.bands[c.first : c.last+1] {
		for _, i := range b.lines {
			r.from[p.owner[i]] = true
		}
	}
	var parts []columnPart
	for i, l := range ls {
		if r.from[i] {
			parts = append(parts, l.cutAt(borders)...)
		}
	}
	columns := make([][]*line, len(borders)+1)
	for _, part := range parts {
		columns[part.column] = append(columns[part.column], part.line)
	}
	if p.isDrawnInOrder(parts) {
		return columnsRun{}, true // nothing is to be moved, here or within
	}
	if isDrawnAsTable(parts, columns) || p.flowsOn(c, columns) {
		return r, false
	}
	for _, column := range columns {
		r.ordered = append(r.ordered, inReadingOrder(arranged(column, depth+1))...)
	}
	return r, true
}

// cutAt parts the words of l by the column they lie in.
func (l *line) cutAt(borders []float64) []columnPart {
	var out []columnPart
	start := 0
	column := func(w *word) int { return sort.SearchFloat64s(borders, (w.left+w.right)/2) }
	for i := 1; i <= len(l.words); i++ {
		if i < len(l.words) && column(&l.words[i]) == column(&l.words[start]) {
			continue
		}
		part := l
		if start > 0 || i < len(l.words) {
			part = &line{words: l.words[start:i:i], page: l.page, underlined: l.underlined}
			part.measure()
		}
		out = append(out, columnPart{part, column(&l.words[start])})
		start = i
	}
	return out
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
			length++
			continue
		}
		turns++
		if length == 1 {
			single++
		}
		if b.column > a.column {
			onwards++
			if math.Abs(b.base-top) < 0.35*b.size {
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

// flowsOn reports whether a text beside a box goes on below it over the whole
// width: then it was drawn as it is read.
func (p *columnPieces) flowsOn(c corridor, columns [][]*line) bool {
	if c.last+1 >= len(p.bands) || !p.follows(c.last, c.last+1) {
		return false
	}
	next := p.pieces[p.bands[c.last+1].lines[0]]
	return next.left < c.left && next.right > c.right && startsLower(next) && slices.ContainsFunc(columns, func(ls []*line) bool {
		last := ls[len(ls)-1]
		return next.base-last.base < 2.2*next.size && !endsSentence(last)
	})
}
