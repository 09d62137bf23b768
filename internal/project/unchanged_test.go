package project

import (
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"thematic/corpus"
)

// longAgo is a time that no file of a run has by itself.
var longAgo = time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)

// TestUnchanged holds that a run over what the last run was made from makes
// nothing anew, and that anything which differs has it all made again.
func TestUnchanged(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long: left out of short runs")
	}
	o, first := runShort(t)
	table := filepath.Join(o.Out, "tables", "matrix.csv")
	remade := func() bool {
		t.Helper()
		if err := os.Chtimes(table, longAgo, longAgo); err != nil {
			t.Fatal(err)
		}
		again := runAgain(t, o)
		if again.Tally.Files != len(again.Files) || again.Kept == 0 {
			t.Errorf("got %d files of %d, %d of them known", len(again.Files), again.Tally.Files, again.Kept)
		}
		info, err := os.Stat(table)
		if err != nil {
			t.Fatal(err)
		}
		return !info.ModTime().Equal(longAgo)
	}
	if remade() {
		t.Error("the same again was made anew")
	}
	if again := runAgain(t, o); !reflect.DeepEqual(again.Summary, first.Summary) {
		t.Errorf("got %+v, want %+v", again.Summary, first.Summary)
	}
	o.Build = "another"
	if !remade() {
		t.Error("another build made nothing anew")
	}
	if err := os.WriteFile(filepath.Join(o.Out, "charts", "bars.svg"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if !remade() {
		t.Error("a damaged chart was left as it was")
	}
	cases := filepath.Join(o.Out, "project", corpus.CasesName)
	data, err := os.ReadFile(cases)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(cases, append(data, '\n'), 0o600); err != nil {
		t.Fatal(err)
	}
	if !remade() {
		t.Error("an edit of cases.csv was passed over")
	}
	if remade() {
		t.Error("the same again was made anew, after an edit")
	}
}
