package analysis

import (
	"strings"
	"testing"
)

func alongside(t *testing.T, reference Reference) Alongside {
	t.Helper()
	return analysed(t, fixtureInput()).LayAlongside([]Reference{reference})[0]
}

func TestLayAlongside(t *testing.T) {
	got := alongside(t, Reference{Source: "A briefing", Period: "2006-2019", Of: 27, Measure: "poor assessments", Theme: "assessment", Published: "85%", Count: 23, Counted: true})
	if got.Theme != "assessment" || got.Ours != Proportion(2, 4) || got.Theirs != Proportion(23, 27) || got.Difference != Subtract(Proportion(2, 4), Proportion(23, 27)) {
		t.Errorf("got %+v", got)
	}
	if len(got.Warnings) != 1 || !strings.Contains(got.Warnings[0], "in both") {
		t.Errorf("got the warnings %q, want one that reviews may be in both", got.Warnings)
	}
}

func TestThemeOfAMeasure(t *testing.T) {
	for _, c := range []struct{ theme, measure, want string }{
		{"voice", "anything", "voice"},
		{"", "voice of the CHILD", "voice"},
		{"", "curiosity", "curiosity"},
		{"sleep", "curiosity", ""},
		{"", "sleep", ""},
		{"", "", ""},
	} {
		got := alongside(t, Reference{Theme: c.theme, Measure: c.measure, Of: 10, Count: 5, Counted: true})
		if got.Theme != c.want || got.Ours.Defined != (c.want != "") || got.Difference.Defined != got.Ours.Defined {
			t.Errorf("theme %q, measure %q: got %+v, want theme %q", c.theme, c.measure, got, c.want)
		}
	}
}

func TestThemesTogether(t *testing.T) {
	got := alongside(t, Reference{Theme: "assessment & curiosity", Measure: "both of them", Of: 27, Count: 11, Counted: true})
	if got.Theme != "assessment & curiosity" || got.Ours != Proportion(1, 4) || !got.Difference.Defined {
		t.Errorf("got %+v, want one review of four with both themes", got)
	}
	for theme, want := range map[string]string{
		"assessment&sleep":      `the codebook has no theme "sleep": choose from assessment, curiosity, voice`,
		"assessment&assessment": `theme "assessment" is named twice`,
		"a&b&c&d&e&f&g&h&i&j&k": "overlaps of 11 themes: at most 10 can be listed",
	} {
		got := alongside(t, Reference{Theme: theme, Of: 27, Count: 11, Counted: true})
		if got.Theme != "" || got.Ours.Defined || len(got.Warnings) != 1 || got.Warnings[0] != want {
			t.Errorf("%s: got %+v, want no theme and the warning %q", theme, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	for measure, want := range map[string]string{
		"practitioners lacked professional curiosity": ": did you mean curiosity?",
		"poor or missing assessment of risk":          ": did you mean assessment?",
		"sleep and play":                              "in a column theme_id",
	} {
		got := strings.Join(alongside(t, Reference{Measure: measure}).Warnings, "; ")
		if !strings.HasSuffix(got, want) {
			t.Errorf("%s: got %q, want it to end in %q", measure, got, want)
		}
	}
}

func TestWhatStandsAgainstIt(t *testing.T) {
	for _, c := range []struct {
		name      string
		reference Reference
		defined   bool
		want      string
	}{
		{"nothing", Reference{Of: 27, Count: 17, Counted: true, Published: "63%"}, true, ""},
		{"cut off, not rounded", Reference{Of: 27, Count: 11, Counted: true, Published: "40%"}, true, ""},
		{"unit", Reference{Of: 27, Count: 17, Counted: true, Unit: "children"}, false, "counts children"},
		{"unit of reviews", Reference{Of: 27, Count: 17, Counted: true, Unit: "Reviews"}, true, ""},
		{"percentage of children", Reference{Of: 482, Count: 210, Counted: true, Published: "35%"}, false, "35% is not 210 of 482 reviews (43.6%)"},
		{"one decimal", Reference{Of: 27, Count: 17, Counted: true, Published: "62.8%"}, false, "units differ"},
		{"more than there are", Reference{Of: 38, Count: 44, Counted: true}, false, "is no share"},
		{"no count", Reference{Of: 368, Published: "59%"}, false, "no count"},
		{"no reviews", Reference{Count: 5, Counted: true}, false, "number of reviews is not published"},
		{"children", Reference{Of: 27, Count: 17, Counted: true, Kind: "child"}, true, "may be about several"},
		{"before", Reference{Of: 27, Count: 17, Counted: true, Period: "2009-11"}, true, "the years differ: 2009–2011 published, 2012–2017 in the project"},
		{"after", Reference{Of: 27, Count: 17, Counted: true, Period: "2019"}, true, "the years differ"},
	} {
		c.reference.Theme = "voice"
		got := alongside(t, c.reference)
		if got.Theirs.Defined != c.defined || got.Difference.Defined != c.defined {
			t.Errorf("%s: got %+v, want the published share defined: %v", c.name, got, c.defined)
		}
		if all := strings.Join(got.Warnings, "; "); (all == "") != (c.want == "") || !strings.Contains(all, c.want) {
			t.Errorf("%s: got the warnings %q, want %q", c.name, all, c.want)
		}
	}
}

func TestAlongsideTable(t *testing.T) {
	list := analysed(t, fixtureInput()).LayAlongside([]Reference{
		{Source: "A briefing", Of: 27, Measure: "voice", Published: "63%", Count: 17, Counted: true, Note: "count derived"},
		{Source: "A study", Measure: "age", Published: "5%"},
	})
	var b strings.Builder
	if err := AlongsideTable(list).WriteCSV(&b); err != nil {
		t.Fatal(err)
	}
	want := "A briefing,,voice,,63%,17,27,44.2,78.5,voice,2,4,50,15,85,-13,-51.2,26.7,count derived\n" +
		"A study,,age,,5%,n/a,n/a,n/a,n/a,,n/a,n/a,n/a,n/a,n/a,n/a,n/a,n/a,\"the number of reviews is not published; the codebook has no theme \"\"age\"\": name one by its id in a column theme_id\"\n"
	if got := b.String(); !strings.HasSuffix(got, want) {
		t.Errorf("got\n%s\nwant it to end\n%s", got, want)
	}
}
