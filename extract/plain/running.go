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
	var pages []page
	start, label := 0, ""
	part := func(end int) {
		if end = min(end, len(p.lines)); end > start {
			pages = append(pages, page{lines: p.lines[start:end], label: label})
		}
		start, label = end, ""
	}
	first, below := found[0], len(p.lines)-1-found[len(found)-1].line
	if first.line < edgeLines || first.page > 1 && below > edgeLines {
		before := alike(p.lines, found, -1)
		for i, n := range found {
			if i > 0 || n.line >= edgeLines {
				part(n.line - before)
			}
			label = strconv.Itoa(n.page)
		}
	} else {
		behind := alike(p.lines, found, 1)
		if at := headerAt(p.lines, first, behind); at >= 0 {
			behind = 0
			if first.page == 2 {
				part(at)
			}
		}
		for _, n := range found {
			label = strconv.Itoa(n.page)
			part(n.line + 1 + behind)
		}
	}
	part(len(p.lines))
	return pages
}

// headerAt returns where the lines that run behind the first number stand above it
// as well: they are the header of the next page, and a cover may end there. It
// returns -1 where they do not.
func headerAt(lines []line, first numbered, behind int) int {
	for at := first.line - behind; at >= 0 && behind > 0; at-- {
		if alike(lines, []numbered{first, {line: at - 1}}, 1) >= behind {
			return at
		}
	}
	return -1
}

// alike returns how many lines before the found ones, or behind them with a step of
// 1, are the same at each but for numbers: the running line has so many more. At
// the ends of the text there may be fewer.
func alike(lines []line, found []numbered, step int) int {
	for n := range edgeLines - 1 {
		one := found[1].line + step*(n+1)
		if one < 0 || one >= len(lines) {
			return n
		}
		for _, f := range found {
			at := f.line + step*(n+1)
			if at >= 0 && at < len(lines) && key(lines[at], 0) != key(lines[one], 0) {
				return n
			}
		}
	}
	return edgeLines - 1
}

// longestCount returns the lines that say the number of their page and are the
// same but for that, of those of which there are most.
func longestCount(lines []line) []numbered {
	var longest []numbered
	counts := map[string][]numbered{}
	for i, l := range lines {
		if len(l.text) > runningMost || !strings.ContainsAny(l.text, "123456789") {
			continue
		}
		m := pageLine.FindStringSubmatchIndex(l.text)
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
