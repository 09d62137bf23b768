package project

import (
	"fmt"
	"slices"

	"thematic/analysis"
	"thematic/charts"
)

// upsetSets is how many themes the UpSet chart shows.
const upsetSets = 6

func upsetFigure(r *analysis.Result, style charts.Style) (*charts.Figure, error) {
	themes := leading(r, upsetSets)
	if len(themes) == 1 {
		return nil, noSelection("this chart shows combinations of themes, and there is one theme")
	}
	ids := make([]string, len(themes))
	data := charts.UpSetData{Source: r.Source, Of: r.AllThemes}
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
	if len(themes) == 1 {
		return nil, noSelection("this chart shows pairs of themes, and there is one theme")
	}
	slices.SortStableFunc(themes, func(a, b analysis.Theme) int {
		return slices.Index(r.ThemeOrder, a.ID) - slices.Index(r.ThemeOrder, b.ID)
	})
	data := charts.CooccurrenceData{Reviews: r.Tally.Included, Order: orderOf(r, themes), Source: r.Source}
	place := map[string]int{}
	for i, t := range themes {
		place[t.ID] = i
		data.Themes = append(data.Themes, t.Name())
		data.Together = append(data.Together, make([]int, len(themes)))
	}
	for _, p := range r.Prevalence {
		if i, shown := place[p.Theme.ID]; shown {
			data.Together[i][i] = p.Share.Count
		}
	}
	for _, pair := range r.Pairs {
		i, one := place[pair.A]
		j, other := place[pair.B]
		if one && other {
			data.Together[i][j], data.Together[j][i] = pair.Both, pair.Both
		}
	}
	return charts.Cooccurrence(data, style)
}

// orderOf says which of all themes a table of co-occurrence shows, and in what
// order.
func orderOf(r *analysis.Result, shown []analysis.Theme) string {
	switch {
	case len(shown) < 3:
		return ""
	case len(shown) == len(r.Themes):
		return "Themes that travel together stand side by side."
	}
	most := r.Prevalence[:len(shown)]
	which := fmt.Sprintf("The %d most frequent of %d themes", len(shown), len(r.Themes))
	if slices.ContainsFunc(shown, func(t analysis.Theme) bool {
		return !slices.ContainsFunc(most, func(p analysis.Prevalence) bool { return p.Theme.ID == t.ID })
	}) {
		which = fmt.Sprintf("The headline themes and the most frequent others, %d of %d", len(shown), len(r.Themes))
	}
	return which + ", those that travel together side by side."
}
