package extract

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"thematic/corpus"
)

// What makes a contents list of titles that numbers follow.
const (
	entriesLeast = 4
	pagesLeast   = 3    // different numbers among them
	titleWords   = 16   // the most of a title, on average
	listBlocks   = 300  // the most of a list
	lineWords    = 600  // the most of a block of it
	frontBytes   = 4000 // where a list begins at the latest in a short text
	wrappedMost  = 3    // how many blocks in a row may have no number
)

var (
	contentsName = regexp.MustCompile(`(?i)(?:\bcontents(?: page)?|^index(?: page)?|^(?:chapter|section|title) page(?: number)?):?$`)
	titleWord    = regexp.MustCompile(`\pL{3}`)
	pageNumber   = regexp.MustCompile(`^\d{1,3}$`)
	pageSaid     = regexp.MustCompile(`(?i:page|pg\.?) \d{1,3}$`)
	// sentenceEnd is where one sentence ends and another begins: in no contents list.
	sentenceEnd = regexp.MustCompile(`\pL{3,}[.;!] \pL`)
)

// markContents makes contents entries of the blocks that are lists of titles with
// page numbers that rise, however they are set: as one paragraph, as headings or
// paragraphs, as the rows of a table. Such a list stands below a heading that says
// so, in the first quarter of a text or near its beginning. Without one it is
// none, unless "page" stands before each number: it may give ages, or the counts of
// an audit.
func markContents(text *corpus.Text) {
	front := max(len(text.Body)/4, frontBytes)
	for i := 0; i < len(text.Blocks) && text.Blocks[i].Span.Start <= front; {
		i = markList(text, i)
	}
	for i, b := range text.Blocks {
		if b.Span.Start > front {
			break
		}
		if b.Kind == corpus.BlockHeading && isContentsName(text.Slice(b.Span)) {
			markTitles(text, i)
			break
		}
	}
	var body []byte // without the tabs of rows that became entries
	for _, b := range text.Blocks {
		if line := text.Slice(b.Span); b.Kind == corpus.BlockContents && strings.Contains(line, "\t") {
			if body == nil {
				body = []byte(text.Body)
			}
			copy(body[b.Span.Start:], strings.ReplaceAll(line, "\t", " "))
		}
	}
	if body != nil {
		text.Body = string(body)
	}
}

// markList marks the list that begins with block i, if one does, and returns the
// block at which to look for the next.
func markList(text *corpus.Text, i int) int {
	first, headed := text.Slice(text.Blocks[i].Span), headedContents(text, i)
	if !headed && !saysPage(first) || len(pagesIn(first, 1)) == 0 || !titleWord.MatchString(first) {
		return i + 1
	}
	var pages []int
	least, end, with, words := 1, i, 0, 0
	for j := i; j < min(len(text.Blocks), i+listBlocks) && j-end <= wrappedMost; j++ {
		line := text.Slice(text.Blocks[j].Span)
		found := pagesIn(line, least)
		if !headed && !saysPage(line) {
			found = nil
		}
		wraps := corpus.CountWords(line) <= contentsWords && !strings.HasSuffix(line, ".")
		if len(found) == 0 && !wraps || isContentsName(line) || sentenceEnd.MatchString(line) {
			break
		}
		words += corpus.CountWords(line)
		if len(found) > 0 {
			pages = append(pages, found...)
			least, end, with = found[len(found)-1], j+1, with+1
		}
	}
	switch {
	case len(pages) < entriesLeast:
		return i + 1
	case 2*with < end-i, words > titleWords*len(pages)+contentsWords, !likePages(pages):
		return end
	}
	markEntries(text.Blocks[i:end])
	return end
}

// markEntries makes contents entries of blocks.
func markEntries(blocks []corpus.Block) {
	for i := range blocks {
		blocks[i].Kind, blocks[i].Level = corpus.BlockContents, 0
	}
}

// markTitles marks the headings right below block i, that of a contents list: titles
// without page numbers, set as headings are, most of which stand again further
// down. The first that stands a second time is no entry.
func markTitles(text *corpus.Text, i int) {
	count := map[string]int{}
	for _, o := range text.Blocks[i+1:] {
		if o.Kind == corpus.BlockHeading {
			count[text.Slice(o.Span)]++
		}
	}
	listed := map[string]bool{}
	end, again := i+1, 0
	for j := i + 1; j < len(text.Blocks) && text.Blocks[j].Kind == corpus.BlockHeading; j++ {
		title := text.Slice(text.Blocks[j].Span)
		if listed[title] {
			break
		}
		listed[title] = true
		if count[title] > 1 {
			end, again = j+1, again+1
		}
	}
	if again < entriesLeast || 4*again < 3*(end-i-1) {
		return
	}
	markEntries(text.Blocks[i+1 : end])
}

// headedContents reports whether one of the two blocks before block i ends as the
// heading of a contents list does.
func headedContents(text *corpus.Text, i int) bool {
	return slices.ContainsFunc(text.Blocks[max(0, i-2):i], func(b corpus.Block) bool { return isContentsName(text.Slice(b.Span)) })
}

// saysPage reports whether a line ends in a number that it says to be of a page.
func saysPage(line string) bool {
	return pageSaid.MatchString(line[max(0, len(line)-len("page 123")):])
}

func isContentsName(line string) bool {
	return corpus.CountWords(line) <= contentsWords && contentsName.MatchString(line)
}

// pageAt is a number in a line that may be that of a page.
type pageAt struct {
	word, page int
	length     int // of the longest run of rising numbers up to this one
	before     int // the number before it in that run, -1 for the first
}

// pagesIn returns the page numbers in a line that titles stand before, rising
// from least up to the last word of the line: as many as there can be. A line
// that is one number gives that. Where the line does not end so, there are none.
func pagesIn(line string, least int) []int {
	words := strings.Fields(line)
	last := len(words) - 1
	if last < 0 || last > lineWords || !pageNumber.MatchString(words[last]) {
		return nil
	}
	var found []pageAt
	titles := make([]int, len(words)) // words of titles before each word
	for i, word := range words {
		if i > 0 {
			titles[i] = titles[i-1] + min(len(titleWord.FindString(words[i-1])), 1)
		}
		n, _ := strconv.Atoi(word)
		if !pageNumber.MatchString(word) || n < least || i < last && !opensTitle(words[i+1]) || last > 0 && titles[i] == 0 {
			continue
		}
		p := pageAt{word: i, page: n, length: 1, before: -1}
		for k, q := range found {
			if q.length >= p.length && q.page <= n && titles[q.word] < titles[i] {
				p.length, p.before = q.length+1, k
			}
		}
		found = append(found, p)
	}
	if len(found) == 0 || found[len(found)-1].word != last {
		return nil
	}
	var pages []int
	for k := len(found) - 1; k >= 0; k = found[k].before {
		pages = append(pages, found[k].page)
	}
	slices.Reverse(pages)
	return pages
}

// opensTitle reports whether a title or its number may begin with word.
func opensTitle(word string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "'\"‘“("))
	return unicode.IsUpper(first) || unicode.IsDigit(first)
}

// likePages reports whether rising numbers are those of pages: several, and not
// each one more than the last, as in a list of children or of appendices.
func likePages(pages []int) bool {
	different, counting := 1, true
	for i := 1; i < len(pages); i++ {
		if pages[i] != pages[i-1] {
			different++
		}
		counting = counting && pages[i] == pages[i-1]+1
	}
	return different >= pagesLeast && !counting
}
