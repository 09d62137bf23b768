package project

import (
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/charts"
)

// TestDumbbellOfOtherThanTwoAreas: where there are more, the message says how to choose
// two of them.
func TestDumbbellOfOtherThanTwoAreas(t *testing.T) {
	for areas, want := range map[int]string{1: "the reviews are from 1", 3: "choose two with 'thematic compare --by area --order A,B"} {
		r := &analysis.Result{Comparisons: []analysis.Comparison{{By: "area", Groups: make([]analysis.GroupSize, areas)}}}
		if _, err := dumbbellFigure(r, charts.Style{}); err == nil || !strings.HasSuffix(strings.TrimSuffix(err.Error(), " -o FILE'"), want) {
			t.Errorf("%d areas: got the error %v, want %q", areas, err, want)
		}
	}
}
