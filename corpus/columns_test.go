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
	rows, err := parseCases([]byte(strings.Join(table, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	again := Group(docs, nil, FixedGroups(rows, proposed), Kind.AppraisesPractice)
	ApplyEdits(again, rows, proposed)
	written := strings.Split(strings.TrimSpace(string(CasesCSV(again))), "\n")
	if !strings.HasSuffix(written[0], ",note,Ward") || len(written) != len(again)+1 {
		t.Fatalf("got the table\n%s", strings.Join(written, "\n"))
	}
	of := rows[0].ID
	for _, c := range again {
		if want := map[bool]string{true: "North"}[c.ID == of]; c.column("Ward") != want || len(c.Edited) > 0 {
			t.Errorf("%s: got the ward %q, want %q, edited %v", c.ID, c.column("Ward"), want, c.Edited)
		}
	}
	absent := Absent(rows, proposed, map[string]bool{})
	if !slices.ContainsFunc(absent, func(c Case) bool { return c.ID == of && c.column("Ward") == "North" }) {
		t.Errorf("the row is lost while its files are away: %+v", absent)
	}
}
