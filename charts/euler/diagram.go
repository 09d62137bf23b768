package euler

import "math"

// Diagram is one ellipse for each set, and how well they fit.
type Diagram struct {
	Ellipses []Ellipse // by set; identical sets have the same, empty sets none
	Areas    []float64 // by region, in the unit of the counts
	// DiagError is the greatest difference, over all regions, between the
	// share of the area and the share of the count (Micallef and Rodgers 2014).
	DiagError float64
	// Stress is the sum of squared errors over the sum of squared areas, at the
	// scale that makes it least (Wilkinson 2012): 0 is exact, 1 is no relation.
	Stress   float64
	Missing  []int // regions with a count that are drawn at less than half their area
	Spurious []int // regions without a count that can be seen
	Torn     []int // regions with a count that are drawn in several pieces
}

// spuriousShare is the share of the whole area above which a region that
// should not be there can be seen.
const spuriousShare = 1e-3

// judge measures the areas and compares them with the counts.
func (d *Diagram) judge(counts []float64, total float64) {
	d.Areas = Areas(d.Ellipses)
	d.Torn = torn(d.Ellipses, counts)
	area, least := 0.0, math.Inf(1)
	var product, ofCounts, ofAreas float64
	for mask := 1; mask < len(counts); mask++ {
		a, c := d.Areas[mask], counts[mask]
		if c > 0 {
			least = min(least, c)
		}
		area, product, ofCounts, ofAreas = area+a, product+a*c, ofCounts+c*c, ofAreas+a*a
	}
	scale := product / ofCounts
	for mask := 1; mask < len(counts); mask++ {
		a, c := d.Areas[mask], counts[mask]
		d.Stress += (a - scale*c) * (a - scale*c) / ofAreas
		d.DiagError = max(d.DiagError, math.Abs(a/area-c/total))
		switch {
		case c > 0 && a < c/2:
			d.Missing = append(d.Missing, mask)
		case c == 0 && a > min(spuriousShare*area, least/2):
			d.Spurious = append(d.Spurious, mask)
		}
	}
}
