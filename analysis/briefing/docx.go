package briefing

import (
	"fmt"
	"io"
	"math"
	"strings"
)

// DOCX writes the briefing as a word processor's document (Office Open XML,
// ECMA-376): A4, headings, lists and captions in styles that can be changed in
// one place, figures as PNG with the SVG beside it and with alternative text.
// It fails for a figure whose SVG is not what [Figure] says.
func (b *Briefing) DOCX(w io.Writer) error {
	d := &document{press: newPress(b.Look)}
	if err := d.body(b); err != nil {
		return err
	}
	parts := map[string]string{
		"[Content_Types].xml":          contentTypes,
		"_rels/.rels":                  packageLinks("word/document.xml"),
		"docProps/app.xml":             appProperties,
		"docProps/core.xml":            coreProperties(b.Title, b.Subtitle, b.Footer),
		"word/document.xml":            d.String(),
		"word/fontTable.xml":           b.Look.styled(fonts),
		"word/footer1.xml":             footer(b),
		"word/numbering.xml":           numbering,
		"word/settings.xml":            settings,
		"word/styles.xml":              b.Look.styled(styles()),
		"word/theme/theme1.xml":        b.Look.styled(theme),
		"word/_rels/document.xml.rels": d.links(),
	}
	for _, m := range d.media {
		parts["word/"+m.path] = m.data
	}
	if err := writePackage(w, parts); err != nil {
		return fmt.Errorf("briefing: write DOCX: %w", err)
	}
	return nil
}

// document is the main part of a DOCX file as it is written.
type document struct {
	strings.Builder
	press *press // measures, so that figures fit as they do in PDF
	media []medium
	drawn int // figures so far: their ids
}

// medium is a picture in the package.
type medium struct{ path, data string }

// body writes every page of the briefing.
func (d *document) body(b *Briefing) error {
	d.WriteString(xmlHead + `<w:document ` + namespaces + `><w:body>`)
	d.paragraph(titleStyle, "", Line{Text: b.Title})
	d.paragraph(subtitleStyle, "", Line{Text: b.Subtitle})
	for i, set := range d.press.settings(b) {
		if err := d.blocks(b.Pages[i], i > 0 && !set.on, slack*set.scale); err != nil {
			return err
		}
	}
	d.paragraph(noteStyle, "", Line{Text: b.Footer})
	fmt.Fprintf(d, `<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="%d" w:h="%d"/>`,
		twips(paperWidth), twips(paperHeight))
	fmt.Fprintf(d, `<w:pgMar w:top="%d" w:right="%d" w:bottom="%d" w:left="%d" w:header="500" w:footer="440" w:gutter="0"/></w:sectPr>`,
		twips(marginTop), twips(marginSide), twips(marginBottom), twips(marginSide))
	d.WriteString(`</w:body></w:document>`)
	return nil
}

// blocks writes one page of the briefing; the first paragraph of a new page
// begins a new sheet.
func (d *document) blocks(page []Block, newPage bool, scale float64) error {
	for i, block := range page {
		properties := ""
		if newPage && i == 0 {
			properties = `<w:pageBreakBefore/>`
		}
		switch block.Kind {
		case Heading:
			d.paragraph(headingStyle, properties, block.Text)
		case Paragraph:
			d.paragraph(bodyStyle, properties, block.Text)
		case Bullets:
			for j, item := range block.Items {
				if j == len(block.Items)-1 {
					properties += fmt.Sprintf(`<w:spacing w:after="%d"/>`, twips(2*bulletStyle.after))
				}
				d.paragraph(bulletStyle, properties, item)
				properties = ""
			}
		case Quotation:
			d.paragraph(quoteStyle, properties, block.Text)
			d.paragraph(citeStyle, "", Line{Text: block.Cite})
		case FigureBlock:
			if err := d.figure(block.Figure, properties, scale); err != nil {
				return err
			}
		case TableBlock:
			d.table(block.Table, properties)
		}
	}
	return nil
}

// paragraph writes a paragraph in a style; properties go before what it says.
func (d *document) paragraph(s style, properties string, l Line) {
	fmt.Fprintf(d, `<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>`, s.id, properties)
	d.runs(l)
	d.WriteString(`</w:p>`)
}

// runs writes the text of a line.
func (d *document) runs(l Line) {
	if l.Lead != "" {
		lead := l.Lead
		if l.Text != "" {
			lead += " "
		}
		d.WriteString(`<w:r><w:rPr><w:b/></w:rPr>` + text(lead) + `</w:r>`)
	}
	if l.Text != "" {
		d.WriteString(`<w:r>` + text(l.Text) + `</w:r>`)
	}
}

// captionOf writes a caption whose number the word processor keeps.
func (d *document) captionOf(kind string, number int, title, properties string) {
	fmt.Fprintf(d, `<w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr><w:r>%s</w:r>`, captionStyle.id, properties, text(kind+" "))
	fmt.Fprintf(d, `<w:fldSimple w:instr=" SEQ %s \* ARABIC "><w:r>%s</w:r></w:fldSimple>`, kind, text(fmt.Sprint(number)))
	fmt.Fprintf(d, `<w:r>%s</w:r></w:p>`, text(". "+title))
}

// figure writes a picture under its caption.
func (d *document) figure(f Figure, properties string, scale float64) error {
	d.captionOf("Figure", f.Number, f.Title, properties)
	if len(f.PNG) == 0 {
		d.paragraph(bodyStyle, "", Line{Text: f.Alt})
		return nil
	}
	d.drawn++
	png := d.add(fmt.Sprintf("media/figure%d.png", d.drawn), string(f.PNG))
	beside := ""
	svg, err := f.office()
	if err != nil {
		return err
	}
	if svg != "" {
		id := d.add(fmt.Sprintf("media/figure%d.svg", d.drawn), xmlHead+svg)
		beside = fmt.Sprintf(svgBeside, id)
	}
	w, h := f.fit()
	cx, cy := emu(w*scale), emu(h*scale)
	name := attribute(fmt.Sprintf("Figure %d", d.drawn))
	fmt.Fprintf(d, drawing, figureStyle.id, cx, cy, d.drawn, name, attribute(f.Alt), d.drawn, name, attribute(f.Alt), png, beside, cx, cy)
	return nil
}

// add puts a picture into the package and returns the id of its relationship.
func (d *document) add(path, data string) string {
	d.media = append(d.media, medium{path, data})
	return fmt.Sprintf("rId%d", len(related)+len(d.media))
}

// table writes a table whose header row stands on every sheet.
func (d *document) table(t Table, properties string) {
	d.captionOf("Table", t.Number, t.Caption, properties)
	fmt.Fprintf(d, tableHead, twips(textWidth), attribute(t.Caption))
	widths := d.press.columns(t)
	for _, w := range widths {
		fmt.Fprintf(d, `<w:gridCol w:w="%d"/>`, twips(w))
	}
	d.WriteString(`</w:tblGrid>`)
	d.row(t, t.Header, widths, `<w:cantSplit/><w:tblHeader/>`)
	for _, row := range t.Rows {
		d.row(t, row, widths, `<w:cantSplit/>`)
	}
	d.WriteString(`</w:tbl>`)
}

func (d *document) row(t Table, cells []string, widths []float64, properties string) {
	d.WriteString(`<w:tr><w:trPr>` + properties + `</w:trPr>`)
	for i, cell := range cells {
		fmt.Fprintf(d, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, twips(widths[i]))
		aligned := ""
		if t.Numbers[i] {
			aligned = `<w:jc w:val="right"/>`
		}
		d.paragraph(cellStyle, aligned, Line{Text: cell})
		d.WriteString(`</w:tc>`)
	}
	d.WriteString(`</w:tr>`)
}

// twips are twentieths of a point.
func twips(points float64) int { return int(math.Round(20 * points)) }
