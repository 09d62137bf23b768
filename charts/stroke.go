package charts

import (
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
)

// A trace is a line of straight pieces; a closed one goes back to its beginning.
type trace struct {
	points []vg.Point
	closed bool
}

// traces are the sub-paths of p with their curves flattened, each into as many pieces
// as steps says for it and the point it begins at.
func traces(p vg.Path, steps func(vg.Point, vg.PathComp) int) []trace {
	var all []trace
	for _, c := range p {
		if c.Type == vg.MoveComp {
			all = append(all, trace{points: []vg.Point{c.Pos}})
			continue
		}
		t := &all[len(all)-1]
		switch c.Type {
		case vg.LineComp:
			t.points = append(t.points, c.Pos)
		case vg.CurveComp:
			t.points = flatten(t.points, c, steps(t.points[len(t.points)-1], c))
		case vg.CloseComp:
			t.closed = true
		}
	}
	return all
}

// stepsFor is into how many pieces of equal parameter a cubic is flattened, so that no
// point is further than tolerance from it: the error is at most an eighth of the
// greatest second derivative, over the square of their number.
func stepsFor(tolerance vg.Length) func(vg.Point, vg.PathComp) int {
	bend := func(a, b, c vg.Point) float64 {
		return 6 * math.Hypot(float64(a.X-2*b.X+c.X), float64(a.Y-2*b.Y+c.Y))
	}
	return func(from vg.Point, c vg.PathComp) int {
		most := max(bend(from, c.Control[0], c.Control[1]), bend(c.Control[0], c.Control[1], c.Pos))
		return max(1, int(math.Ceil(math.Sqrt(most/8/float64(tolerance)))))
	}
}

// dashed cuts a trace into the dashes of a pattern of dashes and gaps in turn,
// which begins with a dash at the first point.
func (t trace) dashed(pattern []vg.Length) []trace {
	if len(pattern) == 0 {
		return []trace{t}
	}
	points := t.points
	if t.closed {
		points = append(slices.Clone(points), points[0])
	}
	var all []trace
	piece, left := 0, pattern[0]
	dash := trace{points: points[:1:1]}
	for i, to := range points[1:] {
		from := points[i]
		length := distance(to, from)
		done := vg.Length(0)
		for ; length-done > left; left = pattern[piece%len(pattern)] {
			done += left
			at := from.Add(to.Sub(from).Scale(done / length))
			if piece%2 == 0 {
				all = append(all, trace{points: append(dash.points, at)})
			}
			dash = trace{points: []vg.Point{at}}
			piece++
		}
		left -= length - done
		dash.points = append(dash.points, to)
	}
	if piece%2 == 0 {
		all = append(all, dash)
	}
	return all
}

// miterLimit is how many times its width a line may reach at a corner before
// the corner is cut off, as in SVG.
const miterLimit = 4

// stroked is the path of what a line covers: a rectangle for every straight
// piece and, where two of them meet, the corner outside. All run the same way
// round, so that where they lie over one another they add up.
func stroked(p vg.Path, l line, tolerance vg.Length) (out vg.Path) {
	for _, whole := range traces(p, stepsFor(tolerance)) {
		for _, t := range whole.dashed(l.dash) {
			out = t.appendStroked(out, l.width/2)
		}
	}
	return out
}

// appendStroked adds the path of what a line covers that reaches half to each side.
func (t trace) appendStroked(out vg.Path, half vg.Length) vg.Path {
	points := slices.CompactFunc(slices.Clone(t.points), func(a, b vg.Point) bool { return a == b })
	if t.closed && points[0] != points[len(points)-1] {
		points = append(points, points[0])
	}
	var before, first vg.Point // half the width, across the piece before and the first
	for i, to := range points[1:] {
		from := points[i]
		along := to.Sub(from)
		across := vg.Point{X: -along.Y, Y: along.X}.Scale(half / distance(along, vg.Point{}))
		out = appendPolygon(out, from.Sub(across), to.Sub(across), to.Add(across), from.Add(across))
		if i == 0 {
			first = across
		} else {
			out = appendCorner(out, from, before, across)
		}
		before = across
	}
	if t.closed && len(points) > 2 {
		out = appendCorner(out, points[0], before, first)
	}
	return out
}

// appendCorner adds the path of what is missing at the outside of a corner, where
// the way across the line turns from one to another.
func appendCorner(p vg.Path, at, from, to vg.Point) vg.Path {
	turn := from.X*to.Y - from.Y*to.X
	if turn < 0 { // to the right: the outside is the left
		from, to = to, from
	} else { // the outside is the right
		from, to = from.Scale(-1), to.Scale(-1)
	}
	square := from.X*from.X + from.Y*from.Y
	between := from.Add(to)
	length := between.X*between.X + between.Y*between.Y // square of twice the half angle's cosine times the half width
	if length*miterLimit*miterLimit < 4*square {
		return appendPolygon(p, at, at.Add(from), at.Add(to))
	}
	return appendPolygon(p, at, at.Add(from), at.Add(between.Scale(2*square/length)), at.Add(to))
}

// appendPolygon adds the closed path through points.
func appendPolygon(p vg.Path, points ...vg.Point) vg.Path {
	p.Move(points[0])
	for _, pt := range points[1:] {
		p.Line(pt)
	}
	p.Close()
	return p
}
