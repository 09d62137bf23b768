package corpus

import (
	"strings"
	"testing"
)

// TestListsOfPlaces: what stands before the commas of a partnership's name is of its
// area where it is places.
func TestListsOfPlaces(t *testing.T) {
	for line, want := range map[string]string{
		"Marlmouth, Fennchurch and Hythe Safeguarding Children Partnership":                                           "Marlmouth, Fennchurch and Hythe",
		"The Marlmouth, Fennchurch & Hythe Safeguarding Children Partnership":                                         "Marlmouth, Fennchurch & Hythe",
		"This review was commissioned by the Upham and Downham, Haven and Redbridge Safeguarding Partnership in 2021": "Upham and Downham, Haven and Redbridge",
		"North Marlshire, St Fenn, Ambry and Bourne LSCB":                                                             "North Marlshire, St Fenn, Ambry and Bourne",
		"Fenn and Ambry Safeguarding Children Board":                                                                  "Fenn and Ambry",
		"Independent Chair, Fenn and Ambry Safeguarding Children Board":                                               "Fenn and Ambry",
		"Chair, Marl, Fenn and Ambry Safeguarding Children Board":                                                     "Marl, Fenn and Ambry",
		"Jane Smith, Fenn and Ambry Safeguarding Children Board":                                                      "Fenn and Ambry",
		"12 May, Fenn and Ambry Safeguarding Children Board":                                                          "Fenn and Ambry",
		"for the Police, Fenn and Ambry Safeguarding Children Board":                                                  "Fenn and Ambry",
		"Serious Case Review, Ambry Safeguarding Children Board":                                                      "Ambry",
		"Milton Keynes, Fenn and Ambry Safeguarding Children Partnership":                                             "Milton Keynes, Fenn and Ambry",
		"Police, Health and Ambry Safeguarding Children Partnership":                                                  "Ambry",
		"Integrated Care Board and Ambry Safeguarding Children Partnership":                                           "Ambry",
		"Fenn, Ambry Safeguarding Children Board":                                                                     "Ambry",
	} {
		facts := factsOfText(testText("# Serious Case Review: Child Q", line, "The review concerns Child Q."), KindReview, "x.pdf")
		if got := facts.Value(FactArea); got != want {
			t.Errorf("%s: got the area %q of %q, want %q", line, got, facts.Value(FactBoard), want)
		}
	}
	for _, tt := range []struct {
		kind Kind
		line string
	}{
		{KindInspection, "Inspection of Marlmouth, Fennchurch and Hythe children’s services"},
		{KindInspection, "# Inspection of children’s services\nMarlmouth, Fennchurch and Hythe Council"},
		{KindCoroner, "Area: Marlmouth, Fennchurch and Hythe"},
		{KindCoroner, "I am Jo Marl, for the coroner area of Marlmouth, Fennchurch and Hythe."},
		{KindThematic, "# Exploitation in Marlmouth, Fennchurch and Hythe\nMarlmouth, Fennchurch and Hythe Council was asked."},
		{KindReview, "# Child Q\nMarlmouth, Fennchurch and Hythe\nSafeguarding Children Partnership\nThe Marlmouth, Fennchurch and Hythe Council was asked."},
	} {
		facts := factsOfText(testText(strings.Split(tt.line, "\n")...), tt.kind, "x.pdf")
		if got, want := facts.Value(FactArea), "Marlmouth, Fennchurch and Hythe"; got != want {
			t.Errorf("%s: got the area %q of %q, want %q", tt.line, got, facts.Value(FactBoard), want)
		}
	}
}
