package pdf

import (
	"math"
	"slices"
)

// A quotation or a box may be set into running text, which goes around it: across the
// gutter of two columns, in the midst of one, whose lines go on to its right, or at one
// side of it. Such an inset is read after the paragraph beside it, and the text as if it
// were not there.

const (
	maxInsetLines = 60
	minSideLines  = 3    // of text on each side of an inset, where both have some
	maxInsetPage  = 1000 // lines; more are a drawing
	nearInset     = 8    // ems between an inset and a line of the text above or below it, at most
)

// inset is what is set into the text of a page.
type inset struct {
	rect
	lines    []*line
	from, to float64 // where the text that it is in begins and ends, from left to right
}

// insetsApart takes the insets out of the lines of a page on which there are frames.
func insetsApart(ls []*line, frames []rect) (text []*line, insets []inset) {
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
		if !in.isIn(text, frames) {
			in.mark(0, false)
			continue
		}
		insets = append(insets, in)
		text = withoutInsets(text)
	}
	return text, insets
}

func newInset(ls []*line) inset {
	in := inset{nowhere, ls, math.Inf(-1), math.Inf(1)}
	for _, l := range ls {
		in.rect = in.around(l.box())
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
func (in *inset) isIn(ls []*line, frames []rect) bool {
	var left, right, both []*line // lines to its left, to its right, and to both
	for _, l := range ls {
		if !in.isBeside(l) {
			continue
		}
		for i := range l.words {
			if w := &l.words[i]; w.left < in.x1 && w.right > in.x0 {
				return false
			}
		}
		switch before, after := l.left < in.x0, l.right > in.x1; {
		case before && after:
			both = append(both, l)
		case before:
			left = append(left, l)
		default:
			right = append(right, l)
		}
	}
	switch {
	case min(len(left), len(right))+len(both) >= minSideLines && in.isPassed(slices.Concat(left, right, both), ls) && in.isOverGutter(withoutInsets(ls)):
		return true
	case lowerShare(both) >= proseShare:
		for _, l := range both {
			i := slices.IndexFunc(l.words, func(w word) bool { return w.left >= in.x1 })
			l.words[i].around = true
		}
		return true
	}
	framed := in.isFramed(ls, frames)
	for _, beside := range [...][]*line{left, right} {
		boxed := len(beside) > 0 && slices.ContainsFunc(frames, beside[0].words[0].standsIn) // itself
		if in.isAtSide(beside, ls, framed && !boxed) {
			in.from, in.to = min(in.x0, beside[0].left), max(in.x1, fullEdge(beside))
			return true
		}
	}
	return false
}

// isBeside reports whether a line of the text stands at the height of in.
func (in *inset) isBeside(l *line) bool {
	return !l.inset && l.bottom() > in.y0 && l.top() < in.y1 && l.right > in.from && l.left < in.to
}

// isNear reports whether l stands right above or below in.
func (in *inset) isNear(l *line) bool {
	near := nearInset * l.size
	return (l.bottom() <= in.y0 || l.top() >= in.y1) && l.top() < in.y1+near && l.bottom() > in.y0-near
}

// isPassed reports whether a sentence goes over from a line beside in to one above or
// below it, or the other way, as between authors side by side above columns none does.
func (in *inset) isPassed(beside, ls []*line) bool {
	return slices.ContainsFunc(ls, func(l *line) bool {
		return in.isNear(l) && slices.ContainsFunc(beside, func(b *line) bool { return l.inColumn(b) && (sentenceGoesOver(l, b) || sentenceGoesOver(b, l)) })
	})
}

// isOverGutter reports whether ls are in columns, which a corridor parts that in stands
// across.
func (in *inset) isOverGutter(ls []*line) bool {
	return slices.ContainsFunc(newPieces(ls).corridors(), func(c corridor) bool { return in.x0 < c.left && c.right < in.x1 })
}

// isAtSide reports whether in is set into one side of a text of which beside are the
// lines at its height: in is framed and there is a line that reaches over it, or a
// sentence goes over from a line that ends before in to such a one. Where in looks
// otherwise than the text it may go the other way: else a line over two columns would
// make an inset of one.
func (in *inset) isAtSide(beside, ls []*line, framed bool) bool {
	if len(beside) < 2 || len(in.lines) < 2 {
		return false
	}
	var short, long []*line
	for _, l := range ls {
		if !in.isBeside(l) && !in.isNear(l) {
			continue
		}
		if in.isReachedBy(l, beside[0]) {
			long = append(long, l)
		} else {
			short = append(short, l)
		}
	}
	if framed && lowerShare(beside) >= proseShare {
		return len(long) > 0
	}
	differs := !slices.ContainsFunc(in.lines, func(l *line) bool { return slices.ContainsFunc(beside, l.looksAs) })
	if !slices.ContainsFunc(in.lines, hasWords) || !differs && lowerShare(in.lines) < proseShare {
		return false // pieces of the text itself, drawn one by one
	}
	return slices.ContainsFunc(long, func(l *line) bool {
		return slices.ContainsFunc(short, func(s *line) bool {
			return s.inColumn(l) && (sentenceGoesOver(s, l) || differs && sentenceGoesOver(l, s))
		})
	})
}

// looksAs reports whether l is set as o is.
func (l *line) looksAs(o *line) bool {
	return l.sizedAs(o) && l.bold == o.bold && l.italic == o.italic && l.colour == o.colour
}

// isReachedBy reports whether l reaches over in from the side of beside.
func (in *inset) isReachedBy(l, beside *line) bool {
	if beside.right <= in.x0 {
		return l.right > in.x0+l.size
	}
	return l.left < in.x1-l.size
}

// isFramed reports whether in stands alone in a frame.
func (in *inset) isFramed(ls []*line, frames []rect) bool {
	i := slices.IndexFunc(frames, func(f rect) bool { return in.within(f) == in.rect })
	if i < 0 {
		return false
	}
	return !slices.ContainsFunc(ls, func(l *line) bool {
		return !l.inset && slices.ContainsFunc(l.words, func(w word) bool { return w.standsIn(frames[i]) })
	})
}

// into puts in among the lines of the text in reading order, between two paragraphs: after
// the one that it stands beside or, where the page ends within a sentence of that, before it.
func (in *inset) into(text []*line) []*line {
	first := slices.IndexFunc(text, in.isBeside)
	if first < 0 {
		return append(text, in.lines...)
	}
	after := len(text)
	for !in.isBeside(text[after-1]) {
		after--
	}
	leading := leadingOf(text[first:after])
	for after < len(text) && !partsParagraphs(text[after-1], text[after], leading) {
		after++
	}
	if after < len(text) || endsSentence(text[after-1]) {
		return slices.Insert(text, after, in.lines...)
	}
	for first > 0 && !partsParagraphs(text[first-1], text[first], leading) {
		first--
	}
	return slices.Insert(text, first, in.lines...)
}

// leadingOf is the distance between the lines of a paragraph: the commonest.
func leadingOf(ls []*line) float64 {
	counts := map[float64]int{}
	for i := 1; i < len(ls); i++ {
		counts[halfPoint(ls[i].base-ls[i-1].base)]++
	}
	return commonest(counts)
}

// partsParagraphs reports whether a paragraph ends in a and another, or a heading,
// begins in b.
func partsParagraphs(a, b *line, leading float64) bool {
	apart := b.base - a.base
	return apart < 0 || apart > 1.25*leading || a.bold != b.bold || math.Abs(a.size-b.size) > 0.1*a.size
}
