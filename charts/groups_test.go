package charts

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

func groupFigures() []figureCase {
	dumbbell := func(name string, d DumbbellData, size Size) figureCase {
		return figureCase{name, func() (*Figure, error) { return Dumbbell(d, Style{Size: size}) }}
	}
	matrix := func(name string, d MatrixData, size Size) figureCase {
		return figureCase{name, func() (*Figure, error) { return MatrixPicture(d, Style{Size: size}) }}
	}
	return []figureCase{
		dumbbell("dumbbell33", fictionDumbbell(33, 27), Auto),
		dumbbell("dumbbell33-slide", fictionDumbbell(33, 27), Slide),
		dumbbell("dumbbell33-column", fictionDumbbell(33, 27), Column),
		dumbbell("dumbbell3-500", fictionDumbbell(3, 500), Auto),
		dumbbell("dumbbell3-2", fictionDumbbell(3, 2), HalfPage),
		dumbbell("dumbbell3-1", fictionDumbbell(3, 1), Auto),
		matrix("matrix33", fictionPicture(33, 27, 2), Auto),
		matrix("matrix33-slide", fictionPicture(33, 27, 2), Slide),
		matrix("matrix33-column", fictionPicture(33, 27, 2), Column),
		matrix("matrix33-500", fictionPicture(33, 500, 6), Auto),
		matrix("matrix14-half-12areas", fictionPicture(14, 61, 12), HalfPage),
		matrix("matrix3-2", fictionPicture(3, 2, 2), Auto),
		matrix("matrix3-1", fictionPicture(3, 1, 1), Auto),
		matrix("matrix-no-reviews", fictionPicture(3, 0, 1), Auto),
	}
}

// fictionDumbbell compares the reviews of two areas.
func fictionDumbbell(themes, n int) DumbbellData {
	first := (n + 1) / 2
	data := DumbbellData{
		Groups: [2]DumbbellGroup{{"Northmere", first}, {"Eastvale", n - first}},
		Source: fictionSource,
	}
	matrix := fictionMatrix(themes, n)
	for i, t := range fictionThemes()[:themes] {
		row := DumbbellTheme{Label: t.label}
		for r := range matrix {
			if matrix[r][i] {
				row.Counts[r%2]++
			}
		}
		setIntervals(&row, data.Groups)
		data.Themes = append(data.Themes, row)
	}
	return data
}

// setIntervals gives a row the intervals of Wilson and, for the difference,
// that of Newcombe (1998), method 10.
func setIntervals(row *DumbbellTheme, groups [2]DumbbellGroup) {
	var share [2]float64
	for g := range groups {
		if groups[g].Reviews == 0 {
			return
		}
		share[g] = float64(row.Counts[g]) / float64(groups[g].Reviews)
		row.Low[g], row.High[g] = wilson(row.Counts[g], groups[g].Reviews)
	}
	d := share[0] - share[1]
	row.DifferenceLow = max(-1, d-math.Hypot(share[0]-row.Low[0], row.High[1]-share[1]))
	row.DifferenceHigh = min(1, d+math.Hypot(row.High[0]-share[0], share[1]-row.Low[1]))
}

// fictionPicture spreads reviews over areas and years; a tenth of the cells
// that are not found are held.
func fictionPicture(themes, n, areas int) MatrixData {
	data := MatrixData{Source: fictionSource}
	names := []string{"Northmere", "Eastvale", "Westholm", "Southby", "Millport", "Ashdale"}
	matrix := fictionMatrix(themes, n)
	for r := range n {
		area := r % areas
		review := MatrixReview{Name: fmt.Sprint("Review ", r), Area: names[area%len(names)], Year: 2006 + (5*r+r/3)%14}
		if area >= len(names) {
			review.Area += " North"
		}
		if r%19 == 7 {
			review.Year = 0
		}
		data.Reviews = append(data.Reviews, review)
	}
	for i, t := range fictionThemes()[:themes] {
		data.Themes = append(data.Themes, t.label)
		row := make([]MatrixCell, n)
		for r := range row {
			if matrix[r][i] {
				row[r] = Found
			} else if (7*r+3*i)%10 == 0 {
				row[r] = Held
			}
		}
		data.Cells = append(data.Cells, row)
	}
	return data
}

func randomDumbbell(random *rand.Rand, n, themes int) DumbbellData {
	data := DumbbellData{Source: randomLabel(random)}
	for g := range data.Groups {
		data.Groups[g] = DumbbellGroup{randomLabel(random), random.IntN(n + 1)}
	}
	for range themes {
		row := DumbbellTheme{Label: randomLabel(random)}
		for g := range row.Counts {
			row.Counts[g] = random.IntN(data.Groups[g].Reviews + 1)
		}
		if random.IntN(4) > 0 {
			setIntervals(&row, data.Groups)
		}
		data.Themes = append(data.Themes, row)
	}
	return data
}

func randomPicture(random *rand.Rand, n, themes int) MatrixData {
	data := MatrixData{Themes: randomLabels(random, themes), Source: randomLabel(random)}
	areas := append(randomLabels(random, 1+random.IntN(8)), "")
	for range n {
		data.Reviews = append(data.Reviews, MatrixReview{Area: areas[random.IntN(len(areas))], Year: random.IntN(2) * (1990 + random.IntN(35))})
	}
	for range themes {
		row := make([]MatrixCell, n)
		for r := range row {
			row[r] = MatrixCell(random.IntN(3))
		}
		data.Cells = append(data.Cells, row)
	}
	return data
}

func TestDumbbellErrors(t *testing.T) {
	groups := [2]DumbbellGroup{{"A", 5}, {"B", 4}}
	for _, c := range []struct {
		data DumbbellData
		want string
	}{
		{DumbbellData{}, "group 1 has no name"},
		{DumbbellData{Groups: [2]DumbbellGroup{{"A", 5}, {"B", -1}}}, "group 2 has no name or a negative"},
		{DumbbellData{Groups: groups, Themes: []DumbbellTheme{{}}}, "no label"},
		{DumbbellData{Groups: groups, Themes: []DumbbellTheme{{Label: "T", Counts: [2]int{5, 5}}}}, "5 does not lie between 0 and 4"},
		{DumbbellData{Groups: groups, Themes: []DumbbellTheme{{Label: "T", Low: [2]float64{0.5, 0}, High: [2]float64{0.4, 0}}}}, "not within 0 to 1"},
		{DumbbellData{Groups: groups, Themes: []DumbbellTheme{{Label: "T", High: [2]float64{math.NaN(), 0}}}}, "not within 0 to 1"},
		{DumbbellData{Groups: groups, Themes: []DumbbellTheme{{Label: "T", DifferenceHigh: 1.5}}}, "not within -1 to 1"},
	} {
		wantError(t, c.want)(Dumbbell(c.data, Style{}))
	}
}

func TestDumbbellTexts(t *testing.T) {
	f, err := Dumbbell(DumbbellData{
		Groups: [2]DumbbellGroup{{"Northmere", 10}, {"Eastvale", 20}},
		Themes: []DumbbellTheme{
			{Label: "Same", Counts: [2]int{5, 10}},
			{Label: "Fewer", Counts: [2]int{8, 6}, DifferenceLow: 0.11, DifferenceHigh: 0.72},
		},
	}, Style{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ got, want string }{
		{f.Title, "“Fewer” differs most: practice found lacking in 8 of 10 reviews (80%) in Northmere, in 6 of 20 reviews (30%) in Eastvale"},
		{f.Source, "n = 30 reviews. The interval of the difference does not include 0."},
		{f.Alt, "Dumbbell chart of 2 themes in two groups: Northmere, 10 reviews, and Eastvale, 20 reviews. " +
			"Fewer: 8 (80%) and 6 (30%), difference +50 (+11 to +72) points. Same: 5 (50%) and 10 (50%), difference 0 points."},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

// TestDumbbellOfGroupsThatShare: reviews that may be in both groups are not added up.
func TestDumbbellOfGroupsThatShare(t *testing.T) {
	data := DumbbellData{
		Groups: [2]DumbbellGroup{{"this project", 27}, {"a briefing", 27}}, Source: "A briefing.", MayShare: true,
		Themes: []DumbbellTheme{{Label: "T", Counts: [2]int{1, 2}}},
	}
	f, err := Dumbbell(data, Style{})
	if want := "Source: A briefing. n = 27 and 27 reviews; the same review may be in both."; err != nil || f.Source != want {
		t.Errorf("got %q, error %v, want %q", f.Source, err, want)
	}
}

func TestDumbbellTitles(t *testing.T) {
	for _, c := range []struct {
		groups [2]DumbbellGroup
		counts [2]int
		want   string
	}{
		{[2]DumbbellGroup{{"A", 0}, {"B", 0}}, [2]int{0, 0}, "No reviews to count"},
		{[2]DumbbellGroup{{"A", 3}, {"B", 0}}, [2]int{3, 0}, "A and B cannot be compared: one has no reviews"},
		{[2]DumbbellGroup{{"A", 3}, {"B", 6}}, [2]int{1, 2}, "A and B show the same share in each theme"},
		{[2]DumbbellGroup{{"this project", 3}, {"B", 6}}, [2]int{1, 2}, "This project and B show the same share in each theme"},
	} {
		f, err := Dumbbell(DumbbellData{Groups: c.groups, Themes: []DumbbellTheme{{Label: "T", Counts: c.counts}}}, Style{})
		if err != nil {
			t.Fatal(err)
		}
		if f.Title != c.want {
			t.Errorf("got %q, want %q", f.Title, c.want)
		}
	}
}

func TestMatrixErrors(t *testing.T) {
	one := []MatrixReview{{Area: "A"}}
	for _, c := range []struct {
		data MatrixData
		want string
	}{
		{MatrixData{Themes: []string{"T"}}, "0 rows for 1 theme"},
		{MatrixData{Themes: []string{" "}, Reviews: one, Cells: [][]MatrixCell{{0}}}, "no label"},
		{MatrixData{Themes: []string{"T"}, Reviews: one, Cells: [][]MatrixCell{{0, 1}}}, "2 cells for 1 review"},
		{MatrixData{Themes: []string{"T"}, Reviews: one, Cells: [][]MatrixCell{{3}}}, "unknown value 3"},
	} {
		wantError(t, c.want)(MatrixPicture(c.data, Style{}))
	}
}

// TestMatrixOfManyAreas: areas that are too many to be named leave the columns to
// the years, which then go up from left to right.
func TestMatrixOfManyAreas(t *testing.T) {
	data := MatrixData{Themes: []string{"T"}, Cells: [][]MatrixCell{nil}}
	for i := range 80 {
		data.Reviews = append(data.Reviews, MatrixReview{Area: fmt.Sprintf("North and South Marlshire %d", i), Year: 2010 + 7*i%11})
		data.Cells[0] = append(data.Cells[0], Found)
	}
	for _, size := range []Size{Auto, Slide, Column} {
		f, err := MatrixPicture(data, Style{Size: size})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(f.Subtitle, "in order of year, as there are too many areas") || !strings.Contains(f.Alt, "By year: 2010 8; 2011 7;") {
			t.Errorf("got %q, %q", f.Subtitle, f.Alt)
		}
		layout, err := f.layout()
		if err != nil {
			t.Fatal(err)
		}
		last := ""
		for _, text := range layout.Texts {
			if strings.Contains(text.Text, "Marlshire") || strings.HasSuffix(text.Text, "…") {
				t.Errorf("got the text %q", text.Text)
			}
			if len(text.Text) == 4 && strings.HasPrefix(text.Text, "20") {
				if text.Text <= last {
					t.Errorf("the year %s follows on %s", text.Text, last)
				}
				last = text.Text
			}
		}
		if last == "" {
			t.Error("no year is named")
		}
	}
}

// TestMatrixOrder checks that rows and columns keep their cells when they are
// put in order: areas by name, those not known last, then years.
func TestMatrixOrder(t *testing.T) {
	data := MatrixData{
		Themes: []string{"Rare", "Common"},
		Reviews: []MatrixReview{
			{Name: "1", Year: 2019}, {Name: "2", Area: "B", Year: 2010}, {Name: "3", Area: "A"}, {Name: "4", Area: "A", Year: 2012}, {Name: "5", Area: "A", Year: 2007},
		},
		Cells: [][]MatrixCell{{0, Found, 0, Held, 0}, {Found, 0, Found, Found, 0}},
	}
	f, err := MatrixPicture(data, Style{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "In the 5 reviews practice was found lacking on 0 to 1 of the 2 themes; in half of them on 1 or more"; f.Title != want {
		t.Errorf("got %q, want %q", f.Title, want)
	}
	if want := "Picture of 2 themes in 5 reviews. By area: A 3; B 1; Unknown area 1. By theme: Common 3; Rare 1."; f.Alt != want {
		t.Errorf("got %q, want %q", f.Alt, want)
	}
	layout, err := f.layout()
	if err != nil {
		t.Fatal(err)
	}
	var years []string
	for _, text := range layout.Texts {
		if len(text.Text) == 4 && strings.HasPrefix(text.Text, "20") {
			years = append(years, text.Text)
		}
	}
	if got, want := strings.Join(years, " "), "2007 2012 2010 2019"; got != want {
		t.Errorf("the years are %s, want %s", got, want)
	}
}

// TestWholeLabelsOfFewerRows: where rows are left out, more of them are before labels are
// shortened, and a note says how many are shown.
func TestWholeLabelsOfFewerRows(t *testing.T) {
	data := fictionDumbbell(33, 27)
	for i := range data.Themes {
		data.Themes[i].Label = fmt.Sprintf("%d. It was all written down and nobody read a word of it", i+1)
	}
	f, err := Dumbbell(data, Style{Size: HalfPage})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := f.WriteSVG(&b); err != nil {
		t.Fatal(err)
	}
	if svg := b.String(); strings.Contains(svg, ellipsisMark) || !strings.Contains(svg, "greatest differences of 33 themes are shown") {
		t.Error("labels are shortened, or the rows left out are not told")
	}
}
