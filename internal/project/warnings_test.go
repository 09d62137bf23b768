package project

import (
	"slices"
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
		{[]corpus.Case{in(0)}, "Reviews from Ambry"},
		{[]corpus.Case{leftOut, in(2012)}, "Reviews from Ambry, published in 2012"},
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
