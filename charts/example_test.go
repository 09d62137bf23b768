package charts_test

import (
	"fmt"
	"os"
	"path/filepath"

	"thematic/charts"
)

// A Venn diagram of three themes, written for a document.
func ExampleVenn() {
	figure, err := charts.Venn(charts.VennData{
		Sets: []string{"Assessment", "Lived experience", "Curiosity"},
		// none, A, B, A and B, C, A and C, B and C, all three
		Regions: []int{1, 4, 1, 4, 1, 4, 1, 11},
		Source:  "27 fictional reviews",
	}, charts.Style{Size: charts.HalfPage})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(figure.Title)
	fmt.Println(figure.Source)

	dir, err := os.MkdirTemp("", "charts")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	file, err := os.Create(filepath.Join(dir, "venn.svg"))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer file.Close()
	fmt.Println(figure.WriteSVG(file))
	// Output:
	// Practice was found lacking on all three themes in 11 of 27 reviews (41%)
	// Source: 27 fictional reviews. n = 27 reviews. Percentages are of all reviews and, being rounded, may not sum to 100.
	// <nil>
}

// The same data with areas in proportion, and data that no ellipses can show.
func ExampleEuler() {
	sets := []string{"Assessment", "Lived experience", "Curiosity"}
	for _, regions := range [][]int{
		{1, 4, 1, 4, 1, 4, 1, 11},
		{1, 0, 0, 8, 0, 8, 8, 0},
	} {
		figure, err := charts.Euler(charts.VennData{Sets: sets, Regions: regions}, charts.Style{})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(figure.Subtitle)
	}
	// Output:
	// Reviews by the themes on which practice was found lacking. Areas are in proportion to the numbers (greatest error less than 0.1% of the area); a combination not found has none.
	// Reviews by the themes on which practice was found lacking. Symmetric diagram, not to scale: no ellipses show every combination that occurs and no other.
}

// Bars with an interval and a held part, and what a screen reader says of them.
func ExampleBars() {
	figure, err := charts.Bars(charts.BarsData{
		Reviews: 27,
		Bars: []charts.Bar{
			{Label: "Curiosity", Count: 17, Held: 2, Low: 0.442, High: 0.785},
			{Label: "Assessment", Count: 23, Low: 0.675, High: 0.941},
		},
	}, charts.Style{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(figure.Alt)
	// Output:
	// Bar chart of 2 themes in 27 reviews. Assessment: 23 (85%, interval 68 to 94%); Curiosity: 17 (63%, interval 44 to 78%, up to 19 with held passages).
}

// One figure for each review.
func ExamplePictorial() {
	figure, err := charts.Pictorial(charts.PictorialData{
		Reviews: 27,
		Themes:  []charts.PictorialTheme{{Label: "Curiosity", Count: 17}, {Label: "Assessment", Count: 23}},
	}, charts.Style{Size: charts.Slide})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(figure.Title)
	// Output:
	// “Assessment”: practice found lacking in 23 of 27 reviews (85%); the 2 themes range from 17 to 23
}
