package pdf

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"thematic/corpus"
)

// grouper gathers lines into blocks, page after page.
type grouper struct {
	doc    *document
	blocks []*block
	open   *block // takes further lines
	last   *line  // of open
	area   *stretch
	margin float64 // left margin of the page
}

// page takes in the lines of one page, the rows of its tables in their place.
func (g *grouper) page(s *sheet) {
	tables := grids(s.turnedRules())
	inside := make([][]*line, len(tables))
	var flow []*line
	for _, l := range s.lines {
		if i := holder(tables, l); i >= 0 && l.words[0].dir == s.turn {
			if len(inside[i]) == 0 {
				flow = append(flow, &line{table: i + 1, base: tables[i].box.y0, size: 1, page: l.page, words: l.words[:1]})
			}
			inside[i] = append(inside[i], l)
			continue
		}
		flow = append(flow, l)
	}
	g.margin = pageMargin(flow)
	for _, area := range stretches(flow) {
		g.area = area
		for _, l := range area.lines {
			if l.table > 0 {
				g.table(tables[l.table-1].fill(inside[l.table-1]))
				continue
			}
			g.line(l)
		}
	}
}

func holder(tables []*grid, l *line) int {
	for i, t := range tables {
		if t.holds(l) {
			return i
		}
	}
	return -1
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

func (g *grouper) table(rows []*tableRow) {
	for _, r := range rows {
		if len(r.lines) == 0 {
			continue
		}
		b := &block{kind: corpus.BlockTableRow, lines: r.lines, cells: r.cells}
		if filled(r.cells) < 2 && len(r.cells) < 2 {
			b.kind = corpus.BlockParagraph
		}
		g.blocks = append(g.blocks, b)
	}
	g.open = nil
}

func filled(cells [][]*line) int {
	n := 0
	for _, c := range cells {
		if len(c) > 0 {
			n++
		}
	}
	return n
}

// line takes in one line of running text.
func (g *grouper) line(l *line) {
	lb, labelled := labelOf(l)
	if g.open != nil && g.continues(l, lb, labelled) {
		g.open.lines = append(g.open.lines, l)
		if len(g.open.lines) == 2 && g.open.label.words == 0 {
			g.open.indent = math.Min(g.open.indent, l.left)
		}
		g.last = l
		return
	}
	b := &block{lines: []*line{l}, indent: l.left, space: 99, edge: g.margin}
	if g.last != nil && g.last.page == l.page && l.base > g.last.base {
		b.space = l.base - g.last.base - g.doc.usualLeading(l.size)
	}
	if labelled && len(l.words) > lb.words {
		b.label = lb
		b.indent = l.words[lb.words].left
	} else if labelled && lb.gap == 99 {
		b.label = lb
		b.indent = l.right + 0.3*l.size
	}
	g.blocks = append(g.blocks, b)
	g.open, g.last = b, l
}

// continues reports whether l goes on the open block.
func (g *grouper) continues(l *line, lb label, labelled bool) bool {
	if l.words[0].dir != g.last.words[0].dir || math.Abs(l.size-g.last.size) > 0.09*l.size {
		return false
	}
	if l.page != g.last.page || l.base < g.last.base-0.5*l.size {
		return g.goesOver(l, labelled)
	}
	delta := l.base - g.last.base
	if g.open.label.words > 0 && len(g.open.lines) == 1 && len(g.last.words) == g.open.label.words {
		return delta < 0.6*l.size || !labelled && delta < 1.3*g.doc.usualLeading(l.size) // the text of a label drawn by itself
	}
	if delta > 1.25*g.doc.usualLeading(l.size)+0.5 {
		return false
	}
	if labelled && g.breaksAtLabel(l, lb) {
		return false
	}
	if g.changesWeight(l) {
		return false
	}
	return g.keepsIndent(l) && !g.endedEarly(l)
}

// breaksAtLabel reports whether a label at the start of l begins a new block,
// and is not a number or dash that came to stand there when the line was broken.
func (g *grouper) breaksAtLabel(l *line, lb label) bool {
	if lb.bullet && lb.gap > 0.3 || lb.gap > 0.6 || l.left < g.open.indent-0.5*l.size {
		return true
	}
	return !g.full(g.last, l)
}

// changesWeight reports whether bold text ends or begins between two lines.
func (g *grouper) changesWeight(l *line) bool {
	last := &g.last.words[len(g.last.words)-1]
	first := &l.words[0]
	switch {
	case g.last.bold && !l.bold:
		return !first.bold || !g.full(g.last, l)
	case l.bold && !g.last.bold:
		return !last.bold
	}
	return false
}

// keepsIndent reports whether l begins where the next line of the open block would.
func (g *grouper) keepsIndent(l *line) bool {
	em := l.size
	b := g.open
	if b.label.words > 0 {
		hanging := l.left >= b.indent-0.8*em && l.left <= b.indent+1.5*em
		flush := math.Abs(l.left-b.lines[0].left) < 0.6*em && g.full(g.last, l)
		return hanging || flush || startsLower(l) && l.left >= b.lines[0].left-em
	}
	if len(b.lines) == 1 {
		return l.left <= g.last.left+0.5*em || startsLower(l) || centred(g.last, l)
	}
	return math.Abs(l.left-b.indent) < 0.8*em || startsLower(l) || centred(g.last, l)
}

func centred(a, b *line) bool {
	return math.Abs((a.left+a.right)-(b.left+b.right)) < a.size
}

// full reports whether the first word of next would not have fitted on l.
func (g *grouper) full(l, next *line) bool {
	w := &next.words[0]
	return l.right+(w.right-w.left)+0.2*l.size > g.area.right-0.5*l.size
}

// endedEarly reports whether the last line was ended by its writer and not by
// the margin, so that l begins a new paragraph.
func (g *grouper) endedEarly(l *line) bool {
	if startsLower(l) || g.full(g.last, l) {
		return false
	}
	if endsSentence(g.last) {
		return true
	}
	short := g.last.right < g.area.left+0.6*(g.area.right-g.area.left)
	return short && len(g.area.lines) > 3 && !centred(g.last, l)
}

// goesOver reports whether l, at the head of a page or column, goes on the open
// block.
func (g *grouper) goesOver(l *line, labelled bool) bool {
	if labelled || g.open.kind != "" || g.last.bold != l.bold {
		return false
	}
	if startsLower(l) {
		return !endsSentence(g.last)
	}
	return !endsSentence(g.last) && !l.bold && len(g.open.lines) > 1 && strings.Count(g.last.text(), " ") > 5
}

func startsLower(l *line) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(l.words[0].text, "(\"'“‘"))
	return unicode.IsLower(r)
}

// endsSentence reports whether a line ends as a sentence or a lead-in does.
func endsSentence(l *line) bool {
	text := strings.TrimRight(l.text(), "\"'”’)] ⁰¹²³⁴⁵⁶⁷⁸⁹")
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".?!:;", r)
}

// turnedRules returns the rules of the page as its text is read.
func (s *sheet) turnedRules() []rule {
	if s.turn == rightward {
		return s.rules
	}
	out := make([]rule, len(s.rules))
	for i, r := range s.rules {
		ax, ay := s.turn.turn(s.extent, r.x0, r.y0)
		bx, by := s.turn.turn(s.extent, r.x1, r.y1)
		out[i] = rule{math.Min(ax, bx), math.Min(ay, by), math.Max(ax, bx), math.Max(ay, by)}
	}
	return out
}
