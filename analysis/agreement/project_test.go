package agreement

import (
	"reflect"
	"testing"

	"thematic/corpus"
	"thematic/themes"
	"thematic/themes/refi"
)

func TestFromProject(t *testing.T) {
	codebook := &themes.Codebook{Themes: []themes.Theme{{ID: "assessment", Label: "Poor assessment"}, {ID: "voice", Label: "Voice", Short: "Unheard"}}}
	coded := func(theme, coder string, sense refi.Sense) []refi.Coding {
		return []refi.Coding{{Theme: theme, Coder: coder, Sense: sense}}
	}
	p := &refi.Project{
		Themes: []themes.Theme{{ID: "poor assessment", Label: "poor assessment"}, {ID: "Unheard", Label: "Unheard"}, {ID: "Own", Label: "Own"}},
		Cases:  []refi.Case{{ID: "a", Sources: []string{"x/one.pdf"}}},
		Sources: []refi.Source{
			{Name: "x/one.pdf", Text: "It was poor.", Selections: []refi.Selection{
				{Span: corpus.Span{Start: 3, End: 11}, Page: 4, Codings: coded("poor assessment", "K Lee", refi.Finding)},
				{Span: corpus.Span{Start: 0, End: 2}, Codings: coded("Own", "K Lee", refi.Held)},
			}},
			{Name: "two.pdf", Text: "x", Whole: coded("Unheard", "J Roe", refi.Finding)},
			{Name: "three.pdf", Text: "x"},
		},
	}
	got := FromProject("k", p, codebook, "", refi.Finding)
	want := Coder{
		Name: "k", Free: true, Reviews: []string{"a", "three", "two"}, Themes: []string{"Own", "assessment", "voice"},
		Cells: map[Cell]bool{{"a", "assessment"}: true, {"two", "voice"}: true},
		Marks: []Mark{{Review: "a", File: "x/one.pdf", Page: 4, Theme: "assessment", Quote: "was poor", Marked: true}},
		Files: map[string]string{"one": "a"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if got, want := FromProject("j", p, codebook, "J Roe", refi.Finding).Cells, map[Cell]bool{{"two", "voice"}: true}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
