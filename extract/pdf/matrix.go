package pdf

import (
	"math"

	"github.com/ledongthuc/pdf"
)

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

// matrixValue reads a matrix that stands in the file.
func matrixValue(v pdf.Value) matrix {
	var m matrix
	for i := range m {
		m[i] = v.Index(i).Float64()
	}
	return m
}

// upright reports whether m leaves the sides of a box parallel to those of the page.
func (m matrix) upright() bool { return m[1] == 0 && m[2] == 0 || m[0] == 0 && m[3] == 0 }

// area is that of the unit square after m.
func (m matrix) area() float64 { return math.Abs(m[0]*m[3] - m[1]*m[2]) }

// pageSpace returns the size of a page whose visible part is box and which is shown
// turned clockwise by so many degrees, and what maps its coordinates to points from the top
// left corner.
func pageSpace(box rect, degrees int) (matrix, extent) {
	size := box.size()
	switch (degrees%360 + 360) % 360 {
	case 90:
		return matrix{0, 1, 1, 0, -box.y0, -box.x0}, extent{size.height, size.width}
	case 180:
		return matrix{-1, 0, 0, 1, box.x1, -box.y0}, size
	case 270:
		return matrix{0, -1, -1, 0, box.y1, box.x1}, extent{size.height, size.width}
	}
	return matrix{1, 0, 0, -1, -box.x0, box.y1}, size
}
