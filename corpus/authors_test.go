package corpus

import (
	"strings"
	"testing"
)

// TestAuthorsBeside has covers on which the author stands beside the line that says so.
func TestAuthorsBeside(t *testing.T) {
	for _, test := range []struct {
		lines []string
		want  string
	}{
		{[]string{"Jo Hythe, Independent Reviewer"}, "Jo Hythe"},
		{[]string{"Independent Lead Reviewer:", "Jo Hythe"}, "Jo Hythe"},
		{[]string{"Report author", "Jo Hythe MBE"}, "Jo Hythe"},
		{[]string{"Jo Hythe and Ann Marl", "Independent Authors", "May 2015"}, "Jo Hythe; Ann Marl"},
		{[]string{"Ann Marl", "Independent Author", "Jo Hythe", "Independent Chair"}, ""},
		{[]string{"Executive Summary", "Independent Author", "Fenn Council"}, ""},
		{[]string{"Reviewer: Jo Hythe, Marl Associates Ltd"}, "Jo Hythe"},
	} {
		text := testText(append([]string{"# Serious Case Review: Child K"}, test.lines...)...)
		got := factsOfText(text, KindReview, "x.pdf")[FactAuthors]
		if got.Value != test.want || got.Value != "" && !strings.Contains(text.Body, got.Evidence.Quote) {
			t.Errorf("%q: got authors %q (%q), want %q", test.lines, got.Value, got.Evidence.Quote, test.want)
		}
	}
}
