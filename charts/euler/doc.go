// Package euler fits area-proportional set diagrams: one ellipse for each set,
// placed so that the area of every region is as near as possible to the number
// of elements in exactly those sets.
//
// Areas are exact. Each ellipse is cut where it meets the others, and Green's
// theorem turns every arc into a part of the area of the region on its left
// and of the region on its right; the derivatives by centre, axes and angle
// come from the same arcs. So one pass over the arcs gives all regions and
// their gradients, with no grid and no polygon.
//
// [Fit] starts from circles whose pairwise distances give the pairwise
// overlaps, placed by multidimensional scaling in which sets that are apart or
// nested only keep a bound (the method of Fredrickson's venn.js, 2013), then
// minimises the squared error of all regions by Levenberg and Marquardt from
// several starts. Ellipses grow out of circles and stay as round as the counts
// allow.
//
// # Promises
//
// The result depends on the counts alone: the starts come from a fixed seed,
// and their number and that of the steps are bounded. Identical sets share one
// ellipse, an empty set has none. A diagram says how wrong it is
// ([Diagram.DiagError], [Diagram.Stress]) and which regions it lacks or has too
// many or in pieces ([Diagram.Missing], [Diagram.Spurious], [Diagram.Torn]);
// whether to show it is for the caller to decide. Orientation is normalised, so
// that the same overlaps look the same.
//
// # Units
//
// Regions are numbered by a bit for each set: 1 is the first set alone, 2 the
// second alone, 3 both, and so on. Areas are in the unit of the counts: a
// region of 4 has the area 4. Angles are in radians, anticlockwise from the
// x axis; y points up.
package euler
