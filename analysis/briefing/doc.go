// Package briefing writes the findings of a run on three pages, for people who
// were not there: what was read and how, the leading themes in sentences and
// as a Venn diagram, and a pictorial chart of every theme, with what was not
// counted and how to check.
//
// A [Briefing] is made once, from the result of the analysis, and written as
// HTML, DOCX or PDF. Every number in it is drawn from the result; it states
// counts beside percentages, and never takes "not found" for "practice was
// good". The same input gives the same bytes.
package briefing
