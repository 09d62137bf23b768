package pdf

import (
	"cmp"
	"iter"
	"math"
	"slices"
)

// A table may be drawn without upright rules: a line below each row, or colour behind
// every other one. Where these are drawn cell by cell, their ends tell the columns, and
// the uprights that are missing can be put in.

const (
	minCellRules = 3    // heights at which cells end alike, to make a table
	minShade     = 8    // points: the sides of a coloured cell
	maxCellRules = 1500 // pieces of level lines of one page
	sameEnd      = 1.5  // points by which the ends of cells may differ
	cellGap      = 0.6  // ems at least between words of two cells
	ledge        = 1.2  // ems between lines of a row that no rule closes, or a rule and them
)

// rowRule is a level line of pieces that touch, one for each cell.
type rowRule struct {
	y    float64
	ends []float64 // of the pieces, the outer ones included
}

// shade notes the filled boxes that may be those of cells.
func (r *run) shade() {
	boxes, _ := r.path.areas()
	for _, b := range boxes {
		if b.width() >= minShade && b.height() >= minShade && len(r.in.shades) <= maxCellRules {
			r.in.shades = append(r.in.shades, b)
		}
	}
}

// addedRules returns the rules around the cells of tables that are drawn with level lines
// or with coloured cells alone.
func (s *sheet) addedRules() []rect {
	rows := rowRules(s.rules, s.shades)
	var out []rect
	for len(rows) > 0 {
		same := []rowRule{rows[0]}
		rest := rows[:0:0]
		for _, r := range rows[1:] {
			if slices.EqualFunc(r.ends, same[0].ends, func(a, b float64) bool { return math.Abs(a-b) <= sameEnd }) {
				same = append(same, r)
			} else {
				rest = append(rest, r)
			}
		}
		rows = rest
		if len(same) >= minCellRules && !slices.ContainsFunc(s.rules, func(r rect) bool { return r.stands(same) }) {
			out = append(out, s.cellRules(same)...)
		}
	}
	return out
}

// stands reports whether r is an upright at the end of a cell of rows, which thus have
// their own.
func (r rect) stands(rows []rowRule) bool {
	return r.vertical() && r.height() > thin && r.y0 < rows[len(rows)-1].y && r.y1 > rows[0].y &&
		slices.ContainsFunc(rows[0].ends, func(x float64) bool { return math.Abs(x-(r.x0+r.x1)/2) <= touch })
}

// rowRules returns the level lines of pieces, from the top of the page down: those that
// are drawn, and the upper and lower edges of coloured cells.
func rowRules(rules, shades []rect) []rowRule {
	var pieces []rect
	for _, r := range rules {
		if !r.vertical() && r.width() >= minRule {
			y := (r.y0 + r.y1) / 2
			pieces = append(pieces, rect{r.x0, y, r.x1, y})
		}
	}
	for _, f := range shades {
		pieces = append(pieces, rect{f.x0, f.y0, f.x1, f.y0}, rect{f.x0, f.y1, f.x1, f.y1})
	}
	if len(pieces) > maxCellRules {
		return nil
	}
	slices.SortFunc(pieces, func(a, b rect) int {
		return cmp.Or(cmp.Compare(math.Round(a.y0), math.Round(b.y0)), cmp.Compare(a.x0, b.x0), cmp.Compare(a.x1, b.x1))
	})
	var out []rowRule
	for len(pieces) > 0 {
		y := math.Round(pieces[0].y0)
		n := slices.IndexFunc(pieces, func(p rect) bool { return math.Round(p.y0) != y })
		if n < 0 {
			n = len(pieces)
		}
		if ends := endsOf(pieces[:n]); len(ends) > 2 {
			out = append(out, rowRule{pieces[0].y0, ends})
		}
		pieces = pieces[n:]
	}
	return out
}

// endsOf returns the ends of pieces at one height, from left to right, nil where they do
// not touch.
func endsOf(pieces []rect) []float64 {
	ends := []float64{pieces[0].x0, pieces[0].x1}
	for _, p := range pieces[1:] {
		switch last := ends[len(ends)-1]; {
		case math.Abs(p.x0-last) <= touch && p.x1 > last+touch:
			ends = append(ends, p.x1)
		case p.x1 > last+sameEnd: // and not drawn twice
			return nil
		}
	}
	return ends
}

// cellRules returns the rules around the cells of rows whose cells end alike, where they are
// rows of a table: enough of them, most with one row of text.
func (s *sheet) cellRules(rows []rowRule) []rect {
	var out []rect
	ends := rows[0].ends
	n, several := 0, 0
	add := func(y0, y1 float64) {
		n++
		several += index(s.holdsRows(ends, y0, y1))
		out = append(out, rect{ends[0], y0, ends[len(ends)-1], y0}, rect{ends[0], y1, ends[len(ends)-1], y1})
		for _, x := range ends[1 : len(ends)-1] {
			out = append(out, rect{x, y0, x, y1})
		}
	}
	for i := range rows[1:] {
		if y0, y1 := rows[i].y, rows[i+1].y; s.isRow(ends, y0, y1) {
			add(y0, y1)
		}
	}
	if len(out) == 0 {
		return nil
	}
	top, foot := rows[0].y, rows[len(rows)-1].y
	if y := s.rowBeyond(ends, top, -1); y < top {
		add(y, top)
	}
	if y := s.rowBeyond(ends, foot, 1); y > foot {
		add(foot, y)
	}
	if n < minCellRules || 3*several > n {
		return nil
	}
	return out
}

// linesBetween are the lines of text that stand between two heights.
func (s *sheet) linesBetween(y0, y1 float64) iter.Seq[*line] {
	return func(yield func(*line) bool) {
		for _, l := range s.lines {
			if y := l.middleHeight(); y > y0 && y < y1 && l.dir() == s.turn && !yield(l) {
				return
			}
		}
	}
}

// holdsRows reports whether the lines between two heights may be those of several rows
// that no rule parts: in every cell as many, beside each other.
func (s *sheet) holdsRows(ends []float64, y0, y1 float64) bool {
	lines := make([]int, len(ends)-1)
	bases := map[float64]bool{}
	for l := range s.linesBetween(y0, y1) {
		bases[math.Round(l.base)] = true
		last := -1
		for i := range l.words {
			if cell := cellOf(ends, &l.words[i]); cell != last {
				lines[cell]++
				last = cell
			}
		}
	}
	return len(bases) > 1 && !slices.ContainsFunc(lines, func(n int) bool { return n != len(bases) })
}

// isRow reports whether text stands in several cells between two heights, and none of it
// across the end of one.
func (s *sheet) isRow(ends []float64, y0, y1 float64) bool {
	filled := map[int]bool{}
	for l := range s.linesBetween(y0, y1) {
		if !l.keepsTo(ends) {
			return false
		}
		for i := range l.words {
			filled[cellOf(ends, &l.words[i])] = true
		}
	}
	return len(filled) > 1
}

// keepsTo reports whether every word of l stands in a cell, and those of two cells apart.
func (l *line) keepsTo(ends []float64) bool {
	last := -1
	for i := range l.words {
		cell := cellOf(ends, &l.words[i])
		if cell < 0 || i > 0 && cell != last && l.words[i].left-l.words[i-1].right < cellGap*l.size {
			return false
		}
		last = cell
	}
	return true
}

// cellOf returns the number of the cell that w stands in, -1 where it stands in none.
func cellOf(ends []float64, w *word) int {
	for i := range ends[1:] {
		if w.left > ends[i]-sameEnd && w.right < ends[i+1]+sameEnd {
			return i
		}
	}
	return -1
}

// rowBeyond returns how far a row reaches that lies above the uppermost line of a table,
// where way is -1, or below the lowest, where it is 1: y itself where there is none.
func (s *sheet) rowBeyond(ends []float64, y, way float64) float64 {
	edge := y
	lines := slices.DeleteFunc(slices.Clone(s.lines), func(l *line) bool {
		return l.dir() != s.turn || way*(l.middleHeight()-y) <= 0
	})
	slices.SortStableFunc(lines, func(a, b *line) int { return cmp.Compare(way*a.base, way*b.base) })
	for _, l := range lines {
		near, far := l.bottom(), l.top()
		if way > 0 {
			near, far = far, near
		}
		if way*(near-edge) > ledge*l.size || !l.keepsTo(ends) {
			break
		}
		edge = far + way
	}
	if !s.isRow(ends, min(y, edge), max(y, edge)) {
		return y
	}
	return edge
}
