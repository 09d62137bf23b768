package project

import (
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
	"thematic/corpus/demo"
	"thematic/extract/worker"
	"thematic/themes"
	"thematic/themes/model"
)

// readerArgument makes the test program a reading process.
const readerArgument = "__read"

func TestMain(m *testing.M) {
	if len(os.Args) == 2 && (os.Args[1] == readerArgument || os.Args[1] == crashArgument) {
		var in io.Reader = os.Stdin
		if os.Args[1] == crashArgument {
			in = fatal{}
		}
		if err := worker.Serve(in, os.Stdout, corpus.DefaultLimits()); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// takesLong leaves a test out of short runs, as those with the race detector are: what
// it does at once, others do there.
func takesLong(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
}

// unsharp draws pictures quickly: the scripts of the program have them as they are meant.
var unsharp = Presentation{mostDPI: 36}

// testOptions are the options of a run over folder with the built-in codebook.
func testOptions(t *testing.T, folder string) Options {
	t.Helper()
	codebook, err := themes.Builtin("practice")
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return Options{
		Folder: folder, Out: filepath.Join(t.TempDir(), "out"), Codebook: codebook, Opinion: model.Builtin("practice"), Tool: "test",
		Reader: []string{program, readerArgument}, Workers: 2, Limits: corpus.DefaultLimits(), Disk: corpus.SystemDisk{},
		Kinds:        slices.DeleteFunc(slices.Clone(corpus.Kinds), func(k corpus.Kind) bool { return !k.AppraisesPractice() }),
		Presentation: unsharp,
	}
}

// unpack writes the demonstration reviews to a folder.
func unpack(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "reviews")
	if err := os.CopyFS(folder, demo.Reviews()); err != nil {
		t.Fatal(err)
	}
	return folder
}

// cell is one theme in one case.
type cell struct{ caseID, theme string }

// intended are the cells their authors meant to be present.
func intended(t *testing.T, r *analysis.Result) map[cell]bool {
	t.Helper()
	caseOf := map[string]string{}
	for _, f := range r.Files {
		caseOf[f.File] = f.CaseID
	}
	file, err := os.Open("../../corpus/demo/truth.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	truth, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	cells := map[cell]bool{}
	for _, row := range truth[1:] {
		name, theme, label := row[0], row[1], row[2]
		if _, err := fs.Stat(demo.Reviews(), name); err != nil {
			t.Fatalf("the intended codings name a file that is not there: %v", err)
		}
		if label == string(corpus.LabelDeficit) && caseOf[name] != "" {
			cells[cell{caseOf[name], theme}] = true
		}
	}
	return cells
}

func found(r *analysis.Result) map[cell]bool {
	cells := map[cell]bool{}
	for i, c := range r.Matrix.Cases {
		for j, t := range r.Matrix.Themes {
			if r.Matrix.Cells[i][j].Status.Present() {
				cells[cell{c.ID, t.ID}] = true
			}
		}
	}
	return cells
}

// TestDemo runs the main job over the demonstration and holds it against what
// the authors of the reviews intended: exactly for the three headline themes;
// for the others the agreement is reported.
func TestDemo(t *testing.T) {
	takesLong(t)
	outcome, err := Run(context.Background(), testOptions(t, unpack(t)))
	if err != nil {
		t.Fatal(err)
	}
	r := resultsOf(t, outcome)
	if got, want := r.Tally.Included, 27; got != want {
		t.Fatalf("got %d reviews, want %d", got, want)
	}
	want, got := intended(t, r), found(r)
	for _, c := range r.Matrix.Cases {
		for _, theme := range r.Top {
			key := cell{c.ID, theme.ID}
			if got[key] != want[key] {
				t.Errorf("%s, %s: found %v, intended %v%s", c.ID, theme.ID, got[key], want[key], passagesOf(r, key))
			}
		}
	}
	for _, theme := range r.Themes {
		if !slices.ContainsFunc(r.Top, func(top analysis.Theme) bool { return top.ID == theme.ID }) {
			reportAgreement(t, r, theme, got, want)
		}
	}
	if kappa := reportAgreement(t, r, analysis.Theme{}, got, want); kappa < leastKappa {
		t.Errorf("the agreement on all but the headline themes has fallen to kappa %.2f", kappa)
	}
}

// leastKappa is what the agreement on the other themes may not fall below.
const leastKappa = 0.75

// passagesOf lists the counted passages of a cell, to be read when it is wrong.
func passagesOf(r *analysis.Result, key cell) string {
	var b strings.Builder
	for p := range r.Passages.All() {
		if p.CaseID == key.caseID && p.Theme == key.theme && p.Label == corpus.LabelDeficit && p.Status == corpus.Counted {
			fmt.Fprintf(&b, "\n\tp. %d: %s [%s; %s]", p.Page, p.Quote, p.Rule, p.Cue)
		}
	}
	return b.String()
}

// reportAgreement logs how the coder agrees with the authors on one theme, or
// on all but the headline ones together where theme is empty.
func reportAgreement(t *testing.T, r *analysis.Result, theme analysis.Theme, got, want map[cell]bool) float64 {
	both, onlyGot, onlyWant, neither := 0, 0, 0, 0
	for _, c := range r.Matrix.Cases {
		for _, other := range r.Themes {
			if theme.ID != "" && other.ID != theme.ID || theme.ID == "" && other.Headline {
				continue
			}
			switch key := (cell{c.ID, other.ID}); {
			case got[key] && want[key]:
				both++
			case got[key]:
				onlyGot++
			case want[key]:
				onlyWant++
			default:
				neither++
			}
		}
	}
	n := float64(both + onlyGot + onlyWant + neither)
	observed := float64(both+neither) / n
	expected := (float64(both+onlyGot)*float64(both+onlyWant) + float64(onlyWant+neither)*float64(onlyGot+neither)) / n / n
	name := theme.ID
	if name == "" {
		name = "all but the headline themes"
	}
	kappa := (observed - expected) / (1 - expected)
	t.Logf("%-28s intended %3d, found %3d, both %3d, kappa %.2f", name, both+onlyWant, both+onlyGot, both, kappa)
	return kappa
}
