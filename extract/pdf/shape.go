package pdf

// What is painted black hides words also where it is no box that lies straight: a
// circle, a box drawn aslant, a marker's sloped stroke. Of such a shape it is known for
// each letter whether all of it lies within.

const (
	maxOutline = 200  // points of a shape; one of more hides nothing
	maxShapes  = 1000 // of one page
	chords     = 4    // that a curve is taken for; they lie within what bulges
	tests      = 9    // points of a letter's box that are looked up in a shape
)

// contour goes around a shape of one piece, in points from the top left.
type contour struct{ points []point }

// quadAround is what a broad line from a to b covers that reaches half to both sides.
func quadAround(a, b point, half float64) *contour {
	dx, dy := b[0]-a[0], b[1]-a[1]
	reach := half / max(length(dx, dy), 1e-6)
	x, y := -dy*reach, dx*reach
	return &contour{[]point{{a[0] + x, a[1] + y}, {b[0] + x, b[1] + y}, {b[0] - x, b[1] - y}, {a[0] - x, a[1] - y}}}
}

// box is the smallest box around o.
func (o *contour) box() rect {
	box := nowhere
	for _, p := range o.points {
		box = box.around(p.box())
	}
	return box
}

// holds reports whether a point is in o, as far as it is painted however it was drawn:
// where its line crosses itself, what it goes around twice may be left out.
func (o *contour) holds(x, y float64) bool {
	in := false
	for i, a := range o.points {
		b := o.points[(i+1)%len(o.points)]
		if (a[1] > y) != (b[1] > y) && x < a[0]+(y-a[1])/(b[1]-a[1])*(b[0]-a[0]) {
			in = !in
		}
	}
	return in
}

// within reports whether all of a box lies in o, as its corners, the middles of its
// sides and its own do.
func (o *contour) within(box rect) bool {
	for _, x := range [...]float64{box.x0, (box.x0 + box.x1) / 2, box.x1} {
		for _, y := range [...]float64{box.y0, (box.y0 + box.y1) / 2, box.y1} {
			if !o.holds(x, y) {
				return false
			}
		}
	}
	return true
}

// onPage maps o as [direction.onPage] does a box.
func (o *contour) onPage(d direction, page extent) *contour {
	if o == nil {
		return nil
	}
	out := &contour{make([]point, len(o.points))}
	for i, p := range o.points {
		out.points[i][0], out.points[i][1] = d.back().turn(d.turned(page), p[0], p[1])
	}
	return out
}

// trace adds a point of the user's space to the outline of the path.
func (p *path) trace(at point) {
	if len(p.outline) <= maxOutline {
		p.outline = append(p.outline, at)
	}
}

// traceCurve adds a curve from where the pen stands, by its two control points and its end.
func (p *path) traceCurve(b, c, end point) {
	for i := 1; i <= chords; i++ {
		t := float64(i) / chords
		u := 1 - t
		wa, wb, wc, wd := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		p.trace(point{wa*p.at[0] + wb*b[0] + wc*c[0] + wd*end[0], wa*p.at[1] + wb*b[1] + wc*c[1] + wd*end[1]})
	}
}

// shape returns the path as one shape, nil where it is of several pieces or of too many
// points, or where a curve may bend inward: its chords are painted only as far as it
// bulges.
func (p *path) shape(ctm matrix) *contour {
	if p.pieces != 1 || len(p.outline) < 2 || len(p.outline) > maxOutline {
		return nil
	}
	o := &contour{make([]point, len(p.outline))}
	for i, q := range p.outline {
		o.points[i] = ctm.point(q)
	}
	if len(p.curves) > 0 && !o.convex() {
		return nil
	}
	return o
}

// convex reports whether o turns one way alone.
func (o *contour) convex() bool {
	const slack = 1e-6 // square points: a turn of less is none
	left, right := false, false
	n := len(o.points)
	for i, a := range o.points {
		b, c := o.points[(i+1)%n], o.points[(i+2)%n]
		turn := (b[0]-a[0])*(c[1]-b[1]) - (b[1]-a[1])*(c[0]-b[0])
		left, right = left || turn > slack, right || turn < -slack
	}
	return !left || !right
}

// hideShape leaves out what was drawn before where o is painted within clip, nil for
// everywhere.
func (in *interpreter) hideShape(o *contour, clip *rect) {
	box := o.box().clipped(clip)
	if in.shapes >= maxShapes || in.ops > in.src.limits.OperatorsPage || box.width() < broadLine || box.height() < broadLine {
		return
	}
	in.shapes++
	in.ops += len(o.points)
	in.hide(hider{box, covered, o})
}
