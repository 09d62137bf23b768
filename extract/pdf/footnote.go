package pdf

import (
	"math"
	"regexp"
	"slices"
	"sort"
	"strings"

	"thematic/corpus"
)

var (
	gluedMark = regexp.MustCompile(`^\d{1,2}\p{Lu}`) // "1See", as some producers set it
	noteMark  = regexp.MustCompile(`^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,3}|[*†‡§]+)$`)
	noteStart = regexp.MustCompile(`^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+[.)]?\s*|\d{1,3}[.)]?\s+|[*†‡§]+\s*)\S`)
)

const noteSize = 0.9 // of the body: no note is set larger

// footnotes parts the notes at the foot of a page, or of each of its columns, from
// its text: the last lines down, in small type, from the first that begins with a
// mark. They stay in reading order.
func (d *document) footnotes(ls []*line, height float64) (text, notes []*line) {
	if len(ls) > maxColumnPage {
		return ls, nil
	}
	up := slices.Clone(ls)
	sort.SliceStable(up, func(i, j int) bool { return up[i].base > up[j].base })
	var ends, small []*line // of the text in each column, and what is below
	isNote := map[*line]bool{}
	for n, l := range up {
		switch {
		case l.base < 0.4*height:
			ends = append(ends, l)
		case slices.ContainsFunc(ends, l.inColumn):
		case l.table > 0 || l.size > noteSize*d.body:
			ends = append(ends, l)
		default:
			small = append(small, l)
			above := slices.IndexFunc(up[n+1:], l.inColumn)
			if !startsNote(l) || above >= 0 && l.goesOn(up[n+1+above]) {
				continue
			}
			for _, o := range small {
				isNote[o] = isNote[o] || l.inColumn(o)
			}
		}
	}
	notes, text = split(ls, func(l *line) bool { return isNote[l] })
	return text, notes
}

// startsNote reports whether a line begins with the mark of a note.
func startsNote(l *line) bool {
	if noteMark.MatchString(l.words[0].text) {
		return len(l.words) > 1
	}
	return gluedMark.MatchString(l.words[0].text) || noteStart.MatchString(l.text()) && l.base-l.words[0].base > 0.1*l.size
}

// goesOn reports whether l, which begins with a number, goes on the sentence of the
// line above it.
func (l *line) goesOn(above *line) bool {
	w := &above.words[len(above.words)-1]
	raised := l.base-l.words[0].base > 0.1*l.size
	return !raised && math.Abs(l.size-above.size) < 0.1*l.size && (endsInJoiner(above) || strings.HasSuffix(w.text, ","))
}

// notes adds the footnotes of a page. The block that was open stays open, for
// its paragraph may go on over the page.
func (g *grouper) notes(ls []*line) {
	for i, l := range ls {
		if i == 0 || startsNote(l) && !l.goesOn(ls[i-1]) {
			g.blocks = append(g.blocks, &block{kind: corpus.BlockFootnote})
		}
		b := g.blocks[len(g.blocks)-1]
		b.lines = append(b.lines, l)
	}
}

// bringForward moves b behind the footnotes that follow it, since it goes on over the
// page and they do not.
func (g *grouper) bringForward(b *block) {
	for i := len(g.blocks) - 1; i >= 0; i-- {
		if g.blocks[i] == b {
			copy(g.blocks[i:], g.blocks[i+1:])
			g.blocks[len(g.blocks)-1] = b
			return
		}
	}
}
