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
	for _, tt := range []struct {
		name      string
		kinds     []corpus.Kind
		said, not []string
	}{
		{"reviews", []corpus.Kind{corpus.KindReview, corpus.KindSummary}, []string{died, own + ", that", gravest, "Each review is about one case. "}, []string{area, "but counted"}},
		{"inspections", []corpus.Kind{corpus.KindInspection, corpus.KindInspection},
			[]string{"This briefing counts 2 inspection reports, and no review of one case.", "about the practice that was looked at", area}, []string{died, own, gravest}},
		{"one inspection", []corpus.Kind{corpus.KindInspection}, []string{"counts one inspection report, and no", "what happened in one place"}, []string{"happened in one case,"}},
		{"coroners", []corpus.Kind{corpus.KindCoroner, corpus.KindCoroner}, []string{"counts 2 coroners’ reports, and no", gravest}, []string{died, own, area}},
		{"both", []corpus.Kind{corpus.KindReview, corpus.KindInspection}, []string{died, own + ", or the practice", gravest, area, "called reviews here, are documents that are not: one inspection report."}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f := newFiction(len(tt.kinds))
			for i, k := range tt.kinds {
				f.Cases[i].Kind = k
			}
			b := New(f.result(t), options())
			wantSaid(t, b, tt.said...)
			for _, text := range tt.not {
				if all := fmt.Sprint(said(b)); strings.Contains(all, text) {
					t.Errorf("it says %q:\n%s", text, all)
				}
			}
		})
	}
}
