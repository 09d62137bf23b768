package analysis

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// randomMatrix has themes that are in from few to nearly all of the reviews.
func randomMatrix(random *rand.Rand, reviews, themes int) *Matrix {
	m := &Matrix{}
	for j := range themes {
		m.Themes = append(m.Themes, Theme{ID: fmt.Sprintf("t%02d", j), Label: fmt.Sprintf("Theme %d", j)})
	}
	for i := range reviews {
		m.Cases = append(m.Cases, corpus.Case{
			ID: fmt.Sprintf("c%03d", i), Area: []string{"", "Ambry", "Corran"}[random.IntN(3)],
			Year: 2005 + random.IntN(15), Kind: corpus.Kinds[random.IntN(2)],
		})
		row := make([]Cell, themes)
		for j := range row {
			row[j].Status = []CellStatus{CellAbsent, CellHeld, CellDecidedAbsent}[random.IntN(3)]
			if random.IntN(themes) >= j {
				row[j].Status = []CellStatus{CellCounted, CellDecidedPresent}[random.IntN(2)]
			}
		}
		m.Cells = append(m.Cells, row)
	}
	return m
}

// closedSets finds the combinations by looking at every set of themes.
func closedSets(m *Matrix) []closedSet {
	present := m.present()
	var list []closedSet
	for mask := range 1 << len(m.Themes) {
		s := closedSet{rows: newRowSet(len(m.Cases))}
		for j := range present {
			if mask>>j&1 == 1 {
				s.themes = append(s.themes, j)
			}
		}
		for i := range m.Cases {
			if !slices.ContainsFunc(s.themes, func(j int) bool { return !present[j].has(i) }) {
				s.rows.add(i)
			}
		}
		s.count = s.rows.count()
		more := false
		for j := range present {
			more = more || !slices.Contains(s.themes, j) && s.rows.within(present[j])
		}
		if !more && len(s.themes) >= 2 && s.count >= fewestTogether {
			list = append(list, s)
		}
	}
	slices.SortFunc(list, compareClosed)
	return list
}

func TestCombinations(t *testing.T) {
	random := rand.New(rand.NewPCG(21, 22))
	for range 200 {
		m := randomMatrix(random, random.IntN(40), random.IntN(11))
		want := []Combination{}
		for _, s := range closedSets(m) {
			want = append(want, m.combination(s, m.present()))
		}
		want = want[:min(len(want), maxCombinations)]
		if got := m.combinations(); !reflect.DeepEqual(got, want) {
			t.Fatalf("%d reviews, %d themes:\ngot  %v\nwant %v", len(m.Cases), len(m.Themes), got, want)
		}
	}
}

func TestCombinationsAreBounded(t *testing.T) {
	m := randomMatrix(rand.New(rand.NewPCG(23, 24)), 100, 33)
	got := m.combinations()
	if len(got) != maxCombinations {
		t.Fatalf("got %d combinations, want %d", len(got), maxCombinations)
	}
	for i, c := range got[1:] {
		if len(c.Cases) > len(got[i].Cases) {
			t.Errorf("place %d has %d reviews, the one before it %d", i+2, len(c.Cases), len(got[i].Cases))
		}
	}
}

func TestLiftOfAPair(t *testing.T) {
	m := randomMatrix(rand.New(rand.NewPCG(25, 26)), 50, 6)
	for _, c := range m.combinations() {
		for _, pair := range m.cooccurrences() {
			want, _ := pair.lift()
			if slices.Equal(c.Themes, []string{pair.A, pair.B}) && math.Abs(c.lift()-want) > 1e-12 {
				t.Errorf("%v: got the lift %v, as a pair %v", c.Themes, c.lift(), want)
			}
		}
	}
}

func TestCombinationsTable(t *testing.T) {
	in := fixtureInput()
	yes := true
	in.Decisions = append(in.Decisions, corpus.Decision{CaseID: "C1", Theme: "voice", Present: &yes, Time: "2026-01-05T10:00:00Z"})
	got := csvOf(t, analysed(t, in), "combinations")
	want := "themes,size,reviews,of,percent,low,high,expected,lift,cases\nassessment&voice,2,2,4,50,15,85,1.5,1.333,C1; C3\n"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := csvOf(t, analysed(t, Input{}), "combinations"); strings.Count(got, "\n") != 1 {
		t.Errorf("of nothing: got\n%s", got)
	}
}
