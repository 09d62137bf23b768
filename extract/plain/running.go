package plain

import (
	"regexp"
	"strconv"
	"strings"
)

// pageLine is a line that says which page it stands on: "Page 3 of 20",
// "Overview report, page 3", "P a g e 3 | 20", "3 | Page".
var pageLine = regexp.MustCompile(`(?i)^(?:.*\W)?p ?a ?g ?e:?\s*(\d{1,3})\b|^(\d{1,3})\s*\|?\s*p ?a ?g ?e\b`)

// farthestPage is how many pages on the next line of this kind may be: others may
// have been lost.
const farthestPage = 3

// numbered is the number of the page that a line says it stands on.
type numbered struct{ line, page int }

// partByNumbers parts a page without form feeds, as a text has that was copied
// from a viewer, where a running line counts the pages. It returns p alone where
// none does.
func partByNumbers(p page) []page {
	found := longestCount(p.lines)
	if len(found) < furniturePage {
		return []page{p}
	}
	first, below := found[0], len(p.lines)-1-found[len(found)-1].line
	header := first.line < edgeLines || first.page > 1 && below > edgeLines
	before, behind := alike(p.lines, found, -1), alike(p.lines, found, 1)
	var pages []page
	start, label := 0, ""
	part := func(end int) {
		if end > start {
			pages = append(pages, page{lines: p.lines[start:end], label: label})
		}
		start, label = end, ""
	}
	for i, n := range found {
		if header && (i > 0 || n.line >= edgeLines) {
			part(n.line - before)
		}
		label = strconv.Itoa(n.page)
		if !header {
			part(n.line + 1 + behind)
		}
	}
	part(len(p.lines))
	return pages
}

// alike returns how many lines before the found ones, or behind them with a step of
// 1, are the same at each but for numbers: the running line has so many more.
func alike(lines []line, found []numbered, step int) int {
	n := 0
	for ; n < edgeLines-1; n++ {
		for _, f := range found {
			at, first := f.line+step*(n+1), found[0].line+step*(n+1)
			if at < 0 || at >= len(lines) || first < 0 || key(lines[at], 0) != key(lines[first], 0) {
				return n
			}
		}
	}
	return n
}

// longestCount returns the lines that say the number of their page and are the
// same but for that, of those of which there are most.
func longestCount(lines []line) []numbered {
	var longest []numbered
	counts := map[string][]numbered{}
	for i, l := range lines {
		m := pageLine.FindStringSubmatchIndex(l.text[:min(len(l.text), runningMost)])
		if m == nil {
			continue
		}
		at, end := max(m[2], m[4]), max(m[3], m[5])
		n, _ := strconv.Atoi(l.text[at:end])
		key := strings.ToLower(strings.Join(strings.Fields(l.text[:at]+"#"+l.text[end:]), " "))
		count, last := counts[key], 0
		if len(count) > 0 {
			last = count[len(count)-1].page
		}
		if n <= last || n > last+farthestPage {
			continue
		}
		counts[key] = append(count, numbered{i, n})
		if len(counts[key]) > len(longest) {
			longest = counts[key]
		}
	}
	return longest
}
