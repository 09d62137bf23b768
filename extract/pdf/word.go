package pdf

import "math"

// word is a run of glyphs without a space between them.
type word struct {
	text     string
	left     float64
	right    float64
	base     float64
	size     float64
	bold     bool
	italic   bool
	artifact bool
	colour   uint32
	dir      direction
	joined   bool // no space stands before it on its line
	around   bool // an inset stands before it, which its line goes around
}

const (
	wordGap  = 0.15 // ems between glyphs that make a space
	noGap    = 0.05 // ems too few for a space even where a blank is drawn
	sameBase = 0.12 // ems by which baselines of one line may differ
	maxRaise = 0.5  // ems by which a note mark may be raised or lowered

	lettersOfWord = 5 // that most words have with a blank, to make room for them
)

// words groups glyphs, in the order in which they were drawn.
func words(glyphs []glyph) []word {
	out := make([]word, 0, len(glyphs)/lettersOfWord)
	var text []byte
	var w word
	var run tracked
	last := -1 // the glyph before, blanks left out
	blank := false
	flush := func() {
		if len(text) > 0 {
			if w.text = string(text); !drawnTwice(out, &w) {
				out = append(out, w)
			}
			text = text[:0]
		}
	}
	for i := range glyphs {
		g := &glyphs[i]
		if g.blank() {
			blank = true
			continue
		}
		gap := 0.0
		if last >= 0 {
			if gap = gapBetween(glyphs, last, i); !blank && gap >= wordGap*g.size {
				gap -= run.at(glyphs, i)
			}
		}
		if last >= 0 && follows(&glyphs[last], g, gap, blank) {
			w.right = max(w.right, g.right)
		} else {
			joined := last >= 0 && !blank && sameLine(&glyphs[last], g) && gap < wordGap*max(g.size, glyphs[last].size)
			flush()
			w = word{left: g.left, right: g.right, base: g.base, size: g.size, colour: g.colour, dir: g.dir,
				bold: g.font.bold, italic: g.font.italic, artifact: g.artifact, joined: joined}
		}
		text = append(text, g.text...)
		last, blank = i, false
	}
	flush()
	return out
}

// middle is the place in the middle of the letters of w.
func (w *word) middle() (x, y float64) { return (w.left + w.right) / 2, w.base - 0.3*w.size }

// gapBetween is the space between two glyphs beyond the spacing of their letters.
// Letter spacing holds for the glyphs around as well: where it comes after one
// glyph alone, it is how some producers part words.
func gapBetween(glyphs []glyph, last, i int) float64 {
	l, g := &glyphs[last], &glyphs[i]
	extra := l.next - l.right
	if extra <= 0 || extra > 0.6*l.size {
		return g.left - l.right
	}
	for j := max(0, last-1); j <= min(i+1, len(glyphs)-1); j++ {
		if math.Abs(glyphs[j].next-glyphs[j].right-extra) > 0.05*l.size {
			return g.left - l.right
		}
	}
	return g.left - l.next
}

// follows reports whether g goes on the word that ends in l, with a gap between them
// that is wider than those of the letters by so much. A blank between them parts them
// unless it was drawn without any width.
func follows(l, g *glyph, gap float64, blank bool) bool {
	if g.dir != l.dir || g.artifact != l.artifact || math.Abs(g.base-l.base) > sameBase*max(g.size, l.size) {
		return false
	}
	if blank {
		gap := g.left - l.right
		return gap < noGap*g.size && gap > -0.3*g.size
	}
	return gap < wordGap*g.size && gap > -0.5*g.size
}

// sameLine reports whether g stands beside last, raised or lowered as note marks are.
func sameLine(last, g *glyph) bool {
	gap := g.left - last.right
	return g.dir == last.dir && math.Abs(g.base-last.base) <= maxRaise*max(g.size, last.size) && gap > -0.3*g.size
}

// drawnTwice reports whether w was drawn just before in the same place, as is
// done to make letters look bold.
func drawnTwice(before []word, w *word) bool {
	for i, n := len(before)-1, 0; i >= 0 && n < 12; i, n = i-1, n+1 {
		b := &before[i]
		if b.text == w.text && b.dir == w.dir && math.Abs(b.left-w.left) < 0.1*w.size && math.Abs(b.base-w.base) < 0.1*w.size {
			return true
		}
	}
	return false
}
