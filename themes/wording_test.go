package themes

import (
	"testing"

	"thematic/corpus"
)

func TestSpell(t *testing.T) {
	c := practice(t)
	for _, test := range []struct {
		reason []Words
		want   string
	}{
		{nil, ""},
		{[]Words{{6, 7}}, "descriptive"},
		{[]Words{{2, 3}, {6, 7}, {4, 6}}, "descriptive, was not"},
		{[]Words{{2, 3}}, "of"},
		{[]Words{{2, 4}, {6, 7}}, "descriptive"},
		{[]Words{{5, 6}, {4, 6}, {5, 7}}, "was not, not descriptive"},
	} {
		c.Evidence(Passage("The account of it was not Descriptive.", corpus.SectionFindings), func(_ corpus.Span, e *Evidence) {
			if got := e.spell(test.reason); got != test.want {
				t.Errorf("%v: got %q, want %q", test.reason, got, test.want)
			}
		})
	}
}
