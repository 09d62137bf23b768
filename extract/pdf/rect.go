package pdf

import (
	"math"

	"github.com/ledongthuc/pdf"
)

// rect is a box, or a rule: a straight line, or a box as thin as one. Its corners are in
// order. It lies in the space of its page as PDF has it, y upwards, until it is drawn, and
// then in points from the top left corner.
type rect struct{ x0, y0, x1, y1 float64 }

// nowhere is the box around nothing.
var nowhere = rect{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

// In points.
const (
	thin    = 2.5 // a box no wider is a rule
	touch   = 3   // by which the ends of touching rules may miss
	minRule = 6   // a shorter rule is no part of a table or box
)

func (r rect) width() float64  { return r.x1 - r.x0 }
func (r rect) height() float64 { return r.y1 - r.y0 }
func (r rect) size() extent    { return extent{r.width(), r.height()} }
func (r rect) area() float64   { return r.width() * r.height() }

// isPage reports whether a page may be so large.
func (r rect) isPage() bool {
	return r.width() > 1 && r.height() > 1 && r.width() < 1e5 && r.height() < 1e5
}

// vertical reports whether r is higher than wide.
func (r rect) vertical() bool { return r.height() > r.width() }

// isThin reports whether r is a rule.
func (r rect) isThin() bool { return r.width() <= thin || r.height() <= thin }

// grown returns r with its sides moved outwards.
func (r rect) grown(by float64) rect { return rect{r.x0 - by, r.y0 - by, r.x1 + by, r.y1 + by} }

// around returns the box around r and o.
func (r rect) around(o rect) rect {
	return rect{min(r.x0, o.x0), min(r.y0, o.y0), max(r.x1, o.x1), max(r.y1, o.y1)}
}

// aroundAll returns the box around all of rs.
func aroundAll(rs []rect) rect {
	box := nowhere
	for _, r := range rs {
		box = box.around(r)
	}
	return box
}

// within returns the part of r that lies in o, empty where there is none.
func (r rect) within(o rect) rect {
	in := rect{max(r.x0, o.x0), max(r.y0, o.y0), min(r.x1, o.x1), min(r.y1, o.y1)}
	if in.x0 >= in.x1 || in.y0 >= in.y1 {
		return rect{}
	}
	return in
}

// clipped returns the part of r that lies in clip, nil for everywhere.
func (r rect) clipped(clip *rect) rect {
	if clip == nil {
		return r
	}
	return r.within(*clip)
}

// meets reports whether r and o have a part in common.
func (r rect) meets(o rect) bool { return r.within(o) != rect{} }

// touches reports whether r and o meet, or nearly.
func (r rect) touches(o rect) bool {
	return r.x0 <= o.x1+touch && o.x0 <= r.x1+touch && r.y0 <= o.y1+touch && o.y0 <= r.y1+touch
}

// transformed returns the box around r after m.
func transformed(r rect, m matrix) rect {
	out := nowhere
	for _, p := range [...]point{{r.x0, r.y0}, {r.x1, r.y0}, {r.x0, r.y1}, {r.x1, r.y1}} {
		out = out.around(m.point(p).box())
	}
	return out
}

// rectValue reads a rectangle that stands in the file.
func rectValue(v pdf.Value) rect {
	return rectBetween(point{v.Index(0).Float64(), v.Index(1).Float64()}, point{v.Index(2).Float64(), v.Index(3).Float64()})
}

// point is a place, x before y.
type point [2]float64

// box is the box around p alone.
func (p point) box() rect { return rect{p[0], p[1], p[0], p[1]} }

// point returns p after m.
func (m matrix) point(p point) point {
	x, y := m.apply(p[0], p[1])
	return point{x, y}
}

// rectBetween returns the box of two corners.
func rectBetween(a, b point) rect { return a.box().around(b.box()) }

// isSideOf reports whether r is a side of a box, or a part of one.
func (r rect) isSideOf(f rect) bool {
	if r.vertical() {
		along := math.Abs(r.x0-f.x0) <= touch || math.Abs(r.x1-f.x1) <= touch
		return along && r.y0 >= f.y0-touch && r.y1 <= f.y1+touch
	}
	along := math.Abs(r.y0-f.y0) <= touch || math.Abs(r.y1-f.y1) <= touch
	return along && r.x0 >= f.x0-touch && r.x1 <= f.x1+touch
}
