package plain

import (
	"strings"

	"thematic/corpus"
)

// isContentsTitle reports whether a line stands over a table of contents.
func isContentsTitle(text string) bool {
	switch strings.ToLower(strings.Trim(text, " :.")) {
	case "contents", "table of contents", "contents page", "list of contents", "index":
		return true
	}
	return false
}

// contentsRows returns how many lines belong to each row of the table of
// contents under the line i: one, or two where the page number has a line of its
// own.
func (l *layout) contentsRows(i int) []int {
	var rows []int
	for i++; i < len(l.lines); {
		switch {
		case contentsRow.MatchString(l.lines[i].text):
			rows = append(rows, 1)
			i++
		case i+1 < len(l.lines) && bareNumber.MatchString(l.lines[i+1].text) && l.isShort(l.lines[i].text):
			rows = append(rows, 2)
			i += 2
		default:
			return rows
		}
	}
	return rows
}

// contents writes the contents page that begins at the line i, if one does, and
// returns how many lines it has.
func (l *layout) contents(w *writer, i int) int {
	if !isContentsTitle(l.lines[i].text) {
		return 0
	}
	rows := l.contentsRows(i)
	if len(rows) == 0 {
		return 0
	}
	l.begin(w, corpus.Block{Kind: corpus.BlockHeading, Level: capitalsLevel}, l.lines[i], l.lines[i].text)
	at := i + 1
	for _, n := range rows {
		l.begin(w, corpus.Block{Kind: corpus.BlockContents}, l.lines[at], l.lines[at].text)
		for _, more := range l.lines[at+1 : at+n] {
			l.join(more)
		}
		at += n
	}
	l.flush(w)
	return at - i
}

// findTitles reads the titles of headings off the contents pages.
func (l *layout) findTitles() {
	for i, p := range l.lines {
		if leaderRow.MatchString(p.text) {
			l.addTitle(p.text)
		}
		if !isContentsTitle(p.text) {
			continue
		}
		at := i + 1
		for _, n := range l.contentsRows(i) {
			if n == 1 {
				l.addTitle(l.lines[at].text)
			} else {
				l.titles[titleKey(l.lines[at].text)] = true
			}
			at += n
		}
	}
	delete(l.titles, "")
}

// addTitle keeps the title in a row of a contents page.
func (l *layout) addTitle(row string) {
	if m := contentsRow.FindStringSubmatch(row); m != nil {
		l.titles[titleKey(m[1])] = true
	}
}

// titleKey is what a title has in common in the contents and over its section.
func titleKey(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.Trim(text, " .:…_")), " "))
}

// titleLinesMost is the most lines a heading runs over.
const titleLinesMost = 4

// titleLines returns how many lines from i on make up a heading that is known
// without looking at what follows: a title of the contents page, or a finding
// that is put as a statement. It returns 0 where they make none.
func (l *layout) titleLines(i int) int {
	if leaderRow.MatchString(l.lines[i].text) {
		return 0
	}
	title := ""
	for n := 1; n <= titleLinesMost && i+n <= len(l.lines) && len(l.titles) > 0; n++ {
		p := l.lines[i+n-1]
		if n > 1 && (p.gap || p.top || len(title) > runningMost) {
			break
		}
		title += " " + p.text
		if l.titles[titleKey(title)] {
			return n
		}
	}
	return l.statementLines(i)
}

// statementLines returns how many lines the finding has that begins at the line
// i, as "Finding 2: ...": a heading that says what was found and can run over
// several lines. It returns 0 where none begins, or where it is a paragraph.
func (l *layout) statementLines(i int) int {
	if p := l.lines[i]; !statement.MatchString(p.text) || l.open && !l.mayOpen(p) {
		return 0
	}
	for n := 1; n <= titleLinesMost && i+n <= len(l.lines); n++ {
		if i+n == len(l.lines) {
			return n
		}
		p, next := l.lines[i+n-1], l.lines[i+n]
		full := float64(p.length+1+len(firstWord(next.text))) >= fullMidway*float64(l.width)
		if next.gap || next.top || l.isNumber(next.text) || paragraphNo.MatchString(next.text) || l.wraps && !full {
			return n
		}
	}
	return 0
}

// titleLevel is the level of a heading that the contents page names.
func (l *layout) titleLevel(text string) int {
	switch number := headingNumber(text); {
	case number != "":
		return 1 + strings.Count(number, ".")
	case l.numbered:
		return plainLevel
	}
	return 1
}
