package euler

import (
	"math"
	"slices"
)

// Areas gives the area of every region, numbered by a bit for each ellipse;
// index 0, the outside, is 0.
func Areas(shapes []Ellipse) []float64 {
	areas := make([]float64, 1<<len(shapes))
	regions{areas: areas}.measure(shapes)
	return areas
}

// parameters is the number of parameters of an ellipse: X, Y, A, B, Phi.
const parameters = 5

// regions collects areas and, unless nil, their gradient:
// gradient[region][parameters*ellipse+parameter].
type regions struct {
	areas    []float64
	gradient [][]float64
}

// measure adds what every arc of every ellipse contributes to what is all 0 before.
func (g regions) measure(shapes []Ellipse) {
	eachArc(shapes, func(a arc) { g.add(shapes[a.ellipse], a) })
	g.areas[0] = 0
}

// arc is a part of an outline between two places where it meets others. The
// region to its right is outside, the one to its left has the ellipse as well.
type arc struct {
	ellipse, outside int
	from, to         float64 // parameters; a whole outline is a full turn
}

func (a arc) inside() int { return a.outside | 1<<a.ellipse }

// eachArc gives the arcs of all outlines.
func eachArc(shapes []Ellipse, do func(arc)) {
	waves := make([]wave, len(shapes))
	cuts := make([]float64, 0, 4*len(shapes)+1)
	for i, e := range shapes {
		if e.Empty() {
			continue
		}
		cuts = cuts[:0]
		for j, o := range shapes {
			if j == i || o.Empty() {
				continue
			}
			if waves[j] = meeting(e, o); !waves[j].flat() {
				cuts = waves[j].roots(cuts)
			}
		}
		if len(cuts) == 0 {
			cuts = append(cuts, 0)
		}
		slices.Sort(cuts)
		for k, from := range cuts {
			to := cuts[0] + 2*math.Pi
			if k+1 < len(cuts) {
				to = cuts[k+1]
			}
			do(arc{i, surrounding(shapes, waves, i, (from+to)/2), from, to})
		}
	}
}

// surrounding is the region just outside ellipse i at t. Of ellipses that are
// the same, an earlier one surrounds a later one.
func surrounding(shapes []Ellipse, waves []wave, i int, t float64) (mask int) {
	for j, o := range shapes {
		if j == i || o.Empty() {
			continue
		}
		if waves[j].flat() && j < i || !waves[j].flat() && waves[j].at(t) < 0 {
			mask |= 1 << j
		}
	}
	return mask
}

// green is the part of an arc in the area on its left: half the integral of
// x dy - y dx.
func (a arc) green(e Ellipse) float64 {
	x0, y0 := e.At(a.from)
	x1, y1 := e.At(a.to)
	return (e.X*(y1-y0) - e.Y*(x1-x0) + e.A*e.B*(a.to-a.from)) / 2
}

// add adds an arc to the region inside and takes it from the one outside. Its
// part of the derivative by a parameter is the integral of the speed of the
// outline across itself, dp × p' dt; the ends of the arc add nothing.
func (g regions) add(e Ellipse, a arc) {
	area := a.green(e)
	g.areas[a.inside()] += area
	g.areas[a.outside] -= area
	if g.gradient == nil {
		return
	}
	x0, y0 := e.At(a.from)
	x1, y1 := e.At(a.to)
	s0, c0 := math.Sincos(a.from)
	s1, c1 := math.Sincos(a.to)
	half, double := (a.to-a.from)/2, (s1*c1-s0*c0)/2
	by := [parameters]float64{
		y1 - y0,
		x0 - x1,
		e.B * (half + double),
		e.A * (half - double),
		(e.A*e.A - e.B*e.B) * (s1*s1 - s0*s0) / 2,
	}
	in, out := g.gradient[a.inside()][parameters*a.ellipse:], g.gradient[a.outside][parameters*a.ellipse:]
	for k, d := range by {
		in[k] += d
		out[k] -= d
	}
}
