package charts

import (
	"math"
	"testing"
)

// figureCase is a figure by name.
type figureCase struct {
	name string
	make func() (*Figure, error)
}

func (c figureCase) figure(t testing.TB) *Figure {
	t.Helper()
	f, err := c.make()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// fictionFigures are the figures with golden files: every kind of chart, its
// sizes, and the extremes of its data.
func fictionFigures() []figureCase {
	two := VennData{Sets: fictionVenn().Sets[:2], Regions: []int{2, 8, 2, 15}, Source: fictionSource}
	return []figureCase{
		{"venn3", func() (*Figure, error) { return Venn(fictionVenn(), Style{}) }},
		{"venn3-page", func() (*Figure, error) { return Venn(fictionVenn(), Style{Size: FullPage}) }},
		{"venn3-half", func() (*Figure, error) { return Venn(fictionVenn(), Style{Size: HalfPage}) }},
		{"venn3-slide", func() (*Figure, error) { return Venn(fictionVenn(), Style{Size: Slide}) }},
		{"venn3-column", func() (*Figure, error) { return Venn(fictionVenn(), Style{Size: Column}) }},
		{"venn2", func() (*Figure, error) { return Venn(two, Style{}) }},
		{"venn2-column", func() (*Figure, error) { return Venn(two, Style{Size: Column}) }},
		{"bars33", func() (*Figure, error) { return Bars(fictionBars(33, 27, true), Style{}) }},
		{"bars33-page", func() (*Figure, error) { return Bars(fictionBars(33, 27, true), Style{Size: FullPage}) }},
		{"bars33-slide", func() (*Figure, error) { return Bars(fictionBars(33, 27, true), Style{Size: Slide}) }},
		{"bars33-column", func() (*Figure, error) { return Bars(fictionBars(33, 27, true), Style{Size: Column}) }},
		{"bars33-500", func() (*Figure, error) { return Bars(fictionBars(33, 500, false), Style{}) }},
		{"bars3-half", func() (*Figure, error) { return Bars(fictionBars(3, 27, false), Style{Size: HalfPage}) }},
		{"bars1-1", func() (*Figure, error) { return Bars(fictionBars(1, 1, false), Style{}) }},
		{"pictorial33", func() (*Figure, error) { return Pictorial(fictionPictorial(33, 27), Style{}) }},
		{"pictorial33-page", func() (*Figure, error) { return Pictorial(fictionPictorial(33, 27), Style{Size: FullPage}) }},
		{"pictorial33-slide", func() (*Figure, error) { return Pictorial(fictionPictorial(33, 27), Style{Size: Slide}) }},
		{"pictorial33-column", func() (*Figure, error) { return Pictorial(fictionPictorial(33, 27), Style{Size: Column}) }},
		{"pictorial33-500", func() (*Figure, error) { return Pictorial(fictionPictorial(33, 500), Style{}) }},
		{"pictorial3-half", func() (*Figure, error) { return Pictorial(fictionPictorial(3, 27), Style{Size: HalfPage}) }},
		{"pictorial3-2", func() (*Figure, error) { return Pictorial(fictionPictorial(3, 2), Style{}) }},
		{"pictorial1-1", func() (*Figure, error) { return Pictorial(fictionPictorial(1, 1), Style{}) }},
	}
}

// fictionBars are the first themes, scaled from 27 reviews to n.
func fictionBars(themes, n int, held bool) BarsData {
	data := BarsData{Reviews: n, Source: fictionSource}
	for i, t := range fictionThemes()[:themes] {
		b := Bar{Label: t.label, Count: t.count * n / fictionReviews}
		b.Low, b.High = wilson(b.Count, n)
		if held {
			b.Held = min(i%4, n-b.Count)
		}
		data.Bars = append(data.Bars, b)
	}
	return data
}

// wilson is the 95% score interval of Wilson (1927), for test data.
func wilson(k, n int) (low, high float64) {
	const z = 1.959964
	p, m := float64(k)/float64(n), float64(n)
	mid := (p + z*z/(2*m)) / (1 + z*z/m)
	half := z / (1 + z*z/m) * math.Sqrt(p*(1-p)/m+z*z/(4*m*m))
	return max(0, mid-half), min(1, mid+half)
}

// fictionPictorial are the first themes, scaled from 27 reviews to n.
func fictionPictorial(themes, n int) PictorialData {
	data := PictorialData{Reviews: n, Source: fictionSource}
	for _, t := range fictionThemes()[:themes] {
		data.Themes = append(data.Themes, PictorialTheme{Label: t.label, Count: t.count * n / fictionReviews})
	}
	return data
}
