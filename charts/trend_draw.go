package charts

import (
	"fmt"

	"gonum.org/v1/plot/vg"
)

// Sizes of a panel of small multiples, in sizes of the label.
const (
	leastPanelWidth  = 13
	leastPanelHeight = 6.5
	wantPanelHeight  = 11
)

// panelGrid is how panels share an area: for each theme a heading and one or
// more rows of panels; or, across, for each theme a column of them.
type panelGrid struct {
	columns, rows int // of panels, the rows for one theme
	themes        int // that fit
	across        bool
	width, height vg.Length
	heading, gap  vg.Length
}

func (c trendChart) grid(sc typeScale, width, height vg.Length) panelGrid {
	g := panelGrid{heading: 1.9 * sc.label, gap: 1.6 * sc.label}
	g.columns = max(1, min(len(c.areas), int((width+g.gap)/(leastPanelWidth*sc.label+g.gap))))
	g.rows = (len(c.areas) + g.columns - 1) / g.columns
	g.width = (width - vg.Length(g.columns-1)*g.gap) / vg.Length(g.columns)
	least := g.heading + vg.Length(g.rows)*leastPanelHeight*sc.label
	g.themes = max(1, min(len(c.themes), int(height/least)))
	g.height = (height/vg.Length(g.themes) - g.heading) / vg.Length(g.rows)
	if g.themes < len(c.themes) {
		return c.acrossGrid(g, sc, width, height)
	}
	return g
}

// acrossGrid is a grid with the themes beside one another and the areas below, if
// all of them fit so; otherwise it is g.
func (c trendChart) acrossGrid(g panelGrid, sc typeScale, width, height vg.Length) panelGrid {
	n := len(c.themes)
	a := panelGrid{columns: n, rows: len(c.areas), themes: n, across: true, heading: g.heading + lineHeight*sc.label, gap: g.gap}
	a.width = (width - vg.Length(n-1)*a.gap) / vg.Length(n)
	a.height = (height - a.heading) / vg.Length(max(1, a.rows))
	if a.width < leastPanelWidth*sc.label || a.height < leastPanelHeight*sc.label {
		return g
	}
	return a
}

// corner is the upper left corner of the heading of a theme, and of the panel of
// an area below it, from the upper left corner of the grid.
func (g panelGrid) corner(theme, area int) (heading, panel vg.Point) {
	column, row := area%g.columns, area/g.columns
	if g.across {
		column, row = 0, area
		heading.X = vg.Length(theme) * (g.width + g.gap)
	} else {
		heading.Y = -vg.Length(theme) * (g.heading + vg.Length(g.rows)*g.height)
	}
	return heading, vg.Point{X: heading.X + vg.Length(column)*(g.width+g.gap), Y: heading.Y - g.heading - vg.Length(row)*g.height}
}

func (c trendChart) bodyHeight() vg.Length {
	sc := c.style.Size.typeScale()
	width, _ := c.style.dimensions()
	g := c.grid(sc, width-2*sc.padding, pageHeight)
	return vg.Length(max(1, len(c.themes)))*(g.heading+vg.Length(max(1, g.rows))*wantPanelHeight*sc.label) + 3*sc.label
}

func (c trendChart) draw(s *sheet, area vg.Rectangle) {
	if len(c.themes) == 0 || c.n == 0 {
		s.say(practiceWords.empty(len(c.themes), c.n), area)
		return
	}
	area.Max.Y = c.drawLegend(s, area)
	width := area.Max.X - area.Min.X
	g := c.grid(s.scale, width, area.Max.Y-area.Min.Y)
	if g.themes < len(c.themes) {
		note := fmt.Sprintf("%d of %s are shown; the others do not fit in this size.", g.themes, plural(len(c.themes), "theme"))
		area.Min.Y = s.footnote(note, area.Min.X, area.Min.Y, width)
		g = c.grid(s.scale, width, area.Max.Y-area.Min.Y)
	}
	origin := vg.Point{X: area.Min.X, Y: area.Max.Y}
	for t := range g.themes {
		for a := range c.areas {
			heading, panel := g.corner(t, a)
			heading, panel = origin.Add(heading), origin.Add(panel)
			if a == 0 {
				g.writeHeading(s, c.themes[t], heading, width)
			}
			panel.Y += 0.5 * s.scale.label
			c.drawPanel(s, box(panel.X, panel.Y-g.height+0.9*s.scale.label, panel.X+g.width, panel.Y), t, a)
		}
	}
}

// writeHeading writes the name of a theme: on one line or, across, where there is
// less room, on the lower of two or on both.
func (g panelGrid) writeHeading(s *sheet, theme string, at vg.Point, width vg.Length) {
	l := lettering{s.scale.label, true, ink}
	at.Y -= 0.2 * l.size
	if !g.across {
		s.paragraph(theme, at.X, at.Y, width, 1, start, l)
		return
	}
	lines, _ := wrap(s.faces.strong(l.size), theme, g.width, 2)
	s.lines(lines, at.X, at.Y-vg.Length(2-len(lines))*lineHeight*l.size, start, l)
}

// drawLegend says what a filled and an empty column stand for.
func (c trendChart) drawLegend(s *sheet, area vg.Rectangle) vg.Length {
	size := s.scale.small
	return s.drawLegend([]key{
		swatch("found lacking", 1.2*size, c.style.colour(0)),
		{"other reviews", 1.2 * size, func(s *sheet, r vg.Rectangle) {
			s.stroke(r.Path(), line{width: 0.6, color: outline})
		}},
	}, area)
}

// most is the largest number of reviews in any period of any area.
func (c trendChart) most() (most int) {
	for _, area := range c.areas {
		for _, n := range area.Reviews {
			most = max(most, n)
		}
	}
	return most
}

// drawPanel draws one theme in one area: its heading, columns and periods.
func (c trendChart) drawPanel(s *sheet, r vg.Rectangle, theme, area int) {
	size, data := s.scale.small, c.areas[area]
	all := fmt.Sprintf(": %d of %d%s", sum(data.Counts[theme]), sum(data.Reviews), bracketed(sum(data.Counts[theme]), sum(data.Reviews)))
	f := s.faces.plain(size)
	name := shorten(f, data.Name, r.Max.X-r.Min.X-f.width(all))
	s.write(name+all, vg.Point{X: r.Min.X, Y: r.Max.Y - ascender*size}, start, lettering{size, false, ink})

	most := c.most()
	scale := fmt.Sprint(most)
	plot := box(r.Min.X+f.width(scale)+0.6*size, r.Min.Y+1.4*size, r.Max.X, r.Max.Y-1.9*size)
	s.write(scale, vg.Point{X: plot.Min.X - 0.4*size, Y: baseline(plot.Max.Y, size)}, end, s.note())
	s.write("0", vg.Point{X: plot.Min.X - 0.4*size, Y: baseline(plot.Min.Y, size)}, end, s.note())
	s.stroke(segment(plot.Min.X, plot.Max.Y, plot.Max.X, plot.Max.Y), line{width: 0.5, color: rule})
	pitch := (plot.Max.X - plot.Min.X) / vg.Length(len(c.periods))
	unit := (plot.Max.Y - plot.Min.Y) / vg.Length(most)
	half := min(0.36*pitch, 1.4*size)
	for p, n := range data.Reviews {
		x := plot.Min.X + (vg.Length(p)+0.5)*pitch
		found := plot.Min.Y + vg.Length(data.Counts[theme][p])*unit
		if n > 0 {
			s.fill(box(x-half, plot.Min.Y, x+half, found).Path(), c.style.colour(0))
			s.stroke(box(x-half, plot.Min.Y, x+half, plot.Min.Y+vg.Length(n)*unit).Path(), line{width: 0.6, color: outline})
		}
	}
	s.stroke(segment(plot.Min.X, plot.Min.Y, plot.Max.X, plot.Min.Y), line{width: 0.9, color: outline})
	c.writePeriods(s, plot, pitch)
}

// writePeriods names as many periods as have room, at equal steps.
func (c trendChart) writePeriods(s *sheet, plot vg.Rectangle, pitch vg.Length) {
	size := s.scale.small
	widest := vg.Length(0)
	for _, period := range c.periods {
		widest = max(widest, s.measure(period, s.note()))
	}
	step := 1
	for vg.Length(step)*pitch < widest+0.6*size {
		step++
	}
	free := plot.Min.X - size // where the next name may begin
	for p := 0; p < len(c.periods); p += step {
		x := plot.Min.X + (vg.Length(p)+0.5)*pitch
		half := s.measure(c.periods[p], s.note()) / 2
		x = max(plot.Min.X-0.4*size+half, min(plot.Max.X-half, x))
		if x-half < free {
			continue
		}
		free = x + half + 0.4*size
		s.write(c.periods[p], vg.Point{X: x, Y: plot.Min.Y - 0.35*size - ascender*size}, middle, s.note())
	}
}
