package workbook

import (
	"fmt"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestLetters(t *testing.T) {
	for column := 1; column <= excelize.MaxColumns; column++ {
		want, err := excelize.ColumnNumberToName(column)
		if got := letters(column); err != nil || got != want {
			t.Fatalf("letters(%d) = %s, want %s", column, got, want)
		}
	}
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float64 // for 1.2 characters each
		want  int
	}{
		{"", 10, 1},
		{"twelve chars", 10, 1},
		{"thirteen char", 10, 2},
		{"one\n\ntwo", 10, 3},
		{"a-very-long-file-name.pdf", 10, 3},
		{"unbreakableunbreakableunbreakable", 10, 3},
		{"äöüäöü äöüäöü", 10, 2},
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
