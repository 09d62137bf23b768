package charts

import "gonum.org/v1/plot/vg"

// leftOf is the part of a closed path to the left of x, with curves flattened:
// every sub-path is cut by the method of Sutherland and Hodgman (1974).
func leftOf(p vg.Path, x vg.Length) (out vg.Path) {
	for _, polygon := range polygons(p) {
		out = append(out, cutPolygon(polygon, x)...)
	}
	return out
}

// cutPolygon is the part of a polygon to the left of x.
func cutPolygon(polygon []vg.Point, x vg.Length) (out vg.Path) {
	add := func(pt vg.Point) {
		if len(out) == 0 {
			out.Move(pt)
		} else {
			out.Line(pt)
		}
	}
	for i, b := range polygon {
		a := polygon[(i+len(polygon)-1)%len(polygon)]
		if (a.X < x) != (b.X < x) {
			add(vg.Point{X: x, Y: a.Y + (b.Y-a.Y)*(x-a.X)/(b.X-a.X)})
		}
		if b.X < x {
			add(b)
		}
	}
	if len(out) > 0 {
		out.Close()
	}
	return out
}

// polygons are the sub-paths of p as points.
func polygons(p vg.Path) (all [][]vg.Point) {
	for _, c := range p {
		switch c.Type {
		case vg.MoveComp:
			all = append(all, []vg.Point{c.Pos})
		case vg.LineComp:
			all[len(all)-1] = append(all[len(all)-1], c.Pos)
		case vg.CurveComp:
			all[len(all)-1] = flatten(all[len(all)-1], c, 8)
		}
	}
	return all
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
