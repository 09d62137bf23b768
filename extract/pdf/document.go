package pdf

import (
	"math"

	"thematic/corpus"
)

// document is a file on its way from pages to blocks.
type document struct {
	pages   []*sheet
	blocks  []*block
	words   vocabulary
	body    float64             // size of most of the text
	leading map[float64]float64 // usual distance of baselines, by rounded size
	margin  float64             // left edge of the text of most pages
	colour  uint32              // of most of the text

	promised promises // by the bookmarks
}

// block is one block of the text before its lines are joined.
type block struct {
	kind   corpus.BlockKind
	level  int
	number string
	lines  []*line
	cells  [][]*line // of a table row
	indent float64   // left edge of its text
	label  label
	edge   float64 // left margin of its page
	shift  float64 // by which its lines on a further page or column stand to the right

	pageSize float64 // size of most of the text of its page
}

// layOut finds furniture and tables and groups the lines into blocks.
func (d *document) layOut() {
	d.setFurnitureApart()
	d.setWatermarksApart()
	pages := make([][]string, len(d.pages))
	for i, s := range d.pages {
		if s.confidence == 0 { // what was recognised has been put in order
			s.arrange()
		}
		for _, l := range s.text() {
			text := l.text()
			l.length = len(text)
			pages[i] = append(pages[i], text)
		}
	}
	d.words = newVocabulary(pages)
	d.measure()
	g := &grouper{doc: d}
	for _, s := range d.pages {
		g.page(s)
	}
	d.blocks = g.blocks
	d.classify()
}

// arrange puts the lines of s into reading order, as far as they stand in panels or
// columns.
func (s *sheet) arrange() {
	s.frames = outermost(append(s.frames, linedBoxes(s.rules)...), s.seen())
	if ordered, ok := inPanels(s.lines, s.frames); ok {
		s.lines, s.panelled = ordered, true
		return
	}
	text, insets := insetsApart(s.lines, s.frames)
	s.lines, s.insets = inColumns(text), insets
}

// text returns all lines of s that are text.
func (s *sheet) text() []*line {
	text := s.lines
	for _, in := range s.insets {
		text = append(text[:len(text):len(text)], in.lines...)
	}
	return text
}

// measure finds the size of the body text and the usual leading of each size.
func (d *document) measure() {
	sizes := map[float64]int{}
	colours := map[uint32]int{}
	deltas := map[float64]map[float64]int{}
	for _, s := range d.pages {
		for i, l := range s.lines {
			size := halfPoint(l.size)
			sizes[size] += l.length
			colours[l.colour] += len(l.words)
			if i > 0 {
				countLeading(deltas, s.lines[i-1], l, size)
			}
		}
	}
	d.body, d.colour = commonest(sizes), commonest(colours)
	margins := map[float64]int{}
	for _, s := range d.pages {
		if len(s.lines) > 0 {
			margins[pageMargin(s.lines)]++
		}
	}
	d.margin = commonest(margins)
	d.leading = map[float64]float64{}
	for size, counts := range deltas {
		total := 0
		for _, n := range counts {
			total += n
		}
		if total >= 5 {
			d.leading[size] = commonest(counts)
		}
	}
}

// countLeading counts the distance of two lines of one size, one below the other.
func countLeading(deltas map[float64]map[float64]int, p, l *line, size float64) {
	delta := l.base - p.base
	if halfPoint(p.size) != size || delta < 0.8*size || delta > 2.5*size || !l.inColumn(p) {
		return
	}
	if deltas[size] == nil {
		deltas[size] = map[float64]int{}
	}
	deltas[size][halfPoint(delta)]++
}

// usualLeading is the distance of baselines within a paragraph of a size.
func (d *document) usualLeading(size float64) float64 {
	if x := d.leading[halfPoint(size)]; x > 0 {
		return x
	}
	if x := d.leading[d.body]; x > 0 && d.body > 0 {
		return x / d.body * size
	}
	return 1.25 * size
}

func halfPoint(x float64) float64 { return math.Round(2*x) / 2 }

// pageBody is the size of most of the text of a page.
func pageBody(ls []*line) float64 {
	sizes := map[float64]int{}
	for _, l := range ls {
		sizes[halfPoint(l.size)] += len(l.words)
	}
	return commonest(sizes)
}

// pageMargin is the left edge of the text of a page.
func pageMargin(ls []*line) float64 {
	lefts := map[float64]int{}
	total := 0
	for _, l := range ls {
		lefts[math.Round(l.left)]++
		total++
	}
	margin := math.Inf(1)
	for x, n := range lefts {
		if (n >= 3 || n*8 >= total) && x < margin {
			margin = x
		}
	}
	return margin
}
