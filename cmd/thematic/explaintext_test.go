package main

import (
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/themes"
)

func TestChainWriter(t *testing.T) {
	codebook, err := themes.Builtin("practice")
	if err != nil {
		t.Fatal(err)
	}
	coder, err := themes.NewCoder(codebook, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		text string
		want []string // lines, or parts of them
	}{
		{"No supervision was provided.", []string{
			"  No supervision was provided.\n\nsupervision_oversight: deficit, counted\n",
			"theme        Management oversight and supervision\n",
			"pattern      says by itself that practice was lacking: “No supervision”  [supervision_oversight.",
			"read in      the whole sentence\n", "section      of no known kind: counts\n", "verdict      counts as deficit\n",
		}},
		{"Mother failed to attend the assessment.", []string{
			"pattern      names the theme: “assessment”", "[cue lack_of, for up to 14 words after it]\n",
			"but          about the family: “Mother”  [cue family_actor]\n", "verdict      does not count\n",
		}},
		{"• No supervision was provided…", []string{"read in      the whole sentence\n"}},
		{"Managers acted to prevent delay and drift.", []string{"[cue shrinking, for up to 1 word after it]\n"}},
		{`"Nobody spoke to the child" and no risk assessment was made.`, []string{
			`  "Nobody spoke to the child" and no`, "read in      the whole sentence\n",
		}},
		{"The weather was cold.", []string{"No theme was named.\n"}},
	} {
		var b strings.Builder
		if err := newChainWriter(codebook, false).write(&b, coder.Explain(themes.Passage(test.text, corpus.SectionUnknown))); err != nil {
			t.Fatal(err)
		}
		for _, want := range test.want {
			if !strings.Contains(b.String(), want) {
				t.Errorf("%q: got\n%swant\n%s", test.text, b.String(), want)
			}
		}
	}
}

func TestChainOfTheModel(t *testing.T) {
	w := newChainWriter(&themes.Codebook{}, false)
	var b strings.Builder
	w.chain(&b, themes.Explanation{Coding: corpus.Coding{Label: corpus.LabelDeficit, Status: corpus.Held}, Steps: []themes.Step{
		{Question: "scope", Words: "Nobody spoke” and left", Answer: "the clause"},
		{Question: "model", Words: "curiosity, not ask", Rule: corpus.RuleModel, Answer: "finds it 46% likely"},
		{Question: "valence", Words: "workers", Rule: corpus.RuleModel, Answer: "the model finds that practice was lacking (40%)"},
		{Question: "decision", Words: "workers", Rule: corpus.RuleModel, Answer: "the model finds it unlikely (20%)"},
	}})
	want := `  read in      the clause: “Nobody spoke’ and left”
  model        finds it 46% likely: “curiosity”, “not ask”
  model        finds that practice was lacking (40%): “workers”
  but          the model finds it unlikely (20%)
  verdict      held for a person, as deficit
`
	if got := b.String(); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestChainShowsWhereACueEnds(t *testing.T) {
	codebook, err := themes.Load("x.yaml", []byte(`
codebook: x
context: {cues: [{id: flimsy, sets: deficit, words: [flimsy], within: 6, until: [with, "(but|yet)"]}]}
themes: [{id: a, label: A, patterns: {topic: [assessment]}}]
`))
	if err != nil {
		t.Fatal(err)
	}
	coder, err := themes.NewCoder(codebook, nil)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := newChainWriter(codebook, false).write(&b, coder.Explain(themes.Passage("The record was flimsy with an assessment.", corpus.SectionUnknown))); err != nil {
		t.Fatal(err)
	}
	want := "  until        the cue 'flimsy' has no say beyond: “with”  [cue flimsy, for up to 6 words on either side, until “with”, “(but|yet)”]\n"
	if got := b.String(); !strings.Contains(got, want) {
		t.Errorf("got\n%swant in it\n%s", got, want)
	}
}

// TestRecognisedTextIsExplainedAsSuch: a sentence that was read from a picture is
// to be compared with its page.
func TestRecognisedTextIsExplainedAsSuch(t *testing.T) {
	var b strings.Builder
	e := themes.Explanation{Coding: corpus.Coding{Page: 2, Section: corpus.SectionAnalysis, Confidence: 83.4, Quote: "Nobody asked."}}
	newChainWriter(&themes.Codebook{}, true).sentence(&b, e)
	if got, want := b.String(), "p. 2, analysis, recognised with a confidence of 83: compare it with the page\n  Nobody asked.\n\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestShortened(t *testing.T) {
	long := strings.Repeat("x", 200)
	for _, test := range []struct{ pattern, want string }{
		{"no assessment", "no assessment"},
		{"(late|never) " + long, "(late|never) …"},
		{long, "…"},
	} {
		if got := shortened(test.pattern); got != test.want {
			t.Errorf("%q: got %q, want %q", test.pattern, got, test.want)
		}
	}
}
