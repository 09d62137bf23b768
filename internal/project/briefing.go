package project

import (
	"bytes"
	"io"
	"path/filepath"
	"sync"

	"thematic/analysis"
	"thematic/analysis/briefing"
	"thematic/analysis/workbook"
	"thematic/charts"
	"thematic/corpus"
)

// bookAndBriefing are the workbook and the briefing in its formats, those that take
// longest first. Left are the sentences of [findings.Uncoded].
func (o Options) bookAndBriefing(r *analysis.Result, left *corpus.PackedCodings, figures []NamedFigure, store *corpus.Store) []output {
	book := func(w io.Writer) error {
		pictures, err := o.bookPictures(figures)
		if err != nil {
			return err
		}
		proposed, err := uncoded(left, r, leastShown)
		if err != nil {
			return err
		}
		return workbook.Write(w, r, workbook.Options{
			Made: []workbook.Fact{
				{Name: "Made with", Value: o.Tool},
				{Name: "Codebook", Value: o.codebookID()},
				{Name: "Folder read", Value: filepath.Base(o.Folder)},
			},
			Uncoded: proposed, BasePath: o.basePath(), Context: contextOf(store), Pictures: pictures,
			Scratch: func() (*corpus.Scratch, error) { return corpus.NewScratch(o.Disk, o.Out) },
		})
	}
	made := sync.OnceValues(func() (*briefing.Briefing, error) { return o.briefing(r, o.Tool, o.codebookID()) })
	as := func(format func(*briefing.Briefing, io.Writer) error) func(io.Writer) error {
		return func(w io.Writer) error {
			b, err := made()
			if err != nil {
				return err
			}
			return format(b, w)
		}
	}
	slides := func(b *briefing.Briefing, w io.Writer) error {
		deck, err := o.deck(r, b)
		if err != nil {
			return err
		}
		return deck.PPTX(w)
	}
	return []output{
		{bookName, book},
		{"briefing.pptx", as(slides)},
		{"briefing.html", as((*briefing.Briefing).HTML)},
		{"briefing.docx", as((*briefing.Briefing).DOCX)},
		{"briefing.pdf", as((*briefing.Briefing).PDF)},
	}
}

// briefing makes the briefing of a result, with the charts that its template
// names; a chart that the result is too small for is left out.
func (p Presentation) briefing(r *analysis.Result, tool, codebook string) (*briefing.Briefing, error) {
	r = p.Shown(r)
	options := briefing.Options{Template: p.Template, Tool: tool, Codebook: codebook, NoQuotations: p.NoQuotations, ChildVoice: p.ChildVoice, Look: p.look()}
	if p.Template == nil {
		options.Template = briefing.Builtin()
	}
	for _, name := range options.Template.Figures() {
		if uncompared(name, r) {
			continue
		}
		f, err := p.forBriefing(name, r)
		if tooSmall(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		figure, err := p.inDocument(NamedFigure{name, f})
		if err != nil {
			return nil, err
		}
		if figure.Narrow, err = p.forPhone(name, r); err != nil {
			return nil, err
		}
		options.Figures = append(options.Figures, figure)
	}
	return briefing.New(r, options), nil
}

// besideText is how much of half a page a set diagram has on a page of text: at
// that size it need not be made smaller, and its type with it.
const besideText = 0.8

// forBriefing draws a chart for a page that has other things on it.
func (p Presentation) forBriefing(name string, r *analysis.Result) (*charts.Figure, error) {
	if name != "venn" && name != "euler" {
		return DrawFigure(name, shortNamed(r), p.Style(charts.Auto))
	}
	f, err := DrawFigure(name, r, p.Style(charts.HalfPage))
	if err != nil {
		return nil, err
	}
	f.Width, f.Height = besideText*f.Width, besideText*f.Height
	return f, nil
}

// phoneWidth is the width, in millimetres, of a chart on a narrow screen: as on the
// narrowest, of 320 points, so that its letters are not made smaller there.
const phoneWidth = 70

// forPhone is the SVG of a chart for a narrow screen, without its title.
func (p Presentation) forPhone(name string, r *analysis.Result) (string, error) {
	style := p.Style(charts.Column)
	style.Width = phoneWidth
	f, err := DrawFigure(name, r, style)
	if err != nil {
		return "", err
	}
	bare, err := f.Untitled()
	if err != nil {
		return "", err
	}
	return svgOf(bare)
}

func svgOf(f *charts.Figure) (string, error) {
	var svg bytes.Buffer
	err := f.WriteSVG(&svg)
	return svg.String(), err
}

// documentDPI is the resolution of pictures in a document for programs that show no SVG:
// that to which Word brings pictures by itself.
const documentDPI = 220

// inDocument makes of a chart what a document shows: no higher than its page
// has room for, and with its title in the caption and not in the picture.
func (p Presentation) inDocument(f NamedFigure) (briefing.Figure, error) {
	bare := *f.Figure
	bare.Title = ""
	bare.Height = min(bare.Height, briefing.FigureHeight)
	figure := briefing.Figure{
		Name: f.Name, Title: f.Title, Alt: f.Alt,
		Width: float64(bare.Width), Height: float64(bare.Height), Vector: &bare,
	}
	var err error
	if figure.SVG, err = svgOf(&bare); err != nil {
		return figure, err
	}
	err = forOffice(&figure, &bare, p.dpi(documentDPI))
	return figure, err
}

// forOffice puts a chart into a figure in the forms that office programs show.
func forOffice(figure *briefing.Figure, bare *charts.Figure, dpi int) error {
	var outlined, png bytes.Buffer
	if err := bare.WriteOutlinedSVG(&outlined); err != nil {
		return err
	}
	if err := bare.WritePNG(&png, dpi); err != nil {
		return err
	}
	figure.Outlined, figure.PNG = outlined.String(), png.Bytes()
	return nil
}
