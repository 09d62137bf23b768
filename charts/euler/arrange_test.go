package euler

import (
	"math"
	"slices"
	"testing"
)

// near reports whether two ellipses are the same but for rounding.
func near(a, b Ellipse) bool {
	for _, d := range []float64{a.X - b.X, a.Y - b.Y, a.A - b.A, a.B - b.B, a.Phi - b.Phi} {
		if math.Abs(d) > 1e-9 {
			return false
		}
	}
	return true
}

// TestArrange: what overlaps, directly or through others, keeps its distances; what does
// not stands to the right of it, in the middle of its height and a little apart.
func TestArrange(t *testing.T) {
	gap := 0.08 * math.Sqrt(1/math.Pi)
	for _, c := range []struct {
		name         string
		shapes, want []Ellipse
	}{
		{"one lies along the x axis", []Ellipse{{X: 4, Y: 3, A: 1, B: 2, Phi: 1}}, []Ellipse{{X: 2, A: 2, B: 1}}},
		{"two apart", []Ellipse{circle(5, 5, 1), circle(-3, 0, 2)}, []Ellipse{circle(1, 0, 1), circle(4+gap, 0, 2)}},
		{"three apart", []Ellipse{circle(0, 0, 1), circle(9, 9, 1), circle(9, 0, 1)}, []Ellipse{circle(1, 0, 1), circle(3+gap, 0, 1), circle(5+2*gap, 0, 1)}},
		{"two that overlap", []Ellipse{circle(0, 1, 1), circle(0, 0, 1)}, []Ellipse{circle(1, 0, 1), circle(2, 0, 1)}},
		{"a chain", []Ellipse{circle(3, 0, 1), circle(0, 0, 1), circle(1.5, 0, 1)}, []Ellipse{circle(1, 1.5, 1), circle(1, -1.5, 1), circle(1, 0, 1)}},
		{"a pair around one apart", []Ellipse{circle(0, 0, 1), circle(9, 9, 1), circle(1, 0, 1)}, []Ellipse{circle(1, 0, 1), circle(4+gap, 0, 1), circle(2, 0, 1)}},
		{"around one middle", []Ellipse{circle(0, 0, 2), circle(0, 0, 1)}, []Ellipse{circle(2, 0, 2), circle(2, 0, 1)}},
		{"the second left of the third", []Ellipse{circle(0, 1, 1), circle(0.5, 0, 1), circle(-0.5, 0, 1)}, []Ellipse{circle(1.5, 0.5, 1), circle(1, -0.5, 1), circle(2, -0.5, 1)}},
	} {
		before := slices.Clone(c.shapes)
		if got := arrange(c.shapes); !slices.EqualFunc(got, c.want, near) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
		if !slices.Equal(c.shapes, before) {
			t.Errorf("%s: the shapes given were changed", c.name)
		}
	}
	leaning := []Ellipse{circle(0, 1, 1), {X: 0.5, A: 2, B: 1, Phi: 1}, circle(-0.5, 0, 1)}
	if got, want := arrange(leaning)[1].Phi, math.Pi-1; math.Abs(got-want) > 1e-9 {
		t.Errorf("mirrored: got an angle of %g, want %g", got, want)
	}
}

// TestJudge has circles whose areas are 4 and 1, apart, and judges them by counts; the
// numbers are worked out by hand.
func TestJudge(t *testing.T) {
	disc := func(x, area float64) Ellipse { return circle(x, 0, math.Sqrt(area/math.Pi)) }
	apart := []Ellipse{disc(0, 4), disc(9, 1)}
	within := []Ellipse{disc(0, 4), disc(0, 1)}
	for _, c := range []struct {
		name                    string
		shapes                  []Ellipse
		counts                  []float64
		diagError, stress       float64
		missing, spurious, torn []int
	}{
		{"exact", apart, []float64{7, 4, 1, 0}, 0, 0, nil, nil, nil},
		{"twice as large", apart, []float64{0, 2, 0.5, 0}, 0, 0, nil, nil, nil},
		// The shares are 4/5 and 1/5, the scale (4+1)/(1+1), the errors 1.5 each.
		{"the same count", apart, []float64{0, 1, 1, 0}, 0.3, (sq(1.5) + sq(1.5)) / 17, nil, nil, nil},
		// The shares are 4/5, 1/5 and 0, of the counts 4/8, 1/8 and 3/8, the scale (16+1)/(16+1+9).
		{"one lacks", apart, []float64{0, 4, 1, 3}, 0.375, (sq(4-4*17.0/26) + sq(1-17.0/26) + sq(3*17.0/26)) / 17, []int{3}, nil, nil},
		{"just not half", apart, []float64{0, 4, 2.1, 0}, 4.0/5 - 4/6.1, -1, []int{2}, nil, nil},
		{"just half", apart, []float64{0, 4, 1.9, 0}, 4.0/5 - 4/5.9, -1, nil, nil, nil},
		// The areas are 3 and 1, the scale 3/4.
		{"one too many", within, []float64{0, 4, 0, 0}, 0.25, sq(1) / (9 + 1), nil, []int{3}, nil},
		{"a cross", []Ellipse{{A: 2, B: 0.5}, {A: 0.5, B: 2}}, []float64{0, 2.2, 2.2, 1}, -1, -1, nil, nil, []int{1, 2}},
	} {
		var d Diagram
		d.Ellipses = c.shapes
		total := c.counts[1] + c.counts[2] + c.counts[3]
		d.judge(c.counts, total)
		if c.diagError >= 0 && math.Abs(d.DiagError-c.diagError) > 1e-9 || c.stress >= 0 && math.Abs(d.Stress-c.stress) > 1e-9 {
			t.Errorf("%s: error %g and stress %g, want %g and %g", c.name, d.DiagError, d.Stress, c.diagError, c.stress)
		}
		if !slices.Equal(d.Missing, c.missing) || !slices.Equal(d.Spurious, c.spurious) || !slices.Equal(d.Torn, c.torn) {
			t.Errorf("%s: missing %v, spurious %v, torn %v, want %v, %v, %v", c.name, d.Missing, d.Spurious, d.Torn, c.missing, c.spurious, c.torn)
		}
	}
}

func sq(x float64) float64 { return x * x }

// TestSmallRegions: a region that should not be there is seen where it is half of the
// least count, or a thousandth of all.
func TestSmallRegions(t *testing.T) {
	for _, c := range []struct {
		area, least float64 // of the region too many, and the least count
		want        []int
	}{{0.0009, 1, nil}, {0.0012, 1, []int{2}}, {0.0006, 0.001, []int{2}}, {0.0004, 0.001, nil}} {
		d := Diagram{Ellipses: []Ellipse{circle(0, 0, math.Sqrt((1-c.least)/math.Pi)), circle(9, 0, math.Sqrt(c.area/math.Pi)), circle(18, 0, math.Sqrt(c.least/math.Pi))}}
		d.judge([]float64{0, 1 - c.least, 0, 0, c.least, 0, 0, 0}, 1)
		if !slices.Equal(d.Spurious, c.want) {
			t.Errorf("an area of %g beside a count of %g: got %v, want %v", c.area, c.least, d.Spurious, c.want)
		}
	}
}

// TestBonds has two circles of the areas 4 and 1 that share all, some or nothing.
func TestBonds(t *testing.T) {
	r := []float64{math.Sqrt(4 / math.Pi), math.Sqrt(1 / math.Pi)}
	for _, c := range []struct {
		shared, want float64
		kind         bondKind
	}{
		{0, 1.06 * (r[0] + r[1]), apart}, {1, 0.8 * (r[0] - r[1]), nested}, {0.5, distanceFor(r[1], r[0], 0.5), overlapping},
	} {
		bonds := bondsOf([]float64{0, 4 - c.shared, 1 - c.shared, c.shared}, r).bonds
		if len(bonds) != 1 || bonds[0].kind != c.kind || bonds[0].i != 1 || bonds[0].j != 0 || math.Abs(bonds[0].distance-c.want) > 1e-9 {
			t.Errorf("%g shared: got %+v, want kind %d at %g", c.shared, bonds, c.kind, c.want)
		}
	}
}
