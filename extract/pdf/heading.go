package pdf

import (
	"math"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"thematic/corpus"
)

// A heading is known by how it is set: larger than the text, or bolder, or otherwise than
// the text below it; and by that others are set as it is.

const headingSize = 1.12 // of the body: what is set larger is a heading, unless somebody said it

var yearHeading = regexp.MustCompile(`^(19|20)\d\d$`)

// isHeading reports whether b stands out from the body as headings do: larger,
// or bold and short, or numbered in capitals.
func (d *document) isHeading(b *block, next *block, text string) bool {
	first := b.lines[0]
	letters := strings.IndexFunc(text, unicode.IsLetter) >= 0 && !initial.MatchString(text)
	if !letters && !yearHeading.MatchString(text) || len(text) > 250 || len(b.lines) > 5 || b.label.bullet || isPullQuote(text) || b.headsTable(next) {
		return false
	}
	if first.side {
		return true
	}
	if first.inset && !b.headsInset(next, text) {
		return false
	}
	if first.size >= headingSize*max(d.body, b.pageSize) {
		return (len(text) < 200 || first.bold) && !b.isSaid(text)
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

// headsTable reports whether b is the row of headings of a table that stands alone at the
// foot of a page: one line in three cells or more.
func (b *block) headsTable(next *block) bool {
	first := b.lines[0]
	return len(b.lines) == 1 && next != nil && next.lines[0].page != first.page && len(first.segments()) > 2
}

// headsInset reports whether b, of an inset, may be the heading of what follows in it: a
// quotation set large heads nothing.
func (b *block) headsInset(next *block, text string) bool {
	l := b.lines[0]
	return next != nil && next.lines[0].page == l.page && next.lines[0].inset && next.lines[0].panel == l.panel && !strings.HasSuffix(text, ".")
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
	ended := strings.HasSuffix(text, ".")
	return ofOne.MatchString(text) || ended && !first.bold ||
		ofSeveral.MatchString(text) && (ended || subjectStart.MatchString(text))
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

// markAlike takes for headings the single lines that are set as headings are
// which neither size nor weight tells from the text: what stands alone above
// paragraphs three times stands above tables, lists and other headings as well.
func (d *document) markAlike() {
	headings := map[looks]int{}
	for _, b := range d.blocks {
		if b.kind == corpus.BlockHeading {
			headings[looksOf(b, d.linesText(b.lines))]++
		}
	}
	for _, b := range d.blocks {
		if b.kind != corpus.BlockParagraph || len(b.lines) > 1 {
			continue
		}
		if text := d.linesText(b.lines); d.isMarked(b, text) && headings[looksOf(b, text)] >= leastOfStyle {
			b.kind = corpus.BlockHeading
		}
	}
}

const leastOfStyle = 3 // headings set alike, to make a style

// unmarkRuns takes for text what only seemed headings: four and more bold lines
// in a row with no text under them, as in the names below a letter, and the last
// block of the document.
func (d *document) unmarkRuns() {
	const most = 3
	start := 0
	for i := 0; i <= len(d.blocks); i++ {
		if i < len(d.blocks) && d.blocks[i].kind == corpus.BlockHeading && d.blocks[i].lines[0].size < headingSize*d.body {
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
