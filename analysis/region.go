package analysis

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strings"
)

// MaxSets is the greatest number of themes whose regions are listed: each more
// doubles their number.
const MaxSets = 10

// Region is one combination of a chosen set of themes. For two themes A and B
// chosen there are four: A, B, A and B, and neither. Exclusive lists the
// reviews in which exactly these themes of the chosen ones are present;
// Inclusive those in which at least these are. Both are ids in the order of
// the matrix. Themes is empty for the region outside all of them, whose
// Inclusive is every review.
type Region struct {
	Themes    []string `json:"themes"`
	Exclusive []string `json:"exclusive"`
	Inclusive []string `json:"inclusive"`
	Of        int      `json:"of"`
}

// Share returns the reviews of the exclusive region as an estimate.
func (r Region) Share() Estimate { return Proportion(len(r.Exclusive), r.Of) }

// Regions returns all 2ⁿ regions of the n themes named: single themes first in
// the order given, then pairs and so on, the region outside all of them last.
// It fails for a name that [ThemeIDs] refuses and for more than [MaxSets] themes.
func (m *Matrix) Regions(names []string) ([]Region, error) {
	if len(names) > MaxSets {
		return nil, fmt.Errorf("overlaps of %d themes: at most %d can be listed", len(names), MaxSets)
	}
	ids, err := ThemeIDs(names, m.Themes)
	if err != nil {
		return nil, err
	}
	present := make([]uint, len(m.Cases)) // bit k: theme ids[k]
	for i, row := range m.Cells {
		for j, t := range m.Themes {
			if k := slices.Index(ids, t.ID); k >= 0 && row[j].Status.Present() {
				present[i] |= 1 << k
			}
		}
	}
	var regions []Region
	for _, mask := range regionOrder(len(ids)) {
		r := Region{Themes: []string{}, Exclusive: []string{}, Inclusive: []string{}, Of: len(m.Cases)}
		for k, id := range ids {
			if mask>>k&1 == 1 {
				r.Themes = append(r.Themes, id)
			}
		}
		for i, c := range m.Cases {
			if present[i] == mask {
				r.Exclusive = append(r.Exclusive, c.ID)
			}
			if present[i]&mask == mask {
				r.Inclusive = append(r.Inclusive, c.ID)
			}
		}
		regions = append(regions, r)
	}
	return regions, nil
}

// regionOrder lists the masks of n sets by number of sets, then by the sets in
// order, the empty mask last.
func regionOrder(n int) []uint {
	masks := make([]uint, 0, 1<<n)
	for mask := uint(1); mask < 1<<n; mask++ {
		masks = append(masks, mask)
	}
	slices.SortFunc(masks, func(a, b uint) int {
		return cmp.Or(
			cmp.Compare(bits.OnesCount(a), bits.OnesCount(b)),
			cmp.Compare(bits.Reverse(b), bits.Reverse(a)),
		)
	})
	return append(masks, 0)
}

// noThemes names the region outside all the themes chosen.
const noThemes = "none"

// OverlapsTable lists regions. Percentage and cases are those of the exclusive
// region, so that they add up to all reviews.
func OverlapsTable(regions []Region) Table {
	t := Table{Name: "overlaps", Header: []string{"themes", "exclusive", "inclusive", "of", "percent", "cases"}}
	for _, region := range regions {
		themes := strings.Join(region.Themes, themeSeparator)
		if themes == "" {
			themes = noThemes
		}
		percent, _, _ := region.Share().Rounded()
		t.Rows = append(t.Rows, []Value{
			Text(themes), Number(len(region.Exclusive)), Number(len(region.Inclusive)), Number(region.Of),
			percent, Text(strings.Join(region.Exclusive, listSeparator)),
		})
	}
	return t
}
