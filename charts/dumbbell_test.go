package charts

import (
	"strings"
	"testing"
)

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

// TestOneDifference: what is said of the interval of one theme does not speak of many, nor
// against the title.
func TestOneDifference(t *testing.T) {
	clear, holds := DumbbellTheme{Label: "T", Counts: [2]int{4, 9}, DifferenceLow: -0.65, DifferenceHigh: -0.03}, DumbbellTheme{Label: "T", Counts: [2]int{5, 9}, DifferenceLow: -0.6, DifferenceHigh: 0.04}
	standing := clear
	standing.Stands = true
	for _, c := range []struct {
		theme  DumbbellTheme
		tested bool
		want   string
	}{
		{clear, false, "The interval of the difference does not include 0."},
		{standing, true, "The interval of the difference does not include 0."},
		{clear, true, "The interval of the difference does not include 0, but by the test that was made chance could give what is seen."},
		{holds, true, "The interval of the difference includes 0: chance alone could give what is seen."},
	} {
		f, err := Dumbbell(DumbbellData{Groups: [2]DumbbellGroup{{"Carrow", 14}, {"Otter", 13}}, Themes: []DumbbellTheme{c.theme}, Tested: c.tested}, Style{})
		if err != nil {
			t.Fatal(err)
		}
		if want := "n = 27 reviews. " + c.want; f.Source != want {
			t.Errorf("got %q, want %q", f.Source, want)
		}
	}
}

// TestDumbbellClaimsWhatStands: the widest of many differences is wide by chance alone,
// so the title names one that stands, or says that none does.
func TestDumbbellClaimsWhatStands(t *testing.T) {
	wide := DumbbellTheme{Label: "Wide", Counts: [2]int{4, 9}, DifferenceLow: -0.65, DifferenceHigh: -0.03}
	less := DumbbellTheme{Label: "Less", Counts: [2]int{5, 9}, DifferenceLow: -0.60, DifferenceHigh: 0.04}
	standing := less
	standing.Stands = true
	none := "Carrow and Otter differ no more than chance would give; most on “"
	for _, c := range []struct {
		name   string
		tested bool
		themes []DumbbellTheme
		want   string
	}{
		{"tested, none stands", true, []DumbbellTheme{wide, less}, none + "Wide”: found lacking in 4 of 14 reviews (29%) against 9 of 13 reviews (69%)"},
		{"tested, the second stands", true, []DumbbellTheme{wide, standing},
			"“Less” differs by more than chance would give: practice found lacking in 5 of 14 reviews (36%) in Carrow, in 9 of 13 reviews (69%) in Otter"},
		{"tested, the widest stands", true, []DumbbellTheme{standing}, "“Less” differs most: practice"},
		{"not tested, an interval leaves out 0", false, []DumbbellTheme{wide, less}, "“Wide” differs most: practice found lacking in 4 of 14 reviews"},
		{"not tested, every interval holds 0", false, []DumbbellTheme{less}, none + "Less”: found lacking in 5 of 14 reviews (36%) against 9 of 13 reviews (69%)"},
	} {
		f, err := Dumbbell(DumbbellData{Groups: [2]DumbbellGroup{{"Carrow", 14}, {"Otter", 13}}, Themes: c.themes, Tested: c.tested}, Style{})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(f.Title, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, f.Title, c.want)
		}
	}
}
