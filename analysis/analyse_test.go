package analysis

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

func analysed(t *testing.T, in Input) *Result {
	t.Helper()
	r, err := Analyse(in)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestMatrix(t *testing.T) {
	r := analysed(t, fixtureInput())
	want := map[string][]CellStatus{
		"C1": {CellCounted, CellCounted, CellAbsent},
		"C2": {CellHeld, CellAbsent, CellCounted},
		"C3": {CellCounted, CellAbsent, CellDecidedPresent},
		"C4": {CellAbsent, CellAbsent, CellAbsent},
	}
	if got := len(r.Matrix.Cases); got != len(want) {
		t.Fatalf("got %d reviews, want %d: the leaflet is not included", got, len(want))
	}
	for i, c := range r.Matrix.Cases {
		for j, theme := range r.Matrix.Themes {
			if got := r.Matrix.Cells[i][j].Status; got != want[c.ID][j] {
				t.Errorf("%s, %s: got %s, want %s", c.ID, theme.ID, got, want[c.ID][j])
			}
		}
	}
}

func TestPrevalence(t *testing.T) {
	r := analysed(t, fixtureInput())
	for i, want := range []struct {
		theme                                  string
		reviews, withHeld, good, passagesFound int
	}{
		{"assessment", 2, 3, 0, 3},
		{"voice", 2, 2, 0, 1},
		{"curiosity", 1, 1, 1, 1},
	} {
		p := r.Prevalence[i]
		if p.Theme.ID != want.theme || p.Share.Count != want.reviews || p.Share.Of != 4 ||
			p.WithHeld != want.withHeld || p.GoodPractice != want.good || p.Passages != want.passagesFound {
			t.Errorf("place %d: got %+v, want %+v", i+1, p, want)
		}
	}
}

func TestDecisions(t *testing.T) {
	r := analysed(t, fixtureInput())
	byID := make(map[string]Passage)
	for p := range r.Passages.All() {
		byID[p.PassageID] = *p
	}
	decided := byID["p5"]
	if decided.Status != corpus.Rejected || !strings.Contains(decided.Reason, "KL: about another family") ||
		!strings.Contains(decided.Reason, "a view of the family") {
		t.Errorf("the later decision and the reason before it should stand: %s, %q", decided.Status, decided.Reason)
	}
	leaflet := byID["p9"]
	if leaflet.Status != corpus.Rejected || !strings.Contains(leaflet.Reason, "not included") {
		t.Errorf("a passage of a leaflet: got %s, %q", leaflet.Status, leaflet.Reason)
	}
	if len(r.Orphans) != 1 || r.Orphans[0].Decision.PassageID != "gone" {
		t.Errorf("got orphans %+v, want the one for passage gone", r.Orphans)
	}
	if r.Tally.DecidedPassages != 1 || r.Tally.DecidedCells != 1 {
		t.Errorf("got %d passages and %d cells decided, want 1 and 1", r.Tally.DecidedPassages, r.Tally.DecidedCells)
	}
}

func TestDecisionsThatCannotBeApplied(t *testing.T) {
	yes := true
	at := "2026-01-01T00:00:00Z"
	for _, c := range []struct {
		name     string
		decision corpus.Decision
		reason   string
	}{
		{"passage", corpus.Decision{PassageID: "p0", Status: corpus.Counted, Time: at}, "no passage"},
		{"theme moved to", corpus.Decision{PassageID: "p1", Status: corpus.Counted, MovedTo: "sleep", Time: at}, "no theme sleep"},
		{"theme of passage", corpus.Decision{PassageID: "p1", Theme: "voice", Status: corpus.Counted, Time: at}, "another theme"},
		{"status", corpus.Decision{PassageID: "p1", Status: "maybe", Time: at}, "not a status"},
		{"review", corpus.Decision{CaseID: "C9", Theme: "voice", Present: &yes, Time: at}, "no review"},
		{"theme", corpus.Decision{CaseID: "C1", Theme: "sleep", Present: &yes, Time: at}, "no such theme"},
		{"empty", corpus.Decision{CaseID: "C1", Theme: "voice", Time: at}, "neither"},
	} {
		in := fixtureInput()
		in.Decisions = []corpus.Decision{c.decision}
		r := analysed(t, in)
		if len(r.Orphans) != 1 || !strings.Contains(r.Orphans[0].Reason, c.reason) {
			t.Errorf("%s: got %+v, want a reason with %q", c.name, r.Orphans, c.reason)
		}
	}
}

func TestGroups(t *testing.T) {
	r := analysed(t, fixtureInput())
	if len(r.ByArea) != 2 || r.ByArea[0].Area != "Ambry" || r.ByArea[0].Reviews != 2 {
		t.Errorf("areas: got %+v", r.ByArea)
	}
	if got := r.ByArea[1].Prevalence[2].Share; got.Count != 1 || got.Of != 2 {
		t.Errorf("voice in Corran: got %d of %d, want 1 of 2", got.Count, got.Of)
	}
	years := []int{}
	for _, g := range r.ByYear {
		years = append(years, g.Year)
	}
	if len(years) != 3 || years[0] != 2012 || years[2] != 0 {
		t.Errorf("years: got %v, want 2012, 2017 and the unknown one last", years)
	}
}

// TestIdentities holds for any input what must hold of sets.
func TestIdentities(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		r := analysed(t, randomInput(random))
		n := len(r.Matrix.Cases)
		exclusive := 0
		for _, a := range r.Regions {
			exclusive += len(a.Exclusive)
			supersets := 0
			for _, b := range r.Regions {
				if containsAll(b.Themes, a.Themes) {
					supersets += len(b.Exclusive)
				}
			}
			if len(a.Inclusive) != supersets {
				t.Fatalf("%v: inclusive %d, its exclusive supersets %d", a.Themes, len(a.Inclusive), supersets)
			}
		}
		if exclusive != n {
			t.Fatalf("exclusive regions add up to %d of %d", exclusive, n)
		}
		for _, p := range r.Prevalence {
			if p.WithHeld < p.Share.Count || p.WithHeld > n || p.Share.Of != n || p.Share.Defined != (n > 0) {
				t.Fatalf("%+v of %d reviews", p, n)
			}
		}
		for j, p := range r.Matrix.prevalence(func(corpus.Case) bool { return true }) {
			checkGroups(t, r.ByArea, j, p)
			checkGroups(t, r.ByYear, j, p)
		}
	}
}

// checkGroups requires that the groups add up to the whole for one theme.
func checkGroups(t *testing.T, groups []Group, theme int, whole Prevalence) {
	t.Helper()
	present, reviews, held := 0, 0, 0
	for _, g := range groups {
		present += g.Prevalence[theme].Share.Count
		reviews += g.Reviews
		held += g.Prevalence[theme].WithHeld
	}
	if present != whole.Share.Count || reviews != whole.Share.Of || held != whole.WithHeld {
		t.Fatalf("groups add up to %d of %d (%d with held), want %+v", present, reviews, held, whole)
	}
}

func containsAll(list, items []string) bool {
	set := make(map[string]bool)
	for _, s := range list {
		set[s] = true
	}
	for _, s := range items {
		if !set[s] {
			return false
		}
	}
	return true
}

func TestOrderOfInputDoesNotMatter(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		in := randomInput(random)
		want, err := json.Marshal(analysed(t, in))
		if err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal(analysed(t, shuffled(in, random)))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Fatalf("another order gave another result:\n%s\n%s", got, want)
		}
	}
}

func TestNothingAtAll(t *testing.T) {
	r := analysed(t, Input{Themes: fixtureInput().Themes})
	for _, p := range r.Prevalence {
		if p.Share.Defined {
			t.Errorf("%s of no reviews is defined: %+v", p.Theme.ID, p.Share)
		}
	}
	if len(r.Regions) != 4 {
		t.Errorf("got %d regions, want 4", len(r.Regions))
	}
}

func TestContradictions(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*Input)
		want   string
	}{
		{"theme twice", func(in *Input) { in.Themes[1].ID = "assessment" }, "two themes"},
		{"case twice", func(in *Input) { in.Cases[1].ID = "C4" }, "two reviews"},
		{"passage twice", func(in *Input) { in.Codings[1].PassageID = "p1" }, "two passages"},
		{"file twice", func(in *Input) { in.Files[1].File = "leaflet.pdf" }, "two files"},
		{"no passage id", func(in *Input) { in.Codings[0].PassageID = "" }, "no id"},
		{"theme of passage", func(in *Input) { in.Codings[0].Theme = "sleep" }, `theme "sleep"`},
		{"case of passage", func(in *Input) { in.Codings[0].CaseID = "C9" }, `review "C9"`},
		{"file of passage", func(in *Input) { in.Codings[0].File = "z.pdf" }, `file "z.pdf"`},
		{"file of case", func(in *Input) { in.Cases[0].Files = []string{"z.pdf"} }, `file "z.pdf"`},
		{"status of file", func(in *Input) { in.Files[0].Status = "odd" }, "do not balance"},
		{"status of passage", func(in *Input) { in.Codings[0].Status = "odd" }, "do not balance"},
	} {
		in := fixtureInput()
		c.change(&in)
		if _, err := Analyse(in); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want an error with %q", c.name, err, c.want)
		}
	}
}

// TestIDsWhoseHashesMeet: two ids may have one hash, and are two ids.
func TestIDsWhoseHashesMeet(t *testing.T) {
	in := Input{Codings: []corpus.Coding{{PassageID: "a"}, {PassageID: "b"}}}
	a := hashOf("a")
	if err := in.checkIDs([]uint64{a, a}); err != nil {
		t.Errorf("two ids: %v", err)
	}
	in.Codings[1].PassageID = "a"
	if err := in.checkIDs([]uint64{a, a}); err == nil {
		t.Error("an id that is used twice was passed over")
	}
}

func TestRegionsOfChosenThemes(t *testing.T) {
	r := analysed(t, fixtureInput())
	regions, err := r.Matrix.Regions([]string{"voice", "assessment", "curiosity"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, region := range regions {
		got = append(got, strings.Join(region.Themes, "&")+"="+strings.Join(region.Exclusive, ","))
	}
	want := "voice=C2 assessment= curiosity= voice&assessment=C3 voice&curiosity= assessment&curiosity=C1 voice&assessment&curiosity= =C4"
	if strings.Join(got, " ") != want {
		t.Errorf("got  %s\nwant %s", strings.Join(got, " "), want)
	}
	for _, ids := range [][]string{{"sleep"}, {"voice", "voice"}, strings.Fields("a b c d e f g h i j k")} {
		if _, err := r.Matrix.Regions(ids); err == nil {
			t.Errorf("regions of %v were accepted", ids)
		}
	}
}

// TestChosenThemes: themes that are chosen are shown in that order, and their overlaps
// whatever the codebook makes of them, unless they are too many for that.
func TestChosenThemes(t *testing.T) {
	in := fixtureInput()
	in.Chosen = []string{"voice", "assessment"}
	r := analysed(t, in)
	if got := themeIDs(r.Top); !slices.Equal(got, in.Chosen) || !slices.Equal(themeIDs(r.Themes), in.Chosen) || r.AllThemes != 3 {
		t.Errorf("got the overlaps of %v, themes %v of %d", got, themeIDs(r.Themes), r.AllThemes)
	}
	for i := range MaxSets {
		id := fmt.Sprintf("more%d", i)
		in.Themes, in.Chosen = append(in.Themes, Theme{ID: id, Label: id}), append(in.Chosen, id)
	}
	if r = analysed(t, in); len(r.Top) != leading || slices.ContainsFunc(r.Themes, func(theme Theme) bool { return theme.Headline }) {
		t.Errorf("of %d themes: got the overlaps of %v", len(in.Chosen), themeIDs(r.Top))
	}
}

// TestYears: reviews without a year are in no span of years.
// TestMostChosenThemes: as many themes as can be drawn together are headlines where they
// are chosen, and none where they are more.
func TestMostChosenThemes(t *testing.T) {
	var in Input
	for j := range MaxSets + 1 {
		in.Themes = append(in.Themes, Theme{ID: fmt.Sprint("t", j), Label: fmt.Sprint("Theme ", j)})
	}
	for n, want := range map[int]int{MaxSets: MaxSets, MaxSets + 1: leading} {
		in.Chosen = themeIDs(in.Themes[:n])
		r := analysed(t, in)
		if got := len(r.Top); got != want || len(r.Regions) != 1<<want {
			t.Errorf("%d chosen: got %d headlines and %d regions, want %d and %d", n, got, len(r.Regions), want, 1<<want)
		}
	}
}

func TestYears(t *testing.T) {
	r := &Result{ByYear: []Group{{Year: 2012}, {Year: 2017}, {}}}
	if first, last := r.Years(); first != 2012 || last != 2017 {
		t.Errorf("got %d to %d, want 2012 to 2017", first, last)
	}
	if first, last := (&Result{ByYear: []Group{{}}}).Years(); first != 0 || last != 0 {
		t.Errorf("of no year: got %d to %d", first, last)
	}
}

// TestCooccurrence has the worked case 12, 8, 5, 25.
func TestCooccurrence(t *testing.T) {
	c := Cooccurrence{Both: 12, OnlyA: 8, OnlyB: 5, Neither: 25}
	jaccard, _ := c.jaccard()
	lift, _ := c.lift()
	expected, _ := c.expected()
	if got := Decimal(jaccard, true, 4).String() + " " + Decimal(lift, true, 4).String() + " " + Decimal(expected, true, 4).String(); got != "0.48 1.7647 6.8" {
		t.Errorf("got %s, want 0.48 1.7647 6.8", got)
	}
	mirror := Cooccurrence{Both: 12, OnlyA: 5, OnlyB: 8, Neither: 25}
	if mirrored, _ := mirror.lift(); mirrored != lift {
		t.Errorf("lift is not symmetric: %v, %v", lift, mirrored)
	}
	none := Cooccurrence{Neither: 3}
	if _, ok := none.jaccard(); ok {
		t.Error("Jaccard of two themes in no review is defined")
	}
	if _, ok := none.lift(); ok {
		t.Error("lift of two themes in no review is defined")
	}
	if _, ok := (Cooccurrence{}).expected(); ok {
		t.Error("expected of no reviews is defined")
	}
}

func TestPassagesShareTheirCodings(t *testing.T) {
	in := fixtureInput()
	in.Decisions = []corpus.Decision{{PassageID: in.Codings[0].PassageID, Theme: in.Codings[0].Theme, Status: corpus.Held, Coder: "KL"}}
	before := slices.Clone(in.Codings)
	r := analysed(t, in)
	if !reflect.DeepEqual(in.Codings, before) {
		t.Error("what was found is changed by a decision")
	}
	found := map[*corpus.Coding]bool{}
	for i := range in.Codings {
		found[&in.Codings[i]] = true
	}
	for p := range r.Passages.All() {
		overruled := p.Decision != nil || strings.HasPrefix(p.Reason, "the review is not included")
		if got, want := found[p.Coding], !overruled; got != want {
			t.Errorf("passage %s: got a coding that is shared %v, want %v", p.PassageID, got, want)
		}
	}
}

// TestNoTestOfThemesThatDoNotVary holds which of two themes stands in the way.
func TestNoTestOfThemesThatDoNotVary(t *testing.T) {
	for _, c := range []struct {
		pair   Cooccurrence
		reason string
	}{
		{Cooccurrence{OnlyB: 4, Neither: 3}, "in none"},
		{Cooccurrence{OnlyA: 4, Neither: 3}, "in none"},
		{Cooccurrence{Both: 4, OnlyA: 3}, "in all"},
		{Cooccurrence{Both: 4, OnlyB: 3}, "in all"},
		{Cooccurrence{}, "in none"},
	} {
		if got := c.pair.test(); got.Defined || !strings.Contains(got.Reason, c.reason) {
			t.Errorf("%+v: got %+v, want the reason %q", c.pair, got, c.reason)
		}
	}
}

// TestCellsCountWhatTheirStatusIsFrom: of good practice only what counts, and a
// decision only where there is one.
func TestCellsCountWhatTheirStatusIsFrom(t *testing.T) {
	var c Cell
	for _, label := range []corpus.Label{corpus.LabelDeficit, corpus.LabelGoodPractice, corpus.LabelNeutral} {
		for _, status := range corpus.CodingStatuses {
			c.add(&Passage{Coding: &corpus.Coding{Label: label, Status: status}})
		}
	}
	if c.Counted != 1 || c.Held != 1 || c.GoodPractice != 1 {
		t.Errorf("of each label and status one: got %+v", c)
	}
	no := false
	for _, test := range []struct {
		cell    Cell
		decided bool
		want    CellStatus
	}{
		{Cell{Counted: 1, Held: 1}, false, CellCounted}, {Cell{Held: 1}, false, CellHeld}, {Cell{GoodPractice: 1}, false, CellAbsent},
		{Cell{Counted: 1}, true, CellDecidedAbsent},
	} {
		cell := test.cell
		cell.settle(corpus.Decision{Present: &no}, test.decided)
		if cell.Status != test.want || (cell.Decision != nil) != test.decided || cell.Status.Decided() != test.decided {
			t.Errorf("%+v: got %+v, want %s", test.cell, cell, test.want)
		}
	}
}

func TestSectionsOfMostPassagesStandFirst(t *testing.T) {
	got := fmt.Sprint(sectionPassages(map[corpus.SectionKind]int{corpus.SectionFindings: 2, corpus.SectionAnalysis: 2, corpus.SectionLessons: 3}))
	if want := "[{lessons 3} {analysis 2} {findings 2}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestTallySaysWhatWasChecked(t *testing.T) {
	for _, c := range []struct {
		tally Tally
		want  string
	}{
		{Tally{Passages: 9}, "no passage checked by a person"},
		{Tally{Passages: 9, DecidedPassages: 2}, "2 of 9 passages checked by a person"},
		{Tally{Passages: 9, DecidedCells: 1}, "0 of 9 passages and 1 theme of a review checked by a person"},
		{Tally{Passages: 9, DecidedPassages: 1, DecidedCells: 2}, "1 of 9 passages and 2 themes of reviews checked by a person"},
	} {
		if got := c.tally.Checked(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestPassagesOfTheModelAreCounted(t *testing.T) {
	in := fixtureInput()
	for i := range in.Codings {
		in.Codings[i].Rule = corpus.RuleModel
	}
	r := analysed(t, in)
	if got, want := r.Tally.ByModel, r.Tally.Codings[corpus.Counted]; got != want || want != 6 {
		t.Errorf("got %d passages of the model, want %d, which is all that count", got, want)
	}
	in.Codings[0].Rule = "assessment.1" // that a pattern found
	if got := analysed(t, in).Tally.ByModel; got != 5 {
		t.Errorf("got %d passages of the model, want 5", got)
	}
}
