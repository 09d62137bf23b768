package euler

import (
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"
)

// lens is the area two circles share whose centres are d apart, not in one place.
func lens(r, s, d float64) float64 {
	part := func(r, s float64) float64 {
		x := (d*d + r*r - s*s) / (2 * d) // from the centre to the common chord, which lies beyond where there is none
		return r*r*math.Acos(max(-1, min(1, x/r))) - x*math.Sqrt(max(0, r*r-x*x))
	}
	return part(r, s) + part(s, r)
}

// distanceFor is how far apart the centres of two circles are that share the
// given area.
func distanceFor(r, s, shared float64) float64 {
	low, high := math.Abs(r-s), r+s
	for range 60 {
		d := (low + high) / 2
		if lens(r, s, d) > shared {
			low = d
		} else {
			high = d
		}
	}
	return (low + high) / 2
}

// bond is what holds two circles together or apart.
type bond struct {
	i, j     int
	distance float64
	kind     bondKind
}

type bondKind int

const (
	overlapping bondKind = iota // the distance is wanted
	apart                       // at least the distance
	nested                      // at most the distance
)

// scaling is the placing of circles by their bonds: x holds the centres.
type scaling struct{ bonds []bond }

// bondsOf gives the bonds of circles with the areas that the sets have. What
// need not touch is kept a little from touching.
func bondsOf(targets []float64, radii []float64) scaling {
	var s scaling
	for i := range radii {
		for j := range i {
			shared := 0.0
			for mask, t := range targets {
				if mask>>i&1 == 1 && mask>>j&1 == 1 {
					shared += t
				}
			}
			least := math.Pi * math.Pow(min(radii[i], radii[j]), 2)
			b := bond{i, j, distanceFor(radii[i], radii[j], shared), overlapping}
			switch {
			case shared <= 0:
				b.kind, b.distance = apart, 1.06*(radii[i]+radii[j])
			case shared > least*(1-1e-9):
				b.kind, b.distance = nested, 0.8*math.Abs(radii[i]-radii[j])
			}
			s.bonds = append(s.bonds, b)
		}
	}
	return s
}

func (s scaling) residuals() int { return len(s.bonds) }

func (s scaling) evaluate(x, r []float64, jacobian *mat.Dense) {
	jacobian.Zero()
	for k, b := range s.bonds {
		dx, dy := x[2*b.i]-x[2*b.j], x[2*b.i+1]-x[2*b.j+1]
		r[k] = dx*dx + dy*dy - b.distance*b.distance
		if b.kind == apart && r[k] > 0 || b.kind == nested && r[k] < 0 {
			r[k] = 0
			continue
		}
		jacobian.Set(k, 2*b.i, 2*dx)
		jacobian.Set(k, 2*b.j, -2*dx)
		jacobian.Set(k, 2*b.i+1, 2*dy)
		jacobian.Set(k, 2*b.j+1, -2*dy)
	}
}

// place gives the centres of circles: the best of some descents from random
// places.
func (s scaling) place(random *rand.Rand, radii []float64, descents int) (centres []float64) {
	least := math.Inf(1)
	for range descents {
		x := make([]float64, 2*len(radii))
		for k := range x {
			x[k] = random.Float64()
		}
		if got, loss := descend(s, x, 60); loss < least {
			centres, least = got, loss
		}
		if least < exact {
			break
		}
	}
	return centres
}
