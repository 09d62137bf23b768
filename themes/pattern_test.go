package themes

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/goccy/go-yaml/parser"

	"thematic/corpus"
)

func matches(t testing.TB, pattern, text string) bool {
	t.Helper()
	root, err := parsePattern(pattern)
	if err != nil {
		t.Fatalf("%q: %v", pattern, err)
	}
	x := newIndexer()
	x.add(root)
	f := newFinder(x.seal())
	var words []word
	for _, tok := range wordsOf(text) {
		words = append(words, f.wordOf(text[tok.start:tok.end], tok.norm))
	}
	hit := false
	f.find(words, func(match) { hit = true })
	return hit
}

func TestPatterns(t *testing.T) {
	cases := []struct {
		pattern, text string
		want          bool
	}{
		{"multi-agency", "a multi agency plan", true},
		{"multi-agency", "a multi-agency plan", true},
		{"multi-agency", "a multiagency plan", true},
		{"consider", "was considered", true},
		{"consider", "inconsiderate", false},
		{"assess*", "the assessments", true},
		{"(was|were) not seen", "children were not seen", true},
		{"(was|were) not seen", "children were seen", false},
		{"[core] assessment", "an assessment", true},
		{"not <3> share", "did not at any time share it", true},
		{"not <3> share", "did not at any one given time share it", false},
		{"=GP", "the GP", true},
		{"=GP", "the gp", false},
		{"child's voice", "the children’s voice", true},
		{"did not ask", "they didn't ask", true},
		{"cannot be", "it can't be", true},
		{"shall not be", "it shan't be", true},
		{"wom?n", "the women", true},
		{"(social worker|health visitor) [and <2> nurse] (rang|wrote)", "the health visitor and school nurse rang", true},
		{"organisation", "the organization", true},
		{"behaviour", "behaviors", true},
		{"(saw|rang)\u00a0nobody", "rang nobody", true}, // as word processors write it
	}
	for _, c := range cases {
		if got := matches(t, c.pattern, c.text); got != c.want {
			t.Errorf("%q in %q: got %v, want %v", c.pattern, c.text, got, c.want)
		}
	}
}

func FuzzPattern(f *testing.F) {
	for _, s := range []string{"a", "(a|b c) [d] <3> e*", "@set =GP", "((((", "work[ed]", "<12> a", "a b? c-d-e", "(a|(b|[c] d))"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		root, err := parsePattern(src)
		if err != nil {
			var pe *patternError
			if !errors.As(err, &pe) || pe.before < 0 || pe.before > utf8.RuneCountInString(src) || pe.msg == "" {
				t.Fatalf("%q: bad error %v", src, err)
			}
			return
		}
		if strings.Contains(src, "@") {
			return // a set has no width before its entries are put in
		}
		low, high := root.width()
		if low < 1 || high < low {
			t.Fatalf("%q: width %d to %d", src, low, high)
		}
		if high > maxPatternWidth || root.count(maxPatternNodes) > maxPatternNodes {
			return
		}
		x := newIndexer()
		x.add(root)
	})
}

func FuzzLoad(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte("codebook: x\nsets: {a: [\"@a\"]}\nthemes: []\n"))
	f.Add([]byte("themes: *a\n"))
	f.Add([]byte(spread))
	f.Add([]byte("context: {cues: [{id: x, sets: deficit, words: [a]}]}\n"))
	f.Add([]byte("codebook: x\nthemes:\n  - id: a\n    label: @A\n    group:B\n    definition: 'it's'\n\tpatterns:\n      topic:\n      - [a] b\n      -c\n      - \"\\d\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		cb, err := Load("f.yaml", data)
		if err == nil {
			if _, err := NewCoder(cb, nil); err != nil {
				t.Fatalf("loaded but not compiled: %v", err)
			}
			cb.Idle()
			return
		}
		var ps Problems
		if !errors.As(err, &ps) || len(ps) == 0 {
			t.Fatalf("bad error %v", err)
		}
		_, notYAML := corpus.ParseYAML(data, parser.AllowDuplicateMapKey())
		lines := 1 + bytes.Count(data, []byte("\n")) + bytes.Count(data, []byte("\r"))
		for _, p := range ps {
			if p.Line < 1 || p.Line > lines || p.Column < 1 || p.Message == "" {
				t.Fatalf("a problem outside of %d lines: %v", lines, p)
			}
			if notYAML == nil && strings.HasPrefix(p.Message, "not valid YAML") {
				t.Fatalf("YAML, and yet: %v", p)
			}
		}
	})
}
