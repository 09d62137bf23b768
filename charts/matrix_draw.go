package charts

import (
	"fmt"
	"strings"

	"gonum.org/v1/plot/vg"
)

// draw lays out legend, areas, rows and years from the top down.
func (c matrixChart) draw(s *sheet, area vg.Rectangle) {
	if len(c.rows) == 0 || len(c.columns) == 0 {
		s.say(practiceWords.empty(len(c.rows), len(c.columns)), area)
		return
	}
	area.Max.Y = c.drawLegend(s, area)
	rows := s.belowHeadings(len(c.rows), area)
	themes := make([]ranked, len(c.rows))
	for i, row := range c.rows {
		themes[i] = row.ranked
	}
	columns := countColumns(themes, len(c.columns))
	years := 1.6 * s.scale.small
	need := rowNeeds{labels: labels(themes), right: columnsWidth(s, columns), below: years, even: true, note: practiceWords.leftOut}
	named := !c.byYear && c.areasFit(s, c.grid(s.divide(need, rows)))
	if !named && !c.byYear {
		rows.Min.Y = s.footnote(c.areaNote(), area.Min.X, area.Min.Y, area.Max.X-area.Min.X)
	}
	plan := s.planRows(need, rows)
	g := c.grid(plan)
	writeHeadings(s, columns, area.Max.X, plan.plot.Max.Y+0.6*s.scale.small)
	for _, a := range c.groups() {
		c.drawGroup(s, plan, g, a, named)
	}
	for i := range plan.shown {
		plan.writeLabel(s, i)
		c.drawRow(s, plan, g, i)
		plan.writeCells(s, columns, i, area.Max.X)
	}
	c.writeYears(s, plan, g, named)
}

// matrixGrid is where the columns stand.
type matrixGrid struct {
	left, pitch, gap vg.Length // gap parts the groups
	group            []int     // of each column, its number
}

// mostPitchColumn is the widest column, in sizes of a row's height.
const mostPitchColumn = 2

func (c matrixChart) grid(p rowPlan) matrixGrid {
	g := matrixGrid{left: p.plot.Min.X}
	width := p.plot.Max.X - p.plot.Min.X
	groups := c.groups()
	if len(groups) > 1 {
		g.gap = min(4, 0.25*width/vg.Length(len(groups)-1))
	}
	g.pitch = (width - g.gap*vg.Length(len(groups)-1)) / vg.Length(len(c.columns))
	g.pitch = min(g.pitch, mostPitchColumn*p.markHeight())
	for k, a := range groups {
		for range a.to - a.from {
			g.group = append(g.group, k)
		}
	}
	return g
}

// from and to are the edges of a run of columns of one group.
func (g matrixGrid) from(s span) vg.Length {
	return g.left + vg.Length(s.from)*g.pitch + vg.Length(g.group[s.from])*g.gap
}

func (g matrixGrid) to(s span) vg.Length { return g.from(s) + vg.Length(s.to-s.from)*g.pitch }

// inset is the white between cells; very many columns have none.
func (g matrixGrid) inset() vg.Length {
	if g.pitch < 2.5 {
		return 0
	}
	return min(0.7, 0.08*g.pitch)
}

// areasFit says whether the names of all areas fit above their columns.
func (c matrixChart) areasFit(s *sheet, g matrixGrid) bool {
	areas := c.groups()
	for _, a := range areas {
		if s.measure(areaText(a), s.note()) > g.to(a)-g.from(a)+g.gap-2 {
			return len(areas) == 1
		}
	}
	return true
}

// areaText is the name of an area with its reviews.
func areaText(a span) string { return fmt.Sprintf("%s (%d)", a.name, a.to-a.from) }

// areaNote names the areas from left to right, where they do not fit above.
func (c matrixChart) areaNote() string {
	var names []string
	for _, a := range c.groups() {
		names = append(names, areaText(a))
	}
	return "Areas from left to right, with their reviews: " + strings.Join(names, "; ") + "."
}

// drawGroup draws the ground of a group, one band for each row, and its name.
func (c matrixChart) drawGroup(s *sheet, p rowPlan, g matrixGrid, a span, named bool) {
	for i := range p.shown {
		bottom, top := c.band(s, p, i)
		s.fill(box(g.from(a), bottom, g.to(a), top).Path(), pale)
	}
	if !named {
		return
	}
	text := shorten(s.faces.plain(s.scale.small), areaText(a), p.plot.Max.X-g.from(a))
	s.write(text, vg.Point{X: g.from(a), Y: p.plot.Max.Y + 0.6*s.scale.small}, start, s.note())
}

// band is the height of the cells of a row.
func (c matrixChart) band(s *sheet, p rowPlan, i int) (bottom, top vg.Length) {
	_, _, centre := p.row(i)
	half := min(0.42*p.markHeight(), 0.9*s.scale.label)
	return centre - half, centre + half
}

// drawRow draws the cells of a theme; side by side in a very wide table they
// are drawn as one.
func (c matrixChart) drawRow(s *sheet, p rowPlan, g matrixGrid, i int) {
	bottom, top := c.band(s, p, i)
	inset := g.inset()
	row := c.rows[i].cells
	for from := 0; from < len(row); {
		to := from + 1
		for inset == 0 && to < len(row) && row[to] == row[from] && g.group[to] == g.group[from] {
			to++
		}
		run := span{from: from, to: to}
		cell := box(g.from(run)+inset, bottom, g.to(run)-inset, top)
		switch row[from] {
		case Found:
			s.fill(cell.Path(), c.style.colour(0))
		case Held:
			drawHeldCell(s, cell, c.style)
		}
		from = to
	}
}

// drawHeldCell draws a cell that waits for a decision: half as high, with an
// outline where there is room for one.
func drawHeldCell(s *sheet, cell vg.Rectangle, st Style) {
	height := (cell.Max.Y - cell.Min.Y) / 3
	r := box(cell.Min.X, cell.Min.Y+height, cell.Max.X, cell.Max.Y-height)
	s.fill(r.Path(), st.colour(1))
	if r.Max.X-r.Min.X > 3 {
		s.stroke(r.Path(), line{width: 0.5, color: darker(st.colour(1))})
	}
}

// writeYears names the years below the columns, as many as have room: where they
// go up and down with areas that are not named, all of them or none.
func (c matrixChart) writeYears(s *sheet, p rowPlan, g matrixGrid, named bool) {
	runs := c.groups()
	if !c.byYear {
		runs = c.spans(func(m matrixColumn) string { return fmt.Sprintf("%s\x00%d", m.Area, m.Year) })
	}
	type mark struct {
		text string
		x    vg.Length
	}
	var marks []mark
	free := vg.Length(0)
	for _, run := range runs {
		year := c.columns[run.from].Year
		if year == 0 {
			continue
		}
		text := fmt.Sprint(year)
		half := s.measure(text, s.note()) / 2
		x := min((g.from(run)+g.to(run))/2, p.plot.Max.X-half)
		if x-half < free {
			if !named && !c.byYear {
				return
			}
			continue
		}
		marks = append(marks, mark{text, x})
		free = x + half + 0.5*s.scale.small
	}
	y := p.bottom() - 0.35*s.scale.small - ascender*s.scale.small
	for _, m := range marks {
		s.write(m.text, vg.Point{X: m.x, Y: y}, middle, s.note())
	}
}

// drawLegend says what the cells mean.
func (c matrixChart) drawLegend(s *sheet, area vg.Rectangle) vg.Length {
	size := s.scale.small
	keys := []key{swatch("found lacking", 1.2*size, c.style.colour(0))}
	if c.held {
		keys = append(keys, key{"held for a person to decide", 1.2 * size, func(s *sheet, r vg.Rectangle) { drawHeldCell(s, r, c.style) }})
	}
	keys = append(keys, swatch("not found lacking", 1.2*size, pale))
	return s.drawLegend(keys, area)
}
