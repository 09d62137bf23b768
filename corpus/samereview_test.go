package corpus

import (
	"maps"
	"strings"
	"testing"
)

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

// TestGroupPartsTwoReviewsOfOneAuthor: who writes of a Child A for one board may write of
// another for the next.
func TestGroupPartsTwoReviewsOfOneAuthor(t *testing.T) {
	for _, test := range []struct {
		name    string
		summary Facts
		want    int // cases
	}{
		{"of the same year", Facts{}, 1},
		{"of the year after", Facts{FactYear: {Value: "2011"}}, 2},
		{"of another death", Facts{FactHarmed: {Value: "2009-02-01"}}, 2},
		{"of the same death, to the month", Facts{FactHarmed: {Value: "2009-03"}}, 1},
		{"of another time", Facts{FactFrom: {Value: "2006-01"}}, 2},
	} {
		full := testDocument("full.pdf", KindReview, "Marl LSCB", "Child A", "2010", "full")
		summary := testDocument("summary.pdf", KindSummary, "", "Child A", "2010", "summary")
		delete(summary.Facts, FactArea)
		full.Facts[FactHarmed], full.Facts[FactFrom] = Fact{Value: "2009-03-07"}, Fact{Value: "2007-01"}
		full.Facts[FactAuthors], summary.Facts[FactAuthors] = Fact{Value: "A. B."}, Fact{Value: "A. B."}
		maps.Copy(summary.Facts, test.summary)
		if cases := Group([]*Document{full, summary}, nil, nil, Kind.AppraisesPractice); len(cases) != test.want {
			t.Errorf("%s: got %d cases, want %d", test.name, len(cases), test.want)
		}
	}
}
