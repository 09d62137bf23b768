package project

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
	"thematic/extract"
	"thematic/themes"
)

// readShards reads a folder in n shares and returns their folders.
func readShards(t *testing.T, o Options, n int) []string {
	t.Helper()
	var parts []string
	for i := 1; i <= n; i++ {
		o.Out = t.TempDir()
		if _, _, err := ReadShard(context.Background(), o, Shard{i, n}); err != nil {
			t.Fatal(err)
		}
		parts = append(parts, o.Out)
	}
	return parts
}

// shardFolder is a folder of short files, one of which cannot be read, two of
// which are the same, and two more the same under names that are both wrong.
func shardFolder(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range map[string]string{
		"a.txt": shortReview, "b/b.txt": strings.ReplaceAll(shortReview, "Wren", "Robin"), "c.txt": shortReview,
		"d.zip": "PK\x03\x04", "e.txt": "",
		"f.docx": strings.ReplaceAll(shortReview, "Wren", "Magpie"), "g.pdf": strings.ReplaceAll(shortReview, "Wren", "Magpie"),
	} {
		path := filepath.Join(folder, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// TestMergeIsOneRun compares every file that a merge of shares writes with what
// one run over the whole folder writes; the last merges where the reports are not.
func TestMergeIsOneRun(t *testing.T) {
	takesLong(t)
	whole := testOptions(t, shardFolder(t))
	whole.Kinds = corpus.Kinds
	want := runAgain(t, whole)
	for _, n := range []int{1, 3, 6} { // in six shares one or more are empty
		merged := whole
		merged.Out = filepath.Join(filepath.Dir(whole.Out), fmt.Sprintf("of-%d", n))
		parts := readShards(t, whole, n)
		if n == 6 {
			if err := os.RemoveAll(whole.Folder); err != nil {
				t.Fatal(err)
			}
		}
		merged.Folder = "" // the shares say it
		got, err := Merge(context.Background(), merged, parts)
		if err != nil {
			t.Fatal(err)
		}
		if got.Tally.Files != want.Tally.Files {
			t.Errorf("%d shares: got %d files, want %d", n, got.Tally.Files, want.Tally.Files)
		}
		sameFiles(t, merged.Out, whole.Out)
		note, wantNote := judgedNote(t, merged.Out), judgedNote(t, whole.Out)
		if note != wantNote || note == "" {
			t.Errorf("%d shares: the next run would not take each file for what it was taken for:\ngot  %s\nwant %s", n, note, wantNote)
		}
	}
}

// judgedNote returns what a project notes of what each file was taken for.
func judgedNote(t *testing.T, out string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(out, "project", judgedName))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// sameFiles compares two folders, but for the notes that a program makes for
// itself.
func sameFiles(t *testing.T, got, want string) {
	t.Helper()
	a, b := treeOf(t, got), treeOf(t, want)
	for name, data := range b {
		if a[name] != data {
			t.Errorf("%s is not the same", name)
		}
		delete(a, name)
	}
	for name := range a {
		t.Errorf("%s should not be there", name)
	}
}

// treeOf returns the content of every file of a folder of results but of those
// that spare a later run work.
func treeOf(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || slices.Contains([]string{lastRunName, judgedName, codedName}, entry.Name()) {
			return err
		}
		data, err := os.ReadFile(path)
		files[strings.TrimPrefix(path, folder)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestMergeRefuses(t *testing.T) {
	o := testOptions(t, shardFolder(t))
	parts, others := readShards(t, o, 2), readShards(t, o, 3)
	changed := readShards(t, o, 2)
	if err := os.WriteFile(filepath.Join(o.Folder, "f.txt"), []byte(shortReview), 0o600); err != nil {
		t.Fatal(err)
	}
	changed[1] = readShards(t, o, 2)[1]
	other, damaged := o, t.TempDir()
	other.Engines.Language = "cym"
	if err := os.Mkdir(projectFolder(damaged), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(projectFolder(damaged), shardName), []byte(`{"shard": {`), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		parts []string
		want  string
	}{
		"one missing":     {parts[:1], "share 2/2 is missing"},
		"one twice":       {[]string{parts[0], parts[1], parts[0]}, "name each share once"},
		"other division":  {[]string{parts[0], others[1]}, "shares of one division"},
		"folder changed":  {changed, "the folder held other files"},
		"other options":   {[]string{changed[1], readShards(t, other, 2)[0]}, "or other options"},
		"damaged":         {[]string{damaged}, "shard.json is damaged"},
		"no share at all": {[]string{t.TempDir()}, "there is no share here"},
		"no such folder":  {[]string{filepath.Join(t.TempDir(), "none")}, "there is no share here"},
	} {
		_, err := Merge(context.Background(), o, tt.parts)
		var input *corpus.InputError
		if !errors.As(err, &input) || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: got %v, want an error about %q", name, err, tt.want)
		}
	}
	into := o
	into.Out = parts[1]
	if _, err := Merge(context.Background(), into, parts); err == nil || !strings.Contains(err.Error(), "in the folder of a share") {
		t.Errorf("results into a share: got %v", err)
	}
	into.Out = filepath.Join(o.Folder, "out")
	if _, err := Merge(context.Background(), into, parts); err == nil || !strings.Contains(err.Error(), "inside the folder of reports") {
		t.Errorf("results into the reports: got %v", err)
	}
	factors, err := themes.Builtin("factors")
	if err != nil {
		t.Fatal(err)
	}
	counted := o
	counted.Codebook = factors
	if _, err := Merge(context.Background(), counted, parts); err == nil || !strings.Contains(err.Error(), "never counted as practice") {
		t.Errorf("a codebook of factors: got %v", err)
	}
	noted, err := os.ReadFile(filepath.Join(others[0], "project", shardName))
	if err != nil {
		t.Fatal(err)
	}
	earlier := bytes.Replace(noted, []byte(`"reader": "`+extract.Version), []byte(`"reader": "1`), 1)
	if err := os.WriteFile(filepath.Join(others[0], "project", shardName), earlier, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Merge(context.Background(), o, others); err == nil || !strings.Contains(err.Error(), "another version of the program has read it") {
		t.Errorf("a share of an earlier version: got %v", err)
	}
	damageOneObject(t, parts[0])
	if _, err := Merge(context.Background(), o, parts); err == nil || !strings.Contains(err.Error(), "read the share again") {
		t.Errorf("a damaged share: got %v", err)
	}
}

// TestAlike: machines read alike with the same engines, wherever these lie, and with no
// others.
func TestAlike(t *testing.T) {
	was := extract.Options{Tesseract: "/usr/bin/tesseract", Language: "eng", Sections: "x"}
	for name, tt := range map[string]struct {
		change func(*extract.Options)
		want   bool
	}{
		"the same":               {func(*extract.Options) {}, true},
		"elsewhere":              {func(o *extract.Options) { o.Tesseract = "/opt/tesseract" }, true},
		"without Tesseract":      {func(o *extract.Options) { o.Tesseract = "" }, false},
		"no recognition":         {func(o *extract.Options) { o.NoOCR = true }, false},
		"another language":       {func(o *extract.Options) { o.Language = "cym" }, false},
		"other sections":         {func(o *extract.Options) { o.Sections = "y" }, false},
		"with the second engine": {func(o *extract.Options) { o.Second = !o.Second }, false},
	} {
		now := was
		tt.change(&now)
		if got := alike(was, now); got != tt.want {
			t.Errorf("%s: got %v, want %v", name, got, tt.want)
		}
	}
}

func damageOneObject(t *testing.T, out string) {
	t.Helper()
	objects, err := filepath.Glob(filepath.Join(out, "project", "objects", "*", "*.json"))
	if err != nil || len(objects) == 0 {
		t.Fatalf("no object to damage: %v", err)
	}
	if err := os.Truncate(objects[0], 20); err != nil {
		t.Fatal(err)
	}
}

// TestShardsOfOneSize: files of one size are dealt out to all shares, and those with the
// same bytes to one.
func TestShardsOfOneSize(t *testing.T) {
	o := testOptions(t, t.TempDir())
	for name, text := range map[string]string{"a.txt": "one", "b.txt": "two", "c.txt": "one", "d.txt": "six", "e.txt": "ten", "f.txt": "longer"} {
		if err := os.WriteFile(filepath.Join(o.Folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	root, found, err := o.openFolder()
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	twins, err := o.twins(context.Background(), root, found)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"a.txt c.txt d.txt f.txt", "b.txt e.txt"} {
		var names []string
		for _, f := range (Shard{i + 1, 2}).of(found, twins) {
			names = append(names, f.File)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("share %d has %s, want %s", i+1, got, want)
		}
	}
	if err := os.WriteFile(filepath.Join(o.Folder, "c.txt"), []byte("two"), 0o600); err != nil {
		t.Fatal(err)
	}
	changed, err := o.twins(context.Background(), root, found)
	if err != nil || listing(found, changed) == listing(found, twins) {
		t.Errorf("a file is other bytes of the same size, by which it is dealt out, and the listing is the same: %v", err)
	}
}
