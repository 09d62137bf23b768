package briefing

import (
	"fmt"
	"io"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"golang.org/x/image/font/sfnt"

	"thematic/charts/tagged"
)

const fontName = "sans"

// PDF writes the briefing as A4 pages with embedded fonts, an outline and page
// numbers, and with the tags of PDF/UA-1 (ISO 14289-1). Each page of the
// briefing begins a new sheet, unless the one before ends with a few lines on
// it; what does not fit flows on to the next. It fails for a figure whose PNG cannot be read.
func (b *Briefing) PDF(w io.Writer) error {
	p := newPress(b.Look)
	p.describe(b)
	p.doc.AddPage()
	p.title(b)
	for i, set := range p.settings(b) {
		if i > 0 && !set.on {
			p.doc.AddPage()
			p.y = marginTop
		}
		p.blocks(b.Pages[i], set.scale)
	}
	p.text(noteStyle, Line{Text: b.Footer}, 0)
	if err := p.identify(b.Title); err != nil {
		return err
	}
	if err := p.doc.Save(w); err != nil {
		return fmt.Errorf("briefing: %w", err)
	}
	return nil
}

// press sets text and figures on sheets of paper from the top down. Errors
// stay in doc until it is written.
type press struct {
	doc  *tagged.Document
	look Look
	y    float64 // from the top of the paper to where the next line begins

	widths  map[int]bool  // of the pictures so far, in pixels
	plain   []byte        // the font
	printed map[rune]bool // the letters so far, those that figures say they show too
}

func newPress(look Look) *press {
	doc := tagged.New(paperWidth, paperHeight)
	plain, bold := look.Regular, look.Bold
	if len(plain) == 0 || len(bold) == 0 {
		plain, bold = liberationsansregular.TTF, liberationsansbold.TTF
	}
	doc.AddUTF8FontFromBytes(fontName, string(regular), plain)
	doc.AddUTF8FontFromBytes(fontName, string(strong), bold)
	return &press{
		doc: doc, look: look, y: marginTop, widths: map[int]bool{},
		plain: plain, printed: map[rune]bool{},
	}
}

// describe sets the properties of the document and what stands at the foot of
// every sheet.
func (p *press) describe(b *Briefing) {
	const pages = "{pages}" // replaced by their number once it is known
	p.doc.SetTitle(tagged.BMP(b.Title), true)
	p.doc.SetSubject(tagged.BMP(b.Subtitle), true)
	p.doc.SetCreator(tagged.BMP(b.Footer), true)
	p.doc.AliasNbPages(pages)
	p.doc.SetFooterFunc(func() {
		p.doc.Artifact("/Type /Pagination", func() {
			p.font(footerStyle, regular)
			p.print(marginSide, footerBaseline, fmt.Sprintf("Page %d of %s", p.doc.PageNo(), pages))
			title := p.cut(b.Title, textWidth*3/4)
			p.print(paperWidth-marginSide-p.width(title), footerBaseline, title)
		})
	})
}

// identify says in the metadata, for programs that look for it there, what the
// document is called, and that it keeps to PDF/UA-1, which it does unless a
// letter is shown as a box.
func (p *press) identify(title string) error {
	lacking, err := p.lacking()
	if err != nil {
		return err
	}
	claim := "<pdfuaid:part>1</pdfuaid:part>"
	if lacking {
		claim = ""
	}
	p.doc.SetXmpMetadata([]byte("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` +
		`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">` + attribute(tagged.BMP(title)) + `</rdf:li></rdf:Alt></dc:title>` +
		claim + "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>"))
	return nil
}

// lacking says whether the font has no glyph for a letter that was printed.
func (p *press) lacking() (bool, error) {
	font, err := sfnt.Parse(p.plain)
	if err != nil {
		return false, fmt.Errorf("briefing: open the font: %w", err)
	}
	var buffer sfnt.Buffer
	for r := range p.printed {
		if glyph, err := font.GlyphIndex(&buffer, r); err != nil || glyph == 0 {
			return true, err
		}
	}
	return false, nil
}

// title sets the head of the first page.
func (p *press) title(b *Briefing) {
	p.doc.Bookmark(tagged.BMP(b.Title), 0, marginTop)
	p.text(titleStyle, Line{Text: b.Title}, 0)
	p.text(subtitleStyle, Line{Text: b.Subtitle}, 0)
	p.line(accent, 1.2, p.y)
	p.y += afterTitle
}

// blocks sets one page of the briefing.
func (p *press) blocks(page []Block, scale float64) {
	for i, block := range page {
		switch block.Kind {
		case Heading:
			need := p.height(block, scale)
			if i+1 < len(page) {
				need += p.beginning(page[i+1], scale)
			}
			p.need(need)
			p.doc.Bookmark(tagged.BMP(block.Text.Text), 1, p.y)
			p.text(headingStyle, block.Text, 0)
		case Paragraph:
			p.text(bodyStyle, block.Text, 0)
		case Bullets:
			p.doc.Begin("L")
			for _, item := range block.Items {
				p.bullet(item)
			}
			p.doc.End()
			p.y += bulletStyle.after
		case Quotation:
			p.quotation(block)
		case FigureBlock:
			p.figure(block.Figure, scale)
		case TableBlock:
			p.table(block.Table)
		}
	}
}

// beginning is how much of a block must stand on the sheet of its heading.
func (p *press) beginning(b Block, scale float64) float64 {
	whole := p.height(b, scale)
	if b.Kind == FigureBlock {
		return whole
	}
	return min(whole, 4*bodyStyle.line)
}

// setting is how a page of the briefing is laid on sheets.
type setting struct {
	scale float64 // how much smaller its figures are drawn, so that all of it stands on one sheet
	on    bool    // it goes on below the page before, on whose second sheet there are but a few lines
}

// fewLines is the height of what makes no sheet by itself.
const fewLines = textHeight / 4

// settings lay every page of a briefing on sheets. A scale is 1 where one sheet
// cannot be had.
func (p *press) settings(b *Briefing) []setting {
	settings := make([]setting, len(b.Pages))
	free := textHeight - p.lines(titleStyle, Line{Text: b.Title}, textWidth) -
		p.lines(subtitleStyle, Line{Text: b.Subtitle}, textWidth) - afterTitle
	rest := 0.0 // of a sheet with but a few lines
	for i, page := range b.Pages {
		if i == len(b.Pages)-1 {
			note := p.lines(noteStyle, Line{Text: b.Footer}, textWidth)
			free, rest = free-note, rest-note
		}
		if scale, fits := p.scale(page, rest); fits {
			settings[i] = setting{scale, true}
			free, rest = textHeight, 0
			continue
		}
		scale, fits := p.scale(page, free)
		settings[i].scale = scale
		over := -free
		for _, block := range page {
			over += p.height(block, scale)
		}
		free, rest = textHeight, 0
		if !fits && over < fewLines {
			rest = textHeight - over - 2*bodyStyle.line // what keeping lines together may take
		}
	}
	return settings
}

// scale is that of one page where so much height is free, and whether the page
// fits with it.
func (p *press) scale(page []Block, free float64) (scale float64, fits bool) {
	figures := 0.0
	for _, block := range page {
		if block.Kind == FigureBlock && len(block.Figure.PNG) > 0 {
			_, h := block.Figure.fit()
			figures += h
		}
		free -= p.height(block, 1)
	}
	free += figures
	if figures <= free {
		return 1, true
	}
	if free < leastScale*figures {
		return 1, false
	}
	return free / figures, true
}

// figure sets a figure under its caption, both on one sheet. Without a picture
// its description stands for it.
func (p *press) figure(f Figure, scale float64) {
	if len(f.PNG) == 0 {
		p.text(captionStyle, f.caption(), 0)
		p.text(bodyStyle, Line{Text: f.Alt}, 0)
		return
	}
	w, h := f.fit()
	w, h = w*scale, h*scale
	p.need(p.lines(captionStyle, f.caption(), textWidth) + h)
	p.text(captionStyle, f.caption(), 0)
	x := marginSide + (textWidth-w)/2
	e := p.doc.Begin("Figure")
	defer p.doc.End()
	e.Alt, e.Box = f.Alt, [4]float64{x, paperHeight - p.y - h, x + w, paperHeight - p.y}
	p.doc.Content()
	p.note(f.Alt)
	if f.Vector == nil {
		p.place(fmt.Sprint(f.Number), f.PNG, x, w, h)
	} else if err := f.Vector.PlacePDF(p.doc.Fpdf, x, p.y, w); err != nil {
		p.doc.SetError(fmt.Errorf("figure %d: %w", f.Number, err))
	}
	p.y += h + figureStyle.after
}
