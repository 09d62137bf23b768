package corpus

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestGroupJoinsASummaryToItsReport(t *testing.T) {
	cases := Group(testDocuments(), nil, nil, Kind.AppraisesPractice)
	if len(cases) != 5 {
		t.Errorf("got %d cases, want 5", len(cases))
	}
	full := caseOf(t, cases, "marl/child-k-full.pdf")
	if want := []string{"marl/child-k-full.pdf", "marl/child-k-summary.pdf"}; !reflect.DeepEqual(full.Files, want) {
		t.Errorf("got files %v, want %v", full.Files, want)
	}
	if len(full.Joins) != 1 || !strings.Contains(full.Joins[0], "Child K") {
		t.Errorf("the join does not say why: %v", full.Joins)
	}
	if leaflet := caseOf(t, cases, "fenn/leaflet.pdf"); leaflet.Include || leaflet.Note == "" {
		t.Errorf("a leaflet counts, or does not say why not: %+v", leaflet)
	}
	if summary := caseOf(t, cases, "fenn/summary-only.pdf"); !summary.Include {
		t.Error("a summary without its report does not count")
	}
	ids := map[string]bool{}
	for _, c := range cases {
		if ids[c.ID] {
			t.Errorf("two cases have the id %s", c.ID)
		}
		ids[c.ID] = true
	}
}

func TestGroupJoinsAnAddition(t *testing.T) {
	for title, want := range map[string]int{
		"Addendum to the Serious Case Review: Child K":             1,
		"Serious Case Review: Child K Supplementary Report":        1,
		"Serious Case Review: Child K":                             2,
		"Serious Case Review: Child K with an addendum report":     2,
		"Serious Case Review: Child K, supplementary school visit": 2,
	} {
		report := testDocument("full.pdf", KindReview, "Marl LSCB", "Child K", "2010", "full")
		later := testDocument("later.pdf", KindReview, "Marl LSCB", "Child K", "2011", "later")
		summary := testDocument("summary.pdf", KindSummary, "Marl LSCB", "Child K", "2010", "summary")
		later.Facts[FactTitle] = Fact{Value: title}
		cases := Group([]*Document{later, report, summary}, nil, nil, Kind.AppraisesPractice)
		if len(cases) != want {
			t.Errorf("%s: got %d cases, want %d", title, len(cases), want)
		}
		if full := caseOf(t, cases, "full.pdf"); !slices.Contains(full.Files, "summary.pdf") {
			t.Errorf("%s: the summary is not with its report: %v", title, full.Files)
		}
	}
}

func TestGroupJoinsByTheNumberOfTheCase(t *testing.T) {
	const marl = "Marl Safeguarding Children Board"
	full := testDocument("full.pdf", KindReview, marl, "Ruth", "2010", "full")
	summary := testDocument("summary.pdf", KindSummary, marl, "", "2010", "summary")
	rapid := testDocument("rapid.pdf", KindRapid, marl, "Ruth", "2009", "rapid")
	full.Facts[FactReference], summary.Facts[FactReference] = Fact{Value: "Case 2009/3"}, Fact{Value: "case 2009/3"}
	full.Facts[FactDecided] = Fact{Value: "2009-05-04"}
	summary.Facts[FactPublished] = Fact{Value: "2010-01-04"}
	cases := Group([]*Document{full, rapid, summary}, nil, nil, Kind.AppraisesPractice)
	if len(cases) != 1 || !reflect.DeepEqual(cases[0].Files, []string{"full.pdf", "rapid.pdf", "summary.pdf"}) {
		t.Fatalf("got %+v, want one case of three files", cases)
	}
	facts := map[FactName]CaseFact{}
	for _, f := range cases[0].Facts {
		facts[f.Name] = f
	}
	if got := facts[FactPublished]; got.File != "summary.pdf" {
		t.Errorf("the date of publication is from %q, want summary.pdf", got.File)
	}
	if got, want := facts[FactTaken].Value, "8 months, more than six, within nine: from decided (2009-05-04) to published (2010-01-04)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCloseInTime(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2016", "2016", true}, {"2016", "2018", true}, {"2018", "2016", true}, {"2016", "2019", false}, {"2019", "2016", false},
		{"", "2016", true}, {"2016", "", true}, {"", "", true},
	} {
		a, b := testDocument("a", KindReview, "Board", "Child T", c.a, ""), testDocument("b", KindSummary, "Board", "Child T", c.b, "")
		if got := closeInTime(a, b); got != c.want {
			t.Errorf("%q and %q: got %t", c.a, c.b, got)
		}
	}
}
