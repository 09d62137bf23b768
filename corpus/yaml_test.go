package corpus

import (
	"strings"
	"testing"
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
