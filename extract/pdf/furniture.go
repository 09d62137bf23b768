package pdf

import (
	"math"
	"regexp"
	"sort"
	"strconv"
	"strings"
)

// Furniture is what belongs to the pages and not to the text: running headers,
// running footers, page numbers. It is known by coming back: the same words,
// their digits aside, in the same place near the edge of several pages.

const (
	edgeLines = 5    // lines from either edge that may be furniture
	edgeBand  = 0.15 // part of the page's height they lie in
	edgeShift = 8    // points by which their place may vary
)

// edgeLine is a line that may be furniture.
type edgeLine struct {
	*line
	sheet *sheet
	order int // from the edge, 0 the outermost
	foot  bool
	key   string // its text, digits normalised
	rank  int    // among the lines of the same key
	nums  []int  // the numbers in its text
	note  bool   // ends a note, and may come back because that does
	found bool   // to be furniture
}

// setFurnitureApart moves furniture from the lines of every page, and the
// letterhead from those of the first.
func (d *document) setFurnitureApart() {
	byKey := map[string][]*edgeLine{}
	edges := make([][]*edgeLine, len(d.pages))
	for i, s := range d.pages {
		edges[i] = append(s.edgeLines(false), s.edgeLines(true)...)
		for _, e := range edges[i] {
			e.rank = len(byKey[e.key])
			byKey[e.key] = append(byKey[e.key], e)
		}
	}
	d.findFurniture(edges, byKey)
	for i, s := range d.pages {
		s.remove(edges[i])
		for _, e := range edges[i] {
			if n, ok := e.counter(byKey[e.key]); ok && e.found && s.label == "" {
				s.label = strconv.Itoa(n)
			}
		}
	}
	if len(d.pages) > 0 {
		d.pages[0].setLetterheadApart()
	}
}

// findFurniture finds which of the lines at the edges of each page are furniture.
func (d *document) findFurniture(edges [][]*edgeLine, byKey map[string][]*edgeLine) {
	numbered := pageNumbers(edges)
	for _, page := range edges {
		for _, e := range page {
			e.found = e.artifact || numbered[e.line] || e.recurs(byKey[e.key], len(d.pages))
		}
	}
	for _, page := range edges {
		counting := map[*line]bool{} // the pages
		for _, e := range page {
			_, counts := e.counter(byKey[e.key])
			counting[e.line] = e.found && counts || numbered[e.line]
		}
		for _, e := range page {
			e.note = e.found && !e.artifact && !numbered[e.line] && e.endsNote(counting)
		}
	}
	for _, page := range edges {
		for _, e := range page {
			if e.note { // furniture where it comes back without a note as well
				e.found = e.recurs(byKey[e.key], len(d.pages))
			}
		}
	}
}

// edgeLines returns the outermost lines at the head or the foot of a page.
func (s *sheet) edgeLines(foot bool) []*edgeLine {
	var out []*edgeLine
	for _, l := range s.lines {
		near := l.base < edgeBand*s.seen().height
		if foot {
			near = l.base > (1-edgeBand)*s.seen().height
		}
		if l.artifact || near && l.dir() == s.turn {
			out = append(out, &edgeLine{line: l, sheet: s, foot: foot, key: furnitureKey(l.text()), nums: numbersIn(l.text())})
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		if foot {
			return out[i].base > out[j].base
		}
		return out[i].base < out[j].base
	})
	order := 0
	for i, e := range out {
		if i > 0 && math.Abs(e.base-out[i-1].base) > 2 {
			order++
		}
		if e.order = order; order == edgeLines {
			return out[:i]
		}
	}
	return out
}

var (
	digitsPattern = regexp.MustCompile(`\d+`)
	romanPattern  = regexp.MustCompile(`\b[ivxl]+\b`)
	numberPattern = regexp.MustCompile(`^(?i:page|p\.?)?[\s\-–—|[(]*(\d{1,4}|[ivxlIVXL]{1,7})[\s\-–—|\])]*(?:(?i:of)\s*\d{1,4}|/\s*\d{1,4})?$`)
)

func furnitureKey(text string) string {
	key := digitsPattern.ReplaceAllString(strings.ToLower(text), "#")
	return romanPattern.ReplaceAllString(key, "#")
}

// recurs reports whether e comes back in its place on enough pages: three, or
// two of a file that has no more than three. Those on which it ends a note do not
// count.
func (e *edgeLine) recurs(alike []*edgeLine, pages int) bool {
	const window = 40 // lines of the same key looked at either way
	need := 3
	if pages <= 3 {
		need = 2
	}
	seen := map[int]bool{e.sheet.index: true}
	for i := max(0, e.rank-window); i < len(alike) && i <= e.rank+window; i++ {
		if o := alike[i]; o.foot == e.foot && !o.note && e.samePlace(o) && e.countsWith(o) {
			seen[o.sheet.index] = true
		}
	}
	return len(seen) >= need
}

// endsNote reports whether e goes on a sentence of the note at the foot of its
// page, as the last line of a source does that is cited on many pages. A line that
// is counting the pages begins no note but a running footer.
func (e *edgeLine) endsNote(counting map[*line]bool) bool {
	const most = 8 // lines of a note above it
	l := e.line
	for range most {
		above := l.above(e.sheet.lines)
		if !e.foot || above == nil || counting[above] || l == e.line && endsSentence(above) && !startsLower(l) {
			return false
		}
		if startsNote(above) {
			return true
		}
		l = above
	}
	return false
}

// above returns the line of ls that l is set right below, in type of its size;
// nil where none is.
func (l *line) above(ls []*line) *line {
	for _, o := range ls {
		if gap := l.base - o.base; gap > 0.5*l.size && gap < 1.4*l.size && l.inColumn(o) && math.Abs(o.size-l.size) < 0.05*l.size {
			return o
		}
	}
	return nil
}

func numbersIn(text string) []int {
	var out []int
	for _, s := range digitsPattern.FindAllString(text, -1) {
		n, _ := strconv.Atoi(s)
		out = append(out, n)
	}
	return out
}

// countsWith reports whether the numbers in two lines are the same or count with
// the pages, as no numbers in a text do.
func (e *edgeLine) countsWith(o *edgeLine) bool {
	if len(e.nums) != len(o.nums) {
		return false
	}
	for i, n := range e.nums {
		if d := o.nums[i] - n; d != 0 && d != o.sheet.index-e.sheet.index {
			return false
		}
	}
	return true
}

// counter returns the number in e that counts with the pages.
func (e *edgeLine) counter(alike []*edgeLine) (int, bool) {
	for _, o := range []int{e.rank - 1, e.rank + 1} {
		if o < 0 || o >= len(alike) || !e.countsWith(alike[o]) {
			continue
		}
		for i, n := range e.nums {
			if n != alike[o].nums[i] {
				return n, true
			}
		}
	}
	return 0, false
}

// samePlace compares distances from the edge, since pages may differ in height.
func (e *edgeLine) samePlace(o *edgeLine) bool {
	a, b := e.base, o.base
	if e.foot {
		a, b = e.sheet.seen().height-a, o.sheet.seen().height-b
	}
	return math.Abs(a-b) <= edgeShift && math.Abs(e.size-o.size) < 0.1*e.size
}

// pageNumbers finds lines that are only a number which counts with the pages.
func pageNumbers(edges [][]*edgeLine) map[*line]bool {
	byOffset := map[int][]*line{}
	for i := range edges {
		for _, e := range edges[i] {
			if n, ok := pageNumber(e.text()); ok && e.order <= 1 {
				byOffset[n-i] = append(byOffset[n-i], e.line)
			}
		}
	}
	found := map[*line]bool{}
	for _, ls := range byOffset {
		if len(ls) < 2 && len(edges) > 1 {
			continue
		}
		for _, l := range ls {
			found[l] = true
		}
	}
	return found
}

// pageNumber reads a line that is a page number and nothing else.
func pageNumber(text string) (int, bool) {
	m := numberPattern.FindStringSubmatch(text)
	if m == nil {
		return 0, false
	}
	if n, err := strconv.Atoi(m[1]); err == nil {
		return n, true
	}
	return romanValue(strings.ToUpper(m[1])), true
}

// remove sets the found lines of s apart. A line counts only where every line
// between it and the edge is furniture too, so that nothing is taken out of the
// middle of the text.
func (s *sheet) remove(edges []*edgeLine) {
	open := map[bool]int{false: edgeLines, true: edgeLines} // by foot: the first order that is not furniture
	for _, e := range edges {
		if !e.found && e.order < open[e.foot] {
			open[e.foot] = e.order
		}
	}
	out := map[*line]bool{}
	for _, e := range edges {
		if e.found && (e.artifact || e.order < open[e.foot]) {
			out[e.line] = true
		}
	}
	s.setApart(out)
	s.labelFromFurniture()
}

// setApart moves lines from the text to the furniture.
func (s *sheet) setApart(out map[*line]bool) {
	those, others := split(s.lines, func(l *line) bool { return out[l] })
	s.furniture, s.lines = append(s.furniture, those...), others
}

// labelFromFurniture takes the printed page number where the file states no label.
func (s *sheet) labelFromFurniture() {
	for _, l := range s.furniture {
		if s.label != "" {
			return
		}
		if m := numberPattern.FindStringSubmatch(l.text()); m != nil {
			s.label = m[1]
		}
	}
}
