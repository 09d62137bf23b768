package pdf

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"thematic/corpus"
)

var (
	leaderPattern   = regexp.MustCompile(`^(.*?)\s*(?:[.…·_]\s?){4,}\s*(\d{1,4}|[ivxl]{1,6})?$`)
	contentsHeading = regexp.MustCompile(`(?i)^(table of )?contents( page)?:?$`)
	contentsEntry   = regexp.MustCompile(`^(.*\S)\s+(\d{1,3}|[ivxl]{1,6})$`)
	month           = regexp.MustCompile(`^(` + corpus.Months + `)\b`)
	yearHeading     = regexp.MustCompile(`^(19|20)\d\d$`)
)

// classify says of every block what it is.
func (d *document) classify() {
	contentsPage := -1
	var bare []*block // headings with a number that a space alone sets off
	for i, b := range d.blocks {
		if b.kind != "" {
			continue
		}
		text := d.linesText(b.lines)
		page := b.lines[0].page
		switch {
		case leader(text) != nil:
			b.kind = corpus.BlockContents
			contentsPage = page
		case contentsHeading.MatchString(text):
			b.kind = corpus.BlockHeading
			contentsPage = page
		case contentsPage == page && contentsEntry.MatchString(text):
			b.kind = corpus.BlockContents
		case d.isFootnote(b, text):
			b.kind = corpus.BlockFootnote
		case d.isHeading(b, d.after(i), text):
			b.kind = corpus.BlockHeading
			if b.findNumber() {
				bare = append(bare, b)
			} else {
				d.takeNumber(b)
			}
		case d.isListItem(b):
			b.kind = corpus.BlockBullet
			d.takeNumber(b)
		default:
			b.kind = corpus.BlockParagraph
			d.takeNumber(b)
		}
	}
	d.takeBareNumbers(bare)
	d.markCounted()
	d.markPromised()
	d.markAlike()
	d.unmarkRuns()
	d.setLevels()
	d.setDepths()
}

// setDepths gives list items their depth, by how far they are set in.
func (d *document) setDepths() {
	const same = 4 // points by which items of one list may differ
	var lefts []float64
	for _, b := range d.blocks {
		switch b.kind {
		case corpus.BlockParagraph, corpus.BlockHeading, corpus.BlockTableRow:
			lefts = lefts[:0]
			continue
		case corpus.BlockBullet:
		default:
			continue
		}
		x := b.lines[0].left
		for len(lefts) > 0 && x < lefts[len(lefts)-1]-same {
			lefts = lefts[:len(lefts)-1]
		}
		if len(lefts) == 0 || x > lefts[len(lefts)-1]+same {
			lefts = append(lefts, x)
		}
		b.level = len(lefts)
	}
}

// unmarkRuns takes for text what only seemed headings: four and more bold lines
// in a row with no text under them, as in the names below a letter, and the last
// block of the document.
func (d *document) unmarkRuns() {
	const most = 3
	start := 0
	for i := 0; i <= len(d.blocks); i++ {
		if i < len(d.blocks) && d.blocks[i].kind == corpus.BlockHeading && d.blocks[i].lines[0].size < 1.12*d.body {
			continue
		}
		if i-start > most || i == len(d.blocks) {
			for _, b := range d.blocks[start:i] {
				b.kind = corpus.BlockParagraph
			}
		}
		start = i + 1
	}
}

// leader returns the parts of a contents entry with a leader of dots: the whole,
// the title, the page. It returns nil for any other text.
func leader(text string) []string {
	if !containsAny(text, "..", ". .", "…", "·", "_") {
		return nil
	}
	return leaderPattern.FindStringSubmatch(text)
}

func (d *document) after(i int) *block {
	if i+1 < len(d.blocks) {
		return d.blocks[i+1]
	}
	return nil
}

func (d *document) isFootnote(b *block, text string) bool {
	return b.lines[0].size <= noteSize*d.body && noteStart.MatchString(text) && len(text) > 8
}

// isHeading reports whether b stands out from the body as headings do: larger,
// or bold and short, or numbered in capitals.
func (d *document) isHeading(b *block, next *block, text string) bool {
	first := b.lines[0]
	letters := strings.IndexFunc(text, unicode.IsLetter) >= 0 && !initial.MatchString(text)
	if !letters && !yearHeading.MatchString(text) || len(text) > 250 || len(b.lines) > 5 || b.label.bullet || isPullQuote(text) {
		return false
	}
	if first.side {
		return true
	}
	if first.inset && (next == nil || !next.lines[0].inset) { // a quotation set large heads nothing
		return false
	}
	if first.size >= 1.12*math.Max(d.body, b.pageSize) {
		return !b.isSaid(text)
	}
	if strings.HasSuffix(text, ",") || first.size < 0.93*d.body && !d.isSmallHeading(b, next, text) {
		return false
	}
	bold := true
	for _, l := range b.lines {
		bold = bold && l.bold
	}
	if bold && next != nil {
		return !(strings.HasSuffix(text, ".") && len(text) > 60)
	}
	return d.isMarked(b, text) && b.apart(next)
}

// isMarked reports whether b, no larger and no bolder than the body, is set
// otherwise than the body is, and no sentence.
func (d *document) isMarked(b *block, text string) bool {
	first := b.lines[0]
	if strings.HasSuffix(text, ".") || strings.ContainsAny(text, "@/") {
		return false
	}
	return first.underlined || capitals(text) || first.colour != d.colour || first.italic && !quoted.MatchString(text)
}

// quoted finds what may be italic because somebody else said it.
var quoted = regexp.MustCompile(`^["'“‘(]|^\p{Ll}|[,;:!"'’”)]$`)

var captionStart = regexp.MustCompile(`(?i)^(fig(ure)?|table|chart|diagram|map|picture|photo(graph)?|source|note)s?\b`)

// pullQuote finds a sentence that somebody said, as it is set large beside the
// text it is from.
var pullQuote = regexp.MustCompile(`^["“][^"“”]+[.!…]["”]$|^['‘][^'‘]+[.!…]['’]$`)

func isPullQuote(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("\"“'‘", first) && pullQuote.MatchString(text)
}

// leastSaid is how many words a sentence has that is set large without quotation marks
// and is no heading.
const leastSaid = 8

var (
	asksStart = regexp.MustCompile(`(?i)^(how|what|why|when|where|which|who)\b`)
	// countedStart is how a heading begins that is counted by a word: "Finding 3".
	countedStart = regexp.MustCompile(`(?i)^(\pL+ )?(finding|lesson|learning|recommendation|theme|point|question|issue|episode|area|part|chapter|appendix) (\d+|[a-z])\b`)
	// ofOne finds the first person singular, and neither "Child I" nor "Part I"; ofSeveral
	// the plural, which headings have too.
	ofOne     = regexp.MustCompile(`(?:^|[.!?,;"“‘'–-] ?|\b\p{Ll}+[,;]? )I(?:['’]\pL+|,? \p{Ll})|\b(?:me|[Mm]y|mine|myself)\b`)
	ofSeveral = regexp.MustCompile(`\b(?:[Ww]e|us|[Oo]urs?)\b`)
	// subjectStart is how a sentence begins, and a heading does not.
	subjectStart = regexp.MustCompile(`^(?:We|They|He|She|It|You|There|Nobody|No one|Everyone|Everybody)\b`)
)

// isSaid reports whether b, set larger than the body, is a sentence set large to stand
// out, as somebody said it or as it stands in the text: of one who speaks of himself, or
// of several, or ended by a full stop and not bold. Headings that ask, or are counted, are
// none, and neither is one such as "Our response to the concerns that were raised".
func (b *block) isSaid(text string) bool {
	first := b.lines[0]
	if b.label.words > 0 || strings.Count(text, " ") < leastSaid-1 || numberLabel.MatchString(first.words[0].text) ||
		asksStart.MatchString(text) || countedStart.MatchString(text) || strings.HasSuffix(text, ":") {
		return false
	}
	return ofOne.MatchString(text) || strings.HasSuffix(text, ".") && !first.bold ||
		ofSeveral.MatchString(text) && subjectStart.MatchString(text)
}

// isSmallHeading reports whether b, set smaller than the body, may be a heading
// all the same: a line right above and in line with text of the body's size, and
// no caption.
func (d *document) isSmallHeading(b, next *block, text string) bool {
	l := b.lines[0]
	if next == nil || next.kind != "" || l.size < 0.85*d.body || captionStart.MatchString(text) || strings.HasSuffix(text, ".") {
		return false
	}
	below := next.lines[0]
	return below.page == l.page && below.size > 0.97*d.body && math.Abs(below.left-l.left) < 2 && below.base-l.base < 3*l.size
}

// findNumber looks for a number at the head of a heading that nothing but a space
// sets off, as in "2 Methodology".
func (b *block) findNumber() bool {
	ws := b.lines[0].words
	if b.label.words > 0 || len(ws) < 2 || !numberLabel.MatchString(ws[0].text) {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(ws[1].text); !unicode.IsUpper(r) || month.MatchString(ws[1].text) {
		return false
	}
	b.label = label{text: ws[0].text, words: 1, depth: 1}
	return true
}

// takeBareNumbers takes the numbers of headings from their text where they count:
// from 1, or with another before or behind. That of "7 Minute Briefing" does not.
func (d *document) takeBareNumbers(headings []*block) {
	counted := map[string]bool{}
	for _, b := range d.blocks {
		if b.number != "" {
			counted[b.number] = true
		}
	}
	for _, b := range headings {
		counted[b.label.text] = true
	}
	for _, b := range headings {
		n, _ := strconv.Atoi(b.label.text)
		if n != 1 && !counted[strconv.Itoa(n-1)] && !counted[strconv.Itoa(n+1)] {
			b.label = label{}
		}
		d.takeNumber(b)
	}
}

// apart reports whether b is one short line with text of its own below it.
func (b *block) apart(next *block) bool {
	return len(b.lines) == 1 && next != nil && next.lines[0].page == b.lines[0].page &&
		next.lines[0].left < b.lines[0].right && !next.lines[0].underlined && len(next.lines) > 1
}

// capitals reports whether text is words in capitals.
func capitals(text string) bool {
	n := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n >= 5
}

// isListItem reports whether b is an item of a list: after a bullet, or a
// letter, or a number set in from the margin of the page.
func (d *document) isListItem(b *block) bool {
	if b.label.words == 0 {
		return false
	}
	if b.label.bullet || b.label.depth == 0 {
		return true
	}
	return b.label.depth == 1 && b.lines[0].left > b.edge+1.2*b.lines[0].size
}

// Numbers that count on under one heading after another are those of the
// paragraphs of a report, and no list's.
const (
	leastCounted  = 5 // of them
	leastHeadings = 2 // that they count on under
	mostCounts    = 50
)

// counting is a count of numbered blocks that all begin at one place.
type counting struct {
	blocks   []*block
	marked   int // of them are taken for paragraphs
	number   int // of the last
	heading  int // headings before the last
	headings int // that it counted on under
}

// markCounted takes for paragraphs the list items whose numbers count on through
// the document, as where numbers stand to the right of headings in the margin.
func (d *document) markCounted() {
	var counts []*counting
	headings := 0
	for _, b := range d.blocks {
		if b.kind == corpus.BlockHeading {
			headings++
		}
		if b.kind != corpus.BlockBullet || b.label.depth != 1 {
			continue
		}
		n, err := strconv.Atoi(b.number)
		if err != nil {
			continue
		}
		at := len(counts) - 1
		for at >= 0 && !counts[at].takes(b, n) {
			at--
		}
		if at < 0 {
			counts = append(counts[max(0, len(counts)-mostCounts):], &counting{blocks: []*block{b}, number: n, heading: headings})
			continue
		}
		c := counts[at]
		counts = counts[:at+1] // what was counted since stands within a paragraph
		c.headings += min(headings-c.heading, 1)
		c.blocks, c.number, c.heading = append(c.blocks, b), n, headings
		if len(c.blocks) >= leastCounted && c.headings >= leastHeadings {
			for _, o := range c.blocks[c.marked:] {
				o.kind = corpus.BlockParagraph
			}
			c.marked = len(c.blocks)
		}
	}
}

// takes reports whether b, with the number n, is the next of c.
func (c *counting) takes(b *block, n int) bool {
	const same = 4 // points by which they may differ
	return n == c.number+1 && math.Abs(b.label.left-c.blocks[0].label.left) < same
}

// takeNumber moves the label of b out of its text, where it is no sign.
func (d *document) takeNumber(b *block) {
	if b.label.words == 0 || b.label.sign {
		return
	}
	first := *b.lines[0]
	if len(first.words) <= b.label.words && len(b.lines) == 1 {
		b.label = label{} // nothing but the label: it is the text
		return
	}
	b.number = b.label.text
	if first.words = first.words[b.label.words:]; len(first.words) == 0 {
		b.lines = b.lines[1:]
		return
	}
	b.lines[0] = &first
}
