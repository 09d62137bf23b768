package project

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/extract"
)

// judgedRun has been over two reviews and a file without text.
func judgedRun(t *testing.T) (o Options, store *corpus.Store) {
	t.Helper()
	o = testOptions(t, t.TempDir())
	for name, text := range map[string]string{
		"a.txt": shortReview, "2014/b.txt": strings.ReplaceAll(shortReview, "Wren", "Robin"), "c.txt": "",
	} {
		path := filepath.Join(o.Folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	runAgain(t, o)
	store, err := o.openStore()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return o, store
}

// judgedIn loads what was judged with the options o.
func judgedIn(t *testing.T, o Options, store *corpus.Store) judgements {
	t.Helper()
	key, err := o.judgeKey()
	if err != nil {
		t.Fatal(err)
	}
	return loadJudged(store, o.Disk, key)
}

// TestJudgedIsReadBack holds that a document which is read back is the one that
// its record makes, and that it stands for that record alone.
func TestJudgedIsReadBack(t *testing.T) {
	o, store := judgedRun(t)
	known := judgedIn(t, o, store)
	if len(known) != 2 {
		t.Fatalf("got %d documents, want the two with a text", len(known))
	}
	for file, j := range known {
		f := identified{corpus.Found{File: file, Size: j.Document.Size}, j.Document.ID}
		record, ok := store.Load(f.ID, extract.Version)
		sum, whole := store.Sum(f.ID, extract.Version)
		if !ok || !whole {
			t.Fatalf("%s has no record", file)
		}
		want := corpus.NewDocument(file, f.Size, record)
		want.Text = corpus.Text{}
		if got, ok := known.document(f, sum); !ok || !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
		if _, ok := known.document(f, "another record"); ok {
			t.Errorf("%s is known from another record", file)
		}
		f.ID = "another file"
		if _, ok := known.document(f, sum); ok {
			t.Errorf("%s is known from another file", file)
		}
	}
}

// TestJudgedIsPassedOver has another build, another engine, and damage.
func TestJudgedIsPassedOver(t *testing.T) {
	o, store := judgedRun(t)
	build, engine := o, o
	build.Build, engine.Engines.Language = "another", "cym"
	for name, other := range map[string]Options{"build": build, "engine": engine} {
		if known := judgedIn(t, other, store); len(known) != 0 {
			t.Errorf("another %s: %d documents are known", name, len(known))
		}
	}
	lines, err := store.ReadFile(judgedName)
	if err != nil {
		t.Fatal(err)
	}
	second := bytes.IndexByte(lines, '\n') + 1
	for name, tt := range map[string]struct {
		lines []byte
		want  int
	}{
		"a byte of a line": {append(append(bytes.Clone(lines[:second+100]), 'x'), lines[second+101:]...), 1},
		"its end is gone":  {lines[:len(lines)-20], 1},
		"all is gone":      {nil, 0},
	} {
		if err := store.WriteFile(judgedName, tt.lines); err != nil {
			t.Fatal(err)
		}
		if known := judgedIn(t, o, store); len(known) != tt.want {
			t.Errorf("%s: %d documents are known, want %d", name, len(known), tt.want)
		}
	}
}

// TestRunFromJudged holds that a run which takes what was judged from an earlier
// one makes the same results as one that does not, also where a record is damaged.
func TestRunFromJudged(t *testing.T) {
	takesLong(t)
	o, store := judgedRun(t)
	store.Close()
	want := o
	want.Out = filepath.Join(t.TempDir(), "want")
	o.Kinds, want.Kinds = corpus.Kinds, corpus.Kinds
	runAgain(t, want)
	damageOneObject(t, o.Out)
	if got := runAgain(t, o).Kept; got != 2 {
		t.Errorf("%d files are known, want all but the damaged one", got)
	}
	runAgain(t, o) // without the note that other kinds count than in the last run
	sameFiles(t, o.Out, want.Out)
}
