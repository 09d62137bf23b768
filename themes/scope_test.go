package themes

import (
	"slices"
	"testing"

	"thematic/corpus"
)

const untilCodebook = `
codebook: small
sets:
  turn: [but, although]
context:
  cues:
    - {id: lacked, sets: deficit, words: [flimsy], direction: both, within: 12, until: [with, "in contrast to"]}
    - {id: whole, sets: deficit, words: [poorly], direction: sentence, until: ["@turn"]}
    - {id: free, sets: deficit, words: [threadbare], direction: both, within: 12}
    - {id: elsewhere, sets: research, words: [a study of], until: ["(here|in this case)"]}
    - {id: hoped, sets: possible, words: [maybe], direction: forward, within: 12, until: [and]}
themes:
  - id: assessment
    label: Assessment
    patterns: {topic: [assessment*]}
`

func TestUntilEndsTheScopeOfOneCue(t *testing.T) {
	c := coderOf(t, untilCodebook)
	for _, test := range []struct{ text, want string }{
		{"The record was flimsy in its assessment.", "counted deficit"},
		{"The record was flimsy with an assessment.", "rejected neutral"},
		{"The record was threadbare with an assessment.", "counted deficit"}, // the words end one cue and no other
		{"The assessment came with a flimsy record.", "rejected neutral"},    // on its other side
		{"The assessment in contrast to the record was flimsy.", "rejected neutral"},
		{"The assessment in contrast was flimsy.", "counted deficit"},
		{"With that the assessment was flimsy.", "counted deficit"}, // not between the two
		{"It was done poorly; the assessment was late.", "counted deficit"},
		{"It was done poorly but the assessment followed.", "rejected neutral"},
		{"A study of workers found that the assessment was threadbare.", "rejected deficit"},
		{"A study of workers is known and in this case the assessment was threadbare.", "counted deficit"},
		{"Maybe the assessment was threadbare.", "held deficit"},
		{"Maybe not and the assessment was threadbare.", "counted deficit"},
	} {
		if got := verdictOf(c, test.text, "assessment", corpus.SectionUnknown); got != test.want {
			t.Errorf("%q: got %s, want %s", test.text, got, test.want)
		}
	}
}

func TestUntilIsExplained(t *testing.T) {
	c := coderOf(t, untilCodebook)
	want := Step{"until", "with", "lacked", "the cue 'flimsy' has no say beyond"}
	got := c.Explain(Passage("The record was flimsy with an assessment.", corpus.SectionUnknown))
	if len(got) != 1 || !slices.Contains(got[0].Steps, want) {
		t.Errorf("got %+v, want the step %+v", got, want)
	}
}
