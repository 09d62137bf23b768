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
	for areas, want := range map[int]string{1: "the reviews are from 1: choose no area, or another chart", 3: "choose two with 'thematic compare --by area --order A,B"} {
		r := &analysis.Result{Comparisons: []analysis.Comparison{{By: "area", Groups: make([]analysis.GroupSize, areas)}}}
		if _, err := dumbbellFigure(r, charts.Style{}); err == nil || !strings.HasSuffix(strings.TrimSuffix(err.Error(), " -o FILE'"), want) {
			t.Errorf("%d areas: got the error %v, want %q", areas, err, want)
		}
	}
}

// TestDumbbellGoesByTheTest: what a chart of two areas claims is what the test of the
// comparison, adjusted for their number, lets stand.
func TestDumbbellGoesByTheTest(t *testing.T) {
	for q, want := range map[float64]string{0.3: "Ambry and Corran differ no more than chance would give; most on “Supervision”", 0.01: "“Supervision” differs most"} {
		r := &analysis.Result{
			Themes: []analysis.Theme{{ID: "supervision", Label: "Supervision"}},
			Comparisons: []analysis.Comparison{{By: "area", Groups: []analysis.GroupSize{{Name: "Ambry", Reviews: 9}, {Name: "Corran", Reviews: 9}},
				Contrasts: []analysis.Contrast{{
					Theme: "supervision", InA: analysis.Proportion(1, 9), InB: analysis.Proportion(8, 9),
					Difference: analysis.Difference{Low: -93, High: -34}, Q: analysis.Statistic{Value: q, Defined: true},
				}}}},
		}
		f, err := dumbbellFigure(r, charts.Style{})
		if err != nil || !strings.HasPrefix(f.Title, want) {
			t.Errorf("q %g: got %q, %v, want %q", q, f.Title, err, want)
		}
	}
}
