package charts

import (
	"cmp"
	"errors"
	"fmt"
	"image/color"
	"math"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
)

// BarsData is how many reviews each theme is found in.
type BarsData struct {
	Reviews int    // n, the number of reviews looked at
	Bars    []Bar  // in any order; drawn with the most frequent first
	Source  string // where the reviews come from, without n
	// Circumstances says that the bars are what reviews state of people and of the
	// world around them, and not themes of practice. The chart says so, and has
	// another colour.
	Circumstances bool
}

// Bar is one theme.
type Bar struct {
	Label string
	Count int // reviews in which the theme is found
	// Held is how many more reviews would count if every passage held for a
	// person to decide were to count: Count + Held is an upper bound.
	Held int
	// Low and High bound the proportion Count of Reviews, from 0 to 1. Both
	// zero means that no interval is given.
	Low, High float64
}

// Bars draws every theme as a bar with count and percentage, the interval as a
// whisker and the held part hatched. It is an error if a count is negative or
// above n, an interval is not within 0 to 1 or upside down, or a theme has no
// label.
func Bars(data BarsData, st Style) (*Figure, error) {
	c := barChart{n: data.Reviews, bars: slices.Clone(data.Bars), words: practiceWords, style: st}
	if data.Circumstances {
		c.words = circumstanceWords
	}
	if data.Reviews < 0 {
		return nil, fmt.Errorf("charts: bars: the number of reviews is negative: %d", data.Reviews)
	}
	for i := range c.bars {
		c.bars[i].Label = clean(c.bars[i].Label)
		if err := c.bars[i].check(data.Reviews); err != nil {
			return nil, fmt.Errorf("charts: bars: theme %d: %w", i+1, err)
		}
		c.held = c.held || c.bars[i].Held > 0
		c.intervals = c.intervals || c.bars[i].High > 0
	}
	slices.SortStableFunc(c.bars, func(a, b Bar) int { return cmp.Compare(b.Count, a.Count) })
	return newFigure(st, c.texts(data.Source), st.rowsHeight(len(c.bars), 6), c.draw)
}

func (b Bar) check(n int) error {
	switch {
	case b.Label == "":
		return errors.New("no label")
	case b.Count < 0 || b.Held < 0 || b.Count+b.Held > n:
		return fmt.Errorf("%s: %d counted and %d held do not fit in %s", quoted(b.Label), b.Count, b.Held, reviews(n))
	case math.IsNaN(b.Low) || math.IsNaN(b.High) || b.Low < 0 || b.High > 1 || b.Low > b.High:
		return fmt.Errorf("%s: the interval %g to %g is not within 0 to 1", quoted(b.Label), b.Low, b.High)
	}
	return nil
}

// barChart is checked and sorted data.
type barChart struct {
	bars            []Bar
	n               int
	held, intervals bool
	words           rankWords
	style           Style
}

func (c barChart) texts(source string) texts {
	if c.words == circumstanceWords {
		return c.circumstanceTexts(source)
	}
	t := texts{
		title:    practiceWords.title(c.ranking(), c.n),
		subtitle: capital(c.numbers()) + " of reviews in which practice was found lacking on each theme, most frequent first.",
		source:   sourceLine(source, c.n),
		alt:      c.describe(),
	}
	if c.n > 0 && len(c.bars) > 1 {
		t.source = sourceLine(source, c.n, "One review can have several themes.")
	}
	return t
}

// circumstanceTexts never speak of practice, but to say that it is not this.
func (c barChart) circumstanceTexts(source string) texts {
	return texts{
		title:    c.words.title(c.ranking(), c.n),
		subtitle: "Circumstances, counted apart from practice: " + c.numbers() + " of reviews that state each, most frequent first.",
		source:   sourceLine(source, c.n, "That a circumstance is stated does not mean that anybody was at fault."),
		alt:      c.describe(),
	}
}

// numbers names what stands beside each bar; of a single review there is no percentage.
func (c barChart) numbers() string {
	if c.n == 1 {
		return "number"
	}
	return "number and percentage"
}

func (c barChart) ranking() []ranked {
	themes := make([]ranked, len(c.bars))
	for i, b := range c.bars {
		themes[i] = ranked{b.Label, b.Count}
	}
	return themes
}

// describe says every number of the chart in words.
func (c barChart) describe() string {
	rows := make([]string, len(c.bars))
	for i, bar := range c.bars {
		var remarks []string
		if c.n != 1 {
			remarks = append(remarks, percent(bar.Count, c.n))
		}
		if bar.High > 0 {
			remarks = append(remarks, fmt.Sprintf("interval %.0f to %.0f%%", 100*bar.Low, 100*bar.High))
		}
		if bar.Held > 0 {
			remarks = append(remarks, fmt.Sprintf("up to %d with held passages", bar.Count+bar.Held))
		}
		rows[i] = fmt.Sprintf("%s: %d", bar.Label, bar.Count)
		if len(remarks) > 0 {
			rows[i] += " (" + strings.Join(remarks, ", ") + ")"
		}
	}
	return fmt.Sprintf("Bar chart of %s in %s.", plural(len(c.bars), c.words.noun), reviews(c.n)) + listed(" ", rows)
}

// draw lays out headings, rows and axis from the top down.
func (c barChart) draw(s *sheet, area vg.Rectangle) {
	if len(c.bars) == 0 || c.n == 0 {
		s.say(c.words.empty(len(c.bars), c.n), area)
		return
	}
	area.Max.Y = c.drawLegend(s, area)
	columns := c.columns()
	ranking := c.ranking()
	rows := s.belowHeadings(len(c.bars), area)
	plan := s.planRows(rowNeeds{labels: labels(ranking), right: columnsWidth(s, columns), note: c.words.leftOutOf(counts(ranking))}, rows)
	axis := c.axisMax()
	s.drawPercentAxis(plan, axis)
	writeHeadings(s, columns, area.Max.X, plan.plot.Max.Y+0.6*s.scale.small)
	for i := range plan.shown {
		plan.writeLabel(s, i)
		c.drawBar(s, plan, i, axis)
		plan.writeCells(s, columns, i, area.Max.X)
	}
}

// axisMax is the proportion at the right end: the least round one that holds
// every bar and whisker.
func (c barChart) axisMax() float64 {
	most := 0.0
	for _, b := range c.bars {
		most = max(most, b.High, float64(b.Count+b.Held)/float64(c.n))
	}
	for _, end := range []float64{0.1, 0.2, 0.4} {
		if most <= end {
			return end
		}
	}
	return 1
}

// drawBar draws the counted and the held part of row i and its whisker.
func (c barChart) drawBar(s *sheet, p rowPlan, i int, most float64) {
	b := c.bars[i]
	_, _, centre := p.row(i)
	half := min(0.33*p.markHeight(), max(0.75*s.scale.label, 0.2*p.markHeight()))
	at := func(proportion float64) vg.Length {
		return p.plot.Min.X + vg.Length(proportion/most)*(p.plot.Max.X-p.plot.Min.X)
	}
	counted, upper := at(float64(b.Count)/float64(c.n)), at(float64(b.Count+b.Held)/float64(c.n))
	if b.Count > 0 {
		s.fill(box(p.plot.Min.X, centre-half, counted, centre+half).Path(), c.solid())
	}
	if b.Held > 0 {
		drawHeld(s, box(counted, centre-half, upper, centre+half), c.solid())
	}
	if b.High > 0 {
		drawWhisker(s, at(b.Low), at(b.High), centre, 0.45*half)
	}
}

// drawHeld draws the part of a bar that a person has yet to decide.
func drawHeld(s *sheet, r vg.Rectangle, solid color.NRGBA) {
	l := line{width: 0.6, color: darker(solid)}
	s.fill(r.Path(), white)
	s.stroke(hatch(r, 2.4), l)
	s.stroke(r.Path(), l)
}

// drawWhisker draws an interval with a white edge, so that it shows on the bar.
func drawWhisker(s *sheet, low, high, y, half vg.Length) {
	p := segment(low, y, high, y)
	p = append(p, segment(low, y-half, low, y+half)...)
	p = append(p, segment(high, y-half, high, y+half)...)
	s.stroke(p, line{width: 2.2, color: white})
	s.stroke(p, line{width: 0.9, color: ink})
}

// columns are the numbers beside the bars.
func (c barChart) columns() []column {
	columns := countColumns(c.ranking(), c.n)
	if !c.held {
		return columns
	}
	upper := column{heading: "With held"}
	for _, b := range c.bars {
		upper.cells = append(upper.cells, fmt.Sprint(b.Count+b.Held))
	}
	return append(columns, upper)
}

// solid is the colour of the counted part.
func (c barChart) solid() color.NRGBA {
	if c.words == circumstanceWords {
		return c.style.colour(2)
	}
	return c.style.colour(0)
}

// drawLegend explains the parts of the bars that occur.
func (c barChart) drawLegend(s *sheet, area vg.Rectangle) vg.Length {
	size := s.scale.small
	keys := []key{swatch(strings.TrimPrefix(c.words.found, "practice "), 2.2*size, c.solid())}
	if c.held {
		keys = append(keys, key{"more if held passages count (upper bound)", 2.2 * size, func(s *sheet, r vg.Rectangle) {
			drawHeld(s, r, c.solid())
		}})
	}
	if c.intervals {
		keys = append(keys, key{"95% interval (Wilson)", 2.6 * size, func(s *sheet, r vg.Rectangle) {
			drawWhisker(s, r.Min.X, r.Max.X, (r.Min.Y+r.Max.Y)/2, 0.22*size)
		}})
	}
	if len(keys) == 1 {
		return area.Max.Y
	}
	return s.drawLegend(keys, area)
}
