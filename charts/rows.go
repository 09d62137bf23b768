package charts

import (
	"gonum.org/v1/plot/vg"
)

// rowPlan is how labelled rows share an area: the marks of all charts that have rows
// are drawn in its plot, one row below the other, with the labels to the left or, in
// a narrow area, above.
type rowPlan struct {
	shown int          // rows that fit
	pitch vg.Length    // from one row to the next, on average
	plot  vg.Rectangle // where the marks go
	label lettering
	above bool // labels stand above their marks
	lines [][]string
	cut   int // labels that are shortened
	// edges are the tops of the rows, from 0 down; nil where all are equally high.
	edges []vg.Length
	// labelEnd is where labels beside the marks end.
	labelEnd vg.Length
}

// narrow is the width of an area below which labels stand above their rows.
const narrow = 100 * vg.Millimeter

// Heights of a row, in sizes of its label: the most, and the least and most
// where the label stands above.
const (
	mostPitch       = 3.6
	leastPitchAbove = 2.5
	mostPitchAbove  = 3.6
)

// Heights that a row wants where the figure is as high as its content needs, in sizes of
// its label: with the label beside the marks, and above them.
const (
	wantPitch      = 2.2
	wantPitchAbove = 2.75
)

// rowsHeight is the height that n rows want, or one where there are none, with so many
// sizes of their labels for what stands above and below them.
func (st Style) rowsHeight(n int, around vg.Length) vg.Length {
	pitch := vg.Length(wantPitch)
	if width, _ := st.dimensions(); width < narrow {
		pitch = wantPitchAbove
	}
	label := st.Size.typeScale().label
	return vg.Length(max(1, n))*pitch*label + around*label
}

// rowNeeds is what rows are planned from.
type rowNeeds struct {
	labels []string
	right  vg.Length // width kept free for numbers to the right of the marks
	beside bool      // labels must stand beside the rows, however narrow the area
	left   vg.Length // width kept free between labels beside the marks and these
	whole  bool      // all rows must be shown, however low they become
	high   bool      // rows may be twice as high as usual
	even   bool      // rows should be equally high, however many lines a label has
	below  vg.Length // height kept free below the rows
	// note is about rows that do not fit; needed unless whole.
	note func(shown, all int) string
}

// numberPitch is the least height of a row, in sizes of the numbers beside it.
const numberPitch = 1.3

// planRows divides an area between labels and marks. If not all rows fit, a
// note at the bottom says so. Where rows are low it makes the labels of the sheet
// smaller, for the numbers beside them.
func (s *sheet) planRows(need rowNeeds, area vg.Rectangle) rowPlan {
	rows := area
	rows.Min.Y += need.below
	plan := s.divide(need, rows)
	if all := len(need.labels); plan.shown < all {
		width := area.Max.X - area.Min.X
		rows.Min.Y += s.footnoteHeight(need.note(plan.shown, all), width)
		plan = s.fewer(need, rows)
		s.footnote(need.note(plan.shown, all), area.Min.X, area.Min.Y, width)
	}
	s.scale.label = min(s.scale.label, plan.pitch/numberPitch)
	return plan
}

// fewer divides an area that has not room for all rows: among so many that no label is
// shortened, where that leaves out fewer rows than would otherwise be shortened.
func (s *sheet) fewer(need rowNeeds, area vg.Rectangle) rowPlan {
	plan := s.divide(need, area)
	for n := plan.shown - 1; n > plan.shown-plan.cut; n-- {
		need.labels = need.labels[:n]
		if try := s.divide(need, area); try.cut == 0 {
			return try
		}
	}
	return plan
}

// mostEnlarged is how much larger than usual the labels of few rows become.
const mostEnlarged = 1.4

// belowHeadings is the part of area for so many rows below a line of headings. The
// size of the labels is settled by it: what is measured with them comes after.
func (s *sheet) belowHeadings(rows int, area vg.Rectangle) vg.Rectangle {
	area.Max.Y -= headingHeight * s.scale.small
	s.enlarge(rows, area)
	return area
}

// enlarge makes the labels of a few rows larger where the figure is higher than
// they need.
func (s *sheet) enlarge(rows int, area vg.Rectangle) {
	if s.scale.spare {
		need := vg.Length(rows) * mostPitch * s.scale.label
		s.scale.label *= max(1, min(mostEnlarged, (area.Max.Y-area.Min.Y)/need))
	}
}

func (s *sheet) divide(need rowNeeds, area vg.Rectangle) rowPlan {
	width, height := area.Max.X-area.Min.X, area.Max.Y-area.Min.Y
	p := rowPlan{above: width < narrow && !need.beside, label: s.label(), plot: area}
	p.plot.Max.X -= need.right
	labels := need.labels
	least, most := s.scale.pitch, vg.Length(mostPitch)
	if p.above {
		least, most = leastPitchAbove, mostPitchAbove
	}
	if need.high || s.scale.spare {
		most *= 2
	}
	if p.shown = len(labels); !need.whole {
		p.shown = min(p.shown, max(1, int(height/(least*s.scale.least))))
	}
	p.pitch = min(height/vg.Length(max(1, p.shown)), most*s.scale.label)
	if p.above {
		p.fitLabels(s, labels[:p.shown], width, true)
		return p
	}
	for i, try := range labelRoom {
		labelWidth := s.labelColumn(labels[:p.shown], try.share*width)
		left := area.Min.X + labelWidth + s.scale.label + need.left
		if i > 0 && (need.beside || p.plot.Max.X-left < leastPlot*s.scale.label) {
			break
		}
		p.label, p.labelEnd, p.plot.Min.X = s.label(), area.Min.X+labelWidth, left
		if p.fitLabels(s, labels[:p.shown], labelWidth, need.even && !try.uneven) {
			break
		}
	}
	return p
}

// labelRoom is how much of the width labels beside the marks may take: more where
// they would not be whole with less, and rows of different heights before they
// take half of it.
var labelRoom = [...]struct {
	share  vg.Length
	uneven bool // rows may be uneven even where they should not be
}{{0.34, false}, {0.42, false}, {0.42, true}, {0.5, true}}

// leastPlot is the least width that wider labels leave to the marks, in sizes of
// the label.
const leastPlot = 10

// labelColumn is the width for labels: what the longest needs on one line or,
// if that is too much, the most that they may take.
func (s *sheet) labelColumn(labels []string, most vg.Length) (widest vg.Length) {
	for _, text := range labels {
		widest = max(widest, s.measure(text, s.label()))
	}
	return min(widest+0.5, most)
}

// fitLabels finds the largest type in which all labels are whole; if there is
// none, the smallest, in which long labels are shortened; it says whether all are
// whole. Rows that need not be even are as high as their labels want.
func (p *rowPlan) fitLabels(s *sheet, labels []string, width vg.Length, even bool) bool {
	for {
		limit := p.labelLimit()
		room := limit > 0
		if !even {
			limit = mostLabelLines
		}
		p.lines, p.cut = make([][]string, len(labels)), 0
		for i, text := range labels {
			lines, ok := balance(s.faces.plain(p.label.size), text, width, max(1, limit))
			p.lines[i] = lines
			if !ok {
				p.cut++
			}
		}
		fits := even || p.unequal()
		if room && p.cut == 0 && fits {
			return true
		}
		if p.label.size <= s.scale.least {
			if !fits {
				return p.fitLabels(s, labels, width, true)
			}
			return false
		}
		p.label.size = max(s.scale.least, p.label.size-0.25)
	}
}

// mostLabelLines is the greatest number of lines of a label.
const mostLabelLines = 3

// labelGap is the least height between the labels of two rows, in sizes of the
// label.
const labelGap = 0.3

// unequal gives each row the height of its label and an equal part of what is
// left, or says that there is too little.
func (p *rowPlan) unequal() bool {
	rest := p.pitch * vg.Length(len(p.lines))
	for _, lines := range p.lines {
		rest -= blockHeight(len(lines), p.label.size)
	}
	rest /= vg.Length(max(1, len(p.lines)))
	p.edges = nil
	if rest < 2*labelGap*p.label.size {
		return false
	}
	y := vg.Length(0)
	p.edges = append(p.edges, y)
	for _, lines := range p.lines {
		y += blockHeight(len(lines), p.label.size) + rest
		p.edges = append(p.edges, y)
	}
	return true
}

// labelLimit is the number of lines of a label that fit in a row.
func (p *rowPlan) labelLimit() int {
	if p.above {
		if p.pitch >= leastPitchAbove*p.label.size {
			return 1
		}
		return 0
	}
	for n := mostLabelLines; n > 0; n-- {
		if blockHeight(n, p.label.size)+labelGap*p.label.size <= p.pitch {
			return n
		}
	}
	return 0
}

// row gives the band of row i and, within it, the height its marks are centred on.
func (p *rowPlan) row(i int) (top, bottom, centre vg.Length) {
	top = p.plot.Max.Y - vg.Length(i)*p.pitch
	bottom = top - p.pitch
	if p.edges != nil {
		top, bottom = p.plot.Max.Y-p.edges[i], p.plot.Max.Y-p.edges[i+1]
	}
	if p.above {
		return top, bottom, (top - p.labelHeight() + bottom) / 2
	}
	return top, bottom, (top + bottom) / 2
}

// labelHeight is the height a label takes above its marks.
func (p *rowPlan) labelHeight() vg.Length {
	if !p.above {
		return 0
	}
	return 1.2 * p.label.size
}

// writeLabel writes the label of row i.
func (p *rowPlan) writeLabel(s *sheet, i int) {
	top, _, centre := p.row(i)
	if p.above {
		s.lines(p.lines[i], p.plot.Min.X, top-0.25*p.label.size, start, p.label)
		return
	}
	rest := vg.Length(len(p.lines[i])-1) * lineHeight * p.label.size
	first := baseline(centre+rest/2, p.label.size)
	s.lines(p.lines[i], p.labelEnd, first+ascender*p.label.size, end, p.label)
}

// markHeight is the height for the marks of a row, that of the lowest.
func (p *rowPlan) markHeight() vg.Length {
	least := p.pitch
	for i := 1; i < len(p.edges); i++ {
		least = min(least, p.edges[i]-p.edges[i-1])
	}
	return least - p.labelHeight()
}

// gridLine is the path of an upright line at x behind the marks; it leaves out
// labels that stand above them.
func (p *rowPlan) gridLine(x vg.Length) (path vg.Path) {
	if !p.above {
		return segment(x, p.bottom(), x, p.plot.Max.Y)
	}
	for i := range p.shown {
		top, bottom, _ := p.row(i)
		path = append(path, segment(x, bottom, x, top-p.labelHeight())...)
	}
	return path
}

// bottom is the lower edge of the last row.
func (p *rowPlan) bottom() vg.Length { return p.plot.Max.Y - vg.Length(p.shown)*p.pitch }
