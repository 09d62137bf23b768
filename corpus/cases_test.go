package corpus

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
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

// TestGroupKnowsABoardByItsPlace: covers name one board in many ways, and a summary that was
// not joined to its report would count again.
func TestGroupKnowsABoardByItsPlace(t *testing.T) {
	full := testDocument("full.pdf", KindReview, "Marl Safeguarding Children Board", "Child K", "2010", "full")
	for board, want := range map[string]string{
		"Marl Safeguarding Children Board":            "both name Child K and Marl Safeguarding Children Board",
		"MARL LOCAL SAFEGUARDING CHILDREN BOARD":      "both name Child K and are of Marl",
		"Marl LSCB":                                   "both name Child K and are of Marl",
		"Marl Safeguarding Children Partnership":      "both name Child K and are of Marl",
		"Marl Safeguarding Adults and Children Board": "both name Child K and are of Marl",
		"":                               "both name Child K and are of Marl",
		"Marl Safeguarding Adults Board": "",
		"Marl and Fenn Safeguarding Children Partnership": "",
		"Fenn Safeguarding Children Board":                "",
	} {
		summary := testDocument("summary.pdf", KindSummary, board, "Child K", "2010", "summary")
		if got := sameReview(full, summary); got != want {
			t.Errorf("%q: got %q, want %q", board, got, want)
		}
	}
	siblings := testDocument("full.pdf", KindReview, "Fenn LSCB", "The Harrow Siblings", "2010", "full")
	if sameReview(siblings, testDocument("summary.pdf", KindSummary, "Fenn LSCB", "Harrow siblings", "2010", "summary")) == "" {
		t.Error("siblings with and without an article are two")
	}
}

// TestGroupKnowsSeveralChildren: a summary may put several children otherwise than its report.
func TestGroupKnowsSeveralChildren(t *testing.T) {
	for _, test := range []struct {
		report, summary string
		want            bool
	}{
		{"Child F and Child G", "Children F and G", true},
		{"Child G and Child F", "Children F and G", true},
		{"Baby Hope", "Hope", true},
		{"Rowan Family", "The Rowan Family", true},
		{"Child F and Child G", "Child F", false},
		{"Child F", "Adult F", false},
		{"Child 1", "Child 2", false},
		{"R Children", "S Children", false},
	} {
		report := testDocument("full.pdf", KindReview, "Marl LSCB", test.report, "2010", "full")
		summary := testDocument("summary.pdf", KindSummary, "Marl LSCB", test.summary, "2010", "summary")
		if got := sameReview(report, summary) != ""; got != test.want {
			t.Errorf("%s, %s: got %t, want %t", test.report, test.summary, got, test.want)
		}
	}
}

// TestGroupKnowsAReviewWithoutABoard: where a cover names no board and no area, the child
// alone does not tell one review from another.
func TestGroupKnowsAReviewWithoutABoard(t *testing.T) {
	const marl, fenn = "Marl LSCB", "Fenn LSCB"
	for _, test := range []struct {
		boards [2]string
		fact   FactName
		values [2]string
		want   int // cases
	}{
		{[2]string{"", ""}, FactHarmed, [2]string{"2010-05-04", "2010-05-04"}, 1},
		{[2]string{marl, ""}, FactHarmed, [2]string{"2010-05-04", "2010-05-04"}, 1},
		{[2]string{"", marl}, FactAuthors, [2]string{"A. B.", "A. B."}, 1},
		{[2]string{"", ""}, FactHarmed, [2]string{"2010-05-04", "2010-05-05"}, 2},
		{[2]string{"", ""}, FactHarmed, [2]string{"2010", "2010"}, 2},
		{[2]string{"", ""}, FactYear, [2]string{"2010", "2010"}, 2},
		{[2]string{marl, fenn}, FactHarmed, [2]string{"2010-05-04", "2010-05-04"}, 2},
	} {
		docs := []*Document{testDocument("full.pdf", KindReview, test.boards[0], "Child K", "2010", "full"), testDocument("summary.pdf", KindSummary, test.boards[1], "Child K", "2010", "summary")}
		for i, d := range docs {
			delete(d.Facts, FactArea)
			d.Facts[test.fact] = Fact{Value: test.values[i]}
		}
		if cases := Group(docs, nil, nil, Kind.AppraisesPractice); len(cases) != test.want {
			t.Errorf("%+v: got %d cases", test, len(cases))
		} else if test.want == 1 && !strings.Contains(cases[0].Joins[0], test.values[0]) {
			t.Errorf("%+v: the join does not say why: %v", test, cases[0].Joins)
		}
	}
}

// TestGroupJoinsAnAddition: what was written later to a report is no review of its own.
func TestGroupJoinsAnAddition(t *testing.T) {
	for title, want := range map[string]int{
		"Addendum to the Serious Case Review: Child K":             1,
		"Serious Case Review: Child K Supplementary Report":        1,
		"Serious Case Review: Child K":                             2,
		"Serious Case Review: Child K with an addendum report":     2,
		"Serious Case Review: Child K, supplementary school visit": 2,
	} {
		report := testDocument("full.pdf", KindReview, "Marl LSCB", "Child K", "2010", "full")
		later := testDocument("later.pdf", KindReview, "Marl LSCB", "Child K", "2011", "later")
		summary := testDocument("summary.pdf", KindSummary, "Marl LSCB", "Child K", "2010", "summary")
		later.Facts[FactTitle] = Fact{Value: title}
		cases := Group([]*Document{later, report, summary}, nil, nil, Kind.AppraisesPractice)
		if len(cases) != want {
			t.Errorf("%s: got %d cases, want %d", title, len(cases), want)
		}
		if full := caseOf(t, cases, "full.pdf"); !slices.Contains(full.Files, "summary.pdf") {
			t.Errorf("%s: the summary is not with its report: %v", title, full.Files)
		}
	}
}

func TestGroupJoinsByTheNumberOfTheCase(t *testing.T) {
	const marl = "Marl Safeguarding Children Board"
	full := testDocument("full.pdf", KindReview, marl, "Ruth", "2010", "full")
	summary := testDocument("summary.pdf", KindSummary, marl, "", "2010", "summary")
	rapid := testDocument("rapid.pdf", KindRapid, marl, "Ruth", "2009", "rapid")
	full.Facts[FactReference], summary.Facts[FactReference] = Fact{Value: "Case 2009/3"}, Fact{Value: "case 2009/3"}
	full.Facts[FactDecided] = Fact{Value: "2009-05-04"}
	summary.Facts[FactPublished] = Fact{Value: "2010-01-04"}
	cases := Group([]*Document{full, rapid, summary}, nil, nil, Kind.AppraisesPractice)
	if len(cases) != 1 || !reflect.DeepEqual(cases[0].Files, []string{"full.pdf", "rapid.pdf", "summary.pdf"}) {
		t.Fatalf("got %+v, want one case of three files", cases)
	}
	facts := map[FactName]CaseFact{}
	for _, f := range cases[0].Facts {
		facts[f.Name] = f
	}
	if got := facts[FactPublished]; got.File != "summary.pdf" {
		t.Errorf("the date of publication is from %q, want summary.pdf", got.File)
	}
	if got, want := facts[FactTaken].Value, "8 months, more than six, within nine: from decided (2009-05-04) to published (2010-01-04)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCasesCSVComesBack(t *testing.T) {
	cases := Group(testDocuments(), nil, nil, Kind.AppraisesPractice)
	want := make([]Case, len(cases))
	for i, c := range cases {
		c.Joins, c.Facts = nil, nil
		want[i] = c
	}
	comma := string(CasesCSV(cases))
	for name, data := range map[string]string{
		"as written":                          comma,
		"without a byte order mark, and CRLF": strings.ReplaceAll(strings.TrimPrefix(comma, "\ufeff"), "\n", "\r\n"),
	} {
		got, mistakes := parseCases([]byte(data))
		if mistakes != nil {
			t.Fatalf("%s: %v", name, mistakes)
		}
		for i := range got {
			if !reflect.DeepEqual(got[i].Case, want[i]) {
				t.Errorf("%s: got %+v, want %+v", name, got[i].Case, want[i])
			}
		}
		if len(got) != len(want) {
			t.Errorf("%s: got %d rows, want %d", name, len(got), len(want))
		}
	}
	semicolons := "note;include;files;kind;year;area;title;case_id\n;yes;a.pdf;review;2010;Marl;T;a\n"
	got, mistakes := parseCases([]byte(semicolons))
	if mistakes != nil || len(got) != 1 || got[0].ID != "a" || got[0].Year != 2010 || !got[0].Include {
		t.Errorf("columns in another order, with semicolons: got %+v, %v", got, mistakes)
	}
}

func TestCasesCSVMistakes(t *testing.T) {
	header := strings.Join(casesHeader, ",") + "\n"
	for _, test := range []struct {
		name, data string
		want       []string
	}{
		{"columns are missing", "case_id,title,area,year,kind,files\n", []string{`"include" is missing`, `"note" is missing`}},
		{"year", header + "a,T,Marl,20x0,review,a.pdf,yes,\n", []string{"line 2: the year"}},
		{"of no case, a column of a person", strings.TrimSpace(header) + ",risk\n,,,,,,,,high\n", []string{"line 2: neither a case_id nor files"}},
		{"of no case", header + ",Child T,Marl,,,,yes,\n,,,,,,,\n", []string{"line 2: neither a case_id nor files"}},
		{"include", header + "a,T,Marl,2010,review,a.pdf,perhaps,\n", []string{"write yes or no"}},
		{"kinds, listed once", header + "a,T,Marl,2010,novel,a.pdf,yes,\nb,T,Marl,2010,poem,b.pdf,yes,\n",
			[]string{"choose from review, ", `line 3: the kind "poem" of case b is not known$`}},
		{"several", header + "a,T,Marl,20x0,novel,a.pdf,yes,\nb,T,Marl,2010,review,b.pdf,,\nc,T,Marl,1,review,c.pdf,perhaps,,stray\n",
			[]string{"line 2: the year", "line 2: the kind", "line 4: the year", "line 4: include", `line 4: "stray"`}},
	} {
		_, mistakes := parseCases([]byte(test.data))
		if len(mistakes) != len(test.want) {
			t.Errorf("%s: got %q, want %d mistakes", test.name, mistakes, len(test.want))
			continue
		}
		for i, want := range test.want {
			if !strings.Contains(mistakes[i]+"$", want) {
				t.Errorf("%s: got %q, want %q in it", test.name, mistakes[i], want)
			}
		}
	}
}

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

// TestAPartingLasts runs three times over: what a person parted once stays
// parted when the next run finds the table as it left it.
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

func TestOddNamesKeepTheirEdits(t *testing.T) {
	proposed := []Case{
		{ID: "a", Title: "=1+1", Area: "Marl", Files: []string{"one; two.pdf"}},
		{ID: "b", Title: "B", Area: "Marl", Files: []string{" spaced .pdf"}},
		{ID: "c", Title: "C", Area: "Marl", Files: []string{"it's a “Bébé”.pdf"}},
	}
	edited := slices.Clone(proposed)
	for i := range edited {
		edited[i].Area = "Fenn – North"
	}
	plain := CasesCSV(edited)
	if !bytes.HasPrefix(plain, []byte("\ufeff")) {
		t.Errorf("no byte order mark stands before the table: %q", plain[:10])
	}
	if !strings.Contains(string(plain), "'=1+1") {
		t.Errorf("a title that looks like a formula is not guarded:\n%s", plain)
	}
	windows, err := charmap.Windows1252.NewEncoder().Bytes(bytes.TrimPrefix(plain, []byte("\ufeff")))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"UTF-8": plain, "the code page of Windows": windows} {
		rows, mistakes := parseCases(data)
		if mistakes != nil {
			t.Fatalf("%s: %v", name, mistakes)
		}
		edits := NewEdits(rows, proposed, nil)
		if groups := edits.Fixed(); groups != nil {
			t.Errorf("%s: the files count as changed: %v", name, groups)
		}
		for _, c := range edits.Apply(slices.Clone(proposed), Kind.AppraisesPractice).Cases {
			if c.Area != "Fenn – North" || !reflect.DeepEqual(c.Edited, []string{"area"}) {
				t.Errorf("%s: case %s: got area %q, edited %v", name, c.ID, c.Area, c.Edited)
			}
		}
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

// TestKindsAsPeopleWriteThem: a kind is known however a spreadsheet or a person
// spells it.
func TestKindsAsPeopleWriteThem(t *testing.T) {
	for said, want := range map[string]Kind{
		"review": KindReview, "Review": KindReview, " Executive Summary ": KindSummary, "executive-summary": KindSummary,
		"Novel": "Novel", "": "",
	} {
		if got := ParseKind(said); got != want {
			t.Errorf("%q: got %q, want %q", said, got, want)
		}
	}
	rows, mistakes := parseCases([]byte(strings.Join(casesHeader, ",") + "\na,T,Marl,2010,Executive Summary,a.pdf,yes,\n"))
	if len(mistakes) > 0 || rows[0].Kind != KindSummary || rows[0].cell(columnKind) != string(KindSummary) {
		t.Errorf("got %q, %+v", mistakes, rows)
	}
}

// TestAllMistakesAreToldAtOnce has mistakes in cells and in names of files, each on
// a line of its own.
func TestAllMistakesAreToldAtOnce(t *testing.T) {
	rows, mistakes := parseCases([]byte(strings.Join(casesHeader, ",") + "\na,T,Marl,20x0,review,a.pdf,perhaps,\nb,T,Marl,2010,review,c.pdf,yes,\n"))
	err := NewEdits(rows, nil, nil).Check("cases.csv", map[string]ID{"a.pdf": ""}, mistakes)
	if err == nil {
		t.Fatal("nothing was refused")
	}
	lines := strings.Split(err.Error(), "\n")
	want := []string{"cases.csv: 3 mistakes:", "  line 2: the year", "  line 2: include", `  line 3 names the file "c.pdf"`}
	if len(lines) != len(want) {
		t.Fatalf("got %q, want %d lines", lines, len(want))
	}
	for i := range want {
		if !strings.HasPrefix(lines[i], want[i]) {
			t.Errorf("got %q, want it to begin with %q", lines[i], want[i])
		}
	}
}

func TestOfManyMistakesSomeAreTold(t *testing.T) {
	mistakes := slices.Repeat([]string{"wrong"}, mostMistakes)
	all, some := mistaken("cases.csv", mistakes).Error(), mistaken("cases.csv", append(mistakes, "wrong", "wrong")).Error()
	if strings.Count(all, "\n") != mostMistakes || strings.Contains(all, "more") {
		t.Errorf("got %q, want all of them", all)
	}
	if strings.Count(some, "wrong") != mostMistakes || !strings.HasSuffix(some, "\n  and 2 more") {
		t.Errorf("got %q, want some and how many more", some)
	}
}

// TestCloseInTime: two years apart a report and its summary may be of one review,
// and where one says no year.
func TestCloseInTime(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"2016", "2016", true}, {"2016", "2018", true}, {"2018", "2016", true}, {"2016", "2019", false}, {"2019", "2016", false},
		{"", "2016", true}, {"2016", "", true}, {"", "", true},
	} {
		a, b := testDocument("a", KindReview, "Board", "Child T", c.a, ""), testDocument("b", KindSummary, "Board", "Child T", c.b, "")
		if got := closeInTime(a, b); got != c.want {
			t.Errorf("%q and %q: got %t", c.a, c.b, got)
		}
	}
}

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

func TestEditsOfAbsentFilesAreKept(t *testing.T) {
	proposed := []Case{{ID: "a", Area: "Marl", Files: []string{"a.pdf"}}, {ID: "b", Area: "Marl", Files: []string{"b.pdf"}}}
	edited := slices.Clone(proposed)
	edited[0].Area = "Fenn"
	kept := NewEdits(rowsOf(t, edited), proposed, nil).Apply(nil, Kind.AppraisesPractice).Kept
	if len(kept) != 1 || kept[0].ID != "a" || kept[0].Area != "Fenn" || !slices.Equal(kept[0].Edited, []string{"area"}) {
		t.Errorf("got %+v, want the edited row alone", kept)
	}
}

// TestSettle has a run cut off on either side of the writing of cases.csv: what
// the program itself had proposed is no edit of a person.
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
