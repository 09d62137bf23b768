package pdf

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Briefings on one page, and slides, set their text in panels: boxes beside each
// other, in rows, or in a circle around a title. Each panel is read whole, in the
// order of its number where all are numbered, and else row after row; panels of
// different heights that make no rows are read column after column.

const (
	minPanels      = 3   // of two lines at least
	minPanelWidth  = 60  // points
	minPanelHeight = 24  // points
	maxPanelShare  = 0.4 // of the page: what is larger is its background
	maxFrames      = 200 // of one page, and lines beside them: more are a drawing
	maxSides       = 80  // of a shape that is a box, its corners rounded and its border doubled
	panelGap       = 3   // points between two panels; cells of a table are closer
	overlapping    = 4   // points by which two panels overlap that only touch
)

// panel is a box with lines in it, or a line that stands between such boxes.
type panel struct {
	rect
	lines  []*line
	framed bool
	number int // by which it is read, 0 for none
}

// mayBePanel reports whether a box is large enough for one.
func (r rect) mayBePanel() bool { return r.width() >= minPanelWidth && r.height() >= minPanelHeight }

// frame notes the shape that is painted where it may be the box of a panel.
func (r *run) frame() {
	in, p := r.in, &r.path
	add := func(b rect) {
		if b.mayBePanel() && len(in.frames) <= 2*maxFrames {
			in.frames = append(in.frames, b)
		}
	}
	sides := len(p.lines) + len(p.curves)
	switch {
	case sides == 0:
		for _, b := range p.boxes {
			add(b)
		}
	case len(p.boxes) == 0 && !p.sloped && 3 <= sides && sides <= maxSides:
		add(aroundAll(p.lines).around(aroundAll(p.curves)))
	}
}

// linedBoxes returns the boxes that are drawn as four rules, which touch no others.
func linedBoxes(rules []rect) []rect {
	long := longRules(rules)
	if len(long) < 4*minPanels || len(long) > 4*maxFrames {
		return nil
	}
	var out []rect
	for _, group := range connected(long) {
		upright, box := 0, group[0]
		for _, r := range group {
			upright, box = upright+index(r.vertical()), box.around(r)
		}
		whole := !slices.ContainsFunc(group, func(r rect) bool {
			if r.vertical() {
				return r.height() < box.height()-2*touch || r.x0 > box.x0+touch && r.x1 < box.x1-touch
			}
			return r.width() < box.width()-2*touch || r.y0 > box.y0+touch && r.y1 < box.y1-touch
		})
		if len(group) == 4 && upright == 2 && whole && box.mayBePanel() {
			out = append(out, box)
		}
	}
	return out
}

// inPanels puts the lines of a page whose text stands in panels into reading order, and
// notes which lines are of one panel, of frames as [outermost] returns them. Ok is false
// where it does not.
func inPanels(ls []*line, frames []rect) (ordered []*line, ok bool) {
	words := 0
	for _, l := range ls {
		words += len(l.words)
	}
	if len(frames) < minPanels || len(frames) > maxFrames || len(frames)*words > 1e6 {
		return nil, false
	}
	panels, rest := framedLines(ls, uncut(ls, frames))
	if !arePanels(panels) {
		return nil, false
	}
	box, within, loose := nowhere, 0, 0
	for _, p := range panels {
		box, within = box.around(p.rect), within+len(p.lines)
	}
	var above, below []*line
	for _, l := range rest {
		switch {
		case l.base < box.y0:
			above = append(above, l)
		case l.base > box.y1:
			below = append(below, l)
		default:
			loose++
			panels = append(panels, panel{rect: rect{l.left, l.base - l.size, l.right, l.base}, lines: []*line{l}})
		}
	}
	if loose > maxFrames || 5*loose > within || 2*within < len(above)+len(below) {
		return nil, false
	}
	ordered = inColumns(above)
	for i, p := range byNumber(panels) {
		for _, l := range inReadingOrder(inColumns(p.lines)) {
			l.panel = i + 1
			ordered = append(ordered, l)
		}
	}
	return append(ordered, inColumns(below)...), true
}

// outermost returns the frames that are no background of the page, each once, without
// those that lie in others, or nearly, the topmost first: what was drawn last.
func outermost(frames []rect, page extent) []rect {
	const within = 0.8 // of a frame that lies in another
	var large []int
	for i, f := range frames {
		if f.area() <= maxPanelShare*page.width*page.height {
			large = append(large, i)
		}
	}
	slices.SortStableFunc(large, func(a, b int) int { return cmp.Compare(frames[b].area(), frames[a].area()) })
	var kept []int
	for _, i := range large {
		f := frames[i]
		if len(kept) <= maxFrames && !slices.ContainsFunc(kept, func(k int) bool { return f.within(frames[k]).area() > within*f.area() }) {
			kept = append(kept, i)
		}
	}
	slices.Sort(kept)
	out := make([]rect, 0, len(kept))
	for _, i := range slices.Backward(kept) {
		out = append(out, frames[i])
	}
	return out
}

// uncut returns the frames whose sides go through no word, but of those that stand in a
// frame above them.
func uncut(ls []*line, frames []rect) []rect {
	var out []rect
	for i, f := range frames {
		if !slices.ContainsFunc(ls, func(l *line) bool { return f.cuts(l, frames[:i]) }) {
			out = append(out, f)
		}
	}
	return out
}

// cuts reports whether a side of f goes through a word of l that stands in none of the
// frames above f.
func (f rect) cuts(l *line, above []rect) bool {
	if l.base < f.y0 || l.base-0.5*l.size > f.y1 {
		return false
	}
	return slices.ContainsFunc(l.words, func(w word) bool {
		slack := 0.3 * w.size
		cut := w.left+slack < f.x0 && f.x0 < w.right-slack || w.left+slack < f.x1 && f.x1 < w.right-slack
		return cut && !slices.ContainsFunc(above, w.standsIn)
	})
}

// standsIn reports whether the middle of w lies in a box.
func (w *word) standsIn(f rect) bool {
	x, y := w.middle()
	return f.x0 <= x && x <= f.x1 && f.y0 <= y && y <= f.y1
}

// framedLines returns the frames with the lines in each, which are cut where they reach
// over its sides, and the lines that stand in none.
func framedLines(ls []*line, frames []rect) (panels []panel, rest []*line) {
	all := make([]panel, len(frames))
	for _, l := range ls {
		for in, part := range partsIn(l, func(w *word) int { return slices.IndexFunc(frames, w.standsIn) }) {
			if in < 0 {
				rest = append(rest, part)
			} else {
				all[in].lines = append(all[in].lines, part)
			}
		}
	}
	for i, p := range all {
		if len(p.lines) > 0 {
			panels = append(panels, panel{rect: frames[i], lines: p.lines, framed: true})
		}
	}
	return panels, rest
}

// arePanels reports whether frames with text are panels, some of them side by side, and
// no cells of a table.
func arePanels(panels []panel) bool {
	long, touching, beside := 0, 0, false
	for i, p := range panels {
		if len(p.lines) > 1 {
			long++
		}
		near := p.grown(panelGap)
		inner := p.grown(-overlapping)
		touches := false
		for j, o := range panels {
			if i == j {
				continue
			}
			touches = touches || near.meets(o.rect) && !inner.meets(o.rect)
			level := min(p.y1, o.y1)-max(p.y0, o.y0) > 0.25*min(p.height(), o.height())
			beside = beside || level && len(p.lines) > 1 && len(o.lines) > 1
		}
		if touches {
			touching++
		}
	}
	return long >= minPanels && beside && 2*touching <= len(panels)
}

// byNumber puts panels into the order of their numbers, those without before them, where
// all of more than a line but one are numbered from 1; and else into the order in which
// they stand.
func byNumber(panels []panel) []panel {
	panels = byPlace(panels)
	seen := map[int]bool{}
	unnumbered, highest := 0, 0
	for i := range panels {
		p := &panels[i]
		switch n := p.written(); {
		case n > 0 && !seen[n]:
			seen[n], p.number, highest = true, n, max(highest, n)
		case p.framed && len(p.lines) > 1:
			unnumbered++
		}
	}
	if unnumbered > 1 || highest != len(seen) {
		return panels
	}
	slices.SortStableFunc(panels, func(a, b panel) int { return cmp.Compare(a.number, b.number) })
	return panels
}

// written is the number at the start of a panel, 0 where there is none.
func (p *panel) written() int {
	if !p.framed {
		return 0
	}
	first := slices.MinFunc(p.lines, func(a, b *line) int { return cmp.Compare(a.base, b.base) })
	n, _ := strconv.Atoi(strings.Trim(first.words[0].text, "().:"))
	return max(n, 0)
}

// byPlace puts panels into the order in which they stand: rows from the top where white
// goes across between them, else columns from the left, else as they begin. Where white
// goes both ways and that between columns is much wider, columns come first. Panels that
// overlap a little stand in rows and columns, too.
func byPlace(panels []panel) []panel {
	const (
		wider = 2    // times the white between rows
		most  = 0.25 // of a panel that may overlap
	)
	for _, share := range [...]float64{0, most} {
		parts, _, widest := partedPanels(panels, share, func(p panel) (from, to float64) { return p.y0, p.y1 })
		columns, narrowest, _ := partedPanels(panels, share, func(p panel) (from, to float64) { return p.x0, p.x1 })
		if len(parts) == 1 || len(columns) > 1 && narrowest >= wider*max(widest, overlapping) {
			parts = columns
		}
		if len(parts) == 1 {
			continue
		}
		var out []panel
		for _, part := range parts {
			out = append(out, byPlace(part)...)
		}
		return out
	}
	return slices.SortedStableFunc(slices.Values(panels), func(a, b panel) int {
		return cmp.Or(cmp.Compare(a.y0, b.y0), cmp.Compare(a.x0, b.x0))
	})
}

// partedPanels cuts panels where nothing reaches across, or no more than a share of the
// panel behind, in the direction of which side tells where each begins and ends. It
// returns how narrow and how wide what lies between the parts is.
func partedPanels(panels []panel, share float64, side func(p panel) (from, to float64)) (parts [][]panel, narrowest, widest float64) {
	sorted := slices.SortedStableFunc(slices.Values(panels), func(a, b panel) int {
		x, _ := side(a)
		y, _ := side(b)
		return cmp.Compare(x, y)
	})
	narrowest = math.Inf(1)
	start, end := 0, math.Inf(-1)
	for i, p := range sorted {
		from, to := side(p)
		if gap := from - end; i > 0 && gap >= -max(overlapping, share*(to-from)) {
			parts, start = append(parts, sorted[start:i:i]), i
			narrowest, widest = min(narrowest, gap), max(widest, gap)
		}
		end = max(end, to)
	}
	return append(parts, sorted[start:]), narrowest, widest
}
