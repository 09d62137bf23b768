package charts

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
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
	return slices.Concat(vennFigures(), rangeFigures(), eulerFigures(), barFigures(), pictorialFigures(), tableFigures(), trendFigures(), groupFigures())
}

func vennFigures() []figureCase {
	two := VennData{Sets: fictionVenn().Sets[:2], Regions: []int{2, 8, 2, 15}, Source: fictionSource}
	return []figureCase{
		{"venn3", func() (*Figure, error) { return Venn(fictionVenn(), Style{}) }},
		{"venn3-page", func() (*Figure, error) { return Venn(fictionVenn(), Style{Size: FullPage}) }},
		{"venn3-half", func() (*Figure, error) { return Venn(fictionVenn(), Style{Size: HalfPage}) }},
		{"venn3-slide", func() (*Figure, error) { return Venn(fictionVenn(), Style{Size: Slide}) }},
		{"venn3-column", func() (*Figure, error) { return Venn(fictionVenn(), Style{Size: Column}) }},
		{"venn2", func() (*Figure, error) { return Venn(two, Style{}) }},
		{"venn2-column", func() (*Figure, error) { return Venn(two, Style{Size: Column}) }},
		{"venn3-none", func() (*Figure, error) {
			return Venn(VennData{Sets: fictionVenn().Sets, Regions: make([]int, 8)}, Style{})
		}},
		{"venn3-outside", func() (*Figure, error) {
			return Venn(VennData{Sets: fictionVenn().Sets, Regions: []int{27, 0, 0, 0, 0, 0, 0, 0}}, Style{})
		}},
		{"venn3-same", func() (*Figure, error) {
			return Venn(VennData{Sets: fictionVenn().Sets, Regions: []int{0, 0, 0, 0, 0, 0, 0, 500}}, Style{})
		}},
		{"venn3-long-column", func() (*Figure, error) {
			return Venn(VennData{Sets: []string{longLabel, longLabel, longLabel}, Regions: []int{100, 120, 7, 300, 0, 12, 150, 450}}, Style{Size: Column})
		}},
		{"venn3-long", func() (*Figure, error) {
			return Venn(VennData{Sets: []string{longLabel, longLabel, longLabel}, Regions: []int{100, 120, 7, 300, 0, 12, 150, 450}}, Style{})
		}},
	}
}

func barFigures() []figureCase {
	return []figureCase{
		{"bars33", func() (*Figure, error) { return Bars(fictionBars(33, 27, true), Style{}) }},
		{"bars33-page", func() (*Figure, error) { return Bars(fictionBars(33, 27, true), Style{Size: FullPage}) }},
		{"bars33-slide", func() (*Figure, error) { return Bars(fictionBars(33, 27, true), Style{Size: Slide}) }},
		{"bars33-column", func() (*Figure, error) { return Bars(fictionBars(33, 27, true), Style{Size: Column}) }},
		{"bars33-500", func() (*Figure, error) { return Bars(fictionBars(33, 500, false), Style{}) }},
		{"bars3-half", func() (*Figure, error) { return Bars(fictionBars(3, 27, false), Style{Size: HalfPage}) }},
		{"bars1-1", func() (*Figure, error) { return Bars(fictionBars(1, 1, false), Style{}) }},
		{"bars-extremes", func() (*Figure, error) { return Bars(extremeBars(27), Style{}) }},
		{"bars-extremes-column", func() (*Figure, error) { return Bars(extremeBars(27), Style{Size: Column}) }},
		{"bars-rare-500", func() (*Figure, error) {
			return Bars(BarsData{Reviews: 500, Bars: []Bar{{"One", 1, 0, 0.0004, 0.0112}, {"Forty", 40, 6, 0.0594, 0.107}}}, Style{})
		}},
		{"circumstances", func() (*Figure, error) { return Bars(fictionCircumstances(27), Style{}) }},
		{"circumstances-slide", func() (*Figure, error) { return Bars(fictionCircumstances(27), Style{Size: Slide}) }},
		{"bars-no-reviews", func() (*Figure, error) { return Bars(BarsData{Bars: []Bar{{Label: "A"}}}, Style{}) }},
	}
}

func pictorialFigures() []figureCase {
	return []figureCase{
		{"pictorial33", func() (*Figure, error) { return Pictorial(fictionPictorial(33, 27), Style{}) }},
		{"pictorial33-page", func() (*Figure, error) { return Pictorial(fictionPictorial(33, 27), Style{Size: FullPage}) }},
		{"pictorial33-slide", func() (*Figure, error) { return Pictorial(fictionPictorial(33, 27), Style{Size: Slide}) }},
		{"pictorial33-column", func() (*Figure, error) { return Pictorial(fictionPictorial(33, 27), Style{Size: Column}) }},
		{"pictorial33-500", func() (*Figure, error) { return Pictorial(fictionPictorial(33, 500), Style{}) }},
		{"pictorial33-half", func() (*Figure, error) { return Pictorial(fictionPictorial(33, 27), Style{Size: HalfPage}) }},
		{"pictorial3-half", func() (*Figure, error) { return Pictorial(fictionPictorial(3, 27), Style{Size: HalfPage}) }},
		{"pictorial3-2", func() (*Figure, error) { return Pictorial(fictionPictorial(3, 2), Style{}) }},
		{"pictorial-extremes", func() (*Figure, error) { return Pictorial(extremePictorial(27), Style{}) }},
		{"pictorial-extremes-503", func() (*Figure, error) { return Pictorial(extremePictorial(503), Style{}) }},
		{"pictorial-no-themes", func() (*Figure, error) { return Pictorial(PictorialData{Reviews: 5}, Style{}) }},
		{"pictorial1-1", func() (*Figure, error) { return Pictorial(fictionPictorial(1, 1), Style{}) }},
	}
}

func tableFigures() []figureCase {
	return []figureCase{
		{"upset5", func() (*Figure, error) { return UpSet(fictionUpSet(5, 27), Style{}) }},
		{"upset5-slide", func() (*Figure, error) { return UpSet(fictionUpSet(5, 27), Style{Size: Slide}) }},
		{"upset5-column", func() (*Figure, error) { return UpSet(fictionUpSet(5, 27), Style{Size: Column}) }},
		{"upset12-500", func() (*Figure, error) { return UpSet(fictionUpSet(12, 500), Style{}) }},
		{"upset3-half", func() (*Figure, error) { return UpSet(fictionUpSet(3, 27), Style{Size: HalfPage}) }},
		{"cooccurrence14", func() (*Figure, error) { return Cooccurrence(fictionPairs(14, 27), Style{}) }},
		{"cooccurrence33", func() (*Figure, error) { return Cooccurrence(fictionPairs(33, 27), Style{}) }},
		{"cooccurrence33-slide", func() (*Figure, error) { return Cooccurrence(fictionPairs(33, 27), Style{Size: Slide}) }},
		{"cooccurrence33-column", func() (*Figure, error) { return Cooccurrence(fictionPairs(33, 27), Style{Size: Column}) }},
		{"cooccurrence3-500", func() (*Figure, error) { return Cooccurrence(fictionPairs(3, 500), Style{}) }},
		{"upset1-1", func() (*Figure, error) { return UpSet(fictionUpSet(1, 1), Style{}) }},
		{"upset-outside", func() (*Figure, error) {
			return UpSet(UpSetData{Sets: fictionVenn().Sets, Combinations: []Combination{{nil, 27}}}, Style{})
		}},
		{"cooccurrence1", func() (*Figure, error) { return Cooccurrence(fictionPairs(1, 1), Style{}) }},
		{"cooccurrence3-half", func() (*Figure, error) { return Cooccurrence(fictionPairs(3, 27), Style{Size: HalfPage}) }},
	}
}

func trendFigures() []figureCase {
	return []figureCase{
		{"trend3", func() (*Figure, error) { return Trend(fictionTrend(3, 2, 27), Style{}) }},
		{"trend1", func() (*Figure, error) { return Trend(fictionTrend(1, 2, 27), Style{}) }},
		{"trend3-slide", func() (*Figure, error) { return Trend(fictionTrend(3, 2, 27), Style{Size: Slide}) }},
		{"trend3-column", func() (*Figure, error) { return Trend(fictionTrend(3, 2, 27), Style{Size: Column}) }},
		{"trend1-6areas-500", func() (*Figure, error) { return Trend(fictionTrend(1, 6, 500), Style{}) }},
		{"trend1-1", func() (*Figure, error) { return Trend(fictionTrend(1, 1, 1), Style{}) }},
		{"trend3-27-page", func() (*Figure, error) { return Trend(fictionTrend(3, 3, 27), Style{Size: FullPage}) }},
		{"trend-no-reviews", func() (*Figure, error) { return Trend(fictionTrend(1, 2, 0), Style{}) }},
	}
}

// fictionBars are the first themes, scaled from 27 reviews to n.
func fictionBars(themes, n int, held bool) BarsData {
	data := BarsData{Reviews: n, Source: fictionSource}
	for i, t := range fictionThemes()[:themes] {
		b := Bar{Label: t.label, Count: (t.count*n + fictionReviews - 1) / fictionReviews}
		b.Low, b.High = wilson(b.Count, n)
		if held {
			b.Held = min(i%4, n-b.Count)
		}
		data.Bars = append(data.Bars, b)
	}
	return data
}

func fictionCircumstances(n int) BarsData {
	data := BarsData{Reviews: n, Source: fictionSource, Circumstances: true}
	for i, name := range []string{"Domestic abuse", "Parental drug misuse", "Poverty or debt", "Poor or insecure housing", "Child under one year", "A death of a parent in the child’s lifetime", "Prematurity"} {
		b := Bar{Label: name, Count: (n + i) / (i + 2), Held: i % 3}
		b.Low, b.High = wilson(b.Count, n)
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
		data.Themes = append(data.Themes, PictorialTheme{Label: t.label, Count: (t.count*n + fictionReviews - 1) / fictionReviews})
	}
	return data
}

// fictionMatrix is which of the first themes each of n reviews has, by a fixed
// rule in which the rates follow those of the themes.
func fictionMatrix(themes, n int) [][]bool {
	random := rand.New(rand.NewPCG(7, 11))
	matrix := make([][]bool, n)
	for r := range matrix {
		weight := 0.55 + 0.9*random.Float64() // some reviews find more than others
		matrix[r] = make([]bool, themes)
		for t, theme := range fictionThemes()[:themes] {
			matrix[r][t] = random.Float64() < weight*float64(theme.count)/fictionReviews
		}
	}
	return matrix
}

func fictionUpSet(sets, n int) UpSetData {
	data := UpSetData{Source: fictionSource}
	for _, t := range fictionThemes()[:sets] {
		data.Sets = append(data.Sets, t.label)
	}
	place := map[string]int{}
	for _, row := range fictionMatrix(sets, n) {
		var in []int
		for t, has := range row {
			if has {
				in = append(in, t)
			}
		}
		key := fmt.Sprint(in)
		if _, ok := place[key]; !ok {
			place[key] = len(data.Combinations)
			data.Combinations = append(data.Combinations, Combination{In: in})
		}
		data.Combinations[place[key]].Count++
	}
	return data
}

func fictionPairs(themes, n int) CooccurrenceData {
	data := CooccurrenceData{Reviews: n, Source: fictionSource, Together: make([][]int, themes)}
	matrix := fictionMatrix(themes, n)
	for i, t := range fictionThemes()[:themes] {
		data.Themes = append(data.Themes, t.label)
		data.Together[i] = make([]int, themes)
		for j := range themes {
			for _, row := range matrix {
				if row[i] && row[j] {
					data.Together[i][j]++
				}
			}
		}
	}
	return data
}

func fictionTrend(themes, areas, n int) TrendData {
	data := TrendData{Period: "year", Source: fictionSource}
	for year := 2006; year <= 2019; year++ {
		data.Periods = append(data.Periods, fmt.Sprint(year))
	}
	for a := range areas {
		name := [...]string{"Northmere", "Eastvale", "Westholm", "Southby", "Millport", "Ashdale"}[a]
		area := TrendArea{Name: name, Reviews: make([]int, len(data.Periods)), Counts: make([][]int, themes)}
		for t := range area.Counts {
			area.Counts[t] = make([]int, len(data.Periods))
		}
		data.Areas = append(data.Areas, area)
	}
	for _, t := range fictionThemes()[:themes] {
		data.Themes = append(data.Themes, t.label)
	}
	for r, row := range fictionMatrix(themes, n) {
		area, period := data.Areas[r%areas], (5*r+r/3)%len(data.Periods)
		area.Reviews[period]++
		for t, has := range row {
			if has {
				area.Counts[t][period]++
			}
		}
	}
	return data
}

// longLabel has 80 characters.
const longLabel = "Response to domestic abuse, parental mental ill-health and misuse of substances!"

// extremeBars have counts of none and of all, wide and narrow intervals.
func extremeBars(n int) BarsData {
	data := BarsData{Reviews: n}
	for i, k := range []int{0, n, 1, n - 1, n / 2} {
		b := Bar{Label: longLabel[:16*(i+1)], Count: k, Held: (n - k) * (i % 2)}
		b.Low, b.High = wilson(k, n)
		data.Bars = append(data.Bars, b)
	}
	return data
}

func extremePictorial(n int) PictorialData {
	data := PictorialData{Reviews: n}
	for i, k := range []int{0, n, 1, n - 1, n / 2} {
		data.Themes = append(data.Themes, PictorialTheme{Label: longLabel[:16*(i+1)], Count: k})
	}
	return data
}

// TestUntitled: without its title a chart is lower, and is drawn as it is with it.
func TestUntitled(t *testing.T) {
	for _, c := range fictionFigures() {
		f := c.figure(t)
		bare, err := f.Untitled()
		if err != nil {
			t.Fatal(err)
		}
		with, err := f.layout()
		if err != nil {
			t.Fatal(err)
		}
		without, err := bare.layout()
		if err != nil {
			t.Fatal(err)
		}
		if lines := len(with.Texts) - len(without.Texts); lines < 1 || bare.Height >= f.Height || f.Title == "" {
			t.Errorf("%s: %d lines less, %.0f points high, with its title %.0f", c.name, lines, bare.Height, f.Height)
		}
		if got, want := without.Texts[len(without.Texts)-1], with.Texts[len(with.Texts)-1]; got.Text != want.Text || math.Abs(float64(got.Box.Min.Y-want.Box.Min.Y)) > 0.01 {
			t.Errorf("%s: the last text is %v, with its title %v", c.name, got, want)
		}
	}
}
