package plain

import (
	"slices"
	"strconv"
	"strings"

	"thematic/corpus"
)

// layout turns the lines of a text into blocks.
type layout struct {
	lines []placed
	width int  // of a full line
	wraps bool // whether paragraphs are broken into lines
	// numbered says that headings with one number ("3. Method") are there.
	numbered bool
	numbers  map[string]bool // of lines that are short enough for headings
	titles   map[string]bool // of headings, from the contents page: see titleKey
	words    map[string]bool // of the text, lower case: for hyphens
	breaks   bool            // whether lines end in the midst of words

	block   corpus.Block // the open one
	pieces  []piece
	open    bool
	last    placed // the last line of the open block
	pending string // a paragraph number on a line of its own
	counted int    // the last of these numbers
	section int    // the number of the last heading that has one without a full stop in it
	indents []int  // of the list items around
}

// placed is a line on its page.
type placed struct {
	line
	page int
	top  bool // the first of its page
}

// How lines are told to be wrapped: few are longer than wrapMost, and a good
// part reaches near the longest.
const (
	wrapMost = 140
	wrapPart = 0.25
)

func newLayout(pages []page) *layout {
	l := &layout{words: map[string]bool{}, titles: map[string]bool{}, numbers: map[string]bool{}}
	for i, p := range pages {
		for j, ln := range p.lines {
			l.lines = append(l.lines, placed{line: ln, page: i, top: j == 0})
			for word := range strings.FieldsSeq(strings.ToLower(ln.text)) {
				l.words[strings.Trim(word, ".,;:?!'\"()‘’“”")] = true
			}
			if l.isShort(ln.text) {
				l.numbers[headingNumber(ln.text)] = true
			}
		}
	}
	l.findBreaks()
	l.findTitles()
	l.numbered = l.numbers["1"] && l.numbers["2"] && l.numbers["3"]
	l.width = wrapMost
	lengths := lengthsOf(pages)
	width := fullLength(lengths)
	full := len(lengths) - lowerBound(lengths, width*3/4)
	if width <= wrapMost && width >= 30 && float64(full) >= wrapPart*float64(len(lengths)) {
		l.width, l.wraps = width, true
	}
	return l
}

// lowerBound returns how many of the sorted numbers are below n.
func lowerBound(sorted []int, n int) int {
	i, _ := slices.BinarySearch(sorted, n)
	return i
}

// write writes every line.
func (l *layout) write(w *writer) {
	for i := 0; i < len(l.lines); {
		if rows := l.contents(w, i); rows > 0 {
			i += rows
		} else {
			i += l.line(w, i)
		}
	}
	l.flush(w)
}

// flush writes the open block.
func (l *layout) flush(w *writer) {
	if l.open {
		w.block(l.block, l.pieces)
	}
	l.open, l.pieces = false, nil
}

// begin opens a block with the given text of a line.
func (l *layout) begin(w *writer, block corpus.Block, p placed, text string) {
	l.flush(w)
	if block.Number == "" {
		block.Number = l.pending
	}
	l.pending = ""
	if block.Kind != corpus.BlockBullet {
		l.indents = nil
	}
	if n, err := strconv.Atoi(headingNumber(text)); err == nil && block.Kind == corpus.BlockHeading {
		l.section = n
	}
	l.block, l.pieces, l.open, l.last = block, []piece{{p.page, []byte(text)}}, true, p
}

// join goes on with the open block.
func (l *layout) join(p placed) {
	end := &l.pieces[len(l.pieces)-1]
	text := p.text
	if n, ok := l.unhyphened(end.text, text); ok {
		end.text = end.text[:n]
	} else {
		text = " " + text
	}
	if end.page == p.page {
		end.text = append(end.text, text...)
	} else {
		l.pieces = append(l.pieces, piece{p.page, []byte(text)})
	}
	l.last = p
}

// line places the line i: it goes on with the open block, or opens one. It
// returns how many lines are placed.
func (l *layout) line(w *writer, i int) int {
	p := l.lines[i]
	if m := hashHeading.FindStringSubmatch(p.text); m != nil {
		l.begin(w, corpus.Block{Kind: corpus.BlockHeading, Level: len(m[1])}, p, m[2])
		return 1
	}
	if n := l.titleLines(i); n > 0 {
		l.begin(w, corpus.Block{Kind: corpus.BlockHeading, Level: l.titleLevel(p.text)}, p, p.text)
		for _, more := range l.lines[i+1 : i+n] {
			l.join(more)
		}
		return n
	}
	midway := l.open && l.goesOn(p)
	if text, inner, ok := cutBullet(p.text, midway); ok {
		l.begin(w, corpus.Block{Kind: corpus.BlockBullet, Level: l.depth(p.indent, inner)}, p, text)
		return 1
	}
	if l.open && l.block.Kind == corpus.BlockBullet && len(l.pieces[0].text) == 0 {
		l.join(p) // the bullet stood on a line of its own
		return 1
	}
	if l.isNumber(p.text) && !midway {
		l.flush(w)
		l.pending = strings.TrimSuffix(p.text, ".")
		l.counted, _ = strconv.Atoi(l.pending)
		return 1
	}
	if block, ok := l.heading(i); ok {
		l.begin(w, block, p, p.text)
		return 1
	}
	if midway {
		l.join(p)
		return 1
	}
	if label, text, ok := cutLabel(p.text); ok {
		l.begin(w, corpus.Block{Kind: corpus.BlockBullet, Level: l.depth(p.indent, false), Number: label}, p, text)
		return 1
	}
	l.begin(w, corpus.Block{Kind: corpus.BlockParagraph}, p, p.text)
	return 1
}

// isNumber reports whether text is the number of the paragraph that follows. One
// without a full stop is, where it is the next in order.
func (l *layout) isNumber(text string) bool {
	if bareNumber.MatchString(text) {
		n, _ := strconv.Atoi(text)
		return n == l.counted+1
	}
	return loneNumber.MatchString(text)
}

// How near to full a line is that another follows in the same paragraph: with
// the first word of the next it would have been longer than this part of the
// width. A line that ends a sentence has to be fuller to be in the middle of a
// paragraph.
const (
	fullMidway   = 0.70
	fullSentence = 0.92
)

// goesOn reports whether p goes on with the open block.
func (l *layout) goesOn(p placed) bool {
	switch {
	case !l.wraps, l.block.Kind == corpus.BlockHeading, l.block.Kind == corpus.BlockContents:
		return false
	case paragraphNo.MatchString(p.text) && !startsLower(p.text), itemLabel.MatchString(p.text), leaderRow.MatchString(p.text):
		return false
	case l.last.page != p.page:
		return !endsSentence(l.last.text) && (startsLower(p.text) || l.isFull(p, fullMidway))
	case p.gap, strings.HasSuffix(l.last.text, "?") && question.MatchString(p.text):
		return false
	case endsSentence(l.last.text):
		return l.isFull(p, fullSentence) && !strings.HasSuffix(l.last.text, ";") && !strings.HasSuffix(l.last.text, ":")
	case startsLower(p.text):
		return l.isFull(p, fullMidway/2)
	}
	return l.isFull(p, fullMidway)
}

// isFull reports whether the last line had no room for the first word of p.
func (l *layout) isFull(p placed, part float64) bool {
	length := l.last.length + l.last.indent
	return float64(length+1+len(firstWord(p.text))) >= part*float64(l.width)
}

// depth returns the level of a list item from its indent. An inner sign is on
// the second level at least.
func (l *layout) depth(indent int, inner bool) int {
	for len(l.indents) > 0 && l.indents[len(l.indents)-1] > indent {
		l.indents = l.indents[:len(l.indents)-1]
	}
	if len(l.indents) == 0 || l.indents[len(l.indents)-1] < indent {
		l.indents = append(l.indents, indent)
	}
	if inner {
		return max(len(l.indents), 2)
	}
	return len(l.indents)
}

// findBreaks tells whether lines break words: whether one begins with an ending
// after a hyphen, or what a line begins, before a hyphen, is no word of the text, and
// with what begins the next one it is.
func (l *layout) findBreaks() {
	for i := 1; i < len(l.lines) && !l.breaks; i++ {
		left, right, ok := hyphened(l.lines[i-1].text, l.lines[i].text)
		l.breaks = ok && (corpus.IsEnding(right) || !l.words[left] && l.words[left+right])
	}
}

// hyphened returns the parts, in lower case, of the word that goes on after a hyphen
// at the end of text without a space; false where none does.
func hyphened[T string | []byte](text T, next string) (left, right string, ok bool) {
	before, ok := strings.CutSuffix(string(text[max(0, len(text)-maxWord):]), "-")
	if !ok || before == "" || !startsLower(next) {
		return "", "", false
	}
	left = before[strings.LastIndexByte(before, ' ')+1:]
	right = strings.Trim(firstWord(next), ".,;:?!'\"()‘’“”")
	return strings.ToLower(left), strings.ToLower(right), true
}

// maxWord is the most bytes of a word before a hyphen that are looked at.
const maxWord = 100

// unhyphened returns how much of text stays before next, and true where text ends
// in a hyphen that next follows without a space. The hyphen goes where the word
// that is made without it is one, or where lines break words: unless both parts are
// known as words of their own: "well-" and "known" keep their hyphen.
func (l *layout) unhyphened(text []byte, next string) (int, bool) {
	left, right, ok := hyphened(text, next)
	switch n := len(text); {
	case !ok:
		return n, false
	case corpus.IsEnding(right), l.words[left+right]:
		return n - 1, true
	case !l.breaks, l.words[left+"-"+right], l.words[left] && l.words[right]:
		return n, true
	default:
		return n - 1, true
	}
}
