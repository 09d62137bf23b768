package corpus

import "testing"

func TestOpening(t *testing.T) {
	text := Text{Sections: []Section{
		{Kind: SectionAnalysis, Title: "Analysis", Named: true, Parent: -1},
		{Kind: SectionStrengths, Title: "Strengths", Named: true, Parent: 0},
		{Kind: SectionStrengths, Title: "Health", Parent: 1},
		{Kind: SectionStrengths, Title: "Good practice by nurses", Named: true, Parent: 2},
		{Kind: SectionStrengths, Title: "At night", Parent: 3},
		{Kind: SectionUnknown, Title: "The home", Parent: -1},
		{Kind: SectionUnknown, Title: "The garden", Parent: 5},
	}}
	for i, want := range []int{0, 1, 1, 3, 3, 5, 5} {
		if got := text.Opening(text.Sections[i]); got != text.Sections[want] {
			t.Errorf("%s: got %s, want %s", text.Sections[i].Title, got.Title, text.Sections[want].Title)
		}
	}
}
