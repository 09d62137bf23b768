package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// TestRowOverPages reads the row of a chronology that the end of a page cut as one row, and
// rows that only look like it as two.
func TestRowOverPages(t *testing.T) {
	grid := func(top, foot float64) (out string) {
		for _, x := range []float64{60, 130, 340, 540} {
			out += fmt.Sprintf("%g %g m %g %g l S\n", x, top, x, foot)
		}
		for _, y := range []float64{top, foot} {
			out += fmt.Sprintf("60 %g m 540 %g l S\n", y, y)
		}
		return out
	}
	row := func(y float64, date string, cells ...string) (out string) {
		out = grid(y+14, y-26) + at("F1", 11, 64, y, date)
		for i, c := range cells {
			out += down("F1", 134+210*float64(i), y, strings.Split(c, "/")...)
		}
		return out
	}
	note := at("F1", 8, 60, 50, "1 The notes of the ward were not seen.")
	before := row(720, "2 May", "He was seen at the clinic.", "Nobody asked.")
	after := "table_row |4 May\tThe case was closed.\tToo soon."
	for _, tt := range []struct {
		name, cut, rest string
		want            []string
	}{
		{"one cell", row(110, "3 May", "The nurse left without/asking how the child", "Good practice."), row(720, "", "had come by the mark.", ""),
			[]string{"table_row |3 May\tThe nurse left without asking how the child had come by the mark.\tGood practice."}},
		{"two cells, one of them by sentences", row(110, "3 May", "The nurse left without/asking how the child", "Good practice was seen."), row(720, "", "had come by the mark.", "But not by all."),
			[]string{"table_row |3 May\tThe nurse left without asking how the child had come by the mark.\tGood practice was seen. But not by all."}},
		{"a row of its own", row(110, "3 May", "seen at the clinic", "asked"), row(720, "3 June", "seen at home", "not asked"),
			[]string{"table_row |3 May\tseen at the clinic\tasked", "table_row |3 June\tseen at home\tnot asked"}},
		{"a second entry of one day", row(110, "3 May", "He was seen at the clinic.", "Good practice."), row(720, "", "He was seen at home.", ""),
			[]string{"table_row |3 May\tHe was seen at the clinic.\tGood practice.", "table_row |\tHe was seen at home."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBuilder()
			b.page(before+tt.cut+note, "", "")
			b.page(tt.rest+row(680, "4 May", "The case was closed.", "Too soon."), "", "")
			text := mustRead(t, b.bytes())
			notes := "footnote |1 The notes of the ward were not seen."
			n := len(tt.want) - 1 // the row on the second page, or that goes over to it
			want := append([]string{"table_row |2 May\tHe was seen at the clinic.\tNobody asked."}, tt.want[:n]...)
			wantOutline(t, text, append(want, notes, tt.want[n], after)...)
		})
	}
	t.Run("its page", func(t *testing.T) {
		b := newBuilder()
		b.page(row(110, "3 May", "The nurse left without/asking how the child", "Good"), "", "")
		b.page(row(720, "", "had come by the mark.", "practice was seen."), "", "")
		text := mustRead(t, b.bytes())
		if got := text.Body[text.Pages[1].Span.Start:]; got != "practice was seen.\n" {
			t.Errorf("the second page is %q", got)
		}
	})
}
