package pdf

import (
	"regexp"
	"sort"

	"thematic/corpus"
)

var (
	gluedMark = regexp.MustCompile(`^\d{1,2}\p{Lu}`) // "1See", as some producers set it
	noteMark  = regexp.MustCompile(`^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d{1,3}|[*†‡§]+)$`)
	noteStart = regexp.MustCompile(`^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+[.)]?\s*|\d{1,3}[.)]?\s+|[*†‡§]+\s*)\S`)
)

const noteSize = 0.9 // of the body: no note is set larger

// footnotes parts the notes at the foot of a page from its text: the last lines
// down the page, in small type, from the first that begins with a mark.
func (d *document) footnotes(ls []*line, height float64) (text, notes []*line) {
	down := append([]*line(nil), ls...)
	sort.SliceStable(down, func(i, j int) bool { return down[i].base < down[j].base })
	from := len(down)
	for i := len(down) - 1; i >= 0; i-- {
		l := down[i]
		if l.table > 0 || l.size > noteSize*d.body || l.base < 0.4*height {
			break
		}
		if startsNote(l) {
			from = i
		}
	}
	if from == len(down) {
		return ls, nil
	}
	isNote := map[*line]bool{}
	for _, l := range down[from:] {
		isNote[l] = true
	}
	for _, l := range ls {
		if !isNote[l] {
			text = append(text, l)
		}
	}
	return text, down[from:]
}

// startsNote reports whether a line begins with the mark of a note.
func startsNote(l *line) bool {
	if noteMark.MatchString(l.words[0].text) {
		return len(l.words) > 1
	}
	return gluedMark.MatchString(l.words[0].text) || noteStart.MatchString(l.text()) && l.base-l.words[0].base > 0.1*l.size
}

// notes adds the footnotes of a page. The block that was open stays open, for
// its paragraph may go on over the page.
func (g *grouper) notes(ls []*line) {
	for i, l := range ls {
		if i == 0 || startsNote(l) {
			g.blocks = append(g.blocks, &block{kind: corpus.BlockFootnote})
		}
		b := g.blocks[len(g.blocks)-1]
		b.lines = append(b.lines, l)
	}
}

// bringForward moves the open block behind the footnotes that follow it, since
// it goes on over the page and they do not.
func (g *grouper) bringForward() {
	for i := len(g.blocks) - 1; i >= 0; i-- {
		if g.blocks[i] == g.open {
			copy(g.blocks[i:], g.blocks[i+1:])
			g.blocks[len(g.blocks)-1] = g.open
			return
		}
	}
}
