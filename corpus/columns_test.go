package corpus

import (
	"slices"
	"strings"
	"testing"
)

// TestColumnsOfPeopleAreKept has a person add a column to cases.csv: the next
// runs keep it, on new cases empty, and where the files are gone for a while.
func TestColumnsOfPeopleAreKept(t *testing.T) {
	docs := testDocuments()
	proposed := Group(docs[1:], nil, nil, Kind.AppraisesPractice)
	table := strings.Split(strings.TrimSpace(string(CasesCSV(proposed))), "\n")
	table[0] += ",Ward, "
	for i := range table[1:] {
		table[i+1] += ","
	}
	table[1] = strings.TrimSuffix(table[1], ",") + ",North,"
	rows, mistakes := parseCases([]byte(strings.Join(table, "\n")))
	if mistakes != nil {
		t.Fatal(mistakes)
	}
	again := applied(docs, rows, proposed, nil).Cases
	written := strings.Split(strings.TrimSpace(string(CasesCSV(again))), "\n")
	if !strings.HasSuffix(written[0], ",note,Ward") || len(written) != len(again)+1 {
		t.Fatalf("got the table\n%s", strings.Join(written, "\n"))
	}
	of := rows[0].ID
	for _, c := range again {
		if want := map[bool]string{true: "North"}[c.ID == of]; c.Added("Ward") != want || len(c.Edited) > 0 {
			t.Errorf("%s: got the ward %q, want %q, edited %v", c.ID, c.Added("Ward"), want, c.Edited)
		}
	}
	absent := NewEdits(rows, proposed, nil).Apply(nil, Kind.AppraisesPractice).Kept
	if !slices.ContainsFunc(absent, func(c Case) bool { return c.ID == of && c.Added("Ward") == "North" }) {
		t.Errorf("the row is lost while its files are away: %+v", absent)
	}
}

// TestNoColumnIsLost refuses a table of which the next run could not write every
// column back.
func TestNoColumnIsLost(t *testing.T) {
	header, row := strings.Join(casesHeader, ","), strings.Repeat(",", len(casesHeader)-1)
	for _, tt := range []struct{ name, header, cells, want string }{
		{"of two with one name", ",Risk,risk", ",high,low", `columns 9 and 10 are both called "risk": give one of them another name`},
		{"named as one of the program", ",Area", ",North", `columns 3 and 9 are both called "Area": give one of them another name`},
		{"without a name", ", ", ",North", `line 2: "North" stands in a column without a name: give it one`},
		{"beyond the header", "", ",North", `line 2: "North" stands in a column without a name: give it one`},
	} {
		_, mistakes := parseCases([]byte(header + tt.header + "\nC1" + row + tt.cells + "\n"))
		if want := []string{tt.want}; !slices.Equal(mistakes, want) {
			t.Errorf("%s: got %q, want %q", tt.name, mistakes, want)
		}
	}
}
