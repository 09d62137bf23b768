package pdf

import (
	"regexp"
	"slices"
	"strings"
)

// A leader is the dots of a contents entry, from its title to the number of its page.

const (
	minLeader  = 4                // signs of a leader
	entrySigns = "0123456789ivxl" // one of them ends every number of an entry, and is looked for first
)

var (
	leaderPattern = regexp.MustCompile(`^(.*?)\s*(?:[.…·_]\s?){4,}\s*(\d{1,4}|[ivxl]{1,6})?$`)
	entryNumber   = regexp.MustCompile(`^(?:\d{1,3}|[ivxl]{1,6})$`)
	gluedEntry    = regexp.MustCompile(`[.…·_]{4,}(?:\d{1,3}|[ivxl]{1,6})$`)
	leaderWord    = regexp.MustCompile(`[.…·_]{3}$`)
)

// turnLeaders puts the signs of leaders that were drawn from right to left
// into the order in which they are read.
func turnLeaders(glyphs []glyph) {
	for i := 0; i < len(glyphs); {
		end := i + 1
		for end < len(glyphs) && glyphs[end].leadsTo(&glyphs[end-1]) {
			end++
		}
		if end-i >= minLeader {
			slices.Reverse(glyphs[i:end])
		}
		i = end
	}
}

// leadsTo reports whether g is the same sign as next and stands close before it.
func (g *glyph) leadsTo(next *glyph) bool {
	return g.left < next.left && g.base == next.base && next.left-g.right < next.size && g.text == next.text
}

// isLeader reports whether l begins with the signs of a leader and ends in the number
// that they lead to.
func (l *line) isLeader() bool {
	return strings.Trim(l.words[0].text, ".…·_") == "" && endsEntry(l)
}

// endsEntry reports whether a line ends in a page number set off to the right,
// as the entries of a contents page do.
func endsEntry(l *line) bool {
	n := len(l.words)
	last := l.words[n-1].text
	if strings.IndexByte(entrySigns, last[len(last)-1]) < 0 {
		return false
	}
	if gluedEntry.MatchString(last) {
		return true
	}
	if n < 2 || !entryNumber.MatchString(last) {
		return false
	}
	if l.words[n-1].left-l.words[n-2].right > 1.5*l.size {
		return true
	}
	before := ""
	for _, w := range l.words[max(0, n-4) : n-1] {
		before += w.text // the dots of a leader may be words of their own
	}
	return leaderWord.MatchString(before)
}

// leader returns the parts of a contents entry with a leader of dots: the whole,
// the title, the page. It returns nil for any other text.
func leader(text string) []string {
	if !containsAny(text, "..", ". .", "…", "·", "_") {
		return nil
	}
	return leaderPattern.FindStringSubmatch(text)
}
