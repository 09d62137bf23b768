package project

import (
	"slices"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

// TestKindsCounted: what is counted is named where it is not reviews of one case
// alone.
func TestKindsCounted(t *testing.T) {
	const narrow = "; --include-kind narrows the count"
	for _, tt := range []struct {
		kinds []corpus.Kind
		want  []string
	}{
		{nil, nil},
		{[]corpus.Kind{corpus.KindReview, corpus.KindSummary, corpus.KindPractice}, nil},
		{[]corpus.Kind{corpus.KindReview, corpus.KindInspection},
			[]string{"documents of different kinds are counted together (1 of the kind review, 1 of the kind inspection)" + narrow}},
		{[]corpus.Kind{corpus.KindInspection, corpus.KindInspection},
			[]string{"no document counted is a review of one case (2 of the kind inspection); what is said of reviews here is said of these"}},
		{[]corpus.Kind{corpus.KindCoroner, corpus.KindInspection}, []string{
			"no document counted is a review of one case (1 of the kind inspection, 1 of the kind coroner); what is said of reviews here is said of these",
			"documents of different kinds are counted together (1 of the kind inspection, 1 of the kind coroner)" + narrow}},
	} {
		r := &analysis.Result{}
		for _, k := range tt.kinds {
			r.Cases = append(r.Cases, corpus.Case{Kind: k, Include: true})
		}
		if got := kindsCounted(r); !slices.Equal(got, tt.want) {
			t.Errorf("%v: got %q, want %q", tt.kinds, got, tt.want)
		}
	}
}

// TestSubjectsCounted: reviews of adults are not counted by themes of children in
// silence, nor the reverse.
func TestSubjectsCounted(t *testing.T) {
	review := func(kind string, include bool) corpus.Case {
		return corpus.Case{Include: include, Facts: []corpus.CaseFact{{Name: corpus.FactType, Fact: corpus.Fact{Value: kind}}}}
	}
	const adults, child = "safeguarding adults review", "child practice review"
	for _, tt := range []struct {
		name, subject string
		cases         []corpus.Case
		want          []string
	}{
		{"children", "children", []corpus.Case{review(child, true), review("serious case review", true), review(adults, false)}, nil},
		{"adults among children", "children", []corpus.Case{review(child, true), review(adults, true), review(adults, true)},
			[]string{"the codebook is about children, and 2 of the reviews counted are called safeguarding adults review: see --codebook builtin:adults"}},
		{"a title that speaks of adults", "children", []corpus.Case{{Include: true, Facts: []corpus.CaseFact{{Name: corpus.FactTitle, Fact: corpus.Fact{Value: "A young adult"}}}}}, nil},
		{"adults", analysis.SubjectAdults, []corpus.Case{review(adults, true)}, nil},
		{"a child among adults", analysis.SubjectAdults, []corpus.Case{review(child, true)},
			[]string{"the codebook is about adults, and 1 of the reviews counted are called child practice review: see --codebook builtin:practice"}},
	} {
		if got := subjectsCounted(&analysis.Result{Subject: tt.subject, Cases: tt.cases}); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestSourceOfUnknownAreas: reviews whose area is not known are said to be, so that
// the areas do not seem to be those of all.
func TestSourceOfUnknownAreas(t *testing.T) {
	for _, c := range []struct {
		areas []string
		want  string
	}{
		{[]string{"", ""}, "Reviews, published in 2012"},
		{[]string{"Ambry", "Corran"}, "Reviews from Ambry and Corran, published in 2012"},
		{[]string{"Ambry", "", ""}, "Reviews from Ambry and unknown areas (2), published in 2012"},
		{[]string{"A", "B", "C", "D", ""}, "Reviews from 4 areas and an unknown area (1), published in 2012"},
	} {
		var cases []corpus.Case
		for _, area := range c.areas {
			cases = append(cases, corpus.Case{Area: area, Year: 2012, Include: true})
		}
		if got := source(cases); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestSourceOfYears(t *testing.T) {
	in := func(year int) corpus.Case { return corpus.Case{Area: "Ambry", Year: year, Include: true} }
	leftOut := corpus.Case{Area: "Corran", Year: 1999}
	for _, c := range []struct {
		cases []corpus.Case
		want  string
	}{
		{[]corpus.Case{in(2014), in(2010), in(2012)}, "Reviews from Ambry, published 2010–2014"},
		{[]corpus.Case{in(0), in(2012), in(0)}, "Reviews from Ambry, published in 2012"},
		{[]corpus.Case{in(0)}, "One review from Ambry"},
		{[]corpus.Case{leftOut, in(2012)}, "One review from Ambry, published in 2012"},
		{nil, "Reviews"},
	} {
		if got := source(c.cases); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestOtherFiles: what was read last time and is gone or another version now is
// named; a copy, a new name, what was never read, and what cannot be opened now are not.
func TestOtherFiles(t *testing.T) {
	file := func(name string, id corpus.ID) analysis.File { return analysis.File{File: name, ID: id, Words: 900} }
	last := &Outcome{Summary: Summary{Files: []analysis.File{
		file("a.pdf", "1"), file("b.pdf", "2"), file("c.pdf", "3"), file("copies/c.pdf", "3"), file("d.pdf", "4"), file("picture.png", ""),
		file("locked.pdf", "7"), {File: "damaged.pdf", ID: "8", Status: corpus.StatusFailed},
	}}}
	now := []analysis.File{file("a.pdf", "1"), file("b.pdf", "5"), file("c.pdf", "3"), file("new.pdf", "6"), {File: "locked.pdf", Status: corpus.StatusFailed}}
	const changed, gone = "changed since the last run: b.pdf", "read in the last run and not there any more: d.pdf"
	last.Files[4].CaseID = "d"
	for _, tt := range []struct {
		decided corpus.Decision
		want    string
	}{
		{corpus.Decision{CaseID: "a", Document: "1", File: "a.pdf"}, gone},
		{corpus.Decision{CaseID: "d"}, gone + "; what was decided on it is kept"},
		{corpus.Decision{Document: "4"}, gone + "; what was decided on it is kept"},
		{corpus.Decision{File: "d.pdf"}, gone + "; what was decided on it is kept"},
	} {
		if got := otherFiles(last, now, []corpus.Decision{tt.decided}); !slices.Equal(got, []string{changed, tt.want}) {
			t.Errorf("%+v: got %q, want %q", tt.decided, got, tt.want)
		}
	}
	living := append(slices.Clone(now), analysis.File{File: "d summary.pdf", ID: "9", CaseID: "d", Words: 900})
	if got := otherFiles(last, living, []corpus.Decision{{CaseID: "d"}}); !slices.Equal(got, []string{changed, gone}) {
		t.Errorf("on a review of which a file is left: got %q, want %q", got, []string{changed, gone})
	}
	if got := otherFiles(last, append(now, file("moved/d.pdf", "4"), file("b (old).pdf", "2")), nil); got != nil {
		t.Errorf("moved: got %q", got)
	}
	if got := otherFiles(nil, now, nil); got != nil {
		t.Errorf("a first run: got %q", got)
	}
}

// TestOtherFilesTogether: what is said of several that are gone, and of decisions on one
// of them.
func TestOtherFilesTogether(t *testing.T) {
	last := &Outcome{Summary: Summary{Files: []analysis.File{{File: "a.pdf", ID: "1", Words: 9}, {File: "b.pdf", ID: "2", Words: 9}, {File: "c.pdf", ID: "3", Words: 9}}}}
	got := otherFiles(last, nil, []corpus.Decision{{Document: "1"}})
	want := []string{"read in the last run and not there any more: a.pdf, b.pdf, c.pdf; what was decided on them is kept"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestKeptRows(t *testing.T) {
	for _, tt := range []struct {
		name string
		kept []corpus.Case
		want string
	}{
		{"cells, with their values where a decision can change them",
			[]corpus.Case{{ID: "a", Area: "Marl", Edited: []string{corpus.ColumnArea, "title", corpus.ColumnInclude}}}, "a (area Marl, title, include no)"},
		{"columns of a person's own that say something",
			[]corpus.Case{{ID: "a", Columns: []corpus.Column{{Name: "Risk", Value: "high"}, {Name: "Seen"}}}}, "a (Risk)"},
		{"a decision without effect", []corpus.Case{{ID: "ruled", Edited: []string{"note"}}, {ID: "a", Edited: []string{"note"}}}, "ruled (note, decided on), a (note)"},
		{"a row of which nothing is said", []corpus.Case{{ID: "a"}, {ID: "b", Files: []string{"b.pdf"}}}, "a (no files), b (files)"},
		{"many", []corpus.Case{{ID: "a"}, {ID: "b"}, {ID: "c"}, {ID: "d"}, {ID: "e"}, {ID: "f"}, {ID: "g"}},
			"a (no files), b (no files), c (no files), d (no files), e (no files) and 2 more"},
	} {
		before := slices.Clone(tt.kept[0].Edited)
		if got := keptRows(tt.kept, []analysis.Orphan{{Decision: corpus.Decision{CaseID: "ruled"}}}); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
		if !slices.Equal(tt.kept[0].Edited, before) {
			t.Errorf("%s: the row has the columns %q afterwards", tt.name, tt.kept[0].Edited)
		}
	}
}

func TestRespelt(t *testing.T) {
	area := []string{corpus.ColumnArea}
	risk := func(value string) []corpus.Column { return []corpus.Column{{Name: "Risk", Value: value}} }
	for _, tt := range []struct {
		name             string
		written, counted []corpus.Case
		want             []string
	}{
		{"an area that a person wrote", []corpus.Case{{ID: "a", Area: "marl", Edited: area}}, []corpus.Case{{ID: "a", Area: "Marl"}}, []string{`"marl" as "Marl"`}},
		{"one that the program read", []corpus.Case{{ID: "a", Area: "marl"}}, []corpus.Case{{ID: "a", Area: "Marl"}}, nil},
		{"one that was decided otherwise", []corpus.Case{{ID: "a", Area: "Marl", Edited: area}}, []corpus.Case{{ID: "a", Area: "Fenn"}}, nil},
		{"a column of a person's own", []corpus.Case{{ID: "a", Columns: risk("high ")}, {ID: "b", Columns: risk("High")}},
			[]corpus.Case{{ID: "b", Columns: risk("High")}, {ID: "a", Columns: risk("High")}}, []string{`"high " as "High"`}},
		{"the same in two rows", []corpus.Case{{ID: "b", Columns: risk("low")}, {ID: "a", Area: "marl", Edited: area}, {ID: "c", Columns: risk("low")}},
			[]corpus.Case{{ID: "a", Area: "Marl"}, {ID: "b", Columns: risk("Low")}, {ID: "c", Columns: risk("Low")}}, []string{`"low" as "Low"`, `"marl" as "Marl"`}},
	} {
		if got := respelt(tt.written, tt.counted); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}

// TestWarningsSayWhatThereIs: each warning is given where there is cause, and no other.
func TestWarningsSayWhatThereIs(t *testing.T) {
	review := corpus.Case{ID: "a", Area: "Marl", Kind: corpus.KindReview, Include: true}
	adult := review
	adult.Facts = []corpus.CaseFact{{Name: corpus.FactType, Fact: corpus.Fact{Value: "safeguarding adults review"}}}
	spelt := review
	spelt.Area, spelt.Edited = "marl", []string{corpus.ColumnArea}
	inspection := corpus.Case{ID: "b", Kind: corpus.KindInspection, Include: true}
	for _, tt := range []struct {
		name    string
		counted []corpus.Case
		orphans []analysis.Orphan
		applied corpus.Applied
		want    string // in the only warning; "" for none
	}{
		{"nothing", []corpus.Case{review}, nil, corpus.Applied{Cases: []corpus.Case{review}}, ""},
		{"a kept row", []corpus.Case{review}, nil, corpus.Applied{Kept: []corpus.Case{{ID: "c"}}}, "rows of cases.csv"},
		{"another spelling", []corpus.Case{review}, nil, corpus.Applied{Cases: []corpus.Case{spelt}}, "is counted together"},
		{"other kinds", []corpus.Case{review, inspection}, nil, corpus.Applied{}, "documents of different kinds"},
		{"adults", []corpus.Case{adult}, nil, corpus.Applied{}, "safeguarding adults review"},
		{"an orphan", []corpus.Case{review}, []analysis.Orphan{{}}, corpus.Applied{}, "decisions that no longer fit any passage or review: 1;"},
	} {
		got := warnings(&analysis.Result{Cases: tt.counted, Orphans: tt.orphans}, tt.applied)
		if tt.want == "" && len(got) > 0 || tt.want != "" && (len(got) != 1 || !strings.Contains(got[0], tt.want)) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
