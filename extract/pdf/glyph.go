package pdf

import "math"

// direction is the way a line of text runs on the page, in quarter turns
// clockwise from left to right; text at any other angle is slanted.
type direction uint8

const (
	rightward direction = iota
	downward
	leftward
	upward
	slanted
)

// directionOf returns the direction of the vector (dx, dy), y pointing down.
func directionOf(dx, dy float64) direction {
	const slope = 0.02
	switch {
	case math.Abs(dy) <= slope*math.Abs(dx) && dx > 0:
		return rightward
	case math.Abs(dy) <= slope*math.Abs(dx):
		return leftward
	case math.Abs(dx) <= slope*math.Abs(dy) && dy > 0:
		return downward
	case math.Abs(dx) <= slope*math.Abs(dy):
		return upward
	}
	return slanted
}

// turn maps a point of a page of the given size to where it lies when the page
// is turned so that text of direction d runs from left to right.
func (d direction) turn(size extent, x, y float64) (u, v float64) {
	switch d {
	case downward:
		return y, size.width - x
	case leftward:
		return size.width - x, size.height - y
	case upward:
		return size.height - y, x
	}
	return x, y
}

// turnRect maps a box as [direction.turn] maps a point.
func (d direction) turnRect(size extent, r rect) rect {
	ax, ay := d.turn(size, r.x0, r.y0)
	bx, by := d.turn(size, r.x1, r.y1)
	return rectBetween(point{ax, ay}, point{bx, by})
}

// turned returns the size of a page after [direction.turn].
func (d direction) turned(size extent) extent {
	if d == downward || d == upward {
		return extent{size.height, size.width}
	}
	return size
}

// back is the direction that undoes d.
func (d direction) back() direction {
	switch d {
	case downward:
		return upward
	case upward:
		return downward
	}
	return d
}

// onPage maps a box that [direction.turnRect] made back to where it lies on the page.
func (d direction) onPage(page extent, r rect) rect {
	return d.back().turnRect(d.turned(page), r)
}

// extent is the width and height of a page in points.
type extent struct{ width, height float64 }

// glyph is one character where it stands. Left, right and base are along and
// across its direction.
type glyph struct {
	text     string
	left     float64
	right    float64 // without the spacing that follows
	next     float64 // where the pen stands after it
	base     float64
	size     float64
	font     *font
	colour   uint32
	dir      direction
	artifact bool // marked by the producer as a running header or footer
	hidden   concealment
	white    bool // painted as paper is, and not outlined
}

func (g *glyph) blank() bool { return g.text == " " || g.text == "\u00a0" || g.text == "\t" }
