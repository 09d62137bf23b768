package analysis

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"thematic/corpus"
)

// Passage is a coding with its final status: what the coder said, overruled by
// a person's decision where there is one, and not counted where the review is
// not included. Its Reason says which of these settled it.
type Passage struct {
	corpus.Coding
	ThemeLabel string           `json:"theme_label"`
	Decision   *corpus.Decision `json:"decision,omitempty"`
}

// Orphan is a decision that could not be applied, with the reason.
type Orphan struct {
	Decision corpus.Decision `json:"decision"`
	Reason   string          `json:"reason"`
}

// cellKey names a theme of a case.
type cellKey struct{ caseID, theme string }

// verdicts are the decisions that hold, the later of two having won.
type verdicts struct {
	passages map[string]corpus.Decision
	cells    map[cellKey]corpus.Decision
	orphans  []Orphan
}

// sortDecisions returns the decisions by time, those of one time in the order
// given.
func sortDecisions(decisions []corpus.Decision) ([]corpus.Decision, error) {
	type timed struct {
		at time.Time
		d  corpus.Decision
	}
	list := make([]timed, len(decisions))
	for i, d := range decisions {
		at, err := time.Parse(time.RFC3339, d.Time)
		if err != nil {
			return nil, fmt.Errorf("decision %d by %q: time %q is not RFC 3339", i+1, d.Coder, d.Time)
		}
		list[i] = timed{at, d}
	}
	slices.SortStableFunc(list, func(a, b timed) int { return a.at.Compare(b.at) })
	sorted := make([]corpus.Decision, len(list))
	for i, t := range list {
		sorted[i] = t.d
	}
	return sorted, nil
}

// judge sorts out which decision holds for which passage and cell. Those that
// speak of something that is not there are orphans.
func judge(in Input) (verdicts, error) {
	v := verdicts{passages: make(map[string]corpus.Decision), cells: make(map[cellKey]corpus.Decision)}
	decisions, err := sortDecisions(in.Decisions)
	if err != nil {
		return v, err
	}
	themes, cases, passages := make(map[string]bool), make(map[string]bool), make(map[string]string)
	for _, t := range in.Themes {
		themes[t.ID] = true
	}
	for _, c := range in.Cases {
		cases[c.ID] = true
	}
	for _, c := range in.Codings {
		passages[c.PassageID] = c.Theme
	}
	for _, d := range decisions {
		theme, known := passages[d.PassageID]
		switch {
		case d.PassageID != "" && !known:
			v.orphan(d, "no passage has this id now")
		case d.PassageID != "" && d.Theme != "" && d.Theme != theme:
			v.orphan(d, "the passage is coded with another theme, "+theme)
		case d.PassageID != "" && !knownStatus(d.Status):
			v.orphan(d, fmt.Sprintf("%q is not a status of a passage", d.Status))
		case d.PassageID != "":
			v.passages[d.PassageID] = d
		case !cases[d.CaseID]:
			v.orphan(d, "no review has this id now")
		case !themes[d.Theme]:
			v.orphan(d, "the codebook has no such theme")
		case d.Present == nil:
			v.orphan(d, "it says neither present nor absent")
		default:
			v.cells[cellKey{d.CaseID, d.Theme}] = d
		}
	}
	return v, nil
}

func (v *verdicts) orphan(d corpus.Decision, reason string) {
	v.orphans = append(v.orphans, Orphan{d, reason})
}

func knownStatus(s corpus.CodingStatus) bool {
	return s == corpus.Counted || s == corpus.Held || s == corpus.Rejected
}

// settle returns the codings in the order of the tables, each with its final
// status.
func settle(in Input, v verdicts) []Passage {
	labels, included := make(map[string]string), make(map[string]bool)
	for _, t := range in.Themes {
		labels[t.ID] = t.Label
	}
	for _, c := range in.Cases {
		included[c.ID] = c.Include
	}
	passages := make([]Passage, len(in.Codings))
	for i, c := range in.Codings {
		p := Passage{Coding: c, ThemeLabel: labels[c.Theme]}
		if d, ok := v.passages[c.PassageID]; ok {
			p.decide(d)
		}
		if !included[c.CaseID] && p.Status != corpus.Rejected {
			p.Reason = fmt.Sprintf("the review is not included; otherwise %s: %s", p.Status, p.Reason)
			p.Status = corpus.Rejected
		}
		passages[i] = p
	}
	slices.SortFunc(passages, comparePassages)
	return passages
}

// decide lets a person's decision overrule the coder, keeping what it said.
func (p *Passage) decide(d corpus.Decision) {
	reason := "decided by " + d.Coder
	if d.Comment != "" {
		reason += ": " + d.Comment
	}
	p.Reason = fmt.Sprintf("%s (before: %s, %s)", reason, p.Status, p.Reason)
	p.Status = d.Status
	p.Decision = &d
}

// comparePassages orders by case, file, start and theme, and further so that
// no two passages are equal.
func comparePassages(a, b Passage) int {
	return cmp.Or(
		cmp.Compare(a.CaseID, b.CaseID),
		cmp.Compare(a.File, b.File),
		cmp.Compare(a.Span.Start, b.Span.Start),
		cmp.Compare(a.Theme, b.Theme),
		cmp.Compare(a.Span.End, b.Span.End),
		cmp.Compare(a.PassageID, b.PassageID),
	)
}
