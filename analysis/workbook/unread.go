package workbook

import (
	"io"
	"slices"

	"thematic/corpus"
)

// Unread is what would be lost were a workbook written over.
type Unread struct {
	Rows int  // with an answer that nobody has brought in, or something written beside the answers
	More bool // sheets, columns or notes of the person's own
}

// Any reports whether there is something.
func (u Unread) Any() bool { return u.Rows > 0 || u.More }

// ReadUnread finds what a person wrote into the workbook or sample at path and has
// not brought in. Errors are those of [ReadDecisions], but for [ErrNoCoder].
func ReadUnread(path string, r io.Reader, known Known, limits corpus.Limits) (Unread, error) {
	back, err := readAnswers(path, r, limits)
	if err != nil {
		return Unread{}, err
	}
	u := Unread{Rows: len(back.matrix), More: back.noted}
	j := newJudge(known, By{})
	var beside strays
	for _, a := range back.answers {
		if changed, r := beside.of(a), j.rule(a); changed || r.reason != "" || r.agrees || slices.ContainsFunc(r.decisions, func(d corpus.Decision) bool { return !j.heard(r, d) }) {
			u.Rows++
		}
	}
	ours := append(slices.Clone(sheetOrder), sheetBeside, sheetBesidePassages, sheetSample)
	u.More = u.More || slices.ContainsFunc(beside.list, func(s Stray) bool { return s.Own }) ||
		slices.ContainsFunc(back.sheets, func(name string) bool { return !slices.Contains(ours, name) })
	return u, nil
}

// heard reports whether somebody has said what d, of the row, says: its coder, where
// the row names one.
func (j *judge) heard(r ruling, d corpus.Decision) bool {
	if _, since := j.settledSince(r, d); since {
		return true
	}
	voices := j.standing.On(d, r.passage)
	if d.Coder == "" {
		return slices.ContainsFunc(voices, func(v corpus.Decision) bool { return r.same(v, d) })
	}
	v, said := voices.Of(d.Coder)
	return said && r.same(v, d)
}
