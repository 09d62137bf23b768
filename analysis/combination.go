package analysis

import (
	"cmp"
	"slices"
	"strings"
)

// Combination is a set of two or more themes and the reviews that show all of
// them, whatever else they show. It is closed: no further theme is present in
// every one of these reviews, so that no set of themes is listed beside a
// larger one of the same reviews (N. Pasquier and others, "Discovering frequent
// closed itemsets for association rules", ICDT 1999, 398-416).
type Combination struct {
	Themes []string `json:"themes"` // ids, in the order of the codebook
	Cases  []string `json:"cases"`  // ids, in the order of the matrix
	Of     int      `json:"of"`
	// Expected is the number of reviews that would show all the themes if they
	// were independent, n·Π(x/n) over their reviews x. The combinations are
	// chosen for being frequent, so that no p value goes with them.
	Expected float64 `json:"expected"`
}

// Share returns the reviews of the combination as an estimate.
func (c Combination) Share() Estimate { return Proportion(len(c.Cases), c.Of) }

// lift returns the number of reviews over that expected. It is always defined,
// since every theme of a combination is present somewhere.
func (c Combination) lift() float64 { return float64(len(c.Cases)) / c.Expected }

// maxCombinations is the greatest number of combinations listed, and
// fewestTogether the fewest reviews that make one.
const (
	maxCombinations = 100
	fewestTogether  = 2
)

// closedSet is a closed set of themes on the way to the combinations. It was
// made by adding the theme core; what is made from it adds a later one.
type closedSet struct {
	themes []int
	rows   rowSet
	count  int
	core   int
}

// compareClosed puts the most frequent set first; of equally frequent ones that
// with more themes, then by the order of the codebook. No two sets are equal.
func compareClosed(a, b closedSet) int {
	return cmp.Or(
		cmp.Compare(b.count, a.count),
		cmp.Compare(len(b.themes), len(a.themes)),
		slices.Compare(a.themes, b.themes),
	)
}

// combinations returns the leading combinations of themes that stand together
// in at least two reviews: those in most reviews first, and of equals those of
// more themes; at most [maxCombinations].
//
// Each closed set but the first has one parent, which is in more reviews (T.
// Uno and others, "An efficient algorithm for enumerating closed patterns in
// transaction databases", Discovery Science 2004, 16-31). Taking always the
// leading set and putting its children in its place therefore lists the sets
// in order, and the search can end with the last one wanted. What stands behind
// as many sets as are still wanted is dropped on the way.
func (m *Matrix) combinations() []Combination {
	list := []Combination{}
	if len(m.Cases) < fewestTogether {
		return list
	}
	all := newRowSet(len(m.Cases))
	for i := range m.Cases {
		all.add(i)
	}
	present := m.present()
	first, _ := closure(present, all, nil, -1)
	open, fewest := []closedSet{first}, fewestTogether
	for len(open) > 0 && len(list) < maxCombinations {
		slices.SortFunc(open, compareClosed)
		if n := reaching(open, maxCombinations-len(list)); n < len(open) {
			open, fewest = open[:n], open[n-1].count
		}
		set := open[0]
		open = append(open[1:], set.children(present, fewest)...)
		if len(set.themes) >= 2 {
			list = append(list, m.combination(set, present))
		}
	}
	return list
}

// reaching returns how many of the sets there are up to the nth that is a
// combination.
func reaching(sets []closedSet, n int) int {
	for i, s := range sets {
		if n == 0 {
			return i
		}
		if len(s.themes) >= 2 {
			n--
		}
	}
	return len(sets)
}

// children returns the closed sets whose parent s is, of those in at least so
// many reviews.
func (s closedSet) children(present []rowSet, fewest int) []closedSet {
	var list []closedSet
	for j := s.core + 1; j < len(present); j++ {
		if s.rows.shared(present[j]) < fewest || slices.Contains(s.themes, j) {
			continue
		}
		if child, ok := closure(present, s.rows.and(present[j]), s.themes, j); ok {
			list = append(list, child)
		}
	}
	return list
}

// closure returns the set of all themes present in every one of rows. It
// reports false where that adds to parent a theme before core: the set is then
// another's child.
func closure(present []rowSet, rows rowSet, parent []int, core int) (closedSet, bool) {
	s := closedSet{rows: rows, count: rows.count(), core: core}
	for j, theme := range present {
		if !rows.within(theme) {
			continue
		}
		if j < core && !slices.Contains(parent, j) {
			return closedSet{}, false
		}
		s.themes = append(s.themes, j)
	}
	return s, true
}

func (m *Matrix) combination(s closedSet, present []rowSet) Combination {
	c := Combination{Of: len(m.Cases), Expected: float64(len(m.Cases))}
	for _, j := range s.themes {
		c.Themes = append(c.Themes, m.Themes[j].ID)
		c.Expected *= float64(present[j].count()) / float64(len(m.Cases))
	}
	for i := range s.rows.rows() {
		c.Cases = append(c.Cases, m.Cases[i].ID)
	}
	return c
}

// combinationsTable has one row for each combination, the leading one first.
func (r *Result) combinationsTable() Table {
	t := Table{Name: "combinations", Header: []string{
		"themes", "size", "reviews", "of", "percent", "low", "high", "expected", "lift", "cases",
	}}
	for _, c := range r.Combinations {
		percent, low, high := c.Share().Rounded()
		t.Rows = append(t.Rows, []Value{
			Text(strings.Join(c.Themes, themeSeparator)), Number(len(c.Themes)), Number(len(c.Cases)), Number(c.Of), percent, low, high,
			Decimal(c.Expected, true, 2), Decimal(c.lift(), true, 3), Text(strings.Join(c.Cases, listSeparator)),
		})
	}
	return t
}
