package charts

import (
	"fmt"

	"gonum.org/v1/plot/vg"
)

// draw lays out legend, axis and rows from the top down.
func (c dumbbellChart) draw(s *sheet, area vg.Rectangle) {
	if len(c.themes) == 0 || c.empty() {
		message := practiceWords.empty(len(c.themes), c.groups[0].Reviews+c.groups[1].Reviews)
		if message == "" {
			message = "One of the groups has no reviews, so there is nothing to compare."
		}
		s.say(message, area)
		return
	}
	area.Max.Y = c.drawLegend(s, area)
	rows := s.belowHeadings(len(c.themes), area)
	columns := c.columns(s, area.Max.X-area.Min.X)
	need := rowNeeds{right: columnsWidth(s, columns)}
	for _, t := range c.themes {
		need.labels = append(need.labels, t.Label)
	}
	need.note = func(shown, all int) string {
		return fmt.Sprintf("The %d greatest differences of %s are shown; the others do not fit in this size.", shown, plural(all, "theme"))
	}
	plan := s.planRows(need, rows)
	s.drawPercentAxis(plan, 1)
	writeHeadings(s, columns, area.Max.X, plan.plot.Max.Y+0.6*s.scale.small)
	for i := range plan.shown {
		plan.writeLabel(s, i)
		c.drawRow(s, plan, i)
		plan.writeCells(s, columns, i, area.Max.X)
	}
}

// drawRow draws the two marks of a theme, the first above the second by a
// little so that their intervals do not lie on each other.
func (c dumbbellChart) drawRow(s *sheet, p rowPlan, i int) {
	t := c.themes[i]
	_, _, centre := p.row(i)
	apart := min(0.16*p.markHeight(), 0.36*s.scale.label)
	at := func(g int, proportion float64) vg.Point {
		y := centre + apart
		if g == 1 {
			y = centre - apart
		}
		return vg.Point{X: p.plot.Min.X + vg.Length(proportion)*(p.plot.Max.X-p.plot.Min.X), Y: y}
	}
	from, to := at(0, c.share(t, 0)), at(1, c.share(t, 1))
	s.stroke(segment(from.X, from.Y, to.X, to.Y), line{width: 2.4, color: rule})
	for g := range t.Counts {
		if t.High[g] > 0 {
			low, high := at(g, t.Low[g]), at(g, t.High[g])
			s.stroke(segment(low.X, low.Y, high.X, high.Y), line{width: 0.9, color: darker(c.style.colour(g))})
		}
	}
	size := min(0.24*p.markHeight(), 0.36*s.scale.label)
	for g := range t.Counts {
		c.drawMark(s, g, at(g, c.share(t, g)), size)
	}
}

// drawMark draws a disc for the first group and a diamond for the second.
func (c dumbbellChart) drawMark(s *sheet, g int, at vg.Point, size vg.Length) {
	shape := circle(at, size)
	if g == 1 {
		shape = diamond(at, 1.25*size)
	}
	s.fill(shape, c.style.colour(g))
	s.stroke(shape, line{width: 0.7, color: darker(c.style.colour(g))})
}

// drawLegend names the groups and the intervals.
func (c dumbbellChart) drawLegend(s *sheet, area vg.Rectangle) vg.Length {
	size := s.scale.small
	var keys []key
	for g, group := range c.groups {
		keys = append(keys, key{fmt.Sprintf("%s (n = %d)", group.Name, group.Reviews), 1.2 * size, func(s *sheet, r vg.Rectangle) {
			c.drawMark(s, g, vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}, 0.42*size)
		}})
	}
	for _, t := range c.themes {
		if t.High[0] > 0 || t.High[1] > 0 {
			keys = append(keys, key{"95% interval", 2.4 * size, func(s *sheet, r vg.Rectangle) {
				y := (r.Min.Y + r.Max.Y) / 2
				s.stroke(segment(r.Min.X, y, r.Max.X, y), line{width: 0.9, color: ink})
			}})
			break
		}
	}
	return s.drawLegend(keys, area)
}

// columns are the counts of both groups, where they leave room for the marks, and the
// difference with its interval.
func (c dumbbellChart) columns(s *sheet, width vg.Length) []column {
	differences := c.differenceColumns()
	if width < narrow {
		return differences
	}
	all := append(c.countColumns(s, width), differences...)
	if room := (1-labelRoom[0].share)*width - columnsWidth(s, all); room < 2*s.measure("100%", s.note()) {
		return differences
	}
	return all
}

// countColumns are the counts of both groups.
func (c dumbbellChart) countColumns(s *sheet, width vg.Length) (columns []column) {
	for g, group := range c.groups {
		heading := shorten(s.faces.plain(s.scale.small), group.Name, 0.14*width)
		k := column{heading: heading, bold: true}
		for _, t := range c.themes {
			k.cells = append(k.cells, fmt.Sprintf("%d%s", t.Counts[g], bracketed(t.Counts[g], group.Reviews)))
		}
		columns = append(columns, k)
	}
	return columns
}

// differenceColumns are the difference and, where one is given, its interval.
func (c dumbbellChart) differenceColumns() []column {
	d, interval := column{heading: "Difference"}, column{heading: "95% interval"}
	for _, t := range c.themes {
		d.cells, interval.cells = append(d.cells, points(c.difference(t))), append(interval.cells, t.intervalText())
	}
	if given, _ := c.intervals(); given == 0 {
		return []column{d}
	}
	return []column{d, interval}
}
