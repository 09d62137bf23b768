package charts

import (
	"cmp"
	"fmt"
	"slices"

	"gonum.org/v1/plot/vg"
)

// PictorialData is how many reviews each theme is found in.
type PictorialData struct {
	Reviews int              // n, the number of reviews looked at
	Themes  []PictorialTheme // in any order; drawn with the most frequent first
	Source  string           // where the reviews come from, without n
}

// PictorialTheme is one row of the chart.
type PictorialTheme struct {
	Label string
	Count int // reviews in which the theme is found
}

// mostFigures is the number of figures in a row above which each figure
// stands for several reviews.
const mostFigures = 60

// leastFigurePitch is the least width a figure may take, in points.
const leastFigurePitch = 4.2

// widestPitch is the most that a figure takes of the width, in its heights.
const widestPitch = 1.1

// Pictorial draws a row of human figures for every theme, one figure for each
// review, filled for those the theme is found in. With many reviews each
// figure stands for several and the last filled one may be filled in part. It
// is an error if a count is negative or above n, or a theme has no label.
func Pictorial(data PictorialData, st Style) (*Figure, error) {
	c := pictorialChart{n: data.Reviews, style: st}
	if data.Reviews < 0 {
		return nil, fmt.Errorf("charts: pictorial: the number of reviews is negative: %d", data.Reviews)
	}
	for i, t := range data.Themes {
		r := ranked{clean(t.Label), t.Count}
		if r.label == "" {
			return nil, fmt.Errorf("charts: pictorial: theme %d has no label", i+1)
		}
		if t.Count < 0 || t.Count > data.Reviews {
			return nil, fmt.Errorf("charts: pictorial: %s: %d does not lie between 0 and %d", quoted(r.label), t.Count, data.Reviews)
		}
		c.themes = append(c.themes, r)
	}
	slices.SortStableFunc(c.themes, func(a, b ranked) int { return cmp.Compare(b.count, a.count) })
	return newFigure(st, c.texts(data.Source), st.rowsHeight(len(c.themes), 6), c.draw)
}

// pictorialChart is checked and sorted data.
type pictorialChart struct {
	themes []ranked
	n      int
	style  Style
}

func (c pictorialChart) texts(source string) texts {
	t := texts{
		title:    practiceWords.title(c.themes, c.n),
		subtitle: "Themes, most frequent first, by the number of reviews in which practice was found lacking on each.",
		source:   sourceLine(source, c.n),
		alt:      c.describe(),
	}
	k := len(c.themes)
	if k > 1 && c.n > 1 && c.themes[k-1].count < c.themes[0].count {
		t.title += fmt.Sprintf("; the %d themes range from %d to %d", k, c.themes[k-1].count, c.themes[0].count)
	}
	if k > 1 && c.n > 0 {
		t.source = sourceLine(source, c.n, "One review can have several themes.")
	}
	return t
}

// describe says every number of the chart in words.
func (c pictorialChart) describe() string {
	rows := make([]string, len(c.themes))
	for i, t := range c.themes {
		rows[i] = fmt.Sprintf("%s %d%s", t.label, t.count, bracketed(t.count, c.n))
	}
	return fmt.Sprintf("Pictorial chart: a row of figures for each of %s in %s.", plural(len(c.themes), "theme"), reviews(c.n)) + listed(" ", rows)
}

func (c pictorialChart) draw(s *sheet, area vg.Rectangle) {
	if len(c.themes) == 0 || c.n == 0 {
		s.say(practiceWords.empty(len(c.themes), c.n), area)
		return
	}
	columns := countColumns(c.themes, c.n)
	rows := s.belowHeadings(len(c.themes), area)
	need := rowNeeds{labels: labels(c.themes), right: columnsWidth(s, columns), even: true, note: practiceWords.leftOutOf(counts(c.themes))}
	if each := c.crowd(s.divide(need, rows)).each; each > 1 {
		note := fmt.Sprintf("Each figure stands for %s; one filled in part stands for fewer with the theme.", reviews(each))
		rows.Min.Y = s.footnote(note, area.Min.X, area.Min.Y, area.Max.X-area.Min.X)
	}
	plan := s.planRows(need, rows)
	crowd := c.crowd(plan)
	y := plan.plot.Max.Y + 0.6*s.scale.small
	writeHeadings(s, columns, area.Max.X, y)
	c.drawKey(s, crowd, plan.plot, y)
	for i := range plan.shown {
		top, _, centre := plan.row(i)
		if i > 0 {
			s.stroke(segment(area.Min.X, top, area.Max.X, top), line{width: 0.4, color: rule})
		}
		plan.writeLabel(s, i)
		crowd.draw(s, plan.plot.Min.X, centre, c.themes[i].count)
		plan.writeCells(s, columns, i, area.Max.X)
	}
}

// crowd is a row of figures.
type crowd struct {
	n      int       // reviews in the row
	each   int       // reviews a figure stands for
	pitch  vg.Length // from one figure to the next
	height vg.Length // of a figure
	style  Style
}

// crowd chooses how many reviews a figure stands for and how large it is.
func (c pictorialChart) crowd(p rowPlan) crowd {
	width := p.plot.Max.X - p.plot.Min.X
	limit := max(1, min(mostFigures, int(width/leastFigurePitch)))
	each := 1
	for decade := 1; (c.n+each-1)/each > limit; decade *= 10 {
		for _, m := range []int{1, 2, 5} {
			if each = m * decade; (c.n+each-1)/each <= limit {
				break
			}
		}
	}
	figures := (c.n + each - 1) / each
	height := 0.78 * p.markHeight()
	pitch := min(width/vg.Length(figures), widestPitch*height)
	return crowd{n: c.n, each: each, pitch: pitch, height: min(height, pitch/(personWidth*1.22)), style: c.style}
}

// draw draws the figures of a row, centred on y; the first count reviews filled.
func (c crowd) draw(s *sheet, left, y vg.Length, count int) {
	var filled, empty []vg.Point
	var part vg.Path
	shape := person(vg.Point{}, c.height)
	for i := 0; i*c.each < c.n; i++ {
		at := vg.Point{X: left + (vg.Length(i)+0.5)*c.pitch, Y: y - c.height/2}
		in := count - i*c.each
		if in >= min(c.each, c.n-i*c.each) {
			filled = append(filled, at)
			continue
		}
		empty = append(empty, at)
		if in > 0 {
			x := (vg.Length(in)/vg.Length(c.each) - 0.5) * personWidth * c.height
			part = each(leftOf(shape, x), []vg.Point{at})
		}
	}
	s.strokeEach(shape, empty, line{width: 0.5, color: outline})
	s.fillEach(shape, filled, c.style.colour(0))
	if len(part) > 0 {
		s.fill(part, c.style.colour(0))
	}
}

// drawKey says what a filled and an empty figure stand for, above a plot or, where
// that is narrower, as far left of its end as the words need, and in fewer words where
// there is no room to the left.
func (c pictorialChart) drawKey(s *sheet, crowd crowd, plot vg.Rectangle, y vg.Length) {
	const filled = ", found lacking"
	empty := "not found lacking"
	one := "one review"
	if crowd.each > 1 {
		one = reviews(crowd.each)
	}
	height := 1.25 * s.scale.small
	mark := (personWidth*1.25 + 0.45) * s.scale.small // with the gap behind it
	second := mark + s.measure(one+filled, s.note()) + 1.6*s.scale.small
	room := plot.Max.X - second - mark // to the left of the words for an empty figure
	if room-s.measure(empty, s.note()) < s.scale.padding {
		empty = "not"
	}
	left := max(s.scale.padding, min(plot.Min.X, room-s.measure(empty, s.note())))
	at := vg.Point{X: left + personWidth*height/2, Y: y - 0.15*s.scale.small}
	s.fill(person(at, height), c.style.colour(0))
	s.write(one+filled, vg.Point{X: left + mark, Y: y}, start, s.note())
	at.X += second
	s.stroke(person(at, height), line{width: 0.5, color: outline})
	s.write(empty, vg.Point{X: left + second + mark, Y: y}, start, s.note())
}
