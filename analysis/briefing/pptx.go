package briefing

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"thematic/corpus"
)

// Deck is a presentation of charts: a title slide, one slide for each, and one that says
// how far the numbers can be trusted.
type Deck struct {
	Title, Subtitle string
	Footer          string // names the tool, the codebook and their versions
	Slides          []Slide
	Limits          []string // sentences for the last slide; none: there is no such slide
	Look            Look
}

// Slide is one chart with what to say about it. Its title states the finding.
type Slide struct {
	Figure Figure
	Notes  []string // paragraphs for the speaker: the source with n, how to read the chart
}

// PictureWidth and PictureHeight are the space, in points, that a chart has on a
// slide, under its title.
const (
	PictureWidth  = slideWidth - 2*slideMargin
	PictureHeight = slideHeight - pictureTop - slideMargin/2
)

// The slide, 16:9, and what is on it. Lengths are in points.
const (
	slideWidth, slideHeight = 960.0, 540.0
	slideMargin             = 40.0
	slideTitleTop           = 20.0
	slideTitleHeight        = 78.0
	slideTitleSize          = 26.0
	deckTitleHeight         = 150.0
	deckTitleSize           = 44.0
	leastTitleSize          = 10.0
	slideTitleLine          = 1.12 // the line of a title, in its size
	slideInset              = 3.6  // above and below the text of a box
	pictureTop              = 104.0
)

// PPTX writes the deck as a presentation (Office Open XML, ECMA-376): charts as
// PNG with the SVG beside it and with alternative text, titles in placeholders,
// notes for the speaker. It fails for a figure whose SVG is not what [Figure]
// says.
func (d Deck) PPTX(w io.Writer) error {
	parts := map[string]string{
		"_rels/.rels":                                  packageLinks("ppt/presentation.xml"),
		"docProps/app.xml":                             appProperties,
		"docProps/core.xml":                            coreProperties(corpus.CleanLine(d.Title), corpus.CleanLine(d.Subtitle), corpus.CleanLine(d.Footer)),
		"ppt/theme/theme1.xml":                         d.Look.styled(theme),
		"ppt/theme/theme2.xml":                         d.Look.styled(theme),
		"ppt/slideMasters/slideMaster1.xml":            slideMaster(),
		"ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(relation{"slideLayout", "../slideLayouts/slideLayout1.xml"}, relation{"slideLayout", "../slideLayouts/slideLayout2.xml"}, relation{"slideLayout", "../slideLayouts/slideLayout3.xml"}, relation{"theme", "../theme/theme1.xml"}),
		"ppt/slideLayouts/slideLayout1.xml":            slideLayout("title", "Title", titleShapes("", deckTitleSize, "")),
		"ppt/slideLayouts/slideLayout2.xml":            slideLayout("titleOnly", "Chart", chartTitle("", slideTitleSize)),
		"ppt/slideLayouts/slideLayout3.xml":            slideLayout("tx", "Text", limitsShapes("", nil)),
		"ppt/notesMasters/notesMaster1.xml":            notesMaster,
		"ppt/notesMasters/_rels/notesMaster1.xml.rels": relations(relation{"theme", "../theme/theme2.xml"}),
	}
	for i := range slideLayouts {
		parts[fmt.Sprintf("ppt/slideLayouts/_rels/slideLayout%d.xml.rels", i+1)] = relations(relation{"slideMaster", "../slideMasters/slideMaster1.xml"})
	}
	p := newPress(d.Look)
	title := corpus.CleanLine(d.Title)
	parts["ppt/slides/slide1.xml"] = slide(titleShapes(title, p.titleSize(title, deckTitleSize, deckTitleHeight), corpus.CleanLine(d.Subtitle)))
	parts["ppt/slides/_rels/slide1.xml.rels"] = relations(relation{"slideLayout", "../slideLayouts/slideLayout1.xml"}, relation{"notesSlide", "../notesSlides/notesSlide1.xml"})
	addNotes(parts, 1, []string{d.Footer})
	titles := d.titles()
	for i, s := range d.Slides {
		if err := addSlide(parts, i+2, chartTitle(titles[i], p.titleSize(titles[i], slideTitleSize, slideTitleHeight)), s); err != nil {
			return err
		}
	}
	slides := len(d.Slides) + 1
	if len(d.Limits) > 0 {
		slides++
		d.addLimits(parts, slides)
	}
	parts["[Content_Types].xml"] = presentationTypes(slides)
	parts["ppt/presentation.xml"] = presentation(slides)
	parts["ppt/_rels/presentation.xml.rels"] = presentationLinks(slides)
	if err := writePackage(w, parts); err != nil {
		return fmt.Errorf("briefing: write PPTX: %w", err)
	}
	return nil
}

// limitsTitle heads the slide of limits.
const limitsTitle = "How far these numbers go"

// addLimits adds the slide of limits as the n-th.
func (d Deck) addLimits(parts map[string]string, n int) {
	parts[fmt.Sprintf("ppt/slides/slide%d.xml", n)] = slide(limitsShapes(limitsTitle, d.Limits))
	parts[fmt.Sprintf("ppt/slides/_rels/slide%d.xml.rels", n)] = relations(
		relation{"slideLayout", "../slideLayouts/slideLayout3.xml"}, relation{"notesSlide", fmt.Sprintf("../notesSlides/notesSlide%d.xml", n)})
	addNotes(parts, n, nil)
}

// titles are those of the slides. Two charts of a theme may find the same: one that has
// the title of a slide before it has a number behind it, since slides are gone to by
// their titles.
func (d Deck) titles() []string {
	titles := []string{corpus.CleanLine(d.Title)}
	for _, s := range d.Slides {
		bare := countsWhole(corpus.CleanLine(s.Figure.Title))
		title := bare
		for n := 2; slices.Contains(titles, title); n++ {
			title = fmt.Sprintf("%s (%d)", bare, n)
		}
		titles = append(titles, title)
	}
	return titles[1:]
}

// titleSize is the greatest size, in whole points up to one, at which a title fits into a
// box so high. Some programs make a text smaller only once somebody has edited it.
func (p *press) titleSize(title string, most, height float64) float64 {
	size := most
	for ; size > leastTitleSize; size-- {
		lines := p.wrap(style{size: size, bold: true}, Line{Text: title}, slack*(slideWidth-2*slideMargin))
		if float64(len(lines))*slideTitleLine*size <= height-2*slideInset {
			break
		}
	}
	return size
}

// addSlide adds the n-th slide with the shape of its title, its picture and its notes.
func addSlide(parts map[string]string, n int, shapes string, s Slide) error {
	f := s.Figure
	alt := attribute(corpus.CleanLine(f.Alt))
	links := []relation{{"slideLayout", "../slideLayouts/slideLayout2.xml"}, {"notesSlide", fmt.Sprintf("../notesSlides/notesSlide%d.xml", n)}}
	if len(f.PNG) > 0 {
		parts[fmt.Sprintf("ppt/media/figure%d.png", n)] = string(f.PNG)
		links = append(links, relation{"image", fmt.Sprintf("../media/figure%d.png", n)})
		beside := ""
		svg, err := f.office()
		if err != nil {
			return err
		}
		if svg != "" {
			parts[fmt.Sprintf("ppt/media/figure%d.svg", n)] = xmlHead + svg
			links = append(links, relation{"image", fmt.Sprintf("../media/figure%d.svg", n)})
			beside = fmt.Sprintf(svgBeside, fmt.Sprintf("rId%d", len(links)))
		}
		scale := min(PictureWidth/f.Width, PictureHeight/f.Height)
		width, height := f.Width*scale, f.Height*scale
		shapes += fmt.Sprintf(slidePicture, alt, beside, emu((slideWidth-width)/2), emu(pictureTop), emu(width), emu(height))
	}
	parts[fmt.Sprintf("ppt/slides/slide%d.xml", n)] = slide(shapes)
	parts[fmt.Sprintf("ppt/slides/_rels/slide%d.xml.rels", n)] = relations(links...)
	addNotes(parts, n, s.Notes)
	return nil
}

// addNotes adds what the speaker reads beside the n-th slide.
func addNotes(parts map[string]string, n int, notes []string) {
	var paragraphs strings.Builder
	for _, note := range notes {
		paragraphs.WriteString(slideParagraph(corpus.CleanLine(note)))
	}
	if len(notes) == 0 {
		paragraphs.WriteString(`<a:p/>`)
	}
	parts[fmt.Sprintf("ppt/notesSlides/notesSlide%d.xml", n)] = fmt.Sprintf(notesSlide, paragraphs.String())
	parts[fmt.Sprintf("ppt/notesSlides/_rels/notesSlide%d.xml.rels", n)] = relations(
		relation{"notesMaster", "../notesMasters/notesMaster1.xml"}, relation{"slide", fmt.Sprintf("../slides/slide%d.xml", n)})
}
