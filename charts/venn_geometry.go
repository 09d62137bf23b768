package charts

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// Proportions of the symmetric diagram, in radii: how far apart the centres
// are, and how far from their common centre when there are three.
const (
	vennDistance = 1.12
	vennSpread   = vennDistance / 1.7320508075688772 // the square root of 3
)

// nameGap parts the name of a set from its total, in sizes of the label.
const nameGap = 0.3

// vennGeometry is where circles and names stand.
type vennGeometry struct {
	centres []vg.Point
	radius  vg.Length
	names   []namePlace
}

// namePlace is where the name of a set stands: its lines from the top down.
type namePlace struct {
	lines  []string
	x, top vg.Length
	anchor anchor
}

// vennWidth is the width of the circles, in radii, and vennHeight their height.
const vennWidth = 2 + vennDistance

func vennHeight(sets int) vg.Length {
	if sets == 2 {
		return 2
	}
	return 2 + 1.5*vennSpread
}

// placeVenn fits circles and names into an area. In a wide area the names of
// the lower circles (or of both) stand beside them, else below (or above).
func placeVenn(s *sheet, names []string, area vg.Rectangle) vennGeometry {
	width, height := area.Max.X-area.Min.X, area.Max.Y-area.Min.Y
	const spanX = vennWidth
	spanY := vennHeight(len(names))
	gap := 0.8 * s.scale.label
	wide := width > 1.45*height*spanX/3.1
	sideWidth := (width - spanX*height/spanY) / 2
	sideWidth = max(min(sideWidth, 0.30*width), 0.22*width) - gap

	var above, below vg.Length // heights taken by names
	places := make([]namePlace, len(names))
	for i, name := range names {
		p := &places[i]
		switch {
		case i == 0 && len(names) == 3:
			*p = s.namePlace(name, 0.7*width, 3, middle)
			above = s.nameHeight(*p) + gap
		case wide:
			*p = s.namePlace(name, sideWidth, 6, end)
		default:
			*p = s.namePlace(name, width/2-gap, 4, start)
			below = max(below, s.nameHeight(*p)+gap)
		}
	}
	if len(names) == 2 {
		above, below = below, 0
	}
	room := width
	if wide {
		room -= 2 * (sideWidth + gap)
	}
	g := vennGeometry{radius: min(room/spanX, (height-above-below)/spanY), names: places}
	mid := vg.Point{X: (area.Min.X + area.Max.X) / 2, Y: (area.Min.Y + below + area.Max.Y - above) / 2}
	g.placeCircles(mid, len(names))
	g.placeNames(s, area, wide, gap)
	return g
}

// placeCircles centres the circles on mid.
func (g *vennGeometry) placeCircles(mid vg.Point, sets int) {
	r := g.radius
	if sets == 2 {
		half := r * vennDistance / 2
		g.centres = []vg.Point{{X: mid.X - half, Y: mid.Y}, {X: mid.X + half, Y: mid.Y}}
		return
	}
	spread := r * vennSpread
	mid.Y -= spread / 4 // the three reach 1 + spread up and 1 + spread/2 down
	for _, degrees := range []float64{90, 210, 330} {
		sin, cos := math.Sincos(degrees * math.Pi / 180)
		g.centres = append(g.centres, vg.Point{X: mid.X + spread*vg.Length(cos), Y: mid.Y + spread*vg.Length(sin)})
	}
}

// placeNames gives every name its position around the circles.
func (g *vennGeometry) placeNames(s *sheet, area vg.Rectangle, wide bool, gap vg.Length) {
	first := 0
	if len(g.names) == 3 {
		top := g.centres[0]
		g.names[0].x, g.names[0].top = top.X, top.Y+g.radius+gap+s.nameHeight(g.names[0])
		first = 1
	}
	left, right := &g.names[first], &g.names[first+1]
	l, r := g.centres[first], g.centres[first+1]
	switch {
	case wide:
		left.x, left.anchor = l.X-g.radius-gap, end
		right.x, right.anchor = r.X+g.radius+gap, start
		left.top, right.top = l.Y+s.nameHeight(*left)/2, r.Y+s.nameHeight(*right)/2
	case first == 0: // two circles, names above
		left.x, right.x, right.anchor = area.Min.X, area.Max.X, end
		left.top = l.Y + g.radius + gap + s.nameHeight(*left)
		right.top = r.Y + g.radius + gap + s.nameHeight(*right)
	default:
		left.x, right.x, right.anchor = area.Min.X, area.Max.X, end
		left.top, right.top = l.Y-g.radius-gap, l.Y-g.radius-gap
	}
}

func (s *sheet) namePlace(name string, width vg.Length, limit int, a anchor) namePlace {
	lines, _ := balance(s.faces.strong(s.scale.label), name, width, limit)
	return namePlace{lines: lines, anchor: a}
}

// nameHeight is the height of a name with its total.
func (s *sheet) nameHeight(p namePlace) vg.Length {
	return blockHeight(len(p.lines), s.scale.label) + nameGap*s.scale.label + blockHeight(1, s.scale.label)
}

// leastRoom is how far the point of the smallest region is from all circles.
func (g vennGeometry) leastRoom() vg.Length {
	least := g.radius
	for mask := 1; mask < 1<<len(g.centres); mask++ {
		least = min(least, g.clearance(g.region(mask), mask))
	}
	return least
}

// region is the point of a region that is farthest from all circles. By symmetry it
// lies on the line through the common centre and the region's own direction, where
// it is found by bisection.
func (g vennGeometry) region(mask int) vg.Point {
	var mid, toward vg.Point
	in := 0
	for i, c := range g.centres {
		mid = mid.Add(c)
		if mask>>i&1 == 1 {
			toward = toward.Add(c)
			in++
		}
	}
	mid = mid.Scale(1 / vg.Length(len(g.centres)))
	if in == len(g.centres) {
		return mid
	}
	direction := toward.Scale(1 / vg.Length(in)).Sub(mid)
	direction = direction.Scale(1 / distance(direction, vg.Point{}))
	near, far := vg.Length(0), 3*g.radius
	for range 40 {
		t := (near + far) / 2
		p := mid.Add(direction.Scale(t))
		if g.outside(p, mask) < g.inside(p, mask) {
			near = t
		} else {
			far = t
		}
	}
	return mid.Add(direction.Scale(near))
}

// inside is how far p is within the nearest edge of the sets in mask.
func (g vennGeometry) inside(p vg.Point, mask int) vg.Length {
	least := vg.Length(math.Inf(1))
	for i, c := range g.centres {
		if mask>>i&1 == 1 {
			least = min(least, g.radius-distance(p, c))
		}
	}
	return least
}

// outside is how far p is from the nearest of the sets not in mask.
func (g vennGeometry) outside(p vg.Point, mask int) vg.Length {
	least := vg.Length(math.Inf(1))
	for i, c := range g.centres {
		if mask>>i&1 == 0 {
			least = min(least, distance(p, c)-g.radius)
		}
	}
	return least
}

func (g vennGeometry) clearance(p vg.Point, mask int) vg.Length {
	return min(g.inside(p, mask), g.outside(p, mask))
}

// bodyHeight is how much height the diagram wants: in a column so much that the circles
// are as wide as it.
func (v vennChart) bodyHeight() vg.Length {
	width, _ := v.style.dimensions()
	circles := width * vennHeight(len(v.names)) / vennWidth
	switch {
	case v.style.Size == Column && len(v.names) == 3:
		return circles + 27*vg.Millimeter // for names above and below, and the reviews outside
	case v.style.Size == Column:
		return circles + 20*vg.Millimeter
	case len(v.names) == 2:
		return 78 * vg.Millimeter
	}
	return 105 * vg.Millimeter
}
