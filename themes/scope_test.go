package themes

import (
	"slices"
	"strings"
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

// TestCueWithinAHitIsExplained: a gap takes the words in that say what was lacking.
func TestCueWithinAHitIsExplained(t *testing.T) {
	c := coderOf(t, "codebook: x\nthemes:\n  - {id: a, label: A, patterns: {topic: [\"information <2> shared\"]}}\n")
	got := c.Explain(Passage("Information was not shared with the school.", corpus.SectionUnknown))
	if len(got) != 1 || !slices.ContainsFunc(got[0].Steps, func(s Step) bool { return s.Question == "within" && strings.Contains(s.Words, "not") }) {
		t.Errorf("got %+v, want the cue within the hit among the steps", got)
	}
	got = c.Explain(Passage("Information was then shared with the school.", corpus.SectionUnknown))
	if len(got) != 1 || slices.ContainsFunc(got[0].Steps, func(s Step) bool { return s.Question == "within" }) {
		t.Errorf("got %+v, want no cue within the hit", got)
	}
}

// TestReachOfACue holds the bounds of direction and distance, which count the words
// between a cue and a hit.
func TestReachOfACue(t *testing.T) {
	clause := span{0, 20}
	for _, test := range []struct {
		direction Direction
		at, h     span
		want      bool
	}{
		{Forward, span{2, 3}, span{6, 7}, true}, {Forward, span{2, 3}, span{7, 8}, false}, {Forward, span{6, 7}, span{2, 3}, false},
		{Backward, span{6, 7}, span{2, 3}, true}, {Backward, span{7, 8}, span{2, 3}, false}, {Backward, span{2, 3}, span{6, 7}, false},
		{Both, span{2, 3}, span{6, 7}, true}, {Both, span{6, 7}, span{2, 3}, true}, {Both, span{2, 3}, span{7, 8}, false}, {Both, span{7, 8}, span{2, 3}, false},
		{Forward, span{2, 3}, span{3, 4}, true}, {Backward, span{3, 4}, span{2, 3}, true},
		{Forward, span{6, 8}, span{5, 7}, true},      // which overlaps the hit
		{Both, span{6, 7}, span{5, 8}, false},        // which is a part of it
		{Both, span{20, 21}, span{18, 19}, false},    // outside its clause
		{Whole, span{20, 21}, span{1, 2}, true},      // wherever it stands
		{Whole, span{5, 6}, span{5, 7}, false},       // but within the hit
		{Backward, span{19, 21}, span{18, 20}, true}, // outside in part, but over the hit
	} {
		f := found{&Cue{Direction: test.direction, Within: 3}, test.at}
		if got := f.reaches(test.h, clause); got != test.want {
			t.Errorf("a cue that looks %s at %v, a hit at %v: got %t", directions[test.direction], test.at, test.h, got)
		}
	}
}
