package project

import (
	"context"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/analysis/workbook"
	"thematic/corpus"
	"thematic/themes"
)

const shortReview = `Serious Case Review: Child Wren

Ambry Safeguarding Children Board, 2014

Analysis

No risk assessment was completed by any agency. The child was never seen alone.
`

var monday = workbook.By{Coder: "KL", Time: "2026-02-02T09:00:00Z"}

// shortOptions are those of a run over short reviews with few themes, whose charts are
// soon drawn.
func shortOptions(t *testing.T, folder string) Options {
	t.Helper()
	o := testOptions(t, folder)
	o.Kinds = corpus.Kinds
	o.Codebook.Themes = slices.DeleteFunc(o.Codebook.Themes, func(theme themes.Theme) bool { return !theme.Headline })
	return o
}

// runShort runs over one short review, and returns the options and the outcome.
func runShort(t *testing.T) (Options, *Outcome) {
	t.Helper()
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, "review.txt"), []byte(shortReview), 0o600); err != nil {
		t.Fatal(err)
	}
	o := shortOptions(t, folder)
	return o, runAgain(t, o)
}

func runAgain(t *testing.T, o Options) *Outcome {
	t.Helper()
	outcome, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return outcome
}

// resultsOf returns all that the run behind an outcome found.
func resultsOf(t *testing.T, outcome *Outcome) *analysis.Result {
	t.Helper()
	r, err := OpenResults(outcome.Out, Selection{})
	if err != nil {
		t.Fatal(err)
	}
	inMemory(r.Result)
	if err := errors.Join(r.Err(), r.Close()); err != nil {
		t.Fatal(err)
	}
	return r.Result
}

// inMemory takes the passages of a result into memory, so that they outlast what they
// were read from.
func inMemory(r *analysis.Result) {
	var list []analysis.Passage
	for p := range r.Passages.All() {
		list = append(list, *p)
	}
	r.Passages = analysis.PassagesOf(list)
}

// decideInWorkbook writes a decision into the row of the passage with a theme,
// as a person does.
func decideInWorkbook(t *testing.T, path, theme, heading, text string) {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Passages")
	if err != nil {
		t.Fatal(err)
	}
	themes, column := slices.Index(rows[0], "Theme id"), slices.Index(rows[0], heading)
	for i, row := range rows {
		if row[themes] != theme {
			continue
		}
		cell, err := excelize.CoordinatesToCellName(column+1, i+1)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(f.SetCellValue("Passages", cell, text), f.Save()); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Fatalf("no passage has the theme %s", theme)
}

// reviewsWith returns how many reviews have a theme, from the result, from
// prevalence.csv and from the sheet Matrix, which have to agree.
func reviewsWith(t *testing.T, outcome *Outcome, theme string) string {
	t.Helper()
	table, err := os.ReadFile(filepath.Join(outcome.Out, "tables", "matrix.csv"))
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(table), "\n")
	column := slices.Index(strings.Split(lines[0], ","), theme)
	inTable := strings.Split(lines[1], ",")[column]
	f, err := excelize.OpenFile(filepath.Join(outcome.Out, "coded.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows("Matrix")
	if err != nil {
		t.Fatal(err)
	}
	if inBook := rows[2][slices.Index(rows[0], theme)]; inBook != inTable {
		t.Errorf("%s: the workbook has %s, the table %s", theme, inBook, inTable)
	}
	return inTable
}

// TestDecideAndRunAgain decides in the workbook, brings it back and finds the
// counts changed; then takes the decision back.
func TestDecideAndRunAgain(t *testing.T) {
	takesLong(t)
	o, outcome := runShort(t)
	editCases(t, o, ",other,", ",review,") // of which no note is due
	const risk, voice, curiosity = "assessment_risk", "lived_experience", "professional_curiosity"
	check := func(when string, outcome *Outcome, want string) {
		t.Helper()
		if got := reviewsWith(t, outcome, risk) + reviewsWith(t, outcome, voice) + reviewsWith(t, outcome, curiosity); got != want {
			t.Errorf("%s: got %s, want %s", when, got, want)
		}
	}
	check("before", outcome, "110")
	book := filepath.Join(o.Out, "coded.xlsx")
	decideInWorkbook(t, book, risk, "Decision", "rejected")
	decideInWorkbook(t, book, voice, "Moved to theme", "Lack of professional curiosity")
	d, err := OpenDecisions(o.Out, "a test")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := OpenDecisions(o.Out, "a test"); !errors.Is(err, corpus.ErrLocked) {
		t.Errorf("opened twice: got %v, want ErrLocked", err)
	}
	got, err := d.Import(t.Context(), book, monday, corpus.DefaultLimits())
	if err != nil || len(got.Applied) != 2 || len(got.Rejected) > 0 {
		t.Fatalf("got %+v, %v, want 2 applied", got, err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	check("decided", runAgain(t, o), "001")
	d, err = OpenDecisions(o.Out, "a test")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := d.Import(t.Context(), book, monday, corpus.DefaultLimits()); err != nil || got.Unchanged != got.Rows {
		t.Errorf("the new workbook: got %+v, %v, want all unchanged", got, err)
	}
	if err := errors.Join(d.Undo(1, "KL", monday.Time), d.Close()); err != nil {
		t.Fatal(err)
	}
	outcome = runAgain(t, o)
	check("the first taken back", outcome, "101")
	if outcome.Tally.DecidedPassages != 1 || len(outcome.Warnings) > 0 {
		t.Errorf("got %d decided passages and the warnings %q", outcome.Tally.DecidedPassages, outcome.Warnings)
	}
}

// TestTornJournalIsToldOf cuts the last line of the journal short, and has the
// results looked at and made anew.
func TestTornJournalIsToldOf(t *testing.T) {
	takesLong(t)
	o, outcome := runShort(t)
	p := slices.Collect(resultsOf(t, outcome).Passages.All())[0]
	d, err := OpenDecisions(o.Out, "a test")
	if err != nil {
		t.Fatal(err)
	}
	decision := corpus.Decision{PassageID: p.PassageID, Theme: p.Theme, Status: corpus.Rejected, Coder: "KL", Time: monday.Time}
	if err := errors.Join(d.Append(decision, decision), d.Close()); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(o.Out, "project", "journal.jsonl")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data[:len(data)-20], 0o600); err != nil {
		t.Fatal(err)
	}
	r, warnings, err := Results(o.Out, Selection{})
	if err != nil || r.Tally.DecidedPassages != 1 || len(warnings) != 1 || !strings.Contains(warnings[0], "not written to its end; it is passed over") {
		t.Errorf("to look at: got the warnings %q, %v", warnings, err)
	}
	outcome = runAgain(t, o)
	if outcome.Tally.DecidedPassages != 1 || len(outcome.Warnings) == 0 || !strings.Contains(outcome.Warnings[0], "not written to its end") {
		t.Errorf("got %d decided passages and the warnings %q", outcome.Tally.DecidedPassages, outcome.Warnings)
	}
}

// TestDecisionsAreLookedAtTogether holds that whoever lists decisions neither waits
// for others who look nor changes a byte.
func TestDecisionsAreLookedAtTogether(t *testing.T) {
	takesLong(t)
	o, outcome := runShort(t)
	p := slices.Collect(resultsOf(t, outcome).Passages.All())[0]
	decision := corpus.Decision{PassageID: p.PassageID, Theme: p.Theme, Status: corpus.Rejected, Coder: "KL", Time: monday.Time}
	if err := decide(corpus.SystemDisk{}, o.Out, decision); err != nil {
		t.Fatal(err)
	}
	journal := filepath.Join(o.Out, "project", corpus.JournalName)
	data, err := os.ReadFile(journal)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(journal, append(data, "{"...), 0o600); err != nil {
		t.Fatal(err)
	}
	before := treeOf(t, o.Out)
	texts, err := OpenTexts(o.Out)
	if err != nil {
		t.Fatal(err)
	}
	defer texts.Close()
	d, err := ReadDecisions(o.Out)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	if got := d.Table(); len(got.Rows) != 1 || len(d.Warnings()) != 1 {
		t.Errorf("got %d decisions and the warnings %q, want one of each", len(got.Rows), d.Warnings())
	}
	if err := d.Append(decision); err == nil {
		t.Error("a decision was added by one who only looks")
	}
	if !maps.Equal(treeOf(t, o.Out), before) {
		t.Error("looking changed a file")
	}
}

func TestNoDecisionsHere(t *testing.T) {
	out := t.TempDir()
	var none *NoResultsError
	if _, err := OpenDecisions(out, "a test"); !errors.As(err, &none) || !strings.Contains(err.Error(), "run 'thematic run FOLDER' first") {
		t.Errorf("got %v, want a NoResultsError with the next step", err)
	}
	if left, err := os.ReadDir(out); err != nil || len(left) > 0 {
		t.Errorf("something was written: %v, %v", left, err)
	}
}
