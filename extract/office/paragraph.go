package office

import (
	"cmp"
	"encoding/xml"
	"slices"
	"strconv"
	"strings"

	"thematic/corpus"
)

// pageMark stands in the text of a paragraph where a page begins.
const pageMark = '\f'

// paragraph is one paragraph as it was read.
type paragraph struct {
	block   corpus.Block // the part it plays
	style   string
	level   int  // of its own as a heading, 0 for body text
	known   bool // whether level is set; it is the style's otherwise
	list    numbering
	label   string // what the page shows before it as an item of a list
	newPage toggle // whether it says itself that it begins a page
	before  bool   // a page begins before it
	joined  bool   // its end was deleted, or it is a large first letter: the next one goes on from it
	gone    bool   // a field in it hides it
	painted bool   // there is colour behind its text
	text    strings.Builder
	left    [omissions]strings.Builder // what is left out, by why it is
	bold    int                        // letters in bold
	letters int                        // letters in all
	notes   []string                   // the notes it refers to
	boxes   []*paragraph
	row     [][]*paragraph // the cells, where it stands for a row of a table in a box
}

// numbering is the list a paragraph belongs to and its level there from 0.
type numbering struct {
	id    string
	level int
	set   bool
}

// or completes what a paragraph or a style says of its list by what it is based on: one
// that says its level alone stands in the same list.
func (n numbering) or(base numbering) numbering {
	switch {
	case !n.set:
		return base
	case n.id == "":
		n.id = base.id
	}
	return n
}

// plain returns the text without page marks.
func (p *paragraph) plain() string { return strings.ReplaceAll(p.text.String(), string(pageMark), " ") }

// readParagraph reads the current w:p to its end.
func (d *docx) readParagraph() (*paragraph, error) {
	p := &paragraph{}
	if d.held != nil {
		p, d.held = d.held, nil
		p.style, p.level, p.known, p.list, p.joined = "", 0, false, numbering{}, false
	}
	p.newPage = unsaid
	if p.before = d.newPage && !d.rendered; d.newPage && d.rendered {
		d.breakPage()
	}
	d.newPage = false
	err := d.content(p)
	unseen := p.isHidden()
	d.countLeft(p)
	if cmp.Or(p.newPage, d.styles[p.style].newPage) == on && !d.rendered {
		p.before = true
	}
	// A code that does not end with its paragraph is taken to end there.
	d.fields = slices.DeleteFunc(d.fields, func(past bool) bool { return !past })
	if p.joined {
		p.settle(style{}, "", false)
		return p, err
	}
	s := d.styles[p.style]
	p.list = p.list.or(s.list)
	label, bullet := "", false
	if !unseen {
		label, bullet = d.lists.advance(p.list)
	}
	p.settle(s, label, bullet)
	return p, err
}

// content reads the runs in the current element, and in whatever wraps runs:
// hyperlinks, insertions, content controls, fields.
func (d *docx) content(p *paragraph) error {
	return d.tokens.each(func(e xml.StartElement) error {
		switch {
		case isWord(e, "del"):
			return d.deletion(p)
		case skipped(e):
			return d.tokens.skip()
		case isWord(e, "pPr"):
			return d.paragraphProperties(p)
		case isWord(e, "r"):
			return d.run(p)
		case e.Name.Local == "t": // of a formula
			text, err := d.tokens.text()
			p.write(text, false)
			return err
		case e.Name.Local == "den": // of a fraction in a formula
			p.write("/", false)
		}
		d.tellOfParts(e)
		return d.content(p)
	})
}

// deletion takes the words of the current w:del for those that are left out.
func (d *docx) deletion(p *paragraph) error {
	return d.tokens.each(func(e xml.StartElement) error {
		if !isWord(e, "delText") {
			return d.deletion(p)
		}
		text, err := d.tokens.text()
		p.leave(deleted, text)
		return err
	})
}

// breakPage has the next text begin a page, where Word left marks of its pages: it leaves
// none where a page that the author began opens with an empty paragraph.
func (d *docx) breakPage() { d.due = d.due || !d.builder.PageEmpty() }

func (d *docx) paragraphProperties(p *paragraph) error {
	defer func() {
		if d.rendered && d.inside == 0 && cmp.Or(p.newPage, d.styles[p.style].newPage) == on {
			d.breakPage()
		}
	}()
	return d.tokens.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "pStyle":
			p.style = attr(e, "val")
		case "outlineLvl":
			p.level, p.known = outlineLevel(e), true
		case "framePr": // of a first letter that is set large
			p.joined = p.joined || isOnValue(cmp.Or(attr(e, "dropCap"), "none"))
		case "pageBreakBefore":
			p.newPage = toggled(isOn(e))
		case "shd":
			p.painted = p.painted || isShaded(e)
		case "sectPr":
			d.endSection()
		case "rPr": // of the mark at its end
			return d.tokens.each(func(e xml.StartElement) error {
				p.joined = p.joined || e.Name.Local == "del" || e.Name.Local == "moveFrom"
				return d.tokens.skip()
			})
		case "numPr":
			return readNumbering(d.tokens, &p.list)
		}
		return d.tokens.skip()
	})
}

// readNumbering reads the current w:numPr.
func readNumbering(t *tokens, list *numbering) error {
	list.set = true
	return t.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "numId":
			list.id = attr(e, "val")
		case "ilvl":
			list.level = number(attr(e, "val"), 0)
		}
		return t.skip()
	})
}

// isOn reads a property that is on by being there.
func isOn(e xml.StartElement) bool { return isOnValue(attr(e, "val")) }

func isOnValue(value string) bool {
	switch value {
	case "0", "false", "off", "none":
		return false
	}
	return true
}

// number returns s as a number from 0 to 9999, or the given one.
func number(s string, otherwise int) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 || n > 9999 {
		return otherwise
	}
	return n
}

// textBox reads the paragraphs and the tables of a text box, which follow the paragraph
// it is anchored in.
func (d *docx) textBox(p *paragraph) error {
	due, coloured := d.due, d.coloured
	d.inside, d.due, d.coloured = d.inside+1, false, true
	defer func() { d.inside, d.due, d.coloured = d.inside-1, due, coloured }()
	return d.tokens.each(func(e xml.StartElement) error {
		switch {
		case skipped(e):
			return d.tokens.skip()
		case isWord(e, "p"):
			inner, err := d.readParagraph()
			p.boxes = append(p.boxes, inner)
			return err
		case isWord(e, "tbl"):
			return d.table(func(cells [][]*paragraph) { p.boxes = append(p.boxes, &paragraph{row: cells}) })
		}
		d.tellOfParts(e)
		return d.textBox(p)
	})
}

// Levels of headings that are no headings by their style.
const (
	titleLevel = 1
	boldLevel  = 5 // below every level that reports use for styled headings
)

// leave adds text to what is left out.
func (p *paragraph) leave(why omission, text string) { p.left[why].WriteString(text) }

// isHidden reports whether p has words and shows none: it counts in no list.
func (p *paragraph) isHidden() bool {
	return strings.TrimSpace(p.left[hidden].String()) != "" && strings.TrimSpace(p.text.String()) == ""
}

// write adds text to the paragraph.
func (p *paragraph) write(text string, bold bool) {
	p.text.WriteString(text)
	for why := range p.left {
		if out := &p.left[why]; out.Len() > 0 {
			out.WriteByte(' ') // what is left out before it and behind it are no one word
		}
	}
	n := len(strings.Join(strings.Fields(text), ""))
	p.letters += n
	if bold {
		p.bold += n
	}
}

// lead puts the label of a list that has words before the text, as the page shows it.
func (p *paragraph) lead(label string) {
	text := p.text.String()
	rest := strings.TrimLeft(text, " \t\r\n\f")
	p.text.Reset()
	p.text.WriteString(text[:len(text)-len(rest)] + label + " " + rest)
}

// settle tells what part a paragraph of style s plays that has the label of a
// numbered list, or a bullet, before it.
func (p *paragraph) settle(s style, label string, bullet bool) {
	if p.label = label; bullet {
		p.label = "•"
	}
	label = strings.Trim(label, "()[]. ")
	if hasWord(label) {
		p.lead(label)
		p.label, label = "", ""
	}
	level, depth := s.level, max(p.list.level+1, s.depth)
	if p.known {
		level = p.level
	}
	switch {
	case s.contents:
		p.block = corpus.Block{Kind: corpus.BlockContents}
	case level > 0 && !p.isProse():
		p.block = corpus.Block{Kind: corpus.BlockHeading, Level: level, Number: label}
	case s.title:
		p.block = corpus.Block{Kind: corpus.BlockHeading, Level: titleLevel}
	case s.note:
		p.block = corpus.Block{Kind: corpus.BlockFootnote}
	case bullet:
		p.block = corpus.Block{Kind: corpus.BlockBullet, Level: depth}
	case !s.quote && (s.bold == on || p.bold == p.letters) && p.looksLikeHeading():
		p.block = corpus.Block{Kind: corpus.BlockHeading, Level: boldLevel, Number: label}
	case label != "" && !strings.Contains(label, "."):
		p.block = corpus.Block{Kind: corpus.BlockBullet, Level: depth, Number: label}
	default:
		p.block = corpus.Block{Kind: corpus.BlockParagraph, Number: label}
	}
}

// isProse reports whether p is too long for a heading, whatever its style: authors number
// whole paragraphs with the styles of headings.
func (p *paragraph) isProse() bool {
	text := strings.TrimSpace(p.plain())
	words := len(strings.Fields(text))
	return words > 50 || words > 25 && strings.Contains(text, ". ") && strings.HasSuffix(text, ".")
}

// looksLikeHeading reports whether p, which is all in bold, is what authors who
// do not use styles make of a heading: one short line that is not a sentence.
func (p *paragraph) looksLikeHeading() bool {
	text := strings.TrimSpace(p.plain())
	words := len(strings.Fields(text))
	return words > 0 && words <= 14 &&
		!strings.HasSuffix(text, ".") && !strings.HasSuffix(text, ",") && !strings.HasSuffix(text, ";") &&
		strings.IndexFunc(text, isLetter) >= 0
}

func isLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }
