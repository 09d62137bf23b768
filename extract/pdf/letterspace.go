package pdf

import (
	"math"
	"slices"

	"thematic/corpus"
)

const maxLetterSpacing = 1 // em

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
		last.bold, last.italic = last.bold && w.bold, last.italic && w.italic
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
	return spacing, gaps[0] > 0 && spacing <= maxLetterSpacing*ws[0].size
}
