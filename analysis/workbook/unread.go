package workbook

import (
	"io"
	"slices"

	"thematic/analysis"
	"thematic/corpus"
)

// Unread is what would be lost were a workbook written over.
type Unread struct {
	Rows     int  // with an answer that nobody has brought in
	Unsigned bool // some of them do not say whose it is
	More     bool // sheets, columns, notes or colours of the person's own, or what was written over what the program wrote
	Untold   bool // nothing says what the program wrote in the sheets in which nobody answers, as in a workbook of an earlier version
}

// ReadUnread finds what a person wrote into the workbook or sample at path and has
// not brought in. Errors are those of [ReadDecisions], but for [ErrNoCoder].
func ReadUnread(path string, r io.Reader, known Known, limits corpus.Limits) (Unread, error) {
	back, err := readAnswers(path, r, limits)
	if err != nil {
		return Unread{}, err
	}
	u := Unread{Untold: back.untold, More: back.noted || len(back.matrix)+len(back.quiet) > 0}
	j := newJudge(known, By{}, back.answers)
	beside := besides(back.answers)
	for _, a := range back.answers {
		beside.of(a)
		r := j.rule(a)
		u.More = u.More || a.nameless() || r.agrees // which nothing keeps but the sample
		if r.reason != "" || slices.ContainsFunc(r.decisions, func(d corpus.Decision) bool { return !j.heard(r, d) }) {
			u.Rows++
			u.Unsigned = u.Unsigned || signed(a.get(columnCoder)) == ""
		}
	}
	u.More = u.More || len(beside.list) > 0 ||
		slices.ContainsFunc(back.sheets, func(name string) bool { return !slices.Contains(ourSheets, name) })
	return u, nil
}

// heard reports whether somebody has said what d, of the row, says, be it taken back
// since: its coder, where the row names one.
func (j *judge) heard(r ruling, d corpus.Decision) bool {
	if _, since := j.settledSince(r, d); since || slices.ContainsFunc(j.known.TakenBack, func(v corpus.Decision) bool {
		return (d.Coder == "" || d.Coder == v.Coder) && analysis.SameThing(v, d) && r.same(v, d)
	}) {
		return true
	}
	voices := j.standing.On(d, r.passage)
	if d.Coder == "" {
		return slices.ContainsFunc(voices, func(v corpus.Decision) bool { return r.same(v, d) })
	}
	v, said := voices.Of(d.Coder)
	return said && r.same(v, d)
}
