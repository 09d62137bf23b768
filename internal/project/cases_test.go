package project

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"thematic/corpus"
)

// editCases replaces a text in cases.csv of the results.
func editCases(t *testing.T, o Options, old, now string) {
	t.Helper()
	path := filepath.Join(o.Out, "project", corpus.CasesName)
	data, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(data), old) {
		t.Fatalf("there is no %q in %q, %v", old, data, err)
	}
	if err := os.WriteFile(path, []byte(strings.Replace(string(data), old, now, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// fileOf is a file of the results.
func fileOf(t *testing.T, o Options, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(o.Out, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestEditsFollowFiles has a person leave a review out in cases.csv, decide in the
// journal on another, and then copy, rename and move their files.
func TestEditsFollowFiles(t *testing.T) {
	takesLong(t)
	folder := t.TempDir()
	for _, name := range []string{"Wren", "Robin", "Heron"} {
		text := strings.ReplaceAll(shortReview, "Wren", name) + "\n" + name + " was seen by nobody of the school.\n"
		if err := os.WriteFile(filepath.Join(folder, name+".txt"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	o := shortOptions(t, folder)
	runAgain(t, o)
	editCases(t, o, "Wren.txt,yes,", "Wren.txt,no,not ours")
	d, err := OpenDecisions(o.Out, "a test")
	if err != nil {
		t.Fatal(err)
	}
	out := corpus.Decision{CaseID: "robin", Change: &corpus.CaseChange{Column: corpus.ColumnInclude, Value: "no", Before: "yes"}, Coder: "K Lee", Time: monday.Time}
	if err := errors.Join(d.Append(out), d.Close()); err != nil {
		t.Fatal(err)
	}
	at := func(name string) string { return filepath.Join(folder, filepath.FromSlash(name)) }
	text, err := os.ReadFile(at("Wren.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range []struct {
		name string
		do   func() error
	}{
		{"nothing", func() error { return nil }},
		{"a copy that sorts earlier", func() error { return os.WriteFile(at("A twin.txt"), text, 0o600) }},
		{"the copy alone is left", func() error { return os.Remove(at("Wren.txt")) }},
		{"moved", func() error {
			return errors.Join(os.Mkdir(at("old"), 0o755), os.Rename(at("A twin.txt"), at("old/wren.txt")), os.Rename(at("Robin.txt"), at("old/r.txt")))
		}},
		{"moved, all of them", func() error {
			return errors.Join(os.Mkdir(at("new"), 0o755), os.Rename(at("old"), at("new/old")), os.Rename(at("Heron.txt"), at("new/Heron.txt")))
		}},
	} {
		if err := act.do(); err != nil {
			t.Fatal(err)
		}
		outcome := runAgain(t, o)
		lost := strings.Contains(strings.Join(outcome.Warnings, "\n"), "fit no review now")
		if outcome.Tally.Included != 1 || outcome.Tally.Cases != 3 || lost {
			t.Errorf("%s: %d of %d reviews count, want 1 of 3; notes %q", act.name, outcome.Tally.Included, outcome.Tally.Cases, outcome.Warnings)
		}
		log := fileOf(t, o, "log.txt")
		for _, want := range []string{"left out: wren: left out in cases.csv: not ours\n", "left out: robin: left out by a decision of K Lee ('thematic decisions list' has it)\n"} {
			if !strings.Contains(log, want) {
				t.Errorf("%s: the log does not say %q:\n%s", act.name, want, log)
			}
		}
	}
	if err := os.RemoveAll(at("new/old")); err != nil {
		t.Fatal(err)
	}
	editCases(t, o, "heron,", "h,")
	notes := strings.Join(runAgain(t, o).Warnings, "\n")
	for _, want := range []string{"fit no review now: robin (decided on), wren (include no, note); they are kept", "h is written as heron;", "no longer fit any passage or review: 1"} {
		if !strings.Contains(notes, want) {
			t.Errorf("the notes do not say %q:\n%s", want, notes)
		}
	}
	if notes := strings.Join(runAgain(t, o).Warnings, "\n"); strings.Contains(notes, "heron") || !strings.Contains(notes, "wren (include no, note)") {
		t.Errorf("the next run says %q, want nothing of the id", notes)
	}
	if err := os.WriteFile(at("back.txt"), text, 0o600); err != nil {
		t.Fatal(err)
	}
	back := runAgain(t, o)
	if notes := strings.Join(back.Warnings, "\n"); back.Tally.Included != 1 || strings.Contains(notes, "wren") {
		t.Errorf("back under another name: %d reviews count, want heron alone; notes %q", back.Tally.Included, notes)
	}
}

// TestDecisionsAreShownInCases: what people decided elsewhere stands beside what
// cases.csv says, is nobody's edit, and goes when the decision is taken back.
func TestDecisionsAreShownInCases(t *testing.T) {
	takesLong(t)
	o, _ := runShort(t)
	before := fileOf(t, o, "project/cases.csv")
	d, err := OpenDecisions(o.Out, "a test")
	if err != nil {
		t.Fatal(err)
	}
	area := corpus.Decision{CaseID: "review", Change: &corpus.CaseChange{Column: corpus.ColumnArea, Value: "Fenn", Before: "Ambry"}, Coder: "K Lee", Time: monday.Time}
	year := corpus.Decision{CaseID: "review", Change: &corpus.CaseChange{Column: corpus.ColumnYear, Value: "2015", Before: "2014"}, Coder: "K Lee", Time: monday.Time}
	if err := errors.Join(d.Append(area, year), d.Close()); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second run reads what the first has written
		runAgain(t, o)
		shown := fileOf(t, o, "project/cases.csv")
		if !strings.Contains(shown, ",note,decided_elsewhere\n") || !strings.Contains(shown, ",Ambry,2014,") || !strings.HasSuffix(shown, ",area Fenn; year 2015\n") {
			t.Errorf("got %s", shown)
		}
		if table := fileOf(t, o, "tables/cases.csv"); !strings.Contains(table, ",Fenn,2015,") {
			t.Errorf("the decisions do not count: %s", table)
		}
		editCases(t, o, "area Fenn", "area Fen") // nobody reads it
	}
	if d, err = OpenDecisions(o.Out, "a test"); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(d.Undo(1, "K Lee", monday.Time), d.Undo(2, "K Lee", monday.Time), d.Close()); err != nil {
		t.Fatal(err)
	}
	runAgain(t, o)
	if after := fileOf(t, o, "project/cases.csv"); after != before {
		t.Errorf("taken back: got %s, want %s", after, before)
	}
}

// TestCasesSavedDuringARun has a person save cases.csv while files are read.
func TestCasesSavedDuringARun(t *testing.T) {
	takesLong(t)
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "Wren.txt"), []byte(shortReview), 0o600); err != nil {
		t.Fatal(err)
	}
	o := shortOptions(t, folder)
	runAgain(t, o)
	if err := os.WriteFile(filepath.Join(folder, "Robin.txt"), []byte(strings.ReplaceAll(shortReview, "Wren", "Robin")), 0o600); err != nil {
		t.Fatal(err)
	}
	during := o
	during.Progress = func(Progress) {
		if strings.Contains(fileOf(t, o, "project/cases.csv"), "Wren.txt,yes,") {
			editCases(t, o, "Wren.txt,yes,", "Wren.txt,no,not ours")
		}
	}
	var input *corpus.InputError
	if _, err := Run(t.Context(), during); !errors.As(err, &input) || !strings.Contains(err.Error(), "run again") {
		t.Errorf("got %v", err)
	}
	if table := fileOf(t, o, "project/cases.csv"); !strings.Contains(table, "Wren.txt,no,not ours") {
		t.Errorf("what a person saved is gone: %s", table)
	}
	runAgain(t, o)
	table := fileOf(t, o, "project/cases.csv")
	if !strings.Contains(table, "Wren.txt,no,not ours") || !strings.Contains(table, "Robin.txt,yes,") {
		t.Errorf("the run after it says %s", table)
	}
}
