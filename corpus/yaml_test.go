package corpus

import (
	"strings"
	"testing"

	"github.com/goccy/go-yaml/parser"
)

func TestParseYAMLBoundsNesting(t *testing.T) {
	for _, test := range []struct {
		name, data string
		ok         bool
	}{
		{"a list in a list", "a: " + strings.Repeat("[", 40) + strings.Repeat("]", 40), true},
		{"many beside one another", "a: [" + strings.Repeat("[b], ", 1000) + "{c: [d]}]", true},
		{"many entries", "a:\n" + strings.Repeat("  - b\n", 1000), true},
		{"brackets in text", "a: \"" + strings.Repeat("[", 1000) + "\"\nb: see " + strings.Repeat("[", 1000), true},
		{"lists", "a: " + strings.Repeat("[", 1<<20), false},
		{"mappings", "a: " + strings.Repeat("{b: ", 1<<18), false},
		{"lists with anchors", "a: " + strings.Repeat("[&b ", 1<<18), false},
		{"entries on one line", strings.Repeat("- ", 1<<19) + "a", false},
		{"keys and entries on one line", strings.Repeat("? - ", 1<<18) + "a", false},
	} {
		_, err := ParseYAML([]byte(test.data))
		if test.ok && err != nil || !test.ok && (err == nil || !strings.Contains(err.Error(), "nested more than 50 deep")) {
			t.Errorf("%s: got %.100v", test.name, err)
		}
	}
}

func TestParseYAMLBoundsKeys(t *testing.T) {
	for _, test := range []struct {
		name, data string
		ok         bool
	}{
		{"as many as are read", strings.Repeat("a: b\n", mostKeys), true},
		{"too many", "s:\n" + strings.Repeat("  a: b\n", mostKeys+1), false},
		{"too many with keys of their own", strings.Repeat("a:\n  b: c\n", mostKeys+1), false},
		{"too many in an entry", "- a: b\n" + strings.Repeat("  a: b\n", mostKeys), false},
		{"in the entries of a list", "a:\n" + strings.Repeat("- a: b\n  c: d\n", mostKeys+1), true},
		{"in mappings below keys", "a:\n  - b:\n" + strings.Repeat("      - c: d\n", mostKeys+1), true},
		{"in brackets", "a: [\n" + strings.Repeat("  {b: c},\n", mostKeys+1) + "]\n", true},
	} {
		_, err := ParseYAML([]byte(test.data), parser.AllowDuplicateMapKey())
		if test.ok && err != nil || !test.ok && (err == nil || !strings.Contains(err.Error(), "more than 5000 keys stand in one column")) {
			t.Errorf("%s: got %.100v", test.name, err)
		}
	}
}
