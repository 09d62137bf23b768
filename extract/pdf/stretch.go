package pdf

import "sort"

// stretch is a run of lines of one page of which each stands below the one
// before: a column, or what lies between tables.
type stretch struct {
	lines []*line
	right float64 // where full lines end
}

// stretches cuts the lines of a page.
func stretches(ls []*line) []*stretch {
	var out []*stretch
	for i, l := range ls {
		n := len(out)
		if i == 0 || !below(l, ls[i-1]) {
			out = append(out, &stretch{})
			n++
		}
		out[n-1].lines = append(out[n-1].lines, l)
	}
	for _, s := range out {
		s.right = fullEdge(s.lines)
	}
	return out
}

// below reports whether l stands under p, some of it straight below.
func below(l, p *line) bool {
	return l.base >= p.base-0.5*l.size && l.inColumn(p) && l.dir() == p.dir()
}

// fullEdge is where the full ones of lines end.
func fullEdge(ls []*line) float64 {
	rights := make([]float64, 0, len(ls))
	for _, l := range ls {
		rights = append(rights, l.right)
	}
	sort.Float64s(rights)
	return rights[len(rights)-1-len(rights)/50]
}

// edgeOf is where l ends when it is full: where its column or its stretch does,
// since a line above may span several columns, and what was taken for one column
// may be two.
func (s *stretch) edgeOf(l *line) float64 {
	if l.edge > 0 {
		return min(l.edge, s.right)
	}
	return s.right
}
