package workbook

import (
	"cmp"
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
	// Settles says that the decisions overrule what others decided before.
	Settles bool
}

// Known is what a table is read against.
type Known struct {
	analysis.Input
	// Text returns the text of a document, to find passages in it that were
	// missed; nil where there is none to be had.
	Text func(corpus.ID) (*corpus.Text, error)
	// TakenBack are decisions that were brought in once and do not stand any more.
	TakenBack []corpus.Decision
}

// ErrNoCoder means that a decision has nobody's name.
var ErrNoCoder = errors.New("it has a decision, and neither the column Coder nor --coder says whose it is")

// Import is what came of a table that a person sent back. Every row is in
// exactly one part: Rows = AppliedRows + Unchanged + len(Rejected).
type Import struct {
	Rows        int               // below the headings, empty ones left out
	Applied     []corpus.Decision // in the order of the rows
	AppliedRows int               // a review may have several changes in one
	Unchanged   int               // rows that say nothing, or nothing new
	Rejected    []Rejection
	Replaced    []Replacement // the applied ones that overrule what the coder said before, or settle it against another
	Contested   []Contest     // the applied ones that contradict others
	Settled     []Settlement  // what of the unchanged rows was settled otherwise since
	// Emptied is how many of the unchanged rows have no answer although there
	// is a decision. It stands: the table may be older than it.
	Emptied int
	// Agreeing is how many of the unchanged rows say, without seeing its label, that
	// practice was not lacking in a passage of good practice, which stays one.
	Agreeing int
	// Strays are what was written where nothing is read, apart from the rows.
	Strays []Stray
	// Quiet are sheets from which nothing is read and in which somebody has written.
	Quiet []string
}

// Rejection is a row that could not be taken in, with the reason.
type Rejection struct{ Place, Reason string }

// Replacement is a decision that overrules an earlier one.
type Replacement struct {
	Place         string
	Before, After corpus.Decision
}

// Settlement is the decision that holds where a coder only repeats what they said
// before it.
type Settlement struct {
	Place string
	By    corpus.Decision
}

// Contest is a decision that contradicts those of other coders.
type Contest struct {
	Place  string
	Others analysis.Voices
	Mine   corpus.Decision
}

// ReadDecisions reads the decisions from the table at path, coded.xlsx or any
// of its sheets saved as CSV, as people leave it: sorted, filtered, with rows
// and columns deleted or added. Columns are known by their headings, reviews
// by their id, and passages by theirs or, where the id was spoilt or has
// changed, by their words. A row is applied where it differs from what the
// coder has said before. One whose answer is merged with that of a row above is rejected:
// rows that a filter hides may lie between them.
//
// It returns a [corpus.InputError] where the file is no such table or larger
// than limits allow, and [ErrNoCoder] where a decision is nobody's.
func ReadDecisions(path string, r io.Reader, known Known, by By, limits corpus.Limits) (*Import, error) {
	back, err := readAnswers(path, r, limits)
	if err != nil {
		return nil, err
	}
	j := newJudge(known, by, back.answers)
	beside := besides(back.answers)
	rulings := make([]ruling, len(back.answers))
	for i, a := range back.answers {
		rulings[i] = j.rule(a)
		beside.of(a)
	}
	dropOvertaken(rulings)
	rejectClashes(rulings)
	result := &Import{Rows: len(rulings), Strays: beside.with(back.matrix), Quiet: back.quiet}
	for _, r := range rulings {
		if err := j.apply(r, result); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", path, r.answer.place, err)
		}
	}
	return result, nil
}

// rejectClashes rejects the rows that decide differently on one thing, but for those of
// a list, of which the later counts.
func rejectClashes(rulings []ruling) {
	first := make(map[string]*ruling)
	clash := make(map[string]string)
	for i := range rulings {
		r := &rulings[i]
		if len(r.decisions) == 0 || r.answer.table == listedRows {
			continue
		}
		if before := first[r.thing]; before == nil {
			first[r.thing] = r
		} else if !before.alike(*r) {
			clash[r.thing] = fmt.Sprintf("%s and %s decide differently on one %s", before.answer.place, r.answer.place, r.answer.table)
		}
	}
	for i := range rulings {
		if reason, ok := clash[rulings[i].thing]; ok && len(rulings[i].decisions) > 0 {
			rulings[i].decisions, rulings[i].reason = nil, reason
		}
	}
	rejectDoubtful(rulings)
}

// rejectDoubtful rejects the rows of which some say that a sentence speaks of no theme and
// others give it one.
func rejectDoubtful(rulings []ruling) {
	none, themed := make(map[string]string), make(map[string]string) // the first row of each, by the sentence
	of := func(r *ruling) map[string]string {
		if r.decisions[0].NoTheme {
			return none
		}
		return themed
	}
	var missed []*ruling
	for i := range rulings {
		if r := &rulings[i]; r.answer.table == missedRows && len(r.decisions) > 0 {
			missed = append(missed, r)
			of(r)[r.sentence] = cmp.Or(of(r)[r.sentence], r.answer.place)
		}
	}
	for _, r := range missed {
		if n, t := none[r.sentence], themed[r.sentence]; n != "" && t != "" {
			r.decisions, r.reason = nil, fmt.Sprintf("of one sentence, %s says that it speaks of no theme and %s gives it one", n, t)
		}
	}
}

// alike reports whether two rows on one thing say the same.
func (r ruling) alike(s ruling) bool {
	if len(r.decisions) != len(s.decisions) {
		return false
	}
	for i, d := range r.decisions {
		if e := s.decisions[i]; !analysis.SameOutcome(d, e) || d.Comment != e.Comment {
			return false
		}
	}
	return true
}

// apply sorts a ruling into applied, unchanged and rejected.
func (j *judge) apply(r ruling, result *Import) error {
	if r.reason != "" {
		result.Rejected = append(result.Rejected, Rejection{r.answer.place, r.reason})
		return nil
	}
	applied := false
	for _, d := range r.decisions {
		voices := j.standing.On(d, r.passage)
		if j.repeats(r, d, voices) {
			continue
		}
		if by, ok := j.settledSince(r, d); ok {
			result.Settled = append(result.Settled, Settlement{r.answer.place, by})
			continue
		}
		if err := j.sign(r, &d, voices); err != nil {
			return err
		}
		j.note(r.answer.place, d, voices, result)
		result.Applied = append(result.Applied, d)
		j.standing.Take(d, r.passage)
		applied = true
	}
	if applied {
		result.AppliedRows++
		return nil
	}
	result.Unchanged++
	if r.agrees {
		result.Agreeing++
		return nil
	}
	if len(r.decisions) == 0 && r.subject != nil && len(j.standing.On(*r.subject, r.passage)) > 0 {
		result.Emptied++
	}
	return nil
}

// repeats reports whether a decision says no more than before: what its coder
// said, or where the table does not name coders what holds.
func (j *judge) repeats(r ruling, d corpus.Decision, voices analysis.Voices) bool {
	before, said := voices.Of(d.Coder)
	if d.Coder == "" && j.by.Coder != "" {
		before, said = voices.Of(j.by.Coder)
	}
	settled, ok := voices.Settled()
	if !said && (d.Coder == "" && j.by.Coder == "" || !r.answer.has(columnCoder)) {
		before, said = settled, ok
	}
	if !said || !ok && (j.by.Settles || d.Settles && !before.Settles) {
		return false
	}
	return r.same(before, d)
}

// settledSince returns the decision that settled what d speaks of, where d says
// no more than its coder did before. Who wants to open it again settles it anew,
// or takes the decision back.
func (j *judge) settledSince(r ruling, d corpus.Decision) (by corpus.Decision, ok bool) {
	if j.by.Settles || d.Settles {
		return by, false
	}
	if d.Coder == "" {
		d.Coder = j.by.Coder
	}
	before, by, ok := j.standing.Settled(d, r.passage)
	return by, ok && r.same(before, d)
}

// same reports whether d, of the row, says what was said before.
func (r ruling) same(before, d corpus.Decision) bool {
	comment, _ := clean(before.Comment)
	return analysis.SameOutcome(before, d) && (!r.answer.has(columnComment) || comment == d.Comment)
}

// sign sets whose decision it is. A row that still names the coder of the
// decision that it changes is of whoever brings it.
func (j *judge) sign(r ruling, d *corpus.Decision, voices analysis.Voices) error {
	d.Settles = d.Settles || j.by.Settles
	if r.answer.table == listedRows && d.Coder != "" {
		return nil
	}
	if _, said := voices.Of(d.Coder); d.Coder == "" || said && j.by.Coder != "" {
		d.Coder = j.by.Coder
	}
	if d.Coder == "" {
		return ErrNoCoder
	}
	return nil
}

// note tells of what the decision overrules or contradicts.
func (j *judge) note(place string, d corpus.Decision, voices analysis.Voices, result *Import) {
	var others analysis.Voices
	for _, v := range voices {
		if v.Coder != d.Coder && !analysis.SameOutcome(v, d) {
			others = append(others, v)
		}
	}
	before, said := voices.Of(d.Coder)
	switch {
	case len(others) > 0 && d.Settles:
		before, said = others[len(others)-1], true
	case len(others) > 0:
		result.Contested = append(result.Contested, Contest{place, others, d})
	}
	if said {
		result.Replaced = append(result.Replaced, Replacement{place, before, d})
	}
}

// signed returns the name of a coder as it is kept.
func signed(name string) string { return strings.Join(strings.Fields(name), " ") }
