package analysis

import "thematic/corpus"

// Uncoded is a sentence of a review that reads like a finding that practice was
// lacking, and that no theme takes up.
type Uncoded struct {
	CaseID, File string
	Page         corpus.Page // that is cited, its Number 0 where the file does not say where its pages end
	Paragraph    string      // "4.12", where the report numbers its paragraphs
	Section      corpus.Section
	Quote        string
	Chance       float64 // that it is a finding, from 0 to 1
}

// Percent is the chance in per cent, rounded down, so that none is said to be what it
// falls short of.
func (u *Uncoded) Percent() int { return int(100*u.Chance + 1e-9) }
