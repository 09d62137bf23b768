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
// numbered paragraphs that they are of. Such a heading looks otherwise than the
// text, stands on the height of a number, and ends before the edge at which all
// numbers of the page begin.

const (
	maxSideWords = 10  // of a heading in the margin
	sideGap      = 0.8 // ems between it and the numbers, at least
)

// sideNumber is a line with the number of a paragraph.
type sideNumber struct {
	line *line
	at   int // the word that is the number
	key  []int
}

// sideHeadings puts the headings that stand in the margin before the paragraphs
// that they stand beside, and marks their lines.
func sideHeadings(ls []*line) []*line {
	numbers := besideNumbers(ls)
	if len(numbers) == 0 {
		return ls
	}
	edge := numbers[0].line.words[numbers[0].at].left
	before, cut := map[*line][]*line{}, map[*line]*line{}
	for _, n := range numbers {
		before[n.line] = sideHeading(ls, n, edge, cut)
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

// besideNumbers returns the lines of a page with numbers that rise from one edge,
// in the order of their heights; none where these are too few to tell.
func besideNumbers(ls []*line) []sideNumber {
	places := map[float64]int{}
	var all []sideNumber
	for _, l := range ls {
		if at := numberAt(l); at >= 0 {
			w := &l.words[at]
			all = append(all, sideNumber{l, at, numberKey(w.text)})
			places[math.Round(w.left)]++
		}
	}
	edge := commonest(places)
	all = slices.DeleteFunc(all, func(n sideNumber) bool { return math.Abs(n.line.words[n.at].left-edge) > 2 })
	slices.SortStableFunc(all, func(a, b sideNumber) int { return cmp.Compare(a.line.base, b.line.base) })
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

// numberAt returns the word of l that is the number of a paragraph: the first, or
// one that a wide gap sets off. It returns -1 where none is.
func numberAt(l *line) int {
	if l.table > 0 {
		return -1
	}
	for i := range len(l.words) - 1 {
		w := &l.words[i]
		wide := i == 0 || w.left-l.words[i-1].right >= sideGap*l.size
		if wide && w.text != "" && w.text[0] >= '0' && w.text[0] <= '9' && l.words[i+1].left-w.right > 0.3*l.size && numberLabel.MatchString(w.text) {
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
func sideHeading(ls []*line, n sideNumber, edge float64, cut map[*line]*line) []*line {
	text := part(n.line, n.at+1, len(n.line.words))
	var heading []*line
	for _, l := range ls {
		if _, taken := cut[l]; taken || l.table > 0 || l.words[0].dir != n.line.words[0].dir {
			continue
		}
		end := len(l.words)
		for end > 0 && l.words[end-1].right > edge-sideGap*l.size {
			end--
		}
		if end == 0 || end < len(l.words) && l.words[end].left < edge-2 {
			continue
		}
		h := part(l, 0, end)
		if len(heading) == 0 {
			if math.Abs(h.base-n.line.base) > 0.35*h.size {
				continue
			}
		} else if last := heading[len(heading)-1]; math.Abs(h.left-last.left) > 2 || h.base <= last.base || h.base-last.base > 1.6*h.size {
			continue
		}
		if !h.looksBeside(text) {
			continue
		}
		heading = append(heading, h)
		cut[l] = nil
		if end < len(l.words) {
			cut[l] = part(l, end, len(l.words))
		}
	}
	return heading
}

// part is the words of l from first to end as a line.
func part(l *line, first, end int) *line {
	p := &line{words: l.words[first:end:end], page: l.page}
	p.measure()
	return p
}

// looksBeside reports whether h, which it then marks, looks as a heading beside
// text does.
func (h *line) looksBeside(text *line) bool {
	said := h.text()
	h.side = len(h.words) <= maxSideWords && strings.IndexFunc(said, unicode.IsLetter) >= 0 && !strings.HasSuffix(said, ".") &&
		(h.bold && !text.bold || h.colour != text.colour || h.italic && !text.italic || h.size > 1.1*text.size)
	return h.side
}
