package project

import (
	"gonum.org/v1/plot/vg"

	"thematic/analysis"
	"thematic/analysis/briefing"
	"thematic/charts"
)

// slideDPI makes a picture on a slide as sharp as a screen of 1,920 points.
const slideDPI = 192

// deck makes slides of the charts of a result, those that it is too small for and
// those that add nothing left out.
func (p Presentation) deck(r *analysis.Result, b *briefing.Briefing) (briefing.Deck, error) {
	deck := briefing.Deck{Title: b.Title, Subtitle: b.Subtitle, Footer: b.Footer, Limits: b.Limits, Look: p.look()}
	for _, maker := range figureMakers {
		if !maker.slide || uncompared(maker.name, r) || idle(maker.name, r) {
			continue
		}
		figure, err := maker.draw(p.Shown(r), p.Style(charts.Slide))
		if tooSmall(err) {
			continue
		}
		if err != nil {
			return deck, err
		}
		slide, err := p.onSlide(NamedFigure{maker.name, figure}, maker.read)
		if err != nil {
			return deck, err
		}
		deck.Slides = append(deck.Slides, slide)
	}
	return deck, nil
}

// idle reports whether a chart says nothing on a slide that those before it do not: one
// review has no shares, combinations or pairs, and one year no trend.
func idle(kind string, r *analysis.Result) bool {
	switch kind {
	case "bars", "upset", "cooccurrence":
		return r.Tally.Included == 1
	case "trend":
		first, last := r.Years()
		return first == last
	}
	return false
}

// onSlide makes of a chart a slide, with its title over the picture and not in
// it.
func (p Presentation) onSlide(f NamedFigure, read string) (briefing.Slide, error) {
	bare := *f.Figure
	bare.Title = ""
	bare.Height = bare.Width * vg.Length(briefing.PictureHeight/briefing.PictureWidth)
	slide := briefing.Slide{
		Figure: briefing.Figure{Name: f.Name, Title: f.Title, Alt: f.Alt, Width: float64(bare.Width), Height: float64(bare.Height)},
		Notes:  []string{f.Title + ".", "How to read it: " + read, f.Source, "In words: " + f.Alt},
	}
	err := forOffice(&slide.Figure, &bare, p.dpi(slideDPI))
	return slide, err
}
