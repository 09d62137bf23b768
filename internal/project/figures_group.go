package project

import (
	"fmt"
	"slices"

	"thematic/analysis"
	"thematic/charts"
)

// trendThemes is how many themes the trend shows.
const trendThemes = 3

// trendAreas is how many areas have panels of their own; with more, all
// reviews are shown together.
const trendAreas = 4

func trendFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	themes := leading(r, trendThemes)
	data := charts.TrendData{Period: "year", Source: r.Source}
	first, last := r.Years()
	for year := first; year <= last && first > 0; year++ {
		data.Periods = append(data.Periods, fmt.Sprint(year))
	}
	tested := false
	for _, t := range themes {
		data.Themes = append(data.Themes, t.Name())
		k := r.Trends[slices.IndexFunc(r.Trends, func(k analysis.Trend) bool { return k.Theme == t.ID })]
		tested = tested || k.P.Defined
		slope := 0.0
		if k.Q.Stands() {
			slope = k.Slope.Value
		}
		data.Slopes = append(data.Slopes, slope)
	}
	if !tested {
		data.Slopes = nil
	}
	for _, name := range areasOf(r) {
		area := trendArea(r, name, themes, first, len(data.Periods))
		dated := slices.ContainsFunc(area.Reviews, func(n int) bool { return n > 0 })
		if dated || len(r.ByArea) == 1 { // nothing is seen of reviews of which no year is known
			data.Areas = append(data.Areas, area)
		}
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
		area.Name = "Unknown area"
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

// dumbbellFigure sets two areas side by side; it needs exactly two.
func dumbbellFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	i := slices.IndexFunc(r.Comparisons, func(c analysis.Comparison) bool { return c.By == "area" })
	switch n := len(r.Comparisons[i].Groups); {
	case n < 2:
		return nil, noSelection("this chart sets two areas side by side, and the reviews are from %d: choose no area, or another chart", n)
	case n > 2:
		return nil, noSelection("this chart sets two areas side by side, and the reviews are from %d: choose two with 'thematic compare --by area --order A,B -o FILE'", n)
	}
	return groupsFigure(r, r.Comparisons[i], style)
}

// uncompared reports whether a chart sets groups of too few reviews side by side:
// then it is drawn for whoever asks, and stands in no briefing.
func uncompared(kind string, r *analysis.Result) bool {
	return kind == "dumbbell" && slices.ContainsFunc(r.Comparisons, func(c analysis.Comparison) bool {
		return c.By == "area" && slices.ContainsFunc(c.Contrasts, func(t analysis.Contrast) bool { return !t.Enough() })
	})
}

// GroupsFigure sets two groups of reviews side by side. It returns a
// [*SelectionError] where the comparison has more.
func GroupsFigure(r *analysis.Result, c analysis.Comparison, style charts.Style) (*charts.Figure, error) {
	return groupsFigure(drawn(r, style), c, style)
}

func groupsFigure(r *analysis.Result, c analysis.Comparison, style charts.Style) (*charts.Figure, error) {
	if len(c.Groups) != 2 {
		return nil, noSelection("this chart sets two groups side by side, and there are %d: choose two with --order or --ranges", len(c.Groups))
	}
	data := charts.DumbbellData{Source: r.Source}
	for g, group := range c.Groups {
		data.Groups[g] = charts.DumbbellGroup{Name: group.Name, Reviews: group.Reviews}
		if c.By != "area" && c.By != "year" { // whose names say what they are
			data.Groups[g].Name = c.By + ": " + group.Name
		}
	}
	for t, k := range c.Contrasts {
		theme := sideBySide(r.Themes[t].Label, k.InA, k.InB, k.Difference)
		theme.Stands = k.Q.Stands()
		data.Themes = append(data.Themes, theme)
		data.Tested = data.Tested || k.Q.Defined
	}
	return charts.Dumbbell(data, style)
}

// sideBySide is a row of a chart of two groups: percentages become proportions.
func sideBySide(label string, a, b analysis.Estimate, difference analysis.Difference) charts.DumbbellTheme {
	return charts.DumbbellTheme{
		Label: label, Counts: [2]int{a.Count, b.Count},
		Low: [2]float64{a.Low / 100, b.Low / 100}, High: [2]float64{a.High / 100, b.High / 100},
		DifferenceLow: difference.Low / 100, DifferenceHigh: difference.High / 100,
	}
}

// matrixFigure shows every theme in every review.
func matrixFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	data := charts.MatrixData{Source: r.Source}
	for _, c := range r.Matrix.Cases {
		data.Reviews = append(data.Reviews, charts.MatrixReview{Name: c.ID, Area: c.Area, Year: c.Year})
	}
	for t, theme := range r.Matrix.Themes {
		row := make([]charts.MatrixCell, len(r.Matrix.Cases))
		for i := range row {
			switch cell := r.Matrix.Cells[i][t]; {
			case cell.Status.Present():
				row[i] = charts.Found
			case cell.Status == analysis.CellHeld:
				row[i] = charts.Held
			}
		}
		data.Themes = append(data.Themes, theme.Label)
		data.Cells = append(data.Cells, row)
	}
	return charts.MatrixPicture(data, style)
}
