package analysis

import (
	"encoding/json"
	"strings"
	"testing"

	"thematic/corpus"
)

// besideInput is [fixtureInput] with two factors beside the themes.
func besideInput() Input {
	in := fixtureInput()
	present := true
	in.Beside = &BesideInput{
		Name: "factors", Title: "Circumstances",
		Themes: []Theme{{ID: "poverty", Label: "Poverty"}, {ID: "housing", Label: "Housing"}},
		Codings: []corpus.Coding{
			{PassageID: "f1", CaseID: "C1", File: "a.pdf", Theme: "poverty", Label: corpus.LabelFactor, Status: corpus.Counted, Quote: "They were in debt."},
			{PassageID: "f2", CaseID: "C2", File: "b.docx", Theme: "poverty", Label: corpus.LabelFactor, Status: corpus.Held, Quote: "Perhaps they were in debt."},
			{PassageID: "f3", CaseID: "C5", File: "a.pdf", Theme: "housing", Label: corpus.LabelFactor, Status: corpus.Counted, Quote: "They were homeless."},
		},
	}
	in.Decisions = append(in.Decisions, corpus.Decision{CaseID: "C4", Theme: "housing", Present: &present, Coder: "KL"})
	return in
}

func TestBesideIsCountedApart(t *testing.T) {
	r := analysed(t, besideInput())
	b := r.Beside
	for i, want := range []struct {
		theme             string
		reviews, withHeld int
	}{{"poverty", 1, 2}, {"housing", 1, 1}} {
		p := b.Prevalence[i]
		if p.Theme.ID != want.theme || p.Share.Count != want.reviews || p.Share.Of != 4 || p.WithHeld != want.withHeld {
			t.Errorf("got %+v, want %+v of 4", p, want)
		}
	}

	for p := range b.Passages.All() {
		if p.CheckFirst {
			t.Errorf("%s is marked to be checked first, which no circumstance is", p.PassageID)
		}
	}
	r.Beside = nil
	got, _ := json.Marshal(r)
	want, _ := json.Marshal(analysed(t, fixtureInput()))
	if string(got) != string(want) {
		t.Error("the themes are counted otherwise with factors beside them")
	}
}

func TestBesideHasTablesOfItsOwn(t *testing.T) {
	r := analysed(t, besideInput())
	var names []string
	for _, table := range r.Tables() {
		if rest, ok := strings.CutPrefix(table.Name, "factors_"); ok {
			names = append(names, rest)
			continue
		}
		for row := range table.All() {
			for _, v := range row {
				if v.Text == "poverty" || v.Text == "housing" {
					t.Errorf("the table %s speaks of a factor", table.Name)
				}
			}
		}
	}
	if got, want := strings.Join(names, " "), "prevalence matrix status passages by_area by_year"; got != want {
		t.Errorf("got tables %s, want %s", got, want)
	}
}

func TestBesideMustNotShareIDs(t *testing.T) {
	in := besideInput()
	in.Beside.Themes[0].ID = "voice"
	if _, err := Analyse(in); err == nil || !strings.Contains(err.Error(), `"voice"`) {
		t.Errorf("got %v, want an error that names the id", err)
	}
}
