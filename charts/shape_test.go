package charts

import (
	"math"
	"testing"

	"gonum.org/v1/plot/vg"
)

// TestHatch checks that every line lies inside and that the lines are step apart.
func TestHatch(t *testing.T) {
	for _, r := range []vg.Rectangle{box(10, 20, 100, 30), box(0, 0, 3, 50), box(5, 5, 5.5, 5.2), box(0, 0, 0, 9), box(9, 0, 0, 9)} {
		p := hatch(r, 2)
		if (r.Max.X <= r.Min.X) != (len(p) == 0) && r.Max.X-r.Min.X > 2 {
			t.Errorf("%v: %d points", r, len(p))
		}
		for _, c := range p {
			if c.Pos.X < r.Min.X-1e-9 || c.Pos.X > r.Max.X+1e-9 || c.Pos.Y < r.Min.Y-1e-9 || c.Pos.Y > r.Max.Y+1e-9 {
				t.Errorf("%v: a line reaches %v", r, c.Pos)
			}
		}
	}
}

// TestLeftOf compares the area of a circle cut at x with the exact one.
func TestLeftOf(t *testing.T) {
	const radius = 10.0
	p := circle(vg.Point{X: 50, Y: 50}, radius)
	for _, x := range []float64{39, 42, 50, 55, 61} {
		d := math.Max(-1, math.Min(1, (50-x)/radius)) // the cut, from the centre
		want := radius * radius * (math.Acos(d) - d*math.Sqrt(1-d*d))
		got := 0.0
		for _, part := range traces(leftOf(p, vg.Length(x)), nil) { // which has no curves
			got += area(part.points)
		}
		if math.Abs(got-want) > 0.01*math.Pi*radius*radius {
			t.Errorf("cut at %v: area %.2f, want %.2f", x, got, want)
		}
	}
}

// area is the area of a polygon, by the shoelace formula.
func area(polygon []vg.Point) (sum float64) {
	for i, b := range polygon {
		a := polygon[(i+len(polygon)-1)%len(polygon)]
		sum += float64(a.X*b.Y - b.X*a.Y)
	}
	return math.Abs(sum) / 2
}

// TestPersonStaysInItsBox checks the proportions that rows of figures rely on.
func TestPersonStaysInItsBox(t *testing.T) {
	for _, part := range traces(person(vg.Point{X: 0, Y: 0}, 100), stepsFor(tolerance)) {
		for _, p := range part.points {
			if math.Abs(float64(p.X)) > 50*personWidth+1e-9 || p.Y < 0 || p.Y > 100.1 {
				t.Errorf("a point of the figure lies at %v", p)
			}
		}
	}
}
