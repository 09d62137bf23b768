package charts

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
)

// CooccurrenceData is how often each theme is found beside each other one.
type CooccurrenceData struct {
	Reviews int      // n, the number of reviews looked at
	Themes  []string // in the order they are to be shown in
	// Together[i][j] is the number of reviews with both theme i and theme j,
	// and Together[i][i] the number with theme i.
	Together [][]int
	Order    string // a sentence that says which themes these are and how they are ordered, or empty
	Source   string // where the reviews come from, without n
}

// Cooccurrence draws the lower half of the table as a heat map with the number
// in each cell. It is an error if the table is not square or not symmetric, or
// holds numbers that no reviews could give.
func Cooccurrence(data CooccurrenceData, st Style) (*Figure, error) {
	c := heatMap{n: data.Reviews, together: data.Together, order: clean(data.Order)}
	if len(data.Together) != len(data.Themes) {
		return nil, fmt.Errorf("charts: co-occurrence: %d rows for %s", len(data.Together), plural(len(data.Themes), "theme"))
	}
	for i, row := range data.Together {
		if len(row) != len(data.Themes) {
			return nil, fmt.Errorf("charts: co-occurrence: row %d has %d cells, not %d", i+1, len(row), len(data.Themes))
		}
	}
	var err error
	if c.themes, err = names("co-occurrence", "theme", data.Themes); err != nil {
		return nil, err
	}
	if err := c.check(); err != nil {
		return nil, fmt.Errorf("charts: co-occurrence: %w", err)
	}
	label := st.Size.typeScale().label
	return newFigure(st, c.texts(data.Source), vg.Length(max(3, len(c.themes)))*wantPitch*label+5*label, c.draw)
}

// heatMap is checked data.
type heatMap struct {
	themes   []string
	together [][]int
	n        int
	order    string
}

func (c heatMap) check() error {
	for i := range c.themes {
		for j := range i + 1 {
			both, one, other := c.together[i][j], c.together[i][i], c.together[j][j]
			switch {
			case both != c.together[j][i]:
				return fmt.Errorf("row %d and column %d: %d one way and %d the other", i+1, j+1, both, c.together[j][i])
			case both < 0 || both > min(one, other) || one > c.n || one+other-both > c.n:
				return fmt.Errorf("row %d and column %d: %d reviews with both are not possible beside %d and %d of %d",
					i+1, j+1, both, one, other, c.n)
			}
		}
	}
	return nil
}

// pair is two themes, the second before the first in order.
type pair struct{ i, j int }

func (p pair) has(theme int) bool { return p.i == theme || p.j == theme }

// strongest are the pairs found together most often, none where no two themes are
// found together.
func (c heatMap) strongest() (best []pair, count int) {
	for i := range c.themes {
		for j := range i {
			switch both := c.together[i][j]; {
			case both > count:
				best, count = []pair{{i, j}}, both
			case both == count && count > 0:
				best = append(best, pair{i, j})
			}
		}
	}
	return best, count
}

// found is on how many themes practice was found lacking at all.
func (c heatMap) found() (themes int) {
	for i := range c.themes {
		if c.together[i][i] > 0 {
			themes++
		}
	}
	return themes
}

func (c heatMap) texts(source string) texts {
	t := texts{
		subtitle: strings.TrimSpace("Number of reviews in which practice was found lacking on both themes; outlined on the diagonal, on the one. " + c.order),
		source:   sourceLine(source, c.n),
		alt:      c.describe(),
	}
	best, count := c.strongest()
	switch {
	case c.n == 0 || len(c.themes) == 0:
		t.title = practiceWords.title(nil, c.n)
	case len(c.themes) == 1:
		t.title = practiceWords.title([]ranked{{c.themes[0], c.together[0][0]}}, c.n)
	case count == 0:
		t.title = "In no review was practice found lacking on two themes"
	case c.n == 1:
		t.title = fmt.Sprintf("In the one review practice was found lacking on %d of these %s", c.found(), plural(len(c.themes), "theme"))
	default:
		t.title = c.leaders(best) + ": practice found lacking on both in " + outOf(count, c.n)
	}
	return t
}

// mostNamed is how many pairs that go together as often are named one by one,
// where one theme is in all of them, and mostApart where none is.
const (
	mostNamed = 3
	mostApart = 2
)

// leaders says which pairs go together most often.
func (c heatMap) leaders(best []pair) string {
	first := best[0]
	for _, theme := range []int{first.j, first.i} {
		var with []string
		for _, p := range best {
			if p.has(theme) {
				with = append(with, quoted(c.themes[p.i+p.j-theme]))
			}
		}
		if len(best) > 1 && len(best) <= mostNamed && len(with) == len(best) {
			return quoted(c.themes[theme]) + " goes together most often with " + list(with)
		}
	}
	if len(best) > mostApart {
		return fmt.Sprintf("%d pairs of themes go together most often", len(best))
	}
	text := c.both(first) + " go together most often"
	for _, p := range best[1:] {
		text += ", as do " + c.both(p)
	}
	return text
}

// both names the themes of a pair.
func (c heatMap) both(p pair) string { return quoted(c.themes[p.j]) + " and " + quoted(c.themes[p.i]) }

// describe names the totals and the ten leading pairs; the numbers of all
// pairs belong in a table beside the chart.
func (c heatMap) describe() string {
	var pairs []pair
	var totals, leading []string
	for i, name := range c.themes {
		totals = append(totals, fmt.Sprintf("%s %d", name, c.together[i][i]))
		for j := range i {
			if c.together[i][j] > 0 {
				pairs = append(pairs, pair{i, j})
			}
		}
	}
	slices.SortStableFunc(pairs, func(a, b pair) int { return cmp.Compare(c.together[b.i][b.j], c.together[a.i][a.j]) })
	for _, p := range pairs[:min(10, len(pairs))] {
		leading = append(leading, fmt.Sprintf("%s with %s %d", c.themes[p.j], c.themes[p.i], c.together[p.i][p.j]))
	}
	return fmt.Sprintf("Heat map of %s in %s.", plural(len(c.themes), "theme"), reviews(c.n)) +
		listed(" In all: ", totals) + listed(" Leading pairs: ", leading)
}

// draw lays out rows of cells; columns are numbered as the rows are.
func (c heatMap) draw(s *sheet, area vg.Rectangle) {
	if len(c.themes) == 0 || c.n == 0 {
		s.say(practiceWords.empty(len(c.themes), c.n), area)
		return
	}
	s.enlarge(len(c.themes), area)
	c, g := c.fit(s, area)
	_, most := c.strongest()
	for i := range c.themes {
		top, bottom, centre := g.row(i)
		g.writeLabel(s, i)
		number := fmt.Sprint(i + 1)
		s.write(number, vg.Point{X: g.plot.Min.X - 0.6*s.scale.label, Y: baseline(centre, s.scale.small)}, end, s.note())
		for j := range i + 1 {
			left := g.plot.Min.X + vg.Length(j)*g.width
			c.drawCell(s, box(left, bottom, left+g.width, top), i, j, most)
			s.write(fmt.Sprint(c.together[i][j]), vg.Point{X: left + g.width/2, Y: baseline(centre, g.number)}, middle,
				lettering{g.number, i == j, ink})
		}
		at := vg.Point{X: g.plot.Min.X + (vg.Length(i)+0.5)*g.width, Y: g.bottom() - 1.2*s.scale.small}
		s.write(number, at, middle, lettering{min(s.scale.small, 0.86*g.number), false, grey})
	}
	c.drawRamp(s, g, most)
}

// heatGrid is where the cells stand and how large their numbers are.
type heatGrid struct {
	rowPlan
	width, number vg.Length
}

// fit keeps as many themes as have room for legible numbers in their cells;
// what is left out is said in a note.
func (c heatMap) fit(s *sheet, area vg.Rectangle) (heatMap, heatGrid) {
	area.Min.Y += 1.6 * s.scale.small // numbers below the columns
	legible := func(g heatGrid, themes int) bool { return g.shown == themes && g.number >= s.scale.least }
	g := c.grid(s, area)
	if legible(g, len(c.themes)) {
		return c, g
	}
	below := area.Min.Y - 1.6*s.scale.small
	area.Min.Y += s.footnoteHeight(c.leftOut(len(c.themes)), area.Max.X-area.Min.X)
	kept := c
	for most := g.shown; most > 0; most-- {
		kept = c.keep(most)
		if g = kept.grid(s, area); legible(g, most) {
			break
		}
	}
	s.footnote(c.leftOut(len(kept.themes)), area.Min.X, below, area.Max.X-area.Min.X)
	return kept, g
}

// leftOut is the note about themes that do not fit.
func (c heatMap) leftOut(shown int) string {
	which := "the leading pair and"
	if best, _ := c.strongest(); len(best) > 1 {
		which = "those of the leading pairs first and then"
	}
	of := plural(len(c.themes), "theme")
	if c.order != "" { // which says what they are
		of = "these " + of
	}
	return fmt.Sprintf("%d of %s are shown, %s the most frequent; the others do not fit in this size.", shown, of, which)
}

// grid divides an area between labels and cells.
func (c heatMap) grid(s *sheet, area vg.Rectangle) heatGrid {
	need := rowNeeds{labels: c.themes, beside: true, high: true, even: true, left: s.measure(fmt.Sprint(len(c.themes)), s.note())}
	g := heatGrid{rowPlan: s.divide(need, area)}
	g.width = min((g.plot.Max.X-g.plot.Min.X)/vg.Length(len(c.themes)), 2*g.pitch, 6*s.scale.label)
	widest := s.measure(fmt.Sprint(len(c.themes)), lettering{1, true, ink}) // number, at a size of 1
	for i := range c.themes {
		widest = max(widest, s.measure(fmt.Sprint(c.together[i][i]), lettering{1, true, ink}))
	}
	g.number = min(s.scale.label, 0.6*g.pitch, (g.width-0.9)/widest)
	return g
}

// keep is the map of most themes, in their order: those of the leading pairs come
// first, then the most frequent.
func (c heatMap) keep(most int) heatMap {
	order := make([]int, len(c.themes))
	for i := range order {
		order[i] = i
	}
	pairs, _ := c.strongest()
	follows := func(theme int) int {
		return last(!slices.ContainsFunc(pairs, func(p pair) bool { return p.has(theme) }))
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(follows(a), follows(b)), cmp.Compare(c.together[b][b], c.together[a][a]))
	})
	order = order[:most]
	slices.Sort(order)
	kept := heatMap{n: c.n}
	for _, i := range order {
		row := make([]int, 0, most)
		for _, j := range order {
			row = append(row, c.together[i][j])
		}
		kept.themes, kept.together = append(kept.themes, c.themes[i]), append(kept.together, row)
	}
	return kept
}

// drawCell fills a cell by its number; the diagonal is white and outlined.
func (c heatMap) drawCell(s *sheet, cell vg.Rectangle, i, j, most int) {
	if i == j {
		s.stroke(grown(cell, -0.5).Path(), line{width: 0.6, color: outline})
		return
	}
	s.fill(grown(cell, -0.3).Path(), ramp(c.together[i][j], most))
}

// drawRamp explains the colours in the empty upper half of the table.
func (c heatMap) drawRamp(s *sheet, p heatGrid, most int) {
	if len(c.themes) < 3 || most == 0 {
		return
	}
	const steps = 5
	size := s.scale.small
	right := p.plot.Max.X
	length := min(9*size, 0.4*(right-p.plot.Min.X))
	left := right - length
	_, _, y := p.row(0)
	if left-2*size < p.plot.Min.X+2*p.width {
		return
	}
	ends := [2]string{"0", fmt.Sprint(most)}
	left, right = left+s.measure(ends[0], s.note()), right-s.measure(ends[1], s.note())-0.4*size
	s.write(ends[0], vg.Point{X: left - 0.4*size, Y: baseline(y, size)}, end, s.note())
	s.write(ends[1], vg.Point{X: right + 0.4*size, Y: baseline(y, size)}, start, s.note())
	for k := range steps {
		x := left + vg.Length(k)*(right-left)/steps
		s.fill(box(x, y-0.5*size, x+(right-left)/steps, y+0.5*size).Path(), ramp(k, steps-1))
	}
}

// ramp goes from white through yellow to orange, growing steadily darker, and
// ends where the ink still has a contrast of 5:1.
func ramp(k, most int) color.NRGBA {
	if k <= 0 || most <= 0 {
		return color.NRGBA{0xF7, 0xF7, 0xF7, 0xFF}
	}
	stops := [...]color.NRGBA{{0xFF, 0xF7, 0xBC, 0xFF}, {0xFE, 0xD9, 0x76, 0xFF}, {0xFE, 0xB2, 0x4C, 0xFF}, {0xF1, 0x83, 0x2A, 0xFF}}
	t := float64(k) / float64(most) * float64(len(stops)-1)
	i := min(int(t), len(stops)-2)
	t -= float64(i)
	between := func(a, b uint8) uint8 { return uint8(float64(a)*(1-t) + float64(b)*t + 0.5) }
	a, b := stops[i], stops[i+1]
	return color.NRGBA{between(a.R, b.R), between(a.G, b.G), between(a.B, b.B), 0xFF}
}
