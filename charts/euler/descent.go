package euler

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/mat"
)

// leastSquares is a sum of squares to be made small.
type leastSquares interface {
	residuals() int
	// evaluate fills r and its derivatives by the parameters x.
	evaluate(x, r []float64, jacobian *mat.Dense)
}

// exact is a sum of squares, of areas of a whole of 1, that is nothing but
// rounding.
const exact = 1e-24

// descend walks from x to a nearby least sum of squares by the method of
// Levenberg (1944) and Marquardt (1963), in at most the given steps, and
// returns it with the place.
func descend(p leastSquares, x []float64, steps int) ([]float64, float64) {
	n, m := len(x), p.residuals()
	if n == 0 || m == 0 {
		return x, 0
	}
	x = slices.Clone(x)
	next := make([]float64, n)
	r, tried := make([]float64, m), make([]float64, m)
	jacobian, ahead := mat.NewDense(m, n, nil), mat.NewDense(m, n, nil)
	p.evaluate(x, r, jacobian)
	loss, damping, idle := squares(r), 1e-3, 0
	for range steps {
		if loss < exact || damping > 1e12 || idle > 6 {
			break
		}
		if !step(jacobian, r, damping, next) {
			damping *= 4
			continue
		}
		for k := range next {
			next[k] = x[k] - next[k]
		}
		p.evaluate(next, tried, ahead)
		if got := squares(tried); got < loss {
			if idle++; got < loss*(1-1e-5) {
				idle = 0
			}
			x, next, r, tried, jacobian, ahead = next, x, tried, r, ahead, jacobian
			loss, damping = got, max(damping/5, 1e-14)
		} else {
			damping *= 4
		}
	}
	return x, loss
}

// step solves (JᵀJ + damping·D)·d = Jᵀr, where D is the diagonal of JᵀJ, and
// reports whether it could.
func step(jacobian *mat.Dense, r []float64, damping float64, d []float64) bool {
	n := len(d)
	var normal mat.SymDense
	normal.SymOuterK(1, jacobian.T())
	most := 0.0
	for k := range n {
		most = max(most, normal.At(k, k))
	}
	for k := range n {
		normal.SetSym(k, k, normal.At(k, k)*(1+damping)+1e-12*most+1e-300)
	}
	var factor mat.Cholesky
	if !factor.Factorize(&normal) {
		return false
	}
	var right mat.VecDense
	right.MulVec(jacobian.T(), mat.NewVecDense(len(r), r))
	return factor.SolveVecTo(mat.NewVecDense(n, d), &right) == nil
}

func squares(r []float64) (sum float64) {
	for _, v := range r {
		sum += v * v
	}
	if math.IsNaN(sum) {
		return math.Inf(1)
	}
	return sum
}
