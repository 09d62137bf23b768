package charts

import (
	"fmt"
	"image/color"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"
)

// TestLayout draws many random tables in every kind and size of chart, in every other
// round of another width: no two texts may touch, and no text and no mark may leave the
// frame.
func TestLayout(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	t.Parallel()
	random := rand.New(rand.NewPCG(5, 99))
	for round := range 9 {
		for _, size := range []Size{Auto, FullPage, HalfPage, Slide, Column} {
			style := Style{Size: size}
			if round%2 == 1 {
				least, most := size.Widths()
				style.Width = least + random.Float64()*(most-least)
			}
			for _, c := range randomFigures(random, style) {
				name := fmt.Sprintf("round %d, %s, size %d, width %.1f", round, c.name, size, style.Width)
				f, err := c.make()
				if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
				checkLayout(t, name, f)
			}
		}
	}
}

// TestLayoutOfFiction holds the figures with golden files to the same.
func TestLayoutOfFiction(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	t.Parallel()
	for _, c := range fictionFigures() {
		checkLayout(t, c.name, c.figure(t))
	}
}

func checkLayout(t *testing.T, name string, f *Figure) {
	t.Helper()
	layout, err := f.layout()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	for _, fault := range layout.faults() {
		t.Errorf("%s: %s", name, fault)
	}
	const slack = 0.01 // for rounding
	frame := box(-slack, -slack, f.Width+slack, f.Height+slack)
	for _, p := range layout.marks {
		if p.X < frame.Min.X || p.Y < frame.Min.Y || p.X > frame.Max.X || p.Y > frame.Max.Y {
			t.Errorf("%s: a mark leaves the frame of %.0f x %.0f at %.1f", name, f.Width, f.Height, p)
			break
		}
	}
}

// layout is a surface that keeps the place of every text in a figure, of the lines that
// lead from a text to what it names, and the points of all marks.
type layout struct {
	Width, Height vg.Length
	Texts         []textBox
	Leaders       []leader
	marks         []vg.Point
	last          vg.Path // stroked, with nothing drawn behind it
}

// textBox is one line of text and the box around it, from the tails of its
// letters to their tops.
type textBox struct {
	Text string
	Box  vg.Rectangle
}

// layout says where all that is drawn of the figure stands.
func (f *Figure) layout() (layout, error) {
	l := layout{Width: f.Width, Height: f.Height}
	err := f.paint(&l)
	return l, err
}

// fillEach takes a line with the dot of a leader at its end for one.
func (l *layout) fillEach(p vg.Path, at []vg.Point, _ color.NRGBA) {
	if len(l.last) == 2 {
		led := leader{l.last[0].Pos, l.last[1].Pos}
		if reflect.DeepEqual(p, led.dot()) {
			l.Leaders = append(l.Leaders, led)
		}
	}
	l.mark(each(p, at))
}

func (l *layout) strokeEach(p vg.Path, at []vg.Point, _ line) {
	l.mark(each(p, at))
	l.last = p
}

func (l *layout) text(t string, at vg.Point, a anchor, f face, _ color.NRGBA) {
	width := f.width(t)
	left := at.X + a.offset(width)
	l.Texts = append(l.Texts, textBox{t, box(left, at.Y-descender*f.size, left+width, at.Y+ascender*f.size)})
}

func (l *layout) mark(p vg.Path) {
	for _, c := range p {
		if c.Type != vg.CloseComp {
			l.marks = append(l.marks, c.Pos)
		}
	}
	l.last = nil
}

// randomLabel has 1 to 80 characters, now and then without a space.
func randomLabel(random *rand.Rand) string {
	letters := []rune("aeiouäéßnrstlmdhcW–’&,(")
	length := 1 + random.IntN(80)
	gap := 0.16
	if random.IntN(12) == 0 {
		gap = 0
	}
	var b strings.Builder
	for range length {
		if random.Float64() < gap {
			b.WriteByte(' ')
		} else {
			b.WriteRune(letters[random.IntN(len(letters))])
		}
	}
	return "L" + b.String()
}

func randomLabels(random *rand.Rand, n int) []string {
	labels := make([]string, n)
	for i := range labels {
		labels[i] = randomLabel(random)
	}
	return labels
}

// randomFigures are one figure of each kind, of 0 to 500 reviews and up to 40
// themes, with counts from none to all.
func randomFigures(random *rand.Rand, st Style) []figureCase {
	n := []int{0, 1, 2, 27, 61, 500}[random.IntN(6)]
	themes := []int{0, 1, 2, 3, 14, 33, 40}[random.IntN(7)]
	upTo := func(most int) int {
		switch random.IntN(6) {
		case 0:
			return 0
		case 1:
			return most
		}
		return random.IntN(most + 1)
	}
	bars := BarsData{Reviews: n, Source: randomLabel(random), Circumstances: n%2 == 1}
	pictures := PictorialData{Reviews: n, Source: randomLabel(random)}
	for range themes {
		b := Bar{Label: randomLabel(random), Count: upTo(n)}
		b.Held = upTo(n - b.Count)
		if n > 0 {
			b.Low, b.High = wilson(b.Count, n)
		}
		bars.Bars = append(bars.Bars, b)
		pictures.Themes = append(pictures.Themes, PictorialTheme{b.Label, b.Count})
	}
	pairs := CooccurrenceData{Reviews: n, Themes: randomLabels(random, themes), Together: randomPairs(random, n, themes)}
	venn := VennData{Sets: randomLabels(random, 2+random.IntN(2))}
	for range 1 << len(venn.Sets) {
		venn.Regions = append(venn.Regions, upTo(n))
	}
	overlaps := VennData{Sets: randomLabels(random, 3), Regions: randomRegions(random, n)}
	upset, trend := randomUpSet(random, upTo(n)), randomTrend(random, upTo(n))
	dumbbell, picture := randomDumbbell(random, n, themes), randomPicture(random, n, themes)
	ranges := VennRangesData{Sets: venn.Sets, Reviews: n, Solutions: 1 + upTo(n)}
	for range venn.Sets {
		ranges.Totals = append(ranges.Totals, upTo(n))
	}
	for range venn.Regions {
		low := upTo(n)
		ranges.Low, ranges.High = append(ranges.Low, low), append(ranges.High, low+upTo(n-low))
	}
	return []figureCase{
		{"venn of ranges", func() (*Figure, error) { return VennRanges(ranges, st) }},
		{"dumbbell", func() (*Figure, error) { return Dumbbell(dumbbell, st) }},
		{"matrix", func() (*Figure, error) { return MatrixPicture(picture, st) }},
		{"venn", func() (*Figure, error) { return Venn(venn, st) }},
		{"euler of anything", func() (*Figure, error) { return Euler(venn, st) }},
		{"euler", func() (*Figure, error) { return Euler(overlaps, st) }},
		{"bars", func() (*Figure, error) { return Bars(bars, st) }},
		{"pictorial", func() (*Figure, error) { return Pictorial(pictures, st) }},
		{"upset", func() (*Figure, error) { return UpSet(upset, st) }},
		{"cooccurrence", func() (*Figure, error) { return Cooccurrence(pairs, st) }},
		{"trend", func() (*Figure, error) { return Trend(trend, st) }},
	}
}

func randomPairs(random *rand.Rand, n, themes int) [][]int {
	together := make([][]int, themes)
	for i := range together {
		together[i] = make([]int, themes)
	}
	for range n {
		var in []int
		rate := random.Float64()
		for i := range themes {
			if random.Float64() < rate {
				in = append(in, i)
			}
		}
		for _, i := range in {
			for _, j := range in {
				together[i][j]++
			}
		}
	}
	return together
}

func randomUpSet(random *rand.Rand, n int) UpSetData {
	data := UpSetData{Sets: randomLabels(random, random.IntN(mostUpSetSets+1)), Source: randomLabel(random)}
	for mask := range min(1<<len(data.Sets), 200) {
		c := Combination{Count: random.IntN(n + 1)}
		for i := range data.Sets {
			if mask>>i&1 == 1 {
				c.In = append(c.In, i)
			}
		}
		data.Combinations = append(data.Combinations, c)
	}
	return data
}

func randomTrend(random *rand.Rand, n int) TrendData {
	data := TrendData{Themes: randomLabels(random, random.IntN(5)), Source: randomLabel(random)}
	for p := range random.IntN(30) {
		data.Periods = append(data.Periods, fmt.Sprint(1990+p))
	}
	for range random.IntN(7) {
		area := TrendArea{Name: randomLabel(random), Counts: make([][]int, len(data.Themes))}
		for range data.Periods {
			area.Reviews = append(area.Reviews, random.IntN(n+1))
		}
		for t := range area.Counts {
			for _, m := range area.Reviews {
				area.Counts[t] = append(area.Counts[t], random.IntN(m+1))
			}
		}
		data.Areas = append(data.Areas, area)
	}
	return data
}

// TestLabelsKeepApart checks that labels of neighbouring rows do not stand as
// close as the lines of one.
func TestLabelsKeepApart(t *testing.T) {
	var bars []Bar
	for _, theme := range fictionThemes() {
		bars = append(bars, Bar{Label: theme.label, Count: theme.count})
	}
	f, err := Bars(BarsData{Reviews: fictionReviews, Bars: bars}, Style{})
	if err != nil {
		t.Fatal(err)
	}
	layout, err := f.layout()
	if err != nil {
		t.Fatal(err)
	}
	var first, second, next textBox
	for _, text := range layout.Texts {
		switch text.Text {
		case "Family history and":
			first = text
		case "chronology not considered":
			second = text
		case "Professionals did not":
			next = text
		}
	}
	within, between := first.Box.Min.Y-second.Box.Max.Y, second.Box.Min.Y-next.Box.Max.Y
	if first.Text == "" || second.Text == "" || next.Text == "" || between < within+3 {
		t.Errorf("got %.1f between labels and %.1f within one (%v, %v, %v), want 3 more", between, within, first, second, next)
	}
}

// TestLabelsStayWhole checks that labels as long as a sentence are not cut where
// the chart has a page to itself.
func TestLabelsStayWhole(t *testing.T) {
	for _, label := range []string{
		"There was a plan with my name on it, but nothing changed",
		"Nobody checked the work of the people who should have helped me",
	} {
		data := PictorialData{Reviews: fictionReviews}
		for i := range 33 {
			data.Themes = append(data.Themes, PictorialTheme{fmt.Sprintf("%s %d", label, i), i % fictionReviews})
		}
		f, err := Pictorial(data, Style{})
		if err != nil {
			t.Fatal(err)
		}
		f.Title, f.Height = "", 530
		layout, err := f.layout()
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range layout.Texts {
			if strings.HasSuffix(text.Text, ellipsisMark) {
				t.Errorf("%q is cut", text.Text)
			}
		}
		checkLayout(t, label, f)
	}
}

// faults names the texts and leaders that touch each other or leave the figure;
// none is expected.
func (l layout) faults() []string {
	var faults []string
	for i, t := range l.Texts {
		if t.Box.Min.X < 0 || t.Box.Min.Y < 0 || t.Box.Max.X > l.Width || t.Box.Max.Y > l.Height {
			faults = append(faults, fmt.Sprintf("%q leaves the frame: %.1f", t.Text, t.Box))
		}
		for _, u := range l.Texts[i+1:] {
			if touch(t.Box, u.Box) {
				faults = append(faults, fmt.Sprintf("%q and %q touch: %.1f and %.1f", t.Text, u.Text, t.Box, u.Box))
			}
		}
	}
	for i, a := range l.Leaders {
		for _, t := range l.Texts {
			if a.touches(t.Box) {
				faults = append(faults, fmt.Sprintf("%q is touched by a leader: %.1f and %.1f", t.Text, t.Box, a))
			}
		}
		for _, b := range l.Leaders[i+1:] {
			if a.crosses(b) {
				faults = append(faults, fmt.Sprintf("two leaders cross: %.1f and %.1f", a, b))
			}
		}
	}
	return faults
}

// TestLayoutOfTheNarrowest has words above the marks that need more room than these.
func TestLayoutOfTheNarrowest(t *testing.T) {
	least, _ := Column.Widths()
	style := Style{Size: Column, Width: least}
	some := fictionUpSet(6, 27)
	some.Of = 33
	for _, c := range []figureCase{
		{"some sets", func() (*Figure, error) { return UpSet(some, style) }},
		{"27 figures", func() (*Figure, error) { return Pictorial(fictionPictorial(33, 27), style) }},
		{"5,000 reviews", func() (*Figure, error) { return Pictorial(fictionPictorial(3, 5000), style) }},
	} {
		checkLayout(t, c.name, c.figure(t))
	}
}
