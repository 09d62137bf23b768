package charts

import "testing"

// TestIntervalsOfDifferences: an interval leaves out zero on either side of it.
func TestIntervalsOfDifferences(t *testing.T) {
	c := dumbbellChart{themes: []DumbbellTheme{
		{DifferenceLow: 0.1, DifferenceHigh: 0.4}, {DifferenceLow: -0.4, DifferenceHigh: -0.1},
		{DifferenceLow: -0.2, DifferenceHigh: 0.3}, {},
	}}
	if given, clear := c.intervals(); given != 3 || clear != 2 {
		t.Errorf("got %d given, %d without 0, want 3 and 2", given, clear)
	}
}
