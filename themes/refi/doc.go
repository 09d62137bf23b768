// Package refi writes and reads the files by which programs for qualitative
// analysis exchange their work: REFI-QDA 1.5 (https://www.qdasoftware.org), the
// codebook, .qdc, and the coded project, .qdpx.
//
// What is written is valid by the published schemas, and has the same bytes for
// the same work: the identifiers (GUIDs) are made of what they stand for. What is
// read may come from anywhere, and other programs count characters, place things
// and name files in ways of their own: that is read where it can be. A file that
// declares a document type, is nested too deep or too large, has another root, or
// lies in an archive that could do harm is refused with a reason, and what we
// cannot hold is returned in words.
package refi
