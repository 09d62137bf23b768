package themes

import (
	"strings"
	"testing"

	"thematic/corpus"
)

func TestSearch(t *testing.T) {
	cb, err := Builtin("practice")
	if err != nil {
		t.Fatal(err)
	}
	text := "The health visitor was told. Nobody told her GP. Father was not assessed; no assessment of father followed. The GP assessed the father."
	for _, test := range []struct {
		pattern string
		near    []string
		want    string
	}{
		{"tell", nil, "told|told"},
		{"=GP", nil, "GP|GP"},
		{"@man", nil, "Father|father|father"},
		{"assess*", []string{"father"}, "Father was not assessed|assessment of father|assessed the father"},
		{"(told|was told)", nil, "was told|told"},
		{"nobody [told]", nil, "Nobody"},
		{"aunt", nil, ""},
	} {
		s, err := NewSearch(cb, test.pattern, test.near, 4)
		if err != nil {
			t.Errorf("%s: %v", test.pattern, err)
			continue
		}
		doc := Passage(text, corpus.SectionUnknown)
		var got []string
		for _, h := range s.Find(doc) {
			got = append(got, doc.Text.Slice(h.Span))
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("%s near %q: got %q, want %q", test.pattern, test.near, got, test.want)
		}
	}
	for pattern, want := range map[string]string{
		"":                "empty",
		"(father":         "character 1: \"(\" is never closed",
		"café né (father": "character 9: \"(\" is never closed",
		"@nobodies":       "@nobodies is no set",
		"@nobodies—else":  "@nobodies is no set",
		"a*":              "almost any word",
	} {
		if _, err := NewSearch(cb, pattern, nil, 4); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q in it", pattern, err, want)
		}
	}
}
