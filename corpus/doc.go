// Package corpus holds the nouns that every other package speaks of: the text
// of a file, the document a file is, the case one or more documents are about,
// the codings found in them and the decisions a person took.
//
// Offsets are byte offsets into [Text.Body], which is UTF-8, in Unicode normal
// form C, with LF line ends. A [Span] is half open. Pages are numbered from 1
// as they lie in the file; the label printed on a page is kept beside it.
//
// A file is known by the SHA-256 of its bytes and by its slash-separated path
// below the folder that was read. Nothing in this package writes into that
// folder.
package corpus
