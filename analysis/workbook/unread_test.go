package workbook

import (
	"bytes"
	"errors"
	"testing"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/corpus"
)

func readUnread(t testing.TB, data []byte, in analysis.Input) Unread {
	t.Helper()
	got, err := ReadUnread("coded.xlsx", bytes.NewReader(data), Known{Input: in, Text: textsOfSmall}, corpus.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestUnread holds that what a person wrote counts until it was brought in, and
// saving alone does not.
func TestUnread(t *testing.T) {
	takesLong(t)
	in := smallInput()
	blank := written(t, analysed(t, in))
	f := reopened(t, blank)
	edit(t, f, decided)
	setIn(t, f, sheetCells, 3, map[string]string{"Decision": "present"})
	setIn(t, f, sheetReviews, 2, map[string]string{"Area": "Ambry", "Year": "2016"})
	setIn(t, f, sheetMissed, 2, map[string]string{"File": "a.pdf", "Missed passage": "the plan  drifted", "Theme": "Voice of the child"})
	data := saved(t, f)
	if got, want := readUnread(t, data, in), (Unread{Rows: 6, Unsigned: true}); got != want {
		t.Errorf("before: got %+v, want %+v", got, want)
	}
	back, err := ReadDecisions("coded.xlsx", bytes.NewReader(data), Known{Input: in, Text: textsOfSmall}, By{Coder: "P Q", Time: monday.Time}, corpus.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	after := in
	after.Decisions = back.Applied
	after = withAdded(t, after)
	for what, data := range map[string][]byte{"brought in": data, "written anew": written(t, analysed(t, after)), "never filled in": blank} {
		if got := readUnread(t, data, after); got != (Unread{}) {
			t.Errorf("%s: got %+v, want nothing", what, got)
		}
	}
	if got := readUnread(t, blank, in); got != (Unread{}) {
		t.Errorf("untouched: got %+v", got)
	}
	undone := Known{Input: in, Text: textsOfSmall, TakenBack: back.Applied}
	if got, err := ReadUnread("coded.xlsx", bytes.NewReader(data), undone, corpus.DefaultLimits()); err != nil || got != (Unread{}) {
		t.Errorf("taken back: got %+v, %v, want nothing", got, err)
	}
	if got := readUnread(t, savedByLibreOffice(t, data, "xlsx"), after); got != (Unread{}) {
		t.Errorf("saved again: got %+v, want nothing", got)
	}
}

// TestUnreadBesideTheAnswers holds that notes, sheets and columns of one's own
// are a person's work too, and rows that no import takes.
func TestUnreadBesideTheAnswers(t *testing.T) {
	takesLong(t)
	in := smallInput()
	blank := written(t, analysed(t, in))
	for name, c := range map[string]struct {
		change func(*excelize.File) error
		want   Unread
	}{
		"a sheet": {func(f *excelize.File) error { _, err := f.NewSheet("Mine"); return err }, Unread{More: true}},
		"a note": {func(f *excelize.File) error {
			return f.AddComment(sheetPassages, excelize.Comment{Cell: "I2", Text: "why?"})
		}, Unread{More: true}},
		"a column": {func(f *excelize.File) error {
			f.SetCellValue(sheetPassages, "AZ1", "Mine")
			return f.SetCellValue(sheetPassages, "AZ2", "x")
		}, Unread{More: true}},
		"a cell without a heading": {func(f *excelize.File) error { return f.SetCellValue(sheetPassages, "AZ2", "mine") }, Unread{More: true}},
		"a row below the table":    {func(f *excelize.File) error { return f.SetCellValue(sheetPassages, "A400", "mine") }, Unread{More: true}},
		"a comment that is signed": {func(f *excelize.File) error {
			edit(t, f, map[[2]string]string{{"p1", "Comment"}: "really?", {"p1", "Coder"}: "P Q"})
			return nil
		}, Unread{Rows: 1}},
		"a comment alone": {func(f *excelize.File) error {
			edit(t, f, map[[2]string]string{{"p1", "Comment"}: "really?"})
			return nil
		}, Unread{Rows: 1, Unsigned: true}},
		"a text on the sheet Codebook": {func(f *excelize.File) error { return f.SetCellValue(sheetCodebook, "Z3", "discuss") }, Unread{More: true}},
		"a text over another":          {func(f *excelize.File) error { return f.SetCellValue(sheetReadMe, "B4", "mine") }, Unread{More: true}},
		"a colour": {func(f *excelize.File) error {
			style, err := f.NewStyle(&excelize.Style{Fill: solid("FFFF00")})
			return errors.Join(err, f.SetCellStyle(sheetPassages, "B2", "B2", style))
		}, Unread{More: true}},
		"red words": {func(f *excelize.File) error {
			style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Color: "FF0000"}})
			return errors.Join(err, f.SetCellStyle(sheetStatistics, "B2", "B2", style))
		}, Unread{More: true}},
		"nothing, but a sheet that is gone": {func(f *excelize.File) error { return f.DeleteSheet(sheetStatistics) }, Unread{}},
		"nothing, but of another version":   {func(f *excelize.File) error { return f.SetCustomProps(excelize.CustomProperty{Name: sumsProperty}) }, Unread{Untold: true}},
		"a status":                          {func(f *excelize.File) error { edit(t, f, map[[2]string]string{{"p1", "Status"}: "held"}); return nil }, Unread{More: true}},
		"the matrix":                        {func(f *excelize.File) error { return f.SetCellValue(sheetMatrix, "E6", 0) }, Unread{More: true}},
	} {
		f := reopened(t, blank)
		if err := c.change(f); err != nil {
			t.Fatal(err)
		}
		if got := readUnread(t, saved(t, f), in); got != c.want {
			t.Errorf("%s: got %+v, want %+v", name, got, c.want)
		}
	}
}
