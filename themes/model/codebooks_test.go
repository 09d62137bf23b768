package model_test

import (
	"testing"

	"thematic/corpus"
	"thematic/themes"
	"thematic/themes/model"
)

// TestOtherCodebooks holds what is made of reviews that were written and coded for the
// other built-in codebooks, and from which neither pattern nor model was made: of adults
// those of who made the patterns, and those of who wrote what the model learnt from.
func TestOtherCodebooks(t *testing.T) {
	for _, set := range []struct {
		codebook, files                         string
		model                                   bool
		label                                   corpus.Label
		leastPrecision, leastRecall, leastKappa float64
	}{
		{"adults", "apart/adults/a-*.txt", false, corpus.LabelDeficit, 0.75, 0.25, 0.23},
		{"adults", "apart/adults/a-*.txt", true, corpus.LabelDeficit, 0.79, 0.36, 0.35},
		{"adults", "apart/adults/[fgh]-*.txt", false, corpus.LabelDeficit, 0.65, 0.26, 0.2},
		{"adults", "apart/adults/[fgh]-*.txt", true, corpus.LabelDeficit, 0.75, 0.51, 0.44},
		{"factors", "apart/factors/*.txt", false, corpus.LabelFactor, 0.87, 0.55, 0.55},
	} {
		codebook, coder := rulesOf(t, set.codebook)
		name := "the rules of " + set.codebook
		if set.model {
			name = set.codebook + " with its model"
			var err error
			if coder, err = themes.NewCoder(codebook, model.Builtin(set.codebook)); err != nil {
				t.Fatal(err)
			}
		}
		list := reviews(t, set.files)
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
		s := report(t, list, name, coder, set.label)
		if p := s.Passages; p.Precision < set.leastPrecision || p.Recall < set.leastRecall || s.Kappa < set.leastKappa {
			t.Errorf("%s: precision %.2f, recall %.2f and kappa %.2f: one has fallen below %.2f, %.2f and %.2f",
				name, p.Precision, p.Recall, s.Kappa, set.leastPrecision, set.leastRecall, set.leastKappa)
		}
	}
}
