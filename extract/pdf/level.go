package pdf

import (
	"slices"
	"sort"

	"thematic/corpus"
)

// looks is how a heading is set.
type looks struct {
	size                      float64 // in half points
	bold, italic, under, caps bool
	red, green, blue          uint8 // roughly: shades of black are one colour
}

// looksOf is how a block with the given text is set.
func looksOf(b *block, text string) looks {
	l := b.lines[0]
	return looks{
		halfPoint(l.size) * 2, l.bold, l.italic, l.underlined, capitals(text),
		uint8(l.colour>>22) & 3, uint8(l.colour>>14) & 3, uint8(l.colour>>6) & 3,
	}
}

// rank orders headings: by size, bold before plain.
func (s looks) rank() float64 {
	if s.bold {
		return s.size + 1
	}
	return s.size
}

// setLevels ranks the headings by size and weight, and those of one size and
// weight by what else they are set by, the style that comes first the highest. A
// title set larger than any heading after the first page is level 1; styles of
// the first page alone make no level of their own. Headings of one style that are
// numbered 4 and 4.2 differ by their numbers.
func (d *document) setLevels() {
	var headings []*block
	for _, b := range d.blocks {
		if b.kind == corpus.BlockHeading {
			headings = append(headings, b)
		}
	}
	rank := d.rankHeadings(headings)
	var ranks []float64
	least := map[float64]int{} // parts of the shortest number of a style
	for i, b := range headings {
		if b.lines[0].page > 0 || len(d.pages) == 1 {
			ranks = append(ranks, rank[i])
		}
		if n := b.label.depth; n > 0 && (least[rank[i]] == 0 || n < least[rank[i]]) {
			least[rank[i]] = n
		}
	}
	sort.Sort(sort.Reverse(sort.Float64Slice(ranks)))
	ranks = slices.Compact(ranks)
	title := 0
	if len(ranks) > 0 && slices.ContainsFunc(rank, func(r float64) bool { return r > ranks[0] }) {
		title = 1
	}
	for i, b := range headings {
		above := sort.Search(len(ranks), func(j int) bool { return ranks[j] <= rank[i] })
		if b.level = 1 + above; len(ranks) > 0 && rank[i] <= ranks[0] {
			b.level += title
		}
		b.level = min(b.level+max(0, b.label.depth-least[rank[i]]), 6)
	}
}

// rankHeadings gives every heading its rank. Looks that few headings have are no
// style: such headings rank with the first style of their size and weight, and
// below the styles of their size where these are no bolder than the text.
func (d *document) rankHeadings(headings []*block) []float64 {
	const step = 0.001 // between styles of one size and weight
	style := make([]looks, len(headings))
	count := map[looks]int{}
	for i, b := range headings {
		style[i] = looksOf(b, d.linesText(b.lines))
		count[style[i]]++
	}
	place := map[looks]float64{}
	styles := map[float64]float64{} // of a rank, met so far
	for _, s := range style {
		if _, met := place[s]; !met && count[s] >= leastOfStyle {
			place[s] = styles[s.rank()]
			styles[s.rank()]++
		}
	}
	rank := make([]float64, len(headings))
	for i, s := range style {
		rank[i] = s.rank() - step*place[s]
		if plain := styles[s.size]; s.bold && plain > 0 && count[s] < leastOfStyle {
			rank[i] = s.size - step*plain
		}
	}
	return rank
}
