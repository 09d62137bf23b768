package themes

import (
	"testing"

	"thematic/corpus"
)

func TestAPronounMayStandForAnAdult(t *testing.T) {
	coder := practice(t)
	for _, test := range []struct {
		text string
		want corpus.CodingStatus
	}{
		{"Mr T worked irregular hours. He was never seen alone.", corpus.Held},
		{"The father left early. He drank. He was never seen alone.", corpus.Held},
		{"Mother answered for him. He was never seen alone.", corpus.Counted},
		{"Mr T spoke for the boy. He was never seen alone.", corpus.Counted},
		{"He was never seen alone.", corpus.Counted},
	} {
		var got corpus.CodingStatus
		for _, c := range coder.Code(Passage(test.text, corpus.SectionAnalysis)) {
			if c.Theme == "lived_experience" && c.Label == corpus.LabelDeficit {
				got = c.Status
			}
		}
		if got != test.want {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
}
