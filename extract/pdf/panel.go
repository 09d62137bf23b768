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
	overlapping    = 4   // points by which two panels may overlap
)

// panel is a box with lines in it, or a line that stands between such boxes.
type panel struct {
	rule
	lines  []*line
	framed bool
}

// frame notes the shape that is painted where it may be the box of a panel.
func (p *path) frame(r *run) {
	in := r.in
	add := func(b rule) {
		if b.x1-b.x0 >= minPanelWidth && b.y1-b.y0 >= minPanelHeight && len(in.frames) <= 2*maxFrames {
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
		box := rule{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
		for _, part := range [...][]rule{p.lines, p.curves} {
			for _, l := range part {
				box = box.around(l)
			}
		}
		add(box)
	}
}

// inPanels puts the lines of a page whose text stands in panels into reading order, and
// notes which lines are of one panel. Ok is false where it does not.
func inPanels(ls []*line, frames []rule, page extent) (ordered []*line, ok bool) {
	frames = outermost(frames, page)
	words := 0
	for _, l := range ls {
		words += len(l.words)
	}
	if len(frames) < minPanels || len(frames) > maxFrames || len(frames)*words > 1e6 {
		return nil, false
	}
	frames = slices.DeleteFunc(frames, func(f rule) bool { return slices.ContainsFunc(ls, f.cuts) })
	panels, rest := framedLines(ls, frames)
	if !arePanels(panels) {
		return nil, false
	}
	top, foot := math.Inf(1), math.Inf(-1)
	for _, p := range panels {
		top, foot = math.Min(top, p.y0), math.Max(foot, p.y1)
	}
	var above, below []*line
	within, loose := 0, 0
	for _, p := range panels {
		within += len(p.lines)
	}
	for _, l := range rest {
		switch {
		case l.base < top:
			above = append(above, l)
		case l.base > foot:
			below = append(below, l)
		default:
			loose++
			panels = append(panels, panel{rule: rule{l.left, l.base - l.size, l.right, l.base}, lines: []*line{l}})
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
// those in others and those that lie across others.
func outermost(frames []rule, page extent) []rule {
	area := func(f rule) float64 { return (f.x1 - f.x0) * (f.y1 - f.y0) }
	frames = slices.DeleteFunc(slices.Clone(frames), func(f rule) bool { return area(f) > maxPanelShare*page.width*page.height })
	slices.SortStableFunc(frames, func(a, b rule) int { return cmp.Compare(area(b), area(a)) })
	var out []rule
	for _, f := range frames {
		inner := rule{f.x0 + overlapping, f.y0 + overlapping, f.x1 - overlapping, f.y1 - overlapping}
		if len(out) <= maxFrames && !slices.ContainsFunc(out, inner.meets) {
			out = append(out, f)
		}
	}
	return out
}

// cuts reports whether a side of f goes through a word of l.
func (f rule) cuts(l *line) bool {
	if l.base < f.y0 || l.base-0.5*l.size > f.y1 {
		return false
	}
	return slices.ContainsFunc(l.words, func(w word) bool {
		slack := 0.3 * w.size
		return w.left+slack < f.x0 && f.x0 < w.right-slack || w.left+slack < f.x1 && f.x1 < w.right-slack
	})
}

// framedLines returns the frames with the lines in each, which are cut where they reach
// over its sides, and the lines that stand in none.
func framedLines(ls []*line, frames []rule) (panels []panel, rest []*line) {
	all := make([]panel, len(frames))
	for _, l := range ls {
		start, in := 0, -1
		for i := 0; i <= len(l.words); i++ {
			at := -1
			if i < len(l.words) {
				w := &l.words[i]
				at = slices.IndexFunc(frames, func(f rule) bool {
					middle := (w.left + w.right) / 2
					return f.x0 <= middle && middle <= f.x1 && f.y0 <= w.base-0.3*w.size && w.base-0.3*w.size <= f.y1
				})
			}
			if i > 0 && (i == len(l.words) || at != in) {
				piece := l
				if start > 0 || i < len(l.words) {
					piece = part(l, start, i)
				}
				if in < 0 {
					rest = append(rest, piece)
				} else {
					all[in].lines = append(all[in].lines, piece)
				}
				start = i
			}
			in = at
		}
	}
	for i, p := range all {
		if len(p.lines) > 0 {
			panels = append(panels, panel{rule: frames[i], lines: p.lines, framed: true})
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
		near := rule{p.x0 - panelGap, p.y0 - panelGap, p.x1 + panelGap, p.y1 + panelGap}
		touches := false
		for j, o := range panels {
			if i == j {
				continue
			}
			touches = touches || near.meets(o.rule)
			level := math.Min(p.y1, o.y1)-math.Max(p.y0, o.y0) > 0.25*math.Min(p.y1-p.y0, o.y1-o.y0)
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
	numbers := make([]int, len(panels))
	seen := map[int]bool{}
	unnumbered, highest := 0, 0
	for i, p := range panels {
		n := p.number()
		switch {
		case n > 0 && !seen[n]:
			seen[n], numbers[i], highest = true, n, max(highest, n)
		case p.framed && len(p.lines) > 1:
			unnumbered++
		}
	}
	if unnumbered > 1 || len(seen) < minPanels || highest != len(seen) {
		return panels
	}
	order := make([]int, len(panels))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(numbers[a], numbers[b]) })
	out := make([]panel, len(panels))
	for i, at := range order {
		out[i] = panels[at]
	}
	return out
}

// number is the number at the start of a panel, 0 where there is none.
func (p *panel) number() int {
	if !p.framed {
		return 0
	}
	first := slices.MinFunc(p.lines, func(a, b *line) int { return cmp.Compare(a.base, b.base) })
	n, err := strconv.Atoi(strings.Trim(first.words[0].text, "().:"))
	if err != nil || n < 1 || n > 20 {
		return 0
	}
	return n
}

// byPlace puts panels into the order in which they stand: rows from the top where white
// goes across between them, else columns from the left, else as they begin.
func byPlace(panels []panel) []panel {
	if len(panels) < 2 {
		return panels
	}
	for _, side := range [...]func(p panel) (from, to float64){
		func(p panel) (from, to float64) { return p.y0, p.y1 },
		func(p panel) (from, to float64) { return p.x0, p.x1 },
	} {
		sorted := slices.SortedStableFunc(slices.Values(panels), func(a, b panel) int {
			x, _ := side(a)
			y, _ := side(b)
			return cmp.Compare(x, y)
		})
		_, end := side(sorted[0])
		for i, p := range sorted {
			from, to := side(p)
			if i > 0 && from >= end-overlapping {
				return append(byPlace(sorted[:i:i]), byPlace(sorted[i:])...)
			}
			end = math.Max(end, to)
		}
	}
	return slices.SortedStableFunc(slices.Values(panels), func(a, b panel) int {
		return cmp.Or(cmp.Compare(a.y0, b.y0), cmp.Compare(a.x0, b.x0))
	})
}
