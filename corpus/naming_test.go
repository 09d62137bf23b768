package corpus

import (
	"regexp"
	"testing"
)

// namingsByExpression counts what [namings] counts by the expression alone.
func namingsByExpression(text string, most int) int {
	anywhere := regexp.MustCompile(`\b(?:Baby|Child|Children|Young Person|Family|Adult|Sibling|Girl|Boy|Subject)(?:\s+[A-Z]{1,3}[0-9]?\b|\s+["“‘'])|['‘"“][A-Z][a-z]+['’"”]`)
	return len(anywhere.FindAllStringIndex(text, most))
}

func TestNamings(t *testing.T) {
	for _, test := range []struct {
		text string
		want int
	}{
		{"", 0},
		{"Child A, Children B and C, Young Person D1, Baby\nE", 4},
		{"Child Protection, Childcare A, GrandChild A, child A, Child ABCD", 0},
		{"“Tilly”, 'Tom' and \"Ann\" but not “The girl” nor 'tis", 3},
		{"Child “Tilly” and the child's Child's “Tom", 1},
		{"'Ann'Child A", 2},
		{"“", 0},
	} {
		if got := namings(test.text, 9); got != test.want || got != namingsByExpression(test.text, 9) {
			t.Errorf("%q: got %d, want %d, by the expression %d", test.text, got, test.want, namingsByExpression(test.text, 9))
		}
		if got, want := namings(test.text, 1), min(1, test.want); got != want {
			t.Errorf("%q: got %d, want %d at the most", test.text, got, want)
		}
	}
}

func TestNamingsInRealTexts(t *testing.T) {
	for _, text := range realTexts(t) {
		if got, want := namings(text, -1), namingsByExpression(text, -1); got != want {
			t.Errorf("got %d, want %d in %.80q", got, want, text)
		}
	}
}

func FuzzNamings(f *testing.F) {
	f.Add("Child A and “Tilly”, Baby  B1\nBoy 'Tom' \"Ann\"")
	f.Fuzz(func(t *testing.T, text string) {
		if got, want := namings(text, -1), namingsByExpression(text, -1); got != want {
			t.Errorf("got %d, want %d in %q", got, want, text)
		}
	})
}
