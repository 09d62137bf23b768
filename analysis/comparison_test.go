package analysis

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// matrixOf returns a matrix with one row for each group: of its reviews, all
// with the area named, so many have the theme.
func matrixOf(groups ...struct {
	area     string
	have, of int
}) *Matrix {
	m := &Matrix{Themes: []Theme{{ID: "t"}}}
	for _, g := range groups {
		for i := range g.of {
			status := CellAbsent
			if i < g.have {
				status = CellCounted
			}
			m.Cases = append(m.Cases, corpus.Case{ID: fmt.Sprintf("%s%d", g.area, i), Area: g.area})
			m.Cells = append(m.Cells, []Cell{{Status: status}})
		}
	}
	return m
}

type sized = struct {
	area     string
	have, of int
}

func compareAreas(groups ...sized) Comparison {
	return matrixOf(groups...).comparisons()[0]
}

func TestCompareTwoGroups(t *testing.T) {
	c := compareAreas(sized{"Ambry", 48, 80}, sized{"Corran", 56, 70}, sized{"", 1, 3})
	if len(c.Contrasts) != 1 || c.LeftOut != 3 || c.Tests != 1 {
		t.Fatalf("got %+v, want one contrast and three reviews left out", c)
	}
	got := c.Contrasts[0]
	if got.A != "Ambry" || got.B != "Corran" || got.InA != Proportion(48, 80) || got.InB != Proportion(56, 70) {
		t.Errorf("got %+v", got)
	}
	points, low, high := got.Difference.Rounded()
	if points.String() != "-20" || low.String() != "-33.4" || high.String() != "-5.2" {
		t.Errorf("got %v (%v, %v), want -20 (-33.4, -5.2)", points, low, high)
	}
	if want, _ := Fisher(48, 32, 56, 14); got.P != statistic(want) || got.Q != got.P {
		t.Errorf("got p %v, q %v, want %v for both", got.P, got.Q, want)
	}
}

func TestCompareEachWithAllOthers(t *testing.T) {
	c := compareAreas(sized{"Ambry", 2, 10}, sized{"Corran", 9, 12}, sized{"Dray", 5, 9})
	if len(c.Contrasts) != 3 || c.Tests != 3 {
		t.Fatalf("got %d contrasts and %d tests, want 3 of each", len(c.Contrasts), c.Tests)
	}
	if got := c.Contrasts[1]; got.B != AllOthers || got.InA != Proportion(9, 12) || got.InB != Proportion(7, 19) {
		t.Errorf("Corran: got %+v", got)
	}
}

func TestNoTestWithoutMeaning(t *testing.T) {
	for _, c := range []struct {
		name    string
		a, b    sized
		reason  string
		warning string
	}{
		{"small group", sized{"A", 4, 4}, sized{"B", 0, 30}, "A has 4 reviews, fewer than 5", ""},
		{"single review", sized{"A", 9, 20}, sized{"B", 1, 1}, "B has 1 review, fewer than 5", ""},
		{"in none", sized{"A", 0, 20}, sized{"B", 0, 20}, "in none", ""},
		{"in all", sized{"A", 20, 20}, sized{"B", 30, 30}, "in all", ""},
		{"too rare", sized{"A", 2, 13}, sized{"B", 0, 14}, "p = 0.22", ""},
		{"small numbers", sized{"A", 13, 13}, sized{"B", 8, 14}, "", "small numbers"},
		{"large numbers", sized{"A", 20, 40}, sized{"B", 10, 40}, "", ""},
		{"as few as are tested", sized{"A", 5, 5}, sized{"B", 0, 5}, "", "small numbers"},
		{"five expected everywhere", sized{"A", 8, 20}, sized{"B", 2, 20}, "", ""},
	} {
		got := compareAreas(c.a, c.b).Contrasts[0]
		if got.P.Defined != (c.reason == "") || !strings.Contains(got.P.Reason, c.reason) || got.Q.Reason != got.P.Reason {
			t.Errorf("%s: got p %+v, q %+v, want the reason %q", c.name, got.P, got.Q, c.reason)
		}
		if got.Enough() != (min(c.a.of, c.b.of) >= 5) {
			t.Errorf("%s: got %t for whether there are enough", c.name, got.Enough())
		}
		if got.Warning == "" != (c.warning == "") || !strings.Contains(got.Warning, c.warning) {
			t.Errorf("%s: got the warning %q, want %q", c.name, got.Warning, c.warning)
		}
	}
}

func TestFewerThanTwoGroups(t *testing.T) {
	if c := compareAreas(sized{"A", 4, 9}); len(c.Contrasts) != 0 || len(c.Groups) != 1 {
		t.Errorf("one area: got %+v", c)
	}
	if c := matrixOf(sized{"A", 4, 9}).comparisons()[2]; len(c.Contrasts) != 0 || len(c.Groups) != 2 {
		t.Errorf("a kind without reviews: got %+v", c)
	}
	if c := compareAreas(sized{"", 4, 9}); len(c.Contrasts) != 0 || c.LeftOut != 9 {
		t.Errorf("no area: got %+v", c)
	}
}

func TestCompareKinds(t *testing.T) {
	m := matrixOf(sized{"A", 12, 20})
	for i := range m.Cases {
		m.Cases[i].Kind = []corpus.Kind{corpus.KindReview, corpus.KindSummary, corpus.KindInspection, corpus.KindPractice}[i%4]
	}
	got := m.comparisons()[2]
	if a, want := got.Groups[0].Name, "review and practice_review"; a != want || got.Contrasts[0].A != want {
		t.Errorf("the group of full reports is called %q, want %q", a, want)
	}
	if got.By != "kind" || got.LeftOut != 5 || got.Contrasts[0].InA != Proportion(6, 10) || got.Contrasts[0].InB != Proportion(3, 5) {
		t.Errorf("got %+v", got)
	}
}

// TestComparisonIdentities holds for any input what must hold of groups.
func TestComparisonIdentities(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	for range 200 {
		r := analysed(t, randomInput(random))
		for _, c := range slices.Concat(r.Comparisons, r.ByColumn) {
			reviews, tests := c.LeftOut, 0
			for _, g := range c.Groups {
				reviews += g.Reviews
			}
			for _, k := range c.Contrasts {
				if k.P.Defined {
					tests++
				}
				if k.InA.Of+k.InB.Of+c.LeftOut != len(r.Matrix.Cases) || k.P.Defined != (k.P.Reason == "") ||
					k.P.Value < 0 || k.Q.Value > 1 || k.P.Value > k.Q.Value {
					t.Fatalf("%s: %+v", c.By, k)
				}
			}
			for _, trend := range c.Trends {
				if trend.Share.Of > len(r.Matrix.Cases) || trend.P.Defined != (trend.P.Reason == "") || trend.P.Value > trend.Q.Value {
					t.Fatalf("%s: %+v", c.By, trend)
				}
			}
			if reviews != len(r.Matrix.Cases) || tests != c.Tests {
				t.Fatalf("%s: %d reviews in groups and left out, %d tests: %+v", c.By, reviews, tests, c)
			}
		}
	}
}

func TestComparisonTable(t *testing.T) {
	got := csvOf(t, analysed(t, fixtureInput()), "compare_area")
	want := "theme_id,theme,group_a,reviews_a,of_a,percent_a,low_a,high_a,group_b,reviews_b,of_b,percent_b,low_b,high_b,difference,difference_low,difference_high,p,q,tests,note\n" +
		"assessment,Poor or absent assessment,Ambry,1,2,50,9.5,90.5,Corran,1,2,50,9.5,90.5,0,-57.3,57.3,n/a,n/a,0,\"not tested: Ambry has 2 reviews, fewer than 5\"\n"
	if !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant it to begin\n%s", got, want)
	}
}
