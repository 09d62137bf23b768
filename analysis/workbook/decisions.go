package workbook

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"thematic/analysis"
	"thematic/corpus"
)

// By says who decided, where a row does not say it, and when.
type By struct {
	Coder string
	Time  string // RFC 3339, UTC
}

// ErrNoCoder means that a decision has nobody's name.
var ErrNoCoder = errors.New("it has a decision, and neither the column Coder nor --coder says whose it is")

// Import is what came of a table that a person sent back. Every row is in
// exactly one part: Rows = len(Applied) + Unchanged + len(Rejected).
type Import struct {
	Rows      int               // below the headings, empty ones left out
	Applied   []corpus.Decision // in the order of the rows
	Unchanged int               // rows that say nothing, or nothing new
	Rejected  []Rejection
	Replaced  []Replacement // the applied ones that overrule an earlier decision
	// Emptied is how many of the unchanged rows have no answer although the
	// passage is decided. That decision stands: the table may be older than it.
	Emptied int
}

// Rejection is a row that could not be taken in, with the reason.
type Rejection struct{ Place, Reason string }

// Replacement is a decision that overrules an earlier one.
type Replacement struct {
	Place         string
	Before, After corpus.Decision
}

// ReadDecisions reads the decisions from the table at path, coded.xlsx or any
// of its sheets saved as CSV, as people leave it: sorted, filtered, with rows
// and columns deleted or added. Columns are known by their headings and
// passages by their id, or, where the id was spoilt or has changed, by their
// words. They are read against the themes, codings and decisions of in; a row
// is applied where it differs from the decision that stands.
//
// It returns a [corpus.InputError] where the file is no such table or larger
// than limits allow, and [ErrNoCoder] where a decision is nobody's.
func ReadDecisions(path string, r io.Reader, in analysis.Input, by By, limits corpus.Limits) (*Import, error) {
	data, err := io.ReadAll(io.LimitReader(r, limits.FileBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	if int64(len(data)) > limits.FileBytes {
		return nil, &corpus.InputError{Path: path, Reason: fmt.Sprintf("it is larger than %d MB, the most that is read", limits.FileBytes>>20)}
	}
	list, err := readAnswers(data, limits)
	if err != nil {
		return nil, &corpus.InputError{Path: path, Reason: err.Error()}
	}
	j := newJudge(in, by)
	rulings := make([]ruling, len(list))
	for i, a := range list {
		rulings[i] = j.rule(a)
	}
	rejectClashes(rulings)
	result, err := j.apply(rulings)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return result, nil
}

// judge reads answers against what is known.
type judge struct {
	finder   *analysis.Finder
	standing map[string]corpus.Decision
	themes   map[string]string // id by folded id or label; empty where two share a label
	by       By
}

func newJudge(in analysis.Input, by By) *judge {
	j := &judge{finder: analysis.NewFinder(in.Codings), standing: analysis.Standing(in), themes: make(map[string]string), by: by}
	for _, t := range in.Themes {
		key := fold(t.Label)
		if _, twice := j.themes[key]; twice {
			j.themes[key] = ""
			continue
		}
		j.themes[key] = t.ID
	}
	for _, t := range in.Themes {
		j.themes[fold(t.ID)] = t.ID
	}
	return j
}

// ruling is what an answer means. It says nothing where both decision and
// reason are empty.
type ruling struct {
	answer   answer
	passage  string // id that the passage has now, where it was found
	decision *corpus.Decision
	reason   string // why the answer is rejected
}

// rule finds the passage of an answer and what was decided on it.
func (j *judge) rule(a answer) ruling {
	r := ruling{answer: a}
	if a.id == "" {
		if !a.blank() {
			r.reason = "it has no passage id: a passage that was missed cannot be added here"
		}
		return r
	}
	wanted := corpus.Decision{PassageID: a.id, Quote: a.quote}
	if strings.HasSuffix(a.quote, cutMark) {
		wanted.Quote = ""
	}
	if !a.blank() {
		wanted.File, wanted.Theme, wanted.Label = a.file, a.theme, corpus.Label(a.label)
	}
	c, missing := j.finder.Find(wanted)
	r.passage = c.PassageID
	switch {
	case missing == analysis.OtherWords:
		r.reason = "its quotation is not the one of this passage: was it changed, or one column sorted without the others?"
	case a.blank():
	case missing != "":
		r.reason = missing
	default:
		r.decision, r.reason = j.decide(a, c)
	}
	return r
}

// decide turns an answer on a passage into a decision, or says why it cannot.
func (j *judge) decide(a answer, c corpus.Coding) (*corpus.Decision, string) {
	d := corpus.Decision{
		PassageID: c.PassageID, Theme: c.Theme, Document: c.Document, File: c.File, Label: c.Label, Quote: c.Quote,
		Coder: strings.Join(strings.Fields(a.coder), " "), Time: j.by.Time,
	}
	var cut []string
	d.Comment, cut = clean(strings.ReplaceAll(a.comment, "\r\n", "\n"))
	moved, known := j.themes[fold(a.movedTo)]
	word := fold(a.decision)
	status, spoken := decisionWords[word]
	switch {
	case len(cut) > 0 && cut[len(cut)-1] == whatCut:
		return nil, "its comment is longer than a cell can hold"
	case word != "" && !spoken:
		return nil, fmt.Sprintf("the decision %q is not known: write counted, held or rejected", a.decision)
	case word == "" && a.movedTo == "":
		return nil, "it has a comment and no decision: choose counted, held or rejected beside it"
	case a.movedTo == "" && status == "":
		return nil, "it is to be moved, and Moved to theme is empty"
	case a.movedTo == "":
	case !known || moved == "":
		return nil, fmt.Sprintf("the codebook has no theme %q: choose one from the list or write its id", a.movedTo)
	case status == corpus.Rejected:
		return nil, "it is rejected and moved to another theme: leave one of them"
	case moved != c.Theme:
		d.MovedTo = moved
	}
	if d.Status = status; status == "" {
		d.Status = corpus.Counted
	}
	return &d, ""
}

// decisionWords are the words that people write for a decision. A moved
// passage counts unless it is held.
var decisionWords = map[string]corpus.CodingStatus{
	"counted": corpus.Counted, "count": corpus.Counted, "accepted": corpus.Counted, "accept": corpus.Counted,
	"held": corpus.Held, "hold": corpus.Held,
	"rejected": corpus.Rejected, "reject": corpus.Rejected,
	"moved": "", "move": "",
}

// rejectClashes rejects the rows that decide differently on one passage.
func rejectClashes(rulings []ruling) {
	first := make(map[string]*ruling)
	clash := make(map[string]string)
	for i := range rulings {
		r := &rulings[i]
		if r.decision == nil {
			continue
		}
		if before := first[r.passage]; before == nil {
			first[r.passage] = r
		} else if before.decision.Verdict() != r.decision.Verdict() || before.decision.Comment != r.decision.Comment {
			clash[r.passage] = fmt.Sprintf("%s and %s decide differently on one passage", before.answer.place, r.answer.place)
		}
	}
	for i := range rulings {
		if reason, ok := clash[rulings[i].passage]; ok && rulings[i].decision != nil {
			rulings[i].decision, rulings[i].reason = nil, reason
		}
	}
}

// apply sorts the rulings into applied, unchanged and rejected.
func (j *judge) apply(rulings []ruling) (*Import, error) {
	result := &Import{Rows: len(rulings)}
	for _, r := range rulings {
		before, decided := j.standing[r.passage]
		switch {
		case r.reason != "":
			result.Rejected = append(result.Rejected, Rejection{r.answer.place, r.reason})
		case r.decision == nil:
			result.Unchanged++
			if decided {
				result.Emptied++
			}
		case decided && r.repeats(before):
			result.Unchanged++
		default:
			d := *r.decision
			if d.Coder == "" || j.by.Coder != "" && d.Coder == before.Coder {
				d.Coder = j.by.Coder
			}
			if d.Coder == "" {
				return nil, fmt.Errorf("%s: %w", r.answer.place, ErrNoCoder)
			}
			if decided {
				result.Replaced = append(result.Replaced, Replacement{r.answer.place, before, d})
			}
			result.Applied = append(result.Applied, d)
			j.standing[r.passage] = d
		}
	}
	return result, nil
}

// repeats reports whether the ruling says no more than before.
func (r ruling) repeats(before corpus.Decision) bool {
	if before.MovedTo == before.Theme {
		before.MovedTo = ""
	}
	comment, _ := clean(before.Comment)
	return before.Verdict() == r.decision.Verdict() && (!r.answer.commented || comment == r.decision.Comment)
}
