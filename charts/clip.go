package charts

import "gonum.org/v1/plot/vg"

// leftOf is the part of a closed path to the left of x, with curves flattened:
// every sub-path is cut by the method of Sutherland and Hodgman (1974).
func leftOf(p vg.Path, x vg.Length) (out vg.Path) {
	for _, t := range traces(p, func(vg.Point, vg.PathComp) int { return 8 }) {
		if cut := cutPolygon(t.points, x); len(cut) > 0 {
			out = appendPolygon(out, cut...)
		}
	}
	return out
}

// cutPolygon is the part of a polygon to the left of x.
func cutPolygon(polygon []vg.Point, x vg.Length) (cut []vg.Point) {
	for i, b := range polygon {
		a := polygon[(i+len(polygon)-1)%len(polygon)]
		if (a.X < x) != (b.X < x) {
			cut = append(cut, vg.Point{X: x, Y: a.Y + (b.Y-a.Y)*(x-a.X)/(b.X-a.X)})
		}
		if b.X < x {
			cut = append(cut, b)
		}
	}
	return cut
}

// flatten adds the points of a cubic that begins at the last point.
func flatten(points []vg.Point, c vg.PathComp, steps int) []vg.Point {
	from := points[len(points)-1]
	for i := 1; i <= steps; i++ {
		t := vg.Length(i) / vg.Length(steps)
		u := 1 - t
		pt := from.Scale(u * u * u).Add(c.Control[0].Scale(3 * u * u * t))
		pt = pt.Add(c.Control[1].Scale(3 * u * t * t)).Add(c.Pos.Scale(t * t * t))
		points = append(points, pt)
	}
	return points
}
