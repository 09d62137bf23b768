package corpus

import "testing"

func TestNamesChild(t *testing.T) {
	for _, test := range []struct {
		text  string
		times int
	}{
		{"", 0},
		{"Child A, Children B and C, Young Person D1, Baby\nE", 4},
		{"Child Protection, Childcare A, GrandChild A, child A, Child ABCD", 0},
		{"“Tilly”, 'Tom' and \"Ann\" but not “The girl” nor 'tis", 3},
		{"Child “Tilly” and the child's Child's “Tom", 1},
		{"'Ann'Child A", 2},
		{"“", 0},
	} {
		if !namesChild(test.text, test.times) || namesChild(test.text, test.times+1) {
			t.Errorf("%q does not name a child %d times", test.text, test.times)
		}
	}
}
