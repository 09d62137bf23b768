package analysis

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"thematic/corpus"
)

// grouped returns a matrix of one theme, with a column "Risk". Behind each value
// stands a letter for every review that has it, x where the theme is present.
func grouped(values ...string) *Matrix {
	m := &Matrix{Themes: []Theme{{ID: "t"}}}
	for _, v := range values {
		value, present, _ := strings.Cut(v, ":")
		for _, x := range present {
			status := CellAbsent
			if x == 'x' {
				status = CellCounted
			}
			m.Cases = append(m.Cases, corpus.Case{ID: fmt.Sprint(len(m.Cases)), Columns: []corpus.Column{{Name: "Note to self"}, {Name: "Risk", Value: value}}})
			m.Cells = append(m.Cells, []Cell{{Status: status}})
		}
	}
	return m
}

func TestCompareByWords(t *testing.T) {
	m := grouped("high:xxxxx.", "low:x.....", ":x")
	c, err := m.CompareBy(Grouping{Column: "risk"})
	if err != nil {
		t.Fatal(err)
	}
	got := c.Contrasts[0]
	if c.By != "Risk" || c.LeftOut != 1 || got.A != "high" || got.InA != Proportion(5, 6) || got.InB != Proportion(1, 6) || c.Trends != nil {
		t.Errorf("got %+v", c)
	}
	if want, _ := Fisher(5, 1, 1, 5); got.P != statistic(want) || got.Warning == "" {
		t.Errorf("got p %+v and the warning %q, want %v and one of small numbers", got.P, got.Warning, want)
	}
}

// TestCompareByOrder has 2, 5 and 9 of ten reviews each: by the formula of
// [CochranArmitage], Z = (9-2)/√(16/30·14/30·2·10).
func TestCompareByOrder(t *testing.T) {
	m := grouped("some:xxxxx.....", "few:xx........", "many:xxxxxxxxx.", "none:x")
	c, err := m.CompareBy(Grouping{Column: "Risk", Order: []string{"few", "some", "many"}})
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(c.Groups); got != "[{few 10} {some 10} {many 10}]" || c.LeftOut != 1 {
		t.Errorf("got the groups %s and %d left out", got, c.LeftOut)
	}
	got, z := c.Trends[0], 7/math.Sqrt(20*16.0/30*14/30)
	if math.Abs(got.Slope.Value-35) > 1e-9 || math.Abs(got.Z.Value-z) > 1e-9 || got.Values != 3 {
		t.Errorf("got %+v, want 35 points a step and z = %v", got, z)
	}
}

func TestCompareByNumbers(t *testing.T) {
	m := grouped("10:xxxx.", "2:.....", "0.5:.....", "3:xxx..", ":x")
	for _, c := range []struct {
		bands []Band
		want  string
		left  int
	}{
		{nil, "[{0.5–2 10} {3–10 10}]", 1},
		{[]Band{{0, 1}, {2, 5}}, "[{0–1 5} {2–5 10}]", 6},
		{[]Band{{-1, 2}, {3, 3}, {10, 12}}, "[{-1 to 2 10} {3 5} {10–12 5}]", 1},
		{[]Band{{0, 1}, {4, 10}}, "[{0–1 5} {4–10 5}]", 11},
	} {
		got, err := m.CompareBy(Grouping{Column: "Risk", Bands: c.bands})
		if err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(got.Groups) != c.want || got.LeftOut != c.left {
			t.Errorf("%v: got %v and %d left out, want %s and %d", c.bands, got.Groups, got.LeftOut, c.want, c.left)
		}
		trend := got.Trends[0]
		if trend.First != 0.5 || trend.Last != 10 || trend.Values != 4 || !trend.P.Defined || trend.Slope.Value <= 0 {
			t.Errorf("got the trend %+v, want one that rises from 0.5 to 10, whatever the bands", trend)
		}
	}
}

// TestCompareByNumbersAndWords has numbers beside words: those that say that nothing is
// known are passed over, and of others the first is named.
func TestCompareByNumbersAndWords(t *testing.T) {
	for _, unknown := range []string{"n/a", "N/K", "Unknown", "Not applicable", "–"} {
		c, err := grouped("1:x.", "2:xx", "3:..", unknown+":xxx").CompareBy(Grouping{Column: "Risk"})
		if err != nil || len(c.Groups) != 2 || c.LeftOut != 3 || c.Trends == nil || c.NoNumber != "" {
			t.Errorf("%s: got %+v, %v, want two halves and a trend, three reviews left out", unknown, c, err)
		}
	}
	c, err := grouped("1:x.", "2:xx", "3:..", "about 4:xx").CompareBy(Grouping{Column: "Risk"})
	if err != nil || len(c.Groups) != 4 || c.NoNumber != "about 4" {
		t.Errorf("got %+v, %v, want four groups since one says %q", c, err, "about 4")
	}
	c, err = grouped("1:x.", "2:xx", "unknown:..", "low:xx").CompareBy(Grouping{Column: "Risk"})
	if err != nil || c.NoNumber != "low" {
		t.Errorf("got %+v, %v, want two of the three that say something to be mostly numbers, and %q to be named", c, err, "low")
	}
	_, err = grouped("1:x", "2:x", "about 4:x").CompareBy(Grouping{Column: "Risk"})
	if err == nil || !strings.HasSuffix(err.Error(), `since one says "about 4"`) {
		t.Errorf("got the error %v, want one about %q", err, "about 4")
	}
	if c, err := grouped("1:x.", "n/a:xx").CompareBy(Grouping{Column: "Risk"}); err != nil || len(c.Groups) != 2 || c.LeftOut != 0 {
		t.Errorf("got %+v, %v, want one number and the others as two groups", c, err)
	}
}

func TestCompareByYear(t *testing.T) {
	m := yearly([]int{0, 1, 4, 4}, []int{5, 5, 5, 5})
	own := m.comparisons()[1]
	for _, name := range []string{"Year", "period"} {
		c, err := m.CompareBy(Grouping{Column: name})
		if err != nil {
			t.Fatal(err)
		}
		if fmt.Sprint(c.Groups, c.Contrasts) != fmt.Sprint(own.Groups, own.Contrasts) || fmt.Sprint(c.Trends) != fmt.Sprint(m.trends(yearScale)) {
			t.Errorf("by %s: got %+v, want the periods %+v and the trend over years", name, c, own)
		}
	}
}

// TestCompareByDate: dates stand for their years, however a spreadsheet program writes
// them; one cell that is no date, and each value is a group.
func TestCompareByDate(t *testing.T) {
	m := grouped("03/04/2012:xxx", "2013-12-31:x..", "31.1.2018:...", "May 2019:.x", "4/28/2019:.")
	c, err := m.CompareBy(Grouping{Column: "Risk"})
	if got, want := fmt.Sprint(c.Groups), "[{2012–2013 6} {2018–2019 6}]"; err != nil || got != want {
		t.Errorf("halves: got %s and %v, want %s", got, err, want)
	}
	if got := c.Trends[0]; got.First != 2012 || got.Last != 2019 || got.Values != 4 {
		t.Errorf("trend: got %v values from %v to %v, want 4 from 2012 to 2019", got.Values, got.First, got.Last)
	}
	c, err = m.CompareBy(Grouping{Column: "Risk", Bands: []Band{{2010, 2012}, {2013, 2020}}})
	if got, want := fmt.Sprint(c.Groups), "[{2010–2012 3} {2013–2020 9}]"; err != nil || got != want {
		t.Errorf("bands: got %s and %v, want %s", got, err, want)
	}
	c, err = grouped("03/04/2012:xx", "2013-12-31:x.", "soon:..").CompareBy(Grouping{Column: "Risk"})
	if err != nil || len(c.Groups) != 3 {
		t.Errorf("with a word: got %v and %v, want three groups", c.Groups, err)
	}
	for _, cell := range []string{"", "2019-13", "32/1/2019", "31/02/2019", "3", "March", "2019 or so"} {
		if year, ok := yearIn(cell); ok {
			t.Errorf("%q was read as a date of %v", cell, year)
		}
	}
}

func TestCompareByNothing(t *testing.T) {
	m := grouped("high:xxx", "low:x..", "10:.")
	for _, c := range []struct {
		g    Grouping
		want string
	}{
		{Grouping{Column: "case_id"}, `reviews cannot be grouped by "case_id": choose from area, `},
		{Grouping{Column: "Rsik"}, `cannot be grouped by "Rsik": did you mean Risk?`},
		{Grouping{Column: "Worry"}, `cannot be grouped by "Worry": choose from area, year, kind, title, files, note, Note to self, Risk`},
		{Grouping{Column: "note to self"}, `no review says anything in the column "Note to self"`},
		{Grouping{Column: "Risk", Bands: []Band{{0, 5}}}, `no numbers that could be parted in ranges, but "high"`},
		{Grouping{Column: "Risk", Order: []string{"high", "low", "medium"}}, `no review says "medium" in the column "Risk": choose from 10, high, low`},
		{Grouping{Column: "Risk", Order: []string{"high", "high"}}, `"high" stands twice`},
		{Grouping{Column: "Risk", Order: []string{"high"}}, `"high" alone`},
		{Grouping{Column: "Risk", Order: []string{"high", "low"}, Bands: []Band{{0, 5}}}, "not both"},
	} {
		if _, err := m.CompareBy(c.g); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: got %v, want %q in it", c.g, err, c.want)
		}
	}
	for _, c := range []struct {
		m    *Matrix
		want string
	}{
		{grouped("high:x..."), `all reviews that say anything in the column "Risk" say "high"`},
		{grouped("a:x", "b:.", "c:x"), `no two reviews say the same in the column "Risk"`},
		{grouped("1:xx", "1.0:.."), `the column "Risk" has one value alone, 1`},
		{grouped("3/4/2019:xx", "May 2019:.."), `the column "Risk" has one year alone, 2019`},
	} {
		if _, err := c.m.CompareBy(Grouping{Column: "Risk"}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %q in it", err, c.want)
		}
	}
	numbers := grouped("1:x..", "2:x..")
	for _, c := range []struct {
		bands []Band
		want  string
	}{
		{[]Band{{0, 9}}, "the range 0–9 has no other"},
		{[]Band{{3, 1}, {4, 5}}, "from 3 to 1 holds nothing"},
		{[]Band{{0, 1}, {1, 3}}, "0–1 and 1–3 overlap"},
		{[]Band{{2, 3}, {0, 1}}, "2–3 and 0–1 overlap or are out of order"},
		{[]Band{{0, 2}, {3, 9}}, "goes from 1 to 2, and not two of the ranges have reviews"},
	} {
		if _, err := numbers.CompareBy(Grouping{Column: "Risk", Bands: c.bands}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("the ranges %v: got %v, want %q in it", c.bands, err, c.want)
		}
	}
}

// TestParseBand checks that a range is read as it is written.
func TestParseBand(t *testing.T) {
	for s, want := range map[string]Band{
		"0-4": {0, 4}, " 5 ": {5, 5}, "2006–2012": {2006, 2012}, "-5--1": {-5, -1}, "-1–2.5": {-1, 2.5}, "-3": {-3, -3}, "-5 to 0": {-5, 0},
	} {
		got, err := ParseBand(s)
		if err != nil || got != want {
			t.Errorf("%q: got %v and %v, want %v", s, got, err, want)
		}
		if again, err := ParseBand(want.String()); err != nil || again != want {
			t.Errorf("%q, written as %q: got %v and %v", s, want, again, err)
		}
	}
	for _, s := range []string{"", "-", "2006-", "-5-", "NaN-4", "0-Inf", "low", "3,5"} {
		if got, err := ParseBand(s); err == nil {
			t.Errorf("%q was read as %v", s, got)
		}
	}
}

func TestHalves(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   string
	}{
		{nil, "[]"},
		{[]float64{2010, 2010}, "[2010]"},
		{[]float64{2010, 2012}, "[2010 2012]"},
		{[]float64{2006, 2007, 2007, 2015, 2019}, "[2006–2007 2015–2019]"},
		{[]float64{0.5, 2, 4.25}, "[0.5 2–4.25]"},
		{[]float64{1, 1, 1, 2, 2, 2, 2, 3}, "[1 2–3]"},
	} {
		if got := fmt.Sprint(halves(c.values)); got != c.want {
			t.Errorf("%v: got %s, want %s", c.values, got, c.want)
		}
	}
}

// TestColumnOfManyWords: one of twelve groups is compared with all others, and one of
// thirteen would be a table for each of them.
func TestColumnOfManyWords(t *testing.T) {
	for groups, want := range map[int]int{mostGroups: 1, mostGroups + 1: 0} {
		var cells []string
		for i := range groups {
			cells = append(cells, string(rune('a'+i))+":x.")
		}
		if got := grouped(cells...).addedComparisons(); len(got) != want {
			t.Errorf("%d groups: got %d comparisons, want %d", groups, len(got), want)
		}
	}
}

// TestColumnsOfPeople checks which columns a result compares of itself, and their
// table.
func TestColumnsOfPeople(t *testing.T) {
	in := fixtureInput()
	for i := range in.Cases {
		in.Cases[i].Columns = []corpus.Column{
			{Name: "Siblings", Value: fmt.Sprint(i / 2)},
			{Name: "Remark", Value: fmt.Sprintf("a remark of its own, %d", i)},
			{Name: "Sector", Value: []string{"=health", "police"}[i%2]},
		}
	}
	r := analysed(t, in)
	if got := fmt.Sprintf("%d, by %s and %s", len(r.ByColumn), r.ByColumn[0].By, r.ByColumn[1].By); got != "2, by Siblings and Sector" {
		t.Errorf("got %s", got)
	}
	got := csvOf(t, r, "compare_columns")
	for _, want := range []string{
		"\nSiblings,assessment,Poor or absent assessment,0,1,2,50,9.5,90.5,1,1,2,50,9.5,90.5,0,-57.3,57.3,n/a,n/a,0," +
			"\"not tested: 0 has 2 reviews, fewer than 5\",n/a,n/a,n/a,n/a,0,\"not tested: the value is known of 4 reviews, fewer than 10\"\n",
		"\nSector,assessment,Poor or absent assessment,'=health,",
		"no trend: the values have no order\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("got\n%s\nwant it to hold\n%s", got, want)
		}
	}
	if _, err := r.Described(); err != nil {
		t.Error(err)
	}
	for _, table := range analysed(t, fixtureInput()).Tables() {
		if table.Name == "compare_columns" || table.Name == "compare_kind" {
			t.Errorf("there is a table %s, for which there are no two groups", table.Name)
		}
	}
}
