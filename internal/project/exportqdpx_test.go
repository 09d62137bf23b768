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
		{passage(corpus.Counted, corpus.LabelDeficit), refi.Coding{Theme: "a", Sense: refi.Finding, Coder: rulesUser, Note: "counted, deficit: why; rule a.1; cue “not”"}},
		{passage(corpus.Counted, corpus.LabelFactor), refi.Coding{Theme: "a", Sense: refi.Finding, Coder: rulesUser, Note: "counted, factor: why; rule a.1; cue “not”"}},
		{passage(corpus.Counted, corpus.LabelGoodPractice), refi.Coding{Theme: "a", Sense: refi.GoodPractice, Coder: rulesUser, Note: "counted, good_practice: why; rule a.1; cue “not”"}},
		{passage(corpus.Counted, corpus.LabelNeutral), refi.Coding{Theme: "a", Sense: refi.Neutral, Coder: rulesUser, Note: "counted, neutral: why; rule a.1; cue “not”"}},
		{passage(corpus.Held, corpus.LabelDeficit), refi.Coding{Theme: "a", Sense: refi.Held, Coder: rulesUser, Note: "held, deficit: why; rule a.1; cue “not”"}},
		{passage(corpus.Rejected, corpus.LabelGoodPractice), refi.Coding{Theme: "a", Sense: refi.Rejected, Coder: rulesUser, Note: "rejected, good_practice: why; rule a.1; cue “not”"}},
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
	o, _ := runShort(t)
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
			_, _, err = ExportQDPX(o.Out, path, QDPXOptions{Statuses: []corpus.CodingStatus{corpus.Counted}})
		} else {
			_, err = Export(o.Out, format, path, o.Tool, o.Presentation)
		}
		if want := "was read by another version: run 'thematic run FOLDER' again"; err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "cannot be written") {
			t.Errorf("%s: got the error %v, want %q", format, err, want)
		}
		if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s: it was written (%v)", format, err)
		}
	}
}
