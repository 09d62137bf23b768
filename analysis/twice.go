package analysis

import (
	"fmt"
	"math/big"

	"thematic/corpus"
)

// Twice is how often a theme is found in the full report and in the executive
// summary of the same review: what the kind of document alone moves. It goes by
// passages; a person's decision on a theme of a review is about neither document.
type Twice struct {
	Theme string `json:"theme"` // id
	// Reviews by where at least one passage makes the theme present.
	Both        int `json:"both"`
	ReportOnly  int `json:"report_only"`
	SummaryOnly int `json:"summary_only"`
	Neither     int `json:"neither"`
	// P is that of [McNemar], undefined where so few reviews differ that it could
	// not reach 0.05, and Q that of [BenjaminiHochberg] over the themes.
	P Statistic `json:"p"`
	Q Statistic `json:"q"`
}

// Of returns the number of reviews that were read in both forms.
func (t Twice) Of() int { return t.Both + t.ReportOnly + t.SummaryOnly + t.Neither }

// McNemar returns the two-sided p value of the exact test of Q. McNemar ("Note
// on the sampling error of the difference between correlated proportions",
// Psychometrika 12 (1947), 153-157): of the pairs that differ, a in one way and b
// in the other, either way is as likely, so that it is twice the probability of
// at most the smaller number under a binomial distribution with a half, and at
// most 1. It reports false where no pair differs or a number is negative.
func McNemar(a, b int) (p float64, ok bool) {
	if a < 0 || b < 0 || a+b == 0 {
		return 0, false
	}
	pairs, ways, choices := int64(a+b), new(big.Int), big.NewInt(1)
	for i := range int64(min(a, b) + 1) {
		ways.Add(ways, choices)
		choices.Mul(choices, big.NewInt(pairs-i)).Div(choices, big.NewInt(i+1))
	}
	all := new(big.Int).Lsh(big.NewInt(1), uint(pairs))
	p, _ = new(big.Rat).SetFrac(ways.Lsh(ways, 1), all).Float64()
	return min(1, p), true
}

// pairing finds out in which of report and summary each theme stands, over the
// included reviews of which both were read.
type pairing struct {
	kinds               map[string]corpus.Kind // of the files that were read
	pairs               rowSet
	inReport, inSummary []rowSet // by theme
}

func newPairing(cases []corpus.Case, themes []Theme, files []File) *pairing {
	k := &pairing{
		kinds: make(map[string]corpus.Kind, len(files)), pairs: newRowSet(len(cases)),
		inReport: make([]rowSet, len(themes)), inSummary: make([]rowSet, len(themes)),
	}
	for _, f := range files {
		if f.Status == corpus.StatusOK || f.Status == corpus.StatusPartial {
			k.kinds[f.File] = f.Kind
		}
	}
	for i, c := range cases {
		report, summary := false, false
		for _, f := range c.Files {
			report, summary = report || fullReport(k.kinds[f]), summary || k.kinds[f] == corpus.KindSummary
		}
		if report && summary {
			k.pairs.add(i)
		}
	}
	for j := range themes {
		k.inReport[j], k.inSummary[j] = newRowSet(len(cases)), newRowSet(len(cases))
	}
	return k
}

// add takes in a passage that makes theme j present in review i.
func (k *pairing) add(i, j int, p *Passage) {
	switch kind := k.kinds[p.File]; {
	case !k.pairs.has(i):
	case fullReport(kind):
		k.inReport[j].add(i)
	case kind == corpus.KindSummary:
		k.inSummary[j].add(i)
	}
}

// twice compares report and summary, theme by theme in the order of the codebook;
// none where no review was read in both forms.
func (m *Matrix) twice(k *pairing) []Twice {
	if k.pairs.count() == 0 {
		return nil
	}
	return m.pairedBy(k.inReport, k.inSummary, k.pairs.count())
}

// pairedBy counts from the sets of reviews of each theme.
func (m *Matrix) pairedBy(inReport, inSummary []rowSet, of int) []Twice {
	list := make([]Twice, len(m.Themes))
	for j, t := range m.Themes {
		k := Twice{Theme: t.ID, Both: inReport[j].shared(inSummary[j])}
		k.ReportOnly, k.SummaryOnly = inReport[j].count()-k.Both, inSummary[j].count()-k.Both
		k.Neither = of - k.Both - k.ReportOnly - k.SummaryOnly
		k.P = k.test()
		list[j] = k
	}
	adjust(list, func(k *Twice) (p, q *Statistic) { return &k.P, &k.Q })
	return list
}

// fullReport reports whether a kind of document is a review in full, whatever the
// arrangements.
func fullReport(k corpus.Kind) bool { return k == corpus.KindReview || k == corpus.KindPractice }

func (t Twice) test() Statistic {
	differ := t.ReportOnly + t.SummaryOnly
	p, ok := McNemar(t.ReportOnly, t.SummaryOnly)
	if !ok {
		return noStatistic("not tested: report and summary say the same of every review")
	}
	if least, _ := McNemar(differ, 0); least > level {
		return noStatistic(fmt.Sprintf("not tested: in %s report and summary differ, and even if all did so in one way p would be %.2f", corpus.Quantity(differ, "review"), least))
	}
	return statistic(p)
}

// twiceTable has one row for each theme.
func (r *Result) twiceTable() Table {
	t := Table{Name: "report_and_summary", Header: []string{
		"theme_id", "theme", "in_report", "in_summary", "of", "both", "report_only", "summary_only", "neither", "p", "q", "tests", "note",
	}}
	labels, tests := r.labels(), tested(r.Twice, func(k Twice) Statistic { return k.P })
	for _, k := range r.Twice {
		t.Rows = append(t.Rows, []Value{
			Text(k.Theme), Text(labels[k.Theme]), Number(k.Both + k.ReportOnly), Number(k.Both + k.SummaryOnly), Number(k.Of()),
			Number(k.Both), Number(k.ReportOnly), Number(k.SummaryOnly), Number(k.Neither),
			k.P.probability(), k.Q.probability(), Number(tests), Text(k.P.Reason),
		})
	}
	return t
}
