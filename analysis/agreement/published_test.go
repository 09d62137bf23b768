package agreement

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// parse reads one line for each coder; a dot is missing. Categories are
// numbered in the order of letters and digits.
func parse(lines ...string) Ratings {
	all := strings.Fields(strings.Join(lines, " "))
	var names []string
	for c := rune('0'); c <= 'z'; c++ {
		for _, s := range all {
			if s == string(c) {
				names = append(names, s)
				break
			}
		}
	}
	number := map[string]int{".": Missing}
	for i, s := range names {
		number[s] = i
	}
	r := Ratings{Categories: len(names)}
	for u := range strings.Fields(lines[0]) {
		var values []int
		for _, line := range lines {
			values = append(values, number[strings.Fields(line)[u]])
		}
		r.Values = append(r.Values, values)
	}
	return r
}

// fromTable lays out a table of two coders, rows the first one's.
func fromTable(table [][]int) Ratings {
	r := Ratings{Categories: len(table)}
	for i, row := range table {
		for j, n := range row {
			for range n {
				r.Values = append(r.Values, []int{i, j})
			}
		}
	}
	return r
}

// fromCounts lays out subjects with how many of the coders gave each category.
func fromCounts(counts [][]int) Ratings {
	r := Ratings{Categories: len(counts[0])}
	for _, row := range counts {
		var values []int
		for k, n := range row {
			for range n {
				values = append(values, k)
			}
		}
		r.Values = append(r.Values, values)
	}
	return r
}

// printed compares a number with one as it was printed, to all its digits.
func printed(t *testing.T, what string, got float64, want string) {
	t.Helper()
	_, decimals, _ := strings.Cut(want, ".")
	if s := strconv.FormatFloat(got, 'f', len(decimals), 64); s != want {
		t.Errorf("%s: got %s, want %s", what, s, want)
	}
}

// fourObservers are the data of Krippendorff's own example: 4 observers, 12
// units.
func fourObservers() Ratings {
	return parse("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 .")
}

// TestFourObservers holds the values that the R package irrCAC prints for these
// data.
func TestFourObservers(t *testing.T) {
	r := fourObservers()
	for _, c := range []struct {
		name          string
		got           Coefficient
		value, se, lo string
	}{
		{"percent agreement", Percent(r), "0.81818", "0.126", "0.542"},
		{"AC1", AC1(r), "0.77544", "0.14295", "0.461"},
		{"Fleiss", Fleiss(r), "0.761", "0.153", "0.424"},
		{"Brennan-Prediger", BrennanPrediger(r), "0.773", "0.145", "0.454"},
		{"alpha", Alpha(r), "0.7434", "0.146", "0.419"},
	} {
		printed(t, c.name, c.got.Value, c.value)
		printed(t, c.name+" SE", c.got.SE, c.se)
		printed(t, c.name+" low", c.got.Low, c.lo)
		printed(t, c.name+" high", c.got.High, "1")
	}
	ac1 := AC1(r)
	printed(t, "p of AC1", 2*distuv.StudentsT{Sigma: 1, Nu: 11}.Survival(ac1.Value/ac1.SE), "0.00021")
	if got, want := Alpha(r).Value, 904.0/1216; math.Abs(got-want) > 1e-15 {
		t.Errorf("alpha: got %v, want 904/1216", got)
	}
}

func TestAlphaPublished(t *testing.T) {
	for _, c := range []struct {
		r    Ratings
		want string
	}{
		{parse("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), "0.0952"},
		{parse("a a b b d c c c e d d a", "b a b b b c c c e d d d"), "0.692"},
		{parse( // the example of the encyclopaedia article on the coefficient
			". . . . . 3 4 1 2 1 1 3 3 . 3",
			"1 . 2 1 3 3 4 3 . . . . . . .",
			". . 2 1 3 4 4 . 2 1 1 3 3 . 4"), "0.6914"},
	} {
		printed(t, fmt.Sprint(c.r.Values), Alpha(c.r).Value, c.want)
	}
}

// TestTwoCodersPublished holds tables of two coders with the values printed for
// them; "" where none is.
func TestTwoCodersPublished(t *testing.T) {
	for _, c := range []struct {
		name                               string
		table                              [][]int
		kappa, se, low, high, null, z, ac1 string
		fleiss, brennan, alpha             string
	}{
		{name: "SAS", table: [][]int{{0, 4, 1}, {0, 8, 0}, {0, 1, 5}},
			kappa: "0.4842", se: "0.1380", low: "0.2137", high: "0.7547", null: "0.1484", z: "3.2626"},
		{name: "Cohen 1968", table: [][]int{{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}, kappa: "0.4915"},
		{name: "grants", table: [][]int{{20, 5}, {10, 15}}, kappa: "0.4000"},
		{name: "same agreement, first", table: [][]int{{45, 15}, {25, 15}}, kappa: "0.1304"},
		{name: "same agreement, second", table: [][]int{{25, 35}, {5, 35}}, kappa: "0.2593"},
		{name: "abstractors", table: [][]int{{13, 0, 0}, {0, 20, 7}, {0, 4, 56}},
			kappa: "0.7964094", ac1: "0.8493305", fleiss: "0.7962397", brennan: "0.835", alpha: "0.7972585"},
		{name: "diagnosis", table: [][]int{{40, 6, 4, 15}, {4, 25, 1, 5}, {4, 2, 21, 9}, {17, 13, 12, 45}},
			kappa: "0.4315", se: "0.046", low: "0.341", high: "0.522"},
		{name: "paradox, balanced", table: [][]int{{40, 9}, {6, 45}}, kappa: "0.6995", ac1: "0.7007"},
		{name: "paradox, skewed", table: [][]int{{80, 10}, {5, 5}}, kappa: "0.3182", ac1: "0.8080"},
		{name: "Gwet", table: [][]int{{118, 5}, {2, 0}}, kappa: "-0.0234", ac1: "0.9408"},
	} {
		r := fromTable(c.table)
		cohen := Cohen(r)
		for _, v := range []struct {
			what string
			got  float64
			want string
		}{
			{"kappa", cohen.Value, c.kappa}, {"SE", cohen.SE, c.se}, {"low", cohen.Low, c.low}, {"high", cohen.High, c.high},
			{"null SE", cohen.NullSE, c.null}, {"z", cohen.Value / cohen.NullSE, c.z},
			{"AC1", AC1(r).Value, c.ac1}, {"Scott's pi", Fleiss(r).Value, c.fleiss}, {"Brennan-Prediger", BrennanPrediger(r).Value, c.brennan},
			{"alpha", Alpha(r).Value, c.alpha},
		} {
			if v.want != "" {
				printed(t, c.name+": "+v.what, v.got, v.want)
			}
		}
	}
}

// diagnoses are the 30 subjects that 6 psychiatrists each put into one of 5
// categories: table 1 of Fleiss (1971).
var diagnoses = [][]int{
	{0, 0, 0, 6, 0}, {0, 3, 0, 0, 3}, {0, 1, 4, 0, 1}, {0, 0, 0, 0, 6}, {0, 3, 0, 3, 0}, {2, 0, 4, 0, 0},
	{0, 0, 4, 0, 2}, {2, 0, 3, 1, 0}, {2, 0, 0, 4, 0}, {0, 0, 0, 0, 6}, {1, 0, 0, 5, 0}, {1, 1, 0, 4, 0},
	{0, 3, 3, 0, 0}, {1, 0, 0, 5, 0}, {0, 2, 0, 3, 1}, {0, 0, 5, 0, 1}, {3, 0, 0, 1, 2}, {5, 1, 0, 0, 0},
	{0, 2, 0, 4, 0}, {1, 0, 2, 0, 3}, {0, 0, 0, 0, 6}, {0, 1, 0, 5, 0}, {0, 2, 0, 1, 3}, {2, 0, 0, 4, 0},
	{1, 0, 0, 4, 1}, {0, 5, 0, 1, 0}, {4, 0, 0, 0, 2}, {0, 2, 0, 4, 0}, {1, 0, 5, 0, 0}, {0, 0, 0, 0, 6},
}

func TestFleissPublished(t *testing.T) {
	r := fromCounts(diagnoses)
	var totals [5]int
	for _, values := range r.Values {
		for _, v := range values {
			totals[v]++
		}
	}
	if totals != [5]int{26, 26, 30, 55, 43} {
		t.Fatalf("the table has the totals %v", totals)
	}
	c := Fleiss(r)
	printed(t, "kappa", c.Value, "0.4302445")
	printed(t, "z", c.Value/c.NullSE, "17.65183")
	printed(t, "observed", tallied(r).observed(), "0.5556")
	printed(t, "expected", tallied(r).fleissChance(), "0.2199")
	printed(t, "AC1", AC1(r).Value, "0.4479")
	tenByFive := fromCounts([][]int{ // the worked example of the encyclopaedia article
		{0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
		{7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7},
	})
	printed(t, "ten subjects", Fleiss(tenByFive).Value, "0.2099") // printed there as .210
}

// TestIntervalsOfTwoCoders holds the intervals that irrCAC prints for a table.
// They are those of Student's t, where [Cohen] has that of the normal
// distribution, as the statistics package SAS prints it; and the mean squares of
// all but kappa are over the units there, and over one less for raw ratings.
func TestIntervalsOfTwoCoders(t *testing.T) {
	r := fromTable([][]int{{13, 0, 0}, {0, 20, 7}, {0, 4, 56}})
	const units = 100
	over := math.Sqrt((units - 1.0) / units)
	for _, c := range []struct {
		name          string
		got           Coefficient
		over          float64
		se, low, high string
	}{
		{"kappa", Cohen(r), 1, "0.05891072", "0.680", "0.913"},
		{"Scott's pi", Fleiss(r), over, "0.05905473", "0.679", "0.913"},
		{"AC1", AC1(r), over, "0.04321747", "0.764", "0.935"},
		{"Brennan-Prediger", BrennanPrediger(r), over, "0.04693346", "0.742", "0.928"},
		{"alpha", Alpha(r), over, "0.05905473", "0.680", "0.914"},
	} {
		c.got.SE *= c.over
		printed(t, c.name+" SE", c.got.SE, c.se)
		inside := c.got.within(studentT(units), StudentT)
		printed(t, c.name+" low", inside.Low, c.low)
		printed(t, c.name+" high", inside.High, c.high)
	}
}
