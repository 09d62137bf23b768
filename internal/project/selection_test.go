package project

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

// The themes of the reviews of [runThree].
const (
	risk      = "assessment_risk"
	voice     = "lived_experience"
	curiosity = "professional_curiosity"
)

// runThree runs over a short review in three places and years, and lays decisions
// over it that move a passage each from one theme to another, add one, reject one,
// and settle a theme of a review.
func runThree(t *testing.T) Options {
	t.Helper()
	folder := t.TempDir()
	for name, text := range map[string]string{
		"wren.txt":  shortReview,
		"robin.txt": strings.NewReplacer("Wren", "Robin", "2014", "2016").Replace(shortReview),
		"finch.txt": strings.NewReplacer("Wren", "Finch", "Ambry", "Borley", "2014", "2017").Replace(shortReview),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o := testOptions(t, folder)
	o.Kinds = corpus.Kinds
	passage := map[string]analysis.Passage{} // by file and theme
	for p := range resultsOf(t, runAgain(t, o)).Passages.All() {
		passage[p.File+" "+p.Theme] = *p
	}
	on := func(key string, d corpus.Decision) corpus.Decision {
		p, ok := passage[key]
		if !ok {
			t.Fatalf("there is no passage %s", key)
		}
		d.PassageID, d.Document, d.File, d.Theme, d.Label, d.Quote = p.PassageID, p.Document, p.File, p.Theme, p.Label, p.Quote
		return d
	}
	wren, present := passage["wren.txt "+risk], true
	decisions := []corpus.Decision{
		on("wren.txt "+risk, corpus.Decision{Status: corpus.Counted, MovedTo: curiosity}),
		on("robin.txt "+voice, corpus.Decision{Status: corpus.Counted, MovedTo: risk}),
		on("robin.txt "+risk, corpus.Decision{Status: corpus.Counted, MovedTo: voice}),
		on("finch.txt "+voice, corpus.Decision{Status: corpus.Rejected}),
		{Added: true, PassageID: analysis.AddedID(wren.Document, voice, corpus.LabelDeficit, wren.Quote), Document: wren.Document, File: wren.File,
			Theme: voice, MovedTo: risk, Label: corpus.LabelDeficit, Quote: wren.Quote, Status: corpus.Counted},
		{CaseID: passage["finch.txt "+risk].CaseID, Theme: curiosity, Present: &present},
	}
	for i := range decisions {
		decisions[i].Coder, decisions[i].Time = monday.Coder, monday.Time
		if err := decide(corpus.SystemDisk{}, o.Out, decisions[i]); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

// TestChosenThemesCountAsAmongAll holds that a theme counts the same however many
// others are chosen with it, wherever people moved its passages, as a whole, in an
// area and in some years.
func TestChosenThemesCountAsAmongAll(t *testing.T) {
	takesLong(t)
	o := runThree(t)
	counts := func(sel Selection) *analysis.Result {
		t.Helper()
		r, _, err := Results(o.Out, sel)
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Orphans) > 0 {
			t.Errorf("%+v: got the orphans %+v", sel, r.Orphans)
		}
		return r
	}
	for _, sel := range []Selection{{}, {Area: "Borley"}, {Area: "Ambry"}, {From: 2016}, {To: 2015}} {
		all := counts(sel)
		for _, themes := range [][]string{{curiosity}, {risk}, {voice, curiosity}, {curiosity, risk}, {risk, voice, curiosity}} {
			sel.Themes = themes
			chosen := counts(sel)
			if got := idsOf(chosen.Top); !slices.Equal(got, themes) {
				t.Errorf("%+v: got the top %q", sel, got)
			}
			for _, id := range themes {
				if got, want := countsOf(t, chosen, id), countsOf(t, all, id); !reflect.DeepEqual(got, want) {
					t.Errorf("%+v: %s\ngot  %+v\nwant %+v", sel, id, got, want)
				}
			}
			want, err := all.Matrix.Regions(themes)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(chosen.Regions, want) {
				t.Errorf("%+v: got the regions %+v\nwant %+v", sel, chosen.Regions, want)
			}
		}
	}
}

// TestSelectionTalliesItsOwnPassages holds that what is said to be checked under a
// chart is of the reviews and themes that it shows.
func TestSelectionTalliesItsOwnPassages(t *testing.T) {
	takesLong(t)
	o := runThree(t) // 3 passages of wren.txt, of which 2 are decided, 2 and 2 of robin.txt, 2 and 1 of finch.txt
	for _, test := range []struct {
		sel  Selection
		want string
	}{
		{Selection{}, "5 of 7 passages and 1 theme of a review checked by a person"},
		{Selection{Area: "Borley"}, "1 of 2 passages and 1 theme of a review checked by a person"},
		{Selection{Area: "Borley", Themes: []string{risk}}, "no passage checked by a person"},
		{Selection{Area: "Ambry"}, "4 of 5 passages checked by a person"},
		{Selection{From: 2016, To: 2016}, "2 of 2 passages checked by a person"},
	} {
		r, _, err := Results(o.Out, test.sel)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Tally.Checked(); got != test.want || r.Tally.Passages != r.Passages.Len() {
			t.Errorf("%+v: got %q and %d passages, want %q", test.sel, got, r.Passages.Len(), test.want)
		}
	}
}

// themeCounts is all that is counted of a theme.
type themeCounts struct {
	prevalence analysis.Prevalence
	cells      []analysis.Cell
	passages   []string
	areas      []analysis.Estimate
	contrasts  []analysis.Estimate // of the comparisons
}

func countsOf(t *testing.T, r *analysis.Result, id string) (c themeCounts) {
	t.Helper()
	is := func(theme analysis.Theme) bool { return theme.ID == id }
	share := func(list []analysis.Prevalence) analysis.Prevalence {
		i := slices.IndexFunc(list, func(p analysis.Prevalence) bool { return is(p.Theme) })
		list[i].Theme.Headline = true // whether it is chosen or not
		return list[i]
	}
	c.prevalence = share(r.Prevalence)
	for _, row := range r.Matrix.Cells {
		c.cells = append(c.cells, row[slices.IndexFunc(r.Matrix.Themes, is)])
	}
	for p := range r.Passages.All() {
		if p.Theme == id {
			c.passages = append(c.passages, p.PassageID+" "+string(p.Status)+" "+p.Reason)
		}
	}
	for _, g := range r.ByArea {
		c.areas = append(c.areas, share(g.Prevalence).Share)
	}
	for _, comparison := range r.Comparisons {
		for _, k := range comparison.Contrasts {
			if k.Theme == id {
				c.contrasts = append(c.contrasts, k.InA, k.InB)
			}
		}
	}
	return c
}

func idsOf(themes []analysis.Theme) (ids []string) {
	for _, theme := range themes {
		ids = append(ids, theme.ID)
	}
	return ids
}

// TestExportCountsAsTheNextRun holds that the tables exported with decisions are
// those of the next run.
func TestExportCountsAsTheNextRun(t *testing.T) {
	takesLong(t)
	o := runThree(t)
	folder := filepath.Join(t.TempDir(), "tables")
	if _, err := Export(t.Context(), o.Out, "csv", folder, "test", Presentation{}); err != nil {
		t.Fatal(err)
	}
	runAgain(t, o)
	for _, name := range []string{"matrix.csv", "status.csv", "passages.csv", "prevalence.csv", "overlaps.csv", "by_area.csv", "by_year.csv"} {
		got, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join(o.Out, "tables", name))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
}

func TestSelectionOfReviews(t *testing.T) {
	for _, tt := range []struct {
		sel  Selection
		want string // the reviews that are left
	}{
		{Selection{}, "a b c"},
		{Selection{Area: "marl"}, "a c"},
		{Selection{From: 2010}, "a b"},
		{Selection{From: 2011}, "b"},
		{Selection{To: 2012}, "a b"},
		{Selection{To: 2011}, "a"},
		{Selection{From: 2011, To: 2011}, ""},
		{Selection{Area: "Marl", From: 2010, To: 2010}, "a"},
	} {
		in := analysis.Input{Cases: []corpus.Case{
			{ID: "a", Area: "Marl", Year: 2010, Include: true}, {ID: "b", Area: "Fenn", Year: 2012, Include: true},
			{ID: "c", Area: "Marl", Include: true}, {ID: "d", Area: "Marl", Year: 2010},
		}}
		if err := tt.sel.apply(&in); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(included(in.Cases), " "); got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt.sel, got, tt.want)
		}
		for _, c := range in.Cases {
			if c.ID != "d" && c.Include == slices.Contains(in.Aside, c.ID) {
				t.Errorf("%+v: review %s is left in %v, and %q are set aside", tt.sel, c.ID, c.Include, in.Aside)
			}
		}
	}
}

// TestAreasThatCountAreOffered: an area of which no review counts cannot be drawn.
func TestAreasThatCountAreOffered(t *testing.T) {
	in := analysis.Input{Cases: []corpus.Case{{ID: "a", Area: "Ambry", Include: true}, {ID: "b", Area: "mixed"}}}
	err := Selection{Area: "Nowhere"}.apply(&in)
	if want := `no review is from "Nowhere": choose from Ambry`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %q", err, want)
	}
}
