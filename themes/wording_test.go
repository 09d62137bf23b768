package themes

import (
	"testing"

	"thematic/corpus"
)

// keyed is an opinion that gives as its reason keys of words.
type keyed string

func (keyed) Name() string                                    { return "keyed" }
func (keyed) Number(string) int32                             { return 0 }
func (keyed) Judge(*Evidence, []View) []View                  { return nil }
func (k keyed) Reason(*Evidence, string, corpus.Label) string { return string(k) }

func TestSpelled(t *testing.T) {
	c := practice(t)
	for _, test := range []struct{ keys, want string }{
		{"descriptiv", "descriptive"},
		{"of, descriptiv, be not", "descriptive, was not"},
		{"of", "of"},
		{"unheard-of", "unheard-of"},
		{"of it, descriptiv", "descriptive"},
		{"not, be not, not descriptiv", "was not, not descriptive"},
		{"account, account", "account"},
	} {
		c.Evidence(Passage("The account of it was not Descriptive.", corpus.SectionFindings), func(_ corpus.Span, e *Evidence) {
			if got := (spelled{keyed(test.keys)}).Reason(e, "", ""); got != test.want {
				t.Errorf("%q: got %q, want %q", test.keys, got, test.want)
			}
		})
	}
}
