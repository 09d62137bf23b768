package themes

import (
	"slices"
	"testing"

	"thematic/corpus"
)

// TestExplainNamesTheCueOfTheFamily: of several cues for the family, the one that
// decided is named.
func TestExplainNamesTheCueOfTheFamily(t *testing.T) {
	c := coderOf(t, `
codebook: x
context: {cues: [{id: keeper, sets: family, words: [keeper]}]}
themes: [{id: a, label: A, patterns: {topic: [assessment], deficit: ["not disclose"]}}]
`)
	for text, want := range map[string]string{
		"Mother failed to attend the assessment.":     "family_actor",
		"The keeper failed to attend the assessment.": "keeper",
		"His sister did not disclose it.":             "untold",
	} {
		var rules []string
		for _, e := range c.Explain(Passage(text, corpus.SectionUnknown)) {
			for _, s := range e.Steps {
				if s.Question == "decision" {
					rules = append(rules, s.Rule)
				}
			}
		}
		if !slices.Equal(rules, []string{want}) {
			t.Errorf("%q: decided by %q, want %q", text, rules, want)
		}
	}
}
