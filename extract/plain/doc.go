// Package plain reads text files: UTF-8, UTF-16 and windows-1252, with any line
// ends. It tells paragraphs, headings, bullets and running lines from the
// evidence of the lines: their lengths, the blank lines between them, and what
// comes back on every page. A form feed begins a page; without any, a running line
// that counts the pages parts them. A blank line after every line parts no
// paragraphs.
package plain
