package main

import (
	"archive/zip"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// sheetCell is a cell as a program reads it.
type sheetCell struct{ value, formula string }

func cellsOf(t *testing.T, path string) map[string]sheetCell {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	cells := map[string]sheetCell{}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, value := range row {
				at, err := excelize.CoordinatesToCellName(j+1, i+1)
				if err != nil {
					t.Fatal(err)
				}
				formula, err := f.GetCellFormula(sheet, at)
				if err != nil {
					t.Fatal(err)
				}
				cells[sheet+" "+at] = sheetCell{value, formula}
			}
		}
	}
	return cells
}

// openAsTable is the filter by which LibreOffice opens CSV and evaluates all that
// it takes for a formula.
const openAsTable = "Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true,false,false,false,-1,true"

// opened has LibreOffice open the tables and the workbooks, each of another name. In
// what it made of a table there is no formula, and a workbook has the cells it had.
func opened(t *testing.T, tables []string, books map[string]map[string]sheetCell) {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	dir := t.TempDir()
	control := filepath.Join(dir, "control.csv")
	writeAll(t, control, []byte("a,b\n=1+1,x\n"))
	names := map[string]string{}
	var copies []string
	for i, path := range append(slices.Clone(tables), control) {
		name := fmt.Sprintf("%d", i)
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		writeAll(t, filepath.Join(dir, "in", name+".csv"), data)
		copies = append(copies, filepath.Join(dir, "in", name+".csv"))
		names[name] = path
	}
	convert := func(into string, args ...string) {
		ctx, stop := context.WithTimeout(t.Context(), 5*time.Minute)
		defer stop()
		args = append([]string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "xlsx", "--outdir", into}, args...)
		if out, err := exec.CommandContext(ctx, soffice, args...).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
	}
	convert(filepath.Join(dir, "tables"), append([]string{"--infilter=" + openAsTable}, copies...)...)
	for name, path := range names {
		found := takenForFormulas(t, filepath.Join(dir, "tables", name+".xlsx"))
		if path == control {
			if len(found) == 0 {
				t.Error("a table that is not guarded was not evaluated: this test shows nothing")
			}
		} else if len(found) > 0 {
			t.Errorf("%s: LibreOffice evaluates %d cells, %q among them", filepath.Base(path), len(found), found[0])
		}
	}
	into := filepath.Join(dir, "books")
	convert(into, slices.Collect(maps.Keys(books))...)
	for path, cells := range books {
		sameCells(t, cellsOf(t, filepath.Join(into, filepath.Base(path))), cells)
	}
}

// takenForFormulas returns what LibreOffice took for formulas in a table, and for
// references to other files.
func takenForFormulas(t *testing.T, path string) []string {
	t.Helper()
	in, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var found []string
	for _, entry := range in.File {
		if strings.HasPrefix(entry.Name, "xl/externalLinks/") {
			found = append(found, entry.Name)
		}
		data, err := fs.ReadFile(in, entry.Name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(entry.Name, "xl/worksheets/") {
			found = append(found, formulaElement.FindAllString(string(data), -1)...)
		}
	}
	return found
}

var formulaElement = regexp.MustCompile(`<f[ >][^<]*`)

// sameCells compares a workbook that LibreOffice saved with what it opened. What
// was a text is the same text, and there is no formula that was none.
func sameCells(t *testing.T, got, want map[string]sheetCell) {
	t.Helper()
	bad := 0
	for _, at := range slices.Sorted(maps.Keys(want)) {
		g, w := got[at], want[at]
		if w.formula != "" && g.formula != "" || g.formula == "" && g.value == w.value {
			continue
		}
		if x, err := strconv.ParseFloat(g.value, 64); err == nil && g.formula == "" {
			if y, err := strconv.ParseFloat(w.value, 64); err == nil && x == y {
				continue
			}
		}
		if bad++; bad < 10 {
			t.Errorf("%s: got %q (formula %q), want %q (formula %q)", at, g.value, g.formula, w.value, w.formula)
		}
	}
	if bad > 0 {
		t.Errorf("%d cells of %d are not the same", bad, len(want))
	}
}
