package charts

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

func TestVennTitle(t *testing.T) {
	three, two := []string{"A", "B", "C"}, []string{"A", "B"}
	for _, c := range []struct {
		sets    []string
		regions []int
		want    string
	}{
		{three, fictionVenn().Regions, "Practice was found lacking on all three themes in 11 of 27 reviews (41%)"},
		{three, make([]int, 8), "No reviews to count"},
		{three, []int{27, 0, 0, 0, 0, 0, 0, 0}, "Practice was found lacking on none of the three themes in any of the 27 reviews"},
		{three, []int{1, 0, 0, 0, 0, 0, 0, 0}, "Practice was found lacking on none of the three themes in the one review"},
		{three, []int{0, 0, 1, 0, 0, 0, 0, 0}, "Practice was found lacking on one of the three themes in the one review"},
		{three, []int{0, 0, 0, 0, 0, 0, 1, 0}, "Practice was found lacking on two of the three themes in the one review"},
		{two, []int{0, 1, 0, 0}, "Practice was found lacking on one of the two themes in the one review"},
		{three, []int{0, 5, 5, 0, 5, 0, 0, 0}, "In no review of 15 was practice found lacking on all three themes"},
		{three, []int{0, 1, 1, 0, 0, 0, 0, 0}, "In neither of the 2 reviews was practice found lacking on all three themes"},
		{three, []int{0, 0, 0, 0, 0, 0, 0, 27}, "Practice was found lacking on all three themes in 27 of 27 reviews (100%)"},
		{two, []int{0, 0, 0, 1}, "Practice was found lacking on both themes in the one review"},
	} {
		f, err := Venn(VennData{Sets: c.sets, Regions: c.regions}, Style{})
		if err != nil {
			t.Fatal(err)
		}
		if f.Title != c.want {
			t.Errorf("title of %v: got %q, want %q", c.regions, f.Title, c.want)
		}
	}
}

func TestVennErrors(t *testing.T) {
	for _, c := range []struct {
		data VennData
		want string
	}{
		{VennData{Sets: []string{"A"}, Regions: []int{1, 2}}, "two or three sets"},
		{VennData{Sets: []string{"A", "B", "C", "D"}, Regions: make([]int, 16)}, "two or three sets"},
		{VennData{Sets: []string{"A", "B"}, Regions: make([]int, 8)}, "8 regions given, 4 needed"},
		{VennData{Sets: []string{"A", " \t"}, Regions: make([]int, 4)}, "set 2 has no name"},
		{VennData{Sets: []string{"A", "B"}, Regions: []int{0, 1, -1, 0}}, "negative count -1"},
	} {
		wantError(t, c.want)(Venn(c.data, Style{}))
	}
}

// wantError checks that a constructor refuses its data with the given words.
func wantError(t *testing.T, want string) func(*Figure, error) {
	return func(_ *Figure, err error) {
		t.Helper()
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got error %v, want one with %q", err, want)
		}
	}
}

// TestVennSaysEveryNumber looks for all eight numbers, the totals and the
// mark "not to scale".
func TestVennSaysEveryNumber(t *testing.T) {
	data := VennData{Sets: []string{"A", "B", "C"}, Regions: []int{101, 102, 103, 104, 105, 106, 107, 108}}
	f, err := Venn(data, Style{})
	if err != nil {
		t.Fatal(err)
	}
	layout, err := f.layout()
	if err != nil {
		t.Fatal(err)
	}
	drawn := map[string]bool{}
	for _, text := range layout.Texts {
		drawn[text.Text] = true
	}
	for _, n := range data.Regions {
		if want := fmt.Sprint(n); !drawn[want] {
			t.Errorf("%s is not drawn", want)
		}
	}
	for _, want := range []string{"420 in all (50%)", "422 in all (50%)", "426 in all (51%)"} {
		if !drawn[want] {
			t.Errorf("%q is not drawn: %v", want, layout.Texts)
		}
	}
	for _, want := range []string{"not to scale", "A only 102", "A and B only 104", "A, B and C 108", "none of them 101", "836 reviews"} {
		if !strings.Contains(f.Alt, want) {
			t.Errorf("alternative text lacks %q: %s", want, f.Alt)
		}
	}
}

// TestVennRegions checks that the point of every region lies in its sets and
// outside all others, with as much room as the regions of its kind.
func TestVennRegions(t *testing.T) {
	for _, sets := range []int{2, 3} {
		g := vennGeometry{radius: 100}
		g.placeCircles(vg.Point{X: 300, Y: 300}, sets)
		rooms := map[int]float64{}
		for mask := 1; mask < 1<<sets; mask++ {
			at := g.region(mask)
			room := g.clearance(at, mask)
			for i, c := range g.centres {
				if got, want := distance(at, c) < g.radius, mask>>i&1 == 1; got != want {
					t.Errorf("%d sets, region %b: its point %v is in set %d: %t, want %t", sets, mask, at, i, got, want)
				}
			}
			size := strings.Count(fmt.Sprintf("%b", mask), "1")
			if before, ok := rooms[size]; ok && math.Abs(before-float64(room)) > 1e-6 {
				t.Errorf("%d sets, region %b: room %v, but %v in its like", sets, mask, room, before)
			}
			rooms[size] = float64(room)
			if room < 0.28*g.radius {
				t.Errorf("%d sets, region %b: only %v of room", sets, mask, room)
			}
		}
	}
}

// TestVennNumbersStayInside checks that no number crosses a circle.
func TestVennNumbersStayInside(t *testing.T) {
	for _, size := range []Size{Auto, FullPage, HalfPage, Slide, Column} {
		data := fictionVenn()
		for i := range data.Regions {
			data.Regions[i] += 100
		}
		faces, err := newTypeface(nil)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Venn(data, Style{Size: size})
		if err != nil {
			t.Fatal(err)
		}
		v := vennChart{names: data.Sets, regions: data.Regions, n: 827}
		for mask := 1; mask < 8; mask++ {
			var drawn layout
			s := f.sheet(&drawn, faces)
			area := s.frame(f)
			before := len(drawn.Texts)
			g := placeVenn(s, data.Sets, area)
			v.writeRegion(s, g, mask)
			for _, text := range drawn.Texts[before:] {
				for _, corner := range []vg.Point{text.Box.Min, text.Box.Max, {X: text.Box.Min.X, Y: text.Box.Max.Y}, {X: text.Box.Max.X, Y: text.Box.Min.Y}} {
					if g.clearance(corner, mask) < 0 {
						t.Errorf("size %d, region %b: %q crosses a circle", size, mask, text.Text)
					}
				}
			}
		}
	}
}

// publishedRanges is what a briefing on 27 reviews leaves open.
func publishedRanges() VennRangesData {
	return VennRangesData{
		Sets: fictionVenn().Sets, Reviews: 27, Totals: []int{23, 17, 17},
		Low: []int{0, 0, 0, 2, 0, 2, 0, 11}, High: []int{4, 8, 4, 6, 4, 6, 4, 11},
		Solutions: 35, Source: "a briefing that gives the totals alone",
	}
}

func rangeFigures() []figureCase {
	large := publishedRanges()
	large.Reviews, large.Totals, large.Solutions = 500, []int{423, 317, 317}, 35000
	for i := range large.Low {
		large.Low[i], large.High[i] = 19*large.Low[i], 19*large.High[i]
	}
	two := VennRangesData{Sets: fictionVenn().Sets[:2], Reviews: 2, Totals: []int{1, 1}, Low: make([]int, 4), High: []int{1, 1, 1, 1}, Solutions: 2}
	return []figureCase{
		{"ranges3", func() (*Figure, error) { return VennRanges(publishedRanges(), Style{}) }},
		{"ranges3-column", func() (*Figure, error) { return VennRanges(publishedRanges(), Style{Size: Column}) }},
		{"ranges3-500", func() (*Figure, error) { return VennRanges(large, Style{}) }},
		{"ranges2-2", func() (*Figure, error) { return VennRanges(two, Style{}) }},
	}
}

func TestVennRangesTexts(t *testing.T) {
	f, err := VennRanges(publishedRanges(), Style{})
	if err != nil {
		t.Fatal(err)
	}
	if want := "Practice was found lacking on all three themes in 11 of 27 reviews (41%)"; f.Title != want {
		t.Errorf("title: got %q, want %q", f.Title, want)
	}
	for _, want := range []string{"Assessment poor or missing 23;", "Assessment poor or missing only 0–8;",
		"Assessment poor or missing and Lack of professional curiosity only 2–6;", "Lack of professional curiosity 11;", "none of them 0–4."} {
		if !strings.Contains(f.Alt, want) {
			t.Errorf("alternative text lacks %q: %s", want, f.Alt)
		}
	}
	if want := "35 sets of numbers fit"; !strings.Contains(f.Subtitle, want) {
		t.Errorf("subtitle lacks %q: %s", want, f.Subtitle)
	}
}

func TestVennRangesErrors(t *testing.T) {
	for _, c := range []struct {
		change func(*VennRangesData)
		want   string
	}{
		{func(d *VennRangesData) { d.Totals = d.Totals[:2] }, "2 totals and 8 upper bounds for 3 sets"},
		{func(d *VennRangesData) { d.High = d.High[:4] }, "3 totals and 4 upper bounds"},
		{func(d *VennRangesData) { d.Solutions = 0 }, "no counts of regions fit"},
		{func(d *VennRangesData) { d.Totals[1] = 28 }, "set 2: 28 does not lie"},
		{func(d *VennRangesData) { d.Low[3] = 7 }, "region 3: the range 7 to 6"},
		{func(d *VennRangesData) { d.High[3] = 28 }, "region 3: the range 2 to 28"},
		{func(d *VennRangesData) { d.Low[2] = -1 }, "negative count"},
		{func(d *VennRangesData) { d.Sets = d.Sets[:1] }, "two or three sets"},
	} {
		data := publishedRanges()
		c.change(&data)
		wantError(t, c.want)(VennRanges(data, Style{}))
	}
}

// TestVennRangesAreLegible has ranges of three digits in the narrowest of sizes.
func TestVennRangesAreLegible(t *testing.T) {
	data := publishedRanges()
	data.Reviews, data.Totals = 1000, []int{900, 800, 700}
	for i := range data.Low {
		data.Low[i], data.High[i] = 100, 400
	}
	f, err := VennRanges(data, Style{Size: Column})
	if err != nil {
		t.Fatal(err)
	}
	l, err := f.layout()
	if err != nil {
		t.Fatal(err)
	}
	least := Column.typeScale().least
	for _, text := range l.Texts {
		if size := (text.Box.Max.Y - text.Box.Min.Y) / (ascender + descender); size < least {
			t.Errorf("%q is %.1f points high, less than %.1f", text.Text, size, least)
		}
	}
}
