package charts

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestRankingTitle(t *testing.T) {
	for _, c := range []struct {
		themes []ranked
		n      int
		want   string
	}{
		{nil, 0, "No reviews to count"},
		{nil, 5, "No themes to count in 5 reviews"},
		{[]ranked{{"A", 0}, {"B", 0}}, 5, "Practice was found lacking on no theme in any of the 5 reviews"},
		{[]ranked{{"A", 23}, {"B", 17}}, 27, "“A”: practice found lacking in 23 of 27 reviews (85%)"},
		{[]ranked{{"A", 17}, {"B", 17}, {"C", 1}}, 27, "“A” and “B”: practice found lacking in 17 of 27 reviews (63%) each"},
		{[]ranked{{"A", 17}, {"B", 17}, {"C", 17}}, 27, "3 themes lead: practice found lacking in 17 of 27 reviews (63%) each"},
		{[]ranked{{"A", 1}, {"B", 0}}, 1, "“A”: practice found lacking in the one review"},
		{[]ranked{{"A", 1}, {"B", 1}, {"C", 0}}, 1, "“A” and “B”: practice found lacking in the one review"},
		{[]ranked{{"A", 1}, {"B", 1}, {"C", 1}, {"D", 0}}, 1, "3 of 4 themes: practice found lacking in the one review"},
	} {
		if got := practiceWords.title(c.themes, c.n); got != c.want {
			t.Errorf("%v of %d: got %q, want %q", c.themes, c.n, got, c.want)
		}
	}
}

func TestBarsErrors(t *testing.T) {
	for _, c := range []struct {
		n    int
		bar  Bar
		want string
	}{
		{-1, Bar{Label: "A"}, "number of reviews is negative"},
		{5, Bar{Label: "\x00"}, "no label"},
		{5, Bar{Label: "A", Count: -1}, "do not fit in 5 reviews"},
		{5, Bar{Label: "A", Count: 6}, "do not fit in 5 reviews"},
		{5, Bar{Label: "A", Count: 3, Held: 3}, "do not fit in 5 reviews"},
		{5, Bar{Label: "A", Low: math.NaN(), High: 1}, "not within 0 to 1"},
		{5, Bar{Label: "A", Low: 0, High: math.Inf(1)}, "not within 0 to 1"},
		{5, Bar{Label: "A", Low: -0.1, High: 0.5}, "not within 0 to 1"},
		{5, Bar{Label: "A", Low: 0.5, High: 0.4}, "not within 0 to 1"},
	} {
		wantError(t, c.want)(Bars(BarsData{Reviews: c.n, Bars: []Bar{c.bar}}, Style{}))
	}
}

func TestPictorialErrors(t *testing.T) {
	for _, c := range []struct {
		n     int
		theme PictorialTheme
		want  string
	}{
		{-1, PictorialTheme{"A", 0}, "number of reviews is negative"},
		{5, PictorialTheme{"", 0}, "no label"},
		{5, PictorialTheme{"A", -1}, "does not lie between 0 and 5"},
		{5, PictorialTheme{"A", 6}, "does not lie between 0 and 5"},
	} {
		wantError(t, c.want)(Pictorial(PictorialData{Reviews: c.n, Themes: []PictorialTheme{c.theme}}, Style{}))
	}
}

// TestBarsAreSorted checks order, ties and that the caller's data stays as it was.
// TestBarsOfOneReview: neither what is written below the title nor what is read aloud gives
// the percentage of a single review.
func TestBarsOfOneReview(t *testing.T) {
	for _, c := range []struct {
		n             int
		bar           Bar
		circumstances bool
		subtitle, alt string
	}{
		{1, Bar{Label: "A", Count: 1}, false, "Number of reviews in which", "A: 1."},
		{1, Bar{Label: "A", Held: 1}, true, "practice: number of reviews that", "A: 0 (up to 1 with held passages)."},
		{2, Bar{Label: "A", Count: 1, Held: 1}, false, "Number and percentage of reviews in which", "A: 1 (50%, up to 2 with held passages)."},
		{2, Bar{Label: "A", Count: 1}, true, "practice: number and percentage of reviews that", "A: 1 (50%)."},
	} {
		f, err := Bars(BarsData{Reviews: c.n, Bars: []Bar{c.bar}, Circumstances: c.circumstances}, Style{})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(f.Subtitle, c.subtitle) || !strings.HasSuffix(f.Alt, c.alt) {
			t.Errorf("got %q and %q, want %q and %q", f.Subtitle, f.Alt, c.subtitle, c.alt)
		}
	}
}

func TestBarsAreSorted(t *testing.T) {
	data := BarsData{Reviews: 9, Bars: []Bar{{Label: "Low", Count: 1}, {Label: "First", Count: 5}, {Label: "Second", Count: 5}}}
	f, err := Bars(data, Style{})
	if err != nil {
		t.Fatal(err)
	}
	order := []string{"First", "Second", "Low"}
	last := -1
	for _, name := range order {
		at := strings.Index(f.Alt, name)
		if at <= last {
			t.Errorf("%q is not in its place in %q", name, f.Alt)
		}
		last = at
	}
	if data.Bars[0].Label != "Low" {
		t.Error("the data given was changed")
	}
}

// TestAllThemesOnAPage checks that 33 themes of 27 reviews fit one page, with
// whole labels.
func TestAllThemesOnAPage(t *testing.T) {
	for _, c := range []figureCase{
		{"pictorial", func() (*Figure, error) { return Pictorial(fictionPictorial(33, 27), Style{Size: FullPage}) }},
		{"bars", func() (*Figure, error) { return Bars(fictionBars(33, 27, true), Style{Size: FullPage}) }},
		{"cooccurrence", func() (*Figure, error) { return Cooccurrence(fictionPairs(33, 27), Style{Size: FullPage}) }},
	} {
		layout, err := c.figure(t).layout()
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range layout.Texts {
			if strings.Contains(text.Text, "do not fit") || strings.Contains(text.Text, ellipsisMark) {
				t.Errorf("%s: %q", c.name, text.Text)
			}
		}
	}
}

// TestCrowd checks how many reviews a figure stands for.
func TestCrowd(t *testing.T) {
	for _, c := range []struct{ n, each int }{{1, 1}, {27, 1}, {60, 1}, {61, 2}, {120, 2}, {121, 5}, {500, 10}, {3001, 100}} {
		p := rowPlan{pitch: 18, plot: box(0, 0, 300, 100)}
		if got := (pictorialChart{n: c.n}).crowd(p).each; got != c.each {
			t.Errorf("%d reviews: a figure stands for %d, want %d", c.n, got, c.each)
		}
	}
}

// TestLeftOutSaysWhatIsAsFrequent holds that a note about rows or columns that do
// not fit says how many of them might as well be shown.
func TestLeftOutSaysWhatIsAsFrequent(t *testing.T) {
	all := []ranked{{"A", 5}, {"B", 3}, {"C", 2}, {"D", 2}, {"E", 2}, {"F", 1}}
	c := upsetChart{}
	for _, r := range all {
		c.columns = append(c.columns, upsetColumn{count: r.count})
	}
	for shown, want := range map[int]string{
		1: "", 2: "", 3: " 2 left out are as frequent as the last shown.", 4: " One left out is as frequent as the last shown.", 5: "",
	} {
		note := practiceWords.leftOutOf(counts(all))(shown, len(all))
		if want := fmt.Sprintf("The %d most frequent of 6 themes are shown; the others do not fit in this size.%s", shown, want); note != want {
			t.Errorf("got %q, want %q", note, want)
		}
		if got := c.leftOut(shown); !strings.HasSuffix(got, "."+want) || strings.Contains(got, "frequent as") != (want != "") {
			t.Errorf("of combinations: got %q, want %q at its end", got, want)
		}
	}
}
