package main

import (
	"path/filepath"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/internal/project"
)

// TestAreaList: reviews whose area is not known are of no area that is counted.
func TestAreaList(t *testing.T) {
	var ten []project.AreaReviews
	for _, area := range strings.Fields("A B C D E F G H I") {
		ten = append(ten, project.AreaReviews{Area: area, Reviews: 2})
	}
	ten = append([]project.AreaReviews{{Reviews: 3}}, ten...)
	for _, c := range []struct {
		areas []project.AreaReviews
		want  string
	}{
		{nil, ""},
		{ten[:3], "A 2; B 2; unknown area 3"},
		{ten[1:], "A 2; B 2; C 2; D 2; E 2; F 2; and 3 more areas"},
		{ten, "A 2; B 2; C 2; D 2; E 2; F 2; and 3 more areas; unknown area 3"},
		{ten[:8], "A 2; B 2; C 2; D 2; E 2; F 2; and 1 more area; unknown area 3"},
	} {
		if got := areaList(c.areas); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestHowToCount: the flag is offered for what it counts, and not for what a person
// left out.
func TestHowToCount(t *testing.T) {
	leaflet := corpus.Case{Kind: corpus.KindLeaflet, Files: []string{"a.pdf"}}
	edited := corpus.Case{Kind: corpus.KindReview, Files: []string{"b.pdf"}, Edited: []string{corpus.ColumnInclude}}
	decided := corpus.Case{Kind: corpus.KindReview, Files: []string{"c.pdf"}, LeftOutBy: "Ann"}
	for _, c := range []struct {
		name    string
		leftOut []corpus.Case
		flag    string
	}{
		{"by their kind", []corpus.Case{leaflet, leaflet}, "--include-kind default,leaflet does"},
		{"by the kinds that were asked for", []corpus.Case{{Kind: corpus.KindReview, Files: []string{"d.pdf"}}}, "--include-kind default does"},
		{"by a person", []corpus.Case{edited, decided}, ""},
		{"by both", []corpus.Case{edited, leaflet, decided}, "--include-kind default,leaflet does"},
	} {
		var b strings.Builder
		writeReviews(&b, &project.Outcome{Out: "results", Summary: project.Summary{LeftOut: c.leftOut}})
		got := b.String()
		if table := filepath.Join("results", "project", "cases.csv"); !strings.Contains(got, table) {
			t.Errorf("%s: got %q, want it to name %s", c.name, got, table)
		}
		if strings.Contains(got, "--include-kind") != (c.flag != "") || !strings.Contains(got, c.flag) {
			t.Errorf("%s: got %q, want the flag %q", c.name, got, c.flag)
		}
	}
}

// TestNotWhole: what could not be read is named before copies of what was, and what
// systems leave behind last.
func TestNotWhole(t *testing.T) {
	o := &project.Outcome{}
	o.Files = []analysis.File{
		{File: "x/.DS_Store", Status: corpus.StatusSkipped, Reason: "hidden"}, {File: "a.zip", Status: corpus.StatusSkipped, Reason: "an archive"},
		{File: "z.pdf", Status: corpus.StatusFailed, Reason: "encrypted"},
		{File: "a.pdf", Status: corpus.StatusDuplicate, Reason: "the same file as b.pdf"}, {File: "b.pdf", Status: corpus.StatusOK},
		{File: "c.pdf", Status: corpus.StatusNeedsOCR, Reason: "pictures"}, {File: "e.pdf", Status: corpus.StatusEmpty, Reason: "no text"},
		{File: "old.DOC", Status: corpus.StatusFailed, Reason: "an old Word file"}, {File: "~$old.doc", Status: corpus.StatusSkipped, Reason: "left behind"},
		{File: "h.pdf", Status: corpus.StatusPartial, Reason: "page 3"},
	}
	var b strings.Builder
	writeFiles(&b, o)
	if got, want := b.String(), "  z.pdf: failed: encrypted\n  old.DOC: failed: an old Word file\n  c.pdf: needs ocr: pictures\n  e.pdf: empty: no text\n  h.pdf: partial: page 3\n"+
		"  a.zip: skipped: an archive\n  a.pdf: duplicate: the same file as b.pdf\n  x/.DS_Store: skipped: hidden\n  … and 1 other in tables/files.csv\n"; !strings.HasSuffix(got, want) {
		t.Errorf("got\n%s\nwant it to end in\n%s", got, want)
	}
}

// TestUnread: a run over a folder from which a report is missing does not end as one
// over a folder that was read.
func TestUnread(t *testing.T) {
	for _, test := range []struct {
		statuses map[corpus.Status]int
		want     int
	}{
		{map[corpus.Status]int{corpus.StatusOK: 2, corpus.StatusDuplicate: 1, corpus.StatusSkipped: 3}, 0},
		{map[corpus.Status]int{corpus.StatusOK: 2, corpus.StatusEmpty: 1}, 1},
		{map[corpus.Status]int{corpus.StatusFailed: 1, corpus.StatusPartial: 2, corpus.StatusNeedsOCR: 3, corpus.StatusEmpty: 4, corpus.StatusSkipped: 5}, 10},
		{map[corpus.Status]int{corpus.StatusSkipped: 4}, 4}, // such as pictures of pages
	} {
		tally := analysis.Tally{Statuses: test.statuses}
		for _, n := range test.statuses {
			tally.Files += n
		}
		if got := unread(tally); got != test.want {
			t.Errorf("%v: got %d, want %d", test.statuses, got, test.want)
		}
	}
}
