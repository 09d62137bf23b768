package project

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

// savedAgain writes a ZIP file anew, as a program does that changes nothing in it.
func savedAgain(t *testing.T, path string) {
	t.Helper()
	archive, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, entry := range archive.File {
		part, err := w.Create(entry.Name)
		if err != nil {
			t.Fatal(err)
		}
		content, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(part, content); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), os.WriteFile(path, b.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
}

// asideIn are the files put aside in a folder.
func asideIn(t *testing.T, folder string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(folder, "*-yours*"))
	if err != nil {
		t.Fatal(err)
	}
	for i, path := range found {
		found[i] = filepath.Base(path)
	}
	return found
}

func sameAside(t *testing.T, when string, o Options, warnings []string, want ...string) {
	t.Helper()
	if got := asideIn(t, o.Out); !slices.Equal(got, want) {
		t.Errorf("%s: %q were put aside, want %q", when, got, want)
	}
	kept := 0
	for _, w := range warnings {
		if strings.Contains(w, "it is kept as") {
			kept++
		}
	}
	if log := strings.Count(fileOf(t, o, "log.txt"), "it is kept as"); log != kept {
		t.Errorf("%s: %d remarks of what was put aside, and %d in the log", when, kept, log)
	}
}

// TestRunKeepsWhatWasNotBroughtIn decides in the workbook, forgets to bring that in,
// and runs again, with other inputs and with the same.
func TestRunKeepsWhatWasNotBroughtIn(t *testing.T) {
	takesLong(t)
	o, _ := runShort(t)
	const risk, voice = "assessment_risk", "lived_experience"
	book := filepath.Join(o.Out, bookName)
	blank := fileOf(t, o, bookName)
	decideInWorkbook(t, book, risk, "Decision", "rejected")
	mine := fileOf(t, o, bookName)
	again := runAgain(t, o)
	sameAside(t, "decided", o, again.Warnings, "coded-yours.xlsx")
	if fileOf(t, o, "coded-yours.xlsx") != mine || fileOf(t, o, bookName) != blank {
		t.Error("the workbook was not put aside as it was, or not made anew")
	}
	want := "coded.xlsx has 1 row with what was not brought in: it is kept as coded-yours.xlsx. Bring it in, and run again: thematic decisions import " + filepath.Join(o.Out, "coded-yours.xlsx") + " --out " + o.Out + ` --coder "Your name"`
	if got := again.Warnings[len(again.Warnings)-1]; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	again = runAgain(t, o)
	sameAside(t, "nothing since", o, again.Warnings, "coded-yours.xlsx")

	decideInWorkbook(t, book, voice, "Comment", "a comment alone")
	o.Notes = []string{"something else is not as it was"}
	sameAside(t, "another comment", o, runAgain(t, o).Warnings, "coded-yours-2.xlsx", "coded-yours.xlsx")

	savedAgain(t, book)
	sameAside(t, "saved again", o, runAgain(t, o).Warnings, "coded-yours-2.xlsx", "coded-yours.xlsx")

	d, err := OpenDecisions(o.Out, "a test")
	if err != nil {
		t.Fatal(err)
	}
	got, err := d.Import(t.Context(), filepath.Join(o.Out, "coded-yours.xlsx"), monday, corpus.DefaultLimits())
	if err := errors.Join(err, d.Close()); err != nil || len(got.Applied) != 1 {
		t.Fatalf("got %+v, %v, want 1 applied", got, err)
	}
	if err := os.WriteFile(book, []byte(mine), 0o600); err != nil {
		t.Fatal(err)
	}
	sameAside(t, "brought in", o, runAgain(t, o).Warnings, "coded-yours-2.xlsx", "coded-yours.xlsx")
}

// TestRunKeepsAnEditedBriefing holds the same for every document.
func TestRunKeepsAnEditedBriefing(t *testing.T) {
	o, _ := runShort(t)
	for _, name := range documentNames {
		if err := os.WriteFile(filepath.Join(o.Out, name), []byte("in a person's words"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	again := runAgain(t, o)
	sameAside(t, "edited", o, again.Warnings, "briefing-yours.docx", "briefing-yours.html", "briefing-yours.pdf", "briefing-yours.pptx", "coded-yours.xlsx")
	for _, name := range asideIn(t, o.Out) {
		if got := fileOf(t, o, name); got != "in a person's words" {
			t.Errorf("%s has %q", name, got)
		}
	}
	if got := slices.IndexFunc(again.Warnings, func(w string) bool {
		return w == "briefing.docx is not known as the program's own, and may hold what you wrote: it is kept as briefing-yours.docx"
	}); got < 0 {
		t.Errorf("got %q", again.Warnings)
	}
	// Where what the last run noted is gone, nobody can tell who wrote what stands there.
	forget := func() {
		t.Helper()
		if err := os.Remove(filepath.Join(o.Out, "project", lastRunName)); err != nil {
			t.Fatal(err)
		}
	}
	forget()
	before := append(asideIn(t, o.Out), "log-yours.txt") // the log told of the others, and does no more
	sameAside(t, "nothing noted, same results", o, runAgain(t, o).Warnings, before...)
	forget()
	o.Notes = []string{"something else is not as it was"}
	o.Presentation.NoQuotations = true
	got := runAgain(t, o).Warnings
	if want := "briefing.docx is not known as the program's own, and may hold what you wrote: it is kept as briefing-yours-2.docx"; !slices.Contains(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestExportKeepsWhatWasNotBroughtIn exports onto a workbook, a sample and a document
// in which somebody has written.
func TestExportKeepsWhatWasNotBroughtIn(t *testing.T) {
	takesLong(t)
	o, _ := runShort(t)
	elsewhere := t.TempDir()
	book := filepath.Join(elsewhere, "book.xlsx")
	export := func(format, path string) []string {
		t.Helper()
		warnings, err := Export(t.Context(), o.Out, format, path, "a test", unsharp)
		if err != nil {
			t.Fatal(err)
		}
		return warnings
	}
	for range 2 {
		if got := export("xlsx", book); len(got) > 0 {
			t.Errorf("got %q", got)
		}
	}
	decideInWorkbook(t, book, "assessment_risk", "Decision", "rejected")
	if got := export("xlsx", book); len(got) != 1 || !strings.Contains(got[0], "book-yours.xlsx") {
		t.Errorf("got %q, want the workbook put aside", got)
	}
	sample := filepath.Join(elsewhere, "sample.xlsx")
	draw := func() []string {
		t.Helper()
		_, warnings, err := Sample(t.Context(), o.Out, analysis.Draw{Passages: true, Percent: 100, Seed: 1}, sample, "a test")
		if err != nil {
			t.Fatal(err)
		}
		return warnings
	}
	draw()
	if got := draw(); len(got) > 0 {
		t.Errorf("got %q", got)
	}
	decideInWorkbook(t, sample, "assessment_risk", "Decision", "rejected")
	if got := draw(); len(got) != 1 || !strings.Contains(got[0], "sample-yours.xlsx") {
		t.Errorf("got %q, want the sample put aside", got)
	}
	document := filepath.Join(o.Out, "briefing.docx")
	if got := export("docx", document); len(got) > 0 {
		t.Errorf("got %q", got)
	}
	if err := os.WriteFile(document, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := export("docx", document); len(got) != 1 || !strings.Contains(got[0], "briefing-yours.docx") {
		t.Errorf("got %q, want the document put aside", got)
	}
	for _, quotations := range []bool{true, false, true} {
		p := unsharp
		p.NoQuotations = !quotations
		if got, err := Export(t.Context(), o.Out, "docx", document, "a test", p); err != nil || len(got) > 0 {
			t.Errorf("after an export of its own: got %q, %v", got, err)
		}
	}
	sameAside(t, "run after exports", o, runAgain(t, o).Warnings, "briefing-yours.docx")
	below := filepath.Join(o.Out, "mine", "briefing.docx")
	if err := errors.Join(os.Mkdir(filepath.Dir(below), 0o700), os.WriteFile(below, []byte("mine"), 0o600)); err != nil {
		t.Fatal(err)
	}
	export("docx", below)
	if got := asideIn(t, filepath.Dir(below)); !slices.Equal(got, []string{"briefing-yours.docx"}) {
		t.Errorf("wherever it lies: got %q", got)
	}
	if got := asideIn(t, elsewhere); !slices.Equal(got, []string{"book-yours.xlsx", "sample-yours.xlsx"}) {
		t.Errorf("got %q", got)
	}
}

// TestKeepsEditedChartsAndTables changes what a run and exports made besides the
// documents, and puts files of one's own where they write.
func TestKeepsEditedChartsAndTables(t *testing.T) {
	takesLong(t)
	o, _ := runShort(t)
	write := func(path, text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	table, chart := filepath.Join(o.Out, "tables", "prevalence.csv"), filepath.Join(o.Out, "charts", "bars.svg")
	write(table, "mine")
	write(chart, "mine")
	got := runAgain(t, o).Warnings
	if want := "2 files are not known as the program's own, and may hold what you wrote: they are kept beside the new ones, as prevalence-yours.csv, bars-yours.svg"; !slices.Contains(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := append(asideIn(t, filepath.Dir(table)), asideIn(t, filepath.Dir(chart))...); len(got) != 2 {
		t.Errorf("got %q", got)
	}

	elsewhere := t.TempDir()
	export := func(format, name string) []string {
		t.Helper()
		warnings, err := Export(t.Context(), o.Out, format, filepath.Join(elsewhere, name), "a test", unsharp)
		if err != nil {
			t.Fatal(err)
		}
		return warnings
	}
	for _, c := range []struct{ format, name, file string }{{"json", "all.json", "all.json"}, {"csv", "tables", "tables/facts.csv"}, {"docx", "b.docx", "b.docx"}} {
		path := filepath.Join(elsewhere, filepath.FromSlash(c.file))
		for range 2 {
			if got := export(c.format, c.name); len(got) > 0 {
				t.Errorf("%s: got %q", c.name, got)
			}
		}
		write(path, "mine")
		ending := filepath.Ext(c.file)
		want := filepath.Base(path) + " is not known as the program's own, and may hold what you wrote: it is kept as " + strings.TrimSuffix(filepath.Base(path), ending) + "-yours" + ending
		if got := export(c.format, c.name); !slices.Equal(got, []string{want}) {
			t.Errorf("%s: got %q, want %q", c.name, got, want)
		}
	}

	// What the run made is replaced by nothing else, by whatever way its place is named.
	link := filepath.Join(elsewhere, "link")
	if err := os.Symlink(o.Out, link); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{filepath.Join(o.Out, "tables", "overlaps.csv"), filepath.Join(link, "charts", "venn.svg"), filepath.Join(o.Out, bookName)} {
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, fileErr := ExportFile(t.Context(), o.Out, path, []byte("one"))
		_, jsonErr := Export(t.Context(), o.Out, "json", path, "a test", unsharp)
		for _, err := range []error{fileErr, jsonErr} {
			if err == nil || !strings.Contains(err.Error(), "name another place") {
				t.Errorf("%s: got %v, want it refused", path, err)
			}
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
			t.Errorf("%s: it is replaced (%v)", path, err)
		}
	}

	path := filepath.Join(elsewhere, "a.svg")
	for i, data := range []string{"one", "two", "one"} {
		if got, err := ExportFile(t.Context(), o.Out, path, []byte(data)); err != nil || len(got) > 0 {
			t.Errorf("%d: got %q, %v", i, got, err)
		}
	}
	write(path, "mine")
	if got, err := ExportFile(t.Context(), o.Out, path, []byte("one")); err != nil || len(got) != 1 {
		t.Errorf("got %q, %v, want it put aside", got, err)
	}
}

// TestUnfinishedRunsAreNoPersons has a run fail among its outputs, and holds that what
// it wrote is not put aside by the next, and that what it put aside is said.
func TestUnfinishedRunsAreNoPersons(t *testing.T) {
	takesLong(t)
	o, _ := runShort(t)
	briefing, chart := filepath.Join(o.Out, "briefing.docx"), filepath.Join(o.Out, "charts", "venn.svg")
	if err := errors.Join(os.WriteFile(briefing, []byte("mine"), 0o600), os.Remove(chart), os.Mkdir(chart, 0o700)); err != nil {
		t.Fatal(err)
	}
	other := o
	other.Presentation.NoQuotations = true
	if _, err := Run(t.Context(), other); err == nil || !strings.Contains(err.Error(), "venn.svg") || !strings.Contains(err.Error(), "briefing-yours.docx") {
		t.Errorf("got %v, want what is in the way and what was put aside", err)
	}
	if err := os.Remove(chart); err != nil {
		t.Fatal(err)
	}
	again := runAgain(t, o).Warnings
	if got := asideIn(t, o.Out); !slices.Equal(got, []string{"briefing-yours.docx"}) || slices.ContainsFunc(again, func(w string) bool { return strings.Contains(w, "kept as") }) {
		t.Errorf("after a run that failed: %q were put aside, and %q said", got, again)
	}
}

// TestRunKeepsAnEditedLog writes a remark into the log and runs again.
func TestRunKeepsAnEditedLog(t *testing.T) {
	takesLong(t)
	o, _ := runShort(t)
	log := filepath.Join(o.Out, logName)
	before := fileOf(t, o, logName)
	if err := os.WriteFile(log, []byte(before+"rung the board about this one\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	sameAside(t, "edited", o, runAgain(t, o).Warnings, "log-yours.txt")
	if got := fileOf(t, o, "log-yours.txt"); got != before+"rung the board about this one\n" {
		t.Errorf("got %q", got)
	}
	sameAside(t, "not since", o, runAgain(t, o).Warnings, "log-yours.txt")
	if got := fileOf(t, o, logName); got != before {
		t.Errorf("got %q, want %q", got, before)
	}
}

// lockedCases is a disk on which another program has cases.csv open, as on Windows.
type lockedCases struct{ corpus.SystemDisk }

func (d lockedCases) Rename(from, to string) error {
	if strings.HasSuffix(filepath.ToSlash(to), "project/"+corpus.CasesName) {
		return &os.PathError{Op: "rename", Path: to, Err: syscall.EBUSY}
	}
	return d.SystemDisk.Rename(from, to)
}

// TestRunThatFailsBehindItsOutputs holds the same where all was written but cases.csv.
func TestRunThatFailsBehindItsOutputs(t *testing.T) {
	takesLong(t)
	o, _ := runShort(t)
	if err := os.WriteFile(filepath.Join(o.Out, "briefing.docx"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	other := o
	other.Disk, other.Presentation.NoQuotations = lockedCases{}, true
	if _, err := Run(t.Context(), other); err == nil || !strings.Contains(err.Error(), corpus.CasesName) || !strings.Contains(err.Error(), "briefing-yours.docx") {
		t.Errorf("got %v, want what is open and what was put aside", err)
	}
	runAgain(t, o)
	if got := append(asideIn(t, o.Out), asideIn(t, filepath.Join(o.Out, "charts"))...); !slices.Equal(got, []string{"briefing-yours.docx"}) {
		t.Errorf("got %q", got)
	}
}

// TestExportsAtOnce holds that commands which export at the same time forget nothing
// of one another, and that a run leaves the newest.
// TestWhatCannotBeKept: a place that cannot be looked at, or a file that cannot be moved
// aside, is left as it is, and the reason names it.
func TestWhatCannotBeKept(t *testing.T) {
	folder := t.TempDir()
	_, err := changed(corpus.SystemDisk{}, folder, nil)
	if input := new(corpus.InputError); !errors.As(err, &input) || input.Path != folder || !strings.Contains(input.Reason, "move it elsewhere") {
		t.Errorf("a folder: got %v", err)
	}
	path := filepath.Join(folder, "bars.svg")
	if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	r := &replacement{disk: heldDisk{}, path: path, hash: "of another", said: func(string) string { return "kept" }}
	err = r.putAside()
	if input := new(corpus.InputError); !errors.As(err, &input) || input.Path != path || !strings.Contains(input.Reason, "close the program") || r.kept+r.note != "" {
		t.Errorf("a file that is open: got %v, kept as %q", err, r.kept)
	}
}

// heldDisk is one on which another program holds every file.
type heldDisk struct{ corpus.SystemDisk }

func (heldDisk) Rename(from, to string) error {
	return &os.LinkError{Op: "rename", Old: from, New: to, Err: errors.New("it is used by another process")}
}

func TestExportsAtOnce(t *testing.T) {
	store, err := corpus.OpenStore(corpus.SystemDisk{}, t.TempDir(), "a test")
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	const commands, each = 20, mostExported/20 + 10
	var all sync.WaitGroup
	for c := range commands {
		all.Go(func() {
			for n := range each {
				noteHash(store, exportedName, hashOf([]byte{byte(c), byte(n), byte(n >> 8)}), "")
			}
		})
	}
	all.Wait()
	noted, _ := hashesIn(store, exportedName)
	if len(noted) != commands*each {
		t.Errorf("got %d, want %d", len(noted), commands*each)
	}
	noteHash(store, exportedName, noted[0], "") // exported again, it is among the newest
	if err := (Options{Disk: corpus.SystemDisk{}}).forgetHashes(store); err != nil {
		t.Fatal(err)
	}
	want := append(slices.Clone(noted[len(noted)-mostExported+1:]), noted[0])
	if got, _ := hashesIn(store, exportedName); !slices.Equal(got, want) {
		t.Errorf("a run leaves %d, want the %d newest, each once", len(got), mostExported)
	}
}
