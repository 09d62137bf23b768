package pdf

import "testing"

// Two lines become one as the rest of the document shows: a hyphen goes only
// where words are broken.
func TestHyphens(t *testing.T) {
	typed := []string{"Multi-agency working was strong and", "recorded well."}
	breaking := []string{"Practitioners of the first team were in the develop-", "ment of the service, and its development was slow."}
	tests := []struct {
		name  string
		other []string
		a, b  string
		want  string
	}{
		{"typed, seen nowhere else", typed, "a single-", "agency audit", "a single-agency audit"},
		{"typed, a short text", nil, "the record-", "keeping was poor", "the record-keeping was poor"},
		{"typed twice in one word", typed, "a six-week-", "long stay", "a six-week-long stay"},
		{"written whole elsewhere", []string{"their wellbeing, well"}, "their well-", "being", "their wellbeing"},
		{"broken", breaking, "the assess-", "ment of risk", "the assessment of risk"},
		{"broken, of two words", breaking, "the first-", "team meeting", "the first-team meeting"},
		{"broken in a compound", breaking, "a multi-agen-", "cy plan", "a multi-agency plan"},
		{"before a capital", breaking, "Stoke-on-", "Trent", "Stoke-on-Trent"},
		{"broken before an ending, a short text", nil, "an appropri-", "ate plan", "an appropriate plan"},
		{"broken before an ending, of a word", typed, "the assess-", "ment of risk", "the assessment of risk"},
		{"a name that is an ending", typed, "the single-", "Ed said", "the single-Ed said"},
		{"soft", typed, "the assess\u00ad", "ment of risk", "the assessment of risk"},
		{"put in by a browser", typed, "each can be ex\u2010", "plained", "each can be explained"},
		{"typed as such", []string{"multi\u2010agency working", "was strong"}, "an ex\u2010", "partner", "an ex\u2010partner"},
		{"typed as such in a word that goes on", typed, "a Child\u2010in\u2010", "need plan", "a Child\u2010in\u2010need plan"},
		{"of a name, by no browser", typed, "the mother of Child\u2010", "A said", "the mother of Child\u2010A said"},
		{"of two words, by no browser", typed, "pre\u2010", "(and post-) natal", "pre\u2010 (and post-) natal"},
		{"after a number", typed, "a 17-", "year-old", "a 17-year-old"},
		{"after a number, of Unicode", typed, "in 2010\u2010", "2012 and a 17\u2010year\u2010old", "in 2010\u20102012 and a 17\u2010year\u2010old"},
		{"after a dash", typed, "health -", "and care", "health - and care"},
		{"after a stroke", typed, "and/", "or", "and/or"},
		{"without any", typed, "one", "two", "one two"},
		{"before a digit", typed, "pages-", "12 to 14", "pages- 12 to 14"},
	}
	for _, test := range tests {
		v := newVocabulary([][]string{test.other, {test.a, test.b}})
		cut, space := v.seam(test.a, test.b)
		if got := test.a[:len(test.a)-cut] + space + test.b; got != test.want {
			t.Errorf("%s: %q and %q make %q, want %q", test.name, test.a, test.b, got, test.want)
		}
	}
}
