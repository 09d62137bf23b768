package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx" // filesystems

	"thematic/corpus"
	"thematic/corpus/demo"
	"thematic/extract/worker"
)

func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == readerArgument {
		exit(worker.Serve(os.Stdin, os.Stdout, corpus.DefaultLimits()))
	}
	ptest.Main(m)
}

// runPipeline runs the pipeline on Beam's own runner, and returns the folder of
// its results.
func runPipeline(t *testing.T, o options) (out string, err error) {
	t.Helper()
	o.out = t.TempDir()
	if o.codebook == "" {
		o.codebook = "builtin:practice"
	}
	p, s := beam.NewPipelineWithRoot()
	if err := build(s, o); err != nil {
		return "", err
	}
	return o.out, ptest.Run(p)
}

// documents reads the results, in the order of the files.
func documents(t *testing.T, out string, shards int) []line {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(out, fmt.Sprintf("documents-*-of-%05d.jsonl", shards)))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no documents in %s: %v", out, err)
	}
	var lines []line
	for _, path := range paths {
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		s := bufio.NewScanner(file)
		s.Buffer(nil, 64<<20)
		for s.Scan() {
			var l line
			if err := json.Unmarshal(s.Bytes(), &l); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			lines = append(lines, l)
		}
		if s.Err() != nil {
			t.Fatal(s.Err())
		}
	}
	slices.SortFunc(lines, func(a, b line) int { return strings.Compare(a.File, b.File) })
	return lines
}

// table reads a table of the program, and returns the columns named of each row.
func table(t *testing.T, path string, columns ...string) []string {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	for _, row := range rows[1:] {
		var cells []string
		for _, c := range columns {
			cells = append(cells, corpus.Unguard(row[slices.Index(rows[0], c)]))
		}
		list = append(list, strings.Join(cells, "|"))
	}
	slices.Sort(list)
	return list
}

// TestSameAsARun holds the results of the pipeline on the demonstration, with
// files beside it that cannot be read, against those of the program: every file
// with its status and reason, every passage.
func TestSameAsARun(t *testing.T) {
	root := t.TempDir()
	folder := filepath.Join(root, "reviews")
	if err := os.CopyFS(folder, demo.Reviews()); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"empty.pdf": "", "broken.pdf": "%PDF-1.7\nnothing", "photos.zip": "PK\x03\x04", ".hidden": "x"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	program := filepath.Join(root, "thematic")
	for _, cmd := range []*exec.Cmd{
		exec.Command("go", "build", "-C", filepath.Join("..", ".."), "-o", program, "./cmd/thematic"),
		exec.Command(program, "run", folder, "--out", filepath.Join(root, "out"), "--quiet"),
	} {
		said, err := cmd.CombinedOutput()
		if unread := cmd.ProcessState != nil && cmd.ProcessState.ExitCode() == 3; err != nil && !unread {
			t.Fatalf("%v: %v\n%s", cmd.Args, err, said)
		}
	}
	out, err := runPipeline(t, options{folder: folder, match: "*,*/*,*/*/*", shards: 3})
	if err != nil {
		t.Fatal(err)
	}
	var files, passages []string
	for _, l := range documents(t, out, 3) {
		files = append(files, fmt.Sprintf("%s|%s|%s|%s|%s|%s|%s|%d", l.File, l.ID, l.Kind, l.Status, l.Reason, l.Engine, known(l.Pages), l.Words))
		for _, c := range l.Codings {
			passages = append(passages, fmt.Sprintf("%s|%s|%s|%s|%s|%s|%s|%s|%s|%d|%d|%s|%s", c.PassageID, c.File, known(c.Page), c.Section, c.Theme,
				c.Label, c.Status, c.Reason, c.Quote, c.Span.Start, c.Span.End, c.Rule, c.Cue))
		}
	}
	tables := filepath.Join(root, "out", "tables")
	same(t, "files", files, table(t, filepath.Join(tables, "files.csv"), "file", "sha256", "kind", "status", "reason", "engine", "pages", "words"))
	same(t, "passages", passages, table(t, filepath.Join(tables, "passages.csv"), "passage_id", "file", "page", "section", "theme_id", "label",
		"status", "reason", "quote", "start", "end", "rule", "cue"))
	counted(t, out, documents(t, out, 3))
}

// known is a number of pages or of a page as tables show it: nothing for 0.
func known(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	slices.Sort(got)
	t.Logf("%d %s", len(want), what)
	if len(want) == 0 {
		t.Errorf("there are no %s", what)
	}
	for _, w := range want {
		if _, ok := slices.BinarySearch(got, w); !ok {
			t.Errorf("%s: the pipeline lacks %s", what, w)
		}
	}
	for _, g := range got {
		if _, ok := slices.BinarySearch(want, g); !ok {
			t.Errorf("%s: only the pipeline has %s", what, g)
		}
	}
}

// counted counts the documents anew and compares.
func counted(t *testing.T, out string, lines []line) {
	t.Helper()
	want := map[string]map[string]bool{}
	add := func(row, file string) {
		if want[row] == nil {
			want[row] = map[string]bool{}
		}
		want[row][file] = true
	}
	for _, l := range lines {
		add("files|met", l.File)
		add("files|"+string(l.Status), l.File)
		for _, c := range l.Codings {
			if c.Label == corpus.LabelDeficit && c.Status != corpus.Rejected {
				add(c.Theme+"|with_held", l.File)
			}
			if c.Status == corpus.Counted && c.Label == corpus.LabelDeficit {
				add(c.Theme+"|counted", l.File)
			} else if c.Status == corpus.Counted && c.Label == corpus.LabelGoodPractice {
				add(c.Theme+"|good_practice", l.File)
			}
		}
	}
	var rows []string
	for row, files := range want {
		rows = append(rows, fmt.Sprintf("%s|%d", row, len(files)))
	}
	slices.Sort(rows)
	same(t, "counts", table(t, filepath.Join(out, "counts.csv"), "of", "measure", "documents"), rows)
}

// TestListOfFiles reads a list in place of patterns, in one file of results and
// in several; both hold the same, a copy once.
func TestListOfFiles(t *testing.T) {
	folder := t.TempDir()
	report := "Overview Report of the Serious Case Review concerning Child Q\n\n1. Introduction\n\nChild Q died.\n\n2. Analysis\n\nNo risk assessment was completed.\n\n3. Recommendations\n\nNone.\n"
	for name, text := range map[string]string{"a.txt": report, "b.txt": report, "c.txt": strings.ReplaceAll(report, "Q", "R"), "unlisted.txt": report} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	list := filepath.Join(t.TempDir(), "list.txt")
	if err := os.WriteFile(list, []byte("c.txt\nb.txt\na.txt\nb.txt\nmissing.txt\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	want := "a.txt ok, b.txt duplicate, c.txt ok, missing.txt failed"
	for _, shards := range []int{1, 4} {
		out, err := runPipeline(t, options{folder: folder, files: list, shards: shards})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, l := range documents(t, out, shards) {
			got = append(got, l.File+" "+string(l.Status))
			if (len(l.Codings) > 0) != (l.Status == corpus.StatusOK) {
				t.Errorf("%s is %s and has %d passages", l.File, l.Status, len(l.Codings))
			}
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%d shards: got %s, want %s", shards, got, want)
		}
	}
}

// TestNothingMetIsAnError: a slip in a pattern is not taken for an empty folder.
func TestNothingMetIsAnError(t *testing.T) {
	if _, err := runPipeline(t, options{folder: t.TempDir(), match: "*.pdf", shards: 1}); err == nil {
		t.Error("got no error for a folder without files")
	}
}

func TestCodebookThatIsNone(t *testing.T) {
	for _, name := range []string{"builtin:none", filepath.Join(t.TempDir(), "missing.yaml")} {
		if _, err := runPipeline(t, options{folder: t.TempDir(), match: "*", codebook: name, shards: 1}); err == nil {
			t.Errorf("%s: got no error", name)
		}
	}
}

// TestCodebookOfFactors: circumstances are never counted as practice.
func TestCodebookOfFactors(t *testing.T) {
	own := filepath.Join(t.TempDir(), "own.yaml")
	text := "codebook: own\ncounts: factors\nthemes:\n  - {id: debt, label: Debt, patterns: {factor: [in debt]}}\n"
	if err := os.WriteFile(own, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{own, "builtin:factors"} {
		if _, _, err := codebookSource(name); err == nil || !strings.Contains(err.Error(), "never counted as practice") {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, _, err := codebookSource("builtin:practice"); err != nil {
		t.Error(err)
	}
}
