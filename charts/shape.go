package charts

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// kappa places the control points of a cubic that stands for a quarter circle.
const kappa = 0.5522847498

// circle is the path of a circle, as four cubics.
func circle(c vg.Point, r vg.Length) (p vg.Path) {
	k := r * kappa
	at := func(dx, dy vg.Length) vg.Point { return vg.Point{X: c.X + dx, Y: c.Y + dy} }
	p.Move(at(r, 0))
	p.CubeTo(at(r, k), at(k, r), at(0, r))
	p.CubeTo(at(-k, r), at(-r, k), at(-r, 0))
	p.CubeTo(at(-r, -k), at(-k, -r), at(0, -r))
	p.CubeTo(at(k, -r), at(r, -k), at(r, 0))
	p.Close()
	return p
}

// box is the rectangle with the given sides.
func box(left, bottom, right, top vg.Length) vg.Rectangle {
	return vg.Rectangle{Min: vg.Point{X: left, Y: bottom}, Max: vg.Point{X: right, Y: top}}
}

// segment is the path of a straight line.
func segment(x0, y0, x1, y1 vg.Length) (p vg.Path) {
	p.Move(vg.Point{X: x0, Y: y0})
	p.Line(vg.Point{X: x1, Y: y1})
	return p
}

// hatch is the path of lines rising at 45 degrees, step apart, inside r.
func hatch(r vg.Rectangle, step vg.Length) (p vg.Path) {
	width, height := r.Max.X-r.Min.X, r.Max.Y-r.Min.Y
	if width <= 0 || height <= 0 || step <= 0 {
		return nil
	}
	// The line x - y = d, seen from the lower left corner, with d from -height to width.
	for d := step/2 - height; d < width; d += step {
		x0, y0 := d, vg.Length(0)
		if d < 0 {
			x0, y0 = 0, -d
		}
		x1, y1 := d+height, height
		if x1 > width {
			x1, y1 = width, width-d
		}
		p = append(p, segment(r.Min.X+x0, r.Min.Y+y0, r.Min.X+x1, r.Min.Y+y1)...)
	}
	return p
}

// person is the path of a standing figure of the given height whose feet are
// centred on at; its width is personWidth of its height.
func person(at vg.Point, height vg.Length) vg.Path {
	pt := func(x, y vg.Length) vg.Point {
		return vg.Point{X: at.X + x*height, Y: at.Y + y*height}
	}
	p := circle(pt(0, 0.865), 0.135*height)
	p.Move(pt(-0.22, 0.58))
	p.CubeTo(pt(-0.22, 0.66), pt(-0.17, 0.70), pt(-0.10, 0.70))
	p.Line(pt(0.10, 0.70))
	p.CubeTo(pt(0.17, 0.70), pt(0.22, 0.66), pt(0.22, 0.58))
	for _, corner := range [...]struct{ x, y vg.Length }{ // of the right arm, the legs and the left arm
		{0.22, 0.36}, {0.13, 0.36}, {0.13, 0}, {0.015, 0}, {0.015, 0.32},
		{-0.015, 0.32}, {-0.015, 0}, {-0.13, 0}, {-0.13, 0.36}, {-0.22, 0.36},
	} {
		p.Line(pt(corner.x, corner.y))
	}
	p.Close()
	return p
}

// personWidth is the width of a person as a part of the height.
const personWidth = 0.44

// diamond is the path of a square on its corner, of the given half diagonal.
func diamond(c vg.Point, half vg.Length) vg.Path {
	across, up := vg.Point{X: half}, vg.Point{Y: half}
	return appendPolygon(nil, c.Add(up), c.Add(across), c.Sub(up), c.Sub(across))
}

// distance is how far two points are apart.
func distance(a, b vg.Point) vg.Length {
	return vg.Length(math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y)))
}
