package project

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/extract"
	"thematic/themes"
	"thematic/themes/model"
)

// ownCodebook is a codebook of one theme.
func ownCodebook(t *testing.T, words string) *themes.Codebook {
	t.Helper()
	codebook, err := themes.Load("own.yaml", []byte("codebook: own\nversion: 0.1.0\nthemes:\n  - id: seen\n    label: Seen\n    patterns: {deficit: [\""+words+"\"]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	return codebook
}

// TestAnotherCodebookIsSaid holds that a run by another codebook than the last one's
// says so, once.
func TestAnotherCodebookIsSaid(t *testing.T) {
	takesLong(t)
	o, first := runShort(t)
	said := func(r *Outcome) bool {
		return slices.ContainsFunc(r.Warnings, func(w string) bool { return strings.Contains(w, "by another codebook: practice") })
	}
	if said(first) {
		t.Errorf("the first run speaks of one before it: %q", first.Warnings)
	}
	o.Codebook, o.Opinion = ownCodebook(t, "not seen"), nil
	if again := runAgain(t, o); !said(again) {
		t.Errorf("got %q, want the codebook of the last run named", again.Warnings)
	}
	if again := runAgain(t, o); said(again) {
		t.Errorf("it is said again: %q", again.Warnings)
	}
}

// TestOtherThan has a run follow another that was typed otherwise.
func TestOtherThan(t *testing.T) {
	practice, err := themes.Builtin("practice")
	if err != nil {
		t.Fatal(err)
	}
	own, edited := ownCodebook(t, "not seen"), ownCodebook(t, "not heard")
	const so = ": other passages, themes or reviews may count"
	plain := func(*Options) {}
	kinds := func(o *Options) {
		o.Kinds, o.Typed.Options = []corpus.Kind{corpus.KindInspection}, map[string]string{"include-kind": "--include-kind inspection", "out": "--out x"}
	}
	by := func(c *themes.Codebook, typed string) func(*Options) {
		return func(o *Options) {
			o.Codebook, o.Opinion, o.Typed.Options = c, nil, map[string]string{"codebook": typed}
		}
	}
	sections := func(table string) func(*Options) {
		return func(o *Options) {
			o.Engines.Sections, o.Typed.Options = table, map[string]string{"sections": "--sections s.csv"}
		}
	}
	for _, tt := range []struct {
		name      string
		last, now func(*Options)
		want      []string
	}{
		{"the same", kinds, kinds, nil},
		{"in other words", plain, func(o *Options) {
			o.Typed.Options = map[string]string{"codebook": "--codebook builtin:practice", "ocr": "--ocr auto", "voice": "--voice child"}
		}, nil},
		{"kinds in another order", func(o *Options) { o.Kinds = []corpus.Kind{"a", "b"} }, func(o *Options) {
			o.Kinds, o.Typed.Options = []corpus.Kind{"b", "a"}, map[string]string{"include-kind": "--include-kind b,a"}
		}, nil},
		{"left out", kinds, plain, []string{"the last run also had --include-kind inspection; this one did not" + so}},
		{"added", plain, kinds, []string{"this run has --include-kind inspection, which the last one had not" + so}},
		{"several in the place of others", func(o *Options) {
			by(own, "--codebook own.yaml")(o)
			o.Beside = edited
			o.Typed.Options["beside"] = "--beside b.yaml"
		},
			func(o *Options) {
				o.Engines = extract.Options{NoOCR: true, Language: "cym", Sections: "x"}
				o.Opinion, o.Typed.Options = nil, map[string]string{"rules-only": "--rules-only", "ocr": "--ocr off", "ocr-language": "--ocr-language cym", "sections": "--sections s.csv"}
			}, []string{"the last run had --codebook own.yaml and --beside b.yaml, and this one has --sections s.csv, --ocr off and --ocr-language cym" + so}},
		{"rules alone", plain, func(o *Options) { o.Opinion, o.Typed.Options = nil, map[string]string{"rules-only": "--rules-only"} },
			[]string{"this run has --rules-only, which the last one had not" + so}},
		{"circumstances beside a codebook that was edited", by(own, "--codebook own.yaml"), func(o *Options) {
			by(edited, "--codebook own.yaml")(o)
			o.Beside, o.Typed.Options["beside"] = own, "--beside b.yaml"
		}, []string{"this run has --beside b.yaml, which the last one had not" + so,
			"the last run found themes by another codebook: own 0.1.0 (" + own.Hash()[:12] + "); this one by own 0.1.0 (" + edited.Hash()[:12] + "), beside it own 0.1.0 (" + own.Hash()[:12] + ")"}},
		{"a file was edited", sections("a"), sections("b"), []string{"since the last run --sections s.csv has come to mean something else" + so}},
		{"shares read otherwise", sections("a"), func(o *Options) {}, []string{"the last run also had --sections s.csv; this one did not" + so}},
		{"the codebook was edited", by(own, "--codebook own.yaml"), by(edited, "--codebook own.yaml"), []string{
			"the last run found themes by another codebook: own 0.1.0 (" + own.Hash()[:12] + "); this one by own 0.1.0 (" + edited.Hash()[:12] + ")"}},
	} {
		o := Options{Codebook: practice, Opinion: model.Builtin("practice"), Kinds: []corpus.Kind{corpus.KindReview}}
		last, now := o, o
		tt.last(&last)
		tt.now(&now)
		got := now.otherThan(lastRun{Codebook: last.codebookID(), Meant: last.meant(), Typed: last.Typed})
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
	o := Options{Codebook: own}
	if got := o.otherThan(lastRun{}); got != nil {
		t.Errorf("of a first run: got %q", got)
	}
	if got := o.otherThan(lastRun{Codebook: "practice 1"}); len(got) != 1 || !strings.Contains(got[0], "another codebook: practice 1; this") {
		t.Errorf("of a run that noted its codebook alone: got %q", got)
	}
}

// TestAgainNamesTheCommand has something ask for another run of results that were moved.
func TestAgainNamesTheCommand(t *testing.T) {
	takesLong(t)
	o, _ := runShort(t)
	moved := filepath.Join(t.TempDir(), "moved")
	for _, tt := range []struct {
		typed Typed
		want  string
	}{
		{Typed{}, "run again: thematic run FOLDER --out "},
		{Typed{Command: "thematic run 'our reviews'"}, "run again: thematic run 'our reviews' --out "},
		{Typed{Command: "thematic run reviews", Passwords: true}, "run again, with the passwords that it had: thematic run reviews --out "},
	} {
		o.Typed = tt.typed
		o.Notes = append(o.Notes, "something else is not as it was")
		runAgain(t, o)
		if err := os.Rename(o.Out, moved); err != nil {
			t.Fatal(err)
		}
		store, err := readProject(moved)
		if err != nil {
			t.Fatal(err)
		}
		if got := againIn(store); got != tt.want+moved {
			t.Errorf("got %q, want %q", got, tt.want+moved)
		}
		if err := errors.Join(store.Close(), os.Rename(moved, o.Out)); err != nil {
			t.Fatal(err)
		}
	}
}

// TestUnopenedResults holds that results that cannot be made, and those that cannot be
// opened, are told apart, each with what helps.
func TestUnopenedResults(t *testing.T) {
	for _, c := range []struct {
		err  error
		want string
	}{
		{&fs.PathError{Op: "mkdir", Path: "results/project", Err: fs.ErrPermission}, "results/project: the results cannot be written there (permission denied): choose another folder with --out, or ask"},
		{&fs.PathError{Op: "mkdir", Path: "results/project", Err: errors.New("read-only file system")}, "results/project: the results cannot be written there (read-only file system): choose"},
		{&fs.PathError{Op: "open", Path: "results/project/lock", Err: fs.ErrPermission}, "results/project/lock: it cannot be opened (permission denied): ask whoever owns these results"},
		{errors.New("other"), "create the project: other"},
	} {
		if _, err := ofRun(nil, fmt.Errorf("create the project: %w", c.err)); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}
