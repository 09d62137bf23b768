package agreement

import (
	"reflect"
	"testing"

	"thematic/corpus"
	"thematic/themes"
	"thematic/themes/refi"
)

func TestFromProject(t *testing.T) {
	codebook := &themes.Codebook{Themes: []themes.Theme{{ID: "assessment", Label: "Poor assessment"}, {ID: "voice", Label: "Voice", Short: "Un-heard"}}}
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
		Name: "k", Task: PassagesAlone, Reviews: []string{"a", "three", "two"}, Themes: []string{"Own", "assessment", "voice"}, Names: map[string]string{"assessment": "Poor assessment", "voice": "Un-heard"},
		Cells: map[Cell]bool{{"a", "assessment"}: true, {"two", "voice"}: true},
		Marks: []Mark{{Review: "a", File: "x/one.pdf", Page: 4, Theme: "assessment", Quote: "was poor", Marked: true}},
		Files: map[string]string{"x/one.pdf": "a", "x/one": "a", "one.pdf": "a", "one": "a"},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	if got, want := FromProject("j", p, codebook, "J Roe", refi.Finding).Cells, map[Cell]bool{{"two", "voice"}: true}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestTwoProjects: passages of projects have no ids, and are known by their words.
func TestTwoProjects(t *testing.T) {
	coder := func(name string, quotes ...string) Coder {
		p := &refi.Project{Themes: []themes.Theme{{ID: "risk"}}, Sources: []refi.Source{{Name: "a.txt"}}}
		s := &p.Sources[0]
		for _, quote := range quotes {
			span := corpus.Span{Start: len(s.Text), End: len(s.Text) + len(quote)}
			s.Text += quote
			s.Selections = append(s.Selections, refi.Selection{Span: span, Codings: []refi.Coding{{Theme: "risk", Sense: refi.Finding}}})
		}
		return FromProject(name, p, &themes.Codebook{}, "", refi.Finding)
	}
	const agreed, one, other = "no assessment was made at all", "nobody asked the child about it", "the plan was never written down"
	r, err := Compare([]Coder{coder("a", agreed, one), coder("b", agreed, other)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	overall := r.ByPassage.Overall
	if overall.Units != 3 || len(r.Disagreements) != 2 {
		t.Errorf("got %d passages and the disagreements %+v, want 3 and 2", overall.Units, r.Disagreements)
	}
	printed(t, "positive", overall.Figures[1].Value, "0.50") // 2·1 of 2 and 2
}
