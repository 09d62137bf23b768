package analysis

import (
	"math"
	"strings"
	"testing"

	"thematic/corpus"
)

// TestMcNemar has values that follow by hand from the binomial distribution.
func TestMcNemar(t *testing.T) {
	for _, c := range []struct {
		a, b int
		want float64
	}{
		{0, 5, 2.0 / 32}, {6, 0, 2.0 / 64}, {1, 7, 2 * 9.0 / 256}, {7, 1, 2 * 9.0 / 256}, {3, 9, 2 * 299.0 / 4096}, {5, 5, 1}, {1, 1, 1}, {0, 1, 1},
		{538, 538, 1}, {500, 600, 0.0028195449914364275},
	} {
		if got, ok := McNemar(c.a, c.b); !ok || math.Abs(got-c.want) > 1e-12*c.want {
			t.Errorf("McNemar(%d, %d): got %v, %t, want %v", c.a, c.b, got, ok, c.want)
		}
	}
	for _, c := range [][2]int{{0, 0}, {-1, 3}, {3, -1}} {
		if p, ok := McNemar(c[0], c[1]); ok {
			t.Errorf("McNemar(%d, %d): got %v, want nothing", c[0], c[1], p)
		}
	}
}

// twiceInput makes reviews of a report and a summary, with theme t where the
// letter of the review says so: b in both, r in the report, s in the summary, n in
// neither.
func twiceInput(reviews string) Input {
	in := Input{Themes: []Theme{{ID: "t", Label: "Theme"}}}
	for i, where := range reviews {
		id := string(rune('a' + i))
		in.Cases = append(in.Cases, corpus.Case{ID: id, Include: true, Files: []string{id + "r", id + "s"}})
		in.Files = append(in.Files,
			File{File: id + "r", ID: corpus.ID(id + "r"), Kind: corpus.KindPractice, Status: corpus.StatusOK},
			File{File: id + "s", ID: corpus.ID(id + "s"), Kind: corpus.KindSummary, Status: corpus.StatusOK})
		for _, kind := range "rs" {
			if where == 'b' || where == kind {
				in.Codings = append(in.Codings, corpus.Coding{
					PassageID: id + string(kind), CaseID: id, File: id + string(kind), Theme: "t", Status: corpus.Counted, Label: corpus.LabelDeficit,
				})
			}
		}
	}
	return in
}

func TestTwice(t *testing.T) {
	got := analysed(t, twiceInput("brrrrrrrsn")).Twice[0]
	want, _ := McNemar(7, 1)
	if got.Both != 1 || got.ReportOnly != 7 || got.SummaryOnly != 1 || got.Neither != 1 || got.Of() != 10 || got.P != statistic(want) || got.Q != got.P {
		t.Errorf("got %+v, want 1, 7, 1, 1 and p %v", got, want)
	}
	for reviews, reason := range map[string]string{
		"bbn":   "say the same of every review",
		"brrrr": "in 4 reviews report and summary differ, and even if all did so in one way p would be 0.12",
	} {
		if got := analysed(t, twiceInput(reviews)).Twice[0].P; got.Defined || !strings.Contains(got.Reason, reason) {
			t.Errorf("%s: got %+v, want the reason %q", reviews, got, reason)
		}
	}
	if got, want := csvOf(t, analysed(t, twiceInput("brs")), "report_and_summary"), "\nt,Theme,2,2,3,1,1,1,0,n/a,n/a,0,"; !strings.Contains(got, want) {
		t.Errorf("got\n%s\nwant it to hold %q", got, want)
	}
	in := twiceInput("bb")
	in.Files[0].Status = corpus.StatusPartial
	in.Cases[1].Files = []string{"bs", "br"}
	if got := analysed(t, in).Twice[0].Of(); got != 2 {
		t.Errorf("a report read in part, and one named behind its summary: got %d reviews, want 2", got)
	}
	in = twiceInput("bb")
	in.Files[1].Kind, in.Files[2].Kind = corpus.KindReview, corpus.KindSummary
	if got := analysed(t, in).Twice; got != nil {
		t.Errorf("two reports, and two summaries: got %+v", got)
	}
	in = twiceInput("bb")
	in.Files[1].Status, in.Files[3].Kind = corpus.StatusFailed, corpus.KindReview
	if got := analysed(t, in).Twice; got != nil {
		t.Errorf("no review in both forms: got %+v", got)
	}
}
