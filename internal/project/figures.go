package project

import (
	"fmt"
	"slices"

	"thematic/analysis"
	"thematic/charts"
)

// NamedFigure is a chart and the name of its file without the ending.
type NamedFigure struct {
	Name string
	*charts.Figure
}

// figureMakers are the charts of a run, in the order of the briefing.
var figureMakers = []struct {
	name string
	make func(*analysis.Result, charts.Style) (*charts.Figure, error)
}{
	{"venn", vennFigure},
	{"pictorial", pictorialFigure},
	{"bars", barsFigure},
	{"upset", upsetFigure},
	{"cooccurrence", cooccurrenceFigure},
	{"trend", trendFigure},
}

// Figures draws every chart of a run from its result.
func Figures(r *analysis.Result) ([]NamedFigure, error) {
	var figures []NamedFigure
	for _, maker := range figureMakers {
		figure, err := maker.make(r, charts.Style{})
		if err != nil {
			return nil, fmt.Errorf("draw the %s chart: %w", maker.name, err)
		}
		figures = append(figures, NamedFigure{maker.name, figure})
	}
	return figures, nil
}

// vennSets is how many of the top themes a Venn diagram can show.
const vennSets = 3

func vennFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	top := r.Top[:min(vennSets, len(r.Top))]
	ids := make([]string, len(top))
	names := make([]string, len(top))
	for i, t := range top {
		ids[i], names[i] = t.ID, t.Name()
	}
	regions, err := r.Matrix.Regions(ids)
	if err != nil {
		return nil, err
	}
	counts := make([]int, 1<<len(top))
	for _, region := range regions {
		mask := 0
		for _, id := range region.Themes {
			mask |= 1 << slices.Index(ids, id)
		}
		counts[mask] = len(region.Exclusive)
	}
	return charts.Venn(charts.VennData{Sets: names, Regions: counts, Source: r.Source}, style)
}

func barsFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	data := charts.BarsData{Reviews: r.Tally.Included, Source: r.Source}
	for _, p := range r.Prevalence {
		data.Bars = append(data.Bars, charts.Bar{
			Label: p.Theme.Label, Count: p.Share.Count, Held: p.WithHeld - p.Share.Count,
			Low: p.Share.Low / 100, High: p.Share.High / 100,
		})
	}
	return charts.Bars(data, style)
}

func pictorialFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	return pictorial(r, style, func(t analysis.Theme) string { return t.Label })
}

// pictorial draws the chart with the labels that label gives.
func pictorial(r *analysis.Result, style charts.Style, label func(analysis.Theme) string) (*charts.Figure, error) {
	data := charts.PictorialData{Reviews: r.Tally.Included, Source: r.Source}
	for _, p := range r.Prevalence {
		data.Themes = append(data.Themes, charts.PictorialTheme{Label: label(p.Theme), Count: p.Share.Count})
	}
	return charts.Pictorial(data, style)
}

// upsetSets is how many themes the UpSet chart shows.
const upsetSets = 6

func upsetFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	themes := leading(r, upsetSets)
	ids := make([]string, len(themes))
	data := charts.UpSetData{Source: r.Source}
	for i, t := range themes {
		ids[i] = t.ID
		data.Sets = append(data.Sets, t.Name())
	}
	regions, err := r.Matrix.Regions(ids)
	if err != nil {
		return nil, err
	}
	for _, region := range regions {
		if len(region.Exclusive) == 0 {
			continue
		}
		combination := charts.Combination{Count: len(region.Exclusive)}
		for _, id := range region.Themes {
			combination.In = append(combination.In, slices.Index(ids, id))
		}
		data.Combinations = append(data.Combinations, combination)
	}
	return charts.UpSet(data, style)
}

// heatMapThemes is how many themes the table of co-occurrence shows.
const heatMapThemes = 15

func cooccurrenceFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	themes := leading(r, heatMapThemes)
	data := charts.CooccurrenceData{Reviews: r.Tally.Included, Source: r.Source}
	for i, a := range themes {
		data.Themes = append(data.Themes, a.Name())
		data.Together = append(data.Together, make([]int, len(themes)))
		for j, b := range themes {
			regions, err := r.Matrix.Regions(distinct(a.ID, b.ID))
			if err != nil {
				return nil, err
			}
			data.Together[i][j] = together(regions)
		}
	}
	return charts.Cooccurrence(data, style)
}

// together is how many reviews hold all of the themes of regions.
func together(regions []analysis.Region) int {
	most := regions[0]
	for _, region := range regions {
		if len(region.Themes) > len(most.Themes) {
			most = region
		}
	}
	return len(most.Inclusive)
}

func distinct(a, b string) []string {
	if a == b {
		return []string{a}
	}
	return []string{a, b}
}

// trendThemes is how many themes the trend shows.
const trendThemes = 3

// trendAreas is how many areas have panels of their own; with more, all
// reviews are shown together.
const trendAreas = 4

func trendFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	themes := leading(r, trendThemes)
	data := charts.TrendData{Source: r.Source}
	first, last := yearsOf(r)
	for year := first; year <= last && first > 0; year++ {
		data.Periods = append(data.Periods, fmt.Sprint(year))
	}
	for _, t := range themes {
		data.Themes = append(data.Themes, t.Name())
	}
	for _, area := range areasOf(r) {
		data.Areas = append(data.Areas, trendArea(r, area, themes, first, len(data.Periods)))
	}
	return charts.Trend(data, style)
}

// allAreas stands for every review, whatever its area.
const allAreas = "All areas"

func areasOf(r *analysis.Result) []string {
	var areas []string
	for _, g := range r.ByArea {
		areas = append(areas, g.Area)
	}
	if len(areas) > trendAreas || len(areas) == 0 {
		return []string{allAreas}
	}
	return areas
}

func trendArea(r *analysis.Result, name string, themes []analysis.Theme, first, periods int) charts.TrendArea {
	area := charts.TrendArea{Name: name, Reviews: make([]int, periods)}
	if name == "" {
		area.Name = "Area not known"
	}
	for range themes {
		area.Counts = append(area.Counts, make([]int, periods))
	}
	for i, c := range r.Matrix.Cases {
		if c.Year == 0 || name != allAreas && c.Area != name {
			continue
		}
		area.Reviews[c.Year-first]++
		for t, theme := range themes {
			if r.Matrix.Cells[i][slices.IndexFunc(r.Matrix.Themes, func(m analysis.Theme) bool { return m.ID == theme.ID })].Status.Present() {
				area.Counts[t][c.Year-first]++
			}
		}
	}
	return area
}

func yearsOf(r *analysis.Result) (first, last int) {
	for _, g := range r.ByYear {
		if g.Year == 0 {
			continue
		}
		if first == 0 {
			first = g.Year
		}
		last = g.Year
	}
	return first, last
}

// leading are the top themes and then the most frequent, n in all at most.
func leading(r *analysis.Result, n int) []analysis.Theme {
	themes := slices.Clone(r.Top[:min(n, len(r.Top))])
	for _, p := range r.Prevalence {
		if len(themes) < n && !slices.ContainsFunc(themes, func(t analysis.Theme) bool { return t.ID == p.Theme.ID }) {
			themes = append(themes, p.Theme)
		}
	}
	return themes
}
