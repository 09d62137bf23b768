package euler

import "math"

// wave is a trigonometric polynomial of degree two:
// k0 + k1 cos t + k2 sin t + k3 cos 2t + k4 sin 2t.
type wave [5]float64

// meeting is the wave whose sign says where the outline of e is inside o
// (negative) or outside: the squared distance from the centre of o, in the
// frame in which o is the unit circle, less one.
func meeting(e, o Ellipse) wave {
	px, py := o.Unit(e.X, e.Y)
	s, c := math.Sincos(e.Phi)
	qx, qy := o.Unit(o.X+e.A*c, o.Y+e.A*s)
	rx, ry := o.Unit(o.X-e.B*s, o.Y+e.B*c)
	q, r := qx*qx+qy*qy, rx*rx+ry*ry
	return wave{
		px*px + py*py - 1 + (q+r)/2,
		2 * (px*qx + py*qy),
		2 * (px*rx + py*ry),
		(q - r) / 2,
		qx*rx + qy*ry,
	}
}

// flat says whether two outlines are the same but for rounding.
func (w wave) flat() bool {
	for _, k := range w {
		if math.Abs(k) > 1e-12 {
			return false
		}
	}
	return true
}

func (w wave) at(t float64) float64 {
	s, c := math.Sincos(t)
	return w[0] + w[1]*c + w[2]*s + w[3]*(2*c*c-1) + w[4]*2*s*c
}

// slope is the derivative.
func (w wave) slope() wave { return wave{0, w[2], -w[1], 2 * w[4], -2 * w[3]} }

// Samples taken to part the roots: a wave has at most four, and as many
// extremes.
const waveSamples = 48

// roots adds the zeros, from 0 up to 2 pi, to ts. Two zeros between samples show
// as an extreme on the other side of zero.
func (w wave) roots(ts []float64) []float64 {
	const step = 2 * math.Pi / waveSamples
	var values [waveSamples]float64
	for k := range values {
		values[k] = w.at(float64(k) * step)
	}
	slope := w.slope()
	for k, v := range values {
		t := float64(k) * step
		before, after := values[(k+waveSamples-1)%waveSamples], values[(k+1)%waveSamples]
		switch {
		case (v < 0) != (after < 0):
			ts = append(ts, turn(w.root(slope, t, t+step)))
		case (v < 0) == (before < 0) && math.Abs(v) <= math.Abs(before) && math.Abs(v) < math.Abs(after):
			extreme := slope.root(slope.slope(), t-step, t+step)
			if (w.at(extreme) < 0) != (v < 0) {
				ts = append(ts, turn(w.root(slope, t-step, extreme)), turn(w.root(slope, extreme, t+step)))
			}
		}
	}
	return ts
}

// turn brings a parameter less than a turn away to 0 up to 2 pi.
func turn(t float64) float64 {
	switch {
	case t < 0:
		return t + 2*math.Pi
	case t >= 2*math.Pi:
		return t - 2*math.Pi
	}
	return t
}

// root is a zero between two places where the signs differ, by Newton's method
// kept between shrinking bounds.
func (w wave) root(slope wave, low, high float64) float64 {
	negative := w.at(low) < 0
	t := (low + high) / 2
	for range 60 {
		v := w.at(t)
		if v == 0 {
			return t
		}
		if (v < 0) == negative {
			low = t
		} else {
			high = t
		}
		next := t - v/slope.at(t)
		if !(next > low && next < high) {
			next = (low + high) / 2
		}
		if math.Abs(next-t) < 1e-15*(1+math.Abs(t)) {
			return next
		}
		t = next
	}
	return t
}
