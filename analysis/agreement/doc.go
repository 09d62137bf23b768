// Package agreement measures how far coders agree: percent agreement, Cohen's
// and Fleiss' kappa, Krippendorff's alpha, Gwet's AC1, the coefficient of
// Brennan and Prediger, and positive agreement. It compares coders theme by
// theme and over all themes, at the level of reviews and of passages, and lists
// what they disagree on.
//
// A unit is one theme in one review, or one passage that is said to speak of
// one theme; never a character. Each figure has the number of units behind it,
// an interval and, beside it, how often the theme is marked at all: where a
// theme is rare, kappa is low although coders hardly differ, and AC1 shows it.
//
// Promises: the same input and seed give the same figures. A unit that a coder
// did not judge is missing, never taken for a no. Where all ratings are the
// same there is no variation to agree on: a coefficient that corrects for
// chance is then undefined, and never 0, 1 or NaN.
package agreement
