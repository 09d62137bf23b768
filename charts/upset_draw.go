package charts

import (
	"fmt"

	"gonum.org/v1/plot/vg"
)

// Least and most width of a column, in sizes of the label.
const (
	leastUpSetColumn = 1.35
	mostUpSetColumn  = 3.2
)

// headingsAboveBars is the height for the heading of the bars and the number of the
// highest, in sizes of small type.
const headingsAboveBars = 3.4

// draw puts the columns of counts above the rows of dots.
func (c upsetChart) draw(s *sheet, area vg.Rectangle) {
	if len(c.sets) == 0 || c.n == 0 {
		s.say(practiceWords.empty(len(c.sets), c.n), area)
		return
	}
	columns := countColumns(c.sets, c.n)
	need := rowNeeds{labels: labels(c.sets), right: columnsWidth(s, columns), beside: true, whole: true, even: true}
	shown, width := c.fit(s, s.divide(need, area).plot)
	if shown < len(c.columns) {
		area.Min.Y = s.footnote(c.leftOut(shown), area.Min.X, area.Min.Y, area.Max.X-area.Min.X)
	}
	rows := c.rows(s, need, area)
	plan := s.planRows(need, rows)
	writeHeadings(s, columns, area.Max.X, rows.Max.Y+0.6*s.scale.small)
	for i := range plan.shown {
		top, bottom, _ := plan.row(i)
		if i%2 == 0 {
			s.fill(box(area.Min.X, bottom, area.Max.X, top).Path(), pale)
		}
		plan.writeLabel(s, i)
		plan.writeCells(s, columns, i, area.Max.X)
	}
	bars := box(plan.plot.Min.X, rows.Max.Y+0.5*s.scale.small, plan.plot.Max.X, area.Max.Y)
	if len(c.columns) == 0 {
		s.say("Practice was found lacking on none of these themes in "+anyOf(c.n)+".", bars)
		return
	}
	left := min(bars.Min.X-s.scale.label, area.Max.X-s.measure(c.heading(), s.note()))
	s.write(c.heading(), vg.Point{X: left, Y: bars.Max.Y - ascender*s.scale.small}, start, s.note())
	bars.Max.Y -= headingsAboveBars * s.scale.small
	s.stroke(segment(bars.Min.X, bars.Min.Y, bars.Min.X+vg.Length(shown)*width, bars.Min.Y), line{width: 0.9, color: outline})
	for k := range shown {
		x := bars.Min.X + (vg.Length(k)+0.5)*width
		c.drawColumn(s, k, x, width, bars)
		c.drawDots(s, plan, k, x, width)
	}
}

// upsetRooms are how rows of dots and bars share the height: the most that a row takes, in
// sizes of its label, and the part that the bars keep. What gives the labels more room
// is for where some would be cut.
var upsetRooms = [...]struct{ pitch, bars vg.Length }{{2.6, 0.3}, {3.6, 0.3}, {3.6, 0.2}}

// rows is the part of area for the rows of dots.
func (c upsetChart) rows(s *sheet, need rowNeeds, area vg.Rectangle) (rows vg.Rectangle) {
	height := area.Max.Y - area.Min.Y
	for _, room := range upsetRooms {
		rows = area
		rows.Max.Y -= max(room.bars*height+headingsAboveBars*s.scale.small, height-vg.Length(len(c.sets))*room.pitch*s.scale.label)
		if s.divide(need, rows).cut == 0 {
			break
		}
	}
	return rows
}

// heading is what the columns count.
func (c upsetChart) heading() string {
	if c.some() {
		return fmt.Sprintf("Reviews with exactly these of the %s shown", plural(len(c.sets), "theme"))
	}
	return "Reviews with exactly these themes"
}

// fit is the number of combinations shown and the width of each.
func (c upsetChart) fit(s *sheet, plot vg.Rectangle) (shown int, width vg.Length) {
	room := plot.Max.X - plot.Min.X
	least := leastUpSetColumn * s.scale.label
	for _, column := range c.columns {
		least = max(least, s.measure(fmt.Sprint(column.count), s.label())+2)
	}
	shown = min(len(c.columns), max(1, int(room/least)))
	return shown, min(room/vg.Length(max(1, shown)), mostUpSetColumn*s.scale.label)
}

// leftOut is the note about combinations that do not fit.
func (c upsetChart) leftOut(shown int) string {
	rest, counts := 0, make([]int, len(c.columns))
	for i, column := range c.columns {
		counts[i] = column.count
		if i >= shown {
			rest += column.count
		}
	}
	return fmt.Sprintf("The %d most frequent of %s are shown; the others hold %s.%s",
		shown, plural(len(c.columns), "combination"), reviews(rest), alsoAs(counts, shown))
}

// drawColumn draws the count of combination k as a column.
func (c upsetChart) drawColumn(s *sheet, k int, x, width vg.Length, bars vg.Rectangle) {
	column := c.columns[k]
	top := bars.Min.Y + vg.Length(column.count)/vg.Length(c.columns[0].count)*(bars.Max.Y-bars.Min.Y)
	half := 0.32 * width
	s.fill(box(x-half, bars.Min.Y, x+half, top).Path(), c.style.colour(0))
	s.write(fmt.Sprint(column.count), vg.Point{X: x, Y: top + 0.3*s.scale.label}, middle, lettering{s.scale.label, true, ink})
}

// drawDots draws a dot in every row, filled and joined for the sets of
// combination k.
func (c upsetChart) drawDots(s *sheet, p rowPlan, k int, x, width vg.Length) {
	radius := min(0.26*p.pitch, 0.3*width)
	var in, out []vg.Point
	for i := range p.shown {
		_, _, y := p.row(i)
		if at := (vg.Point{X: x, Y: y}); c.columns[k].mask>>i&1 == 1 {
			in = append(in, at)
		} else {
			out = append(out, at)
		}
	}
	dot := circle(vg.Point{}, radius)
	s.fillEach(dot, out, rule)
	if len(in) > 1 {
		s.stroke(segment(x, in[0].Y, x, in[len(in)-1].Y), line{width: 0.5 * radius, color: ink})
	}
	s.fillEach(dot, in, ink)
}
