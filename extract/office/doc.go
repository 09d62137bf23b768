// Package office reads DOCX, ODT and RTF files: headings with their levels, list
// items with their depth, numbered paragraphs with their numbers, table rows,
// text boxes and notes, in reading order. Deletions that are tracked are left
// out and insertions kept, so the text is what the document says if every
// change is accepted; words that are struck through or hidden are left out as
// well, and a warning for each says how many words they are. Running headers and footers are set apart.
//
// The first two formats are zip archives of XML. What is inflated is counted
// while it is inflated, nothing a file says about its own size is believed and a
// document type declaration is refused. In all three nesting and text are capped.
package office
