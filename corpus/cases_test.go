package corpus

import (
	"strings"
	"testing"
)

func testDocument(file string, kind Kind, board, subject, year, body string) *Document {
	return &Document{
		ID: ID(file), File: file, Status: StatusOK, Kind: kind, KindReason: "for the test",
		Facts: Facts{FactBoard: {Value: board}, FactArea: {Value: "Marl"}, FactSubject: {Value: subject}, FactYear: {Value: year}},
		Words: CountWords(body), Letters: letters(body), Sketch: sketchOf(body),
	}
}

func testDocuments() []*Document {
	const marl, fenn = "Marl Safeguarding Children Board", "Fenn Safeguarding Children Board"
	return []*Document{
		testDocument("marl/child-k-full.pdf", KindReview, marl, "Child K", "2010", "full"),
		testDocument("marl/child-k-summary.pdf", KindSummary, marl, "Child K", "2011", "summary"),
		testDocument("marl/child-k-later.pdf", KindReview, marl, "Child K", "2018", "later"),
		testDocument("fenn/child-k.pdf", KindReview, fenn, "Child K", "2010", "another board"),
		testDocument("fenn/leaflet.pdf", KindLeaflet, fenn, "", "", "leaflet"),
		testDocument("fenn/summary-only.pdf", KindSummary, fenn, "Baby M", "2012", "summary only"),
	}
}

func caseOf(t *testing.T, cases []Case, file string) Case {
	t.Helper()
	for _, c := range cases {
		if c.Files[0] == file {
			return c
		}
	}
	t.Fatalf("no case is led by %s", file)
	return Case{}
}

// TestGroupKnowsABoardByItsPlace: covers name one board in many ways, and a summary that was

// not joined to its report would count again.

// TestGroupKnowsSeveralChildren: a summary may put several children otherwise than its report.

// TestGroupKnowsAReviewWithoutABoard: where a cover names no board and no area, the child

// alone does not tell one review from another.

// TestGroupJoinsAnAddition: what was written later to a report is no review of its own.

// TestAPartingLasts runs three times over: what a person parted once stays

// parted when the next run finds the table as it left it.

// rowsOf returns cases as they come back from cases.csv.

func rowsOf(t *testing.T, cases []Case) []CaseRow {
	t.Helper()
	rows, mistakes := parseCases(CasesCSV(cases))
	if len(mistakes) > 0 {
		t.Fatal(mistakes)
	}
	return rows
}

// applied groups documents as a run does, with what a person wrote laid over the

// cases.

func applied(docs []*Document, rows []CaseRow, proposed []Case, moved map[string]string) Applied {
	for _, d := range docs {
		d.Status, d.Reason = StatusOK, ""
	}
	edits := NewEdits(rows, proposed, moved)
	fixed := edits.Fixed()
	return edits.Apply(Group(docs, MarkDuplicates(docs, fixed), fixed, Kind.AppraisesPractice), Kind.AppraisesPractice)
}

// TestKindsAsPeopleWriteThem: a kind is known however a spreadsheet or a person

// spells it.

// TestAllMistakesAreToldAtOnce has mistakes in cells and in names of files, each on

// a line of its own.

// TestCloseInTime: two years apart a report and its summary may be of one review,

// and where one says no year.

// TestOtherChild: what only one of two documents says does not part them.

func TestOtherChild(t *testing.T) {
	for _, c := range []struct {
		subject, year string
		want          bool
	}{
		{"Child T", "2016", false}, {"Child U", "2016", true}, {"Child T", "2017", true}, {"", "2016", false}, {"Child T", "", false}, {"", "", false},
	} {
		a, b := testDocument("a", KindReview, "Board", "Child T", "2016", ""), testDocument("b", KindReview, "Board", c.subject, c.year, "")
		if otherChild(a, b) != c.want || otherChild(b, a) != c.want {
			t.Errorf("%q of %q: got %t and %t", c.subject, c.year, otherChild(a, b), otherChild(b, a))
		}
	}
}

// TestSettle has a run cut off on either side of the writing of cases.csv: what

// the program itself had proposed is no edit of a person.

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Child K (final).v2": "child-k-final-v2",
		"—":                  "case",
		"d03 york inspection of services for children in need 17 may 2018": "d03-york-inspection-of-services-for-children-in-need-17-may",
		"d03 york inspection of services for children in need of it 2018":  "d03-york-inspection-of-services-for-children-in-need-of-it",
		"an inspection of services for children who are in need 2018 05":   "an-inspection-of-services-for-children-who-are-in-need-2018",
		"Zoë Ødegård, Łódź":                         "zoe-odegard-lodz",
		"Zoe\u0308 Ødega\u030ard, Ło\u0301dz\u0301": "zoe-odegard-lodz", // as macOS names files
		"Дитя Ж":                      "дитя-ж",
		strings.Repeat("ж", 40):       strings.Repeat("ж", 30),
		strings.Repeat("x", 59) + "ж": strings.Repeat("x", 59),
	} {
		if got := slug(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}
