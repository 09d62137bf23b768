package pdf

import "math"

// path collects the straight lines and thin boxes of the path being built;
// painting it makes rules of them.
type path struct {
	x, y   float64
	x0, y0 float64 // where the subpath began
	lines  []rule
	boxes  []rule
	curves []rule // boxes around the curves
	sloped bool   // it has lines that are not kept, being neither level nor upright
	clips  bool   // where is painted is narrowed to it
}

const (
	thin      = 2.5 // points: a box no wider is a rule
	maxSloped = 0.5 // points by which a rule may be out of true
	minDot    = 1.2 // points: the sides of a drawn bullet
	maxDot    = 10
)

// do takes in one path operator.
func (p *path) do(r *run, op string) {
	switch op {
	case "m":
		p.x, p.y = r.num(1), r.num(0)
		p.x0, p.y0 = p.x, p.y
	case "l":
		p.line(r, r.num(1), r.num(0))
	case "c", "v", "y":
		p.curve(r, r.num(1), r.num(0))
	case "h":
		p.line(r, p.x0, p.y0)
	case "re":
		x, y, w, h := r.num(3), r.num(2), r.num(1), r.num(0)
		if len(p.boxes) < maxRules {
			p.boxes = append(p.boxes, r.ruleBetween(x, y, x+w, y+h))
		}
	case "f", "F", "f*":
		r.cover(p)
		p.fill(r)
		p.dot(r)
		p.end(r)
	case "W", "W*":
		p.clips = true
	case "S", "s", "B", "B*", "b", "b*":
		if op != "S" && op != "s" {
			r.cover(p)
		}
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
	p.lines, p.boxes, p.curves, p.sloped, p.clips = p.lines[:0], p.boxes[:0], p.curves[:0], false, false
}

// boxed reports whether the path is made of boxes alone.
func (p *path) boxed() bool { return len(p.lines) == 0 && len(p.curves) == 0 && !p.sloped }

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
	return rule{math.Min(ax, bx), math.Min(ay, by), math.Max(ax, bx), math.Max(ay, by)}
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
