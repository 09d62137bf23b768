package corpus

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestEditsOutliveTheNextRun(t *testing.T) {
	docs := testDocuments()
	proposed := Group(docs, nil, nil, Kind.AppraisesPractice)
	store := openTestStore(t)
	edited := append([]Case(nil), proposed...)
	for i := range edited {
		if edited[i].Files[0] == "fenn/leaflet.pdf" {
			edited[i].Include, edited[i].Note = true, "we count it"
		}
	}
	if err := store.WriteFile(CasesName, CasesCSV(edited)); err != nil {
		t.Fatal(err)
	}
	table, err := store.Cases()
	if err != nil || len(table.Mistakes) > 0 {
		t.Fatal(err, table.Mistakes)
	}
	docs[0].Facts[FactArea] = Fact{Value: "Marlshire"} // the tool now reads another area
	again := applied(docs, table.Rows, proposed, nil).Cases
	if c := caseOf(t, again, "fenn/leaflet.pdf"); !c.Include || c.Note != "we count it" || !reflect.DeepEqual(c.Edited, []string{"include", "note"}) {
		t.Errorf("the person's word was lost: %+v", c)
	}
	if c := caseOf(t, again, "marl/child-k-full.pdf"); c.Area != "Marlshire" || c.Edited != nil {
		t.Errorf("an unedited cell kept its old value: %+v", c)
	}
}

func TestAPersonMayJoinAndPart(t *testing.T) {
	docs := testDocuments()
	proposed := Group(docs, nil, nil, Kind.AppraisesPractice)
	edited := slices.Clone(proposed)
	for i := range edited {
		if edited[i].Files[0] == "marl/child-k-full.pdf" {
			edited[i].Files = edited[i].Files[:1]
		}
	}
	rows := rowsOf(t, edited)
	cases := applied(docs, rows, proposed, nil).Cases
	if c := caseOf(t, cases, "marl/child-k-full.pdf"); len(c.Files) != 1 {
		t.Errorf("the summary is still joined: %v", c.Files)
	}
	caseOf(t, cases, "marl/child-k-summary.pdf")
}

func TestAPartingLasts(t *testing.T) {
	docs := testDocuments()
	before := Group(docs, nil, nil, Kind.AppraisesPractice)
	edited := slices.Clone(before)
	for i := range edited {
		if edited[i].Files[0] == "marl/child-k-full.pdf" {
			edited[i].Files = edited[i].Files[:1] // and the summary in no row
		}
	}
	rows := rowsOf(t, edited)
	for run := range 3 {
		now := applied(docs, rows, before, nil)
		cases := now.Cases
		before = now.Proposed
		if c := caseOf(t, cases, "marl/child-k-full.pdf"); len(c.Files) != 1 || !reflect.DeepEqual(c.Edited, []string{"files"}) {
			t.Fatalf("run %d: got %v, edited %v, want the report alone", run, c.Files, c.Edited)
		}
		caseOf(t, cases, "marl/child-k-summary.pdf")
		rows = rowsOf(t, cases)
	}
}

func TestCheckEdits(t *testing.T) {
	proposed := []Case{{ID: "a", Files: []string{"a.pdf"}}, {ID: "b", Files: []string{"b.pdf"}}, {ID: "gone", Files: []string{"gone.pdf"}}}
	met := map[string]ID{"a.pdf": "", "b.pdf": ""}
	edit := func(files ...string) []CaseRow {
		edited := slices.Clone(proposed)
		edited[0].Files = files
		return rowsOf(t, edited)
	}
	for _, test := range []struct {
		name string
		rows []CaseRow
		want string
	}{
		{"as proposed, though a file is gone", edit("a.pdf"), ""},
		{"a file that is not there", edit("a.pdf", "c.pdf"), `line 2 names the file "c.pdf"`},
		{"one file twice in a row", edit("a.pdf", "a.pdf"), `line 2 names the file "a.pdf" twice`},
		{"one file in two rows", edit("a.pdf", "b.pdf"), "lines 2 and 3 both name"},
	} {
		err := NewEdits(test.rows, proposed, nil).Check("cases.csv", met, nil)
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
			t.Errorf("%s: got %v, want %q", test.name, err, test.want)
		}
	}
}

func TestEditsOfAbsentFilesAreKept(t *testing.T) {
	proposed := []Case{{ID: "a", Area: "Marl", Files: []string{"a.pdf"}}, {ID: "b", Area: "Marl", Files: []string{"b.pdf"}}}
	edited := slices.Clone(proposed)
	edited[0].Area = "Fenn"
	kept := NewEdits(rowsOf(t, edited), proposed, nil).Apply(nil, Kind.AppraisesPractice).Kept
	if len(kept) != 1 || kept[0].ID != "a" || kept[0].Area != "Fenn" || !slices.Equal(kept[0].Edited, []string{"area"}) {
		t.Errorf("got %+v, want the edited row alone", kept)
	}
}

func TestSettle(t *testing.T) {
	earlier := Group(testDocuments(), nil, nil, Kind.AppraisesPractice)
	later := slices.Clone(earlier)
	for i := range later {
		later[i].Title += " (read again)"
	}
	for name, in := range map[string][]Case{"before": earlier, "after": later} {
		rows := rowsOf(t, in)
		edited := slices.IndexFunc(rows, func(r CaseRow) bool { return r.Area == "Marl" })
		rows[edited].Area, rows[edited].cells[2] = "Marl and Fenn", "Marl and Fenn"
		m := Manifest{Earlier: earlier, Proposed: later}
		m.Settle(rows)
		for _, c := range NewEdits(rows, m.Proposed, nil).Apply(slices.Clone(later), Kind.AppraisesPractice).Cases {
			want := []string(nil)
			if c.ID == rows[edited].ID {
				want = []string{"area"}
			}
			if got := c.Edited; !slices.Equal(got, want) {
				t.Errorf("cut off %s the writing: %s has the edits %q, want %q", name, c.ID, got, want)
			}
		}
	}
}
