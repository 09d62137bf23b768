package pdf

import (
	"iter"
	"math"
	"slices"
	"sort"
	"strings"
)

// line is a row of words on one baseline.
type line struct {
	words      []word
	left       float64
	right      float64
	base       float64
	size       float64 // of most of its letters
	colour     uint32  // of its first word
	bold       bool    // all of it
	italic     bool    // all of it
	artifact   bool    // all of it
	underlined bool    // all of it
	side       bool    // a heading in the margin
	page       int     // index into the document's pages
	length     int     // of its text, in bytes; known once the document is laid out
	table      int     // number of the table on the page it stands in, from 1; 0 for none
	depth      float64 // of the table that it stands for, from its base down
	panel      int     // that it stands in, or inset, counted from 1; 0 for none
	inset      bool    // it is of an inset
	edge       float64 // where full lines of its column end; 0 where it stands in none
}

// lines groups words into lines in the order in which they were drawn, and joins
// to a line what was drawn beside it a little later.
func lines(ws []word) []*line {
	var out []*line
	start := 0 // of the last line, whose words are a part of ws
	for i := range ws {
		if n := len(out); n > 0 && out[n-1].takes(&ws[i]) {
			out[n-1].words = ws[start : i+1 : i+1]
			continue
		}
		start = i
		out = append(out, &line{words: ws[i : i+1 : i+1]})
	}
	for _, l := range out {
		l.measure()
	}
	out = mend(out)
	for _, l := range out {
		l.closeUp()
		l.freeBullet()
	}
	return out
}

// takes reports whether w goes on at the end of l.
func (l *line) takes(w *word) bool {
	last := &l.words[len(l.words)-1]
	if w.dir != last.dir || w.left < last.right-0.3*w.size {
		return false
	}
	size := max(last.size, w.size)
	if math.Abs(w.base-last.base) <= sameBase*size {
		return true
	}
	raised := math.Abs(w.base-last.base) <= maxRaise*size && w.left-last.right < size
	return raised && min(last.size, w.size) < 0.85*size
}

// measure works out what holds of the whole line.
func (l *line) measure() {
	l.left, l.right = math.Inf(1), math.Inf(-1)
	l.bold, l.italic, l.artifact = true, true, true
	l.size, l.base = l.words[0].size, l.words[0].base
	even := true // all words are of one size and on one base
	for i := range l.words {
		w := &l.words[i]
		l.left, l.right = min(l.left, w.left), max(l.right, w.right)
		even = even && w.size == l.size && w.base == l.base
		letters := strings.IndexFunc(w.text, isWordRune) >= 0
		l.bold = l.bold && (w.bold || !letters)
		l.italic = l.italic && (w.italic || !letters)
		l.artifact = l.artifact && w.artifact
	}
	l.colour = l.words[0].colour
	if !even {
		l.size, l.base = commonSizes(l.words)
	}
}

// commonSizes returns the size and the base of most letters of some words.
func commonSizes(ws []word) (size, base float64) {
	sizes := map[float64]int{}
	bases := map[float64]int{}
	for i := range ws {
		n := len(ws[i].text)
		sizes[ws[i].size] += n
		bases[ws[i].base] += n
	}
	return commonest(sizes), commonest(bases)
}

// commonest returns the key with the highest count, the smaller one of two.
func commonest[K float64 | uint32](counts map[K]int) K {
	var best K
	n := -1
	for k, c := range counts {
		if c > n || c == n && k < best {
			best, n = k, c
		}
	}
	return best
}

// dir is the direction of its first word, and of all that layout joins to it.
func (l *line) dir() direction { return l.words[0].dir }

// sameHeight is how far apart the bases of lines side by side may be, in ems.
const sameHeight = 0.35

// sizedAs reports whether l is set in the size of o.
func (l *line) sizedAs(o *line) bool { return math.Abs(l.size-o.size) <= 0.09*l.size }

// middleHeight is that of the middle of its letters.
func (l *line) middleHeight() float64 { return l.base - 0.3*l.size }

func (l *line) top() float64    { return l.base - 0.8*l.size }
func (l *line) bottom() float64 { return l.base + 0.2*l.size }
func (l *line) box() rect       { return rect{l.left, l.top(), l.right, l.bottom()} }

// mend joins pieces of one line that were not drawn one after the other.
func mend(in []*line) []*line {
	const window = 6
	var out []*line
	for _, l := range in {
		merged := false
		for i, n := len(out)-1, 0; i >= 0 && n < window && !merged; i, n = i-1, n+1 {
			merged = out[i].absorb(l)
		}
		if !merged {
			out = append(out, l)
		}
	}
	return out
}

// absorb takes the words of o into l where o stands right beside it.
func (l *line) absorb(o *line) bool {
	if l.dir() != o.dir() || math.Abs(l.base-o.base) > sameBase*max(l.size, o.size) {
		return false
	}
	if l.isInitialOf(o) || o.isInitialOf(l) {
		return false
	}
	near := 0.6 * max(l.size, o.size)
	if l.isLeader() || o.isLeader() {
		near *= 2 // a whole number of its signs leaves some room to the title
	}
	after, before := o.left-l.right, l.left-o.right
	if !(after > -0.1*near && after < near) && !(before > -0.1*near && before < near) {
		return false
	}
	l.words = append(l.words, o.words...)
	sort.SliceStable(l.words, func(i, j int) bool { return l.words[i].left < l.words[j].left })
	l.measure()
	return true
}

// text returns the words of l with single spaces between them.
func (l *line) text() string { return wordsText(l.words, l.base) }

// shows reports whether l has text.
func (l *line) shows() bool {
	return slices.ContainsFunc(l.words, func(w word) bool { return clean(w.text) != "" })
}

// wordsText joins words; those raised above base are set as superscripts.
func wordsText(ws []word, base float64) string {
	var b strings.Builder
	n := 0
	for i := range ws {
		n += len(ws[i].text) + 1
	}
	b.Grow(n)
	for i := range ws {
		w := &ws[i]
		if i > 0 && !w.joined {
			b.WriteByte(' ')
		}
		if base-w.base > 0.15*w.size {
			b.WriteString(superscript(w.text))
			continue
		}
		b.WriteString(w.text)
	}
	return clean(b.String())
}

// gaps are the widths of the white between the words of l.
func (l *line) gaps() []float64 {
	gaps := make([]float64, 0, len(l.words))
	for i := 1; i < len(l.words); i++ {
		gaps = append(gaps, l.words[i].left-l.words[i-1].right)
	}
	return gaps
}

// segments cuts l where a gap is wider than those between its words: between a
// label and its text, or between the cells of a table.
func (l *line) segments() []*line {
	gaps := l.gaps()
	sort.Float64s(gaps)
	wide := 0.8 * l.size
	switch n := len(gaps); {
	case n > 5:
		wide = max(wide, 2.2*gaps[n/2])
	case n > 2: // of a few words in several cells most gaps may be wide
		wide = max(wide, 2.2*gaps[(n-1)/3])
	}
	return l.cut(wide)
}

// cut parts l at the gaps that are wider than wide, but for one in which an inset stands.
func (l *line) cut(wide float64) []*line {
	var out []*line
	start := 0
	for i, gap := range l.gaps() {
		if gap > wide && !l.words[i+1].around {
			out = append(out, l.part(start, i+1))
			start = i + 1
		}
	}
	return append(out, l.part(start, len(l.words)))
}

// split parts the lines that are so from the others.
func split(ls []*line, so func(l *line) bool) (those, others []*line) {
	others = make([]*line, 0, len(ls))
	for _, l := range ls {
		if so(l) {
			those = append(those, l)
		} else {
			others = append(others, l)
		}
	}
	return those, others
}

// partsIn cuts l where place, of two words side by side, tells two places, and yields each
// part with its own.
func partsIn[K comparable](l *line, place func(w *word) K) iter.Seq2[K, *line] {
	return func(yield func(K, *line) bool) {
		for start := 0; start < len(l.words); {
			at, end := place(&l.words[start]), start+1
			for end < len(l.words) && place(&l.words[end]) == at {
				end++
			}
			if !yield(at, l.part(start, end)) {
				return
			}
			start = end
		}
	}
}

// part is the words of l from first to end as a line: l itself where that is all of them.
func (l *line) part(first, end int) *line {
	if end-first == len(l.words) {
		return l
	}
	p := &line{words: l.words[first:end:end], page: l.page, underlined: l.underlined}
	p.measure()
	return p
}

// inColumn reports whether some of o stands straight above or below l.
func (l *line) inColumn(o *line) bool { return o.left < l.right && o.right > l.left }

func (l *line) middle() float64 { return (l.left + l.right) / 2 }
