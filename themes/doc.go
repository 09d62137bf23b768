// Package themes finds professional-practice themes in the text of a report
// and says of each passage whether it counts.
//
// A [Codebook] is data: themes with their patterns, and the cues and section
// rules that decide what a mention means. [Load] reads one from YAML and names
// every mistake by line and column. A [Coder] is a compiled codebook; its Code
// method reads a document and returns every hit, the rejected ones too, each
// with its reason, the words that decided it and the pattern that matched.
//
// Three questions decide a hit: does the author assert it (or deny, ask,
// recommend or imagine it), does it speak of practice that was lacking or of
// practice that was sound, and is it about the professionals in this case. The
// section of the report then decides whether it counts, is held for a person,
// or never counts.
//
// The package promises: the same text and codebook give the same codings;
// spans are byte offsets into [corpus.Text.Body]; a hit never crosses a
// sentence; work grows with the length of the text and not with the number of
// patterns times its length.
package themes
