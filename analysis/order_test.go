package analysis

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"thematic/corpus"
)

// drawn returns a matrix from a picture: a line for each theme, named by its
// first word, and an x for each review that has it.
func drawn(lines ...string) *Matrix {
	m := &Matrix{}
	for j, line := range lines {
		name, row, _ := strings.Cut(line, " ")
		m.Themes = append(m.Themes, Theme{ID: name})
		for i, r := range row {
			if j == 0 {
				m.Cases = append(m.Cases, corpus.Case{})
				m.Cells = append(m.Cells, make([]Cell, len(lines)))
			}
			m.Cells[i][j].Status = CellAbsent
			if r == 'x' {
				m.Cells[i][j].Status = CellCounted
			}
		}
	}
	return m
}

func TestThemeOrder(t *testing.T) {
	for _, c := range []struct {
		name  string
		lines []string
		want  string
	}{
		{"nothing", nil, ""},
		{"one", []string{"a x."}, "a"},
		{"in no review", []string{"a ..", "b x.", "c ..", "d xx"}, "d b a c"},
		{"two groups", []string{"a xxx...", "p ...xx.", "b xx....", "q ...xxx"}, "a b p q"},
		{"chain", []string{"a xxxx....", "c ....xxxx", "b ..xxxx.."}, "a b c"},
		// b and d are a quarter apart and join first; c is (0.6+0.4)/2 from them and
		// 0.75 from a, and a is 1 from b and from d.
		{"distance to a group", []string{"a .x...", "b ..xxx", "c xxxx.", "d x.xxx"}, "b d c a"},
		{"begins with the more frequent", []string{"a x...", "b xxx."}, "b a"},
	} {
		if got := strings.Join(drawn(c.lines...).themeOrder(), " "); got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

// TestAverageLinkage checks the distance between groups and the first merge by
// hand: a and b share 2 of 3 reviews, c is alone.
func TestAverageLinkage(t *testing.T) {
	distance := jaccardDistances(drawn("a xxx.", "b xx..", "c ...x").present())
	groups := []cluster{{0}, {1}, {2}}
	between := sums(groups, distance)
	if i, k := closest(groups, between); i != 0 || k != 1 {
		t.Errorf("got themes %d and %d as the closest, want 0 and 1", i, k)
	}
	// a and c together, from b
	if got, want := between.joined(0, 2)[0][1]/2, (1.0/3+1)/2; math.Abs(got-want) > 1e-12 {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestThemeOrderHasEveryThemeOnce(t *testing.T) {
	random := rand.New(rand.NewPCG(27, 28))
	for range 100 {
		m := randomMatrix(random, random.IntN(20), random.IntN(12))
		got, want := m.themeOrder(), themeIDs(m.Themes)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	}
}
