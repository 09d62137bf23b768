package charts

import (
	"math"

	"gonum.org/v1/plot/vg"

	"thematic/charts/euler"
)

// ellipse is the path of an ellipse on the page, as four cubics.
func ellipse(e euler.Ellipse) vg.Path {
	sin, cos := math.Sincos(e.Phi)
	return appendMapped(nil, circle(vg.Point{}, 1), func(q vg.Point) vg.Point {
		x, y := float64(q.X)*e.A, float64(q.Y)*e.B
		return vg.Point{X: vg.Length(e.X + x*cos - y*sin), Y: vg.Length(e.Y + x*sin + y*cos)}
	})
}

// oval is an ellipse on the page with the map that makes it the unit circle.
type oval struct {
	euler.Ellipse
	across, up [2]float64 // of the two unit coordinates
}

func newOval(e euler.Ellipse) oval {
	o := oval{Ellipse: e}
	if !e.Empty() {
		sin, cos := math.Sincos(e.Phi)
		o.across, o.up = [2]float64{cos / e.A, sin / e.A}, [2]float64{-sin / e.B, cos / e.B}
	}
	return o
}

// unit maps a point to where the ellipse is the unit circle.
func (o oval) unit(p vg.Point) (u, v float64) {
	x, y := float64(p.X)-o.X, float64(p.Y)-o.Y
	return x*o.across[0] + y*o.across[1], x*o.up[0] + y*o.up[1]
}

func (o oval) contains(p vg.Point) bool {
	u, v := o.unit(p)
	return u*u+v*v < 1 && !o.Empty()
}

// corners of a rectangle, in order.
func corners(r vg.Rectangle) [4]vg.Point {
	return [4]vg.Point{r.Min, {X: r.Max.X, Y: r.Min.Y}, r.Max, {X: r.Min.X, Y: r.Max.Y}}
}

// holds says whether a rectangle is wholly inside.
func (o oval) holds(r vg.Rectangle) bool {
	for _, p := range corners(r) {
		if !o.contains(p) {
			return false
		}
	}
	return true
}

// meets says whether a rectangle and the ellipse share a point: whether, where
// the ellipse is the unit circle, the rectangle comes as near as 1 to its
// centre.
func (o oval) meets(r vg.Rectangle) bool {
	if o.Empty() {
		return false
	}
	if x, y := vg.Length(o.X), vg.Length(o.Y); x > r.Min.X && x < r.Max.X && y > r.Min.Y && y < r.Max.Y {
		return true
	}
	c := corners(r)
	u0, v0 := o.unit(c[3])
	for _, p := range c {
		u1, v1 := o.unit(p)
		du, dv := u1-u0, v1-v0
		t := max(0, min(1, -(u0*du+v0*dv)/(du*du+dv*dv)))
		u, v := u0+t*du, v0+t*dv
		if u*u+v*v <= 1 {
			return true
		}
		u0, v0 = u1, v1
	}
	return false
}

// ovals are those of the sets of a diagram.
type ovals []oval

// region is the one a point is in.
func (all ovals) region(p vg.Point) (mask int) {
	for i, o := range all {
		if o.contains(p) {
			mask |= 1 << i
		}
	}
	return mask
}

// within says whether a rectangle is wholly in a region.
func (all ovals) within(r vg.Rectangle, mask int) bool {
	for i, o := range all {
		if mask>>i&1 == 1 && !o.holds(r) || mask>>i&1 == 0 && o.meets(r) {
			return false
		}
	}
	return true
}

// bounds is the least rectangle around all ovals.
func (all ovals) bounds() vg.Rectangle {
	var shapes []euler.Ellipse
	for _, o := range all {
		shapes = append(shapes, o.Ellipse)
	}
	left, bottom, right, top := euler.Bounds(shapes)
	return box(vg.Length(left), vg.Length(bottom), vg.Length(right), vg.Length(top))
}

// around is a rectangle by its centre.
func around(c vg.Point, width, height vg.Length) vg.Rectangle {
	return box(c.X-width/2, c.Y-height/2, c.X+width/2, c.Y+height/2)
}

// roomiest is the place in a region where the largest rectangle of the given
// shape fits, and how large that is as a part of the one asked for. It is found
// on a grid, which is made finer until a point of the region is on it, and from
// there by small steps.
func (all ovals) roomiest(mask int, width, height vg.Length) (at vg.Point, size vg.Length) {
	r := all.common(mask)
	grow := func(p vg.Point, by vg.Length) (grew bool) {
		for wide := max(0.01, by*size); all.within(around(p, wide*width, wide*height), mask); wide *= by {
			at, size, grew = p, wide, true
		}
		return grew
	}
	for _, cells := range []int{30, 150, 600} {
		step := vg.Point{X: (r.Max.X - r.Min.X) / vg.Length(cells), Y: (r.Max.Y - r.Min.Y) / vg.Length(cells)}
		found := false
		for k := range cells * cells {
			p := vg.Point{X: r.Min.X + (vg.Length(k%cells)+0.5)*step.X, Y: r.Min.Y + (vg.Length(k/cells)+0.5)*step.Y}
			if all.region(p) != mask {
				continue
			}
			if !found {
				at, found = p, true
			}
			grow(p, 1.02)
		}
		if found {
			climb(&at, step, func(p vg.Point) bool { return grow(p, 1.001) })
			break
		}
	}
	return at, size
}

// climb tries places to all sides, in steps that grow smaller where none is
// better; better moves the place.
func climb(at *vg.Point, step vg.Point, better func(vg.Point) bool) {
	for range 40 {
		from := *at
		moved := better(from.Add(vg.Point{X: step.X})) || better(from.Sub(vg.Point{X: step.X})) ||
			better(from.Add(vg.Point{Y: step.Y})) || better(from.Sub(vg.Point{Y: step.Y}))
		if !moved {
			step = step.Scale(0.5)
		}
	}
}

// common is a rectangle around what the sets of a region share.
func (all ovals) common(mask int) vg.Rectangle {
	r := all.bounds()
	for i := range all {
		if mask>>i&1 == 1 {
			own := all[i : i+1].bounds()
			r = box(max(r.Min.X, own.Min.X), max(r.Min.Y, own.Min.Y), min(r.Max.X, own.Max.X), min(r.Max.Y, own.Max.Y))
		}
	}
	return r
}

// exposed are the points of outline i that no other set covers, or all where
// there are none; a set that is the same does not count.
func (all ovals) exposed(i int) (points []vg.Point, covered bool) {
	same := 0
	for j, o := range all {
		if o == all[i] {
			same |= 1 << j
		}
	}
	var every []vg.Point
	for k := range outlineSamples {
		x, y := all[i].At(2 * math.Pi * float64(k) / outlineSamples)
		p := vg.Point{X: vg.Length(x), Y: vg.Length(y)}
		every = append(every, p)
		if all.region(p)&^same == 0 {
			points = append(points, p)
		}
	}
	if points == nil {
		return every, true
	}
	return points, false
}

// outlineSamples is how many points of an outline a name may lead to.
const outlineSamples = 60

// outward is the direction from the middle of all ovals to that of some
// points, or zero where these are the same.
func (all ovals) outward(points []vg.Point) (from, direction vg.Point) {
	r := all.bounds()
	from = r.Min.Add(r.Max).Scale(0.5)
	for _, p := range points {
		direction = direction.Add(p.Sub(from).Scale(1 / vg.Length(len(points))))
	}
	length := distance(direction, vg.Point{})
	if length < 0.05*(r.Max.X-r.Min.X) {
		return from, vg.Point{}
	}
	return from, direction.Scale(1 / length)
}
