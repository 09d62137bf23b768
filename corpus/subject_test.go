package corpus

import (
	"slices"
	"strings"
	"testing"
)

func TestChildren(t *testing.T) {
	for cover, want := range map[string][]string{
		"Safeguarding Adults Review: Mrs A and Mr B":   {"Mrs A and Mr B", "Mrs A", "Mr B"},
		"Serious Case Review: Children D, E and F":     {"Children D, E and F", "Child D", "Child E", "Child F"},
		"Serious Case Review: Young People J and K":    {"Young People J and K", "Young Person J", "Young Person K"},
		"SERIOUS CASE REVIEW CHILD A AND BABY B":       {"Child A and Baby B", "Child A", "Baby B"},
		"Serious Case Review: Baby Kit":                {"Baby Kit", "Kit"},
		"Serious Case Review: Families A and B":        {"Families A and B", "Family A", "Family B"},
		"Mental Health Homicide Review: Patient D":     {"Patient D", "Patient D"},
		"Mental Health Homicide Review: Patient Care":  nil,
		"Learning Review in respect of the R Siblings": {"R Siblings"},
		"The R Children":      {"R Children"},
		"Serious Case Review": nil,
	} {
		if got := testText("# "+cover, "Fenn LSCB").Children(); !slices.Equal(got, want) {
			t.Errorf("%s: got %q, want %q", cover, got, want)
		}
	}
}

func TestNamesOfTheFamilyTable(t *testing.T) {
	text := testText("# The review [method]", "Moss\tSubject", "# The family [family_background]", "Kit\tSubject, aged two", "Jo, Sam\tTwins", "Ann\tMother", "2011\tSubject", "Pat")
	for i, b := range text.Blocks {
		if strings.Contains(text.Slice(b.Span), "\t") || i == len(text.Blocks)-1 {
			text.Blocks[i].Kind = BlockTableRow
		}
	}
	if got, want := namesOf(text, "Child K"), []string{"Child K", "K", "Kit", "Jo", "Sam"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
