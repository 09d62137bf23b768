package model_test

import (
	"testing"

	"thematic/corpus"
	"thematic/themes"
)

// TestOtherCodebooks holds what the rules of the other built-in codebooks make of
// reviews written and coded for them, from which no pattern was made.
func TestOtherCodebooks(t *testing.T) {
	for _, set := range []struct {
		codebook                                string
		label                                   corpus.Label
		leastPrecision, leastRecall, leastKappa float64
	}{
		{"adults", corpus.LabelDeficit, 0.75, 0.25, 0.23},
		{"factors", corpus.LabelFactor, 0.87, 0.55, 0.55},
	} {
		codebook, err := themes.Builtin(set.codebook)
		if err != nil {
			t.Fatal(err)
		}
		coder, err := themes.NewCoder(codebook, nil)
		if err != nil {
			t.Fatal(err)
		}
		list := reviews(t, "apart/"+set.codebook+"/*.txt")
		for _, r := range list {
			for _, s := range r.sentences {
				for i, code := range s.codes {
					if _, ok := codebook.Theme(code.Theme); !ok {
						t.Errorf("%s: the codebook has no theme %q", r.name, code.Theme)
					}
					if set.label == corpus.LabelFactor {
						s.codes[i].Label = corpus.LabelFactor
					}
				}
			}
		}
		s := report(t, list, "the rules of "+set.codebook, coder, set.label)
		if p := s.Passages; p.Precision < set.leastPrecision || p.Recall < set.leastRecall || s.Kappa < set.leastKappa {
			t.Errorf("%s: precision %.2f, recall %.2f and kappa %.2f: one has fallen below %.2f, %.2f and %.2f",
				set.codebook, p.Precision, p.Recall, s.Kappa, set.leastPrecision, set.leastRecall, set.leastKappa)
		}
	}
}
