package charts

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestUpSetErrors(t *testing.T) {
	two := []string{"A", "B"}
	for _, c := range []struct {
		data UpSetData
		want string
	}{
		{UpSetData{Sets: make([]string, 13)}, "at most 12 sets"},
		{UpSetData{Sets: []string{"A", ""}}, "set 2 has no name"},
		{UpSetData{Sets: two, Combinations: []Combination{{In: []int{2}, Count: 1}}}, "index 2 is out of range"},
		{UpSetData{Sets: two, Combinations: []Combination{{In: []int{1, 1}, Count: 1}}}, "out of range or repeated"},
		{UpSetData{Sets: two, Combinations: []Combination{{In: []int{0, 1}}, {In: []int{1, 0}}}}, "occurs twice"},
		{UpSetData{Sets: two, Combinations: []Combination{{In: []int{0}, Count: -1}}}, "negative count"},
	} {
		wantError(t, c.want)(UpSet(c.data, Style{}))
	}
}

// TestUpSetTotals checks that totals and combinations follow the sets when
// these are put in order.
func TestUpSetTotals(t *testing.T) {
	f, err := UpSet(UpSetData{
		Sets:         []string{"Rare", "Common", "Middle"},
		Combinations: []Combination{{nil, 2}, {[]int{1}, 5}, {[]int{2, 1}, 3}, {[]int{0, 1, 2}, 1}, {[]int{0}, 0}},
	}, Style{})
	if err != nil {
		t.Fatal(err)
	}
	want := "UpSet chart of 3 themes in 11 reviews. In all: Common 9; Middle 4; Rare 1; by exact combination: " +
		"Common 5; Common and Middle 3; Common, Middle and Rare 1; none of them 2."
	if f.Alt != want {
		t.Errorf("got %q, want %q", f.Alt, want)
	}
	if want := "Most often practice was found lacking on “Common” alone: in 5 of 11 reviews (45%)"; f.Title != want {
		t.Errorf("got %q, want %q", f.Title, want)
	}
}

// TestUpSetLabelsWhole: sentences name the rows of a slide and of a column whole, over
// several lines.
func TestUpSetLabelsWhole(t *testing.T) {
	data := UpSetData{Sets: []string{
		"There were rules that would have kept me safe", "A bit was known to each of them, and put together by none",
		"Whoever I told had no idea what came next", "What home was like nobody asked me",
		"How dangerous it was for me nobody worked out", "What you were told you believed and looked no further",
	}, Source: fictionSource}
	for i := range data.Sets {
		data.Combinations = append(data.Combinations, Combination{In: []int{i}, Count: i + 1})
	}
	for _, size := range []Size{Slide, Column, HalfPage} {
		f, err := UpSet(data, Style{Size: size})
		if err != nil {
			t.Fatal(err)
		}
		layout, err := f.layout()
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range layout.Texts {
			if strings.HasSuffix(text.Text, "…") {
				t.Errorf("size %v: %q is cut", size, text.Text)
			}
		}
	}
}

// TestUpSetOfSomeThemes: where themes are left out, nothing is said of a review that
// they would contradict.
func TestUpSetOfSomeThemes(t *testing.T) {
	sets := []string{"A", "B", "C", "D", "E", "F", "G"}
	for _, c := range []struct {
		sets         int
		combinations []Combination
		title        string
	}{
		{5, []Combination{{[]int{0, 1, 2, 3}, 5}, {[]int{0}, 1}}, "Of these 5 themes, the most frequent combination is all but “E”: in 5 of 6 reviews (83%)"},
		{6, []Combination{{[]int{0, 1, 2, 3}, 5}, {[]int{0}, 1}}, "Of these 6 themes, the most frequent combination is all but “E” and “F”: in 5 of 6 reviews (83%)"},
		{7, []Combination{{[]int{0, 1, 2, 3}, 5}, {[]int{0}, 1}}, "Of these 7 themes, the most frequent combination is exactly 4 together: in 5 of 6 reviews (83%)"},
		{5, []Combination{{[]int{0, 1, 2, 3, 4}, 5}, {nil, 1}}, "Of these 5 themes, the most frequent combination is all together: in 5 of 6 reviews (83%)"},
		{3, []Combination{{[]int{0, 1}, 5}, {nil, 1}}, "Of these 3 themes, the most frequent combination is exactly “A” and “B”: in 5 of 6 reviews (83%)"},
		{3, []Combination{{[]int{2}, 5}, {nil, 1}}, "Of these 3 themes, the most frequent combination is “C” alone: in 5 of 6 reviews (83%)"},
		{2, []Combination{{[]int{0}, 3}, {[]int{1}, 3}}, "No one combination of these 2 themes leads: practice was found lacking on each of the most frequent in 3 of 6 reviews (50%)"},
	} {
		f, err := UpSet(UpSetData{Sets: sets[:c.sets], Combinations: c.combinations, Of: 33}, Style{})
		if err != nil {
			t.Fatal(err)
		}
		if f.Title != c.title {
			t.Errorf("got %q, want %q", f.Title, c.title)
		}
		shown := fmt.Sprintf("%d of 33 themes", c.sets)
		if !strings.HasPrefix(f.Subtitle, shown+" are shown: ") || !strings.HasPrefix(f.Alt, "UpSet chart of "+shown+" in 6 reviews. ") ||
			!strings.Contains(f.Alt, fmt.Sprintf("by exact combination of these %d themes: ", c.sets)) {
			t.Errorf("got %q and %q, want %q in both", f.Subtitle, f.Alt, shown)
		}
		var svg strings.Builder
		if err := f.WriteSVG(&svg); err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("Reviews with exactly these of the %d themes shown", c.sets); !strings.Contains(svg.String(), want) {
			t.Errorf("the heading is not %q", want)
		}
	}
	f, err := UpSet(UpSetData{Sets: sets[:1], Combinations: []Combination{{[]int{0}, 5}, {nil, 1}}, Of: 33}, Style{})
	if err != nil || strings.Contains(f.Title, "alone") {
		t.Errorf("one theme of many: got %q, %v", f.Title, err)
	}
}

// TestTitlesOfOneReview: nothing leads and nothing is most frequent in one review.
func TestTitlesOfOneReview(t *testing.T) {
	upset, err := UpSet(UpSetData{Sets: []string{"A", "B", "C"}, Combinations: []Combination{{[]int{0, 2}, 1}}, Of: 33}, Style{})
	if want := "In the one review practice was found lacking on 2 of these 3 themes"; err != nil || upset.Title != want {
		t.Errorf("got %q, %v, want %q", upset.Title, err, want)
	}
	pairs, err := Cooccurrence(CooccurrenceData{Reviews: 1, Themes: []string{"A", "B", "C"}, Together: [][]int{{1, 0, 1}, {0, 0, 0}, {1, 0, 1}}}, Style{})
	if want := "In the one review practice was found lacking on 2 of these 3 themes"; err != nil || pairs.Title != want {
		t.Errorf("got %q, %v, want %q", pairs.Title, err, want)
	}
	people, err := Pictorial(PictorialData{Reviews: 1, Themes: []PictorialTheme{{"A", 1}, {"B", 0}}}, Style{})
	if want := "“A”: practice found lacking in the one review"; err != nil || people.Title != want {
		t.Errorf("got %q, %v, want %q", people.Title, err, want)
	}
}

func TestCooccurrenceErrors(t *testing.T) {
	two := []string{"A", "B"}
	for _, c := range []struct {
		together [][]int
		want     string
	}{
		{[][]int{{1, 1}}, "1 rows for 2 themes"},
		{[][]int{{1, 1}, {1}}, "row 2 has 1 cells"},
		{[][]int{{3, 1}, {2, 3}}, "2 one way and 1 the other"},
		{[][]int{{3, 4}, {4, 5}}, "not possible"},
		{[][]int{{3, -1}, {-1, 5}}, "not possible"},
		{[][]int{{6, 1}, {1, 3}}, "not possible"},
		{[][]int{{4, 1}, {1, 4}}, "not possible"},
	} {
		wantError(t, c.want)(Cooccurrence(CooccurrenceData{Reviews: 5, Themes: two, Together: c.together}, Style{}))
	}
	wantError(t, "theme 1 has no name")(Cooccurrence(CooccurrenceData{Themes: []string{""}, Together: [][]int{{0}}}, Style{}))
}

// TestCooccurrenceKeepsTheMostFrequent checks what is left where there is no
// room, and its order.
func TestCooccurrenceKeepsTheMostFrequent(t *testing.T) {
	c := heatMap{n: 9, themes: []string{"A", "B", "C"}, together: [][]int{{4, 1, 2}, {1, 1, 1}, {2, 1, 5}}}
	kept := c.keep(2)
	if got, want := strings.Join(kept.themes, ""), "AC"; got != want {
		t.Errorf("kept %s, want %s", got, want)
	}
	if got := kept.together[1][0]; got != 2 {
		t.Errorf("A with C is %d, want 2", got)
	}
}

func TestTrendErrors(t *testing.T) {
	area := func(reviews []int, counts ...[]int) []TrendArea {
		return []TrendArea{{Name: "N", Reviews: reviews, Counts: counts}}
	}
	years, theme := []string{"2006", "2007"}, []string{"A"}
	for _, c := range []struct {
		data TrendData
		want string
	}{
		{TrendData{Periods: []string{""}}, "period 1 has no name"},
		{TrendData{Themes: []string{""}}, "theme 1 has no name"},
		{TrendData{Areas: []TrendArea{{}}}, "no name"},
		{TrendData{Periods: years, Themes: theme, Areas: area([]int{1}, []int{1, 1})}, "1 rows of counts and 1 periods"},
		{TrendData{Periods: years, Themes: theme, Areas: area([]int{1, 1})}, "0 rows of counts"},
		{TrendData{Periods: years, Themes: theme, Areas: area([]int{1, 1}, []int{1})}, "has 1 counts, not 2"},
		{TrendData{Periods: years, Themes: theme, Areas: area([]int{1, -1}, []int{1, 0})}, "negative number -1"},
		{TrendData{Periods: years, Themes: theme, Areas: area([]int{1, 1}, []int{1, 2})}, "2 does not lie between 0 and 1"},
	} {
		wantError(t, c.want)(Trend(c.data, Style{}))
	}
}

// TestCooccurrenceOrder checks that the subtitle says what was chosen.
func TestCooccurrenceOrder(t *testing.T) {
	f, err := Cooccurrence(CooccurrenceData{
		Reviews: 2, Themes: []string{"A", "B"}, Together: [][]int{{2, 1}, {1, 1}}, Order: "The 2 most frequent of 9 themes.",
	}, Style{})
	if err != nil {
		t.Fatal(err)
	}
	if want := " The 2 most frequent of 9 themes."; !strings.HasSuffix(f.Subtitle, want) {
		t.Errorf("got %q, want it to end in %q", f.Subtitle, want)
	}
	if want := "“A” and “B” go together most often: practice found lacking on both in 1 of 2 reviews (50%)"; f.Title != want {
		t.Errorf("got %q, want %q", f.Title, want)
	}
}

// TestCooccurrenceTie checks that no one pair is said to lead where several do.
func TestCooccurrenceTie(t *testing.T) {
	for _, c := range []struct {
		together [][]int
		want     string
	}{
		{[][]int{{3, 2, 2}, {2, 2, 1}, {2, 1, 2}}, "“A” goes together most often with “B” and “C”: practice found lacking on both in 2 of 4 reviews (50%)"},
		{[][]int{{2, 2, 2}, {2, 2, 2}, {2, 2, 2}}, "3 pairs of themes go together most often: practice found lacking on both in 2 of 4 reviews (50%)"},
		{[][]int{{2, 2, 0, 0}, {2, 2, 0, 0}, {0, 0, 2, 2}, {0, 0, 2, 2}}, "“A” and “B” go together most often, as do “C” and “D”: practice found lacking on both in 2 of 4 reviews (50%)"},
		{[][]int{{2, 2, 2, 2}, {2, 2, 2, 2}, {2, 2, 2, 2}, {2, 2, 2, 2}}, "6 pairs of themes go together most often: practice found lacking on both in 2 of 4 reviews (50%)"},
	} {
		f, err := Cooccurrence(CooccurrenceData{Reviews: 4, Themes: []string{"A", "B", "C", "D"}[:len(c.together)], Together: c.together}, Style{})
		if err != nil {
			t.Fatal(err)
		}
		if f.Title != c.want {
			t.Errorf("got %q, want %q", f.Title, c.want)
		}
	}
	for _, c := range []struct {
		third int // reviews with A and C
		order string
		want  string
	}{
		{2, "", "2 of 3 themes are shown, those of the leading pairs first and then the most frequent; the others do not fit in this size."},
		{1, "", "2 of 3 themes are shown, the leading pair and the most frequent; the others do not fit in this size."},
		{1, "The 3 most frequent of 9.", "2 of these 3 themes are shown, the leading pair and the most frequent; the others do not fit in this size."},
	} {
		m := heatMap{n: 4, themes: []string{"A", "B", "C"}, together: [][]int{{3, 2, c.third}, {2, 2, 1}, {c.third, 1, 2}}, order: c.order}
		if got := m.leftOut(2); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestTrendTitle checks that the title picks no difference that may be chance.
func TestTrendTitle(t *testing.T) {
	data := TrendData{
		Periods: []string{"2006", "2007", "2008", "2009"},
		Period:  "year",
		Themes:  []string{"Steady", "Rising"},
		Areas: []TrendArea{
			{Name: "N", Reviews: []int{2, 2, 2, 2}, Counts: [][]int{{1, 1, 1, 1}, {0, 1, 2, 2}}},
			{Name: "E", Reviews: []int{1, 0, 0, 1}, Counts: [][]int{{1, 0, 0, 1}, {0, 0, 0, 1}}},
		},
	}
	for _, c := range []struct {
		slopes []float64
		want   string
	}{
		{nil, "“Steady” and “Rising”, 2006–2009"},
		{[]float64{0, 0}, "“Steady” and “Rising”: no more rise or fall than chance would give, 2006–2009"},
		{[]float64{0, 31.25}, "“Rising” rises by 31.2 points a year, 2006–2009"},
		{[]float64{-2, 30}, "“Steady” falls by 2.0 points a year and “Rising” rises by 30.0 points a year, 2006–2009"},
	} {
		data.Slopes = c.slopes
		f, err := Trend(data, Style{})
		if err != nil {
			t.Fatal(err)
		}
		if f.Title != c.want {
			t.Errorf("%v: got %q, want %q", c.slopes, f.Title, c.want)
		}
	}
	data.Slopes = []float64{1}
	if _, err := Trend(data, Style{}); err == nil {
		t.Error("one slope for two themes was accepted")
	}
}

// TestTitleOfLongNamesKeepsItsCount: in a column the names of four themes leave room for what
// the title finds.
func TestTitleOfLongNamesKeepsItsCount(t *testing.T) {
	data := CooccurrenceData{Reviews: 27}
	for i := range 4 {
		data.Themes = append(data.Themes, fmt.Sprintf("Mwmbwls Cwmrhydyceirw %d", i))
	}
	data.Together = [][]int{{23, 15, 15, 15}, {15, 15, 9, 9}, {15, 9, 15, 9}, {15, 9, 9, 15}}
	f, err := Cooccurrence(data, Style{Size: Column})
	if err != nil {
		t.Fatal(err)
	}
	l, err := f.layout()
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(l.Texts, func(text textBox) bool { return strings.Contains(text.Text, "15 of 27 reviews (56%)") }) {
		t.Errorf("the title is %q, and the figure does not say its count", f.Title)
	}
}
