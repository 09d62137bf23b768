package pdf

import (
	"slices"
	"strings"
)

const minLeader = 4 // signs of a leader

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
	return g.left < next.left && g.base == next.base && g.dir == next.dir && next.left-g.right < next.size && g.text == next.text
}

// isLeader reports whether l begins with the signs of a leader and ends in the number
// that they lead to.
func (l *line) isLeader() bool {
	return strings.Trim(l.words[0].text, ".…·_") == "" && endsEntry(l)
}
