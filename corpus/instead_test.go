package corpus

import (
	"slices"
	"testing"
)

func TestSome(t *testing.T) {
	names := []string{"a", "b", "c", "d", "e", "f", "g"}
	for n, want := range map[int]string{0: "", 1: "a", 5: "a, b, c, d, e", 6: "a, b, c, d, e and 1 more", 7: "a, b, c, d, e and 2 more"} {
		if got := Some(names[:n]); got != want {
			t.Errorf("of %d: got %q, want %q", n, got, want)
		}
	}
}

func TestNear(t *testing.T) {
	areas := []string{"Carrowdale", "Ottermouth", "Ottermouth and Marl", "Brindle & Hay"}
	ids := []string{"professional_curiosity", "assessment_risk", "lived_experience", "fathers_males"}
	labels := []string{"Lack of professional curiosity", "Poor assessment of risk", "Voice of the child not heard", "Men not engaged"}
	for _, tt := range []struct {
		said  string
		names []string
		also  [][]string
		want  []string
	}{
		{"carow dale", areas, nil, []string{"Carrowdale"}},
		{"otter", areas, nil, []string{"Ottermouth", "Ottermouth and Marl"}},
		{"OTTERMOUTH", areas, nil, []string{"Ottermouth"}},
		{"Carrowdale City", areas, nil, []string{"Carrowdale"}},
		{"Brindel and Hay", areas, nil, []string{"Brindle & Hay"}},
		{"Fenn", areas, nil, nil},
		{"", areas, nil, nil},
		{"curiosity", ids, nil, []string{"professional_curiosity"}},
		{"lived_experiance", ids, nil, []string{"lived_experience"}},
		{"risk_assessment", ids, nil, []string{"assessment_risk"}},
		{"men not engaged", ids, [][]string{labels}, []string{"fathers_males"}},
		{"practitioners lacked professional curiosity", ids, [][]string{labels}, []string{"professional_curiosity"}},
		{"age", ids, [][]string{labels}, nil},
		{"tsv", []string{"csv", "json", "pdf"}, nil, []string{"csv"}},
		{"rtf", []string{"csv", "json", "pdf"}, nil, nil},
	} {
		if got := Near(tt.said, tt.names, tt.also...); !slices.Equal(got, tt.want) {
			t.Errorf("%q: got %q, want %q", tt.said, got, tt.want)
		}
	}
}

func TestInstead(t *testing.T) {
	for said, want := range map[string]string{
		"hold":    ": did you mean held?",
		"counter": ": did you mean counted?",
		"perhaps": ": choose from counted, held, rejected",
	} {
		if got := Instead(said, []CodingStatus{Counted, Held, Rejected}); got != want {
			t.Errorf("%q: got %q, want %q", said, got, want)
		}
	}
}

func TestSlips(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want int
	}{{"kitten", "sitting", 3}, {"", "ab", 2}, {"ab", "", 2}, {"flaw", "lawn", 2}, {"same", "same", 0}} {
		if got := slips(tt.a, tt.b); got != tt.want {
			t.Errorf("%q and %q: got %d, want %d", tt.a, tt.b, got, tt.want)
		}
	}
}
