package pdf

import (
	"math"
	"slices"
)

// path collects the straight lines and thin boxes of the path being built;
// painting it makes rules of them.
type path struct {
	at      point // where the pen stands
	start   point // where the subpath began
	lines   []rect
	boxes   []rect
	curves  []rect  // boxes around the curves
	sloped  bool    // it has lines that are not kept, being neither level nor upright
	clips   bool    // where is painted is narrowed to it
	corners []point // of the subpath, on the page, as far as they may be those of a box
	before  int     // lines of the subpaths before it
	traced  []rect  // boxes drawn with lines
	tracing int     // lines of those
	outline []point // its points, in the user's space
	pieces  int     // of the path
}

const (
	maxSloped = 0.5 // points by which a rule may be out of true
	minDot    = 1.2 // points: the sides of a drawn bullet
	maxDot    = 10

	maxCorners = 5 // of a box drawn with lines, of which the last may be the first
)

// pathOperator carries out one operator that builds or paints the path.
func (r *run) pathOperator(op string) {
	p := &r.path
	switch op {
	case "m":
		p.endSubpath()
		p.pieces++
		p.at = r.point(0)
		p.start = p.at
		r.corner()
	case "l":
		r.lineTo(r.point(0))
		r.corner()
	case "c":
		r.curveTo(r.point(4), r.point(2), r.point(0))
	case "v":
		r.curveTo(p.at, r.point(2), r.point(0))
	case "y":
		r.curveTo(r.point(2), r.point(0), r.point(0))
	case "h":
		r.lineTo(p.start)
		p.endSubpath()
		r.corner()
	case "re":
		p.endSubpath()
		p.pieces++
		a, b := r.point(2), point{r.num(3) + r.num(1), r.num(2) + r.num(0)}
		for _, c := range [...]point{a, {b[0], a[1]}, b, {a[0], b[1]}, a} {
			p.trace(c)
		}
		if len(p.boxes) < maxRules {
			p.boxes = append(p.boxes, r.boxBetween(a, b))
		}
	case "f", "F", "f*":
		r.paintPath(true, false)
	case "B", "B*", "b", "b*":
		r.paintPath(true, true)
	case "S", "s":
		r.paintPath(false, true)
	case "W", "W*":
		p.clips = true
	case "n":
		r.endPath()
	}
}

// paintPath heeds the path where it is filled, where lines are drawn along it, or both.
func (r *run) paintPath(filled, lined bool) {
	p, in := &r.path, r.in
	if filled {
		r.cover()
	}
	if lined {
		r.coverWithLines()
		in.rules = append(in.rules, p.lines...)
		for _, b := range p.boxes {
			in.rules = append(in.rules, b.sides()...)
		}
	} else {
		r.shade()
		r.fillThin()
	}
	in.rules = in.rules[:min(len(in.rules), maxRules)]
	r.paint(filled && !r.gs.isWhite(), lined)
	r.frame()
	r.dot()
	r.endPath()
}

// endPath ends the path, to which the painting that follows may be narrowed.
func (r *run) endPath() {
	p := &r.path
	if p.clips {
		r.gs.clipTo(p)
	}
	*p = path{at: p.at, start: p.start, lines: p.lines[:0], boxes: p.boxes[:0], curves: p.curves[:0], corners: p.corners[:0], traced: p.traced[:0], outline: p.outline[:0]}
}

// corner notes the place that a subpath begins at, or that one of its lines ends at.
func (r *run) corner() {
	p := &r.path
	p.trace(p.at)
	if len(p.corners) <= maxCorners {
		p.corners = append(p.corners, r.gs.ctm.point(p.at))
	}
}

// endSubpath makes a box of the subpath where its lines go around one.
func (p *path) endSubpath() {
	c := p.corners
	if len(c) == maxCorners && near(c[0], c[4]) == [2]bool{true, true} {
		c = c[:4]
	}
	if len(c) == 4 && len(p.lines) > p.before && len(p.traced) < maxRules {
		sides := [4][2]bool{near(c[0], c[1]), near(c[1], c[2]), near(c[2], c[3]), near(c[3], c[0])}
		x, y := 0, 1 // what the ends of the first side have in common, and of the second
		if !sides[0][x] {
			x, y = y, x
		}
		if sides[0][x] && sides[1][y] && sides[2][x] && sides[3][y] {
			p.traced = append(p.traced, rectBetween(c[0], c[2]))
			p.tracing += len(p.lines) - p.before
		}
	}
	p.corners, p.before = p.corners[:0], len(p.lines)
}

// near reports of two corners whether one stands above the other, and whether beside
// it.
func near(a, b point) [2]bool {
	const most = 0.1 // points
	return [2]bool{math.Abs(a[0]-b[0]) < most, math.Abs(a[1]-b[1]) < most}
}

// areas returns the boxes of the path, and whether it is made of them alone.
func (p *path) areas() (boxes []rect, alone bool) {
	p.endSubpath()
	alone = len(p.lines) == p.tracing && len(p.curves) == 0 && !p.sloped
	if len(p.traced) == 0 {
		return p.boxes, alone
	}
	return slices.Concat(p.boxes, p.traced), alone
}

// curveTo draws a curve by its two control points and its end.
func (r *run) curveTo(a, b, end point) {
	p := &r.path
	p.traceCurve(a, b, end)
	if len(p.curves) < maxRules {
		p.curves = append(p.curves, r.boxBetween(p.at, end))
	}
	p.at = end
}

func (r *run) lineTo(end point) {
	p := &r.path
	s := r.boxBetween(p.at, end)
	switch {
	case s.width() > maxSloped && s.height() > maxSloped:
		p.sloped = true
	case len(p.lines) < maxRules:
		p.lines = append(p.lines, s)
	}
	p.at = end
}

// boxBetween returns the box of two corners of the user's space.
func (r *run) boxBetween(a, b point) rect {
	return rectBetween(r.gs.ctm.point(a), r.gs.ctm.point(b))
}

// dot notes a small round or square shape, which may be the bullet of a list.
func (r *run) dot() {
	p := &r.path
	shapes := p.curves
	if len(shapes) == 0 && len(p.boxes) == 1 {
		shapes = p.boxes
	}
	if len(shapes) == 0 || len(p.lines) > 2 || len(r.in.dots) >= maxRules {
		return
	}
	box := aroundAll(shapes)
	w, h := box.width(), box.height()
	if w >= minDot && w <= maxDot && h >= 0.7*w && h <= 1.4*w {
		r.in.dots = append(r.in.dots, box)
	}
}

// fillThin turns filled boxes that are thin into rules, those drawn with lines too.
func (r *run) fillThin() {
	p := &r.path
	for _, b := range p.boxes {
		if b.isThin() {
			r.in.rules = append(r.in.rules, b)
		}
	}
	if len(p.lines) < 3 || len(p.lines) > 8 {
		return
	}
	if box := aroundAll(p.lines); box.isThin() {
		r.in.rules = append(r.in.rules, box)
	}
}

// sides returns the four sides of a stroked box.
func (r rect) sides() []rect {
	if r.isThin() {
		return []rect{r}
	}
	return []rect{
		{r.x0, r.y0, r.x1, r.y0}, {r.x0, r.y1, r.x1, r.y1},
		{r.x0, r.y0, r.x0, r.y1}, {r.x1, r.y0, r.x1, r.y1},
	}
}
