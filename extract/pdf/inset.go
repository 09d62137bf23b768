package pdf

import (
	"slices"
	"strings"
)

// A quotation or a box may be set into running text, which goes around it: across the
// gutter of two columns, or in the midst of one, whose lines go on to its right. Such an
// inset is read after the paragraph beside it, and the text as if it were not there.

const (
	maxInsetLines = 30
	minSideLines  = 3    // of text on each side of an inset
	maxInsetPage  = 1000 // lines; more are a drawing
	nearInset     = 8    // ems between an inset and a line of the text above or below it, at most
)

// inset is what is set into the text of a page.
type inset struct {
	rule
	lines []*line
}

// insetsApart takes the insets out of the lines of a page.
func insetsApart(ls []*line) (text []*line, insets []inset) {
	if len(ls) > maxInsetPage {
		return ls, nil
	}
	text = ls
	for _, s := range stretches(ls) {
		if len(s.lines) > maxInsetLines || len(text)-len(s.lines) < minSideLines {
			continue
		}
		in := newInset(s.lines)
		in.mark(len(insets)+1, true)
		if !in.isIn(text) {
			in.mark(0, false)
			continue
		}
		insets = append(insets, in)
		text = withoutInsets(text)
	}
	return text, insets
}

func newInset(ls []*line) inset {
	in := inset{rule{ls[0].left, ls[0].top(), ls[0].right, ls[0].bottom()}, ls}
	for _, l := range ls[1:] {
		in.rule = in.around(rule{l.left, l.top(), l.right, l.bottom()})
	}
	return in
}

// mark has the lines of in be those of inset number n, or of none.
func (in *inset) mark(n int, inset bool) {
	for _, l := range in.lines {
		l.panel, l.inset = n, inset
	}
}

func withoutInsets(ls []*line) []*line {
	return slices.DeleteFunc(slices.Clone(ls), func(l *line) bool { return l.inset })
}

// isIn reports whether in is set into the text of which ls are the lines, its own among
// them, and marks where the others go on behind it.
func (in *inset) isIn(ls []*line) bool {
	left, right := 0, 0
	var both []*line // to its left and its right
	for _, l := range ls {
		if !in.isBeside(l) {
			continue
		}
		before, after := l.left < in.x0, l.right > in.x1
		for i := range l.words {
			if w := &l.words[i]; w.left < in.x1 && w.right > in.x0 {
				return false
			}
		}
		left, right = left+index(before), right+index(after)
		if before && after {
			both = append(both, l)
		}
	}
	switch {
	case left < minSideLines || right < minSideLines:
		return false
	case in.isOverGutter(withoutInsets(ls)):
		return true
	case len(both) < minSideLines || lowerShare(both) < lowerBeside || !slices.ContainsFunc(ls, in.isSpannedBy):
		return false
	}
	for _, l := range both {
		i := slices.IndexFunc(l.words, func(w word) bool { return w.left >= in.x1 })
		l.words[i].around = true
	}
	return true
}

// isBeside reports whether a line of text stands at the height of in.
func (in *inset) isBeside(l *line) bool {
	return l.table == 0 && !l.inset && l.bottom() > in.y0 && l.top() < in.y1
}

// isSpannedBy reports whether l stands right above or below in, and its words reach over
// both its sides.
func (in *inset) isSpannedBy(l *line) bool {
	near := nearInset * l.size
	if l.inset || in.isBeside(l) || l.top() > in.y1+near || l.bottom() < in.y0-near {
		return false
	}
	return slices.ContainsFunc(l.segments(), func(ws []word) bool { return ws[0].left < in.x0 && ws[len(ws)-1].right > in.x1 })
}

// isOverGutter reports whether ls are in columns, which a corridor that in stands across
// parts from above it or to below it.
func (in *inset) isOverGutter(ls []*line) bool {
	p := newPieces(ls)
	base := func(band int) float64 { return p.pieces[p.bands[band].lines[0]].base }
	return slices.ContainsFunc(p.corridors(), func(c corridor) bool {
		first, last, slack := base(c.first), base(c.last), 1.5*p.size
		return in.x0 < c.left && c.right < in.x1 && (first < in.y0 || last > in.y1) && first < in.y0+slack && last > in.y1-slack
	})
}

// into puts in among the lines of the text in reading order.
func (in *inset) into(text []*line) []*line {
	first := slices.IndexFunc(text, in.isBeside)
	if first < 0 {
		return append(text, in.lines...)
	}
	last := len(text) - 1
	for !in.isBeside(text[last]) {
		last--
	}
	return withBox(text, columnsRun{ordered: text[first : last+1], box: in.lines})
}

// headsInset reports whether b, of an inset, may be the heading of what follows in it: a
// quotation set large heads nothing.
func (b *block) headsInset(next *block, text string) bool {
	l := b.lines[0]
	return next != nil && next.lines[0].page == l.page && next.lines[0].inset && next.lines[0].panel == l.panel && !strings.HasSuffix(text, ".")
}
