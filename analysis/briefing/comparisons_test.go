package briefing

import (
	"strings"
	"testing"

	"thematic/analysis"
	"thematic/corpus"
)

// contrast is one whose q value is given, 2 for no test.
func contrast(theme string, a, of, b, other int, q float64) analysis.Contrast {
	c := analysis.Contrast{
		Theme: theme, A: "North", B: "South", InA: analysis.Proportion(a, of), InB: analysis.Proportion(b, other),
	}
	c.Difference = analysis.Subtract(c.InA, c.InB)
	c.Q = analysis.Statistic{Value: q, Defined: q <= 1}
	return c
}

func TestComparisons(t *testing.T) {
	groups := []analysis.GroupSize{{Name: "North", Reviews: 20}, {Name: "South", Reviews: 10}}
	west := contrast("a", 1, 1, 1, 29, 2)
	west.A = "West"
	r := &analysis.Result{
		Themes: []analysis.Theme{{ID: "a", Label: "Weak assessment."}, {ID: "b", Label: "Lack of curiosity", Short: "No curiosity"}},
		Comparisons: []analysis.Comparison{
			{By: "area", Groups: groups, Tests: 2, Contrasts: []analysis.Contrast{contrast("a", 5, 20, 6, 10, 0.4), contrast("b", 1, 20, 0, 10, 2)}},
			{By: "period", Groups: groups[:1]},
			{By: "kind", Groups: []analysis.GroupSize{{Name: analysis.FullReports, Reviews: 20}, {Name: "executive_summary", Reviews: 10}}, Contrasts: []analysis.Contrast{contrast("a", 10, 20, 5, 10, 2)}},
		},
		ByColumn: []analysis.Comparison{
			{By: "Risk <high>", Groups: groups, Tests: 2, Contrasts: []analysis.Contrast{contrast("a", 10, 20, 5, 10, 1), contrast("b", 20, 20, 1, 10, 0.00001)}},
			{By: "period", Groups: groups, Contrasts: []analysis.Contrast{contrast("a", 10, 20, 5, 10, 2)}},
			{By: "team", Groups: []analysis.GroupSize{{Name: "North", Reviews: 29}, {Name: "South", Reviews: 1}}, Contrasts: []analysis.Contrast{contrast("a", 1, 29, 1, 1, 2)}},
			{By: "half", Groups: groups, Contrasts: []analysis.Contrast{contrast("a", 1, 8, 0, 8, 2)}},
			{By: "three", Groups: []analysis.GroupSize{{Name: "North", Reviews: 9}, {Name: "South", Reviews: 2}, {Name: "West", Reviews: 2}}, Contrasts: []analysis.Contrast{contrast("a", 1, 9, 1, 4, 2)}},
			{By: "some", Groups: []analysis.GroupSize{{Name: "North", Reviews: 20}, {Name: "East", Reviews: 9}, {Name: "West", Reviews: 1}}, Contrasts: []analysis.Contrast{contrast("a", 10, 20, 5, 10, 2), west}},
		},
		Twice: []analysis.Twice{{Theme: "a", Both: 2, ReportOnly: 1}, {Theme: "b", SummaryOnly: 1, Neither: 2}},
		Trends: []analysis.Trend{
			{Theme: "a", P: analysis.Statistic{Value: 0.01, Defined: true}, Q: analysis.Statistic{Value: 0.02, Defined: true}, Slope: analysis.Statistic{Value: -2.5, Defined: true}},
			{Theme: "b"},
		},
	}
	w := &writer{result: r}
	blocks := w.comparisons()
	var got []string
	for _, item := range blocks[len(blocks)-1].Items {
		got = append(got, item.Lead+" "+item.Text)
	}
	want := []string{
		"By area, North (20) and South (10): the widest difference is on “Weak assessment”, found in 25% of North (5 of 20) and 60% of South (6 of 10): 35 points (95% interval −1 to 62). Of 2 tests none stands.",
		"By kind of document, full reports and practice reviews (20) and executive summaries (10): no theme differs. The numbers are too small for any test.",
		"By “Risk <high>”, North (20) and South (10): the widest difference is on “No curiosity”, found in 100% of North (20 of 20) and 10% of South (1 of 10): 90 points (95% interval 56 to 98). Of 2 tests 1 stands: “No curiosity” (q <0.001).",
		"By “period”, North (20) and South (10): no theme differs. The numbers are too small for any test.",
		"By “team”, North (29) and South (1): with fewer than five reviews on one side nothing is compared.",
		"By “half”, North (20) and South (10): the widest difference is on “Weak assessment”, found in 13% of North (1 of 8) and 0% of South (0 of 8): 13 points (95% interval −22 to 47). The numbers are too small for any test.",
		"By “three”, North (9), South (2) and West (2): no group is compared, since each has fewer than five reviews, or the others together have.",
		"By “some”, North (20), East (9) and West (1): no theme differs. The numbers are too small for any test. 1 group with too few reviews to be compared: left out here, but in the tables.",
		"Report and summary of the same review, 3 reviews: of 6 pairs of a review and a theme, 3 are found in the reports and 3 in the summaries, and 2 in one of the two alone (McNemar). The numbers are too small for any test.",
		"Over the years: whether themes rise or fall (Cochran and Armitage). Of 1 test 1 stands: “Weak assessment”, −2.5 points a year (q 0.020).",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if text := blocks[0].Text.Text; strings.Contains(text, "Among the reviews") {
		t.Errorf("reviews alone: got %q", text)
	}
	r.Matrix = analysis.Matrix{Cases: []corpus.Case{{Kind: corpus.KindReview}, {Kind: corpus.KindInspection}, {Kind: corpus.KindInspection}}}
	mixed := "Among the reviews are 2 inspection reports: where one group has more of them than another, a difference may be that of the kind of document"
	if text := w.comparisons()[0].Text.Text; !strings.Contains(text, mixed) {
		t.Errorf("got %q, want in it %q", text, mixed)
	}
	r.Matrix.Cases = r.Matrix.Cases[:2]
	if text := w.comparisons()[0].Text.Text; !strings.Contains(text, "Among the reviews is one inspection report: where") {
		t.Errorf("of one: got %q", text)
	}
	few := &analysis.Result{Comparisons: []analysis.Comparison{{By: "area", Groups: groups, Contrasts: []analysis.Contrast{contrast("a", 1, 4, 2, 4, 2)}}}}
	if blocks := (&writer{result: few}).comparisons(); len(blocks) != 1 || blocks[0].Kind != Bullets { // nothing of tests
		t.Errorf("of too few: got %v", blocks)
	}
	if blocks := (&writer{result: &analysis.Result{}}).comparisons(); blocks != nil {
		t.Errorf("of nothing: got %v", blocks)
	}
}

func TestMinus(t *testing.T) {
	for x, want := range map[float64]string{-0.4: "0", 0.4: "0", -12.2: "−12", 7: "7"} {
		if got := minus("%.0f", x); got != want {
			t.Errorf("%v: got %q, want %q", x, got, want)
		}
	}
}
