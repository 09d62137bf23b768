package office

import (
	"cmp"
	"encoding/xml"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

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
	newPage toggle // whether it says itself that it begins a page
	before  bool   // a page begins before it
	joined  bool   // its end was deleted: the next one goes on from it
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
		case "pageBreakBefore":
			p.newPage = toggled(isOn(e))
		case "shd":
			p.painted = true
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

// textRun is one run of a paragraph: text of one look.
type textRun struct {
	*docx
	into                 *paragraph
	bold, unseen, struck bool
	white, painted       bool    // its letters, and behind or around them
	extent               float64 // area of the drawing that is read, in square centimetres
	shapeless            bool    // the drawing that is read is not shown
}

// run reads the current w:r to its end.
func (d *docx) run(p *paragraph) error {
	s := d.styles[p.style]
	r := &textRun{docx: d, into: p, struck: s.struck == on, unseen: s.unseen == on, white: s.white == on, painted: p.painted || s.painted == on}
	return d.tokens.each(r.visit)
}

// visit reads an element of the run.
func (r *textRun) visit(e xml.StartElement) error {
	switch e.Name.Local {
	case "rPr":
		return r.properties()
	case "t":
		text, err := r.tokens.text()
		r.write(text)
		return err
	case "tab", "cr", "ptab":
		r.write(" ")
	case "br":
		if attr(e, "type") == "page" && !r.rendered {
			r.write(string(pageMark))
			break
		}
		r.write(" ")
		r.due = r.due || attr(e, "type") == "page" && r.rendered && r.inside == 0
	case "lastRenderedPageBreak":
		r.due = false
		r.write(string(pageMark))
	case "sym":
		r.write(symbol(attr(e, "font"), attr(e, "char")))
	case "noBreakHyphen":
		r.write("-")
	case "footnoteReference", "endnoteReference":
		note := r.takeNote(strings.TrimSuffix(e.Name.Local, "Reference") + ":" + attr(e, "id"))
		if r.hides() {
			r.into.leave(hidden, " "+note)
		} else {
			r.into.notes = append(r.into.notes, note)
		}
	case "fldChar":
		r.field(attr(e, "fldCharType"))
		return r.tokens.each(r.formField)
	case "commentReference":
		r.comments++
	case "extent":
		const perCentimetre = 360000 // English Metric Units
		r.extent = measure(attr(e, "cx")) / perCentimetre * measure(attr(e, "cy")) / perCentimetre
	case "docPr": // of a drawing
		r.shapeless = r.shapeless || attr(e, "hidden") != "" && isOnValue(attr(e, "hidden"))
	case "shape", "rect": // of VML
		r.shapeless = r.shapeless || hiddenShape.MatchString(attr(e, "style"))
		if area := corpus.PictureArea(attr(e, "style")); area > 0 {
			r.extent = area
		}
		return r.tokens.each(r.visit)
	case "blip", "imagedata":
		if r.extent >= corpus.LargePicture && !r.hides() {
			r.pictures++
			r.extent = 0
		}
	case "txbxContent":
		outer := r.concealed
		r.concealed = r.hides()
		err := r.textBox(r.into)
		r.concealed = outer
		return err
	case "relIds": // of a diagram
		r.diagram(attr(e, "dm"))
	case "chart":
		r.objects++
	case "OLEObject":
		if !strings.HasPrefix(attr(e, "ProgID"), "Equation") {
			r.objects++
		}
	case "textpath": // letters drawn along a line
		r.drawn([]string{attr(e, "string")})
	case "txBody":
		texts, err := drawnParagraphs(r.tokens)
		r.drawn(texts)
		return err
	case "AlternateContent":
		return r.alternatives()
	case "drawing", "pict":
		err := r.tokens.each(r.visit)
		r.shapeless = false
		return err
	case "object":
		return r.tokens.each(r.visit)
	default:
		if skipped(e) || isWord(e, "rt") {
			return r.tokens.skip()
		}
		return r.tokens.each(r.visit)
	}
	return r.tokens.skip()
}

// otherSymbols are the characters of Wingdings 2 that forms are made with.
var otherSymbols = map[int64]string{0xF04F: "✗", 0xF050: "✓", 0xF051: "☒", 0xF052: "☑", 0xF053: "☒", 0xF054: "☒", 0xF0A3: "☐"}

// symbol returns what a character of a font of symbols shows, "" where that is not known.
func symbol(font, char string) string {
	code, err := strconv.ParseInt(char, 16, 32)
	if err != nil {
		return ""
	}
	if code < 0x100 {
		code |= 0xF000
	}
	if font == "Wingdings 2" {
		return otherSymbols[code]
	}
	r := rune(code)
	if shown, ok := corpus.Symbol(r); ok {
		return string(shown)
	}
	if unicode.Is(unicode.Co, r) {
		return ""
	}
	return string(r)
}

// measure returns a length as a number, 0 where it is none.
func measure(s string) float64 {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || !(x > 0) {
		return 0
	}
	return x
}

// formField writes what was chosen in a field of a form: whether a box is ticked, or
// the entry of a list. What was typed is the result of the field.
func (r *textRun) formField(e xml.StartElement) error {
	choice, chosen, said, entries := "", 0, false, []string(nil)
	err := r.tokens.each(func(field xml.StartElement) error {
		return r.tokens.each(func(e xml.StartElement) error {
			switch value := attr(e, "val"); {
			case field.Name.Local == "checkBox" && (e.Name.Local == "checked" || e.Name.Local == "default"):
				choice = "☐"
				if isOn(e) {
					choice = "☒"
				}
			case field.Name.Local == "ddList" && e.Name.Local == "result":
				chosen, said = number(value, 0), true
			case field.Name.Local == "ddList" && e.Name.Local == "default" && !said: // it stands behind the result
				chosen = number(value, 0)
			case field.Name.Local == "ddList" && e.Name.Local == "listEntry":
				entries = append(entries, value)
			}
			return r.tokens.skip()
		})
	})
	if chosen < len(entries) {
		choice = entries[chosen]
	}
	if !r.hides() {
		r.into.write(choice, r.bold)
	}
	return err
}

// properties reads the current w:rPr: how the run looks.
func (r *textRun) properties() error {
	marked := false // whether it says that the run is struck, or is not
	return r.tokens.each(func(e xml.StartElement) error {
		switch e.Name.Local {
		case "b":
			r.bold = isOn(e)
		case "rStyle":
			s := r.styles[attr(e, "val")]
			r.bold = r.bold || s.bold
			r.struck, r.unseen = s.struck.over(r.struck), s.unseen.over(r.unseen)
			if s.white != unsaid {
				r.white = s.white == on
			}
			r.painted = r.painted || s.painted == on
		case "strike", "dstrike": // a run may have either
			r.struck = marked && r.struck || isOn(e)
			marked = true
		case "vanish":
			r.unseen = isOn(e)
		case "color":
			r.white = isWhite(e)
		default:
			r.painted = r.painted || showsWhite[e.Name.Local]
		}
		return r.tokens.skip()
	})
}

// showsWhite are the properties that paint behind letters or around them, so that white
// ones are seen: an outline of its own colour, a shadow.
var showsWhite = map[string]bool{
	"shd": true, "highlight": true, "shadow": true, "emboss": true, "imprint": true,
	"glow": true, "textOutline": true, "textFill": true, "props3d": true,
}

// hides reports whether nothing of the run is shown or printed, or it is white where
// nothing but white paper is behind it.
func (r *textRun) hides() bool {
	return r.unseen || r.concealed || r.shapeless || r.white && !r.painted && r.inside == 0 && r.bare()
}

// hiddenShape is what the style of a shape of VML says that is not shown.
var hiddenShape = regexp.MustCompile(`(?i)visibility\s*:\s*hidden`)

// write adds text of the run to its paragraph, or to what is left out of that.
func (r *textRun) write(text string) {
	switch {
	case slices.Contains(r.fields, false):
	case r.hides():
		r.into.leave(hidden, text)
	case r.struck && text != string(pageMark):
		r.into.leave(struck, text)
	default:
		if r.due && strings.TrimSpace(text) != "" {
			r.due = false
			r.into.write(string(pageMark), false)
		}
		r.into.write(text, r.bold)
	}
}

// field takes a mark of a field: of its beginning, which is a code, of the
// result behind that, or of its end.
func (d *docx) field(mark string) {
	last := len(d.fields) - 1
	switch {
	case mark == "begin":
		d.fields = append(d.fields, false)
	case last < 0:
	case mark == "separate":
		d.fields[last] = true
	case mark == "end":
		d.fields = d.fields[:last]
	}
}

// textBox reads the paragraphs and the tables of a text box, which follow the paragraph
// it is anchored in.
func (d *docx) textBox(p *paragraph) error {
	due := d.due
	d.inside, d.due = d.inside+1, false
	defer func() { d.inside, d.due = d.inside-1, due }()
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
	if hasWord(label) {
		p.lead(label)
		label = ""
	}
	level := s.level
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
		p.block = corpus.Block{Kind: corpus.BlockBullet, Level: p.list.level + 1}
	case (s.bold || p.bold == p.letters) && p.looksLikeHeading():
		p.block = corpus.Block{Kind: corpus.BlockHeading, Level: boldLevel, Number: label}
	case label != "" && !strings.Contains(label, "."):
		p.block = corpus.Block{Kind: corpus.BlockBullet, Level: p.list.level + 1, Number: label}
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
