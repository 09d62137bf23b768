package euler

import "math"

// Ellipse is the outline of a set: all points Centre + R(Phi)·(A cos t, B sin t).
// The zero Ellipse stands for an empty set.
type Ellipse struct {
	X, Y float64 // centre
	A, B float64 // half axes
	Phi  float64 // angle of the axis A
}

// Area is the area of the ellipse.
func (e Ellipse) Area() float64 { return math.Pi * e.A * e.B }

// Empty says whether the ellipse stands for an empty set.
func (e Ellipse) Empty() bool { return e.A <= 0 || e.B <= 0 }

// At is the point of the outline at the parameter t.
func (e Ellipse) At(t float64) (x, y float64) {
	sin, cos := math.Sincos(t)
	s, c := math.Sincos(e.Phi)
	return e.X + e.A*cos*c - e.B*sin*s, e.Y + e.A*cos*s + e.B*sin*c
}

// Unit maps a point so that the ellipse becomes the unit circle around the
// origin: a point is inside if its image is nearer than 1.
func (e Ellipse) Unit(x, y float64) (u, v float64) {
	s, c := math.Sincos(e.Phi)
	x, y = x-e.X, y-e.Y
	return (x*c + y*s) / e.A, (y*c - x*s) / e.B
}

// Bounds is the least upright rectangle around all ellipses that are not
// empty, all zero if there are none.
func Bounds(shapes []Ellipse) (left, bottom, right, top float64) {
	first := true
	for _, e := range shapes {
		if e.Empty() {
			continue
		}
		s, c := math.Sincos(e.Phi)
		halfX, halfY := math.Hypot(e.A*c, e.B*s), math.Hypot(e.A*s, e.B*c)
		if first {
			left, bottom, right, top = e.X-halfX, e.Y-halfY, e.X+halfX, e.Y+halfY
			first = false
			continue
		}
		left, bottom = min(left, e.X-halfX), min(bottom, e.Y-halfY)
		right, top = max(right, e.X+halfX), max(top, e.Y+halfY)
	}
	return left, bottom, right, top
}

// normal is the same ellipse with A the longer axis and Phi from 0 up to pi;
// a circle has no angle.
func (e Ellipse) normal() Ellipse {
	if e.B > e.A {
		e.A, e.B, e.Phi = e.B, e.A, e.Phi+math.Pi/2
	}
	if e.A-e.B < 1e-9*e.A {
		e.Phi = 0
	}
	if e.Phi = math.Mod(e.Phi, math.Pi); e.Phi < 0 {
		e.Phi += math.Pi
	}
	return e
}

// turned is the ellipse after a turn around the origin.
func (e Ellipse) turned(angle float64) Ellipse {
	s, c := math.Sincos(angle)
	e.X, e.Y, e.Phi = e.X*c-e.Y*s, e.X*s+e.Y*c, e.Phi+angle
	return e
}

// mirrored is the ellipse with left and right exchanged.
func (e Ellipse) mirrored() Ellipse {
	e.X, e.Phi = -e.X, math.Pi-e.Phi
	return e
}
