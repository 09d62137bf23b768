package corpus

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// threeReviews are of three boards; the first has a summary.
func threeReviews() []*Document {
	var docs []*Document
	for _, name := range []string{"Marl", "Fenn", "Ambry"} {
		docs = append(docs, testDocument(strings.ToLower(name)+".pdf", KindReview, name+" Safeguarding Children Board", "Child "+name, "2010", "about "+name))
	}
	return append(docs, testDocument("marl-summary.pdf", KindSummary, "Marl Safeguarding Children Board", "Child Marl", "2010", "about Marl in short"))
}

// put adds a file, in the order of the paths: a copy of docs[of], or, where that
// is below 0, what is no copy.
func put(docs []*Document, file string, of int) []*Document {
	added := *testDocument(file, KindReview, "Bourne Safeguarding Children Board", "Child B", "2012", "about Bourne")
	if of >= 0 {
		added = *docs[of]
		added.File = file
	}
	docs = append(docs, &added)
	slices.SortFunc(docs, func(a, b *Document) int { return strings.Compare(a.File, b.File) })
	return docs
}

// manifestOf has the files of docs.
func manifestOf(docs []*Document) (m Manifest, met map[string]ID) {
	met = map[string]ID{}
	for _, d := range docs {
		m.Files = append(m.Files, ManifestFile{File: d.File, ID: d.ID})
		met[d.File] = d.ID
	}
	return m, met
}

// tableOf is cases.csv as a run writes it.
func tableOf(a Applied) string { return string(CasesCSV(slices.Concat(a.Cases, a.Kept))) }

// TestEditsFollowTheDocument has a person leave out the review of Marl and give
// it a column, and then files come, go and change their names.
func TestEditsFollowTheDocument(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(docs []*Document) []*Document
		files  string // of the review then; "" where it is gone
	}{
		{"nothing", func(docs []*Document) []*Document { return docs }, "[marl.pdf marl-summary.pdf]"},
		{"a copy comes that leads", func(docs []*Document) []*Document { return put(docs, "a twin.pdf", 0) }, "[a twin.pdf marl-summary.pdf marl.pdf]"},
		{"the report moves", func(docs []*Document) []*Document { docs[0].File = "2010/marl.pdf"; return docs }, "[2010/marl.pdf marl-summary.pdf]"},
		{"both are renamed", func(docs []*Document) []*Document {
			docs[0].File, docs[3].File = "report.pdf", "short.pdf"
			return docs
		}, "[report.pdf short.pdf]"},
		{"the report is gone", func(docs []*Document) []*Document { return docs[1:] }, "[marl-summary.pdf]"},
		{"the report is replaced and renamed", func(docs []*Document) []*Document {
			docs[0].File, docs[0].ID = "new.pdf", "other bytes"
			return docs
		}, "[new.pdf marl-summary.pdf]"},
		{"another review of that name comes", func(docs []*Document) []*Document { return put(docs[1:3], "2012/marl.pdf", -1) }, ""},
		{"the report cannot be read any more, nor the summary", func(docs []*Document) []*Document {
			docs[0].Words, docs[3].Words = 0, 0
			return docs
		}, ""},
	} {
		docs := threeReviews()
		last, _ := manifestOf(docs)
		proposed := applied(docs, nil, nil, nil).Proposed
		edited := slices.Clone(proposed)
		i := slices.IndexFunc(edited, func(c Case) bool { return c.Files[0] == "marl.pdf" })
		edited[i].Include, edited[i].Columns = false, []Column{{"Risk", "high"}}
		docs = tt.change(docs)
		_, met := manifestOf(docs)
		now := applied(docs, rowsOf(t, edited), proposed, last.Moved(met))
		for _, c := range now.Cases {
			if its := tt.files == fmt.Sprint(c.Files); its != (c.ID == "marl") || its != !c.Include || its != (c.Added("Risk") == "high") {
				t.Errorf("%s: got %+v", tt.name, c)
			}
		}
		if gone := tt.files == ""; gone != (len(now.Kept) == 1) || gone && (now.Kept[0].ID != "marl" || now.Kept[0].Include) {
			t.Errorf("%s: kept %+v", tt.name, now.Kept)
		}
		if len(now.Remarks) > 0 {
			t.Errorf("%s: got the remarks %q", tt.name, now.Remarks)
		}
		table, proposals := tableOf(now), string(CasesCSV(now.Proposed))
		now = applied(docs, rowsOf(t, slices.Concat(now.Cases, now.Kept)), now.Proposed, nil)
		if tableOf(now) != table || string(CasesCSV(now.Proposed)) != proposals {
			t.Errorf("%s: the next run writes\n%s and not\n%s", tt.name, tableOf(now), table)
		}
	}
}

// TestAWordOutlivesItsAgreement has a person leave out a review that is proposed
// for counting, then a run that would leave it out by itself, and one that would
// not: by the kinds that count, and by a kind that the person gives and takes back.
func TestAWordOutlivesItsAgreement(t *testing.T) {
	none := func(Kind) bool { return false }
	for name, tt := range map[string]struct {
		kind   Kind // that the person gives in between
		counts func(Kind) bool
	}{
		"other kinds count": {KindReview, none},
		"another kind":      {KindLeaflet, Kind.AppraisesPractice},
	} {
		docs := threeReviews()
		proposed := applied(docs, nil, nil, nil).Proposed
		run := func(cases []Case, kind Kind, include bool, counts func(Kind) bool) Case {
			i := slices.IndexFunc(cases, func(c Case) bool { return c.ID == "fenn" })
			cases[i].Kind, cases[i].Include = kind, include
			now := NewEdits(rowsOf(t, cases), proposed, nil).Apply(Group(docs, nil, nil, counts), counts)
			proposed = now.Proposed
			return caseOf(t, now.Cases, "fenn.pdf")
		}
		if c := run(slices.Clone(proposed), KindReview, false, Kind.AppraisesPractice); c.Include {
			t.Errorf("%s: the word of a person is not taken: %+v", name, c)
		}
		for range 2 {
			run(slices.Clone(proposed), tt.kind, false, tt.counts)
		}
		if c := run(slices.Clone(proposed), KindReview, false, Kind.AppraisesPractice); c.Include || !slices.Contains(c.Edited, ColumnInclude) {
			t.Errorf("%s: the word of a person is lost: %+v", name, c)
		}
		if c := run(slices.Clone(proposed), KindReview, true, Kind.AppraisesPractice); !c.Include || slices.Contains(c.Edited, ColumnInclude) {
			t.Errorf("%s: a person cannot take the word back: %+v", name, c)
		}
	}
}

// TestEditsAwaitTheirFile has the file of an edited row go for two runs and come
// back under another name.
func TestEditsAwaitTheirFile(t *testing.T) {
	docs := threeReviews()[1:3]
	last, _ := manifestOf(docs)
	now := applied(docs, nil, nil, nil)
	i := slices.IndexFunc(now.Cases, func(c Case) bool { return c.ID == "fenn" })
	now.Cases[i].Include = false
	renamed := *docs[0]
	renamed.File = "x.pdf"
	for _, docs := range [][]*Document{docs[1:], docs[1:], {docs[1], &renamed}} {
		m, met := manifestOf(docs)
		now = applied(docs, rowsOf(t, slices.Concat(now.Cases, now.Kept)), now.Proposed, last.Moved(met))
		m.Gone = last.Left(now.Kept, m.Files)
		if last = m; len(m.Gone) != len(now.Kept) {
			t.Errorf("got %+v for the rows %+v", m.Gone, now.Kept)
		}
	}
	if c := caseOf(t, now.Cases, "x.pdf"); c.ID != "fenn" || c.Include || len(now.Kept) > 0 {
		t.Errorf("got %+v, kept %+v", c, now.Kept)
	}
}

// TestARulingAwaitsItsFile has the file of a review go for two runs and come back
// under another name, of which nothing is edited but something decided.
func TestARulingAwaitsItsFile(t *testing.T) {
	yes := true
	ruling := Decision{CaseID: "fenn", Theme: "a", Present: &yes, Coder: "K Lee"}
	for _, decisions := range [][]Decision{{ruling}, nil} {
		docs := threeReviews()[1:3]
		last, _ := manifestOf(docs)
		now := applied(docs, nil, nil, nil)
		renamed := *docs[0]
		renamed.File = "x.pdf"
		for _, docs := range [][]*Document{docs, docs[1:], docs[1:], {docs[1], &renamed}} {
			m, met := manifestOf(docs)
			e := NewEdits(rowsOf(t, slices.Concat(now.Cases, now.Kept)), now.Proposed, last.Moved(met))
			e.Decided(decisions)
			now = e.Apply(Group(docs, nil, e.Fixed(), Kind.AppraisesPractice), Kind.AppraisesPractice)
			m.Gone = last.Left(now.Kept, m.Files)
			last = m
			if got, want := len(now.Kept), 2-len(docs); decisions != nil && got != want {
				t.Errorf("kept %d rows, want %d", got, want)
			}
		}
		want := "fenn"
		if decisions == nil {
			want = "x"
		}
		if c := caseOf(t, now.Cases, "x.pdf"); c.ID != want || len(c.Edited) > 0 || len(now.Kept) > 0 {
			t.Errorf("%d decisions: got %+v, want the id %s; kept %+v", len(decisions), c, want, now.Kept)
		}
	}
}

// TestIDsOutliveTheTable takes cases.csv away: ids that the files would not give now
// stay, since decisions are on them.
func TestIDsOutliveTheTable(t *testing.T) {
	docs := threeReviews()[:3]
	proposed := applied(docs, nil, nil, nil).Proposed
	proposed[slices.IndexFunc(proposed, func(c Case) bool { return c.ID == "fenn" })].ID = "fénn" // as ids were once
	docs = append(docs, testDocument("new/fenn.pdf", KindReview, "Bourne Safeguarding Children Board", "Child B", "2012", "about Bourne"))
	cases := applied(docs, nil, proposed, nil).Cases
	for file, want := range map[string]string{"fenn.pdf": "fénn", "marl.pdf": "marl", "new/fenn.pdf": "new-fenn"} {
		if c := caseOf(t, cases, file); c.ID != want {
			t.Errorf("%s: got the id %s, want %s", file, c.ID, want)
		}
	}
}

// TestARowWithoutFilesIsKept has a person add rows of which there is no file, one
// under the id of a review.
func TestARowWithoutFilesIsKept(t *testing.T) {
	docs := threeReviews()
	now := applied(docs, nil, nil, nil)
	cases := append(slices.Clone(now.Cases), Case{ID: "lost", Title: "Child L"}, Case{ID: "bare"}, Case{ID: "fenn", Title: "another"})
	rows := rowsOf(t, cases)
	for i := range rows {
		if len(rows[i].Files) == 0 {
			rows[i].cells[slices.Index(casesHeader, ColumnInclude)] = "" // a person leaves it empty
		}
	}
	for run := range 3 {
		now = applied(docs, rows, now.Proposed, nil)
		if len(now.Kept) != 3 || now.Kept[0].Title != "Child L" || !slices.Equal(now.Kept[0].Edited, []string{columnTitle}) || len(now.Kept[1].Edited) > 0 {
			t.Errorf("run %d: got %+v", run, now.Kept)
		}
		if c := caseOf(t, now.Cases, "fenn.pdf"); c.ID != "fenn" || len(c.Edited) > 0 {
			t.Errorf("run %d: got %+v", run, c)
		}
		for _, c := range now.Proposed {
			if columns := slices.Sorted(slices.Values(c.Edited)); len(slices.Compact(columns)) < len(c.Edited) {
				t.Errorf("run %d: %s: the columns %q are noted twice", run, c.ID, c.Edited)
			}
		}
		rows = rowsOf(t, slices.Concat(now.Cases, now.Kept))
	}
}

// TestAGroupFollowsItsFiles parts a summary from its report, and then both are
// moved.
func TestAGroupFollowsItsFiles(t *testing.T) {
	docs := threeReviews()
	last, _ := manifestOf(docs)
	proposed := applied(docs, nil, nil, nil).Proposed
	edited := slices.Clone(proposed)
	i := slices.IndexFunc(edited, func(c Case) bool { return c.ID == "marl" })
	edited[i].Files = edited[i].Files[:1]
	docs[0].File, docs[3].File = "x/marl.pdf", "x/marl-summary.pdf"
	_, met := manifestOf(docs)
	now := applied(docs, rowsOf(t, edited), proposed, last.Moved(met))
	for _, cases := range [][]Case{now.Cases, now.Proposed} {
		if c := caseOf(t, cases, "x/marl.pdf"); len(c.Files) != 1 || c.ID != "marl" || !slices.Equal(c.Edited, []string{columnFiles}) {
			t.Errorf("got %+v, want the report alone, its files edited", c)
		}
	}
	caseOf(t, now.Cases, "x/marl-summary.pdf")
}

// TestARowOfAJoinedReviewIsKept has the next run join two reviews, of which the
// second was left out.
func TestARowOfAJoinedReviewIsKept(t *testing.T) {
	docs := threeReviews()
	docs[3].Facts[FactSubject] = Fact{Value: "a child"}
	proposed := applied(docs, nil, nil, nil).Proposed
	edited := slices.Clone(proposed)
	edited[slices.IndexFunc(edited, func(c Case) bool { return c.ID == "marl-summary" })].Include = false
	docs[3].Facts[FactSubject] = docs[0].Facts[FactSubject]
	for run := range 2 {
		now := applied(docs, rowsOf(t, edited), proposed, nil)
		if c := caseOf(t, now.Cases, "marl.pdf"); !c.Include || len(c.Files) != 2 {
			t.Errorf("run %d: got %+v, want both files in the review of Marl", run, c)
		}
		if len(now.Kept) != 1 || now.Kept[0].ID != "marl-summary" || len(now.Kept[0].Files) > 0 || !slices.Equal(now.Kept[0].Edited, []string{ColumnInclude}) {
			t.Errorf("run %d: kept %+v, want the row of the summary without its file", run, now.Kept)
		}
		edited, proposed = slices.Concat(now.Cases, now.Kept), now.Proposed
		if err := NewEdits(rowsOf(t, edited), proposed, nil).Check("cases.csv", nil, nil); err != nil {
			t.Errorf("run %d: the next one would refuse its table: %v", run, err)
		}
	}
}

// TestARuledReviewThatIsJoinedIsNotKept has the next run join two reviews, of which the
// second was decided on and nothing of it edited.
func TestARuledReviewThatIsJoinedIsNotKept(t *testing.T) {
	docs := threeReviews()
	docs[3].Facts[FactSubject] = Fact{Value: "a child"}
	proposed := applied(docs, nil, nil, nil).Proposed
	docs[3].Facts[FactSubject] = docs[0].Facts[FactSubject]
	e := NewEdits(rowsOf(t, proposed), proposed, nil)
	e.Decided([]Decision{{CaseID: "marl-summary", Theme: "a"}})
	now := e.Apply(Group(docs, nil, e.Fixed(), Kind.AppraisesPractice), Kind.AppraisesPractice)
	if c := caseOf(t, now.Cases, "marl.pdf"); len(c.Files) != 2 || len(now.Kept) > 0 {
		t.Errorf("got %+v and kept %+v, want both files in one review and no row kept", c, now.Kept)
	}
}

// TestWhatIsNotAsWrittenIsSaid changes an id and takes a row out.
func TestWhatIsNotAsWrittenIsSaid(t *testing.T) {
	docs := threeReviews()
	proposed := applied(docs, nil, nil, nil).Proposed
	edited := slices.DeleteFunc(slices.Clone(proposed), func(c Case) bool { return c.ID == "fenn" })
	for i := range edited {
		if edited[i].ID == "marl" {
			edited[i].ID, edited[i].Area = "child-r", "Marlshire"
		}
	}
	now := applied(docs, rowsOf(t, edited), proposed, nil)
	if c := caseOf(t, now.Cases, "marl.pdf"); c.ID != "marl" || !slices.Equal(c.Edited, []string{ColumnArea}) {
		t.Errorf("got %+v, want the id it had and the area alone edited", c)
	}
	said := strings.Join(now.Remarks, "\n")
	for _, want := range []string{"child-r is written as marl;", "are in the folder: fenn; to leave a review out, write no"} {
		if !strings.Contains(said, want) {
			t.Errorf("the remarks do not say %q:\n%s", want, said)
		}
	}
	swapped := slices.Clone(proposed)
	swapped[0].ID, swapped[1].ID = swapped[1].ID, swapped[0].ID
	if now = applied(docs, rowsOf(t, swapped), proposed, nil); len(now.Remarks) != 1 {
		t.Errorf("of ids that changed places: got the remarks %q", now.Remarks)
	}
	for i, c := range now.Cases {
		if c.ID != proposed[i].ID || len(c.Edited) > 0 {
			t.Errorf("of ids that changed places: got %+v", c)
		}
	}
	if now = applied(docs, nil, proposed, nil); len(now.Remarks) > 0 {
		t.Errorf("without a table: got the remarks %q", now.Remarks)
	}
}

// TestAKindThatAPersonGaveCounts has include follow the kind, in both
// directions, back, and over the next run.
func TestAKindThatAPersonGaveCounts(t *testing.T) {
	docs := threeReviews()[:2]
	docs[1].Kind = KindLeaflet
	before := applied(docs, nil, nil, nil)
	for run, tt := range []struct {
		kinds   []Kind // of the two, as a person writes them
		include []bool
		note    []string
	}{
		{[]Kind{KindLeaflet, KindReview}, []bool{false, true}, []string{"not counted: leaflet; so says the kind in cases.csv", ""}},
		{[]Kind{KindLeaflet, KindReview}, []bool{false, true}, []string{"not counted: leaflet; so says the kind in cases.csv", ""}},
		{[]Kind{KindReview, KindLeaflet}, []bool{true, false}, []string{"", "not counted: leaflet; for the test"}},
	} {
		edited := slices.Clone(before.Cases)
		for i := range edited {
			edited[i].Kind = tt.kinds[slices.IndexFunc(docs, func(d *Document) bool { return d.File == edited[i].Files[0] })]
		}
		before = applied(docs, rowsOf(t, edited), before.Proposed, nil)
		for i, d := range docs {
			if c := caseOf(t, before.Cases, d.File); c.Include != tt.include[i] || c.Note != tt.note[i] || slices.Contains(c.Edited, ColumnInclude) {
				t.Errorf("run %d: %s: got %+v, want include %v and the note %q", run, d.File, c, tt.include[i], tt.note[i])
			}
		}
	}
}

func TestLeftOutByKind(t *testing.T) {
	cases := Group(threeReviews()[:1], nil, nil, func(k Kind) bool { return k == KindSummary })
	if got, want := cases[0].LeftOut(), "not counted: --include-kind leaves out the kind review"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLeftOut(t *testing.T) {
	for _, tt := range []struct {
		c    Case
		want string
	}{
		{Case{Include: true, Note: "ours"}, ""},
		{Case{Note: "not counted: leaflet; a leaflet"}, "not counted: leaflet; a leaflet"},
		{Case{Edited: []string{ColumnInclude}}, "left out in cases.csv"},
		{Case{Note: "not ours", Edited: []string{ColumnInclude, columnNote}}, "left out in cases.csv"},
		{Case{Note: "not ours", Edited: []string{ColumnInclude, columnNote}, LeftOutBy: "K Lee"}, "left out by a decision of K Lee"},
	} {
		if got := tt.c.LeftOut(); got != tt.want {
			t.Errorf("%+v: got %q, want %q", tt.c, got, tt.want)
		}
	}
}
