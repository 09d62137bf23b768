package euler

import (
	"math"
	"slices"
)

// arrange turns ellipses so that equal fits look equal, and moves those that
// have nothing to do with each other side by side.
func arrange(shapes []Ellipse) []Ellipse {
	shapes = slices.Clone(shapes)
	var left float64
	clusters := clustersOf(shapes)
	for k, cluster := range clusters {
		part := make([]Ellipse, len(cluster))
		for i, set := range cluster {
			part[i] = shapes[set]
		}
		orient(part)
		x0, y0, x1, y1 := Bounds(part)
		if k > 0 {
			left += 0.08 * math.Sqrt(1/math.Pi)
		}
		for i, set := range cluster {
			e := part[i]
			e.X, e.Y = e.X-x0+left, e.Y-(y0+y1)/2
			shapes[set] = e.normal()
		}
		left += x1 - x0
	}
	return shapes
}

// clustersOf parts shapes into those that overlap, directly or through others;
// each cluster in order, the first being that of the first shape.
func clustersOf(shapes []Ellipse) (clusters [][]int) {
	owner := make([]int, len(shapes))
	for i := range owner {
		owner[i] = i
	}
	for i := range shapes {
		for j := range i {
			if Areas([]Ellipse{shapes[i], shapes[j]})[3] <= 1e-9 {
				continue
			}
			from, to := max(owner[i], owner[j]), min(owner[i], owner[j])
			for k := range owner {
				if owner[k] == from {
					owner[k] = to
				}
			}
		}
	}
	for i := range shapes {
		var cluster []int
		for k, o := range owner {
			if o == i {
				cluster = append(cluster, k)
			}
		}
		if cluster != nil {
			clusters = append(clusters, cluster)
		}
	}
	return clusters
}

// orient turns two shapes so that the second is to the right of the first, and
// more so that the first is at the top and the second to the left of the third.
func orient(shapes []Ellipse) {
	if len(shapes) == 1 {
		shapes[0] = shapes[0].turned(-shapes[0].normal().Phi)
		return
	}
	var x, y float64
	for _, e := range shapes {
		x, y = x+e.X/float64(len(shapes)), y+e.Y/float64(len(shapes))
	}
	wanted := math.Pi / 2
	if len(shapes) == 2 {
		wanted = math.Pi
	}
	first := shapes[0]
	angle := 0.0
	if math.Hypot(first.X-x, first.Y-y) > 1e-6*first.A {
		angle = wanted - math.Atan2(first.Y-y, first.X-x)
	}
	for i, e := range shapes {
		e.X, e.Y = e.X-x, e.Y-y
		shapes[i] = e.turned(angle)
	}
	if len(shapes) > 2 && shapes[1].X > shapes[2].X {
		for i, e := range shapes {
			shapes[i] = e.mirrored()
		}
	}
}
