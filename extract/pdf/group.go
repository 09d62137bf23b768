package pdf

import (
	"math"
	"slices"
	"strings"

	"thematic/corpus"
)

// grouper gathers lines into blocks, page after page.
type grouper struct {
	doc    *document
	blocks []*block
	open   *block  // takes further lines
	last   *line   // of open
	right  float64 // where lines like last end when they are full
	letters

	// of the page at hand
	area     *stretch
	margin   float64 // left edge of its text
	pageSize float64 // of most of its text
	rules    []rect
	greeting *line // the salutation, nil where none follows
}

// page takes in the lines of one page, the rows of its tables in their place.
func (g *grouper) page(s *sheet) {
	flow, tables := tablesApart(s)
	if !s.panelled {
		flow = inReadingOrder(flow)
	}
	for i := range s.insets {
		flow = s.insets[i].into(flow)
	}
	flow, notes := g.doc.footnotes(flow, s.seen().height)
	g.margin = min(pageMargin(flow), g.doc.margin)
	g.pageSize = pageBody(flow)
	g.rules = s.rules
	g.greeting = salutation(flow)
	for _, area := range stretches(flow) {
		g.area = area
		for _, l := range area.lines {
			if l.table > 0 {
				g.table(tables[l.table-1])
				continue
			}
			g.line(l)
		}
	}
	g.notes(notes)
}

// walled reports whether a rule that reaches beyond the text lies between two lines.
func (g *grouper) walled(a, b *line) bool {
	left, right := min(a.left, b.left)-1, max(a.right, b.right)+1
	return slices.ContainsFunc(g.rules, func(r rect) bool {
		return r.y0 > a.base && r.y0 < b.base-0.5*b.size && r.x0 < left && r.x1 > right
	})
}

// table adds the rows of a table.
func (g *grouper) table(rows []*tableRow) {
	for i, r := range rows {
		if i == 0 && g.goesOnInRow(r) {
			continue
		}
		g.blocks = append(g.blocks, &block{kind: corpus.BlockTableRow, lines: r.lines, cells: r.cells})
	}
	g.open = nil
}

// goesOnInRow adds r, the first row of a page, to the last one of the page before, where
// the end of the page cut that in two.
func (g *grouper) goesOnInRow(r *tableRow) bool {
	above := len(g.blocks) - 1
	for above >= 0 && g.blocks[above].kind == corpus.BlockFootnote {
		above--
	}
	if above < 0 || !g.blocks[above].isCutBefore(r) {
		return false
	}
	b := g.blocks[above]
	g.bringForward(b)
	for i, c := range r.cells {
		b.cells[i] = append(b.cells[i], c...)
	}
	b.lines = append(b.lines, r.lines...)
	return true
}

// isCutBefore reports whether r, on the page after b, is the rest of b: its cells stand
// below cells of b, a sentence goes over to one of them, and nothing stands below the first
// cell of b, as its date or its number.
func (b *block) isCutBefore(r *tableRow) bool {
	first := slices.IndexFunc(b.cells, isFilled)
	if first < 0 || len(b.cells) != len(r.cells) || isFilled(r.cells[first]) || b.lines[len(b.lines)-1].page != r.lines[0].page-1 {
		return false
	}
	over := false
	for i, c := range r.cells {
		if !isFilled(c) {
			continue
		}
		if !isFilled(b.cells[i]) {
			return false
		}
		last, next := b.cells[i][len(b.cells[i])-1], c[0]
		if math.Abs(last.left-next.left) > next.size {
			return false
		}
		over = over || !endsSentence(last) && startsLower(next)
	}
	return over
}

// line takes in one line of running text.
func (g *grouper) line(l *line) {
	if l == g.greeting {
		g.greeting = nil
	}
	lb, labelled := g.labelOf(l)
	if g.open != nil && g.continues(l, lb, labelled) {
		g.goOnWith(l)
	} else {
		g.beginWith(l, lb, labelled)
	}
	g.last, g.right = l, g.area.edgeOf(l)
}

// labelOf returns the label that l begins with, and whether it is one here, where a lettered
// list may be open and a sentence under way.
func (g *grouper) labelOf(l *line) (lb label, labelled bool) {
	lb, labelled = labelOf(l)
	switch {
	case lb.isLetter() && g.goOn(lb.text):
		labelled = true
	case lb.isLetter() && (labelled || beginsLetters(lb.text, g.last != nil && strings.HasSuffix(g.last.text(), ":") && !l.isInitial())):
		labelled = true
		g.begin(lb.text)
	case lb.bullet && !labelled && len(l.words) > 1:
		labelled = g.last == nil || endsSentence(g.last) // a dash before a sentence, not within one
	}
	return lb, labelled
}

// goOnWith adds l to the open block.
func (g *grouper) goOnWith(l *line) {
	if l.page != g.last.page {
		g.bringForward(g.open)
	}
	b := g.open
	if g.over(l) {
		b.shift = l.left - b.indent
	}
	b.lines = append(b.lines, l)
	if len(b.lines) == 2 && b.shift == 0 && (b.label.words > 0 || l.left < b.indent) {
		b.indent = l.left // the second line shows where the text hangs
	}
}

// beginWith opens a block.
func (g *grouper) beginWith(l *line, lb label, labelled bool) {
	b := &block{lines: []*line{l}, indent: l.left, edge: g.margin, pageSize: g.pageSize}
	if labelled {
		b.label = lb
		b.indent = l.right + 0.3*l.size
		if len(l.words) > lb.words {
			b.indent = l.words[lb.words].left
		}
	}
	g.blocks = append(g.blocks, b)
	g.open = b
}

// continues reports whether l goes on the open block.
func (g *grouper) continues(l *line, lb label, labelled bool) bool {
	if l.side != g.last.side || l.panel != g.last.panel || l.dir() != g.last.dir() || !l.sizedAs(g.last) {
		return false
	}
	if g.over(l) {
		return g.goesOver(l, labelled)
	}
	delta := l.base - g.last.base
	if endsEntry(g.last) || g.walled(g.last, l) {
		return false
	}
	if g.open.label.words > 0 && len(g.open.lines) == 1 && len(g.last.words) == g.open.label.words {
		return delta < 0.6*l.size || !labelled && delta < 1.3*g.doc.usualLeading(l.size) // the text of a label drawn by itself
	}
	if delta > 1.25*g.doc.usualLeading(l.size)+0.5 {
		return false
	}
	if labelled && g.breaksAtLabel(l, lb) {
		return false
	}
	if g.greeting != nil {
		if goesOn, known := g.addressGoesOn(l); known {
			return goesOn
		}
	}
	if g.changesWeight(l) {
		return false
	}
	return g.keepsIndent(l) && !g.endedEarly(l)
}

// over reports whether l stands at the head of a new page or column.
func (g *grouper) over(l *line) bool {
	return l.page != g.last.page || l.base < g.last.base-0.5*l.size
}

// leastBeforeNumber is how many words a line has that may go on with a number alone on
// the next.
const leastBeforeNumber = 5

// breaksAtLabel reports whether a label at the start of l begins a new block,
// and is not a number or dash that came to stand there when the line was broken.
func (g *grouper) breaksAtLabel(l *line, lb label) bool {
	alone := len(l.words) == lb.words && !lb.bullet && len(g.last.words) >= leastBeforeNumber
	if !alone && (lb.bullet && lb.gap > 0.3 || lb.gap > 0.6) {
		return true
	}
	full, ended := g.full(g.last, l), endsSentence(g.last) || g.open.label.isLetter() && endsItem(g.last)
	if full && !ended {
		return false
	}
	return !full || lb.isLetter() && g.open.label.isLetter() || l.left-g.open.shift < g.open.indent-0.5*l.size
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
	left := l.left - b.shift
	if b.label.words > 0 {
		hanging := left >= b.indent-0.8*em && left <= b.indent+1.5*em
		return hanging || left >= b.lines[0].left-em && left <= b.indent+1.5*em && (startsLower(l) || g.full(g.last, l))
	}
	if len(b.lines) == 1 {
		return left <= g.last.left+0.5*em || startsLower(l) || centred(g.last, l)
	}
	return math.Abs(left-b.indent) < 0.8*em || startsLower(l) || centred(g.last, l)
}

func centred(a, b *line) bool {
	return math.Abs((a.left+a.right)-(b.left+b.right)) < a.size
}

// full reports whether the first word of next would not have fitted on l.
func (g *grouper) full(l, next *line) bool {
	w := &next.words[0]
	return l.right+(w.right-w.left)+0.2*l.size > g.right-0.3*l.size
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
	if len(g.area.lines) < 4 || centred(g.last, l) || endsInJoiner(g.last) {
		return false
	}
	w := &l.words[0]
	return g.right-g.last.right-(w.right-w.left) > 1.2*l.size
}

// goesOver reports whether l, at the head of a page or column, goes on the open
// block.
func (g *grouper) goesOver(l *line, labelled bool) bool {
	if labelled || g.last.bold != l.bold || endsEntry(g.last) {
		return false
	}
	if b := g.open; b.label.words > 0 && !b.label.bullet && math.Abs(l.left-b.indent) < 0.6*l.size && g.full(g.last, l) {
		return true // hanging below its number
	}
	if startsLower(l) {
		return !endsSentence(g.last)
	}
	return !endsSentence(g.last) && !l.bold && len(g.open.lines) > 1 && strings.Count(g.last.text(), " ") > 5
}
