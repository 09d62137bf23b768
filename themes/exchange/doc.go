// Package exchange carries codebooks to and from the formats of other programs:
// CSV, and the dictionaries of quanteda (YAML) and LIWC (.dic). REFI-QDA has a
// package of its own, thematic/themes/refi.
//
// No format but our own holds all of a codebook. Every function that writes or
// reads one returns, in words, what was lost on the way; nothing is dropped in
// silence. What was read is a [Draft], which is written as a codebook file for a
// person to go on with. The same input gives the same bytes.
package exchange
