package analysis

import (
	"cmp"
	"fmt"
	"slices"

	"thematic/corpus"
)

// Passage is a coding with its final theme and status: what the coder said,
// overruled by a person's decision where there is one, and not counted where
// the review is not included, or where a person rules that the theme is absent in
// it. Its Reason says which of these settled it.
//
// The coding is that of the input wherever nothing overrules it, and not to be
// changed.
type Passage struct {
	*corpus.Coding
	ThemeLabel string           `json:"theme_label"`
	Decision   *corpus.Decision `json:"decision,omitempty"`
	// Proposed is what the program made of the passage, where a decision holds.
	Proposed *Proposal `json:"proposed,omitempty"`
	// CheckFirst marks the passage by which to settle whether its theme is present
	// in its review, while nobody has.
	CheckFirst bool `json:"check_first,omitempty"`
	// Contested are the decisions of coders who decide differently: none of
	// them holds.
	Contested Voices `json:"contested,omitempty"`
}

// Proposal is the theme, label and status that the program gave a passage.
type Proposal struct {
	Theme  string              `json:"theme"`
	Label  corpus.Label        `json:"label"`
	Status corpus.CodingStatus `json:"status"`
}

// settling gives codings their final theme and status.
type settling struct {
	verdicts
	labels   map[string]string // of the themes
	included map[string]bool   // by case
}

// settle returns all that was found, each passage with its final theme and status.
func settle(in Input, v verdicts) Passages {
	s := settling{v, make(map[string]string), make(map[string]bool)}
	for _, t := range in.Themes {
		s.labels[t.ID] = t.Label
	}
	for _, c := range in.Cases {
		s.included[c.ID] = c.Include
	}
	parts := in.parts()
	return Passages{in.count(), func(yield func(*Passage) bool) {
		for _, part := range parts {
			passages := s.settled(in, part)
			for i := range passages {
				if !yield(&passages[i]) {
					return
				}
			}
		}
	}, in.Packed.Err}
}

// settled returns the passages of one file in the order of the tables.
func (s settling) settled(in Input, part filePart) []Passage {
	var passages []Passage
	for _, i := range part.packed {
		codings := in.Packed.Document(i)
		for k := range codings {
			passages = append(passages, s.passage(&codings[k]))
		}
	}
	for _, i := range part.loose {
		passages = append(passages, s.passage(&in.Codings[i]))
	}
	slices.SortFunc(passages, comparePassages)
	return passages
}

func (s settling) passage(c *corpus.Coding) Passage {
	p := Passage{Coding: c, ThemeLabel: s.labels[c.Theme]}
	voices := s.said[thing{passage: c.PassageID}]
	if d, ok := voices.Settled(); ok {
		p.decide(d, s.labels)
	} else if len(voices) > 0 {
		p.contest(voices)
	}
	if p.Status == corpus.Rejected {
		return p
	}
	if !s.included[c.CaseID] {
		p.reject("the review is not included")
	} else if d, ok := s.absent(p); ok {
		p.reject(d.Explained("the theme is ruled absent in this review by " + d.Coder))
	}
	return p
}

// Alone returns p so that whoever keeps it keeps nothing else of its file.
func (p Passage) Alone() Passage {
	p.Coding = p.Coding.Clone()
	return p
}

// absent returns the decision by which the theme that p makes present is absent in
// its review. Sound practice makes no theme present: it stands.
func (s settling) absent(p Passage) (corpus.Decision, bool) {
	if !p.Label.MakesPresent() {
		return corpus.Decision{}, false
	}
	d, ok := s.said[thing{caseID: p.CaseID, theme: p.Theme}].Settled()
	return d, ok && !*d.Present
}

// reject keeps p from counting, and says what it would be otherwise.
func (p *Passage) reject(reason string) {
	p.part()
	p.Reason = fmt.Sprintf("%s; otherwise %s: %s", reason, p.Status, p.Reason)
	p.Status = corpus.Rejected
}

// part gives p a coding of its own, to be changed or kept.
func (p *Passage) part() {
	own := *p.Coding
	p.Coding = &own
}

// decide lets a person's decision overrule the coder, keeping what it said. A
// neutral passage that a person lets count, or holds, says that practice was
// lacking: nothing else would be counted of it.
func (p *Passage) decide(d corpus.Decision, labels map[string]string) {
	p.part()
	p.Proposed = &Proposal{p.Theme, p.Label, p.Status}
	before := fmt.Sprintf("before: %s, %s", p.Status, p.Reason)
	reason := "decided by " + d.Coder
	if d.NoTheme {
		reason = "its words speak of no theme, by " + d.Coder
	}
	if d.MovedTo != "" && d.MovedTo != p.Theme {
		reason = fmt.Sprintf("moved here from %q by %s", p.ThemeLabel, d.Coder)
		p.Theme, p.ThemeLabel = d.MovedTo, labels[d.MovedTo]
	}
	reason = d.Explained(reason)
	if d.PassageID != p.PassageID && !d.NoTheme {
		before = "known again by its words; " + before
	}
	if p.Label == corpus.LabelNeutral && d.Status != corpus.Rejected {
		before += ", neutral"
		p.Label = corpus.LabelDeficit
	}
	p.Reason = fmt.Sprintf("%s (%s)", reason, before)
	p.Status = d.Status
	p.Decision = &d
}

// contest holds a passage on which coders decide differently, until they agree.
func (p *Passage) contest(voices Voices) {
	p.part()
	p.Reason = fmt.Sprintf("not settled: %s (before: %s, %s)", voices, p.Status, p.Reason)
	if p.Label == corpus.LabelNeutral {
		p.Label = corpus.LabelDeficit // somebody lets it count, or holds it
	}
	p.Status, p.Contested = corpus.Held, voices
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
