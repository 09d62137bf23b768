// Package briefing writes the findings of a run on three pages and an appendix,
// for people who were not there: what was read and how, and how far it can be
// trusted; the top themes in sentences and as a Venn diagram; a pictorial chart
// of every theme, and how to check; quotations that illustrate themes; every
// theme in numbers.
//
// A [Briefing] is made once, by [New], from the result of the analysis and the
// charts of the caller, and written as HTML, DOCX or PDF; a [Deck] is its charts as slides. Every number in it is
// drawn from the result; it states counts beside percentages, and never takes
// "not found" for "practice was good".
//
// The three forms agree: the same words in the same order, figures of the same
// size, A4, and one sheet for each page, which flows on to a second only where
// its words need it. The same input gives the same bytes. Texts from outside
// stay text in all three, and the markup of a chart is looked at before it is
// trusted.
package briefing
