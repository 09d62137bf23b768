package pdf

import (
	"math"
	"slices"
)

// path collects the straight lines and thin boxes of the path being built;
// painting it makes rules of them.
type path struct {
	x, y    float64
	x0, y0  float64 // where the subpath began
	lines   []rule
	boxes   []rule
	curves  []rule       // boxes around the curves
	sloped  bool         // it has lines that are not kept, being neither level nor upright
	clips   bool         // where is painted is narrowed to it
	corners [][2]float64 // of the subpath, on the page, as far as they may be those of a box
	before  int          // lines of the subpaths before it
	traced  []rule       // boxes drawn with lines
	tracing int          // lines of those
	outline [][2]float64 // its points, in the user's space
	pieces  int          // of the path
}

const (
	thin      = 2.5 // points: a box no wider is a rule
	maxSloped = 0.5 // points by which a rule may be out of true
	minDot    = 1.2 // points: the sides of a drawn bullet
	maxDot    = 10

	maxCorners = 5 // of a box drawn with lines, of which the last may be the first
)

// do takes in one path operator.
func (p *path) do(r *run, op string) {
	switch op {
	case "m":
		p.endSubpath()
		p.x, p.y = r.num(1), r.num(0)
		p.x0, p.y0 = p.x, p.y
		p.pieces++
		p.trace(p.x, p.y)
		p.corner(r)
	case "l":
		p.line(r, r.num(1), r.num(0))
		p.trace(p.x, p.y)
		p.corner(r)
	case "c", "v", "y":
		switch x, y := r.num(1), r.num(0); op {
		case "c":
			p.traceCurve(r.num(5), r.num(4), r.num(3), r.num(2), x, y)
		case "v":
			p.traceCurve(p.x, p.y, r.num(3), r.num(2), x, y)
		default:
			p.traceCurve(r.num(3), r.num(2), x, y, x, y)
		}
		p.curve(r, r.num(1), r.num(0))
	case "h":
		p.line(r, p.x0, p.y0)
		p.trace(p.x0, p.y0)
		p.endSubpath()
		p.corner(r)
	case "re":
		p.endSubpath()
		x, y, w, h := r.num(3), r.num(2), r.num(1), r.num(0)
		p.pieces++
		for _, corner := range [...][2]float64{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}, {x, y}} {
			p.trace(corner[0], corner[1])
		}
		if len(p.boxes) < maxRules {
			p.boxes = append(p.boxes, r.ruleBetween(x, y, x+w, y+h))
		}
	case "f", "F", "f*":
		r.cover(p)
		p.paint(r, op)
		p.frame(r)
		p.shade(r)
		p.fill(r)
		p.dot(r)
		p.end(r)
	case "W", "W*":
		p.clips = true
	case "S", "s", "B", "B*", "b", "b*":
		if op != "S" && op != "s" {
			r.cover(p)
		}
		r.coverWithLines(p)
		p.paint(r, op)
		p.frame(r)
		p.dot(r)
		r.in.rules = append(r.in.rules, p.lines...)
		for _, b := range p.boxes {
			r.in.rules = append(r.in.rules, b.sides()...)
		}
		p.end(r)
	case "n":
		p.end(r)
	}
	if len(r.in.rules) > maxRules {
		r.in.rules = r.in.rules[:maxRules]
	}
}

// end ends the path, to which the painting that follows may be narrowed.
func (p *path) end(r *run) {
	if p.clips {
		r.gs.clipTo(p)
	}
	*p = path{x: p.x, y: p.y, x0: p.x0, y0: p.y0, lines: p.lines[:0], boxes: p.boxes[:0], curves: p.curves[:0], corners: p.corners[:0], traced: p.traced[:0], outline: p.outline[:0]}
}

// corner notes the place that a subpath begins at, or that one of its lines ends at.
func (p *path) corner(r *run) {
	if len(p.corners) <= maxCorners {
		x, y := r.gs.ctm.apply(p.x, p.y)
		p.corners = append(p.corners, [2]float64{x, y})
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
			p.traced = append(p.traced, ruleOf(c[0], c[2]))
			p.tracing += len(p.lines) - p.before
		}
	}
	p.corners, p.before = p.corners[:0], len(p.lines)
}

// near reports of two corners whether one stands above the other, and whether beside
// it.
func near(a, b [2]float64) [2]bool {
	const most = 0.1 // points
	return [2]bool{math.Abs(a[0]-b[0]) < most, math.Abs(a[1]-b[1]) < most}
}

// areas returns the boxes of the path, and whether it is made of them alone.
func (p *path) areas() (boxes []rule, alone bool) {
	p.endSubpath()
	alone = len(p.lines) == p.tracing && len(p.curves) == 0 && !p.sloped
	if len(p.traced) == 0 {
		return p.boxes, alone
	}
	return slices.Concat(p.boxes, p.traced), alone
}

func (p *path) curve(r *run, x, y float64) {
	if len(p.curves) < maxRules {
		p.curves = append(p.curves, r.ruleBetween(p.x, p.y, x, y))
	}
	p.x, p.y = x, y
}

// dot notes a small round or square shape, which may be the bullet of a list.
func (p *path) dot(r *run) {
	shapes := p.curves
	if len(shapes) == 0 && len(p.boxes) == 1 {
		shapes = p.boxes
	}
	if len(shapes) == 0 || len(p.lines) > 2 || len(r.in.dots) >= maxRules {
		return
	}
	box := shapes[0]
	for _, s := range shapes[1:] {
		box = box.around(s)
	}
	w, h := box.x1-box.x0, box.y1-box.y0
	if w >= minDot && w <= maxDot && h >= 0.7*w && h <= 1.4*w {
		r.in.dots = append(r.in.dots, box)
	}
}

func (p *path) line(r *run, x, y float64) {
	s := r.ruleBetween(p.x, p.y, x, y)
	switch {
	case s.x1-s.x0 > maxSloped && s.y1-s.y0 > maxSloped:
		p.sloped = true
	case len(p.lines) < maxRules:
		p.lines = append(p.lines, s)
	}
	p.x, p.y = x, y
}

// fill turns filled boxes that are thin into rules, those drawn with lines too.
func (p *path) fill(r *run) {
	for _, b := range p.boxes {
		if b.x1-b.x0 <= thin || b.y1-b.y0 <= thin {
			r.in.rules = append(r.in.rules, b)
		}
	}
	if len(p.lines) < 3 || len(p.lines) > 8 {
		return
	}
	box := p.lines[0]
	for _, l := range p.lines[1:] {
		box = box.around(l)
	}
	if box.x1-box.x0 <= thin || box.y1-box.y0 <= thin {
		r.in.rules = append(r.in.rules, box)
	}
}

// ruleBetween returns the box of two corners in points from the top left.
func (r *run) ruleBetween(x0, y0, x1, y1 float64) rule {
	ax, ay := r.gs.ctm.apply(x0, y0)
	bx, by := r.gs.ctm.apply(x1, y1)
	return ruleOf([2]float64{ax, ay}, [2]float64{bx, by})
}

// ruleOf returns the box of two corners.
func ruleOf(a, b [2]float64) rule {
	return rule{math.Min(a[0], b[0]), math.Min(a[1], b[1]), math.Max(a[0], b[0]), math.Max(a[1], b[1])}
}

// sides returns the four sides of a stroked box.
func (r rule) sides() []rule {
	if r.x1-r.x0 <= thin || r.y1-r.y0 <= thin {
		return []rule{r}
	}
	return []rule{
		{r.x0, r.y0, r.x1, r.y0}, {r.x0, r.y1, r.x1, r.y1},
		{r.x0, r.y0, r.x0, r.y1}, {r.x1, r.y0, r.x1, r.y1},
	}
}
