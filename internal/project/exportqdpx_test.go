package project

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/analysis/agreement"
	"thematic/corpus"
	"thematic/themes/refi"
)

func TestCodingOf(t *testing.T) {
	passage := func(status corpus.CodingStatus, label corpus.Label) analysis.Passage {
		return analysis.Passage{Coding: &corpus.Coding{Theme: "a", Status: status, Label: label, Reason: "why", Rule: "a.1", Cue: "not"}}
	}
	decided := passage(corpus.Counted, corpus.LabelDeficit)
	decided.Rule, decided.Cue = "", ""
	decided.Decision = &corpus.Decision{Coder: "K Lee", Time: "2026-01-02T03:04:05Z"}
	for _, test := range []struct {
		passage analysis.Passage
		want    refi.Coding
	}{
		{passage(corpus.Counted, corpus.LabelDeficit), refi.Coding{Theme: "a", Sense: refi.Finding, Coder: programUser, Note: "counted, deficit: why; rule a.1; cue “not”"}},
		{passage(corpus.Counted, corpus.LabelFactor), refi.Coding{Theme: "a", Sense: refi.Finding, Coder: programUser, Note: "counted, factor: why; rule a.1; cue “not”"}},
		{passage(corpus.Counted, corpus.LabelGoodPractice), refi.Coding{Theme: "a", Sense: refi.GoodPractice, Coder: programUser, Note: "counted, good_practice: why; rule a.1; cue “not”"}},
		{passage(corpus.Counted, corpus.LabelNeutral), refi.Coding{Theme: "a", Sense: refi.Neutral, Coder: programUser, Note: "counted, neutral: why; rule a.1; cue “not”"}},
		{passage(corpus.Held, corpus.LabelDeficit), refi.Coding{Theme: "a", Sense: refi.Held, Coder: programUser, Note: "held, deficit: why; rule a.1; cue “not”"}},
		{passage(corpus.Rejected, corpus.LabelGoodPractice), refi.Coding{Theme: "a", Sense: refi.Rejected, Coder: programUser, Note: "rejected, good_practice: why; rule a.1; cue “not”"}},
		{decided, refi.Coding{Theme: "a", Sense: refi.Finding, Coder: "K Lee", Time: "2026-01-02T03:04:05Z", Note: "counted, deficit: why"}},
	} {
		if got := codingOf(test.passage); !reflect.DeepEqual(got, test.want) {
			t.Errorf("got %+v, want %+v", got, test.want)
		}
	}
}

func TestAddCoding(t *testing.T) {
	var s refi.Selection
	for _, c := range []refi.Coding{{Theme: "a", Note: "One."}, {Theme: "a", Sense: refi.Held, Note: "Two."}, {Theme: "a", Note: "Three."}} {
		addCoding(&s, c)
	}
	want := []refi.Coding{{Theme: "a", Note: "One. And Three."}, {Theme: "a", Sense: refi.Held, Note: "Two."}}
	if !reflect.DeepEqual(s.Codings, want) {
		t.Errorf("got %+v, want %+v", s.Codings, want)
	}
}

// TestExportNeedsTheTexts holds that an export which takes words from the texts
// fails where one is gone, as when another version of the program has read it.
func TestExportNeedsTheTexts(t *testing.T) {
	takesLong(t)
	o, _ := runShort(t)
	o.Typed.Command, o.Build = "thematic run reviews", "another"
	runAgain(t, o)
	objects, err := filepath.Glob(filepath.Join(o.Out, "project", "objects", "*", "*"))
	if err != nil || len(objects) != 1 {
		t.Fatalf("got %q, %v, want one text", objects, err)
	}
	if err := os.Remove(objects[0]); err != nil {
		t.Fatal(err)
	}
	for _, format := range []string{"qdpx", "xlsx"} {
		path := filepath.Join(t.TempDir(), "coded."+format)
		if format == "qdpx" {
			_, err = ExportQDPX(t.Context(), o.Out, path, QDPXOptions{Statuses: []corpus.CodingStatus{corpus.Counted}})
		} else {
			_, err = Export(t.Context(), o.Out, format, path, o.Tool, o.Presentation)
		}
		if want := "): run again: thematic run reviews --out " + o.Out; err == nil || !strings.HasSuffix(err.Error(), want) || strings.Contains(err.Error(), "cannot be written") {
			t.Errorf("%s: got the error %v, want %q", format, err, want)
		}
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: it was written (%v)", format, err)
		}
	}
}

// TestProjectAgreesWithItsResults holds that a theme stands in a review of the
// project where it stands in the matrix, whatever people ruled.
func TestProjectAgreesWithItsResults(t *testing.T) {
	takesLong(t)
	o := runThree(t) // rules a theme present of which nothing was found
	absent := false
	for _, c := range resultsOf(t, runAgain(t, o)).Cases {
		if c.Files[0] != "robin.txt" {
			continue
		}
		if err := decide(corpus.SystemDisk{}, o.Out, corpus.Decision{CaseID: c.ID, Theme: risk, Present: &absent, Coder: "KL", Time: monday.Time}); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "coded.qdpx")
	made, err := ExportQDPX(t.Context(), o.Out, path, QDPXOptions{Statuses: []corpus.CodingStatus{corpus.Counted}})
	if err != nil || len(made.Lost) > 0 {
		t.Errorf("got %q, %v, want all of it", made.Lost, err)
	}
	file, size, err := corpus.OpenInput(path, "project")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	p, _, err := refi.ReadProject(path, file, size)
	if err != nil {
		t.Fatal(err)
	}
	coder := agreement.FromProject("us", p, o.Codebook, "", refi.Finding)
	r, _, err := Results(o.Out, Selection{})
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range r.Matrix.Cells {
		for j, c := range row {
			cell := agreement.Cell{Review: r.Matrix.Cases[i].ID, Theme: r.Matrix.Themes[j].ID}
			if got, want := coder.Cells[cell], c.Status.Present(); got != want {
				t.Errorf("%v, %s: got %v, want %v", cell, c.Status, got, want)
			}
		}
	}
	if r.Tally.DecidedCells != 2 {
		t.Errorf("got %d rulings, want one of each sort", r.Tally.DecidedCells)
	}
}
