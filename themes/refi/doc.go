// Package refi writes and reads the files by which programs for qualitative
// analysis exchange their work: REFI-QDA 1.5 (https://www.qdasoftware.org), here
// the codebook, .qdc.
//
// What is written is valid by the published schema, and has the same bytes for
// the same codebook: the identifiers (GUIDs) are made of what they stand for.
// What is read may come from anywhere: a file that declares a document type, is
// nested too deep or too large, or has another root is refused with a reason, and
// what a codebook of ours cannot hold is returned in words.
package refi
