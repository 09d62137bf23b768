package project

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"thematic/corpus"
	"thematic/themes"
)

// longAgo is a time that no file of a run has by itself.
var longAgo = time.Date(2001, 1, 1, 0, 0, 0, 0, time.UTC)

// TestUnchanged holds that a run over what the last run was made from makes
// nothing anew, and that anything which differs has it all made again.
func TestUnchanged(t *testing.T) {
	takesLong(t)
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
	o.Notes = []string{"one reader alone judged"}
	if !remade() || !strings.Contains(fileOf(t, o, "log.txt"), "note: one reader alone judged\n") {
		t.Error("another note made nothing anew")
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

// TestRunWithARemarkIsClearedUpAfter: the tables of factors go with the run that no
// longer asks for them, though the run before had something to say once.
func TestRunWithARemarkIsClearedUpAfter(t *testing.T) {
	takesLong(t)
	o, first := runShort(t)
	editCases(t, o, resultsOf(t, first).Cases[0].ID+",", "another-id,")
	factors, err := themes.Builtin("factors")
	if err != nil {
		t.Fatal(err)
	}
	o.Beside = factors
	if got := runAgain(t, o).Warnings; !slices.ContainsFunc(got, func(w string) bool { return strings.Contains(w, "another-id") }) {
		t.Fatalf("got the warnings %q, want a remark on the id", got)
	}
	tables := func() []string {
		t.Helper()
		found, err := filepath.Glob(filepath.Join(o.Out, "tables", "factors_*"))
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	if len(tables()) == 0 {
		t.Fatal("there are no tables of factors")
	}
	o.Beside = nil
	runAgain(t, o)
	if left := tables(); len(left) > 0 {
		t.Errorf("left behind: %q", left)
	}
}

// noLog is a disk on which no log can be put in its place.
type noLog struct{ corpus.SystemDisk }

func (d noLog) Rename(from, to string) error {
	if filepath.Base(to) == logName {
		return &os.PathError{Op: "rename", Path: to, Err: syscall.EIO}
	}
	return d.SystemDisk.Rename(from, to)
}

// TestBrokenRunIsClearedUpAfter: the tables of factors of a run that came to no end go
// with one that does not ask for them, and what a person put beside them stays.
func TestBrokenRunIsClearedUpAfter(t *testing.T) {
	takesLong(t)
	o, _ := runShort(t)
	factors, err := themes.Builtin("factors")
	if err != nil {
		t.Fatal(err)
	}
	broken := o
	broken.Beside, broken.Disk = factors, noLog{}
	if _, err := Run(t.Context(), broken); err == nil {
		t.Fatal("the run came to its end without a log")
	}
	table := filepath.Join(o.Out, "tables", "factors_prevalence.csv")
	data, err := os.ReadFile(table)
	if err != nil {
		t.Fatal(err)
	}
	own := filepath.Join(o.Out, "tables", "my factors.csv")
	if err := os.WriteFile(own, data, 0o600); err != nil {
		t.Fatal(err)
	}
	runAgain(t, o)
	left, err := filepath.Glob(filepath.Join(o.Out, "tables", "*factors*"))
	if err != nil || !slices.Equal(left, []string{own}) {
		t.Errorf("got %q, %v, want the copy alone", left, err)
	}
}

// TestRunRestoresAText holds that what is said of a text which was lost helps.
func TestRunRestoresAText(t *testing.T) {
	takesLong(t)
	o, _ := runShort(t)
	o.Typed.Command, o.Build = "thematic run 'our reviews'", "another"
	runAgain(t, o)
	objects, err := filepath.Glob(filepath.Join(o.Out, "project", "objects", "*", "*"))
	if err != nil || len(objects) != 1 {
		t.Fatalf("got %q, %v, want one text", objects, err)
	}
	whole, err := os.ReadFile(objects[0])
	if err != nil {
		t.Fatal(err)
	}
	changed := slices.Clone(whole)
	changed[len(changed)-20] ^= 1
	for name, tt := range map[string]struct {
		data   []byte // of the text on the disk; nil for none
		want   string
		remove bool // as the error asks
	}{
		"gone":      {nil, "what was read of it is gone from the project (", false},
		"cut short": {whole[:len(whole)/2], "damaged: remove this file, and run again: thematic run 'our reviews'", false},
		"longer":    {append(slices.Clone(whole), ' '), "damaged: remove this file", false},
		"a byte":    {changed, "damaged: remove this file", true},
	} {
		err := os.Remove(objects[0])
		if err == nil && tt.data != nil {
			err = os.WriteFile(objects[0], tt.data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
		err = readTexts(t, o.Out)
		if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.Contains(err.Error(), objects[0]) {
			t.Errorf("%s: got the error %v, want %q of %s", name, err, tt.want, objects[0])
		}
		if tt.remove {
			if err := os.Remove(objects[0]); err != nil {
				t.Fatal(err)
			}
		}
		runAgain(t, o)
		if err := readTexts(t, o.Out); err != nil {
			t.Errorf("%s: after another run: %v", name, err)
		}
	}
}

// readTexts reads every text of a project, as a search does.
func readTexts(t *testing.T, out string) error {
	t.Helper()
	texts, err := OpenTexts(out)
	if err != nil {
		t.Fatal(err)
	}
	defer texts.Close()
	if texts.Len() == 0 {
		t.Fatal("there are no texts")
	}
	return texts.Each(context.Background(), 1, func(int, string, *corpus.Document) error { return nil })
}
