// Package pdf reads the text of PDF files as a person would read it: words
// found from where the glyphs stand, lines, paragraphs with their hyphens
// undone, headings, list items, table rows, footnotes, and the running headers
// and page numbers set apart.
//
// The structure of a file is parsed by github.com/ledongthuc/pdf; content
// streams, fonts, character maps and layout are read here. Lengths are points
// with the origin at the top left corner of the page as it is shown, y downwards.
//
// What is read of a file, in the order in which it is worked out; behind each step are
// the files that take it:
//
//	bytes      a view of the file as the parser wants it, its pages and streams:
//	           view, sizes, decrypt, rebuild, tree, source, filter
//	page       its content carried out, operator by operator:
//	           lexer, content, object, path, annotation, field
//	glyphs     what each character is and where it stands, without what is hidden:
//	           font, cmap, encoding, width; cover, paper, shape, veil, hider
//	lines      glyphs to words, words to lines: word, line, letterspace, leader, initial,
//	           strike; and what a line tells of its sentence: sentence
//	sheet      a page with its lines and rules, judged, and read again where it reads
//	           badly: page, quality, stamped, engine, mend
//	order      what is no text set apart, and the rest as it is to be read: furniture,
//	           watermark, letterhead; panel, inset, columns, corridor, order
//	blocks     tables out of the lines, and lines joined: table, rowrule, opentable,
//	           form, sidehead; stretch, group, label, footnote, address
//	structure  what each block is: classify, heading, number, level, promise
//	text       the blocks written one after another: text, hyphen, clean
//
// What it promises: whatever the bytes, [Engines.Read] returns a [corpus.Text] whose
// Body is made of the blocks, whose pages cover it, and in which every page that
// shows text and could not be read says so. Words that are struck through, and those
// that a black box hides, are left out, and a warning for each counts them. It cannot
// promise to return: some damaged files make the parser below it loop or take memory
// without end, so strangers' files are read in a process that can be stopped.
package pdf
