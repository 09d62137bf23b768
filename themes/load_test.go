package themes

import (
	"errors"
	"strings"
	"testing"
)

func TestLoadReportsEveryMistake(t *testing.T) {
	const head = "codebook: x\nthemes:\n  - id: a\n    label: A\n"
	cases := []struct{ name, data, want string }{
		{"unknown key", "codebook: x\nauthor: me\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n", `x.yaml:2:1: "author" is not a key`},
		{"duplicate id", head + "    patterns: {topic: [b]}\n  - id: a\n    label: B\n    patterns: {topic: [c]}\n", `x.yaml:6:5: the id "a" is taken by the theme on line 3`},
		{"empty pattern", head + "    patterns:\n      topic: [\"\"]\n", "the pattern is empty"},
		{"all optional", head + "    patterns:\n      topic: [\"[b]\"]\n", "every word of the pattern may be missing"},
		{"bracket in a word", head + "    patterns:\n      topic: [\"work[ed]\"]\n", `x.yaml:6:20: pattern "work[ed]": brackets hold whole words: for parts of a word write (work|worked) or work*`},
		{"open bracket", head + "    patterns:\n      topic: [\"(a|b\"]\n", `"(" is never closed`},
		{"short prefix", head + "    patterns:\n      topic: [\"a*\"]\n", "would match almost any word"},
		{"unknown set", head + "    patterns:\n      topic: [\"@nobody\"]\n", "@nobody is no set"},
		{"unknown near", head + "    near: [zz]\n    patterns: {topic: [b]}\n", `is near "zz"`},
		{"cycle", "codebook: x\nsets:\n  one: [\"@two\"]\n  two: [\"@one\"]\nthemes:\n  - {id: a, label: A, patterns: {topic: [b]}}\n", "uses itself"},
		{"syntax", "codebook: x\nthemes:\n  - id: [a\n", "not valid YAML"},
		{"alias", head + "    patterns:\n      topic: [*b]\n", "x.yaml:6:"},
		{"empty file", "", "empty"},
		{"bad colour", head + "    colour: red\n    patterns: {topic: [b]}\n", `"red" is not a colour`},
	}
	for _, c := range cases {
		_, err := Load("x.yaml", []byte(c.data))
		var ps Problems
		if !errors.As(err, &ps) {
			t.Errorf("%s: got %v, want Problems", c.name, err)
			continue
		}
		if !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got\n%v\nwant %q in it", c.name, err, c.want)
		}
	}
}

func TestLoadGivesAllMistakesInOneError(t *testing.T) {
	data := "codebook: x\ncolour: red\nthemes:\n  - id: A\n    patterns:\n      topic: [\"(\", \"b[c]\"]\n"
	_, err := Load("x.yaml", []byte(data))
	var ps Problems
	if !errors.As(err, &ps) || len(ps) < 5 {
		t.Fatalf("got %d problems (%v), want at least 5", len(ps), err)
	}
}
