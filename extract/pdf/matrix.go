package pdf

import "math"

// matrix maps (x, y) to (a*x+c*y+e, b*x+d*y+f), its fields in the order a to f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// mul returns the matrix that applies m first and n then.
func (m matrix) mul(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2],
		m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2],
		m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4],
		m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// sound reports whether every field is a number that layout can reckon with.
func (m matrix) sound() bool {
	for _, x := range m {
		if math.IsNaN(x) || math.Abs(x) > 1e7 {
			return false
		}
	}
	return true
}

// matrixOf reads six operands.
func matrixOf(args []token) (matrix, bool) {
	if len(args) < 6 {
		return identity, false
	}
	var m matrix
	for i, a := range args[len(args)-6:] {
		m[i] = a.num
	}
	return m, m.sound()
}

// length is that of a vector, which nearly always lies along an axis.
func length(x, y float64) float64 {
	switch {
	case x == 0:
		return math.Abs(y)
	case y == 0:
		return math.Abs(x)
	}
	return math.Hypot(x, y)
}

// rect is a rectangle as PDF writes it, its corners in order.
type rect struct{ x0, y0, x1, y1 float64 }

func (r rect) width() float64  { return r.x1 - r.x0 }
func (r rect) height() float64 { return r.y1 - r.y0 }

// ordered returns r with its corners in order.
func (r rect) ordered() rect {
	if r.x0 > r.x1 {
		r.x0, r.x1 = r.x1, r.x0
	}
	if r.y0 > r.y1 {
		r.y0, r.y1 = r.y1, r.y0
	}
	return r
}

// pageMatrix maps the coordinates of a page whose visible part is box and which
// is shown turned clockwise by rotate degrees to points from the top left corner.
func pageMatrix(box rect, rotate int) matrix {
	switch rotate {
	case 90:
		return matrix{0, 1, 1, 0, -box.y0, -box.x0}
	case 180:
		return matrix{-1, 0, 0, 1, box.x1, -box.y0}
	case 270:
		return matrix{0, -1, -1, 0, box.y1, box.x1}
	}
	return matrix{1, 0, 0, -1, -box.x0, box.y1}
}
