package workbook

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"thematic/analysis"
	"thematic/corpus"
)

// straysOf lists what was written where nothing is read.
func straysOf(got *Import) string {
	var list []string
	for _, s := range got.Strays {
		own := ""
		if s.Own {
			own = " (own)"
		}
		if s.Lacking {
			own = " (the decisions?)"
		}
		if len(s.Meant) > 0 {
			own = " (" + strings.Join(s.Meant, " or ") + "?)"
		}
		list = append(list, fmt.Sprintf("%s%s: %s", s.Column, own, strings.Join(s.Places, ", ")))
	}
	return strings.Join(list, "; ")
}

// TestAnswersInTheWrongColumn writes over what the program says, where the words
// are the same as those of an answer.
func TestAnswersInTheWrongColumn(t *testing.T) {
	takesLong(t)
	in := smallInput()
	in.Cases[0].Title = "  =A title, with\nnasty words "
	in.Themes = slices.Clone(in.Themes)
	in.Themes[0].Label += writtenSeparator + "and more"
	blank := written(t, analysed(t, in))
	overwrite := func(sheet, cell string, value any) func(*excelize.File) {
		return func(f *excelize.File) {
			if err := f.SetCellValue(sheet, cell, value); err != nil {
				t.Fatal(err)
			}
		}
	}
	set := func(sheet string, row int, column, text string) func(*excelize.File) {
		return func(f *excelize.File) { setIn(t, f, sheet, row, map[string]string{column: text}) }
	}
	for _, c := range []struct {
		name   string
		change func(*excelize.File)
		want   string
	}{
		{"nothing", func(*excelize.File) {}, ""},
		{"status", set(sheetPassages, 2, "Status", "rejected"), "Status: Passages row 2"},
		{"status emptied", set(sheetPassages, 3, "Status", ""), "Status: Passages row 3"},
		{"theme", set(sheetPassages, 4, "Theme", "Voice of the child"), "Theme: Passages row 4"},
		{"label", set(sheetPassages, 5, "Label", "good_practice"), "Label: Passages row 5"},
		{"area of a passage", set(sheetPassages, 3, "Area", "Elsewhere"), "Area of a passage: Passages row 3"},
		{"year of a passage", set(sheetPassages, 4, "Year", "1999"), "Year of a passage: Passages row 4"},
		{"what was written", set(sheetPassages, 2, heading(columnWritten), ""), "Theme: Passages row 2; Label: Passages row 2; Status: Passages row 2"},
		{"two rows", func(f *excelize.File) {
			set(sheetPassages, 2, "Status", "rejected")(f)
			set(sheetPassages, 5, "Status", "held")(f)
		}, "Status: Passages row 2, Passages row 5"},
		{"status of a theme", set(sheetCells, 3, "Status", "absent"), "Status: Themes by review row 3"},
		{"number of passages", overwrite(sheetCells, cellLetters("counted")+"2", 0), "Counted: Themes by review row 2"},
		{"kind", set(sheetReviews, 2, "Kind", "leaflet"), "Kind: Reviews row 2"},
		{"title", set(sheetReviews, 2, "Title", "Another"), "Title: Reviews row 2"},
		{"note", set(sheetReviews, 3, "Note", "look here"), "Note: Reviews row 3"},
		{"matrix", overwrite(sheetMatrix, name(columnYear+1, rowHeadings+1), 0), "Matrix: E6"},
		{"a column of one's own", func(f *excelize.File) {
			overwrite(sheetReviews, "AZ1", "My view")(f)
			overwrite(sheetReviews, "AZ3", "doubtful")(f)
		}, "My view (own): Reviews row 3"},
		{"decisions under another heading", func(f *excelize.File) {
			overwrite(sheetPassages, passageLetters(columnDecision)+"1", "Mine")(f)
			overwrite(sheetPassages, passageLetters(columnDecision)+"3", "rejected")(f)
		}, "Mine (the decisions?): Passages row 3"},
		{"the same on themes", func(f *excelize.File) {
			overwrite(sheetCells, cellLetters(columnDecision)+"1", "Mine")(f)
			overwrite(sheetCells, cellLetters(columnDecision)+"2", "absent")(f)
		}, "Mine (the decisions?): Themes by review row 2"},
		{"the same heading on a sheet that has its Decision", func(f *excelize.File) {
			overwrite(sheetPassages, passageLetters(columnDecision)+"1", "Mine")(f)
			overwrite(sheetPassages, passageLetters(columnDecision)+"3", "rejected")(f)
			overwrite(sheetCells, "AZ1", "Mine")(f)
			overwrite(sheetCells, "AZ2", "doubtful")(f)
		}, "Mine (the decisions?): Passages row 3, Themes by review row 2"},
		{"themes under another heading", func(f *excelize.File) {
			overwrite(sheetPassages, passageLetters(columnMovedTo)+"1", "Move to theme")(f)
			overwrite(sheetPassages, passageLetters(columnMovedTo)+"3", "voice")(f)
		}, "Move to theme (Moved to theme?): Passages row 3"},
		{"decisions under nearly their heading", func(f *excelize.File) {
			overwrite(sheetPassages, passageLetters(columnDecision)+"1", "Decisions (MN)")(f)
			overwrite(sheetPassages, passageLetters(columnDecision)+"3", "rejected")(f)
		}, "Decisions (MN) (Decision?): Passages row 3"},
		{"comments under another heading", func(f *excelize.File) {
			overwrite(sheetCells, cellLetters(columnComment)+"1", "My comments")(f)
			overwrite(sheetCells, cellLetters(columnComment)+"2", "doubtful")(f)
		}, "My comments (Comment?): Themes by review row 2"},
		{"a heading near one that is there", func(f *excelize.File) {
			overwrite(sheetReviews, "AZ1", "Year of birth")(f)
			overwrite(sheetReviews, "AZ3", "2001")(f)
		}, "Year of birth (own): Reviews row 3"},
		{"whether a review counts under nearly its heading", func(f *excelize.File) {
			overwrite(sheetReviews, lettersOf(reviewColumns, corpus.ColumnInclude)+"1", "Included")(f)
		}, "Included (Include?): Reviews row 2, Reviews row 3"},
		{"whether a review counts under another heading", func(f *excelize.File) {
			overwrite(sheetReviews, lettersOf(reviewColumns, corpus.ColumnInclude)+"1", "Does it count")(f)
		}, "Does it count (Include?): Reviews row 2, Reviews row 3"},
		{"an answer in its place", set(sheetPassages, 2, "Decision", "rejected"), ""},
		{"a review in its place", set(sheetReviews, 2, "Area", "North"), ""},
	} {
		f := reopened(t, blank)
		c.change(f)
		data := saved(t, f)
		if got := straysOf(readDecisions(t, data, in, monday)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		later := in // what the program says now is not what it said then
		later.Codings = smallInput().Codings
		later.Codings[0].Status, later.Codings[2].Label = corpus.Held, corpus.LabelGoodPractice
		if got := straysOf(readDecisions(t, data, later, monday)); got != c.want {
			t.Errorf("%s, on later results: got %q, want %q", c.name, got, c.want)
		}
	}
}

// TestSavedAgainIsNotChanged holds that LibreOffice changes nothing by saving.
func TestSavedAgainIsNotChanged(t *testing.T) {
	takesLong(t)
	r := fixture(t)
	in := smallInput()
	in.Cases[0].Title, in.Cases[0].Note = "  =A title, with\nnasty words ", "1.50"
	for what, data := range map[string][]byte{"small": written(t, analysed(t, in)), "nasty": written(t, r)} {
		data = savedByLibreOffice(t, data, "xlsx")
		if got := straysOf(readDecisions(t, data, in, monday)); got != "" {
			t.Errorf("%s: got %q, want nothing", what, got)
		}
	}
}

// TestOverwrittenInALargeMatrix writes over a cell of a matrix of as many reviews as
// it follows decisions in.
func TestOverwrittenInALargeMatrix(t *testing.T) {
	takesLong(t)
	in := smallInput()
	for i := range 1000 {
		id := fmt.Sprintf("review-%04d", i)
		in.Cases = append(in.Cases, corpus.Case{ID: id, Title: id, Include: true, Files: []string{id + ".pdf"}, Kind: corpus.KindReview})
		in.Files = append(in.Files, analysis.File{File: id + ".pdf", CaseID: id, Status: corpus.StatusOK})
	}
	in.Themes = append(in.Themes, analysis.Theme{ID: "third", Label: "Third"})
	f := reopened(t, written(t, analysed(t, in)))
	overwritten := name(columnYear+1, rowHeadings+900)
	if err := f.SetCellValue(sheetMatrix, overwritten, 0); err != nil {
		t.Fatal(err)
	}
	if got, want := straysOf(readDecisions(t, saved(t, f), in, monday)), "Matrix: "+overwritten; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
