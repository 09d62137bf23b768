package analysis

import (
	"maps"
	"slices"

	"thematic/corpus"
)

// Orphan is a decision that could not be applied, with the reason.
type Orphan struct {
	Decision corpus.Decision `json:"decision"`
	Reason   string          `json:"reason"`
}

// thing is what a decision is on: a passage by the id that it has now, a theme of a
// review, or a column of one.
type thing struct{ passage, caseID, theme, column string }

// thingOf returns what a decision is on; passage is the id that its passage has now.
func thingOf(d corpus.Decision, passage string) thing {
	switch {
	case d.CaseID == "":
		return thing{passage: passage}
	case d.Change != nil:
		return thing{caseID: d.CaseID, column: d.Change.Column}
	}
	return thing{caseID: d.CaseID, theme: d.Theme}
}

// SameThing reports whether two decisions are on one passage, on one theme of a review
// or on one column of it.
func SameThing(a, b corpus.Decision) bool { return thingOf(a, a.PassageID) == thingOf(b, b.PassageID) }

// said is what coders say of each thing.
type said map[thing]Voices

// hear takes in the next decision.
func (s said) hear(t thing, d corpus.Decision) { s[t] = s[t].hear(d) }

// verdicts are what coders say, and the decisions that speak of nothing that is there.
type verdicts struct {
	said
	sentences sentences
	orphans   []Orphan
}

// Standing is what coders have said of everything, so that a new decision can
// be held against it.
type Standing struct {
	verdicts
	unsettled said // as if nobody had settled anything
}

// StandingOf returns what the decisions of in say. Of in only themes, cases,
// codings and decisions matter.
func StandingOf(in Input) Standing {
	s := Standing{verdicts: judge(in)}
	settles := func(d corpus.Decision) bool { return d.Settles }
	if slices.ContainsFunc(in.Decisions, settles) {
		in.Decisions = slices.DeleteFunc(slices.Clone(in.Decisions), settles)
		s.unsettled = judge(in).said
	}
	return s
}

// Said returns what was said of the very thing that a decision speaks of; passage is
// the id that the passage has now.
func (s Standing) Said(d corpus.Decision, passage string) Voices { return s.said[thingOf(d, passage)] }

// On returns what was said of the thing that a decision speaks of, as [Standing.Said]
// does; and where it is a sentence without theme, or a passage on which nobody has
// decided and that is not rejected, what contradicts that of the same words.
func (s Standing) On(d corpus.Decision, passage string) Voices {
	voices := s.Said(d, passage)
	switch {
	case d.NoTheme:
		for _, id := range s.sentences.passages(sentenceOf(d)) {
			voices = voices.beside(s.said[thing{passage: id}])
		}
	case d.PassageID != "" && len(voices) == 0 && d.Status != corpus.Rejected:
		voices = s.dismissing(sentenceOf(d))
	}
	return voices
}

// Settled returns what the coder of d said of its thing before somebody settled
// that, and the decision that did; passage is the id that the passage has now. It
// returns false where no such decision stands, or where the coder said nothing
// before it, or something else since.
func (s Standing) Settled(d corpus.Decision, passage string) (before, by corpus.Decision, ok bool) {
	voices := s.On(d, passage)
	i := slices.IndexFunc(voices, func(v corpus.Decision) bool { return v.Settles })
	if last, said := voices.Of(d.Coder); i < 0 || said && !last.Settles {
		return before, by, false
	}
	before, ok = s.unsettled[thingOf(d, passage)].Of(d.Coder)
	return before, voices[i], ok
}

// Take takes in a decision that was accepted.
func (s Standing) Take(d corpus.Decision, passage string) {
	switch {
	case d.NoTheme:
		s.dismiss(d)
	case d.CaseID == "":
		s.decided(passage, sentenceOf(d), d)
	default:
		s.hear(thingOf(d, passage), d)
	}
}

// judge sorts out which decisions speak of which passage, cell and column.
// Those that speak of something that is not there are orphans.
func judge(in Input) verdicts {
	v := verdicts{said: make(said), sentences: make(sentences)}
	themes, cases := make(map[string]bool), make(map[string]corpus.Case)
	for _, t := range in.Themes {
		themes[t.ID] = true
	}
	for _, c := range in.Cases {
		cases[c.ID] = c
	}
	if len(in.Decisions) == 0 {
		return v // and the passages need not be looked through
	}
	finder := finderOf(in.Decisions, in.Found())
	for _, d := range in.Decisions {
		_, met := cases[d.CaseID]
		switch {
		case d.PassageID == "" && !met:
			v.orphan(d, "no review has this id now")
		case d.Change != nil:
			v.hear(thingOf(d, ""), d)
		case d.PassageID == "" && !themes[d.Theme]:
			v.orphan(d, "the codebook has no such theme")
		case d.PassageID == "" && d.Present == nil:
			v.orphan(d, "it says neither present nor absent")
		case d.PassageID == "":
			v.hear(thingOf(d, ""), d)
		case d.NoTheme:
			v.dismiss(d)
		case d.MovedTo != "" && !themes[d.MovedTo]:
			v.orphan(d, "the codebook has no theme "+d.MovedTo+" to move it to")
		case !slices.Contains(corpus.CodingStatuses, d.Status):
			v.orphan(d, "\""+string(d.Status)+"\" is not a status of a passage")
		default:
			v.onPassage(finder, d)
		}
	}
	v.overruled(cases)
	return v
}

// onPassage takes in a decision on a passage. Where its id is not there now, the
// passage is known by its words: see [Finder.Find].
func (v *verdicts) onPassage(finder *Finder, d corpus.Decision) {
	var c corpus.Coding
	if i, known := finder.byID[d.PassageID]; known {
		c = finder.codings[i]
		if d.Theme != "" && d.Theme != c.Theme {
			v.orphan(d, "the passage is coded with another theme, "+c.Theme)
			return
		}
	} else {
		var reason string
		if c, reason = finder.Find(d); reason != "" {
			v.orphan(d, reason)
			return
		}
	}
	v.decided(c.PassageID, sentence{c.Document, c.File, c.Page, letters(c.Quote)}, d)
}

// overruled makes orphans of the changes to a review that cases.csv has
// overruled since: see [DecidedCases].
func (v *verdicts) overruled(cases map[string]corpus.Case) {
	for _, id := range slices.Sorted(maps.Keys(cases)) {
		for _, column := range corpus.CaseColumns {
			here := thing{caseID: id, column: column}
			d, ok := v.said[here].Settled()
			if says := cases[id].Column(column); ok && !SameCell(column, says, d.Change.Value) {
				v.orphan(d, "cases.csv was changed since, and says \""+says+"\"")
				delete(v.said, here)
			}
		}
	}
}

// SameCell reports whether a column of cases.csv says the same in two ways.
func SameCell(column, a, b string) bool {
	return a == b || column == corpus.ColumnArea && SameArea(a, b)
}

// DecidedCases returns the cases with the changes that people decided on. A cell
// that a person has edited in cases.csv since stays as it is. One area has one
// spelling in all of them, see [SameArea], and so has a value in a column that a
// person added.
func DecidedCases(cases []corpus.Case, decisions []corpus.Decision) []corpus.Case {
	said := make(said)
	for _, d := range decisions {
		if d.Change != nil {
			said.hear(thingOf(d, ""), d)
		}
	}
	decided := slices.Clone(cases)
	for i, c := range decided {
		for _, column := range corpus.CaseColumns {
			d, ok := said[thing{caseID: c.ID, column: column}].Settled()
			if !ok || slices.Contains(c.Edited, column) && !SameCell(column, c.Column(column), d.Change.Before) {
				continue
			}
			if decided[i] = decided[i].Changed(*d.Change); column == corpus.ColumnInclude && !decided[i].Include {
				decided[i].LeftOutBy = d.Coder
			}
		}
	}
	spellAlike(decided)
	return decided
}

func (v *verdicts) orphan(d corpus.Decision, reason string) {
	v.orphans = append(v.orphans, Orphan{d, reason})
}
