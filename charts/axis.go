package charts

import (
	"fmt"
	"math"

	"gonum.org/v1/plot/vg"
)

// drawPercentAxis draws a grid from 0 to most, a proportion, and its percentages
// above the rows.
func (s *sheet) drawPercentAxis(p rowPlan, most float64) {
	const steps = 4
	every := 1 // of how many lines one is named
	for every < steps && vg.Length(every)/steps*(p.plot.Max.X-p.plot.Min.X) < 1.2*s.measure("100%", s.note()) {
		every *= 2
	}
	for k := range steps + 1 {
		x := p.plot.Min.X + vg.Length(k)/steps*(p.plot.Max.X-p.plot.Min.X)
		l := line{width: 0.5, color: rule}
		if k == 0 {
			l = line{width: 0.9, color: outline}
		}
		s.stroke(p.gridLine(x), l)
		if k%every != 0 {
			continue
		}
		a := middle
		if p.above && k == 0 {
			a = start
		} else if p.above && k == steps {
			a = end
		}
		tick := fmt.Sprintf("%g%%", math.Round(1000*most*float64(k)/steps)/10)
		s.write(tick, vg.Point{X: x, Y: p.plot.Max.Y + 0.6*s.scale.small}, a, s.note())
	}
}
