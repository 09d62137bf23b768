package pdf

import (
	"math"
	"slices"
	"strings"

	"thematic/corpus"
)

const (
	maxLetterSpacing = 1 // em

	leastTracked = 8    // letters of a run that says how far apart its letters are
	leastApart   = 0.08 // ems: letters closer than that are set as usual
	mostApart    = 0.5  // ems: what is further apart are words or cells
)

// tracked is a run of glyphs on one base, and the space that is set between its letters.
type tracked struct {
	end int // the first glyph behind the run
	gap float64
}

// at returns the space between the letters of the run that glyph i is of: the gap that
// three in four of them reach, and nearly all by half, so that words, of which most letters
// stand close, have none.
func (t *tracked) at(glyphs []glyph, i int) float64 {
	if i < t.end {
		return t.gap
	}
	start := i
	for start > 0 && glyphs[start].continues(&glyphs[start-1]) {
		start--
	}
	for t.end = i + 1; t.end < len(glyphs) && glyphs[t.end].continues(&glyphs[t.end-1]); {
		t.end++
	}
	var gaps []float64
	for j := start + 1; j < t.end; j++ {
		if glyphs[j].isLetter() && glyphs[j-1].isLetter() {
			gaps = append(gaps, glyphs[j].left-glyphs[j-1].right)
		}
	}
	t.gap = 0
	if len(gaps) < leastTracked {
		return 0
	}
	slices.Sort(gaps)
	if gap := gaps[len(gaps)/4]; gap >= leastApart*glyphs[i].size && gap <= mostApart*glyphs[i].size && 2*gaps[len(gaps)/10] >= gap {
		t.gap = gap
	}
	return t.gap
}

// isLetter reports whether g is a letter or a digit, as the dots of a leader are not.
func (g *glyph) isLetter() bool { return strings.IndexFunc(g.text, isWordRune) >= 0 }

// continues reports whether g stands to the right of l on its base, in its size.
func (g *glyph) continues(l *glyph) bool {
	return g.dir == l.dir && g.size == l.size && math.Abs(g.base-l.base) <= sameBase*g.size && g.left >= l.left
}

// closeUp joins the letters of a line of letters that stand one by one, as in
// "F I N D I N G S", whether spaces or the setting part them. Words are parted
// where a gap is wider than those between the letters; a number may stand before.
func (l *line) closeUp() {
	ws := l.words
	if isLabel(ws[0].text) && len([]rune(ws[0].text)) > 1 {
		ws = ws[1:]
	}
	spacing, ok := letterSpacing(ws)
	if !ok {
		return
	}
	closed := slices.Clone(l.words[:len(l.words)-len(ws)+1])
	for _, w := range ws[1:] {
		last := &closed[len(closed)-1]
		if w.left-last.right > 1.6*spacing+0.05*w.size {
			closed = append(closed, w)
			continue
		}
		last.text += w.text
		last.right = w.right
	}
	l.words = closed
}

// letterSpacing returns the gap between the letters of words that are single
// letters, and whether they are.
func letterSpacing(ws []word) (float64, bool) {
	if len(ws) < corpus.MinSpacedLetters {
		return 0, false
	}
	gaps := make([]float64, 0, len(ws)-1)
	for i := range ws {
		w := &ws[i]
		if !corpus.IsSpacedLetter(w.text) || math.Abs(w.base-ws[0].base) > sameBase*w.size {
			return 0, false
		}
		if i > 0 {
			gaps = append(gaps, w.left-ws[i-1].right)
		}
	}
	slices.Sort(gaps)
	spacing := gaps[len(gaps)/4]
	return spacing, spacing <= maxLetterSpacing*ws[0].size
}
