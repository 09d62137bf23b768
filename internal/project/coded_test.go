package project

import (
	"bytes"
	"flag"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"thematic/corpus"
	"thematic/extract"
	"thematic/themes"
)

var everyPattern = flag.Bool("patterns.all", false, "take every pattern out of the codebook in turn, and not one of every third theme")

// edited loads a codebook that somebody has edited.
func edited(t *testing.T, source string) *themes.Codebook {
	t.Helper()
	other, err := themes.Load("edited.yaml", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	return other
}

// withPattern returns a codebook with a pattern more before the first of a deficit.
func withPattern(t *testing.T, c *themes.Codebook, pattern string) *themes.Codebook {
	t.Helper()
	const list = "deficit:\n"
	source := string(c.Source())
	at := strings.Index(source, list)
	indent := source[strings.LastIndexByte(source[:at], '\n')+1 : at]
	return edited(t, source[:at]+list+indent+"  - \""+pattern+"\"\n"+source[at+len(list):])
}

// withoutPattern returns a codebook without one pattern of a theme, nil where that is of
// several lines or alone in its list.
func withoutPattern(c *themes.Codebook, theme, pattern int) *themes.Codebook {
	patterns := c.Themes[theme].Patterns
	lines, at := strings.SplitAfter(string(c.Source()), "\n"), patterns[pattern].Line
	other, err := themes.Load("edited.yaml", []byte(strings.Join(slices.Delete(lines, at-1, at), "")))
	if err != nil || len(other.Themes[theme].Patterns) != len(patterns)-1 {
		return nil
	}
	return other
}

// TestUntouchedDocumentsAreCodedAlike takes patterns out of the built-in codebook one by
// one, and puts them in again. In every review of the demonstration that such an edit does
// not touch, what was found before it is to the letter what is found after it.
func TestUntouchedDocumentsAreCodedAlike(t *testing.T) {
	takesLong(t)
	o := testOptions(t, unpack(t))
	if _, err := Run(t.Context(), o); err != nil {
		t.Fatal(err)
	}
	texts, err := OpenTexts(o.Out)
	if err != nil {
		t.Fatal(err)
	}
	defer texts.Close()
	documents := make([]*corpus.Document, texts.Len())
	if err := texts.Each(t.Context(), 1, func(i int, _ string, d *corpus.Document) error {
		documents[i] = d
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	code := func(c *themes.Codebook) func(i int) (codings, left []corpus.Coding) {
		coder, err := themes.NewCoder(c, o.Opinion)
		if err != nil {
			t.Error(err)
			return func(int) (codings, left []corpus.Coding) { return nil, nil }
		}
		return func(i int) (codings, left []corpus.Coding) { return codeAndLeave(coder, documents[i]) }
	}
	found, left := make([][]corpus.Coding, len(documents)), make([][]corpus.Coding, len(documents))
	before := code(o.Codebook)
	for i := range documents {
		found[i], left[i] = before(i)
	}
	if len(slices.Concat(left...)) == 0 {
		t.Error("no sentence is left uncoded")
	}
	type place struct{ theme, pattern int }
	var places []place
	for i, theme := range o.Codebook.Themes {
		for j := range theme.Patterns {
			if *everyPattern || i%3 == 0 && j == 7*i%len(theme.Patterns) {
				places = append(places, place{i, j})
			}
		}
	}
	var edits, untouched, touched atomic.Int64
	if err := forEach(t.Context(), o.Workers, len(places), func(n int) error {
		if n%100 == 99 {
			t.Logf("pattern %d of %d", n+1, len(places))
		}
		other := withoutPattern(o.Codebook, places[n].theme, places[n].pattern)
		if other == nil {
			return nil
		}
		edits.Add(1)
		text := o.Codebook.Themes[places[n].theme].Patterns[places[n].pattern].Text
		out, ok := themes.EditOf(o.Codebook, other)
		in, back := themes.EditOf(other, o.Codebook)
		if !ok || !back || out.None() || in.None() {
			t.Errorf("without %q: a pattern differs, and it is not told so", text)
			return nil
		}
		after := code(other)
		for i, d := range documents {
			touches := out.Touches(d.Text.Body)
			if touches != in.Touches(d.Text.Body) {
				t.Errorf("%q: %s is touched where it is taken out or where it is put in, and not in both", text, d.File)
			}
			if touches {
				touched.Add(1)
				continue
			}
			untouched.Add(1)
			without, uncoded := after(i)
			if !slices.Equal(uncoded, left[i]) {
				t.Errorf("%q: other sentences are left uncoded in %s, which it does not touch", text, d.File)
			}
			for _, way := range []struct {
				edit     *themes.Edit
				from, to []corpus.Coding
			}{{out, found[i], without}, {in, without, found[i]}} {
				got := slices.Clone(way.from)
				if way.edit.Carry(got); !slices.Equal(got, way.to) {
					t.Errorf("%q: other passages in %s, which it does not touch", text, d.File)
				}
			}
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d edits of %d patterns: %d documents untouched, %d touched", edits.Load(), len(places), untouched.Load(), touched.Load())
	if int(edits.Load()) < 3*len(places)/4 || untouched.Load() == 0 || touched.Load() == 0 {
		t.Error("too few to tell")
	}
}

// TestEditIsOfPatternsAlone tells codebooks apart that find the same, that differ by
// patterns, and that differ in more, after which nothing that was found may stand.
func TestEditIsOfPatternsAlone(t *testing.T) {
	const source = `codebook: small
sets: {worker: ["social worker", nurse]}
themes:
  - {id: visits, label: Visits, patterns: {deficit: ["@worker <2> absent", {near: ["home; not", seen], within: 3}, {id: own, pattern: "no visit"}], topic: [visit]}}
  - {id: notes, label: Notes, patterns: {topic: [{regex: "notes?"}, note]}}
`
	before, err := themes.Load("small.yaml", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	const (
		other    = "an edit of more than patterns"
		patterns = "an edit of patterns"
		names    = "an edit that changes nothing that is found"
	)
	told := func(before, after *themes.Codebook) string {
		edit, ok := themes.EditOf(before, after)
		switch {
		case !ok:
			return other
		case edit.None():
			return names
		}
		return patterns
	}
	for name, tt := range map[string]struct{ old, new, want string }{
		"nothing":             {"Visits", "Visits", names},
		"a label":             {"label: Visits", "label: Visited", names},
		"a pattern":           {"topic: [visit]", "topic: [visit, called]", patterns},
		"the strength of one": {`pattern: "no visit"`, `pattern: "no visit", strength: weak`, patterns},
		"the kind of one":     {"topic: [visit]", "good_practice: [visit]", patterns},
		"the form of one":     {`{regex: "notes?"}`, `"notes?"`, patterns},
		"the distance of one": {"within: 3", "within: 4", patterns},
		"where a phrase ends": {`["home; not", seen]`, `[home, "not; seen"]`, patterns},
		"the id of one":       {"id: own", "id: other", names},
		"a set":               {"nurse]", "nurse, doctor]", other},
		"a theme less":        {source[strings.Index(source, "  - {id: notes"):], "", other},
		"the id of a theme":   {"id: notes", "id: noted", other},
		"whom one is about":   {"label: Notes", "label: Notes, about: child", other},
		"a cue":               {"themes:", "context: {cues: [{id: mine, sets: question, words: [maybe]}]}\nthemes:", other},
	} {
		changed := strings.Replace(source, tt.old, tt.new, 1)
		after, err := themes.Load("small.yaml", []byte(changed))
		if err != nil || changed == source && name != "nothing" {
			t.Fatalf("%s: %v", name, err)
		}
		if got := told(before, after); got != tt.want {
			t.Errorf("%s differs: told as %s, want %s", name, got, tt.want)
		}
		if got := told(after, before); got != tt.want {
			t.Errorf("%s differs, the other way: told as %s, want %s", name, got, tt.want)
		}
	}
}

// TestCodedIsPassedOver says which documents need not be coded again.
func TestCodedIsPassedOver(t *testing.T) {
	o, store := judgedRun(t)
	store.Close()
	o.Kinds = corpus.Kinds
	runAgain(t, o)
	store, err := o.openStore()
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	documents := judgedIn(t, o, store)
	stands := func(o Options) []string {
		known, file := o.lastCoded(store)
		if file != nil {
			defer file.Close()
		}
		var files []string
		for _, name := range []string{"2014/b.txt", "a.txt"} {
			d := documents[name].Document
			sum, _ := store.Sum(d.ID, extract.Version)
			if _, _, ok := known[0].of(d, sum, store); ok {
				files = append(files, name)
			}
			if _, _, ok := known[0].of(d, "another record", store); ok {
				t.Errorf("%s stands that was coded from another record", name)
			}
			other := *d
			other.Kind = corpus.KindLeaflet
			if _, _, ok := known[0].of(&other, sum, store); ok {
				t.Errorf("%s stands, which is of another kind now", name)
			}
		}
		return files
	}
	build, rules, added, robin := o, o, o, o
	build.Build, rules.Opinion = "another", nil
	added.Codebook, robin.Codebook = withPattern(t, o.Codebook, "nobody writes these words"), withPattern(t, o.Codebook, "child robin")
	both := []string{"2014/b.txt", "a.txt"}
	for name, tt := range map[string]struct {
		o    Options
		want []string
	}{
		"the same": {o, both}, "another build": {build, nil}, "without the model": {rules, nil},
		"a pattern that finds nothing": {added, both}, "a pattern that finds something in one": {robin, both[1:]},
	} {
		if got := stands(tt.o); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q stand, want %q", name, got, tt.want)
		}
	}
	for _, name := range []string{codedName, findingsName} {
		whole, err := store.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		other := bytes.Clone(whole)
		other[len(findingsLine)+100] ^= 1
		for _, data := range [][]byte{other, whole[:30]} {
			if err := store.WriteFile(name, data); err != nil {
				t.Fatal(err)
			}
			if got := stands(o); len(got) > 0 && reflect.DeepEqual(got, both) {
				t.Errorf("%q stand where %s is damaged", got, name)
			}
		}
		if err := store.WriteFile(name, whole); err != nil {
			t.Fatal(err)
		}
	}
}

// TestRunFromCoded holds that a run with another codebook makes the same over results as
// where there are none, whichever documents it codes again.
func TestRunFromCoded(t *testing.T) {
	takesLong(t)
	o, store := judgedRun(t)
	store.Close()
	o.Kinds = corpus.Kinds
	runAgain(t, o)
	for _, pattern := range []string{"nobody writes these words", "child robin"} {
		o.Codebook = withPattern(t, o.Codebook, pattern)
		want := o
		want.Out = filepath.Join(t.TempDir(), "want")
		runAgain(t, want)
		runAgain(t, o)
		runAgain(t, o) // without the note that the codebook is another
		sameFiles(t, o.Out, want.Out)
	}
}
