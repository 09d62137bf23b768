package pdf

import (
	"math"
	"slices"
	"sort"
)

// grid is a table drawn with rules.
type grid struct {
	box     rect
	columns []float64 // where vertical rules stand
	rows    []float64 // where horizontal rules stand, the outer ones included
	rules   []rect
}

const maxGrids = 3000 // rules of one page from which tables are made

// grids returns the tables of a page, from its rules.
func grids(rules []rect) []*grid {
	long := longRules(rules)
	if len(long) > maxGrids {
		return nil
	}
	var out []*grid
	for _, group := range connected(long) {
		if g := newGrid(group); g != nil {
			out = append(out, g)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].box.y0 < out[j].box.y0 })
	return out
}

// longRules returns the rules that tables and boxes are made of, those in one line that
// touch as one.
func longRules(rules []rect) []rect {
	var long []rect
	for _, r := range rules {
		if max(r.width(), r.height()) >= minRule {
			long = append(long, r)
		}
	}
	return joinRules(long)
}

// joinRules makes one rule of pieces that lie in one line and touch.
func joinRules(rules []rect) []rect {
	order := func(r rect) [3]float64 {
		if r.vertical() {
			return [3]float64{0, math.Round(r.x0), r.y0}
		}
		return [3]float64{1, math.Round(r.y0), r.x0}
	}
	slices.SortStableFunc(rules, func(a, b rect) int {
		x, y := order(a), order(b)
		return slices.Compare(x[:], y[:])
	})
	var out []rect
	for _, r := range rules {
		if n := len(out); n > 0 && out[n-1].vertical() == r.vertical() && out[n-1].inLineWith(r) {
			out[n-1] = out[n-1].around(r)
			continue
		}
		out = append(out, r)
	}
	return out
}

func (r rect) inLineWith(o rect) bool {
	if r.vertical() {
		return math.Abs(r.x0-o.x0) <= thin && o.y0 <= r.y1+touch && o.y1 >= r.y0-touch
	}
	return math.Abs(r.y0-o.y0) <= thin && o.x0 <= r.x1+touch && o.x1 >= r.x0-touch
}

// connected groups rules that touch.
func connected(rules []rect) [][]rect {
	group := make([]int, len(rules))
	for i := range group {
		group[i] = i
	}
	root := func(i int) int {
		for group[i] != i {
			group[i] = group[group[i]]
			i = group[i]
		}
		return i
	}
	for i := range rules {
		for j := i + 1; j < len(rules); j++ {
			if rules[i].touches(rules[j]) {
				group[root(j)] = root(i)
			}
		}
	}
	index := map[int]int{}
	var out [][]rect
	for i, r := range rules {
		k, ok := index[root(i)]
		if !ok {
			k = len(out)
			index[root(i)] = k
			out = append(out, nil)
		}
		out[k] = append(out[k], r)
	}
	return out
}

// newGrid makes a table of touching rules, nil where they part no columns.
func newGrid(rules []rect) *grid {
	g := &grid{box: rules[0], rules: rules}
	var xs, ys []float64
	for _, r := range rules {
		g.box = g.box.around(r)
		if r.vertical() {
			xs = append(xs, (r.x0+r.x1)/2)
		} else {
			ys = append(ys, (r.y0+r.y1)/2)
		}
	}
	g.columns = distinct(append(xs, g.box.x0, g.box.x1))
	g.rows = distinct(append(ys, g.box.y0, g.box.y1))
	if len(xs) == 0 || len(g.columns) < 3 {
		return nil
	}
	return g
}

// distinct returns sorted values, those closer than touch taken as one.
func distinct(xs []float64) []float64 {
	sort.Float64s(xs)
	out := xs[:0]
	for _, x := range xs {
		if len(out) == 0 || x-out[len(out)-1] > touch {
			out = append(out, x)
		}
	}
	return out
}

// holds reports whether the middle of a line lies in the table.
func (g *grid) holds(l *line) bool {
	y := l.middleHeight()
	return y > g.box.y0 && y < g.box.y1 && l.left > g.box.x0-touch && l.right < g.box.x1+touch
}

// cellPlace is the row and the column of a cell.
type cellPlace struct{ row, column int }

// cell returns the cell of a word. Where no rule stands between two columns at the height
// of the word, they are one cell, named by the first.
func (g *grid) cell(w *word) cellPlace {
	x, y := w.middle()
	row, column := sort.SearchFloat64s(g.rows, y)-1, 0
	for i := 1; i < len(g.columns)-1; i++ {
		if g.columns[i] < x && g.parted(g.columns[i], y) {
			column = i
		}
	}
	for row > 0 && !g.ruled(g.rows[row], x) {
		row--
	}
	return cellPlace{max(row, 0), column}
}

// parted reports whether a vertical rule stands at x at the height y.
func (g *grid) parted(x, y float64) bool {
	return slices.ContainsFunc(g.rules, func(r rect) bool {
		return r.vertical() && math.Abs((r.x0+r.x1)/2-x) <= touch && r.y0 <= y && y <= r.y1
	})
}

// ruled reports whether a horizontal rule passes x at y.
func (g *grid) ruled(y, x float64) bool {
	return slices.ContainsFunc(g.rules, func(r rect) bool {
		return !r.vertical() && math.Abs((r.y0+r.y1)/2-y) <= touch && r.x0-touch <= x && x <= r.x1+touch
	})
}

// tableRow is a row of a table: lines of words by cell, empty cells included.
type tableRow struct {
	cells [][]*line
	lines []*line // all of them
}

// fill puts the words of lines into the cells of g, row by row.
func (g *grid) fill(ls []*line) []*tableRow {
	rows := map[int]*tableRow{}
	for _, l := range ls {
		for at, part := range partsIn(l, g.cell) {
			r := rows[at.row]
			if r == nil {
				r = &tableRow{cells: make([][]*line, len(g.columns)-1)}
				rows[at.row] = r
			}
			r.cells[at.column] = append(r.cells[at.column], part)
		}
	}
	var out []*tableRow
	for i := range g.rows {
		if r := rows[i]; r != nil {
			for _, c := range r.cells {
				sort.SliceStable(c, func(i, j int) bool { return c[i].base < c[j].base-1 })
				r.lines = append(r.lines, c...)
			}
			out = append(out, r)
		}
	}
	return out
}

// tablesApart takes the tables out of the lines of a page. In the place of each,
// a line is left that stands for the table numbered in it.
func tablesApart(s *sheet) (flow []*line, tables [][]*tableRow) {
	flow = s.lines
	rules := slices.Concat(s.rules, s.addedRules())
	if s.panelled { // panels that overlap are no table
		rules = slices.DeleteFunc(rules, func(r rect) bool { return slices.ContainsFunc(s.frames, r.isSideOf) })
	}
	for _, g := range grids(rules) {
		var inside []*line
		for _, l := range flow {
			if l.table == 0 && l.dir() == s.turn && g.holds(l) {
				inside = append(inside, l)
			}
		}
		rows := g.fill(inside)
		switch {
		case isForm(rows):
			flow = replaced(flow, inside, formLines(rows)...)
		case isTable(rows):
			tables = append(tables, rows)
			flow = replaced(flow, inside, standIn(len(tables), inside, g.box))
		}
	}
	if s.panelled {
		return flow, tables
	}
	flow = sideHeadings(flow)
	for _, t := range openTables(flow) {
		tables = append(tables, t.rows)
		flow = replaced(flow, t.lines, standIn(len(tables), t.lines, boxOf(t.lines)))
	}
	return flow, tables
}

// isTable reports whether some row has two cells filled: boxes around letter
// heads and panels of text have not.
func isTable(rows []*tableRow) bool {
	return slices.ContainsFunc(rows, func(r *tableRow) bool {
		first := slices.IndexFunc(r.cells, isFilled)
		return first >= 0 && slices.ContainsFunc(r.cells[first+1:], isFilled)
	})
}

// isFilled reports whether a cell has lines in it.
func isFilled(cell []*line) bool { return len(cell) > 0 }

// standIn is a line that stands for table number n, which has the lines inside.
func standIn(n int, inside []*line, box rect) *line {
	return &line{table: n, left: box.x0, right: box.x1, base: box.y0, depth: box.height(), size: 1, page: inside[0].page, words: inside[0].words[:1]}
}

// replaced returns flow with others in the place of the first of the lines inside, and
// without these.
func replaced(flow, inside []*line, others ...*line) []*line {
	in := map[*line]bool{}
	for _, l := range inside {
		in[l] = true
	}
	var out []*line
	for _, l := range flow {
		if l == inside[0] {
			out = append(out, others...)
		}
		if !in[l] {
			out = append(out, l)
		}
	}
	return out
}

// boxOf is the box around lines.
func boxOf(ls []*line) rect {
	box := rect{ls[0].left, ls[0].base, ls[0].right, ls[0].base}
	for _, l := range ls[1:] {
		box = box.around(rect{l.left, l.base, l.right, l.base})
	}
	return box
}
