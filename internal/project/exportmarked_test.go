package project

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thematic/corpus"
	"thematic/themes"
)

// linksIn returns the addresses to which a column of a sheet leads, by the ids of their
// passages.
func linksIn(t *testing.T, book, sheet string) map[string]string {
	t.Helper()
	f, err := excelize.OpenFile(book)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(sheet)
	if err != nil || len(rows) < 2 {
		t.Fatalf("%s has %d rows: %v", sheet, len(rows), err)
	}
	page, id := slices.Index(rows[0], "Page"), slices.Index(rows[0], "Passage id")
	links := make(map[string]string)
	for i, row := range rows[1:] {
		cell, _ := excelize.CoordinatesToCellName(page+1, i+2)
		formula, err := f.GetCellFormula(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		address, _ := strings.CutPrefix(formula, `HYPERLINK("`)
		links[row[id]], _, _ = strings.Cut(address, `"`)
	}
	return links
}

// TestWorkbookLeadsToMarkedPassages: every passage of the workbook beside the marked
// pages, circumstances among them, leads to a note on one of them, which names it.
func TestWorkbookLeadsToMarkedPassages(t *testing.T) {
	takesLong(t)
	o, _ := runShort(t)
	factors, err := themes.Builtin("factors")
	if err != nil {
		t.Fatal(err)
	}
	o.Beside = factors
	story := "Serious Case Review: Child Wren\n\n1. Findings\n\nThe mother had been using heroin. The assessment was poor, and nobody saw the child alone.\n"
	if err := os.WriteFile(filepath.Join(o.Folder, "another review.txt"), []byte(story), 0o600); err != nil {
		t.Fatal(err)
	}
	runAgain(t, o)
	folder := filepath.Join(t.TempDir(), "marked")
	if warnings, err := Export(t.Context(), o.Out, "marked", folder, "a test", unsharp); err != nil || len(warnings) > 0 {
		t.Fatalf("got %q, %v", warnings, err)
	}
	for _, sheet := range []string{"Passages", "Circumstances - passages"} {
		for id, link := range linksIn(t, filepath.Join(folder, bookName), sheet) {
			name, fragment, _ := strings.Cut(link, "#")
			page, err := os.ReadFile(filepath.Join(folder, filepath.FromSlash(name)))
			if err != nil || fragment != id || !bytes.Contains(page, []byte(`id="`+id+`"`)) || !bytes.Contains(page, []byte(">"+id+"<")) {
				t.Errorf("%s: %s leads to %q: %v", sheet, id, link, err)
			}
		}
	}
	// What somebody decides there is kept like what they decide in any workbook.
	decideInWorkbook(t, filepath.Join(folder, bookName), "assessment_risk", "Decision", "rejected")
	warnings, err := Export(t.Context(), o.Out, "marked", folder, "a test", unsharp)
	if err != nil || len(warnings) != 1 || !strings.Contains(warnings[0], "1 row with what was not brought in: it is kept as coded-yours.xlsx") {
		t.Errorf("got %q, %v, want the workbook put aside", warnings, err)
	}
	if _, err := os.Stat(filepath.Join(folder, "coded-yours.xlsx")); err != nil {
		t.Error(err)
	}
}

// TestMarkedPagesOfReviewsThatDroppedOut: their pages are removed as they were written,
// and no others, also where a run has been in between.
func TestMarkedPagesOfReviewsThatDroppedOut(t *testing.T) {
	takesLong(t)
	o, outcome := runShort(t)
	const second = "Serious Case Review: Child Wren\n\n1. Findings\n\nThe assessment was poor, and nobody saw the child alone.\n"
	if err := os.WriteFile(filepath.Join(o.Folder, "wren.txt"), []byte(second), 0o600); err != nil {
		t.Fatal(err)
	}
	runAgain(t, o)
	folder := t.TempDir()
	export := func() []string {
		t.Helper()
		warnings, err := Export(t.Context(), o.Out, "marked", folder, "a test", unsharp)
		if err != nil {
			t.Fatal(err)
		}
		return warnings
	}
	pages := func() (names []string) {
		entries, err := os.ReadDir(filepath.Join(folder, "reviews"))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return names
	}
	export()
	first := resultsOf(t, outcome).Cases[0].ID + ".html"
	if got, want := pages(), []string{first, "wren.html"}; !slices.Equal(got, want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	wren := filepath.Join(folder, "reviews", "wren.html")
	page, err := os.ReadFile(wren)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"copied.html": string(page), "mine.html": "my notes", "wren-yours.html": "older notes", "notes.txt": "more"} {
		if err := os.WriteFile(filepath.Join(folder, "reviews", name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(filepath.Join(o.Folder, "wren.txt")); err != nil {
		t.Fatal(err)
	}
	runAgain(t, o)
	want := []string{
		"reviews/wren.html of reviews that are not in the results any more: removed from " + folder,
		"reviews/copied.html, reviews/mine.html in " + folder + ": of no review in the results, and not known as the program's own: left there",
	}
	if got := export(); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := pages(), []string{"copied.html", "mine.html", "notes.txt", first, "wren-yours.html"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	// A page in which somebody has written since is theirs.
	if err := os.WriteFile(wren, append(page, "my word"...), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := export(); len(got) != 1 || !strings.Contains(got[0], "reviews/wren.html in ") {
		t.Errorf("got %q, want the page that somebody has changed left and told of", got)
	}
}

// keptDisk is a disk on which one file cannot be removed.
type keptDisk struct {
	corpus.SystemDisk
	file string
}

func (d keptDisk) Remove(path string) error {
	if path == d.file {
		return &fs.PathError{Op: "remove", Path: path, Err: fs.ErrPermission}
	}
	return d.SystemDisk.Remove(path)
}

// TestDroppedBeforeAFailure names the pages that were removed before one that could not be.
func TestDroppedBeforeAFailure(t *testing.T) {
	o, outcome := runShort(t)
	const second = "Serious Case Review: Child Wren\n\n1. Findings\n\nThe assessment was poor, and nobody saw the child alone.\n"
	if err := os.WriteFile(filepath.Join(o.Folder, "wren.txt"), []byte(second), 0o600); err != nil {
		t.Fatal(err)
	}
	runAgain(t, o)
	folder := t.TempDir()
	if _, err := Export(t.Context(), o.Out, "marked", folder, "a test", unsharp); err != nil {
		t.Fatal(err)
	}
	store, err := corpus.ReadStore(keptDisk{file: filepath.Join(folder, "reviews", "wren.html")}, filepath.Join(o.Out, "project"))
	if err != nil {
		t.Fatal(err)
	}
	notes, err := (&OpenedResults{store: store}).dropPages(folder, nil)
	if !errors.Is(err, fs.ErrPermission) || !strings.Contains(err.Error(), "wren.html") {
		t.Errorf("got %q and the error %v, want one that names the page", notes, err)
	}
	first := resultsOf(t, outcome).Cases[0].ID + ".html"
	if want := []string{"reviews/" + first + " of reviews that are not in the results any more: removed from " + folder}; !slices.Equal(notes, want) {
		t.Errorf("got %q, want %q", notes, want)
	}
}
