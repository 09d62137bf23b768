package workbook

import (
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
)

func TestLetters(t *testing.T) {
	for column := 1; column <= excelize.MaxColumns; column++ {
		want, err := excelize.ColumnNumberToName(column)
		if got := columnLetters(column); err != nil || got != want {
			t.Fatalf("columnLetters(%d) = %s, want %s", column, got, want)
		}
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64 // for 1.2 characters each, but for the indent
		want  int
	}{
		{"", 10, 1},
		{"twelve chars", 11, 1},
		{"thirteen char", 11, 2},
		{"one\n\ntwo", 11, 3},
		{"a-very-long-file-name.pdf", 11, 3},
		{"unbreakableunbreakableunbreakable", 11, 3},
		{"äöüäöü äöüäöü", 11, 2},
		{"x", 0, 1},
	} {
		if got := lines(c.text, c.width); got != c.want {
			t.Errorf("lines(%q, %v) = %d, want %d", c.text, c.width, got, c.want)
		}
	}
}

func TestHeightIsBounded(t *testing.T) {
	long := fmt.Sprint(make([]int, 20_000))
	if got := height([]string{"a", long}, []float64{10, 10}); got != highestRow {
		t.Errorf("got %v, want %v", got, highestRow)
	}
	if got, want := height([]string{"a"}, []float64{10}), lineHeight+rowPadding; got != want {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestSheetsPrint: every sheet prints on A4 landscape, as wide as one page or two, but
// for the charts, which are made for it.
func TestSheetsPrint(t *testing.T) {
	wide := map[string]int{sheetReviews: 2, sheetCodebook: 2, sheetCompared: 2}
	f := reopened(t, written(t, fixture(t)))
	for _, sheet := range f.GetSheetList() {
		layout, err := f.GetPageLayout(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if *layout.Size != 9 || *layout.Orientation != "landscape" || *layout.FitToWidth != max(1, wide[sheet]) || *layout.FitToHeight != 0 {
			t.Errorf("%s is printed on paper %d, %s, %d pages wide and %d high", sheet, *layout.Size, *layout.Orientation, *layout.FitToWidth, *layout.FitToHeight)
		}
		if props, err := f.GetSheetProps(sheet); err != nil || *props.FitToPage != (sheet != sheetCharts) {
			t.Errorf("%s is fitted to the page: %v, error %v", sheet, *props.FitToPage, err)
		}
	}
}

func TestNumbersAreFinite(t *testing.T) {
	for _, n := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		err := WriteTables(io.Discard, []analysis.Table{{Name: "n", Header: []string{"a"}, Rows: [][]analysis.Value{{{Kind: analysis.NumberValue, Number: n}}}}})
		if err == nil || !strings.Contains(err.Error(), "cell A2: ") {
			t.Errorf("%v: got %v, want an error that names the cell", n, err)
		}
	}
}

func TestRowsNeedAFile(t *testing.T) {
	err := make(archive).writeTo(io.Discard, map[string]*piece{"xl/worksheets/sheet1.xml": newPress(nil).part()})
	if err == nil || !strings.Contains(err.Error(), "sheet1.xml") {
		t.Errorf("got %v, want an error that names the sheet", err)
	}
}
