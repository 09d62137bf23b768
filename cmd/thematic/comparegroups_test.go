package main

import (
	"strings"
	"testing"

	"thematic/analysis"
)

// TestPoints checks that nothing is said to be minus 0.
func TestPoints(t *testing.T) {
	d := analysis.Difference{Defined: true, Points: -0.3, Low: -12.2, High: 0.4}
	if got, want := points(d), "0 (-12 to 0)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := signed(-0.04, 1)+" "+signed(-0.06, 1)+" "+signed(10, 0), "0.0 -0.1 +10"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestOneWordAmongNumbers checks that the word is named because of which a column of
// numbers is compared value by value.
func TestOneWordAmongNumbers(t *testing.T) {
	var b strings.Builder
	if err := printGroups(&b, &analysis.Result{}, analysis.Comparison{By: "Visits", NoNumber: "about 4"}, false); err != nil {
		t.Fatal(err)
	}
	if want := `Each value is a group, since "about 4" is no number`; !strings.Contains(b.String(), want) {
		t.Errorf("got %q, want %q in it", b.String(), want)
	}
}
