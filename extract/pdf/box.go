package pdf

import (
	"math"
	"slices"
)

// withBox puts box, which stands beside lines first to last, in among these between two
// paragraphs: after the one that it stands beside or, where the page ends within a
// sentence of that, before it.
func withBox(lines []*line, first, last int, box []*line) []*line {
	leading, after := leadingOf(lines[first:last+1]), last+1
	for after < len(lines) && !partsParagraphs(lines[after-1], lines[after], leading) {
		after++
	}
	if after < len(lines) || endsSentence(lines[after-1]) {
		return slices.Insert(lines, after, box...)
	}
	for first > 0 && !partsParagraphs(lines[first-1], lines[first], leading) {
		first--
	}
	return slices.Insert(lines, first, box...)
}

// leadingOf is the distance between the lines of a paragraph: the commonest.
func leadingOf(ls []*line) float64 {
	counts := map[float64]int{}
	for i := 1; i < len(ls); i++ {
		counts[math.Round(2*(ls[i].base-ls[i-1].base))/2]++
	}
	return commonest(counts)
}

// partsParagraphs reports whether a paragraph ends in a and another, or a heading,
// begins in b.
func partsParagraphs(a, b *line, leading float64) bool {
	apart := b.base - a.base
	return apart < 0 || apart > 1.25*leading || a.bold != b.bold || math.Abs(a.size-b.size) > 0.1*a.size
}
