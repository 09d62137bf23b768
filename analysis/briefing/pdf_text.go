package briefing

import (
	"slices"
	"strings"
	"unicode"

	"thematic/charts/tagged"
)

// tie is how much of rounding may keep apart what fits exactly, in points.
const tie = 0.01

// need begins a new sheet where h points are no longer free on this one.
func (p *press) need(h float64) {
	if p.y > marginTop && p.y+h > paperHeight-marginBottom+tie {
		p.doc.AddPage()
		p.y = marginTop
	}
}

// run is a piece of a line in one weight.
type run struct {
	text   string
	weight weight
}

// weight is that of a font, as the writer of PDFs calls it.
type weight string

const (
	regular weight = ""
	strong  weight = "B"
)

// weight is that of a text that does not begin with words in bold.
func (s style) weight() weight {
	if s.bold {
		return strong
	}
	return regular
}

// text sets a line of any length over the width of the page less the indent,
// and flows on to the next sheet.
func (p *press) text(s style, l Line, indent float64) {
	lines := p.wrap(s, l, textWidth-indent)
	p.doc.Begin(s.tag)
	defer p.doc.End()
	p.y += s.before
	for i, line := range lines {
		switch left := len(lines) - i; {
		case i == 0:
			p.need(float64(min(left, 2)) * s.line) // no first line alone
		case left == 2:
			p.need(2 * s.line) // nor a last one
		default:
			p.need(s.line)
		}
		p.y += s.line
		if i+1 < len(lines) {
			line = goingOn(line)
		}
		p.write(s, line, marginSide+indent, p.y-s.drop())
	}
	p.y += s.after
}

// bullet sets an item of a list.
func (p *press) bullet(l Line) {
	s := bulletStyle
	p.need(float64(min(2, len(p.wrap(s, l, textWidth-bulletIndent)))) * s.line)
	p.doc.Begin("LI")
	defer p.doc.End()
	p.doc.Begin("Lbl")
	p.font(s, regular)
	p.print(marginSide+4, p.y+s.line-s.drop(), "•")
	p.doc.End()
	p.text(s, l, bulletIndent)
}

// quotation sets a quotation and where it stands, on one sheet, with a rule
// beside them.
func (p *press) quotation(b Block) {
	p.need(p.height(b, 1))
	top := p.y
	p.doc.Begin("BlockQuote")
	p.text(quoteStyle, b.Text, quoteIndent)
	p.text(citeStyle, Line{Text: b.Cite}, quoteIndent)
	p.doc.End()
	p.doc.Artifact("", func() {
		p.doc.SetDrawColor(rule.r, rule.g, rule.b)
		p.doc.SetLineWidth(quoteRule)
		p.doc.Line(marginSide+quoteRule, top+1, marginSide+quoteRule, p.y-citeStyle.after)
	})
}

// lines is the height of a text with the space around it.
func (p *press) lines(s style, l Line, width float64) float64 {
	return s.before + float64(len(p.wrap(s, l, width)))*s.line + s.after
}

// height is what a block takes where nothing parts it.
func (p *press) height(b Block, scale float64) float64 {
	switch b.Kind {
	case Heading:
		return p.lines(headingStyle, b.Text, textWidth)
	case Paragraph:
		return p.lines(bodyStyle, b.Text, textWidth)
	case Bullets:
		h := bulletStyle.after
		for _, item := range b.Items {
			h += p.lines(bulletStyle, item, textWidth-bulletIndent)
		}
		return h
	case Quotation:
		return p.lines(quoteStyle, b.Text, textWidth-quoteIndent) + p.lines(citeStyle, Line{Text: b.Cite}, textWidth-quoteIndent)
	case FigureBlock:
		h := p.lines(captionStyle, b.Figure.caption(), textWidth)
		if len(b.Figure.PNG) == 0 {
			return h + p.lines(bodyStyle, Line{Text: b.Figure.Alt}, textWidth)
		}
		_, figure := b.Figure.fit()
		return h + figure*scale + figureStyle.after
	}
	return p.tableHeight(b.Table)
}

// drop is how far the baseline lies above the foot of a line.
func (s style) drop() float64 { return (s.line-s.size)/2 + 0.22*s.size }

// wrap breaks a text into lines no wider than width.
func (p *press) wrap(s style, l Line, width float64) [][]run {
	var lines [][]run
	var line []run
	used := 0.0
	for _, word := range p.words(s, l, width) {
		p.font(s, word.weight)
		w, space := p.width(word.text), p.width(" ")
		switch last := len(line) - 1; {
		case last >= 0 && used+space+w > width:
			lines = append(lines, line)
			line, used = []run{word}, w
			continue
		case last < 0:
			line, used = []run{word}, w
		case line[last].weight == word.weight:
			line[last].text += " " + word.text
			used += space + w
		default:
			line = append(line, run{" " + word.text, word.weight})
			used += space + w
		}
	}
	if line != nil {
		lines = append(lines, line)
	}
	return lines
}

// words are the words of a text; one wider than the width is cut.
func (p *press) words(s style, l Line, width float64) []run {
	var words []run
	for _, part := range []run{{l.Lead, strong}, {l.Text, s.weight()}} {
		p.font(s, part.weight)
		for _, word := range strings.FieldsFunc(tagged.BMP(part.text), breaks) {
			word = strings.ReplaceAll(word, noBreak, " ")
			for p.width(word) > width {
				n := p.fitting(word, width)
				if n == len(word) {
					break
				}
				words = append(words, run{word[:n], part.weight})
				word = word[n:]
			}
			words = append(words, run{word, part.weight})
		}
	}
	return words
}

// breaks reports whether a line may end at r.
func breaks(r rune) bool { return unicode.IsSpace(r) && string(r) != noBreak }

// fitting is how many bytes of a text are no wider than width: those of one
// character at least.
func (p *press) fitting(text string, width float64) int {
	n := 0
	for i, r := range text {
		end := i + len(string(r))
		if n > 0 && p.width(text[:end]) > width {
			break
		}
		n = end
	}
	return n
}

// cut shortens a text to a width, with an ellipsis for what is missing.
func (p *press) cut(text string, width float64) string {
	text = tagged.BMP(text)
	if p.width(text) <= width {
		return text
	}
	return strings.TrimSpace(text[:p.fitting(text, width-p.width("…"))]) + "…"
}

// write prints the runs of a line one after the other.
func (p *press) write(s style, line []run, x, baseline float64) {
	for _, r := range line {
		p.font(s, r.weight)
		p.print(x, baseline, r.text)
		x += p.width(r.text)
	}
}

// goingOn is a line whose text goes on in another: a space ends it, which is not seen
// but parts two words for who has them read aloud.
func goingOn(line []run) []run {
	line = slices.Clone(line)
	line[len(line)-1].text += " "
	return line
}

// font sets that of a style, in bold where either says so.
func (p *press) font(s style, w weight) {
	p.doc.SetFont(fontName, string(max(w, s.weight())), s.size)
	c := p.look.of(s.colour)
	p.doc.SetTextColor(c.r, c.g, c.b)
}

func (p *press) width(text string) float64 { return p.doc.GetStringWidth(text) }

func (p *press) print(x, baseline float64, text string) {
	p.doc.Content()
	p.note(text)
	p.doc.Text(x, baseline, text)
}

// note keeps the letters of a text that is shown.
func (p *press) note(text string) {
	for _, r := range text {
		p.printed[r] = true
	}
}

// line draws a rule across the page.
func (p *press) line(c colour, width, y float64) {
	c = p.look.of(c)
	p.doc.Artifact("", func() {
		p.doc.SetDrawColor(c.r, c.g, c.b)
		p.doc.SetLineWidth(width)
		p.doc.Line(marginSide, y, paperWidth-marginSide, y)
	})
}
