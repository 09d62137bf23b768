package pdf

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Some reviews set their headings in the left margin, beside the first of the
// paragraphs that they are of. Such a heading looks otherwise than the text,
// stands on the height of a number or of the first line of a paragraph, and ends
// before the edge at which all numbers, or most lines, of the page begin.

const (
	maxSideWords = 10  // of a heading in the margin
	sideGap      = 0.8 // ems between it and a number that is drawn with it, at least
	narrowGap    = 0.5 // ems between it and the text, at least
	maxSidePage  = 400 // lines; more are a drawing
	linesBeside  = 4   // of text for each line in the margin, at least
)

// sideStart is a line that a heading in the margin may stand beside.
type sideStart struct {
	line *line
	at   int   // the word at the edge, the number of a paragraph where it has one
	key  []int // parts of that number
}

// text is what of the line is text of the paragraph.
func (s sideStart) text() *line { return s.line.part(s.at+min(len(s.key), 1), len(s.line.words)) }

// sideHeadings puts the headings that stand in the margin before the paragraphs
// that they stand beside, and marks their lines.
func sideHeadings(ls []*line) []*line {
	starts := besideStarts(ls)
	if len(starts) == 0 {
		starts = besideProse(ls)
	}
	if len(starts) == 0 {
		return ls
	}
	edge := starts[0].line.words[starts[0].at].left
	before, cut := map[*line][]*line{}, map[*line]*line{}
	for _, s := range starts {
		before[s.line] = sideHeading(ls, s, edge, cut)
	}
	if len(cut) == 0 {
		return ls
	}
	var out []*line
	for _, l := range ls {
		out = append(out, before[l]...)
		if rest, ok := cut[l]; !ok {
			out = append(out, l)
		} else if rest != nil {
			out = append(out, rest)
		}
	}
	return out
}

// besideStarts returns the lines of a page with numbers that rise from one edge,
// in the order of their heights; none where these are too few to tell.
func besideStarts(ls []*line) []sideStart {
	places := map[float64]int{}
	var all []sideStart
	for _, l := range ls {
		if at := numberAt(l); at >= 0 {
			w := &l.words[at]
			all = append(all, sideStart{l, at, numberKey(w.text)})
			places[math.Round(w.left)]++
		}
	}
	edge := commonest(places)
	all = slices.DeleteFunc(all, func(n sideStart) bool { return math.Abs(n.line.words[n.at].left-edge) > 2 })
	slices.SortStableFunc(all, func(a, b sideStart) int { return cmp.Compare(a.line.base, b.line.base) })
	least := 2
	for i, n := range all {
		if len(n.key) == 1 {
			least = 3
		}
		if i > 0 && slices.Compare(all[i-1].key, n.key) >= 0 {
			return nil
		}
	}
	if len(all) < least {
		return nil
	}
	return all
}

// besideProse returns the first lines of the paragraphs of a page most of whose
// lines begin at one edge with a margin to its left, in the order of their heights;
// none where more than headings may stand in the margin.
func besideProse(ls []*line) []sideStart {
	if len(ls) > maxSidePage {
		return nil
	}
	lefts := map[float64]int{}
	for _, l := range ls {
		lefts[math.Round(l.left)]++
	}
	edge := commonest(lefts)
	var text []*line
	margin := 0
	for _, l := range ls {
		switch {
		case l.table > 0:
		case l.right < edge-narrowGap*l.size:
			margin++
		case math.Abs(l.left-edge) < 2:
			text = append(text, l)
		}
	}
	if margin == 0 || len(text) < linesBeside*margin || lowerShare(text) < proseShare {
		return nil
	}
	slices.SortStableFunc(text, func(a, b *line) int { return cmp.Compare(a.base, b.base) })
	full := fullEdge(text)
	var out []sideStart
	for i, l := range text {
		if i == 0 || l.base-text[i-1].base > 1.6*l.size || endsSentence(text[i-1]) || text[i-1].right < full-4*l.size {
			out = append(out, sideStart{line: l})
		}
	}
	return out
}

// numberAt returns the word of l that is the number of a paragraph: the first, or
// one that a wide gap sets off. It returns -1 where none is.
func numberAt(l *line) int {
	if l.table > 0 {
		return -1
	}
	for i := range len(l.words) - 1 {
		w := &l.words[i]
		wide := i == 0 || w.left-l.words[i-1].right >= sideGap*l.size
		if wide && w.text[0] >= '0' && w.text[0] <= '9' && l.words[i+1].left-w.right > 0.3*l.size && numberLabel.MatchString(w.text) {
			return i
		}
	}
	return -1
}

// numberKey are the parts of a number: 4 and 12 of "4.12".
func numberKey(text string) []int {
	var key []int
	for part := range strings.SplitSeq(numberLabel.FindStringSubmatch(text)[1], ".") {
		n, _ := strconv.Atoi(part)
		key = append(key, n)
	}
	return key
}

// sideHeading returns the lines of the heading beside n, nil where there is none,
// and notes in cut what is left of the lines that they are taken from: nil where
// nothing is.
func sideHeading(ls []*line, n sideStart, edge float64, cut map[*line]*line) []*line {
	text := n.text()
	var heading []*line
	for _, l := range ls {
		if _, taken := cut[l]; taken || l.table > 0 || l.dir() != n.line.dir() {
			continue
		}
		end := len(l.words)
		for end > 0 && l.words[end-1].right > edge-narrowGap*l.size {
			end--
		}
		if end == 0 || end < len(l.words) && l.words[end].left < edge-2 {
			continue
		}
		h := l.part(0, end)
		if len(heading) == 0 {
			if math.Abs(h.base-n.line.base) > sameHeight*h.size {
				continue
			}
		} else if last := heading[len(heading)-1]; math.Abs(h.left-last.left) > 2 || h.base <= last.base || h.base-last.base > 1.6*h.size {
			continue
		}
		if len(heading) == 0 && strings.IndexFunc(h.text(), unicode.IsLetter) < 0 || !h.looksBeside(text) {
			continue
		}
		heading = append(heading, h)
		cut[l] = nil
		if end < len(l.words) {
			cut[l] = l.part(end, len(l.words))
		}
	}
	return heading
}

// looksBeside reports whether h, which it then marks, looks as a heading beside
// text does.
func (h *line) looksBeside(text *line) bool {
	said := h.text()
	h.side = len(h.words) <= maxSideWords && !strings.HasSuffix(said, ".") &&
		(h.bold && !text.bold || h.colour != text.colour || h.italic && !text.italic || h.size > 1.1*text.size)
	return h.side
}
