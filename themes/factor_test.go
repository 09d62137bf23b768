package themes

import (
	"strings"
	"testing"

	"thematic/corpus"
)

func TestFactors(t *testing.T) {
	cb, err := Builtin("factors")
	if err != nil {
		t.Fatal(err)
	}
	coder, err := NewCoder(cb, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		text    string
		section corpus.SectionKind
		theme   string
		status  corpus.CodingStatus
		reason  string
	}{
		{"There was domestic abuse in the home.", corpus.SectionFamily, "domestic_abuse", corpus.Counted, "states the factor"},
		{"Nobody assessed the domestic abuse.", corpus.SectionAnalysis, "domestic_abuse", corpus.Counted, "states the factor"},
		{"There was no history of domestic abuse.", corpus.SectionFamily, "domestic_abuse", corpus.Rejected, "the factor is denied: 'no history of domestic abuse'"},
		{"Domestic abuse was ruled out.", corpus.SectionAnalysis, "domestic_abuse", corpus.Rejected, "the factor is denied"},
		{"There was a suspicion of domestic abuse.", corpus.SectionAnalysis, "domestic_abuse", corpus.Held, "only that it may be so"},
		{"Mother denied domestic abuse.", corpus.SectionChronology, "domestic_abuse", corpus.Held, "only that it may be so: 'denied'"},
		{"Was there domestic abuse?", corpus.SectionUnknown, "domestic_abuse", corpus.Rejected, "asks a question"},
		{"Research has found that domestic abuse is common.", corpus.SectionAnalysis, "domestic_abuse", corpus.Rejected, "other cases or in general"},
		{"Domestic abuse must be asked about.", corpus.SectionRecommendations, "domestic_abuse", corpus.Held, "advises"},
		{"Domestic abuse was present.", corpus.SectionRecommendations, "domestic_abuse", corpus.Rejected, "among the recommendations"},
		{"The baby was born prematurely, without delay in care.", corpus.SectionChronology, "prematurity", corpus.Counted, "states the factor"},
	} {
		var got corpus.Coding
		for _, c := range coder.Code(Passage(test.text, test.section)) {
			if c.Theme == test.theme {
				got = c
			}
		}
		if got.Label != corpus.LabelFactor || got.Status != test.status || !strings.Contains(got.Reason, test.reason) {
			t.Errorf("%s (%s): got %s %s, %s; want %s, %s", test.text, test.section, got.Label, got.Status, got.Reason, test.status, test.reason)
		}
	}
}

func TestKindsOfCodebook(t *testing.T) {
	const head = "codebook: x\ncounts: %s\nthemes:\n  - {id: a, label: A, patterns: {%s: [debt]}, tests: {%s: [\"A debt.\"]}}\n"
	for _, test := range []struct{ counts, pattern, kind, want string }{
		{"factors", "topic", "factor", "x.yaml:4:42: a codebook that counts factors has no topic patterns"},
		{"practice", "factor", "none", "has no factor patterns"},
		{"factors", "factor", "deficit", "has no deficit tests"},
		{"money", "topic", "none", `x.yaml:2:9: counts is one of practice, factors: got "money"`},
		{"factors", "factor", "factor", ""},
	} {
		data := strings.NewReplacer("counts: %s", "counts: "+test.counts, "patterns: {%s", "patterns: {"+test.pattern, "tests: {%s", "tests: {"+test.kind).Replace(head)
		_, err := Load("x.yaml", []byte(data))
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%+v: got %v", test, err)
		}
	}
}
