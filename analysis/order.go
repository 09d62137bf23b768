package analysis

import "slices"

// cluster is a group of themes that travel together, in the order in which
// they are shown.
type cluster []int

// themeOrder returns the ids of all themes so that those that stand in the same
// reviews are next to one another, for a table or heat map of pairs. It is the
// order of the leaves of a hierarchical clustering by average linkage (UPGMA:
// R. R. Sokal and C. D. Michener, University of Kansas Science Bulletin 38
// (1958), 1409-1438) with 1 less the Jaccard index as the distance; the two
// closest groups are joined, and of equally close ones those first in the
// codebook. Each group is turned so that the themes that meet are as close as
// can be (G. Gruvaeus and H. Wainer, "Two additions to hierarchical cluster
// analysis", British Journal of Mathematical and Statistical Psychology 25
// (1972), 200-206), and the whole so that it begins with the more frequent end.
// Themes present in no review have no distance and come last.
func (m *Matrix) themeOrder() []string {
	present := m.present()
	var groups []cluster
	var absent cluster
	for j, set := range present {
		if set.count() == 0 {
			absent = append(absent, j)
			continue
		}
		groups = append(groups, cluster{j})
	}
	distance := jaccardDistances(present)
	for between := sums(groups, distance); len(groups) > 1; {
		a, b := closest(groups, between)
		groups[a] = joined(groups[a], groups[b], distance)
		groups = slices.Delete(groups, b, b+1)
		between = between.joined(a, b)
	}
	order := cluster{}
	if len(groups) == 1 {
		order = groups[0]
		if present[order[0]].count() < present[order[len(order)-1]].count() {
			order = turned(order)
		}
	}
	ids := []string{}
	for _, j := range append(order, absent...) {
		ids = append(ids, m.Themes[j].ID)
	}
	return ids
}

// jaccardDistances returns 1 less the Jaccard index of each pair of sets, of which
// one at least is not empty.
func jaccardDistances(sets []rowSet) [][]float64 {
	distance := make([][]float64, len(sets))
	for j, a := range sets {
		distance[j] = make([]float64, len(sets))
		for k, b := range sets {
			both := a.shared(b)
			distance[j][k] = 1 - float64(both)/float64(a.count()+b.count()-both)
		}
	}
	return distance
}

// sameDistance is how far two averages may be apart and still count as equal;
// only rounding parts them.
const sameDistance = 1e-9

// distances are, for each pair of groups, the sum of the distances between a
// theme of one and a theme of the other.
type distances [][]float64

// sums returns the distances between groups of one theme each.
func sums(groups []cluster, distance [][]float64) distances {
	d := make(distances, len(groups))
	for i, x := range groups {
		for _, y := range groups {
			d[i] = append(d[i], distance[x[0]][y[0]])
		}
	}
	return d
}

// joined returns the distances when group b has been joined to a, a before b.
func (d distances) joined(a, b int) distances {
	for k := range d {
		d[a][k] += d[b][k]
		d[k][a] = d[a][k]
	}
	for k := range d {
		d[k] = slices.Delete(d[k], b, b+1)
	}
	return slices.Delete(d, b, b+1)
}

// closest returns the two groups with the smallest average distance between
// their themes, a before b.
func closest(groups []cluster, between distances) (a, b int) {
	least := 2.0
	for i, x := range groups {
		for k := i + 1; k < len(groups); k++ {
			if d := between[i][k] / float64(len(x)*len(groups[k])); d < least-sameDistance {
				least, a, b = d, i, k
			}
		}
	}
	return a, b
}

// joined returns x and then y, each turned or not as brings the themes that
// meet closest; where it makes no difference, neither is turned.
func joined(x, y cluster, distance [][]float64) cluster {
	var best cluster
	least := 2.0
	for _, a := range []cluster{x, turned(x)} {
		for _, b := range []cluster{y, turned(y)} {
			if d := distance[a[len(a)-1]][b[0]]; d < least-sameDistance {
				least, best = d, slices.Concat(a, b)
			}
		}
	}
	return best
}

// turned returns x from its end to its beginning.
func turned(x cluster) cluster {
	y := slices.Clone(x)
	slices.Reverse(y)
	return y
}
