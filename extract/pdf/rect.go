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

const thin = 2.5 // points: a box no wider is a rule

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

// level reports whether r is a rule from left to right.
func (r rect) level() bool { return !r.vertical() && r.height() <= thin }

// grown returns r with its sides moved outwards.
func (r rect) grown(by float64) rect { return rect{r.x0 - by, r.y0 - by, r.x1 + by, r.y1 + by} }

// around returns the box around r and o.
func (r rect) around(o rect) rect {
	return rect{math.Min(r.x0, o.x0), math.Min(r.y0, o.y0), math.Max(r.x1, o.x1), math.Max(r.y1, o.y1)}
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
	in := rect{math.Max(r.x0, o.x0), math.Max(r.y0, o.y0), math.Min(r.x1, o.x1), math.Min(r.y1, o.y1)}
	if in.x0 >= in.x1 || in.y0 >= in.y1 {
		return rect{}
	}
	return in
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
