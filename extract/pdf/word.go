package pdf

import (
	"math"
	"strings"
)

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
	color    uint32
	dir      direction
	joined   bool // no space stands before it on its line
}

const (
	wordGap  = 0.15 // ems between glyphs that make a space
	sameBase = 0.12 // ems by which baselines of one line may differ
	maxRaise = 0.5  // ems by which a note mark may be raised or lowered
)

// words groups glyphs, in the order in which they were drawn.
func words(glyphs []glyph) []word {
	var out []word
	var text strings.Builder
	var w word
	var last *glyph
	gap := true // the next word is parted from the last one
	flush := func() {
		if text.Len() > 0 {
			w.text = text.String()
			if !drawnTwice(out, &w) {
				out = append(out, w)
			}
			text.Reset()
		}
	}
	for i := range glyphs {
		g := &glyphs[i]
		if g.blank() || g.text == "\t" {
			flush()
			gap = true
			continue
		}
		if last != nil && text.Len() > 0 && follows(last, g) {
			w.right = math.Max(w.right, g.right)
		} else {
			near := last != nil && text.Len() > 0 && sameLine(last, g) && g.left-penAfter(last) < wordGap*math.Max(g.size, last.size)
			flush()
			w = word{left: g.left, right: g.right, base: g.base, size: g.size, color: g.color, dir: g.dir,
				bold: g.font.bold, italic: g.font.italic, artifact: g.artifact, joined: near && !gap}
		}
		gap = false
		text.WriteString(g.text)
		last = g
	}
	flush()
	return out
}

// penAfter is where the pen stands after g, ordinary letter spacing counted in.
func penAfter(g *glyph) float64 {
	if extra := g.next - g.right; extra > 0 && extra < 0.6*g.size {
		return g.next
	}
	return g.right
}

// follows reports whether g goes on the word that ends in last.
func follows(last, g *glyph) bool {
	if g.dir != last.dir || g.artifact != last.artifact {
		return false
	}
	if math.Abs(g.base-last.base) > sameBase*math.Max(g.size, last.size) {
		return false
	}
	gap := g.left - penAfter(last)
	return gap < wordGap*g.size && gap > -0.5*g.size
}

// sameLine reports whether g stands beside last, raised or lowered as note marks are.
func sameLine(last, g *glyph) bool {
	gap := g.left - last.right
	return g.dir == last.dir && math.Abs(g.base-last.base) <= maxRaise*math.Max(g.size, last.size) && gap > -0.3*g.size
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
