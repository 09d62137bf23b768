package corpus

import (
	"slices"
	"strings"
	"testing"
)

func TestRowsFindTheirCases(t *testing.T) {
	for _, tt := range []struct {
		name        string
		cases, rows []string // the files of each
		want        []int    // the row of each case
	}{
		{"each by the file that leads it", []string{"a", "b"}, []string{"b", "a"}, []int{1, 0}},
		{"by the file that leads it before any other", []string{"a b"}, []string{"gone a", "a"}, []int{1}},
		{"by any file where none leads", []string{"a b"}, []string{"b"}, []int{0}},
		{"the first of two that name its files", []string{"c a b"}, []string{"a", "b"}, []int{0}},
		{"a row has one case", []string{"a", "b"}, []string{"a b"}, []int{0, -1}},
	} {
		var cases []Case
		for _, files := range tt.cases {
			cases = append(cases, Case{Files: strings.Fields(files)})
		}
		e := &Edits{}
		for _, files := range tt.rows {
			e.rows = append(e.rows, editedRow{CaseRow: CaseRow{Case: Case{Files: strings.Fields(files)}}})
		}
		led, holds := filesOf(cases)
		got, caseOf := e.match(len(cases), led, holds)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: got the rows %v, want %v", tt.name, got, tt.want)
		}
		for i, r := range got {
			if r >= 0 && caseOf[r] != i {
				t.Errorf("%s: case %d has row %d, which has case %d", tt.name, i, r, caseOf[r])
			}
		}
	}
}

// TestNoTwoReviewsHaveOneID has reviews keep the ids they had, on which decisions are,
// and others come that would be called the same.
func TestNoTwoReviewsHaveOneID(t *testing.T) {
	review := func(id, file string) Case { return Case{ID: id, Files: []string{file}} }
	leftOut := review("marl", "marl.pdf")
	leftOut.Note = "not ours"
	for _, tt := range []struct {
		name             string
		last, table, now []Case
		moved            map[string]string
		decided          string // on which review
		want, kept       []string
	}{
		{name: "the report has moved, and another comes in its place",
			last: []Case{review("marl", "marl.pdf")}, table: []Case{review("marl", "marl.pdf")}, moved: map[string]string{"marl.pdf": "2010/marl.pdf"},
			now: []Case{review("2010-marl", "2010/marl.pdf"), review("marl", "marl.pdf")}, want: []string{"marl", "marl-2"}},
		{name: "the row of a report that is gone is kept",
			last: []Case{review("marl", "marl.pdf")}, table: []Case{leftOut},
			now: []Case{review("marl", "2012/marl.pdf")}, want: []string{"2012-marl"}, kept: []string{"marl"}},
		{name: "the row of a report that is gone is not kept",
			last: []Case{review("marl", "marl.pdf")}, table: []Case{review("marl", "marl.pdf")},
			now: []Case{review("marl", "2012/marl.pdf")}, want: []string{"marl"}},
		{name: "the row is kept for what was decided",
			last: []Case{review("marl", "marl.pdf")}, table: []Case{review("marl", "marl.pdf")}, decided: "marl",
			now: []Case{review("marl", "2012/marl.pdf")}, want: []string{"2012-marl"}, kept: []string{"marl"}},
		{name: "a person adds the row of a report",
			table: []Case{review("marl", "marl.pdf")},
			now:   []Case{review("marl", "marl.pdf")}, want: []string{"marl"}},
		{name: "a person adds the row of a report in a folder",
			table: []Case{review("mine", "2012/marl.pdf")},
			now:   []Case{review("marl", "2012/marl.pdf")}, want: []string{"marl"}},
		{name: "a person adds the row of a report that another is called like",
			last: []Case{review("marl", "1/marl.pdf")}, table: []Case{review("marl", "1/marl.pdf"), review("mine", "2/marl.pdf")},
			now: []Case{review("1-marl", "1/marl.pdf"), review("marl", "2/marl.pdf")}, want: []string{"marl", "2-marl"}},
	} {
		e := NewEdits(rowsOf(t, tt.table), tt.last, tt.moved)
		e.Decided([]Decision{{CaseID: tt.decided}})
		a := e.Apply(tt.now, func(Kind) bool { return true })
		ids := func(cases []Case) (list []string) {
			for _, c := range cases {
				list = append(list, c.ID)
			}
			return list
		}
		if got := ids(a.Cases); !slices.Equal(got, tt.want) {
			t.Errorf("%s: got the ids %q, want %q", tt.name, got, tt.want)
		}
		if got := ids(a.Kept); !slices.Equal(got, tt.kept) {
			t.Errorf("%s: kept the rows %q, want %q", tt.name, got, tt.kept)
		}
	}
}

func TestEveryCellOfAPersonIsTaken(t *testing.T) {
	docs := threeReviews()[:1]
	proposed := applied(docs, nil, nil, nil).Proposed
	for column, edit := range map[string]func(*Case){
		columnTitle:   func(c *Case) { c.Title = "Another title" },
		ColumnArea:    func(c *Case) { c.Area = "Fennshire" },
		ColumnYear:    func(c *Case) { c.Year = 2011 },
		columnKind:    func(c *Case) { c.Kind = "" },
		ColumnInclude: func(c *Case) { c.Include = false },
		columnNote:    func(c *Case) { c.Note = "ours" },
	} {
		edited := slices.Clone(proposed)
		edit(&edited[0])
		got := applied(docs, rowsOf(t, edited), proposed, nil).Cases[0]
		if want := caseRow(edited[0]); !slices.Equal(caseRow(got), want) {
			t.Errorf("%s: got %q, want %q", column, caseRow(got), want)
		}
		if !slices.Equal(got.Edited, []string{column}) {
			t.Errorf("%s: got the columns %q as edited", column, got.Edited)
		}
	}
}

// TestRemarksOnIDs has a person write the id of each review in turn, erase it, and take
// out a row that has no files.
func TestRemarksOnIDs(t *testing.T) {
	docs := threeReviews()
	proposed := applied(docs, nil, nil, nil).Proposed
	for i, c := range proposed {
		for id, want := range map[string]int{"mine": 1, "": 0} {
			edited := slices.Clone(proposed)
			edited[i].ID = id
			if got := applied(docs, rowsOf(t, edited), proposed, nil).Remarks; len(got) != want {
				t.Errorf("%s written as %q: got the remarks %q, want %d", c.ID, id, got, want)
			}
		}
	}
	noted := append(slices.Clone(proposed), Case{ID: "lost", Title: "Child L"})
	now := applied(docs, rowsOf(t, noted), proposed, nil)
	if now = applied(docs, rowsOf(t, proposed), now.Proposed, nil); len(now.Remarks) > 0 || len(now.Kept) > 0 {
		t.Errorf("a row without files is taken out: got the remarks %q and kept %+v", now.Remarks, now.Kept)
	}
}
