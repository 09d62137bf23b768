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

func TestNearAreas(t *testing.T) {
	cases := []corpus.Case{{Area: "Carrowdale"}, {Area: "Ottermouth"}, {Area: "Ottermouth and Marl"}, {Area: ""}, {Area: "Ottermouth"}}
	for _, tt := range []struct {
		name string
		want []string
	}{
		{"carow dale", []string{"Carrowdale"}},
		{"otter", []string{"Ottermouth", "Ottermouth and Marl"}},
		{"Carrowdale City", []string{"Carrowdale"}},
		{"Fenn", nil},
	} {
		if got := NearAreas(tt.name, cases); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
	for _, tt := range []struct {
		a, b string
		want int
	}{{"kitten", "sitting", 3}, {"", "ab", 2}, {"ab", "", 2}, {"flaw", "lawn", 2}, {"same", "same", 0}} {
		if got := slips(tt.a, tt.b); got != tt.want {
			t.Errorf("%q and %q: got %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}
