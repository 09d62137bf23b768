package pdf

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"thematic/corpus"
)

// linesText joins lines, hyphens at their ends undone.
func (d *document) linesText(ls []*line) string {
	text, _ := d.joinLines(ls)
	return text
}

// pageStart is the place in a block's text where a page begins.
type pageStart struct{ page, offset int }

// joinLines joins lines and tells where, in the text, the lines of a further
// page begin.
func (d *document) joinLines(ls []*line) (string, []pageStart) {
	var text []byte
	var starts []pageStart
	last := ""
	for i, l := range ls {
		t := l.text()
		if t == "" {
			continue
		}
		if last != "" {
			cut, space := d.words.seam(last, t)
			text = append(text[:len(text)-cut], space...)
		}
		if i > 0 && l.page != ls[i-1].page {
			starts = append(starts, pageStart{l.page, len(text)})
		}
		text = append(text, t...)
		last = t
	}
	return string(text), starts
}

// rowText joins the cells of a table row with tabs, and tells where the lines of a
// further page begin in the last cell that has some.
func (d *document) rowText(cells [][]*line) (string, []pageStart) {
	var text strings.Builder
	var starts []pageStart
	for i, c := range cells {
		if i > 0 {
			text.WriteByte('\t')
		}
		s, over := d.joinLines(c)
		for j := range over {
			over[j].offset += text.Len()
			starts = over
		}
		text.WriteString(finish(s))
	}
	return strings.TrimRight(text.String(), "\t"), starts
}

// finish brings the text of a block into its last form.
func finish(s string) string {
	s = strings.ReplaceAll(s, string(softHyphen), "")
	if m := leader(s); m != nil {
		s = strings.TrimSpace(m[1] + " " + m[2])
	}
	return norm.NFC.String(s)
}

// text makes the corpus text of the document, of at most limit bytes.
func (d *document) text(limit int) corpus.Text {
	var t corpus.Text
	var body strings.Builder
	starts := make([]int, len(d.pages)+1)
	for i := range starts {
		starts[i] = -1
	}
	for _, b := range d.blocks {
		s, over := d.blockText(b)
		if s == "" {
			continue
		}
		if body.Len()+len(s)+1 > limit {
			t.Warnings = append(t.Warnings, fmt.Sprintf("only the first %d bytes of text were kept", body.Len()))
			break
		}
		at := body.Len()
		if p := b.lines[0].page; starts[p] < 0 {
			starts[p] = at
		}
		for _, o := range over {
			if starts[o.page] < 0 {
				starts[o.page] = at + runeStart(s, o.offset)
			}
		}
		body.WriteString(s)
		t.Blocks = append(t.Blocks, corpus.Block{
			Kind: b.kind, Span: corpus.Span{Start: at, End: body.Len()}, Level: b.level, Number: b.number,
			Section: -1, Box: d.box(b),
		})
		body.WriteByte('\n')
	}
	t.Body = body.String()
	d.setPages(&t, starts)
	t.Warnings = append(t.Warnings, d.warnings()...)
	return t
}

func (d *document) blockText(b *block) (string, []pageStart) {
	if b.cells != nil {
		return d.rowText(b.cells)
	}
	s, over := d.joinLines(b.lines)
	if b.kind == corpus.BlockFootnote && gluedMark.MatchString(s) {
		mark := strings.TrimLeft(s, "0123456789")
		s = s[:len(s)-len(mark)] + " " + mark
	}
	return finish(s), over
}

// runeStart returns the start of the character that holds offset.
func runeStart(s string, offset int) int {
	offset = min(offset, len(s))
	for offset > 0 && offset < len(s) && !utf8.RuneStart(s[offset]) {
		offset--
	}
	return offset
}

// setPages writes the pages of t. A page without text begins where the next one does.
func (d *document) setPages(t *corpus.Text, starts []int) {
	end := len(t.Body)
	t.Pages = make([]corpus.Page, len(d.pages))
	for i := len(d.pages) - 1; i >= 0; i-- {
		s := d.pages[i]
		start := starts[i]
		if start < 0 || start > end {
			start = end
		}
		if i == 0 {
			start = 0
		}
		p := corpus.Page{
			Number: i + 1, Label: s.label, Span: corpus.Span{Start: start, End: end},
			State: s.state, Reason: s.reason, Engine: s.engine, Confidence: s.confidence, TextLayer: s.layer,
		}
		for _, f := range s.furniture {
			p.Furniture = append(p.Furniture, finish(f.text()))
		}
		t.Pages[i] = p
		end = start
	}
}

// warnings say, page by page, what of the file was left out or may be missing.
func (d *document) warnings() []string {
	var out []string
	comments := 0
	for _, s := range d.pages {
		warn := func(what string) { out = append(out, fmt.Sprintf("page %d: %s", s.index+1, what)) }
		for _, w := range []string{s.damage, s.warning} {
			if w != "" && w != s.reason { // the reason of a page stands with it
				warn(w)
			}
		}
		for _, w := range []struct {
			words int
			say   func(int) string
		}{{s.struck, corpus.StruckWords}, {s.hidden[marked], corpus.MarkedWords}, {s.hidden[blanked], corpus.HiddenWords}, {s.hidden[covered], corpus.CoveredWords}} {
			if w.words > 0 {
				warn(w.say(w.words))
			}
		}
		comments += s.comments
	}
	if comments > 0 {
		out = append(out, corpus.Comments(comments))
	}
	for i, n := range d.largePictures() {
		if n > 0 {
			out = append(out, fmt.Sprintf("page %d: %s", i+1, corpus.LargePictures(n)))
		}
	}
	return out
}

// box is the place of a block on the page where it begins, as the page is shown.
func (d *document) box(b *block) corpus.Box {
	s := d.pages[b.lines[0].page]
	box := nowhere
	for _, l := range b.lines {
		if l.page == s.index {
			box = box.around(l.box())
		}
	}
	box = b.lines[0].dir().onPage(s.extent, box)
	return corpus.Box{Left: tenth(box.x0), Top: tenth(box.y0), Right: tenth(box.x1), Bottom: tenth(box.y1)}
}

// tenth rounds to tenths of a point, so that boxes do not differ by machine.
func tenth(x float64) float64 { return math.Round(10*x) / 10 }
