package analysis

import (
	"slices"
	"testing"

	"thematic/corpus"
)

func TestAreasAreSpeltAlike(t *testing.T) {
	for _, tt := range []struct {
		name        string
		areas, want []string
	}{
		{"as most do", []string{"ottermouth", "Ottermouth", "Ottermouth"}, []string{"Ottermouth", "Ottermouth", "Ottermouth"}},
		{"with capitals", []string{"wexMoor", "Wexmoor"}, []string{"Wexmoor", "Wexmoor"}},
		{"without hyphens", []string{"Stoke-on-Trent", "Stoke on Trent"}, []string{"Stoke on Trent", "Stoke on Trent"}},
		{"with marks", []string{"Brighton and Hove", "Brighton & Hove"}, []string{"Brighton & Hove", "Brighton & Hove"}},
		{"other areas, and none", []string{"Ambry", "Ambry North", "", "—", "–"}, []string{"Ambry", "Ambry North", "", "—", "–"}},
	} {
		var cases []corpus.Case
		for _, area := range tt.areas {
			cases = append(cases, corpus.Case{Area: area})
		}
		var got []string
		for _, c := range DecidedCases(cases, nil) {
			got = append(got, c.Area)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
		if cases[0].Area != tt.areas[0] {
			t.Errorf("%s: the cases given were changed", tt.name)
		}
	}
}

func TestValuesOfAddedColumnsAreSpeltAlike(t *testing.T) {
	var cases []corpus.Case
	for _, said := range []string{"Yes", "YES ", "yes", "yes", "1-2", "12", ""} {
		cases = append(cases, corpus.Case{Columns: []corpus.Column{{Name: "Neglect", Value: said}}})
	}
	var got []string
	for _, c := range DecidedCases(cases, nil) {
		got = append(got, c.Added("Neglect"))
	}
	if want := []string{"yes", "yes", "yes", "yes", "1-2", "12", ""}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if said := cases[0].Added("Neglect"); said != "Yes" {
		t.Errorf("the cases given were changed: %q", said)
	}
}
