package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestMergedAnswers: of answers that a person merged over several rows only the first has
// one, and the others are rejected and say so.
func TestMergedAnswers(t *testing.T) {
	in := smallInput()
	f := reopened(t, written(t, analysed(t, in)))
	merge := func(sheet, column string, rows ...int) {
		t.Helper()
		head := rowsOf(t, f, sheet)[0]
		i := slices.Index(head, column)
		if i < 0 {
			t.Fatalf("%s has no column %q", sheet, column)
		}
		if err := f.MergeCell(sheet, name(i+1, rows[0]), name(i+1, rows[1])); err != nil {
			t.Fatal(err)
		}
	}
	setIn(t, f, sheetPassages, 2, map[string]string{"Decision": "rejected", "Coder": "KL"})
	setIn(t, f, sheetPassages, 4, map[string]string{"Decision": "counted"})
	merge(sheetPassages, "Decision", 2, 3)
	merge(sheetPassages, "Coder", 2, 5)
	merge(sheetPassages, "Comment", 2, 5) // in which nothing stands
	setIn(t, f, sheetReviews, 2, map[string]string{"Area": "North"})
	setIn(t, f, sheetReviews, 3, map[string]string{"Area": ""})
	merge(sheetReviews, "Area", 2, 3)
	data := saved(t, f)
	got, err := ReadDecisions("back.xlsx", bytes.NewReader(data), Known{Input: in}, monday, corpus.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	checkBalance(t, got)
	var said []string
	for _, r := range got.Rejected {
		said = append(said, r.Place+": "+r.Reason)
	}
	for i, want := range []string{
		"Reviews row 3: its cell under Area is merged with that of Reviews row 2, for which alone it counts: part them,",
		"Passages row 3: its cell under Decision is merged with that of Passages row 2,",
		"Passages row 4: its cell under Coder is merged with that of Passages row 2,",
	} {
		if len(said) != 3 || !strings.HasPrefix(said[i], want) {
			t.Errorf("got %q, want %q", said, want)
		}
	}
	if got.AppliedRows != 2 {
		t.Errorf("got %+v, want the first row of each applied", got.Applied)
	}
	unread, err := ReadUnread("back.xlsx", bytes.NewReader(data), Known{Input: in}, corpus.DefaultLimits())
	if err != nil || unread.Rows != 5 {
		t.Errorf("got %+v, %v, want all 5 rows unread", unread, err)
	}
	if _, err := ReadCoder("back.xlsx", bytes.NewReader(data), CoderOptions{Limits: corpus.DefaultLimits()}); err == nil || !strings.Contains(err.Error(), "Passages row 3: its cell under Decision is merged") {
		t.Errorf("as a coder: got %v", err)
	}
}

// TestMostMerged: a workbook whose merged cells would take hours to hold against one another
// is refused.
func TestMostMerged(t *testing.T) {
	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	part, err := archive.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	_, err = part.Write(bytes.Repeat([]byte(`<mergeCell ref="A1:B1"/>`), mostMerged+1))
	if err := errors.Join(err, archive.Close()); err != nil {
		t.Fatal(err)
	}
	want := "its part xl/worksheets/sheet1.xml has 10001 ranges of merged cells, more than the 10000 that are read"
	if _, err := ReadDecisions("back.xlsx", &b, Known{}, monday, corpus.DefaultLimits()); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("got %v, want %q", err, want)
	}
}

// TestMergedRows: cells merged over rows are found however their part is written, and those of one row are not.
func TestMergedRows(t *testing.T) {
	for text, want := range map[string]bool{
		`<mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells>`:                            false,
		`<mergeCells count="2"><mergeCell ref="A9:B9"/><mergeCell ref="AB9:AB10"/></mergeCells>`: true,
	} {
		for size := 1; size <= len(text); size++ {
			var m mergedRows
			for chunk := range slices.Chunk([]byte(text), size) {
				m.Write(chunk)
			}
			if m.found != want {
				t.Errorf("%s in parts of %d bytes: got %t, want %t", text, size, m.found, want)
			}
		}
	}
}
