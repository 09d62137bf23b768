package corpus

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

func testDocument(file string, kind Kind, board, subject, year, body string) *Document {
	return &Document{
		ID: ID(file), File: file, Status: StatusOK, Kind: kind, KindReason: "for the test",
		Board: Fact{Value: board}, Area: Fact{Value: "Marl"}, Subject: Fact{Value: subject}, Year: Fact{Value: year},
		Words: CountWords(body), Letters: letters(body),
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

func TestGroupJoinsASummaryToItsReport(t *testing.T) {
	cases := Group(testDocuments(), nil, nil, Kind.AppraisesPractice)
	if len(cases) != 5 {
		t.Errorf("got %d cases, want 5", len(cases))
	}
	full := caseOf(t, cases, "marl/child-k-full.pdf")
	if want := []string{"marl/child-k-full.pdf", "marl/child-k-summary.pdf"}; !reflect.DeepEqual(full.Files, want) {
		t.Errorf("got files %v, want %v", full.Files, want)
	}
	if len(full.Joins) != 1 || !strings.Contains(full.Joins[0], "Child K") {
		t.Errorf("the join does not say why: %v", full.Joins)
	}
	if leaflet := caseOf(t, cases, "fenn/leaflet.pdf"); leaflet.Include || leaflet.Note == "" {
		t.Errorf("a leaflet counts, or does not say why not: %+v", leaflet)
	}
	if summary := caseOf(t, cases, "fenn/summary-only.pdf"); !summary.Include {
		t.Error("a summary without its report does not count")
	}
	ids := map[string]bool{}
	for _, c := range cases {
		if ids[c.ID] {
			t.Errorf("two cases have the id %s", c.ID)
		}
		ids[c.ID] = true
	}
}

func TestMarkDuplicates(t *testing.T) {
	docs := testDocuments()
	docs[2].ID = docs[0].ID
	docs[3].Letters = letters("Full!") // the words of docs[0]
	got := MarkDuplicates(docs)
	want := map[string]string{docs[2].File: docs[0].File, docs[3].File: docs[0].File}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	cases := Group(docs, got, nil, Kind.AppraisesPractice)
	if c := caseOf(t, cases, docs[0].File); len(c.Files) != 4 || len(c.Joins) != 3 {
		t.Errorf("the duplicates did not join the case: %v, %v", c.Files, c.Joins)
	}
	if docs[2].Status != StatusDuplicate || !strings.Contains(docs[2].Reason, docs[0].File) {
		t.Errorf("got %s (%s)", docs[2].Status, docs[2].Reason)
	}
}

func TestCasesCSVComesBack(t *testing.T) {
	cases := Group(testDocuments(), nil, nil, Kind.AppraisesPractice)
	want := make([]Case, len(cases))
	for i, c := range cases {
		c.Joins = nil
		want[i] = c
	}
	comma := string(CasesCSV(cases))
	for name, data := range map[string]string{
		"as written":                      comma,
		"with a byte order mark and CRLF": "\ufeff" + strings.ReplaceAll(comma, "\n", "\r\n"),
	} {
		got, err := parseCases([]byte(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %+v, want %+v", name, got, want)
		}
	}
	semicolons := "note;include;files;kind;year;area;title;case_id\n;yes;a.pdf;review;2010;Marl;T;a\n"
	got, err := parseCases([]byte(semicolons))
	if err != nil || len(got) != 1 || got[0].ID != "a" || got[0].Year != 2010 || !got[0].Include {
		t.Errorf("columns in another order, with semicolons: got %+v, %v", got, err)
	}
}

func TestCasesCSVMistakes(t *testing.T) {
	header := strings.Join(casesHeader, ",") + "\n"
	for _, test := range []struct{ name, data, want string }{
		{"a column is missing", "case_id,title\n", `"area" is missing`},
		{"year", header + "a,T,Marl,20x0,review,a.pdf,yes,\n", "line 2"},
		{"include", header + "a,T,Marl,2010,review,a.pdf,perhaps,\n", "write yes or no"},
	} {
		_, err := parseCases([]byte(test.data))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %q in it", test.name, err, test.want)
		}
	}
}

func TestEditsOutliveTheNextRun(t *testing.T) {
	docs := testDocuments()
	proposed := Group(docs, nil, nil, Kind.AppraisesPractice)
	path := filepath.Join(t.TempDir(), "cases.csv")
	edited := append([]Case(nil), proposed...)
	for i := range edited {
		if edited[i].Files[0] == "fenn/leaflet.pdf" {
			edited[i].Include, edited[i].Note = true, "we count it"
		}
	}
	if err := os.WriteFile(path, CasesCSV(edited), 0o644); err != nil {
		t.Fatal(err)
	}
	rows, err := ReadCasesCSV(path)
	if err != nil {
		t.Fatal(err)
	}
	docs[0].Area.Value = "Marlshire" // the tool now reads another area
	again := Group(docs, nil, FixedGroups(rows, proposed), Kind.AppraisesPractice)
	ApplyEdits(again, rows, proposed)
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
	rows := append([]Case(nil), proposed...)
	for i := range rows {
		if rows[i].Files[0] == "marl/child-k-full.pdf" {
			rows[i].Files = rows[i].Files[:1]
		}
	}
	cases := Group(docs, nil, FixedGroups(rows, proposed), Kind.AppraisesPractice)
	if c := caseOf(t, cases, "marl/child-k-full.pdf"); len(c.Files) != 1 {
		t.Errorf("the summary is still joined: %v", c.Files)
	}
	caseOf(t, cases, "marl/child-k-summary.pdf")
}
