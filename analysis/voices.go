package analysis

import (
	"cmp"
	"slices"
	"strings"

	"thematic/corpus"
)

// Voices are the last word of each coder on one thing, in the order in which
// they were said.
type Voices []corpus.Decision

// hear takes in the next decision.
func (v Voices) hear(d corpus.Decision) Voices {
	if d.Settles {
		return Voices{d}
	}
	v = slices.DeleteFunc(slices.Clone(v), func(before corpus.Decision) bool { return sameCoder(before.Coder, d.Coder) })
	return append(v, d)
}

// beside returns v with the last words of those in others whom it does not have.
func (v Voices) beside(others Voices) Voices {
	for _, d := range others {
		if _, said := v.Of(d.Coder); !said {
			v = append(slices.Clip(v), d)
		}
	}
	return v
}

func sameCoder(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// Of returns the last word of a coder.
func (v Voices) Of(coder string) (corpus.Decision, bool) {
	i := slices.IndexFunc(v, func(d corpus.Decision) bool { return sameCoder(d.Coder, coder) })
	if i < 0 {
		return corpus.Decision{}, false
	}
	return v[i], true
}

// Settled returns the decision that holds, the last of those that say the same,
// and false where coders decide differently or nobody did.
func (v Voices) Settled() (corpus.Decision, bool) {
	if len(v) == 0 {
		return corpus.Decision{}, false
	}
	for _, d := range v[1:] {
		if outcome(d) != outcome(v[0]) {
			return corpus.Decision{}, false
		}
	}
	return v[len(v)-1], true
}

// outcome is what two decisions on one thing have in common that say the same.
func outcome(d corpus.Decision) string {
	if d.MovedTo == d.Theme {
		d.MovedTo = ""
	}
	d.NoTheme = false // a passage of its words is rejected
	return d.Verdict()
}

// SameOutcome reports whether two decisions on one thing say the same.
func SameOutcome(a, b corpus.Decision) bool { return outcome(a) == outcome(b) }

// String lists the voices: "counted by KL, rejected by MN".
func (v Voices) String() string {
	list := make([]string, len(v))
	for i, d := range v {
		list[i] = d.Verdict() + " by " + d.Coder
	}
	return strings.Join(list, ", ")
}

// Conflict is something on which coders decide differently, so that no decision
// on it holds. Of a passage it has the id, of a theme in a review both CaseID
// and Theme, and of a review CaseID and the Column.
type Conflict struct {
	PassageID string `json:"passage_id,omitempty"`
	CaseID    string `json:"case_id,omitempty"`
	Theme     string `json:"theme,omitempty"`
	Column    string `json:"column,omitempty"`
	File      string `json:"file,omitempty"`
	Page      int    `json:"page,omitempty"`
	Quote     string `json:"quote,omitempty"`
	Voices    Voices `json:"voices"`
}

// conflicts lists what is contested, by review, file, page and theme.
func (v verdicts) conflicts(in Input) []Conflict {
	list := []Conflict{}
	contested := make(map[string]Voices) // passages
	for t, voices := range v.said {
		if _, ok := voices.Settled(); ok {
			continue
		}
		if t.passage != "" {
			contested[t.passage] = voices
			continue
		}
		list = append(list, Conflict{CaseID: t.caseID, Theme: t.theme, Column: t.column, Voices: voices})
	}
	if len(contested) > 0 { // else the passages need not be looked through
		for c := range in.Found() {
			if voices, ok := contested[c.PassageID]; ok {
				list = append(list, Conflict{PassageID: c.PassageID, CaseID: c.CaseID, Theme: c.Theme, File: c.File, Page: c.Page, Quote: c.Quote, Voices: voices})
			}
		}
	}
	slices.SortFunc(list, func(a, b Conflict) int {
		return cmp.Or(cmp.Compare(a.CaseID, b.CaseID), cmp.Compare(a.File, b.File), cmp.Compare(a.Page, b.Page),
			cmp.Compare(a.Theme, b.Theme), cmp.Compare(a.Column, b.Column), cmp.Compare(a.PassageID, b.PassageID))
	})
	return list
}
