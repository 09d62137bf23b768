package corpus

import (
	"strings"
	"testing"
)

// TestJudgeOneCase has reports with fewer and fewer of the sections of a review, which
// must name the child the more.
func TestJudgeOneCase(t *testing.T) {
	unnamed := strings.Repeat("The child was seen twice. Nobody had asked where the child slept, and the clinic did not see the child again. ", 30)
	for _, test := range []struct {
		name  string
		lines []string
		want  string // how the reason ends
	}{
		{"four sections and no name", []string{"# Serious Case Review", "Marlshire", "# Background [chronology]", unnamed, "# Analysis [analysis]", unnamed, "# Terms of reference [terms_of_reference]", unnamed, "# Learning [lessons]", unnamed},
			"and it has sections for terms of reference, chronology, analysis, lessons"},
		{"three sections below the name of a review", []string{"# Serious Case Review", "Marlshire", "# Background [chronology]", unnamed, "# Analysis [analysis]", unnamed, "# Learning [lessons]", unnamed},
			"and it has sections for chronology, analysis, lessons"},
		{"three sections and little text", []string{"# Serious Case Review", "Marlshire", "# Background [chronology]", "The child was seen twice.", "# Analysis [analysis]", "Nobody had asked.", "# Learning [lessons]", "It was not known."},
			"neither the sections nor the single case of a review"},
		{"three sections and a review named below the title", []string{"# Child health in Marlshire", "A serious case review was held.", "# Background [chronology]", unnamed, "# Analysis [analysis]", unnamed, "# Learning [lessons]", unnamed},
			"neither the sections nor the single case of a review"},
		{"two sections and a child named in the text", []string{"# Serious Case Review", "Marlshire", "# Background [chronology]", unnamed, "# Analysis [analysis]", "Child K was seen. Child K was not heard. Nobody had seen Child K."},
			"and it has sections for chronology, analysis"},
		{"two sections and the number of the case", []string{"# Serious Case Review", "Case GN13", "# Background [chronology]", unnamed, "# Analysis [analysis]", unnamed},
			"and it has sections for chronology, analysis"},
		{"two sections and the number of the case among those of a board", []string{"# Child Practice Review Report", "Re: MRSB 2/2016", "# Background [chronology]", unnamed, "# Analysis [analysis]", unnamed},
			"and it has sections for chronology, analysis"},
		{"two sections and the number of a paper", []string{"# Serious Case Review", "Ref: 13/4", "# Background [chronology]", unnamed, "# Analysis [analysis]", unnamed},
			"neither the sections nor the single case of a review"},
		{"two sections and a child named twice", []string{"# Serious Case Review", "Marlshire", "# Background [chronology]", unnamed, "# Analysis [analysis]", "Child K was seen. Child K was not heard."},
			"neither the sections nor the single case of a review"},
		{"one section and a child in the title", []string{"# Serious Case Review: Child K", "Marlshire", "# Analysis [analysis]", unnamed},
			"and names Child K"},
		{"one section, a child in the title, and little text", []string{"# Serious Case Review: Child K", "Marlshire", "# Analysis [analysis]", "Child K was seen and had no voice."},
			"neither the sections nor the single case of a review"},
		{"one section and no name", []string{"# Serious Case Review", "Marlshire", "# Analysis [analysis]", unnamed},
			"neither the sections nor the single case of a review"},
		{"what will be done", []string{"# Serious Case Review: Child K", "Marlshire", "# Background [chronology]", unnamed, "# Analysis [analysis]", strings.Repeat("The Board will meet and shall ask what should be done. ", 50)},
			"but it does not tell what was done in one case"},
	} {
		if got := judgeText(testText(test.lines...), "pdf"); !strings.HasSuffix(got.Reason, test.want) || got.Kind.AppraisesPractice() != strings.HasPrefix(test.want, "and ") {
			t.Errorf("%s: got %s (%s), want a reason that ends in %q", test.name, got.Kind, got.Reason, test.want)
		}
	}
}

func TestIsStory(t *testing.T) {
	for _, test := range []struct {
		past, other, words int
		want               bool
	}{
		{2, 0, 100, true}, {2, 0, 101, false},
		{3, 1, 100, true}, {3, 2, 100, false}, {2, 1, 100, false},
		{0, 0, 0, true},
	} {
		body := strings.Repeat("was, ", test.past) + strings.Repeat("(should) ", test.other) + strings.Repeat("word ", test.words-test.past-test.other)
		if got := isStory(body); got != test.want {
			t.Errorf("%+v: got %v", test, got)
		}
	}
}
