package project

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"thematic/analysis"
	"thematic/charts"
	"thematic/corpus"
)

// NamedFigure is a chart and the name of its file without the ending.
type NamedFigure struct {
	Name string
	*charts.Figure
}

// figureMaker is a kind of chart.
type figureMaker struct {
	name  string
	every bool // drawn by every run
	slide bool // has a slide
	make  func(*analysis.Result, charts.Style) (*charts.Figure, error)
	read  string // how to read it, for those who speak about it
}

// draw draws the chart.
func (m figureMaker) draw(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	return m.make(drawn(r, style), style)
}

// roomForLabels is how wide a chart must be, in millimetres, for the whole names of themes:
// beside numbers those of the built-in codebook are cut below it.
const roomForLabels = 130

// drawn is a result as charts have it: its source says how much a person has
// checked, and where there is little room themes have their short names.
func drawn(r *analysis.Result, style charts.Style) *analysis.Result {
	narrow := style.Width > 0 && style.Width < roomForLabels
	if narrow || style.Size == charts.HalfPage || style.Size == charts.Slide || style.Size == charts.Column {
		r = shortNamed(r)
	}
	return credited(r)
}

// shortNamed is a result in whose charts every theme has its short name.
func shortNamed(r *analysis.Result) *analysis.Result {
	c := *r
	c.Themes, c.Matrix.Themes = slices.Clone(r.Themes), slices.Clone(r.Matrix.Themes)
	for i := range c.Themes {
		c.Themes[i].Label = c.Themes[i].Name()
	}
	for i := range c.Matrix.Themes {
		c.Matrix.Themes[i].Label = c.Matrix.Themes[i].Name()
	}
	c.Prevalence = shortNames(r.Prevalence)
	if r.Beside != nil {
		beside := *r.Beside
		beside.Prevalence = shortNames(beside.Prevalence)
		c.Beside = &beside
	}
	return &c
}

func shortNames(prevalence []analysis.Prevalence) []analysis.Prevalence {
	list := slices.Clone(prevalence)
	for i := range list {
		list[i].Theme.Label = list[i].Theme.Name()
	}
	return list
}

// credited is a result whose source says how much of it a person has checked.
func credited(r *analysis.Result) *analysis.Result {
	c := *r
	c.Source = strings.TrimPrefix(strings.TrimSuffix(r.Source, ".")+"; "+r.Tally.Checked(), "; ")
	return &c
}

// figureMakers are the kinds of chart; every run draws those of the first
// group, and the others are drawn when asked for or for the slides.
var figureMakers = []figureMaker{
	{"venn", true, true, vennFigure, "each circle is the reviews with one theme, and where circles lie over each other are the reviews with all of those themes. " +
		"The numbers count reviews; the areas are not to scale."},
	{"pictorial", true, true, pictorialFigure, "each row is a theme and each figure a review; the filled ones are reviews in which practice was found lacking."},
	{"bars", true, true, barsFigure, "the bar is the share of reviews with the theme, the hatched part what held passages would add, and the line the 95% interval: " +
		"how far chance alone could move the share. Themes whose lines overlap may well be as frequent as one another."},
	{"upset", true, true, upsetFigure, "each column is one combination of the themes shown, its dots say which, and its height is the number of reviews with exactly these of them."},
	{"cooccurrence", true, true, cooccurrenceFigure, "each cell is the number of reviews with both themes; the diagonal is each theme by itself. Frequent themes meet often by chance alone."},
	{"trend", true, true, trendFigure, "each panel is one theme, in one area or in all: a column for each year of publication is as high as the reviews of that year, and filled as far as " +
		"practice was found lacking in them. A year has few reviews: a peak of one or two of them is no trend."},
	{"euler", false, false, eulerFigure, ""},
	{"dumbbell", false, true, dumbbellFigure, "each row is a theme, with a mark for each area; the further apart, the greater the difference. " +
		"A difference whose interval holds 0 may be chance."},
	{"matrix", false, false, matrixFigure, ""},
	{"circumstances", true, true, circumstancesFigure, "each bar is the share of reviews that state a circumstance of the people or of the world around them; the hatched part is " +
		"what held passages would add, and the line the 95% interval. None of it is a finding about practice."},
}

// FigureKinds lists the names that [DrawFigure] knows.
func FigureKinds() []string {
	var kinds []string
	for _, maker := range figureMakers {
		kinds = append(kinds, maker.name)
	}
	return kinds
}

// DrawFigure draws one kind of chart from a result. It returns a
// [*SelectionError] for a kind that is not known, and where no review is left to
// draw or too few themes for the kind.
func DrawFigure(kind string, r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	for _, maker := range figureMakers {
		if maker.name != kind {
			continue
		}
		if r.Tally.Included == 0 {
			return nil, noSelection("no review is left to draw: choose other years or another area, or say in project/cases.csv which are included")
		}
		return maker.draw(r, style)
	}
	return nil, CheckFigure(kind)
}

// CheckFigure returns a [*SelectionError] for a kind of chart that is not known.
func CheckFigure(kind string) error {
	if kinds := FigureKinds(); !slices.Contains(kinds, kind) {
		return noSelection("no chart is called %q%s", kind, corpus.Instead(kind, kinds))
	}
	return nil
}

// runFigures draws the charts of every run, but for those that the result is
// too small for: of one theme there is no Venn diagram.
func (p Presentation) runFigures(r *analysis.Result) ([]NamedFigure, error) {
	var figures []NamedFigure
	for _, maker := range figureMakers {
		if !maker.every {
			continue
		}
		figure, err := maker.draw(r, p.Style(charts.Auto))
		if tooSmall(err) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("draw the %s chart: %w", maker.name, err)
		}
		figures = append(figures, NamedFigure{maker.name, figure})
	}
	return figures, nil
}

// tooSmall reports whether a chart cannot be drawn because there is too little
// to show.
func tooSmall(err error) bool {
	var selection *SelectionError
	return errors.As(err, &selection)
}

// vennSets is how many of the top themes a Venn diagram can show.
const vennSets = 3

func vennFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	data, err := vennData(r)
	if err != nil {
		return nil, err
	}
	return charts.Venn(data, style)
}

func eulerFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	data, err := vennData(r)
	if err != nil {
		return nil, err
	}
	return charts.Euler(data, style)
}

func vennData(r *analysis.Result) (charts.VennData, error) {
	if len(r.Top) < 2 {
		return charts.VennData{}, noSelection("this chart shows two or three themes, not %d", len(r.Top))
	}
	top := r.Top[:min(vennSets, len(r.Top))]
	ids := make([]string, len(top))
	names := make([]string, len(top))
	for i, t := range top {
		ids[i], names[i] = t.ID, t.Name()
	}
	regions, err := r.Matrix.Regions(ids)
	if err != nil {
		return charts.VennData{}, err
	}
	counts := make([]int, 1<<len(top))
	for _, region := range regions {
		mask := 0
		for _, id := range region.Themes {
			mask |= 1 << slices.Index(ids, id)
		}
		counts[mask] = len(region.Exclusive)
	}
	return charts.VennData{Sets: names, Regions: counts, Source: r.Source}, nil
}

func barsFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	return charts.Bars(barsData(r, r.Prevalence), style)
}

// circumstancesFigure shows what stands beside the themes, by itself, without
// those that no review states.
func circumstancesFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	if r.Beside == nil {
		return nil, noSelection("no circumstances were counted: run again with --beside builtin:factors")
	}
	stated := slices.DeleteFunc(slices.Clone(r.Beside.Prevalence), func(p analysis.Prevalence) bool { return p.WithHeld == 0 })
	if len(stated) == 0 {
		return nil, noSelection("none of the %d circumstances is stated in these reviews", len(r.Beside.Themes))
	}
	data := barsData(r, stated)
	data.Circumstances, style.Invented = true, ""
	return charts.Bars(data, style)
}

func barsData(r *analysis.Result, prevalence []analysis.Prevalence) charts.BarsData {
	data := charts.BarsData{Reviews: r.Tally.Included, Source: r.Source}
	for _, p := range prevalence {
		data.Bars = append(data.Bars, charts.Bar{
			Label: p.Theme.Label, Count: p.Share.Count, Held: p.WithHeld - p.Share.Count,
			Low: p.Share.Low / 100, High: p.Share.High / 100,
		})
	}
	return data
}

func pictorialFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	data := charts.PictorialData{Reviews: r.Tally.Included, Source: r.Source}
	for _, p := range r.Prevalence {
		data.Themes = append(data.Themes, charts.PictorialTheme{Label: p.Theme.Label, Count: p.Share.Count})
	}
	return charts.Pictorial(data, style)
}
