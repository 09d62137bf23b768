package analysis

import (
	"slices"

	"thematic/corpus"
)

// Orphan is a decision that could not be applied, with the reason.
type Orphan struct {
	Decision corpus.Decision `json:"decision"`
	Reason   string          `json:"reason"`
}

// cellKey names a theme of a case.
type cellKey struct{ caseID, theme string }

// verdicts are the decisions that hold, the later of two having won.
type verdicts struct {
	passages map[string]corpus.Decision // by the id that the passage has now
	cells    map[cellKey]corpus.Decision
	orphans  []Orphan
}

// Standing returns the decision that holds for each passage, by the id that
// the passage has now. Of in only themes, codings and decisions matter.
func Standing(in Input) map[string]corpus.Decision { return judge(in).passages }

// judge sorts out which decision holds for which passage and cell. Those that
// speak of something that is not there are orphans.
func judge(in Input) verdicts {
	v := verdicts{passages: make(map[string]corpus.Decision), cells: make(map[cellKey]corpus.Decision)}
	themes, cases := make(map[string]bool), make(map[string]bool)
	for _, t := range in.Themes {
		themes[t.ID] = true
	}
	for _, c := range in.Cases {
		cases[c.ID] = true
	}
	finder := NewFinder(in.Codings)
	var lost []corpus.Decision
	for _, d := range in.Decisions {
		i, known := finder.byID[d.PassageID]
		switch {
		case d.PassageID == "" && !cases[d.CaseID]:
			v.orphan(d, "no review has this id now")
		case d.PassageID == "" && !themes[d.Theme]:
			v.orphan(d, "the codebook has no such theme")
		case d.PassageID == "" && d.Present == nil:
			v.orphan(d, "it says neither present nor absent")
		case d.PassageID == "":
			v.cells[cellKey{d.CaseID, d.Theme}] = d
		case d.MovedTo != "" && !themes[d.MovedTo]:
			v.orphan(d, "the codebook has no theme "+d.MovedTo+" to move it to")
		case !knownStatus(d.Status):
			v.orphan(d, "\""+string(d.Status)+"\" is not a status of a passage")
		case !known:
			lost = append(lost, d)
		case d.Theme != "" && d.Theme != in.Codings[i].Theme:
			v.orphan(d, "the passage is coded with another theme, "+in.Codings[i].Theme)
		default:
			v.passages[d.PassageID] = d
		}
	}
	v.anchorAgain(finder, lost)
	return v
}

// anchorAgain applies decisions on passages whose ids are not there now to the
// passages that have their words. One that was decided itself is left alone,
// and of two decisions that meet on one passage the later wins.
func (v *verdicts) anchorAgain(finder *Finder, lost []corpus.Decision) {
	seen := make(map[string]bool)
	var orphans []Orphan
	for _, d := range slices.Backward(lost) {
		if seen[d.PassageID] {
			continue // overruled by a later decision on the same passage
		}
		seen[d.PassageID] = true
		c, reason := finder.Find(d)
		if _, taken := v.passages[c.PassageID]; reason == "" && taken {
			reason = "the passage that has these words now, " + c.PassageID + ", was decided itself"
		}
		if reason != "" {
			orphans = append(orphans, Orphan{d, reason})
			continue
		}
		v.passages[c.PassageID] = d
	}
	slices.Reverse(orphans)
	v.orphans = append(v.orphans, orphans...)
}

func (v *verdicts) orphan(d corpus.Decision, reason string) {
	v.orphans = append(v.orphans, Orphan{d, reason})
}

func knownStatus(s corpus.CodingStatus) bool {
	return s == corpus.Counted || s == corpus.Held || s == corpus.Rejected
}
