package corpus

import (
	"slices"
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
