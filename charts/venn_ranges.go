package charts

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
)

// VennRangesData is what is known of two or three sets where the counts of
// their regions were not published.
type VennRangesData struct {
	Sets    []string // the names of the sets, two or three
	Reviews int      // n
	Totals  []int    // reviews in each set, whatever other sets they are in
	// Low and High are the least and the greatest count that is possible in each
	// region, in the order of [VennData.Regions].
	Low, High []int
	Solutions int    // how many sets of region counts are possible
	Source    string // where the counts come from, without n
}

// VennRanges draws a symmetric Venn diagram, not to scale, with the possible
// range of every region, such as "0–6", and a number only where just one is
// possible. It is an error if the numbers of sets, totals and regions do not
// match, nothing is possible, a range is upside down, or a number does not lie
// between 0 and n.
func VennRanges(data VennRangesData, st Style) (*Figure, error) {
	v, err := newVennChart(VennData{Sets: data.Sets, Regions: data.Low}, st)
	if err != nil {
		return nil, err
	}
	if err := data.check(); err != nil {
		return nil, fmt.Errorf("charts: Venn diagram of ranges: %w", err)
	}
	v.n = data.Reviews
	v.ranges = &vennRanges{
		totals:    slices.Clone(data.Totals),
		high:      slices.Clone(data.High),
		solutions: data.Solutions,
	}
	return newFigure(st, v.rangeTexts(data.Source), v.bodyHeight(), v.draw)
}

// vennRanges makes the regions of a Venn diagram the least of ranges.
type vennRanges struct {
	totals, high []int
	solutions    int
}

func (d VennRangesData) check() error {
	if len(d.Totals) != len(d.Sets) || len(d.High) != len(d.Low) {
		return fmt.Errorf("%d totals and %d upper bounds for %d sets", len(d.Totals), len(d.High), len(d.Sets))
	}
	if d.Solutions < 1 {
		return errors.New("no counts of regions fit what is given")
	}
	for i, total := range d.Totals {
		if total < 0 || total > d.Reviews {
			return fmt.Errorf("set %d: %d does not lie between 0 and %d", i+1, total, d.Reviews)
		}
	}
	for mask, low := range d.Low {
		if high := d.High[mask]; low > high || high > d.Reviews {
			return fmt.Errorf("region %d: the range %d to %d is not within 0 to %d", mask, low, high, d.Reviews)
		}
	}
	return nil
}

func (v vennChart) rangeTexts(source string) texts {
	last := len(v.regions) - 1
	together := v.regions[last]
	t := texts{
		subtitle: "The counts that were published allow only one number in each region. Symmetric diagram, not to scale.",
		source:   sourceLine(source, v.n, v.rounding()),
		alt:      v.describe("Venn diagram of what published counts allow, not to scale,"),
	}
	if v.ranges.solutions > 1 {
		t.subtitle = fmt.Sprintf("The counts that were published leave the regions open: %d sets of numbers fit. Where they differ, "+
			"the least and the greatest are given. Symmetric diagram, not to scale.", v.ranges.solutions)
		t.alt += fmt.Sprintf(" %d sets of numbers fit.", v.ranges.solutions)
	}
	switch {
	case v.n == 0:
		t.title = "No reviews to count"
	case together == v.ranges.high[last]:
		t.title = fmt.Sprintf("Practice was found lacking on %s in %s", v.all(), outOf(together, v.n))
	default:
		t.title = fmt.Sprintf("Practice was found lacking on %s in %d to %d of %s", v.all(), together, v.ranges.high[last], reviews(v.n))
	}
	return t
}

// countText is the count of a region, or its range.
func (v vennChart) countText(mask int) string {
	low := v.regions[mask]
	if v.ranges == nil || v.ranges.high[mask] == low {
		return fmt.Sprint(low)
	}
	return fmt.Sprintf("%d–%d", low, v.ranges.high[mask])
}

// shareText is the percentage of a region, or its range; of a single review there is none.
func (v vennChart) shareText(mask int) string {
	if v.n < 2 {
		return ""
	}
	low := percent(v.regions[mask], v.n)
	if v.ranges == nil {
		return low
	}
	high := percent(v.ranges.high[mask], v.n)
	if high == low {
		return low
	}
	return strings.TrimSuffix(low, "%") + "–" + high
}

// widest is the width of the widest count of a region.
func (v vennChart) widest(s *sheet, l lettering) (width vg.Length) {
	for mask := 1; mask < len(v.regions); mask++ {
		width = max(width, s.measure(v.countText(mask), l))
	}
	return width
}
