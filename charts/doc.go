// Package charts draws counts of reviews as figures fit for print: Venn and
// Euler diagrams, bars, pictorial charts, UpSet plots, co-occurrence tables,
// small multiples by year, two groups side by side and the whole table of
// themes and reviews as a picture.
//
// Each constructor ([Venn], [VennRanges], [Euler], [Bars], [Pictorial],
// [UpSet], [Cooccurrence], [Trend], [Dumbbell], [MatrixPicture]) takes plain
// data, checks it, and returns a [Figure] that can be written as SVG, PNG or
// PDF. The package knows nothing about where the numbers come from, and never
// computes a statistic: intervals are given by the caller.
//
// # Promises
//
// The same data and style give the same bytes, in all three formats: no clock,
// no randomness, no environment and no map order is involved.
//
// Every figure has a title that states the finding, a subtitle, a source line
// that names n, and an alternative text built from the data. All four are
// fields of the Figure and may be replaced; an empty one is not drawn.
//
// No two pieces of text touch, no leader touches a text or another leader, and
// none leaves the frame: long labels wrap and, where there is no room, end in
// an ellipsis. Rows that do not fit are counted in a note below the chart, never
// dropped in silence.
//
// Counts of reviews that were not looked at cannot be told from zeros by this
// package; nothing it draws says that practice was good.
//
// # Units
//
// Lengths are in points (1/72 inch); the origin is the lower left corner, as in
// gonum.org/v1/plot/vg. Proportions, such as interval bounds, run from 0 to 1.
package charts
