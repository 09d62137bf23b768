package workbook

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"html"
	"io"
	"math"
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

	"thematic/analysis"
)

// formulas returns the value stored with every formula, by sheet and cell.
func formulas(t *testing.T, f *excelize.File) map[[2]string]string {
	t.Helper()
	found := make(map[[2]string]string)
	for _, sheet := range sheetOrder {
		rows := rowsOf(t, f, sheet)
		for i, row := range rows {
			for j, value := range row {
				at := name(j+1, i+1)
				formula, err := f.GetCellFormula(sheet, at)
				if err != nil {
					t.Fatal(err)
				}
				if formula != "" {
					found[[2]string{sheet, at}] = value
				}
			}
		}
	}
	return found
}

// same compares numbers as numbers.
func same(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX == nil && errY == nil {
		return math.Abs(x-y) < 1e-9
	}
	return a == b
}

// byLibreOffice are the formulas that the library cannot compute: a product of
// arrays, and what is computed from it.
var byLibreOffice = regexp.MustCompile(`SUMPRODUCT|^IF\([A-Z]+\$`)

// TestFormulas computes every formula and compares it with the value stored.
func TestFormulas(t *testing.T) {
	f := reopened(t, written(t, fixture(t)))
	stored := formulas(t, f)
	if len(stored) < 150 {
		t.Errorf("only %d formulas", len(stored))
	}
	for at, want := range stored {
		formula, err := f.GetCellFormula(at[0], at[1])
		if err != nil {
			t.Fatal(err)
		}
		if byLibreOffice.MatchString(formula) {
			continue
		}
		got, err := f.CalcCellValue(at[0], at[1], excelize.Options{RawCellValue: true})
		if err != nil || !same(got, want) {
			t.Errorf("%s %s: computed %q (%v), stored %q: %s", at[0], at[1], got, err, want, formula)
		}
	}
}

var storedValue = regexp.MustCompile(`</f><v>[^<]*</v>`)

// withoutValues takes the stored values of all formulas away, so that a reader
// has to compute them.
func withoutValues(t *testing.T, data []byte) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := zip.NewWriter(&b)
	for _, entry := range in.File {
		from, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(from)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(entry.Name, "xl/worksheets/") {
			content = storedValue.ReplaceAll(content, []byte("</f>"))
		}
		to, err := out.Create(entry.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(content); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// savedByLibreOffice returns the workbook as LibreOffice saves it in another
// format, named by its ending and the options of the filter.
func savedByLibreOffice(t *testing.T, data []byte, format string) []byte {
	t.Helper()
	takesLong(t)
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed")
	}
	dir := t.TempDir()
	in := filepath.Join(dir, "coded.xlsx")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithTimeout(t.Context(), 3*time.Minute)
	defer stop()
	out, err := exec.CommandContext(ctx, soffice, "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
		"--headless", "--convert-to", format, "--outdir", filepath.Join(dir, "out"), in).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	saved, err := filepath.Glob(filepath.Join(dir, "out", "*"))
	if err != nil || len(saved) != 1 {
		t.Fatalf("%q, %v: %s", saved, err, out)
	}
	data, err = os.ReadFile(saved[0])
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestLibreOffice lets LibreOffice open, compute and save the workbook, a small
// one and one of 2,000 passages. Every formula must give the value it was stored
// with, and every text, list of answers and formula must be there again.
func TestLibreOffice(t *testing.T) {
	takesLong(t)
	for name, r := range map[string]*analysis.Result{"small": fixture(t), "large": analysed(t, largeInput(2000))} {
		t.Run(name, func(t *testing.T) {
			data := written(t, r)
			before, after := reopened(t, data), reopened(t, savedByLibreOffice(t, withoutValues(t, data), "xlsx"))
			computed, stored := formulas(t, after), formulas(t, before)
			for at, want := range stored {
				if got := computed[at]; !same(got, want) {
					formula, _ := after.GetCellFormula(at[0], at[1])
					t.Errorf("%s %s: LibreOffice has %q, want %q: %s", at[0], at[1], got, want, formula)
				}
			}
			cells := 0
			for _, sheet := range sheetOrder {
				cells += sameRows(t, sheet, rowsOf(t, after, sheet), rowsOf(t, before, sheet))
				sameLists(t, sheet, before, after)
			}
			t.Logf("%d cells and %d formulas", cells, len(stored))
		})
	}
}

// sameRows compares a sheet that LibreOffice saved with that which it was given,
// and returns how many cells it has.
func sameRows(t *testing.T, sheet string, got, want [][]string) int {
	t.Helper()
	cells := 0
	for i, row := range want {
		cells += len(row)
		for j, value := range row {
			if i >= len(got) || !same(at(got[i], j), value) {
				t.Errorf("%s %s: LibreOffice has %q, want %q", sheet, name(j+1, i+1), at(got[min(i, len(got)-1)], j), value)
			}
		}
	}
	return cells
}

// sameLists compares the drop-downs of a sheet.
func sameLists(t *testing.T, sheet string, before, after *excelize.File) {
	t.Helper()
	lists := func(f *excelize.File) []string {
		validations, err := f.GetDataValidations(sheet)
		if err != nil {
			t.Fatal(err)
		}
		var list []string
		for _, v := range validations {
			list = append(list, v.Sqref+" "+html.UnescapeString(v.Formula1))
		}
		slices.Sort(list)
		return list
	}
	if got, want := lists(after), lists(before); !slices.Equal(got, want) {
		t.Errorf("%s: LibreOffice has the drop-downs %q, want %q", sheet, got, want)
	}
}

// TestCountsAsTheThemeThatIsMeant holds that the passage moves in the workbook to a theme
// that is written by its name or its id, and by its short name or the child's words
// where no other theme has them. What stands there is taken letter for letter, and an id
// outranks a label.
func TestCountsAsTheThemeThatIsMeant(t *testing.T) {
	own := fixture(t)
	for i := range own.Themes {
		own.Themes[i].Short, own.Themes[i].ChildVoice = fmt.Sprint("Short ", i), fmt.Sprint("I was number ", i)
	}
	shared := fixture(t)
	for i := range shared.Themes {
		shared.Themes[i].Short, shared.Themes[i].ChildVoice = "The same", fmt.Sprint("I was number ", i)
	}
	starred := fixture(t)
	for i := range starred.Themes {
		starred.Themes[i].ChildVoice = fmt.Sprintf("Was it me who did %d?", i)
	}
	starred.Themes[0].Label, starred.Themes[1].ChildVoice = starred.Themes[1].ID, "Was it ~m* who did ?"
	for _, tt := range []struct {
		result *analysis.Result
		name   func(t analysis.Theme) string
		known  bool
	}{
		{own, func(t analysis.Theme) string { return t.ID }, true},
		{own, func(t analysis.Theme) string { return t.Label }, true},
		{own, func(t analysis.Theme) string { return t.Short }, true},
		{own, func(t analysis.Theme) string { return strings.ToUpper(t.ChildVoice) }, true},
		{shared, func(t analysis.Theme) string { return t.Short }, false},
		{shared, func(t analysis.Theme) string { return t.ChildVoice }, true},
		{starred, func(t analysis.Theme) string { return t.ID }, true},
		{starred, func(t analysis.Theme) string { return t.ChildVoice }, true},
		{starred, func(analysis.Theme) string { return "Was it * who did ?" }, false},
	} {
		f, meant := reopened(t, written(t, tt.result)), tt.result.Themes[1]
		if err := f.SetCellValue(sheetPassages, passageLetters(columnMovedTo)+"2", tt.name(meant)); err != nil {
			t.Fatal(err)
		}
		got, err := f.CalcCellValue(sheetPassages, passageLetters(columnCountsAs)+"2")
		if known := err == nil && strings.HasSuffix(got, keySeparator+meant.ID); known != tt.known {
			t.Errorf("%s: it counts as %q, %v", tt.name(meant), got, err)
		}
	}
}
