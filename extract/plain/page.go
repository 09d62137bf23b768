package plain

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// page is one page of a text file.
type page struct {
	label     string // the number that is printed on it, where a line says so
	lines     []line
	furniture []string
}

// line is one line that is not blank.
type line struct {
	text   string // trimmed
	indent int    // columns before it
	length int    // runes of text
	blanks int    // blank lines before it
	gap    bool   // a blank line sets it off: see closeUp
}

const tabWidth = 8

// splitPages cuts text into pages and lines, whatever the line ends. A form
// feed at the very end begins no page.
func splitPages(text string) []page {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n\n", "\v", "\n").Replace(text)
	text = strings.TrimSuffix(strings.TrimRight(text, "\n \x1a"), "\f")
	var pages []page
	for part := range strings.SplitSeq(text, "\f") {
		var p page
		blanks := 0
		for raw := range strings.SplitSeq(part, "\n") {
			trimmed := strings.TrimSpace(raw)
			if trimmed == "" {
				blanks++
				continue
			}
			p.lines = append(p.lines, line{text: trimmed, indent: indentOf(raw), length: utf8.RuneCountInString(trimmed), blanks: blanks, gap: blanks > 0})
			blanks = 0
		}
		pages = append(pages, p)
	}
	if len(pages) == 1 {
		return partByNumbers(pages[0])
	}
	return pages
}

func indentOf(raw string) int {
	column := 0
	for _, r := range raw {
		switch {
		case r == '\t':
			column += tabWidth - column%tabWidth
		case unicode.IsSpace(r):
			column++
		default:
			return column
		}
	}
	return column
}

// How furniture is known: a line among the outermost of its page, on at least
// so many pages, and on at least two in five of all, so that the headers of
// left and right pages may differ.
const (
	edgeLines     = 4
	furniturePage = 3
	furniturePart = 0.4
)

// setFurnitureApart moves running headers, footers and page numbers from the
// lines of the pages to their furniture.
func setFurnitureApart(pages []page) {
	top, bottom := map[string]int{}, map[string]int{}
	for i, p := range pages {
		countOnce(top, edge(p.lines, true), i)
		countOnce(bottom, edge(p.lines, false), i)
	}
	need := max(furniturePage, int(furniturePart*float64(len(pages))+0.999))
	for i := range pages {
		pages[i].cutHeader(func(l line) bool { return top[key(l, i)] >= need })
		pages[i].cutFooter(func(l line) bool { return bottom[key(l, i)] >= need })
	}
}

// cutHeader moves the first lines that run to the furniture. The number of a
// paragraph may stand among them, where it was set beside the text below.
func (p *page) cutHeader(runs func(line) bool) {
	var numbers []line
	first := 0
	for ; first < min(edgeLines, len(p.lines)); first++ {
		l := p.lines[first]
		if runs(l) {
			p.furniture = append(p.furniture, l.text)
		} else if loneNumber.MatchString(l.text) {
			numbers = append(numbers, l)
		} else {
			break
		}
	}
	p.lines = append(numbers, p.lines[first:]...)
}

// cutFooter moves the last lines that run to the furniture.
func (p *page) cutFooter(runs func(line) bool) {
	last := len(p.lines)
	for last > max(0, len(p.lines)-edgeLines) && runs(p.lines[last-1]) {
		last--
	}
	for _, l := range p.lines[last:] {
		p.furniture = append(p.furniture, l.text)
	}
	p.lines = p.lines[:last]
}

func edge(lines []line, top bool) []line {
	n := min(edgeLines, len(lines))
	if top {
		return lines[:n]
	}
	return lines[len(lines)-n:]
}

func countOnce(counts map[string]int, lines []line, page int) {
	seen := map[string]bool{}
	for _, l := range lines {
		if k := key(l, page); !seen[k] {
			seen[k] = true
			counts[k]++
		}
	}
}

var digits = regexp.MustCompile(`\d+|\b[ivxlc]+$`)

// runningMost is the most bytes of a running line.
const runningMost = 500

// key is what stays the same of a running line from page to page. A number alone
// is a page number where it grows with the pages; the numbers of paragraphs do
// not.
func key(l line, page int) string {
	if bareNumber.MatchString(l.text) {
		n, _ := strconv.Atoi(l.text)
		return "# " + strconv.Itoa(n-page)
	}
	if loneNumber.MatchString(l.text) {
		return l.text
	}
	if len(l.text) > runningMost {
		return l.text
	}
	return strings.ToLower(strings.Join(strings.Fields(digits.ReplaceAllString(l.text, "#")), " "))
}
