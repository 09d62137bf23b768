// Package pdf reads the text of PDF files as a person would read it: words
// found from where the glyphs stand, lines, paragraphs with their hyphens
// undone, headings, list items, table rows, footnotes, and the running headers
// and page numbers set apart.
//
// The structure of a file is parsed by github.com/ledongthuc/pdf; content
// streams, fonts, character maps and layout are read here. Lengths are points
// with the origin at the top left corner of the page as it is shown, y downwards.
//
// What it promises: whatever the bytes, [Engines.Read] returns a [corpus.Text] whose
// Body is made of the blocks, whose pages cover it, and in which every page that
// shows text and could not be read says so. Words that are struck through, and those
// that a black box hides, are left out, and a warning for each counts them. It cannot
// promise to return: some damaged files make the parser below it loop or take memory
// without end, so strangers' files are read in a process that can be stopped.
package pdf
