package office

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"thematic/corpus"
)

// textRun is one run of a paragraph: text of one look.
type textRun struct {
	*docx
	look
	into      *paragraph
	font      string  // that it says itself, "" where it says none
	extent    float64 // area of the drawing that is read, in square centimetres
	shapeless bool    // the drawing that is read is not shown
}

// run reads the current w:r to its end.
func (d *docx) run(p *paragraph) error {
	s := d.styles[p.style]
	r := &textRun{docx: d, into: p, look: look{struck: s.struck == on, unseen: s.unseen == on, white: s.white == on, painted: p.painted || s.painted == on}}
	return d.tokens.each(r.visit)
}

// visit reads an element of the run: text and what stands for text.
func (r *textRun) visit(e xml.StartElement) error {
	switch e.Name.Local {
	case "rPr":
		return r.properties()
	case "t":
		text, err := r.tokens.text()
		if r.font == "Wingdings" || r.font == "Wingdings 2" {
			text = typedSymbols(r.font, text)
		}
		if r.raised {
			text = raisedNumber(text)
		}
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
		if code, err := strconv.ParseInt(attr(e, "char"), 16, 32); err == nil {
			r.write(symbol(attr(e, "font"), rune(code)))
		}
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
	default:
		return r.drawing(e)
	}
	return r.tokens.skip()
}

// drawing reads any other element of the run: what is drawn, and what wraps it or text.
func (r *textRun) drawing(e xml.StartElement) error {
	switch e.Name.Local {
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
var otherSymbols = map[rune]string{0xF04F: "✗", 0xF050: "✓", 0xF051: "☒", 0xF052: "☑", 0xF053: "☒", 0xF054: "☒", 0xF0A3: "☐"}

// symbol returns what a character of a font of symbols shows, "" where that is not known.
func symbol(font string, r rune) string {
	if r < 0x100 {
		r |= 0xF000
	}
	if font == "Wingdings 2" {
		return otherSymbols[r]
	}
	if shown, ok := corpus.Symbol(r); ok {
		return string(shown)
	}
	if unicode.Is(unicode.Co, r) {
		return ""
	}
	return string(r)
}

// typedSymbols returns what text shows that was typed in a font of symbols.
func typedSymbols(font, text string) string {
	var b strings.Builder
	for _, r := range text {
		if unicode.IsSpace(r) {
			b.WriteRune(r)
		} else {
			b.WriteString(symbol(font, r))
		}
	}
	return b.String()
}

// superscripts are the digits as they are written where they are raised.
var superscripts = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// raisedNumber writes a number that is set raised so that it is no part of the word before it,
// and leaves any other text, as "st" behind a 1, as it is.
func raisedNumber(text string) string {
	if strings.Trim(text, "0123456789, -–") != "" {
		return text
	}
	return superscripts.Replace(text)
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
		case "vertAlign":
			r.raised = isRaised(e)
		case "rFonts":
			r.font = attr(e, "ascii")
		case "rStyle":
			s := r.styles[attr(e, "val")]
			r.bold = r.bold || s.bold == on
			r.struck, r.unseen = s.struck.over(r.struck), s.unseen.over(r.unseen)
			r.white, r.raised = s.white.or(r.white), s.raised.or(r.raised)
			r.painted = r.painted || s.painted == on
		case "strike", "dstrike": // a run may have either
			r.struck = marked && r.struck || isOn(e)
			marked = true
		case "vanish":
			r.unseen = isOn(e)
		case "color":
			r.white = isWhite(e)
		default:
			r.painted = r.painted || paints(e)
		}
		return r.tokens.skip()
	})
}

// showsWhite are the properties that paint behind letters or around them, so that white
// ones are seen: an outline of its own colour, a shadow.
var showsWhite = map[string]bool{
	"highlight": true, "shadow": true, "emboss": true, "imprint": true,
	"glow": true, "textOutline": true, "textFill": true, "props3d": true,
}

// paints reports whether a property of a run is one of those, or a shade.
func paints(e xml.StartElement) bool { return showsWhite[e.Name.Local] || isShaded(e) }

// isShaded reports whether a property is a shade (w:shd) that may be other than white.
func isShaded(e xml.StartElement) bool {
	if e.Name.Local != "shd" {
		return false
	}
	switch pattern := attr(e, "val"); {
	case pattern != "" && pattern != "clear" && pattern != "nil", attr(e, "themeFill") != "":
		return true
	}
	fill := attr(e, "fill")
	return fill != "" && fill != "auto" && !strings.EqualFold(fill, "FFFFFF")
}

// hides reports whether nothing of the run is shown or printed, or it is white where
// nothing but white paper is behind it.
func (r *textRun) hides() bool {
	return r.unseen || r.concealed || r.shapeless || r.white && !r.painted && !r.coloured && r.bare()
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

// alternatives reads the first of alternatives that shows something: a program that knows
// none of the ways in which a drawing is written shows the last.
func (r *textRun) alternatives() error {
	before := r.amount()
	return r.tokens.each(func(e xml.StartElement) error {
		if r.amount() != before {
			return r.tokens.skip()
		}
		return r.tokens.each(r.visit)
	})
}

// amount is how much has been read of the paragraph, whatever it is.
func (r *textRun) amount() int {
	n := r.into.text.Len() + len(r.into.boxes) + r.pictures + r.objects
	for why := range r.into.left {
		n += r.into.left[why].Len()
	}
	return n
}
