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
	coder, err := themes.NewCoder(codebook)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		text string
		want []string // lines, or parts of them
	}{
		{"No supervision was provided.", []string{
			"“No supervision was provided.”\n\nsupervision_oversight: deficit, counted\n",
			"theme        Management oversight and supervision\n",
			"pattern      says by itself that practice was lacking: “No supervision”  [supervision_oversight.",
			"read in      the whole sentence\n", "section      of no known kind: counts\n", "verdict      counts as deficit\n",
		}},
		{"Mother failed to attend the assessment.", []string{
			"pattern      names the theme: “assessment”", "[cue lack_of, for up to 14 words after it]\n",
			"but          about the family: “Mother”  [cue family_actor]\n", "verdict      does not count\n",
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
