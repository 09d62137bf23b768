package charts

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
)

// UpSetData is how often any number of sets meet.
type UpSetData struct {
	Sets         []string      // the names of the sets, at most 12
	Combinations []Combination // each combination once; those left out count 0
	Of           int           // how many sets there are, where Sets are some of them; 0 for no more
	Source       string        // where the reviews come from, without n
}

// Combination is the reviews that are in certain ones of the sets and in no other of them.
type Combination struct {
	In    []int // indices into Sets, in any order; none: outside all sets
	Count int
}

// mostUpSetSets is how many rows fit in every size; combinations of more sets
// are too many to be read.
const mostUpSetSets = 12

// UpSet draws sets as rows and their combinations as columns of dots, with the
// number of reviews in each combination as a column above (Lex et al. 2014).
// It is an error if there are more than 12 sets, a set has no name, an index is
// out of range or repeated, a combination occurs twice, or a count is negative.
func UpSet(data UpSetData, st Style) (*Figure, error) {
	c := upsetChart{style: st, of: max(data.Of, len(data.Sets))}
	if len(data.Sets) > mostUpSetSets {
		return nil, fmt.Errorf("charts: an UpSet chart has at most %d sets, not %d: choose those to compare", mostUpSetSets, len(data.Sets))
	}
	sets, err := names("UpSet", "set", data.Sets)
	if err != nil {
		return nil, err
	}
	for _, name := range sets {
		c.sets = append(c.sets, ranked{label: name})
	}
	if err := c.add(data.Combinations); err != nil {
		return nil, fmt.Errorf("charts: UpSet: %w", err)
	}
	c.order()
	width, _ := st.dimensions()
	sc := st.Size.typeScale()
	rows := vg.Length(max(1, len(c.sets))) * wantPitch * sc.label
	return newFigure(st, c.texts(data.Source), rows+max(0.8*rows, 0.25*width)+6*sc.label, c.draw)
}

// upsetChart is checked and sorted data.
type upsetChart struct {
	sets    []ranked      // with totals, most frequent first
	columns []upsetColumn // combinations that occur, most frequent first
	of      int           // how many sets there are, drawn or not
	outside int
	n       int
	style   Style
}

// upsetColumn is a combination as a bit for every set.
type upsetColumn struct {
	mask  uint
	count int
}

func (c *upsetChart) add(combinations []Combination) error {
	seen := map[uint]bool{}
	for i, in := range combinations {
		var mask uint
		for _, set := range in.In {
			if set < 0 || set >= len(c.sets) || mask>>set&1 == 1 {
				return fmt.Errorf("combination %d: index %d is out of range or repeated", i+1, set)
			}
			mask |= 1 << set
		}
		if seen[mask] || in.Count < 0 {
			return fmt.Errorf("combination %d occurs twice or has a negative count: %d", i+1, in.Count)
		}
		seen[mask] = true
		c.n += in.Count
		if mask == 0 {
			c.outside = in.Count
		} else if in.Count > 0 {
			c.columns = append(c.columns, upsetColumn{mask, in.Count})
		}
		for _, set := range in.In {
			c.sets[set].count += in.Count
		}
	}
	return nil
}

// order sorts sets and combinations by their counts.
func (c *upsetChart) order() {
	place := make([]int, len(c.sets)) // from new to old index
	for i := range place {
		place[i] = i
	}
	slices.SortStableFunc(place, func(a, b int) int { return cmp.Compare(c.sets[b].count, c.sets[a].count) })
	sorted := make([]ranked, len(c.sets))
	masks := make([]uint, len(c.columns))
	for to, from := range place {
		sorted[to] = c.sets[from]
		for k, column := range c.columns {
			masks[k] |= column.mask >> from & 1 << to
		}
	}
	c.sets = sorted
	for k := range c.columns {
		c.columns[k].mask = masks[k]
	}
	slices.SortStableFunc(c.columns, func(a, b upsetColumn) int {
		return cmp.Or(cmp.Compare(b.count, a.count), cmp.Compare(a.mask, b.mask))
	})
}

// members names the sets of a combination.
func (c upsetChart) members(mask uint, quote func(string) string) string {
	var names []string
	for i, set := range c.sets {
		if mask>>i&1 == 1 {
			names = append(names, quote(set.label))
		}
	}
	return list(names)
}

func (c upsetChart) texts(source string) texts {
	t := texts{
		subtitle: c.subtitle(),
		source:   sourceLine(source, c.n, c.none()),
		alt:      c.describe(),
	}
	if len(c.columns) == 0 || len(c.sets) == 1 && c.some() {
		t.title = practiceWords.title(c.sets, c.n)
		return t
	}
	first := c.columns[0]
	names := c.members(first.mask, quoted)
	switch size := bits.OnesCount(first.mask); {
	case c.n == 1:
		t.title = fmt.Sprintf("In the one review practice was found lacking on %d of %s", size, c.these())
	case len(c.columns) > 1 && c.columns[1].count == first.count:
		t.title = fmt.Sprintf("No one combination of %s leads: practice was found lacking on each of the most frequent in %s",
			c.these(), outOf(first.count, c.n))
	case c.some():
		t.title = fmt.Sprintf("Of %s, the most frequent combination is %s: in %s", c.these(), c.exactly(first.mask), outOf(first.count, c.n))
	case size == 1:
		t.title = fmt.Sprintf("Most often practice was found lacking on %s alone: in %s", names, outOf(first.count, c.n))
	case size > 3:
		t.title = fmt.Sprintf("Most often practice was found lacking on %d themes together: in %s", size, outOf(first.count, c.n))
	default:
		t.title = fmt.Sprintf("Most often practice was found lacking on %s together: in %s", names, outOf(first.count, c.n))
	}
	return t
}

// some reports whether there are more themes than are drawn, so that reviews may
// have others than those of their combination.
func (c upsetChart) some() bool { return c.of > len(c.sets) }

// these are the themes drawn, after "of".
func (c upsetChart) these() string {
	if c.some() {
		return "these " + plural(len(c.sets), "theme")
	}
	return "the " + plural(len(c.sets), "theme")
}

// exactly names a combination of some themes of many.
func (c upsetChart) exactly(mask uint) string {
	switch size := bits.OnesCount(mask); {
	case size == len(c.sets):
		return "all together"
	case size == 1:
		return c.members(mask, quoted) + " alone"
	case size > 3 && size >= len(c.sets)-2:
		return "all but " + c.members(^mask, quoted)
	case size > 3:
		return fmt.Sprintf("exactly %d together", size)
	}
	return "exactly " + c.members(mask, quoted)
}

func (c upsetChart) subtitle() string {
	if c.some() {
		return fmt.Sprintf("%d of %d themes are shown: reviews by the exact combination of these on which practice was found lacking, "+
			"whatever others they have. Filled dots mark the themes of a combination.", len(c.sets), c.of)
	}
	return "Reviews by the exact combination of themes on which practice was found lacking; filled dots mark the themes of a combination."
}

// none says in how many reviews no theme was found.
func (c upsetChart) none() string {
	switch {
	case c.n == 0:
		return ""
	case c.outside == 0:
		return "In every review practice was found lacking on at least one of these themes."
	}
	return fmt.Sprintf("In %s practice was found lacking on none of these themes.", reviews(c.outside))
}

// describe says every number of the chart in words.
func (c upsetChart) describe() string {
	var b strings.Builder
	shown, among := "", ""
	if c.some() {
		shown, among = fmt.Sprintf("%d of ", len(c.sets)), " of "+c.these()
	}
	fmt.Fprintf(&b, "UpSet chart of %s%s in %s. In all: ", shown, plural(c.of, "theme"), reviews(c.n))
	for _, set := range c.sets {
		fmt.Fprintf(&b, "%s %d; ", set.label, set.count)
	}
	fmt.Fprintf(&b, "by exact combination%s: ", among)
	for _, column := range c.columns {
		fmt.Fprintf(&b, "%s %d; ", c.members(column.mask, func(s string) string { return s }), column.count)
	}
	fmt.Fprintf(&b, "none of them %d.", c.outside)
	return b.String()
}
