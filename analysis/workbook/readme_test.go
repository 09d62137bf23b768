package workbook

import (
	"slices"
	"testing"

	"thematic/analysis"
)

// TestTheModelIsExplained: Read me says what the model does where one judged, though
// it found no passage alone.
func TestTheModelIsExplained(t *testing.T) {
	for model, want := range map[string]bool{"": false, "a model": true} {
		b := &book{result: &analysis.Result{Model: model}}
		got := slices.ContainsFunc(b.statuses(), func(f Fact) bool { return f.Name == "The model" })
		if got != want {
			t.Errorf("%q: got %v, want %v", model, got, want)
		}
	}
}
