// Package analysis counts. It takes what was read (files), what is one review
// (cases), what was found in them (codings) and what people decided, and makes
// every table of the project from them: the matrix of reviews and themes,
// prevalence with its interval, every overlap of the leading themes, pairs of
// themes, areas and years, differences between groups, trends, combinations and
// how firm each figure is. It also measures how well codings agree with those
// of other coders.
//
// The unit is the review ([corpus.Case]), never the file or the passage. The
// denominator is every included review, whether or not the subject of a theme
// arose in it. A theme is present in a review when at least one counted
// deficit passage, or a person's decision, says so; held passages give an
// upper bound and change no count.
//
// Promises: the same input gives the same result and the same bytes, whatever
// the order in which it is given. Nothing is dropped: every file and every
// passage stands in a table exactly once, and [Analyse] fails when the numbers
// do not balance. What cannot be computed, such as a share of no reviews, is
// undefined and shown as "n/a"; it is never NaN and never zero.
package analysis
