package charts

import (
	"math"
	"math/bits"

	"gonum.org/v1/plot/vg"
)

// board is an area in which texts and leaders find a free place.
type board struct {
	frame   vg.Rectangle
	shapes  ovals // that texts must not touch
	boxes   []vg.Rectangle
	leaders []leader
	gap     vg.Length // kept around everything
}

// callout is where a text stands outside the shapes, with its leader.
type callout struct {
	box    vg.Rectangle
	target vg.Point
	led    bool // a leader is needed
	leader leader
	cost   vg.Length
}

// free says whether a text may stand in a rectangle of the frame.
func (b *board) free(r vg.Rectangle) bool {
	wide := grown(r, b.gap)
	for _, other := range b.boxes {
		if touch(wide, other) {
			return false
		}
	}
	for _, l := range b.leaders {
		if l.touches(wide) {
			return false
		}
	}
	return b.shapes.within(wide, 0)
}

// clear says whether a leader may be drawn.
func (b *board) clear(l leader) bool {
	for _, other := range b.boxes {
		if l.touches(grown(other, b.gap/2)) {
			return false
		}
	}
	for _, other := range b.leaders {
		if l.crosses(other) {
			return false
		}
	}
	return true
}

// take keeps the place of a callout and the end of its leader.
func (b *board) take(c callout) {
	b.boxes = append(b.boxes, c.box)
	if c.led {
		b.leaders = append(b.leaders, c.leader)
		b.boxes = append(b.boxes, around(c.target, b.gap, b.gap))
	}
}

func grown(r vg.Rectangle, by vg.Length) vg.Rectangle {
	return box(r.Min.X-by, r.Min.Y-by, r.Max.X+by, r.Max.Y+by)
}

// nearest is the point of a rectangle that is nearest to p.
func nearest(r vg.Rectangle, p vg.Point) vg.Point {
	return vg.Point{X: max(r.Min.X, min(r.Max.X, p.X)), Y: max(r.Min.Y, min(r.Max.Y, p.Y))}
}

// leading says when a leader is drawn.
type leading int

const (
	ifFar leading = iota
	always
	never
)

// wish is what a text wants of its place.
type wish struct {
	width, height vg.Length
	targets       []vg.Point // to be near to one of them
	away          vg.Point   // the direction it wants to be in from the first target's side, or zero
	from          vg.Point   // where that direction starts
	near          vg.Length  // no leader is needed up to this distance
	lead          leading
}

// bounds is the least rectangle around the targets.
func (w wish) bounds() (r vg.Rectangle) {
	for i, p := range w.targets {
		if i == 0 {
			r = vg.Rectangle{Min: p, Max: p}
		}
		r = box(min(r.Min.X, p.X), min(r.Min.Y, p.Y), max(r.Max.X, p.X), max(r.Max.Y, p.Y))
	}
	return r
}

// apart is the distance between two rectangles.
func apart(a, b vg.Rectangle) vg.Length {
	return distance(vg.Point{}, vg.Point{
		X: max(0, a.Min.X-b.Max.X, b.Min.X-a.Max.X),
		Y: max(0, a.Min.Y-b.Max.Y, b.Min.Y-a.Max.Y),
	})
}

// find is the cheapest free place for a text, on a grid over the frame.
func (b *board) find(w wish) (best callout, ok bool) {
	best.cost = vg.Length(math.Inf(1))
	step := b.gap * 1.6
	goal := w.bounds()
	for x := b.frame.Min.X; x+w.width <= b.frame.Max.X; x += step {
		for y := b.frame.Min.Y; y+w.height <= b.frame.Max.Y; y += step {
			r := box(x, y, x+w.width, y+w.height)
			if apart(r, goal) >= best.cost || !b.free(r) {
				continue
			}
			if c, fits := b.try(w, r, best.cost); fits {
				best, ok = c, true
			}
		}
	}
	return best, ok
}

// try weighs one place: the length of the leader, what it crosses, and how far
// off the wanted direction the text is.
func (b *board) try(w wish, r vg.Rectangle, below vg.Length) (c callout, ok bool) {
	c.box = r
	gap := vg.Length(math.Inf(1))
	for _, p := range w.targets {
		if d := distance(nearest(r, p), p); d < gap {
			gap, c.target = d, p
		}
	}
	c.cost = gap
	if w.away != (vg.Point{}) {
		off := vg.Point{X: (r.Min.X + r.Max.X) / 2, Y: (r.Min.Y + r.Max.Y) / 2}.Sub(w.from)
		c.cost += 0.12 * vg.Length(math.Abs(float64(off.X*w.away.Y-off.Y*w.away.X)))
	}
	if c.led = w.lead == always || w.lead == ifFar && gap > w.near; !c.led {
		return c, c.cost < below
	}
	least := bits.OnesCount(uint(b.shapes.region(c.target)))
	if c.cost += w.near * vg.Length(2+8*least); c.cost >= below {
		return c, false
	}
	c.leader = leader{nearest(grown(r, b.gap/3), c.target), c.target}
	c.cost += 8 * w.near * vg.Length(b.crossings(c.leader)-least)
	return c, c.cost < below && b.clear(c.leader)
}

// crossings counts the outlines that a leader crosses on its way.
func (b *board) crossings(l leader) (n int) {
	const samples = 16
	before := b.shapes.region(l.From)
	for k := 1; k <= samples; k++ {
		p := l.From.Add(l.To.Sub(l.From).Scale(vg.Length(k) / samples))
		if in := b.shapes.region(p); in != before {
			n += bits.OnesCount(uint(before ^ in))
			before = in
		}
	}
	return n
}
