package briefing

import (
	"fmt"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestInspectionsAreNoReviewsOfACase: what is true of reviews of one case alone is
// said where such are counted.
func TestInspectionsAreNoReviewsOfACase(t *testing.T) {
	const died, own, gravest, area = "has died or been seriously harmed", "about this case", "the gravest cases", "the services of an area"
	const recur, summary = "Read side by side", "a full report and its executive summary"
	for _, tt := range []struct {
		name      string
		kinds     []corpus.Kind
		said, not []string
	}{
		{"reviews", []corpus.Kind{corpus.KindReview, corpus.KindSummary}, []string{died, own + ", that", gravest, recur, "Each review is about one case. ", "Practice themes in case reviews", summary}, []string{area, "but counted"}},
		{"one review", []corpus.Kind{corpus.KindReview}, []string{died, "happened in one case,"}, []string{recur}},
		{"inspections", []corpus.Kind{corpus.KindInspection, corpus.KindInspection},
			[]string{"This briefing counts 2 inspection reports, and no case review.", "about the practice that was looked at", area, "Practice themes in inspection reports",
				"2 inspection reports from Ambry (1) and Corran (1), published in 2008 and 2009"}, []string{died, own, gravest, summary, "in case reviews"}},
		{"one inspection", []corpus.Kind{corpus.KindInspection}, []string{"counts one inspection report, and no", "what happened in one place", "One inspection report from Ambry, published in 2008"}, []string{"happened in one case,", recur}},
		{"coroners", []corpus.Kind{corpus.KindCoroner, corpus.KindCoroner}, []string{"counts 2 coroners’ reports, and no case review", own, gravest}, []string{died, area, "looked at"}},
		{"one coroner", []corpus.Kind{corpus.KindCoroner}, []string{"what happened in one case,", "Practice themes in coroners’ reports"}, []string{"one place"}},
		{"both", []corpus.Kind{corpus.KindReview, corpus.KindInspection, corpus.KindCoroner},
			[]string{died, own + ", or the practice", gravest, area, "called reviews here, are documents that are no such reviews: one inspection report and one coroner’s report.", "Practice themes in case reviews, inspection reports and coroners’ reports"}, nil},
		{"not known", []corpus.Kind{"", corpus.KindReview}, []string{died, own + ", that"}, []string{"but counted"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := newFiction(len(tt.kinds))
			for i, k := range tt.kinds {
				f.Cases[i].Kind = k
			}
			o := options()
			o.Title = ""
			b := New(f.result(t), o)
			wantSaid(t, b, tt.said...)
			for _, text := range tt.not {
				if all := fmt.Sprint(said(b)); strings.Contains(all, text) {
					t.Errorf("it says %q:\n%s", text, all)
				}
			}
		})
	}
}

// TestTheModelIsNamed: a reader is told that a model judged beside the codebook where
// it did.
func TestTheModelIsNamed(t *testing.T) {
	const how, what, many = "small statistical model learnt from coded passages", "or what the model finds unlikely", "and 2 were found by the model alone."
	f := newFiction(3)
	r := f.result(t)
	const unmeasured = "No such model was used here, where it may be more."
	wantSaid(t, New(r, options()), unmeasured)
	if all := fmt.Sprint(said(New(r, options()))); strings.Contains(all, how) || strings.Contains(all, many) {
		t.Errorf("the rules stood alone, and it says:\n%s", all)
	}
	r.Model = "a model"
	wantSaid(t, New(r, options()), how, what) // though it found none alone
	if all := fmt.Sprint(said(New(r, options()))); strings.Contains(all, unmeasured) {
		t.Errorf("with the model it says %q", unmeasured)
	}
	r.Tally.ByModel = 2
	wantSaid(t, New(r, options()), how, what, many)
}
