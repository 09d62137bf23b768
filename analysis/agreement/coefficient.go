package agreement

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Coefficient is one measure of agreement with its 95% interval. Value has no
// meaning unless Defined; Reason then says why. Low and High have none where
// Interval is empty.
type Coefficient struct {
	Value     float64
	Defined   bool
	Reason    string
	SE        float64 // standard error, where it is computed
	NullSE    float64 // the same were there no agreement beyond chance: Value/NullSE is z
	Low, High float64
	Interval  Method
}

// Method is how an interval was made.
type Method string

// The methods.
const (
	Normal    Method = "normal"    // value ± 1.96 standard errors
	StudentT  Method = "t"         // value ± t standard errors, units-1 degrees of freedom
	Score     Method = "wilson"    // of a proportion
	Resampled Method = "bootstrap" // reviews drawn again
)

// least and most are the ends of the scale. Below the least, which two coders
// reach who never agree, lies only the kappa of Fleiss of units that, but for a
// few, were judged once.
const least, most = -1, 1

func undefined(reason string) Coefficient { return Coefficient{Reason: reason} }

// within sets the interval to value ± times standard errors, cut at the ends of
// the scale. Agreement without an exception has a standard error of 0 and tells
// nothing of how many exceptions there would be among other units, so it gets none.
func (c Coefficient) within(times float64, method Method) Coefficient {
	if !(c.SE > 0) || math.IsInf(times, 0) {
		return c
	}
	c.Low, c.High, c.Interval = c.Value-times*c.SE, math.Min(most, c.Value+times*c.SE), method
	if c.Value >= least {
		c.Low = math.Max(least, c.Low)
	}
	return c
}

// studentT returns how many standard errors the interval reaches to either side
// with a number of units.
func studentT(units float64) float64 {
	if units < 2 {
		return math.Inf(1)
	}
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: units - 1}.Quantile(0.975)
}

// plain is a coefficient without an interval.
func plain(value float64, reason string) Coefficient {
	if reason != "" {
		return undefined(reason)
	}
	return Coefficient{Value: value, Defined: true}
}
