package pdf

import "math"

// A table without rules is known by the way it is drawn: cell after cell, each
// to the right of the one before and within the height of its row, and row after
// row from the same left edge.

// piece is part of a line that no wide gap divides.
type piece struct {
	*line
	whole *line // the line it was cut from
	first bool  // of that line
}

// openCell is a cell that may take further lines.
type openCell struct {
	lines       []*line
	left, right float64
}

// openRow is a row being read.
type openRow struct {
	cells []openCell
	last  float64 // baseline of the piece before
	low   float64 // baseline of the lowest piece
}

const (
	minRows = 3   // with two cells and more, to make a table
	flush   = 4   // points by which the left edges of the cells of a column may differ
	middled = 1.5 // and their middles, where they are centred
)

// openTable is a table without rules and the lines that are in it.
type openTable struct {
	rows  []*tableRow
	lines []*line
}

// openTables finds the tables without rules among the lines of a page.
func openTables(ls []*line) []*openTable {
	if len(ls) == 0 {
		return nil
	}
	pieces := piecesOf(ls)
	var out []*openTable
	for i := 0; i+1 < len(pieces); {
		rows, end := readRows(pieces, i)
		if !consistent(rows) {
			i++
			continue
		}
		t := &openTable{}
		for _, r := range rows {
			row := &tableRow{}
			for _, c := range r.cells {
				row.cells = append(row.cells, c.lines)
				row.lines = append(row.lines, c.lines...)
			}
			t.rows = append(t.rows, row)
		}
		for _, p := range pieces[i:end] {
			if p.first {
				t.lines = append(t.lines, p.whole)
			}
		}
		out = append(out, t)
		i = end
	}
	return out
}

func piecesOf(ls []*line) []piece {
	var out []piece
	for _, l := range ls {
		parts := l.segments()
		if lb, ok := labelOf(l); ok && len(parts) > 1 && len(parts[0].words) == lb.words {
			parts = append([]*line{l.part(0, lb.words+len(parts[1].words))}, parts[2:]...)
		}
		entry := endsEntry(l) && len(parts) < 3 // of a contents page
		if l.table > 0 || l.side || l.dir() != ls[0].dir() || entry {
			wall := *l // which nothing stands beside
			wall.left, wall.right = math.Inf(-1), math.Inf(1)
			parts = []*line{&wall}
		}
		for i, part := range parts {
			out = append(out, piece{part, l, i == 0})
		}
	}
	return out
}

// readRows reads rows from piece i on for as long as the pieces fit, and returns
// them with the index of the piece after the last row of several cells.
func readRows(pieces []piece, i int) (rows []*openRow, end int) {
	if !pieces[i].first {
		return nil, i
	}
	row := newRow(pieces, i)
	above := math.Inf(-1) // the lowest baseline of the row before
	first := pieces[i].line
	left, middle := true, true // all rows begin below the first, or have the middles of their first cells there
	for j := i + 1; ; j++ {
		if j < len(pieces) && row.takes(&pieces[j], above) {
			continue
		}
		if len(row.cells) > 1 {
			rows = append(rows, row)
			end = j
		} else if len(rows) == 0 {
			return nil, i
		}
		if j >= len(pieces) || len(row.cells) == 1 && row.cells[0].right > rows[0].cells[1].left {
			return rows, end
		}
		p := &pieces[j]
		left, middle = left && math.Abs(p.left-first.left) <= flush, middle && math.Abs(p.middle()-first.middle()) <= middled
		if !p.first || !left && !middle || p.base < row.low+0.5*p.size || p.base > row.low+5*p.size || len(row.cells) == 1 {
			return rows, end
		}
		above = row.low
		row = newRow(pieces, j)
	}
}

func newRow(pieces []piece, i int) *openRow {
	p := &pieces[i]
	return &openRow{cells: []openCell{{[]*line{p.line}, p.left, p.right}}, last: p.base, low: p.base}
}

// takes adds p to the row where it fits: as a further cell to the right, or as a
// further line of the last cell.
func (r *openRow) takes(p *piece, above float64) bool {
	c := &r.cells[len(r.cells)-1]
	switch {
	case p.left >= c.right+0.5*p.size && p.base > above+0.5*p.size && p.base <= r.low+0.2*p.size:
		r.cells = append(r.cells, openCell{[]*line{p.line}, p.left, p.right})
	case p.first && p.base > r.last+0.5*p.size && p.base < r.last+closeBelow*p.size && c.isOver(p) && c.sizedAs(p):
		c.lines = append(c.lines, p.line)
		c.right = max(c.right, p.right)
	default:
		return false
	}
	r.last, r.low = p.base, max(r.low, p.base)
	return true
}

// isOver reports whether p stands below c, from its left edge on or centred as its lines are.
func (c *openCell) isOver(p *piece) bool {
	return p.left >= c.left-0.6*p.size && p.left < c.right || math.Abs(p.middle()-c.lines[len(c.lines)-1].middle()) < middled
}

// sizedAs reports whether p is set in the size of the lines of c, as a heading
// above a table is not.
func (c *openCell) sizedAs(p *piece) bool {
	return math.Abs(p.size-c.lines[len(c.lines)-1].size) < 0.1*p.size
}

// consistent reports whether rows make a table: enough of them, and most with
// their second cell at the same place.
func consistent(rows []*openRow) bool {
	if len(rows) < minRows {
		return false
	}
	return mostMeet(rows, func(c openCell) float64 { return c.left }, flush) ||
		mostMeet(rows, func(c openCell) float64 { return c.lines[0].middle() }, middled)
}

// mostMeet reports whether two thirds of rows have their second cells at one place.
func mostMeet(rows []*openRow, place func(c openCell) float64, apart float64) bool {
	places := map[float64]int{}
	for _, r := range rows {
		places[math.Round(place(r.cells[1])/apart)]++
	}
	near := math.Round(commonest(places))
	return 3*(places[near]+places[near-1]+places[near+1]) >= 2*len(rows)
}
