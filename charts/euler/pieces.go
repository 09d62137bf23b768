package euler

import (
	"math"
	"slices"
)

// seenPiece is the least share of a region's area at which a piece of it is
// seen as one.
const seenPiece = 0.02

// torn are the regions with a count that fall into pieces: whose boundary goes
// round more than once, leaving out what goes round a hole.
func torn(shapes []Ellipse, counts []float64) (masks []int) {
	edges := make([][]edge, len(counts))
	size := math.Sqrt(largest(shapes))
	eachArc(shapes, func(a arc) {
		e := shapes[a.ellipse]
		var from, to point
		from.x, from.y = e.At(a.from)
		to.x, to.y = e.At(a.to)
		area := a.green(e)
		edges[a.inside()] = append(edges[a.inside()], edge{from, to, area})
		edges[a.outside] = append(edges[a.outside], edge{to, from, -area})
	})
	for mask := 1; mask < len(counts); mask++ {
		if counts[mask] > 0 && pieces(edges[mask], 1e-6*size) > 1 {
			masks = append(masks, mask)
		}
	}
	return masks
}

type point struct{ x, y float64 }

// edge is an arc on the boundary of a region, walked with the region on its
// left, and its part of the area.
type edge struct {
	from, to point
	area     float64
}

// pieces counts the rounds in which edges enclose a part of the region that can
// be seen. Ends no farther apart than the tolerance are the same. The edges are used up.
func pieces(edges []edge, tolerance float64) (n int) {
	whole := 0.0
	for _, e := range edges {
		whole += e.area
	}
	for len(edges) > 0 {
		first := edges[0]
		area, end := first.area, first.to
		edges = edges[1:]
		for end.distance(first.from) > tolerance {
			next := nearestStart(edges, end)
			if next < 0 {
				break
			}
			area, end = area+edges[next].area, edges[next].to
			edges = slices.Delete(edges, next, next+1)
		}
		if area > seenPiece*whole {
			n++
		}
	}
	return n
}

func (p point) distance(q point) float64 { return math.Hypot(p.x-q.x, p.y-q.y) }

// nearestStart is the edge that starts nearest to a point, or -1.
func nearestStart(edges []edge, p point) (best int) {
	best = -1
	for k, e := range edges {
		if best < 0 || p.distance(e.from) < p.distance(edges[best].from) {
			best = k
		}
	}
	return best
}

// largest is the largest area of an ellipse.
func largest(shapes []Ellipse) (area float64) {
	for _, e := range shapes {
		area = max(area, e.Area())
	}
	return area
}
