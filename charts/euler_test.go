package charts

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"thematic/charts/euler"
)

func eulerFigures() []figureCase {
	data := func(source string, regions ...int) VennData {
		sets := fictionVenn().Sets[:2]
		if len(regions) == 8 {
			sets = fictionVenn().Sets
		}
		return VennData{Sets: sets, Regions: regions, Source: source}
	}
	long := VennData{Sets: []string{longLabel, longLabel, longLabel}, Regions: []int{100, 120, 57, 200, 63, 92, 150, 350}}
	figure := func(name string, d VennData, size Size) figureCase {
		return figureCase{name, func() (*Figure, error) { return Euler(d, Style{Size: size}) }}
	}
	return []figureCase{
		figure("euler3", fictionVenn(), Auto),
		figure("euler3-page", fictionVenn(), FullPage),
		figure("euler3-slide", fictionVenn(), Slide),
		figure("euler3-column", fictionVenn(), Column),
		figure("euler2", data(fictionSource, 2, 8, 2, 15), Auto),
		figure("euler2-column", data("", 2, 8, 2, 15), Column),
		figure("euler3-500", data(fictionSource, 40, 90, 30, 70, 35, 60, 25, 150), Auto),
		figure("euler3-1", data(fictionSource, 0, 0, 0, 0, 0, 0, 0, 1), Auto),
		figure("euler3-2", data(fictionSource, 0, 1, 0, 0, 0, 1, 0, 0), Auto),
		figure("euler3-nested", data(fictionSource, 3, 10, 0, 9, 0, 0, 0, 5), Auto),
		figure("euler3-apart", data(fictionSource, 3, 10, 9, 0, 5, 0, 0, 0), Auto),
		figure("euler3-hollow", data(fictionSource, 3, 0, 0, 8, 0, 8, 8, 0), Auto),
		figure("euler3-long", long, Auto),
	}
}

// TestEulerChoosesHonestly checks when a diagram is to scale and what it says
// when it is not.
func TestEulerChoosesHonestly(t *testing.T) {
	for _, c := range []struct {
		name    string
		regions []int
		want    string
	}{
		{"the briefing", []int{1, 4, 1, 4, 1, 4, 1, 11}, "Areas are in proportion"},
		{"two sets", []int{2, 8, 2, 15}, "Areas are in proportion"},
		{"one review", []int{0, 0, 0, 0, 0, 0, 0, 1}, "Areas are in proportion"},
		{"identical, of one and of none", []int{0, 0, 0, 1, 0, 0, 0, 0}, "Areas are in proportion"},
		{"apart", []int{0, 5, 5, 0, 5, 0, 0, 0}, "Areas are in proportion"},
		{"hollow", []int{0, 0, 0, 8, 0, 8, 8, 0}, "not to scale: no ellipses show every combination"},
		{"nothing", []int{27, 0, 0, 0, 0, 0, 0, 0}, "not to scale: there is nothing to draw"},
		{"no reviews", make([]int, 4), "not to scale: there is nothing to draw"},
		{"in pieces", []int{40, 60, 1, 90, 2, 70, 37, 200}, "not to scale: ellipses that fit would tear"},
	} {
		sets := []string{"A", "B", "C"}[:2+len(c.regions)/8]
		f, err := Euler(VennData{Sets: sets, Regions: c.regions}, Style{})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(f.Subtitle, c.want) {
			t.Errorf("%s: got %q, want it to contain %q", c.name, f.Subtitle, c.want)
		}
		if toScale := strings.HasPrefix(f.Alt, "Diagram of overlapping ellipses"); toScale == strings.Contains(f.Subtitle, "not to scale") {
			t.Errorf("%s: the alternative text %q and the subtitle %q disagree", c.name, f.Alt, f.Subtitle)
		}
	}
}

func TestEulerErrors(t *testing.T) {
	wantError(t, "two or three sets")(Euler(VennData{Sets: []string{"A"}, Regions: []int{1, 2}}, Style{}))
	wantError(t, "negative count")(Euler(VennData{Sets: []string{"A", "B"}, Regions: []int{0, 1, -1, 0}}, Style{}))
}

// TestEulerCounts checks that every count stands in its own region, or beside
// all of them with a leader that ends in it, and that none is left out.
func TestEulerCounts(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	t.Parallel()
	random := rand.New(rand.NewPCG(12, 13))
	drawn := 0
	for range 10 {
		data := VennData{Sets: randomLabels(random, 3), Regions: randomRegions(random, 27)}
		c, reason := mustScale(t, data)
		if reason != "" {
			continue
		}
		f, err := Euler(data, Style{})
		if err != nil {
			t.Fatal(err)
		}
		faces, err := newTypeface(nil)
		if err != nil {
			t.Fatal(err)
		}
		s := f.sheet(blank{}, faces)
		p, ok := c.plan(s, c.drawFrame(s, s.frame(f)))
		if !ok {
			continue
		}
		drawn++
		checkCounts(t, c, p)
	}
	if drawn < 6 {
		t.Errorf("only %d of 10 tables were drawn to scale", drawn)
	}
}

func checkCounts(t *testing.T, c *eulerChart, p eulerPlan) {
	t.Helper()
	shown := map[int]bool{}
	for _, k := range p.counts {
		shown[k.mask] = true
		if !k.apart && !p.shapes.within(k.box, k.mask) {
			t.Errorf("%v: the count of region %b leaves it: %.1f", c.regions, k.mask, k.box)
		}
		if k.apart && !p.shapes.within(k.box, 0) {
			t.Errorf("%v: the count beside region %b touches an ellipse: %.1f", c.regions, k.mask, k.box)
		}
		if end := k.leader.To; k.apart && p.shapes.region(end) != k.mask {
			t.Errorf("%v: the leader of region %b ends elsewhere, at %.1f", c.regions, k.mask, end)
		}
	}
	for mask, count := range c.regions {
		if mask > 0 && shown[mask] != (count > 0) {
			t.Errorf("%v: region %b is shown: %t", c.regions, mask, shown[mask])
		}
	}
}

func mustScale(t *testing.T, data VennData) (*eulerChart, string) {
	t.Helper()
	v, err := newVennChart(data, Style{})
	if err != nil {
		t.Fatal(err)
	}
	c, reason, err := v.toScale()
	if err != nil {
		t.Fatal(err)
	}
	return c, reason
}

// randomRegions puts n reviews into three sets that go together more or less.
func randomRegions(random *rand.Rand, n int) []int {
	regions := make([]int, 8)
	rates := [3]float64{random.Float64(), random.Float64(), random.Float64()}
	for range n {
		weight := 0.4 + 1.2*random.Float64()
		mask := 0
		for i, rate := range rates {
			if random.Float64() < rate*weight {
				mask |= 1 << i
			}
		}
		regions[mask]++
	}
	return regions
}

// TestMeets compares the exact test with points on the edges of rectangles.
func TestMeets(t *testing.T) {
	random := rand.New(rand.NewPCG(14, 15))
	for range 2000 {
		e := euler.Ellipse{X: random.NormFloat64(), Y: random.NormFloat64(), A: 0.2 + random.Float64(), B: 0.2 + random.Float64(), Phi: 3 * random.Float64()}
		r := around(vg.Point{X: vg.Length(random.NormFloat64()), Y: vg.Length(random.NormFloat64())},
			vg.Length(2*random.Float64()), vg.Length(2*random.Float64()))
		want := false
		for i := range 60 {
			for j := range 60 {
				x, y := r.Min.X+vg.Length(i)/59*(r.Max.X-r.Min.X), r.Min.Y+vg.Length(j)/59*(r.Max.Y-r.Min.Y)
				u, v := e.Unit(float64(x), float64(y))
				want = want || u*u+v*v < 1
			}
		}
		if got := newOval(e).meets(r); got != want && !grazes(e, r) {
			t.Errorf("%v and %.2f: got %t, want %t", e, r, got, want)
		}
	}
}

// grazes says whether an ellipse comes near to the edge of a rectangle without
// going far in, where points cannot tell.
func grazes(e euler.Ellipse, r vg.Rectangle) bool {
	small, large := e, e
	small.A, small.B, large.A, large.B = e.A*0.97, e.B*0.97, e.A*1.03, e.B*1.03
	return newOval(small).meets(r) != newOval(large).meets(r)
}

func TestLeaders(t *testing.T) {
	at := func(x, y vg.Length) vg.Point { return vg.Point{X: x, Y: y} }
	across := leader{at(0, 0), at(10, 10)}
	for _, c := range []struct {
		r    vg.Rectangle
		want bool
	}{
		{box(4, 4, 6, 6), true}, {box(0, 5, 4, 9), false}, {box(5, 0, 9, 4), false}, {box(11, 11, 12, 12), false}, {box(-1, -1, 20, 20), true},
	} {
		if got := across.touches(c.r); got != c.want {
			t.Errorf("touches(%v): got %t, want %t", c.r, got, c.want)
		}
	}
	for _, c := range []struct {
		l    leader
		want bool
	}{
		{leader{at(0, 10), at(10, 0)}, true}, {leader{at(0, 10), at(4, 6)}, false}, {leader{at(1, 0), at(11, 10)}, false},
	} {
		if got := across.crosses(c.l); got != c.want {
			t.Errorf("crosses(%v): got %t, want %t", c.l, got, c.want)
		}
	}
}

// TestFaultsOfLeaders puts a leader across a text and across another.
func TestFaultsOfLeaders(t *testing.T) {
	l := layout{Width: 100, Height: 100, Texts: []textBox{{"A", box(40, 40, 60, 60)}},
		Leaders: []leader{{vg.Point{X: 0, Y: 50}, vg.Point{X: 90, Y: 50}}, {vg.Point{X: 20, Y: 0}, vg.Point{X: 20, Y: 90}}}}
	if got := len(l.faults()); got != 2 {
		t.Errorf("got %d faults, want 2: %v", got, l.faults())
	}
}

// TestEulerWithOtherTexts replaces the texts of a figure: the diagram takes the
// space they leave.
func TestEulerWithOtherTexts(t *testing.T) {
	for _, c := range []struct{ name, title string }{
		{"none", ""},
		{"longer", strings.Repeat("A title of many words. ", 9)},
	} {
		f, err := Euler(fictionVenn(), Style{Size: Slide})
		if err != nil {
			t.Fatal(err)
		}
		f.Title = c.title
		checkLayout(t, c.name, f)
		if isSymmetric(t, f) {
			t.Errorf("%s: the diagram is not to scale any more", c.name)
		}
	}
}

// TestEulerWithoutRoom makes a figure lower and lower: before labels touch, it
// is the symmetric diagram with a note.
func TestEulerWithoutRoom(t *testing.T) {
	f, err := Euler(fictionVenn(), Style{Size: Slide})
	if err != nil {
		t.Fatal(err)
	}
	for !isSymmetric(t, f) {
		checkLayout(t, fmt.Sprintf("height %.0f", f.Height), f)
		f.Height *= 0.9
	}
}

// isSymmetric says whether the note of a diagram that lost its room is drawn.
func isSymmetric(t *testing.T, f *Figure) bool {
	t.Helper()
	layout, err := f.layout()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range layout.Texts {
		if strings.HasPrefix(text.Text, "The diagram is not to scale") {
			return true
		}
	}
	return false
}
