package extract

import (
	"errors"
	"strings"
	"testing"

	"thematic/corpus"
)

// FuzzRead asserts of every input that it has a verdict: a sound text, a status,
// and a reason where the status is not ok. PDF files are left to their own
// fuzzing: they can make a reader hang, which this process could not survive.
func FuzzRead(f *testing.F) {
	f.Add("1. Findings\n\nNo plan was made.", "a.txt")
	f.Add("<html><h1>Findings</h1><p>No plan.", "a.pdf")
	f.Add(zipOf(f, "word/document.xml", "<x/>"), "a.docx")
	f.Add(oleMagic+strings.Repeat("\x00", 600), "a.doc")
	f.Add("From: a\nMIME-Version: 1.0\n", "a.eml")
	f.Fuzz(func(t *testing.T, content, name string) {
		if sniff([]byte(content), name) == PDF {
			t.Skip()
		}
		got := Read(strings.NewReader(content), int64(len(content)), name, corpus.DefaultLimits())
		if err := got.Text.Validate(); err != nil {
			t.Error(err)
		}
		switch {
		case got.Status == corpus.StatusOK && got.Text.Body == "":
			t.Error("ok without text")
		case got.Status != corpus.StatusOK && got.Reason == "":
			t.Errorf("%s without a reason", got.Status)
		case strings.Contains(got.Reason, "stopped the reader"):
			t.Errorf("panic: %s", got.Reason)
		}
	})
}

// FuzzSections has tables of sections of the user's tell the sections of a short
// text, or end in an InputError.
func FuzzSections(f *testing.F) {
	f.Add("cover: overview\nrules:\n- kind: findings\n  match: [findings]\n")
	f.Add("rules:\n- kind: methodology\n  match: ['terms of reference|scope']\n  unless_in: [findings]\n")
	f.Add("rules:\n- kind: [findings]\n  match: {a: b}\n")
	f.Add("rules:\n- kind: methodology\n  match: !tag\n0")
	const review = "1. Findings\n\nNo plan was made.\n\n1.1 Scope\n\nIt was never asked for.\n"
	f.Fuzz(func(t *testing.T, table string) {
		record := corpus.Record{Text: Read(strings.NewReader(review), int64(len(review)), "a.txt", corpus.DefaultLimits()).Text}
		err := Options{Sections: table}.Resection(&record)
		var input *corpus.InputError
		if err != nil && !errors.As(err, &input) {
			t.Errorf("%v is no InputError", err)
		}
		if err := record.Text.Validate(); err != nil {
			t.Error(err)
		}
	})
}
